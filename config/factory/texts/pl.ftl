### Interface: words that stand on every kiosk

ui-language-name = Polski
ui-language = Język
    .spoken = Język. Teraz słychać polski.
ui-language-title = Jaki język wybierasz?
ui-sound = Dźwięk
ui-silent = Cisza
    .spoken = Dźwięk jest wyłączony
ui-larger = Większe
    .spoken = Większe litery
ui-smaller = Mniejsze
    .spoken = Mniejsze litery
ui-back = Wróć
ui-repeat = Powtórz
    .spoken = Powtórz na głos
ui-pause = Pauza
ui-resume = Wznów
    .spoken = Słuchaj dalej
ui-help = Pomoc
ui-stop = Stop
ui-chosen = Wybrane
ui-not-now = Teraz się nie da

ui-start-title = Co chcesz zrobić?
    .help = Dotknij obrazka. Albo słuchaj i wybieraj.
ui-news = Nowości
ui-closed-title = Ten automat teraz nie działa
ui-closed = Pracujemy nad tym. Możesz do nas zadzwonić.
ui-closed-call = Zadzwoń: { $phone }
ui-next = Dalej
ui-skip = Pomiń
ui-more = Więcej
    .spoken = Więcej do wyboru
ui-change = Zmień
ui-check-title = Czy wszystko się zgadza?
    .help = Dostaniemy to dopiero po naciśnięciu przycisku.
ui-skipped = Brak
ui-filled-in = wpisane
ui-done = Gotowe
ui-close = Dalej
ui-hear = Słuchaj
    .spoken = Posłuchaj, co jest wpisane
ui-hear-code = Słuchaj
    .spoken = Posłuchaj numeru jeszcze raz

ui-hint-postcode = 1234 AB
    .spoken = Na przykład: 1 2 3 4, A B
ui-hint-house-number = 12
    .spoken = Na przykład: 12
ui-hint-phone = 06 12 34 56 78
    .spoken = Wpisz swój numer.
ui-hint-email = imie@przyklad.nl
    .spoken = Na przykład: imię, małpa, przykład kropka n l
ui-hint-name = Imię i nazwisko
ui-hint-street = Twoja ulica
ui-hint-words = Pisz tutaj
ui-hint-code = 0000 0000 0000
    .spoken = Na wydruku jest 12 cyfr.
ui-hint-digits = 0

ui-key-erase = Kasuj
ui-key-space = Spacja
ui-key-letters = ABC
    .spoken = Litery
ui-key-digits = 123
    .spoken = Cyfry
ui-key-dot = kropka
ui-key-comma = przecinek
ui-key-question = znak zapytania
ui-key-exclamation = wykrzyknik
ui-key-at = małpa
ui-key-dash = kreska
ui-key-underscore = dolna kreska
ui-key-apostrophe = apostrof
ui-key-plus = plus
ui-hidden-digit = cyfra
ui-hidden-letter = litera

ui-wrong-postcode = Nie ma takiego kodu. Wpisz 4 cyfry i 2 litery.
    .spoken = Nie ma takiego kodu. Wpisz cztery cyfry i dwie litery.
ui-wrong-house-number = Wpisz numer domu. Na przykład 12 albo 12 B.
ui-wrong-street = Wpisz nazwę ulicy.
ui-wrong-phone = Ten numer się nie zgadza. Numer ma 10 cyfr.
ui-wrong-email = Ten adres się nie zgadza. Musi w nim być @.
    .spoken = Ten adres się nie zgadza. Musi w nim być małpa.
ui-wrong-name = Wpisz imię i nazwisko literami.
ui-wrong-words = Wpisz kilka słów.
ui-wrong-code = Ten numer się nie zgadza. Spójrz jeszcze raz na wydruk.
ui-wrong-digits = Wpisz liczbę.
ui-wrong-scan = Nie możemy odczytać wydruku. Wpisz numer.
ui-empty-postcode = Najpierw wpisz kod pocztowy.
ui-empty-house-number = Najpierw wpisz numer domu.
ui-empty-street = Najpierw wpisz ulicę.
ui-empty-phone = Najpierw wpisz swój numer.
ui-empty-email = Najpierw wpisz swój adres e-mail.
ui-empty-name = Najpierw wpisz imię i nazwisko.
ui-empty-words = Najpierw wpisz kilka słów.
ui-empty-code = Najpierw wpisz numer z wydruku.
ui-empty-digits = Najpierw wpisz liczbę.
ui-unknown-code = Jeszcze nie znamy tego numeru. Czy jest z dzisiaj? Wtedy spróbuj później.
ui-no-network = Teraz nie możemy tego sprawdzić. Spróbuj za chwilę.
ui-save-disk-full = Nie udało się. Odpowiedzi nadal tu są. Spróbuj jeszcze raz.
ui-save-disk-fault = Nie udało się. Odpowiedzi nadal tu są. Spróbuj jeszcze raz.
ui-save-not-enrolled = Ten automat nie może jeszcze nic wysłać. Poproś o pomoc kogoś, kto tu pracuje.

