### Hoe de burger hoort hoe het ging. Niveau B1 of makkelijker.

hello = Beste meneer of mevrouw,
about = Op { $day } gaf u bij de zuil iets aan ons door. Het gaat over: { $subject }.
number = Uw nummer is { $number }.
said-planned = Wij gaan dit doen.
planned-on = Dat doen wij op { $planned }.
said-done = Het is klaar.
said-cannot = Wij kunnen dit helaas niet doen.
said-forwarded = Een andere organisatie gaat hierover. Wij hebben het daarheen gestuurd.
forwarded-to = Dat is: { $organisation }.
not-solved = Is het niet opgelost? Kijk op { $link } of kom naar de zuil.
more = Hoe het verder gaat, ziet u op { $link } of bij de zuil.
question = Heeft u een vraag? Bel ons: { $phone }.
bye = Met vriendelijke groet,
in-dutch = In het Nederlands: { $sentence }

## Sms

sms-about = { $municipality }: { $subject }, nummer { $number }.
sms-more = Meer: { $link }

## Telefoon

call-hello = Goedendag, ik bel namens { $municipality }.
call-solved = Is het opgelost?
call-question = Heeft u nog een vraag?

## Brief en e-mail: wat er om de tekst heen staat.

mail-subject = Antwoord van { $municipality }, nummer { $number }
letter-number = Uw nummer
letter-date = Datum
letter-scan = Hoe gaat het ermee? Scan deze code met een telefoon.
letter-kiosk = Geen telefoon? Kom met uw nummer naar de zuil.
letter-in-dutch = In het Nederlands

## Een voorbeeld, voor wie de teksten verandert

sample-subject = Kapotte straatlamp
sample-sentence = Wij hebben de lamp vervangen. Hij brandt weer.
