### Jak mieszkaniec dowiaduje się, jak poszło. Prosty język.

hello = Dzień dobry,
about = Zgłoszenie przy automacie: { $day }. Sprawa: { $subject }.
number = Twój numer to { $number }.
said-planned = Zrobimy to.
planned-on = Zrobimy to w tym dniu: { $planned }.
said-done = Gotowe.
said-cannot = Niestety nie możemy tego zrobić.
said-forwarded = Tą sprawą zajmuje się inna instytucja. Wysłaliśmy ją tam.
forwarded-to = To jest: { $organisation }.
not-solved = Problem nie zniknął? Zobacz { $link } albo przyjdź do automatu.
more = Co będzie dalej, zobaczysz tutaj: { $link } albo przy automacie.
question = Masz pytanie? Zadzwoń: { $phone }.
bye = Z poważaniem
in-dutch = Po niderlandzku: { $sentence }

## SMS

sms-about = { $municipality }: { $subject }, numer { $number }.
sms-more = Więcej: { $link }

## Telefon

call-hello = Dzień dobry, dzwonię z { $municipality }.
call-solved = Czy problem jest rozwiązany?
call-question = Czy jest jeszcze jakieś pytanie?

## List i e-mail: to, co stoi wokół tekstu

mail-subject = Odpowiedź od { $municipality }, numer { $number }
letter-number = Twój numer
letter-date = Data
letter-scan = Co się dzieje? Zeskanuj ten kod telefonem.
letter-kiosk = Nie masz telefonu? Przyjdź z numerem do automatu.
letter-in-dutch = Po niderlandzku

## An example, for whoever edits the texts

sample-subject = Zepsuta lampa uliczna
sample-sentence = Wymieniliśmy lampę. Znów świeci.