ui-saving = Chwileczkę. Zapisujemy.
ui-looking = Chwileczkę. Sprawdzamy.
ui-your-code = Twój numer
ui-qr = Masz telefon? Zeskanuj to i sprawdzaj, co dalej.
ui-paper-printing = Wydruk zaraz będzie.
ui-paper-printed = Weź wydruk. Nie zgub go.
ui-paper-none = Zapisz swój numer. Albo zrób mu zdjęcie.
ui-paper-no-paper = Nie ma papieru. Zapisz numer albo zrób mu zdjęcie.
ui-paper-cover-open = Drukarka jest otwarta. Zapisz numer albo zrób mu zdjęcie.
ui-paper-offline = Drukarka jest wyłączona. Zapisz numer albo zrób mu zdjęcie.
ui-paper-lost = Drukarka nie działa. Zapisz numer albo zrób mu zdjęcie.
ui-paper-fault = Drukowanie się nie udało. Zapisz numer albo zrób mu zdjęcie.
ui-leaflet-title = Weź kartkę ze sobą
ui-leaflet-none = Nie ma papieru
ui-leaflet-printing = Kartka zaraz będzie.
ui-leaflet-printed = Weź kartkę. Wszystko na niej jest.
ui-leaflet-failed = Drukowanie teraz nie działa. Zadzwoń, a wszystko powiemy: { $phone }.

ui-status-title = Tak jest z tą sprawą
ui-status-received = Przyjęte
ui-status-in-progress = Pracujemy
ui-status-planned = Zaplanowane
ui-status-planned-day = Zaplanowane na dzień: { $day }
ui-status-done = Gotowe
ui-status-cannot = Nie da się
ui-status-forwarded = W innej instytucji
ui-status-organisation = Teraz zajmuje się tym
ui-status-day = Dostaliśmy to w dniu: { $day }.
ui-which-day = Z jakiego dnia jest wydruk?
    .help = Wybierz dzień, który jest na wydruku.
ui-solved-title = Czy sprawa jest naprawdę załatwiona?
ui-solved-yes = Tak, jest załatwiona
ui-solved-no = Nie, nie jest załatwiona
ui-solved-thanks = Cieszymy się, że sprawa jest załatwiona.
ui-not-solved = Sprawa nie jest załatwiona.
ui-not-solved-send = Przekaż to nam
ui-telling = Chwileczkę. Przekazujemy to dalej.
ui-thank-you = Dziękujemy
ui-told = Zajmiemy się tym jeszcze raz.
ui-not-told-title = Nie udało się
ui-not-told-call = Zadzwoń: { $phone }
ui-not-told = Wtedy zajmiemy się tym jeszcze raz.

ui-sound-title = Dźwięk
ui-sound-level = Głośność: { $volume } z 7. Szybkość: { $rate } z 7.
    .spoken = Głośność: { $volume } z siedmiu. Szybkość: { $rate } z siedmiu.
ui-louder = Głośniej
ui-softer = Ciszej
ui-faster = Szybciej
ui-slower = Wolniej
ui-speech-on = Włącz głos
ui-speech-off = Wyłącz głos
ui-now-louder = Teraz mówię tak głośno.
ui-now-softer = Teraz mówię tak cicho.
ui-now-faster = Teraz mówię tak szybko.
ui-now-slower = Teraz mówię tak wolno.

ui-help-title = Jak to działa
ui-help-1 = Dotknij obrazka, który wybierasz. Zawsze pytamy o jedną rzecz.
ui-help-2 = Wszystkiego można posłuchać. Naciśnij Powtórz. Przyciskiem Dźwięk ustawisz, czy głośniej, czy ciszej.
ui-help-3 = Na końcu dostaniesz wydruk. Nie udaje się? Zadzwoń: { $phone }.

ui-stop-title = Czy chcesz przerwać?
    .help = Wtedy wyrzucimy Twoje odpowiedzi.
ui-stop-yes = Tak, przerwij
ui-stop-no = Nie, dalej
ui-still-title = Czy ktoś tu jeszcze jest?
ui-still-help =
    { $seconds ->
        [one] Została { $seconds } sekunda.
        [few] Zostały { $seconds } sekundy.
       *[many] Zostało { $seconds } sekund.
    } Potem automat zaczyna od nowa.
    .spoken = Zostało tyle sekund: { $seconds }. Potem automat zaczyna od nowa.
ui-still-yes = Tak, jestem
ui-still-no = Przerwij

ui-receipt-title = Twój wydruk
ui-receipt-follow = Zeskanuj to i zobacz, co dalej. Albo wpisz numer w automacie.
ui-receipt-phone = Masz pytania? Zadzwoń: { $phone }
ui-receipt-dutch = Po niderlandzku, dla osób, które pomagają.
ui-test-print = Wydruk próbny
ui-test-print-text = To jest próba. Czy dobrze to widać? W takim razie drukarka działa dobrze.

### Hearing, seeing and pressing in another way

ui-read-on = Czytaj dalej
ui-now-size-0 = Litery są teraz zwykłe.
ui-now-size-1 = Litery są teraz większe.
ui-now-size-2 = Litery są teraz jeszcze większe.
ui-now-size-3 = Litery są teraz największe.
ui-sight = Widok
    .spoken = Widok: kolory i ruch na ekranie
ui-sight-title = Co widać najlepiej?
ui-theme-normal = Zwykły widok
    .note = Ciepłe kolory
ui-theme-contrast-light = Czarne na białym
    .note = Bardzo wyraźne
ui-theme-contrast-dark = Białe na czarnym
    .note = Bardzo wyraźne
ui-theme-low-glare = Łagodne światło
    .note = Nie męczy oczu
ui-motion-off = Mniej ruchu
ui-low = Wszystko niżej
ui-blank = Wyłącz ekran
    .note = Nadal wszystko słychać
ui-unblank = Włącz ekran
ui-explore-tap = Najpierw posłuchaj
    .note = Wybiera drugie dotknięcie
ui-scan-faster = Szybsze kroki
    .spoken = Przechodź szybciej przez wybór
ui-scan-slower = Wolniejsze kroki
    .spoken = Przechodź wolniej przez wybór
ui-now-contrast = Kolory są teraz inne.
ui-now-motion-off = Na ekranie jest teraz mniej ruchu.
ui-now-motion-on = Na ekranie jest teraz więcej ruchu.
ui-now-low = Wszystko jest teraz niżej.
ui-now-high = Wszystko jest teraz wyżej.
ui-now-blank = Ekran jest wyłączony. Dotknij go, to znów się włączy.
ui-now-unblank = Ekran znów jest włączony.
ui-now-explore-tap = Dotknij raz i posłuchaj, co tam jest. Dotknij drugi raz, żeby wybrać.
ui-now-explore-lift = Dotknij raz, żeby wybrać.
ui-now-scan-faster = Teraz tak szybko przechodzę przez wybór.
ui-now-scan-slower = Teraz tak wolno przechodzę przez wybór.
ui-now-speech-off = Głos jest teraz wyłączony.
ui-headphones = Teraz nikt inny mnie nie słyszy.
ui-scan-row = Rząd od { $first } do { $last }
ui-scan-waits = Czekam. Naciśnij swój przycisk, żeby iść dalej.

ui-practice-title = Wypróbuj klawisze
    .help = Naciśnij klawisz, a powiem, co robi. Nic się nie zmieni.
ui-practice-leave = Koniec próby
    .spoken = Koniec próby. To samo robi klawisz Pomoc.
ui-practice-nothing = Naciśnij klawisz.
ui-practice-up = W górę. Idziesz do tego, co jest wyżej.
ui-practice-down = W dół. Idziesz do tego, co jest niżej.
ui-practice-left = W lewo. Idziesz o jeden do tyłu.
ui-practice-right = W prawo. Idziesz o jeden dalej.
ui-practice-select = Wybierz. Wybierasz to, co właśnie było słychać.
ui-practice-back = Wróć. Idziesz do poprzedniego ekranu.
ui-practice-repeat = Powtórz. Słyszysz wszystko jeszcze raz.
ui-practice-help = Pomoc. Tak zaczyna się próba. Drugi raz kończy próbę.
ui-practice-louder = Głośniej. Głos będzie głośniejszy.
ui-practice-softer = Ciszej. Głos będzie cichszy.
ui-practice-faster = Szybciej. Głos będzie szybszy.
ui-practice-slower = Wolniej. Głos będzie wolniejszy.
ui-practice-pause = Pauza. Głos czeka albo mówi dalej.
ui-practice-erase = Kasuj. Ostatni znak znika.
ui-practice-speech = Głos. Głos włącza się albo wyłącza.
ui-practice-move = Następny. Idziesz o jeden dalej.
ui-practice-switch = Twój przycisk. Nim zaczynasz, a potem nim wybierasz.

### Saying it instead of typing it

ui-record = Powiedz
    .spoken = Powiedz to, zamiast pisać
ui-record-title = Powiedz to głosem
    .help = Naciśnij Nagraj. Potem mów.
ui-record-most =
    { $most ->
        [one] Masz { $most } sekundę.
        [few] Masz { $most } sekundy.
       *[many] Masz { $most } sekund.
    } Tylko my to usłyszymy.
    .spoken = Masz tyle sekund: { $most }. Tylko my to usłyszymy.
ui-record-start = Nagraj
ui-record-busy = Słucham
    .help = Gotowe? Wtedy naciśnij przycisk.
ui-record-stop = Koniec mówienia
ui-record-time =
    { $most ->
        [one] { $seconds } z { $most } sekundy
       *[many] { $seconds } z { $most } sekund
    }
    .spoken = Sekundy: { $seconds }. Najwyżej: { $most }.
ui-record-done = Wiadomość jest nagrana
    .help = Posłuchaj jej. Albo idź dalej.
ui-record-full = Czas minął. Wiadomość jest nagrana.
ui-record-silent = Nic nie było słychać. Spróbuj jeszcze raz.
ui-record-failed = Mikrofon teraz nie działa. Możesz to napisać.
ui-record-listen = Odtwórz nagranie
ui-record-again = Od nowa
    .spoken = Od nowa. Wtedy ta wiadomość zniknie.
ui-record-delete = Wyrzuć
    .spoken = Wyrzuć tę wiadomość
ui-record-keep = Użyj tego
    .spoken = Użyj tej wiadomości
ui-record-delete-title = Czy wyrzucić wiadomość?
    .help = Potem nie da się jej odzyskać.
ui-record-delete-yes = Tak, wyrzuć
ui-record-delete-no = Nie, zostaw
ui-recorded =
    { $seconds ->
        [one] Twój głos: { $seconds } sekunda
        [few] Twój głos: { $seconds } sekundy
       *[many] Twój głos: { $seconds } sekund
    }
    .spoken = Nagrany Twój głos, tyle sekund: { $seconds }

### Keys of every script

ui-key-latin = ABC
    .spoken = Zwykłe litery
ui-key-script = ABC
    .spoken = Polskie litery
ui-key-accents = éëï
    .spoken = Inne litery, ze znakami
ui-key-plain = abc
    .spoken = Proste litery, bez znaków
# Names of letters that the voice says wrong, or like another letter.
ui-letters = Litery
    .spoken = ó: o kreskowane; w: wu; z: zet

### For staff, behind a code

ui-staff = Dla pracowników
ui-staff-code = Jaki jest kod?
    .help = Ten kod daje gmina.
ui-staff-wrong = Ten kod się nie zgadza.
ui-staff-locked =
    { $minutes ->
        [one] Za dużo błędów. Poczekaj { $minutes } minutę.
        [few] Za dużo błędów. Poczekaj { $minutes } minuty.
       *[many] Za dużo błędów. Poczekaj { $minutes } minut.
    }
    .spoken = Za dużo błędów. Poczekaj tyle minut: { $minutes }.
ui-staff-title = Dla pracowników
    .help = Wybierz, co chcesz zrobić.
ui-learn = Nauka klawiszy
    .note = Który klawisz co robi?
ui-learn-title = Naciśnij klawisz: { $key }
    .help = Automat nie ma tego klawisza? Wtedy go pomiń.
ui-learn-skip = Pomiń ten klawisz
ui-learn-twice = Ten klawisz to już: { $key }. Naciśnij inny.
ui-learn-few = Bez tego klawisza nikt nie może wybierać. Pokaż go automatowi.
ui-learn-done = Klawisze są gotowe
    .help = Ten automat już je zna. Wypróbuj je.
ui-learn-not-kept = Nie udało się zapisać. Dysk jest pełny albo zepsuty.
ui-enrol = Zgłoś w urzędzie
    .note = Potem ten automat może wysyłać wiadomości.
    .again = Ten automat nazywa się teraz { $name }.
ui-enrol-title = Jaki jest kod zgłoszenia?
    .help = Jest na stronie Automaty urzędu. Wpisz go albo pokaż skanerowi.
ui-enrol-short = Kod ma 12 cyfr.
ui-enrol-scan = To nie jest kod zgłoszenia.
ui-enrol-unknown = Ten kod jest zły, zużyty albo za stary. Poproś o nowy.
ui-enrol-unreachable = Urząd jest teraz niedostępny. Spróbuj później.
ui-enrol-too-often = Za dużo prób. Poczekaj kilka minut.
ui-enrol-no-address = Ten automat nie zna adresu urzędu. Pokaż kod skanerowi.
ui-enrol-not-kept = Nie udało się zapisać. Poproś o nowy kod.
ui-enrol-unsafe = Ten adres nie jest bezpieczny. Nie zaczyna się od https.
ui-enrolling = Chwileczkę. Zgłaszamy automat.
ui-enrolled = Automat jest zgłoszony jako { $name }
    .help = Automat zaraz uruchomi się ponownie. Potem może wysyłać wiadomości.
ui-keyname-up = W górę
ui-keyname-down = W dół
ui-keyname-left = W lewo
ui-keyname-right = W prawo
ui-keyname-select = Wybierz
ui-keyname-back = Wróć
ui-keyname-repeat = Powtórz
ui-keyname-help = Pomoc
ui-keyname-louder = Głośniej
ui-keyname-softer = Ciszej
ui-keyname-faster = Szybciej
ui-keyname-slower = Wolniej
ui-keyname-pause = Pauza
ui-keyname-erase = Kasuj
ui-keyname-speech = Głos
ui-keyname-move = Następny
ui-keyname-switch = Jedyny przycisk

### Polish. The value is what is shown; `.spoken` is what is said where that differs.
### Plain Polish: short words, short sentences, one helping sentence per screen.
### It speaks to women and men alike: "wybierz", never a past tense that shows who you are.
### Names of Dutch schemes stay in brackets: that is what the visitor will read on letters.
### In `.spoken` they are spelled so that the Polish voice says them the Dutch way.
### The voice does not inflect a number: write sentences where it keeps its first form.

### Flows

## Report something in the street

flow-melding = Zgłoś problem na ulicy
    .note = Zepsute, brudne lub groźne
    .title = Zgłoszenie
    .send = Wyślij zgłoszenie
    .thanks = Dziękujemy. Zgłoszenie już u nas jest.
    .promise = Sprawdzimy to najpóźniej za 5 dni roboczych.

melding-wat = Czego to dotyczy?
    .help = Nie wiesz? Wtedy wybierz coś innego.
    .row = Temat

melding-welke = Co się dzieje?
    .help = Czy jest teraz niebezpiecznie? Zadzwoń pod 112.
    .help-spoken = Czy jest teraz niebezpiecznie? Zadzwoń: jeden, jeden, dwa.
    .row = Problem

melding-waar = Gdzie to jest?
    .help = Nie wiesz dokładnie? Nic nie szkodzi.
    .row = Gdzie
melding-waar-hier = Blisko stąd
    .note = Przy tym ekranie
melding-waar-plek = Przy znanym miejscu
    .note = Na przykład dworzec albo targ
melding-waar-adres = Przy adresie
    .note = Kod pocztowy i numer domu
melding-waar-weet-niet = Tego nie wiem
    .note = Można to zaraz opisać

melding-plek = Przy jakim miejscu to jest?
    .help = Nie ma tu tego miejsca? Wtedy wróć.
    .row = Miejsce

melding-postcode = Jaki tam jest kod pocztowy?
    .help = Nie wiesz? Wróć i wybierz miejsce.
    .row = Kod pocztowy

melding-huisnummer = Przy jakim numerze domu?
    .help = Wpisz numer domu, który jest najbliżej.
    .row = Numer domu

melding-vertel = Czy chcesz coś dodać?
    .help = Możesz to pominąć.
    .row = Twoje słowa

melding-antwoord = Czy chcesz naszej odpowiedzi?
    .help = Można też wybrać nie.
    .row = Odpowiedź
melding-antwoord-bellen = Tak, zadzwońcie
    .note = Zadzwoni nasz pracownik
melding-antwoord-sms = Tak, wyślijcie SMS
    .note = Wiadomość na telefon komórkowy
melding-antwoord-brief = Tak, wyślijcie list
    .note = Pocztą do domu
melding-antwoord-mail = Tak, wyślijcie e-mail
    .note = Wiadomość na komputer
melding-antwoord-geen = Nie, dziękuję
    .note = I tak się tym zajmiemy

melding-telefoon = Jaki jest Twój numer telefonu?
    .help = Tylko po to, żeby odpowiedzieć.
    .row = Telefon

melding-email = Jaki jest Twój adres e-mail?
    .help = Tylko po to, żeby odpowiedzieć.
    .row = E-mail

melding-naam = Jak się nazywasz?
    .help = To napiszemy na kopercie.
    .row = Nazwisko

melding-postcode-thuis = Jaki jest Twój kod pocztowy?
    .help = Tam wyślemy list.
    .row = Twój kod pocztowy

melding-huisnummer-thuis = Jaki jest numer Twojego domu?
    .help = Tam wyślemy list.
    .row = Twój numer domu

## Complaint, compliment or idea

flow-klacht = Skarga lub pomysł
    .note = Albo pochwała
    .title = Skarga, pochwała lub pomysł
    .send = Wyślij wiadomość
    .thanks = Dziękujemy. Wiadomość już u nas jest.
    .promise = Przeczytamy ją najpóźniej za 5 dni roboczych.

klacht-soort = Co chcesz nam przekazać?
    .help = Każda wiadomość nas czegoś uczy.
    .row = Rodzaj
klacht-soort-klacht = Skarga
    .note = Coś poszło źle
klacht-soort-compliment = Pochwała
    .note = Coś poszło bardzo dobrze
klacht-soort-idee = Pomysł
    .note = Może być lepiej
klacht-soort-weet-niet = Tego nie wiem
    .note = Chcę po prostu coś powiedzieć

klacht-onderwerp = Czego to dotyczy?
    .help = Nie wiesz? Wtedy wybierz coś innego.
    .row = Temat
klacht-onderwerp-balie = Nasza obsługa
klacht-onderwerp-wachten = Długie czekanie
klacht-onderwerp-brief = List od nas
klacht-onderwerp-geld = Pieniądze lub opieka
klacht-onderwerp-buurt = Ulica lub okolica
klacht-onderwerp-anders = Coś innego

klacht-vertel = Co chcesz nam powiedzieć?
    .help = Wystarczy kilka słów.
    .row = Twoje słowa

klacht-antwoord = Czy chcesz naszej odpowiedzi?
    .help = Można też wybrać nie.
    .row = Odpowiedź
klacht-antwoord-bellen = Tak, zadzwońcie
    .note = Zadzwoni nasz pracownik
klacht-antwoord-sms = Tak, wyślijcie SMS
    .note = Wiadomość na telefon komórkowy
klacht-antwoord-brief = Tak, wyślijcie list
    .note = Pocztą do domu
klacht-antwoord-mail = Tak, wyślijcie e-mail
    .note = Wiadomość na komputer
klacht-antwoord-geen = Nie, dziękuję
    .note = I tak to przeczytamy

klacht-telefoon = Jaki jest Twój numer telefonu?
    .help = Tylko po to, żeby odpowiedzieć.
    .row = Telefon

klacht-email = Jaki jest Twój adres e-mail?
    .help = Tylko po to, żeby odpowiedzieć.
    .row = E-mail

klacht-naam = Jak się nazywasz?
    .help = To napiszemy na kopercie.
    .row = Nazwisko

klacht-postcode-thuis = Jaki jest Twój kod pocztowy?
    .help = Tam wyślemy list.
    .row = Twój kod pocztowy

klacht-huisnummer-thuis = Jaki jest numer Twojego domu?
    .help = Tam wyślemy list.
    .row = Twój numer domu

## Appointment

flow-afspraak = Umów wizytę
    .note = Paszport, prawo jazdy, przeprowadzka
    .title = Wizyta
    .send = Poproś o wizytę
    .thanks = Dziękujemy. Prośba już u nas jest.
    .promise = Zadzwonimy najpóźniej za 2 dni robocze, żeby wybrać dzień.

afspraak-product = W jakiej sprawie chcesz przyjść?
    .help = Nie wiesz? Wtedy wybierz coś innego.
    .row = Sprawa
afspraak-product-paspoort = Paszport lub dowód
afspraak-product-rijbewijs = Prawo jazdy
afspraak-product-verhuizen = Przeprowadzka
afspraak-product-geboorte = Urodziło się dziecko
afspraak-product-trouwen = Biorę ślub
afspraak-product-anders = Coś innego

afspraak-dagdeel = Kiedy najlepiej przyjść?
    .help = Zadzwonimy, żeby wybrać dzień.
    .row = Kiedy
afspraak-dagdeel-ochtend = Rano
afspraak-dagdeel-middag = Po południu
afspraak-dagdeel-avond = Wieczorem
afspraak-dagdeel-maakt-niet-uit = Wszystko jedno

afspraak-naam = Jak się nazywasz?
    .help = Wtedy wiemy, do kogo dzwonimy.
    .row = Nazwisko i telefon

afspraak-telefoon = Jaki jest Twój numer telefonu?
    .help = Tylko po to, żeby zadzwonić o wizycie.
    .row = Telefon

## Help with money and care

flow-geldhulp = Pieniądze i opieka
    .note = Zobacz, co można dostać
    .title = Pieniądze i opieka
    .send = Wyślij prośbę
    .thanks = Dziękujemy. Prośba już u nas jest.
    .promise = Zadzwonimy najpóźniej za 2 dni robocze.

geldhulp-huur = Czy mieszkasz w wynajętym domu?
    .help = Mieszkanie w bloku też się liczy.
    .row = Wynajęty dom
geldhulp-huur-ja = Tak
geldhulp-huur-nee = Nie
geldhulp-huur-weet-niet = Tego nie wiem

geldhulp-kinderen = Czy mieszkają z Tobą dzieci?
    .help = Dzieci, które nie mają jeszcze 18 lat.
    .help-spoken = Dzieci, które nie mają jeszcze osiemnastu lat.
    .row = Dzieci
geldhulp-kinderen-ja = Tak
geldhulp-kinderen-nee = Nie
geldhulp-kinderen-weet-niet = Tego nie wiem

geldhulp-aow = Czy dostajesz AOW?
    .spoken = Czy dostajesz aowe?
    .help = To pieniądze od państwa dla starszych osób.
    .row = AOW
    .row-spoken = Aowe
geldhulp-aow-ja = Tak
geldhulp-aow-nee = Nie
geldhulp-aow-weet-niet = Tego nie wiem

geldhulp-inkomen = Czy masz niski dochód?
    .help = Na przykład zasiłek albo mała emerytura.
    .row = Niski dochód
geldhulp-inkomen-ja = Tak
geldhulp-inkomen-nee = Nie
geldhulp-inkomen-weet-niet = Tego nie wiem

geldhulp-rekeningen = Czy trudno wszystko zapłacić?
    .help = Na przykład czynsz, leczenie albo mandat.
    .row = Trudno płacić
geldhulp-rekeningen-ja = Tak
geldhulp-rekeningen-nee = Nie
geldhulp-rekeningen-weet-niet = Tego nie wiem

geldhulp-zorg = Czy potrzebna jest pomoc w domu?
    .help = Z powodu choroby albo gdy coś jest już za trudne.
    .row = Pomoc w domu
geldhulp-zorg-ja = Tak
geldhulp-zorg-nee = Nie
geldhulp-zorg-weet-niet = Tego nie wiem

geldhulp-advice = To może być dla Ciebie
    .help = Czy to dostaniesz, dowiesz się, gdy złożysz wniosek.

geldhulp-terugbellen = Czy mamy zadzwonić?
    .help = Wtedy pomożemy dalej.
    .row = Czy zadzwonić
geldhulp-terugbellen-ja = Tak, zadzwońcie
    .note = Zadzwoni nasz pracownik
geldhulp-terugbellen-nee = Nie, dziękuję
    .note = Nic o Tobie nie zapiszemy

geldhulp-naam = Jak się nazywasz?
    .help = Możesz to pominąć.
    .row = Nazwisko i telefon

geldhulp-telefoon = Jaki jest Twój numer telefonu?
    .help = Tylko po to, żeby zadzwonić w tej sprawie.
    .row = Telefon

## Call me back

flow-terugbellen = Zadzwońcie do mnie
    .note = Zadzwoni nasz pracownik
    .title = Zadzwońcie do mnie
    .send = Wyślij prośbę
    .thanks = Dziękujemy. Prośba już u nas jest.
    .promise = Zadzwonimy najpóźniej za 2 dni robocze.

terugbellen-waarover = Czego to dotyczy?
    .help = Nie wiesz? Wtedy wybierz coś innego.
    .row = Temat
terugbellen-waarover-buurt = Ulica lub okolica
terugbellen-waarover-geld = Pieniądze lub opieka
terugbellen-waarover-paspoort = Paszport lub prawo jazdy
terugbellen-waarover-wonen = Dom lub przeprowadzka
terugbellen-waarover-belasting = Podatek lub rachunek
terugbellen-waarover-anders = Coś innego

terugbellen-moment = Kiedy możemy zadzwonić?
    .help = Dzwonimy w dni robocze.
    .row = Kiedy
terugbellen-moment-ochtend = Rano
    .note = Od 9 do 12
    .note-spoken = Od dziewiątej do dwunastej
terugbellen-moment-middag = Po południu
    .note = Od 12 do 17
    .note-spoken = Od dwunastej do siedemnastej
terugbellen-moment-maakt-niet-uit = Wszystko jedno
    .note = Cały dzień pasuje

terugbellen-naam = Jak się nazywasz?
    .help = Możesz to pominąć.
    .row = Nazwisko i telefon

terugbellen-telefoon = Jaki jest Twój numer telefonu?
    .help = Tylko po to, żeby zadzwonić w tej sprawie.
    .row = Telefon

## How is my report?

flow-status = Co z moim zgłoszeniem?
    .note = Z numerem z wydruku
    .title = Co z moim zgłoszeniem?

status-code = Jaki numer jest na wydruku?
    .help = Ten numer ma 12 cyfr.
    .row = Numer

### Categories

category-verlichting = Lampa lub światła na drodze
category-verlichting-lamp-uit = Lampa nie świeci
category-verlichting-lamp-overdag = Lampa świeci w dzień
category-verlichting-lamp-kapot = Zepsuta lampa lub słup
category-verlichting-verkeerslicht = Zepsute światła na drodze
category-verlichting-anders = Inny problem z lampą

category-afval = Śmieci
category-afval-zwerfvuil = Śmieci na ulicy
category-afval-container = Kontener pełny lub zepsuty
category-afval-prullenbak = Kosz pełny lub zepsuty
category-afval-grofvuil = Duże rzeczy na ulicy
category-afval-gevaarlijk = Niebezpieczne odpady
category-afval-anders = Inny problem ze śmieciami

category-weg = Droga lub chodnik
category-weg-bestrating = Dziura lub luźne kamienie
category-weg-put = Woda nie spływa
category-weg-bord = Zepsuty znak drogowy
category-weg-meubilair = Zepsuta ławka, plac zabaw
category-weg-glad = Śliska droga
category-weg-anders = Inny problem z drogą

category-natuur = Drzewo, roślina, zwierzę
category-natuur-boom = Drzewo lub gałąź
category-natuur-gras = Za wysoka trawa lub krzak
category-natuur-onkruid = Chwasty
category-natuur-ratten = Szczury
category-natuur-water = Brud w wodzie
category-natuur-dood-dier = Martwe zwierzę
category-natuur-wespen = Osy
category-natuur-anders = Inna roślina lub zwierzę

category-overlast = Coś przeszkadza
category-overlast-parkeren = Auto blokuje drogę
category-overlast-lawaai = Hałas lub smród
category-overlast-mensen = Kłopot z ludźmi
category-overlast-hondenpoep = Psie kupy
category-overlast-wrak = Stary rower lub auto
category-overlast-graffiti = Farba na ścianie
category-overlast-vuurwerk = Fajerwerki
category-overlast-anders = Inny kłopot

category-anders = Coś innego
category-anders-anders = Coś innego

### Promises

promise-gemaakt-3 = Naprawimy to najpóźniej za 3 dni robocze.
promise-gemaakt-5 = Naprawimy to najpóźniej za 5 dni roboczych.
promise-gemaakt-21 = Naprawimy to najpóźniej za 21 dni roboczych.
promise-opgeruimd-3 = Posprzątamy to najpóźniej za 3 dni robocze.
promise-bekeken-3 = Sprawdzimy to najpóźniej za 3 dni robocze.
promise-bekeken-5 = Sprawdzimy to najpóźniej za 5 dni roboczych.
promise-bekeken-15 = Sprawdzimy to najpóźniej za 15 dni roboczych.
promise-drukke-wegen = Najpierw zabezpieczamy ruchliwe drogi.
promise-doorgegeven = Przekażemy to właściwym osobom.

### Places

place-station = Dworzec
place-winkels = Sklepy w centrum
place-markt = Targ
place-bibliotheek = Biblioteka
place-gemeentehuis = Urząd gminy
place-park = Park miejski
place-school = Szkoła
place-zwembad = Basen
place-sporthal = Hala sportowa
place-ziekenhuis = Szpital

### Advice
### Three sentences: what it is, who it is for, what to do. No amounts: they go stale.

advice-schuldhulp = Pomoc przy długach
    .line1 = Pomagamy, żeby znów dało się wszystko płacić.
    .line2 = To jest dla każdego, kto nie może płacić rachunków, i nic nie kosztuje.
    .line3 = Zadzwoń szybko, nawet gdy chodzi o jeden rachunek.

advice-bijstand = Zasiłek na życie (bijstand)
    .spoken = Zasiłek na życie, po niderlandzku: bejstant
    .line1 = To pieniądze od gminy na codzienne życie.
    .line2 = To jest dla osób, które mają mały dochód i małe oszczędności.
    .line3 = Złóż wniosek w gminie szybko: pieniądze są dopiero od tego dnia.

advice-aio = Dodatek do AOW
    .spoken = Dodatek do aowe
    .line1 = To się nazywa AIO: dodatek, gdy AOW jest za niskie.
    .line1-spoken = To się nazywa a, i, o: dodatek, gdy aowe jest za niskie.
    .line2 = To jest często dla osób, które mieszkały też w innym kraju.
    .line3 = Złóż wniosek w SVB, które płaci też AOW.
    .line3-spoken = Złóż wniosek w eswebe, które płaci też aowe.

advice-huurtoeslag = Dodatek do czynszu (huurtoeslag)
    .spoken = Dodatek do czynszu, po niderlandzku: hurtuslach
    .line1 = Co miesiąc dostajesz pieniądze na czynsz.
    .line2 = To jest dla osób w wynajętym domu, które mają niski dochód.
    .line3 = Złóż wniosek w urzędzie Dienst Toeslagen.
    .line3-spoken = Złóż wniosek w urzędzie Dinst Tuslachen.

advice-zorgtoeslag = Dodatek na leczenie (zorgtoeslag)
    .spoken = Dodatek na leczenie, po niderlandzku: zorchtuslach
    .line1 = Co miesiąc dostajesz pieniądze na ubezpieczenie zdrowotne.
    .line2 = To jest dla osób od 18 lat, które mają niski dochód.
    .line2-spoken = To jest dla osób od osiemnastu lat, które mają niski dochód.
    .line3 = Złóż wniosek w urzędzie Dienst Toeslagen.
    .line3-spoken = Złóż wniosek w urzędzie Dinst Tuslachen.

advice-kindgebonden-budget = Dodatek na dzieci (kindgebonden budget)
    .spoken = Dodatek na dzieci, po niderlandzku: kintchebonden biudżet
    .line1 = Co miesiąc dostajesz pieniądze na dzieci.
    .line2 = To jest dla rodziców, oprócz zwykłego zasiłku na dzieci (kinderbijslag).
    .line2-spoken = To jest dla rodziców, oprócz zwykłego zasiłku na dzieci, kinderbejslach.
    .line3 = Jeszcze go nie masz? Złóż wniosek w urzędzie Dienst Toeslagen.
    .line3-spoken = Jeszcze go nie masz? Złóż wniosek w urzędzie Dinst Tuslachen.

advice-bijzondere-bijstand = Pomoc specjalna (bijzondere bijstand)
    .spoken = Pomoc specjalna, po niderlandzku: bizondere bejstant
    .line1 = Dostajesz pieniądze na coś, co jest naprawdę potrzebne.
    .line2 = To jest na rzeczy, na które nie masz pieniędzy, na przykład łóżko.
    .line3 = Złóż wniosek w gminie, zanim coś kupisz.

advice-inkomenstoeslag = Dodatek do dochodu (inkomenstoeslag)
    .spoken = Dodatek do dochodu, po niderlandzku: inkomenstuslach
    .line1 = Raz w roku dostajesz dodatkowe pieniądze od gminy.
    .line2 = To jest dla osób, które od lat mają mało pieniędzy.
    .line3 = Co roku złóż w gminie nowy wniosek.

advice-kwijtschelding = Mniejszy podatek (kwijtschelding)
    .spoken = Mniejszy podatek, po niderlandzku: kwejtschelding
    .line1 = Płacisz wtedy gminie mniejszy podatek albo nic.
    .line2 = To jest dla osób, które mają niski dochód i małe oszczędności.
    .line3 = Złóż wniosek, gdy przyjdzie rachunek za podatek.

advice-hulp-thuis = Pomoc w domu (Wmo)
    .spoken = Pomoc w domu, po niderlandzku: we-em-o
    .line1 = Dostajesz pomoc w domu, gdy coś jest już za trudne.
    .line2 = Na przykład sprzątanie, dojazd albo wózek inwalidzki.
    .line3 = Zadzwoń, a ktoś przyjdzie do domu porozmawiać.

advice-gesprek = Rozmowa z nami
    .line1 = Razem sprawdzimy, co jest możliwe.
    .line2 = Możesz przyjść z kimś, kto Ci pomaga.
    .line3 = Weź listy i rachunki, nawet te zamknięte.
