### Interface: words that stand on every kiosk

ui-language-name = Nederlands
ui-language = Taal
    .spoken = Taal. U hoort nu Nederlands.
ui-language-title = Welke taal wilt u?
ui-sound = Geluid
ui-silent = Stil
    .spoken = Het geluid is uit
ui-larger = Groter
    .spoken = Grotere letters
ui-smaller = Kleiner
    .spoken = Kleinere letters
ui-back = Terug
ui-repeat = Herhaal
    .spoken = Nog een keer horen
ui-pause = Pauze
ui-resume = Verder
    .spoken = Verder luisteren
ui-help = Hulp
ui-stop = Stop
ui-chosen = Gekozen
ui-not-now = Dat kan nu niet

ui-start-title = Wat wilt u doen?
    .help = Tik op een plaatje. Of luister en kies.
ui-news = Nieuws
ui-closed-title = Deze zuil doet het nu niet
ui-closed = Wij zijn ermee bezig. U kunt ons wel bellen.
ui-closed-call = Bel { $phone }
ui-next = Verder
ui-skip = Overslaan
ui-more = Meer
    .spoken = Meer keuzes
ui-change = Wijzig
ui-check-title = Klopt dit?
    .help = Wij krijgen het pas als u op de knop drukt.
ui-skipped = Niets
ui-filled-in = ingevuld
ui-done = Klaar
ui-close = Verder
ui-hear = Luister
    .spoken = Hoor wat u hebt getypt
ui-hear-code = Luister
    .spoken = Hoor uw nummer nog een keer

ui-hint-postcode = 1234 AB
    .spoken = Bijvoorbeeld: 1 2 3 4, A B
ui-hint-house-number = 12
    .spoken = Bijvoorbeeld: 12
ui-hint-phone = 06 12 34 56 78
    .spoken = Tik uw nummer in.
ui-hint-email = naam@voorbeeld.nl
    .spoken = Bijvoorbeeld: naam, apenstaartje, voorbeeld punt n l
ui-hint-name = Uw naam
ui-hint-street = Uw straat
ui-hint-words = Typ hier
ui-hint-code = 0000 0000 0000
    .spoken = Er staan 12 cijfers op uw bon.
ui-hint-digits = 0

ui-key-erase = Wis
ui-key-space = Spatie
ui-key-letters = ABC
    .spoken = Letters
ui-key-digits = 123
    .spoken = Cijfers
ui-key-dot = punt
ui-key-comma = komma
ui-key-question = vraagteken
ui-key-exclamation = uitroepteken
ui-key-at = apenstaartje
ui-key-dash = streepje
ui-key-underscore = laag streepje
ui-key-apostrophe = hoge komma
ui-key-plus = plus
ui-hidden-digit = cijfer
ui-hidden-letter = letter

ui-wrong-postcode = Zo'n postcode is er niet. Typ 4 cijfers en 2 letters.
ui-wrong-house-number = Typ een huisnummer. Bijvoorbeeld 12 of 12 B.
ui-wrong-street = Typ de naam van de straat.
ui-wrong-phone = Dit nummer klopt niet. Een nummer heeft 10 cijfers.
ui-wrong-email = Dit adres klopt niet. Er moet een @ in staan.
    .spoken = Dit adres klopt niet. Er moet een apenstaartje in staan.
ui-wrong-name = Typ uw naam met letters.
ui-wrong-words = Typ een paar woorden.
ui-wrong-code = Dit nummer klopt niet. Kijk nog eens op uw bon.
ui-wrong-digits = Typ een getal.
ui-wrong-scan = Wij konden uw bon niet lezen. Typ het nummer.
ui-empty-postcode = Typ eerst de postcode.
ui-empty-house-number = Typ eerst het huisnummer.
ui-empty-street = Typ eerst de straat.
ui-empty-phone = Typ eerst uw nummer.
ui-empty-email = Typ eerst uw adres voor de mail.
ui-empty-name = Typ eerst uw naam.
ui-empty-words = Typ eerst een paar woorden.
ui-empty-code = Typ eerst het nummer van uw bon.
ui-empty-digits = Typ eerst een getal.
ui-unknown-code = Dit nummer kennen wij nog niet. Is het van vandaag? Probeer het dan later nog eens.
ui-no-network = Wij kunnen het nu niet vragen. Probeer het straks nog eens.
ui-save-disk-full = Het is niet gelukt. Uw antwoorden staan er nog. Probeer het nog eens.
ui-save-disk-fault = Het is niet gelukt. Uw antwoorden staan er nog. Probeer het nog eens.
ui-save-not-enrolled = Deze zuil kan nog niets versturen. Vraag hulp aan iemand die hier werkt.

ui-saving = Een ogenblik. Wij bewaren het.
ui-looking = Een ogenblik. Wij kijken het na.
ui-your-code = Uw nummer
ui-qr = Hebt u een telefoon? Scan dit en volg het.
ui-paper-printing = Uw bon komt eraan.
ui-paper-printed = Pak uw bon. Bewaar hem goed.
ui-paper-none = Schrijf uw nummer op. Of maak er een foto van.
ui-paper-no-paper = Het papier is op. Schrijf uw nummer op of maak een foto.
ui-paper-cover-open = De printer staat open. Schrijf uw nummer op of maak een foto.
ui-paper-offline = De printer staat uit. Schrijf uw nummer op of maak een foto.
ui-paper-lost = De printer doet het niet. Schrijf uw nummer op of maak een foto.
ui-paper-fault = Het printen is niet gelukt. Schrijf uw nummer op of maak een foto.
ui-leaflet-title = Neem het papier mee
ui-leaflet-none = Er is geen papier
ui-leaflet-printing = Uw papier komt eraan.
ui-leaflet-printed = Pak uw papier. Alles staat erop.
ui-leaflet-failed = Het printen lukt nu niet. Bel ons, dan vertellen wij het u: { $phone }.

ui-status-title = Zo staat het ermee
ui-status-received = Binnen
ui-status-in-progress = Bezig
ui-status-planned = Gepland
ui-status-planned-day = Gepland op { $day }
ui-status-done = Klaar
ui-status-cannot = Het kan niet
ui-status-forwarded = Bij een andere organisatie
ui-status-organisation = Het is nu bij
ui-status-day = Wij kregen het op { $day }.
ui-which-day = Van welke dag is uw bon?
    .help = Kies de dag die op uw bon staat.
ui-solved-title = Is het echt opgelost?
ui-solved-yes = Ja, het is opgelost
ui-solved-no = Nee, het is niet opgelost
ui-solved-thanks = Fijn dat het is opgelost.
ui-not-solved = Het is niet opgelost.
ui-not-solved-send = Dit doorgeven
ui-telling = Een ogenblik. Wij geven het door.
ui-thank-you = Dank u
ui-told = Wij gaan er weer naar kijken.
ui-not-told-title = Het is niet gelukt
ui-not-told-call = Bel { $phone }
ui-not-told = Dan gaan wij er weer naar kijken.

ui-sound-title = Geluid
ui-sound-level = Hoe hard: { $volume } van 7. Hoe snel: { $rate } van 7.
ui-louder = Harder
ui-softer = Zachter
ui-faster = Sneller
ui-slower = Langzamer
ui-speech-on = Stem aan
ui-speech-off = Stem uit
ui-now-louder = Zo hard praat ik nu.
ui-now-softer = Zo zacht praat ik nu.
ui-now-faster = Zo snel praat ik nu.
ui-now-slower = Zo langzaam praat ik nu.

ui-help-title = Zo werkt het
ui-help-1 = Tik op het plaatje dat u wilt. Wij vragen steeds één ding.
ui-help-2 = U kunt alles horen. Druk op Herhaal. Bij Geluid maakt u het harder of zachter.
ui-help-3 = Aan het eind krijgt u een bon. Lukt het niet? Bel { $phone }.

ui-stop-title = Wilt u stoppen?
    .help = Dan gooien wij uw antwoorden weg.
ui-stop-yes = Ja, stoppen
ui-stop-no = Nee, verder gaan
ui-still-title = Bent u er nog?
ui-still-help = Nog { $seconds } seconden. Dan begint de zuil opnieuw.
ui-still-yes = Ja, ik ben er nog
ui-still-no = Stoppen

ui-receipt-title = Uw bon
ui-receipt-follow = Scan dit en zie hoe het gaat. Of typ het nummer op de zuil.
ui-receipt-phone = Vragen? Bel { $phone }
ui-receipt-dutch = In het Nederlands, voor wie u helpt.
ui-test-print = Een proef
ui-test-print-text = Dit is een proef. Kunt u dit goed lezen? Dan doet de printer het goed.

### Hearing, seeing and pressing in another way

ui-read-on = Lees verder
ui-now-size-0 = De letters zijn nu gewoon.
ui-now-size-1 = De letters zijn nu groter.
ui-now-size-2 = De letters zijn nu nog groter.
ui-now-size-3 = Groter dan dit kan niet.
ui-sight = Zien
    .spoken = Kleuren en rust op het scherm
ui-sight-title = Wat ziet u het best?
ui-theme-normal = Gewoon
    .note = Warme kleuren
ui-theme-contrast-light = Zwart op wit
    .note = Heel duidelijk
ui-theme-contrast-dark = Wit op zwart
    .note = Heel duidelijk
ui-theme-low-glare = Zacht licht
    .note = Rustig voor de ogen
ui-motion-off = Minder beweging
ui-low = Alles lager
ui-blank = Scherm uit
    .note = U hoort dan alles
ui-unblank = Scherm aan
ui-explore-tap = Eerst horen
    .note = Kies met een tweede tik
ui-scan-faster = Sneller langs
    .spoken = Sneller langs de keuzes gaan
ui-scan-slower = Trager langs
    .spoken = Langzamer langs de keuzes gaan
ui-now-contrast = De kleuren zijn nu anders.
ui-now-motion-off = Het scherm beweegt nu minder.
ui-now-motion-on = Het scherm beweegt nu meer.
ui-now-low = Alles staat nu lager.
ui-now-high = Alles staat nu hoger.
ui-now-blank = Het scherm is uit. Tik erop, dan gaat het weer aan.
ui-now-unblank = Het scherm is weer aan.
ui-now-explore-tap = Tik één keer en u hoort wat er staat. Tik nog een keer om te kiezen.
ui-now-explore-lift = Tik één keer om te kiezen.
ui-now-scan-faster = Zo snel ga ik nu langs de keuzes.
ui-now-scan-slower = Zo langzaam ga ik nu langs de keuzes.
ui-now-speech-off = De stem is nu uit.
ui-headphones = U hoort mij nu alleen zelf.
ui-scan-row = Rij van { $first } tot { $last }
ui-scan-waits = Ik wacht op u. Druk op uw knop als u verder wilt.

ui-practice-title = Oefen met de toetsen
    .help = Druk op een toets. Ik zeg wat die doet, meer niet.
ui-practice-leave = Stop met oefenen
    .spoken = Stop met oefenen. Dat kan ook met de toets Hulp.
ui-practice-nothing = Druk op een toets.
ui-practice-up = Omhoog. U gaat naar wat erboven staat.
ui-practice-down = Omlaag. U gaat naar wat eronder staat.
ui-practice-left = Links. U gaat één terug.
ui-practice-right = Rechts. U gaat één verder.
ui-practice-select = Kiezen. U kiest wat u net hoorde.
ui-practice-back = Terug. U gaat naar het vorige scherm.
ui-practice-repeat = Herhaal. U hoort alles nog een keer.
ui-practice-help = Hulp. Hiermee gaat u oefenen. Nog een keer en u stopt.
ui-practice-louder = Harder. De stem wordt harder.
ui-practice-softer = Zachter. De stem wordt zachter.
ui-practice-faster = Sneller. De stem gaat sneller.
ui-practice-slower = Langzamer. De stem gaat langzamer.
ui-practice-pause = Pauze. De stem wacht even, of gaat verder.
ui-practice-erase = Wis. Het laatste teken gaat weg.
ui-practice-speech = Stem. De stem gaat aan of uit.
ui-practice-move = Volgende. U gaat één verder.
ui-practice-switch = Uw knop. U begint, en daarna kiest u ermee.

### Saying it instead of typing it

ui-record = Zeg het
    .spoken = Zeg het in plaats van typen
ui-record-title = Zeg het met uw stem
    .help = Druk op Opnemen. Zeg dan wat u wilt.
ui-record-most = U hebt { $most } seconden. Alleen wij horen het.
ui-record-start = Opnemen
ui-record-busy = Ik luister naar u
    .help = Klaar? Druk dan op de knop.
ui-record-stop = Klaar met praten
ui-record-time = { $seconds } van { $most } seconden
ui-record-done = Uw bericht staat erop
    .help = Luister het na. Of ga verder.
ui-record-full = De tijd is om. Uw bericht staat erop.
ui-record-silent = Ik heb niets gehoord. Probeer het nog eens.
ui-record-failed = De microfoon doet het nu niet. U kunt het typen.
ui-record-listen = Luister het na
ui-record-again = Doe het over
    .spoken = Doe het over. Dit bericht gaat dan weg.
ui-record-delete = Gooi het weg
ui-record-keep = Gebruik dit
    .spoken = Gebruik dit bericht
ui-record-delete-title = Wilt u het bericht weggooien?
    .help = Dat kunt u niet terugdraaien.
ui-record-delete-yes = Ja, gooi het weg
ui-record-delete-no = Nee, bewaar het
ui-recorded = Uw stem: { $seconds } seconden
    .spoken = U hebt het gezegd met uw stem, in { $seconds } seconden

### Keys of every script

ui-key-latin = ABC
    .spoken = Gewone letters
ui-key-script = ABC
    .spoken = Letters van uw taal
ui-key-accents = éëï
    .spoken = Letters met tekens
ui-key-plain = abc
    .spoken = Letters zonder tekens
# Names of letters that the voice says wrong, or like another letter.
ui-letters = Letters
    .spoken = é: e accent aigu; ê: e met een dakje

### For staff, behind a code

ui-staff = Voor wie hier werkt
ui-staff-code = Wat is de code?
    .help = Die kreeg u van de gemeente.
ui-staff-wrong = Deze code klopt niet.
ui-staff-locked = Te vaak fout. Wacht { $minutes } minuten.
ui-staff-title = Voor wie hier werkt
    .help = Kies wat u wilt doen.
ui-learn = Toetsen leren
    .note = Welke toets doet wat?
ui-learn-title = Druk op de toets voor: { $key }
    .help = Heeft de zuil die toets niet? Sla hem dan over.
ui-learn-skip = Sla deze toets over
ui-learn-twice = Die toets is al { $key }. Druk op een andere.
ui-learn-few = Zonder deze toets kan iemand niet kiezen. Leer hem aan de zuil.
ui-learn-done = De toetsen zijn klaar
    .help = Deze zuil kent ze nu. Probeer ze uit.
ui-learn-not-kept = Bewaren is niet gelukt. De schijf is vol of stuk.
ui-enrol = Aanmelden bij de gemeente
    .note = Daarna kan deze zuil berichten versturen.
    .again = Deze zuil heet nu { $name }.
ui-enrol-title = Wat is de code om aan te melden?
    .help = Die staat op de pagina Zuilen van de gemeente. Typ hem, of houd hem voor de scanner.
ui-enrol-short = De code heeft 12 cijfers.
ui-enrol-scan = Dit is geen code om aan te melden.
ui-enrol-unknown = Deze code klopt niet, is al gebruikt of is te oud. Vraag een nieuwe.
ui-enrol-unreachable = De gemeente is nu niet te bereiken. Probeer het straks nog een keer.
ui-enrol-too-often = Te vaak geprobeerd. Wacht een paar minuten.
ui-enrol-no-address = Deze zuil weet niet waar de gemeente is. Houd de code voor de scanner.
ui-enrol-not-kept = Bewaren is niet gelukt. Vraag daarna een nieuwe code.
ui-enrol-unsafe = Dit adres is niet veilig. Het begint niet met https.
ui-enrolling = Even wachten. Wij melden de zuil aan.
ui-enrolled = De zuil is aangemeld als { $name }
    .help = De zuil start zo opnieuw. Daarna kan hij berichten versturen.
ui-keyname-up = Omhoog
ui-keyname-down = Omlaag
ui-keyname-left = Links
ui-keyname-right = Rechts
ui-keyname-select = Kiezen
ui-keyname-back = Terug
ui-keyname-repeat = Herhaal
ui-keyname-help = Hulp
ui-keyname-louder = Harder
ui-keyname-softer = Zachter
ui-keyname-faster = Sneller
ui-keyname-slower = Langzamer
ui-keyname-pause = Pauze
ui-keyname-erase = Wis
ui-keyname-speech = Stem
ui-keyname-move = Volgende
ui-keyname-switch = De enige knop

### Dutch. The value is what is shown; `.spoken` is what is said where that differs.
### B1 or easier: "u", short sentences, one helping sentence per screen.
### How the names are built and checked: docs/flows.md.

### Flows

## Report something in the street

flow-melding = Iets melden op straat
    .note = Kapot, vuil of gevaarlijk
    .title = Melding
    .send = Melding versturen
    .thanks = Dank u wel. Uw melding is binnen.
    .promise = Wij kijken er binnen 5 werkdagen naar.

melding-wat = Waar gaat het over?
    .help = Weet u het niet? Kies dan iets anders.
    .row = Wat

melding-welke = Wat is er aan de hand?
    .help = Is er nu gevaar? Bel dan 112.
    .help-spoken = Is er nu gevaar? Bel dan één, één, twee.
    .row = Wat

melding-waar = Waar is het?
    .help = Weet u het niet precies? Dat geeft niet.
    .row = Waar
melding-waar-hier = Hier dichtbij
    .note = Bij dit scherm
melding-waar-plek = Bij een bekende plek
    .note = Zoals het station of de markt
melding-waar-adres = Bij een adres
    .note = Met postcode en huisnummer
melding-waar-weet-niet = Dat weet ik niet
    .note = U kunt het straks vertellen

melding-plek = Bij welke plek is het?
    .help = Staat de plek er niet bij? Ga dan terug.
    .row = Plek

melding-postcode = Wat is de postcode daar?
    .help = Weet u die niet? Ga terug en kies een plek.
    .row = Postcode

melding-huisnummer = Bij welk huisnummer is het?
    .help = Neem het huis dat het dichtst bij is.
    .row = Huisnummer

melding-vertel = Wilt u er iets bij vertellen?
    .help = Dit mag u overslaan.
    .row = Uw woorden

melding-antwoord = Wilt u antwoord van ons?
    .help = U mag ook nee kiezen.
    .row = Antwoord
melding-antwoord-bellen = Ja, bel mij
    .note = Een mens belt u op
melding-antwoord-sms = Ja, stuur een sms
    .note = Een bericht op uw mobiele telefoon
melding-antwoord-brief = Ja, stuur een brief
    .note = Met de post bij u thuis
melding-antwoord-mail = Ja, stuur een e-mail
    .note = Een bericht op de computer
melding-antwoord-geen = Nee, dank u
    .note = Wij doen er ook dan iets mee

melding-telefoon = Wat is uw telefoonnummer?
    .help = Alleen om u te antwoorden.
    .row = Telefoon

melding-email = Wat is uw e-mailadres?
    .spoken = Wat is uw e-mail adres?
    .help = Alleen om u te antwoorden.
    .row = E-mail

melding-naam = Wat is uw naam?
    .help = Voor op de brief.
    .row = Naam

melding-postcode-thuis = Wat is uw eigen postcode?
    .help = Daar sturen wij de brief naartoe.
    .row = Uw postcode

melding-huisnummer-thuis = Wat is uw eigen huisnummer?
    .help = Daar sturen wij de brief naartoe.
    .row = Uw huisnummer

## Complaint, compliment or idea

flow-klacht = Klacht of idee
    .note = Of een compliment
    .title = Klacht, compliment of idee
    .send = Bericht versturen
    .thanks = Dank u wel. Uw bericht is binnen.
    .promise = Wij lezen uw bericht binnen 5 werkdagen.

klacht-soort = Wat wilt u laten weten?
    .help = Wij leren van alles wat u zegt.
    .row = Soort
klacht-soort-klacht = Een klacht
    .note = Er ging iets niet goed
klacht-soort-compliment = Een compliment
    .note = Er ging iets heel goed
klacht-soort-idee = Een idee
    .note = Het kan beter
klacht-soort-weet-niet = Dat weet ik niet
    .note = Ik wil gewoon iets zeggen

klacht-onderwerp = Waar gaat het over?
    .help = Weet u het niet? Kies dan iets anders.
    .row = Onderwerp
klacht-onderwerp-balie = Hoe wij u helpen
klacht-onderwerp-wachten = Lang wachten
klacht-onderwerp-brief = Een brief van ons
klacht-onderwerp-geld = Geld of zorg
klacht-onderwerp-buurt = Straat of buurt
klacht-onderwerp-anders = Iets anders

klacht-vertel = Wat wilt u ons vertellen?
    .help = Een paar woorden is genoeg.
    .row = Uw woorden

klacht-antwoord = Wilt u antwoord van ons?
    .help = U mag ook nee kiezen.
    .row = Antwoord
klacht-antwoord-bellen = Ja, bel mij
    .note = Een mens belt u op
klacht-antwoord-sms = Ja, stuur een sms
    .note = Een bericht op uw mobiele telefoon
klacht-antwoord-brief = Ja, stuur een brief
    .note = Met de post bij u thuis
klacht-antwoord-mail = Ja, stuur een e-mail
    .note = Een bericht op de computer
klacht-antwoord-geen = Nee, dank u
    .note = Wij lezen het ook dan

klacht-telefoon = Wat is uw telefoonnummer?
    .help = Alleen om u te antwoorden.
    .row = Telefoon

klacht-email = Wat is uw e-mailadres?
    .spoken = Wat is uw e-mail adres?
    .help = Alleen om u te antwoorden.
    .row = E-mail

klacht-naam = Wat is uw naam?
    .help = Voor op de brief.
    .row = Naam

klacht-postcode-thuis = Wat is uw eigen postcode?
    .help = Daar sturen wij de brief naartoe.
    .row = Uw postcode

klacht-huisnummer-thuis = Wat is uw eigen huisnummer?
    .help = Daar sturen wij de brief naartoe.
    .row = Uw huisnummer

## Appointment

flow-afspraak = Afspraak maken
    .note = Paspoort, rijbewijs of verhuizen
    .title = Afspraak
    .send = Afspraak aanvragen
    .thanks = Dank u wel. Uw vraag is binnen.
    .promise = Wij bellen u binnen 2 werkdagen om een dag te kiezen.

afspraak-product = Waarvoor wilt u komen?
    .help = Weet u het niet? Kies dan iets anders.
    .row = Waarvoor
afspraak-product-paspoort = Paspoort of ID-kaart
afspraak-product-rijbewijs = Rijbewijs
afspraak-product-verhuizen = Ik ga verhuizen
afspraak-product-geboorte = Er is een kind geboren
afspraak-product-trouwen = Ik ga trouwen
afspraak-product-anders = Iets anders

afspraak-dagdeel = Wanneer komt u het liefst?
    .help = Wij bellen u om de dag te kiezen.
    .row = Wanneer
afspraak-dagdeel-ochtend = In de ochtend
afspraak-dagdeel-middag = In de middag
afspraak-dagdeel-avond = In de avond
afspraak-dagdeel-maakt-niet-uit = Dat maakt niet uit

afspraak-naam = Wat is uw naam?
    .help = Dan weten wij wie wij bellen.
    .row = Naam en telefoon

afspraak-telefoon = Wat is uw telefoonnummer?
    .help = Alleen om u te bellen over de afspraak.
    .row = Telefoon

## Help with money and care

flow-geldhulp = Hulp met geld en zorg
    .note = Kijk wat er voor u kan
    .title = Hulp met geld en zorg
    .send = Vraag versturen
    .thanks = Dank u wel. Uw vraag is binnen.
    .promise = Wij bellen u binnen 2 werkdagen.

geldhulp-huur = Woont u in een huurhuis?
    .help = Een flat telt ook.
    .row = Huurhuis
geldhulp-huur-ja = Ja
geldhulp-huur-nee = Nee
geldhulp-huur-weet-niet = Dat weet ik niet

geldhulp-kinderen = Hebt u kinderen die bij u wonen?
    .help = Kinderen die nog geen 18 jaar zijn.
    .row = Kinderen
geldhulp-kinderen-ja = Ja
geldhulp-kinderen-nee = Nee
geldhulp-kinderen-weet-niet = Dat weet ik niet

geldhulp-aow = Krijgt u AOW?
    .spoken = Krijgt u A-O-W?
    .help = Dat is geld van de overheid voor ouderen.
    .row = AOW
    .row-spoken = A-O-W
geldhulp-aow-ja = Ja
geldhulp-aow-nee = Nee
geldhulp-aow-weet-niet = Dat weet ik niet

geldhulp-inkomen = Is uw inkomen laag?
    .help = Zoals een uitkering of een klein pensioen.
    .row = Laag inkomen
geldhulp-inkomen-ja = Ja
geldhulp-inkomen-nee = Nee
geldhulp-inkomen-weet-niet = Dat weet ik niet

geldhulp-rekeningen = Is het moeilijk om alles te betalen?
    .help = Zoals de huur, de zorg of een boete.
    .row = Moeilijk betalen
geldhulp-rekeningen-ja = Ja
geldhulp-rekeningen-nee = Nee
geldhulp-rekeningen-weet-niet = Dat weet ik niet

geldhulp-zorg = Hebt u thuis hulp nodig?
    .help = Omdat u ziek bent, of omdat iets niet meer lukt.
    .row = Hulp thuis
geldhulp-zorg-ja = Ja
geldhulp-zorg-nee = Nee
geldhulp-zorg-weet-niet = Dat weet ik niet

geldhulp-advice = Dit kan iets voor u zijn
    .help = Of u het krijgt, hoort u als u het vraagt.

geldhulp-terugbellen = Zullen wij u bellen?
    .help = Dan helpen wij u verder.
    .row = Bellen
geldhulp-terugbellen-ja = Ja, bel mij
    .note = Een mens belt u op
geldhulp-terugbellen-nee = Nee, dank u
    .note = Wij bewaren niets over u

geldhulp-naam = Wat is uw naam?
    .help = Dit mag u overslaan.
    .row = Naam en telefoon

geldhulp-telefoon = Wat is uw telefoonnummer?
    .help = Alleen om u te bellen over uw vraag.
    .row = Telefoon

## Call me back

flow-terugbellen = Bel mij terug
    .note = Een mens belt u op
    .title = Bel mij terug
    .send = Vraag versturen
    .thanks = Dank u wel. Uw vraag is binnen.
    .promise = Wij bellen u binnen 2 werkdagen.

terugbellen-waarover = Waar gaat het over?
    .help = Weet u het niet? Kies dan iets anders.
    .row = Onderwerp
terugbellen-waarover-buurt = Straat of buurt
terugbellen-waarover-geld = Geld of zorg
terugbellen-waarover-paspoort = Paspoort of rijbewijs
terugbellen-waarover-wonen = Wonen of verhuizen
terugbellen-waarover-belasting = Belasting of rekening
terugbellen-waarover-anders = Iets anders

terugbellen-moment = Wanneer mogen wij bellen?
    .help = Wij bellen op een werkdag.
    .row = Wanneer
terugbellen-moment-ochtend = In de ochtend
    .note = Tussen 9 en 12 uur
terugbellen-moment-middag = In de middag
    .note = Tussen 12 en 5 uur
terugbellen-moment-maakt-niet-uit = Dat maakt niet uit
    .note = De hele dag is goed

terugbellen-naam = Wat is uw naam?
    .help = Dit mag u overslaan.
    .row = Naam en telefoon

terugbellen-telefoon = Wat is uw telefoonnummer?
    .help = Alleen om u te bellen over uw vraag.
    .row = Telefoon

## How is my report?

flow-status = Hoe is het met mijn melding?
    .note = Met het nummer op uw bon
    .title = Hoe is het met mijn melding?

status-code = Wat is het nummer op uw bon?
    .help = Het zijn 12 cijfers.
    .row = Nummer

### Categories

category-verlichting = Lamp of verkeerslicht
category-verlichting-lamp-uit = Lamp brandt niet
category-verlichting-lamp-overdag = Lamp brandt overdag
category-verlichting-lamp-kapot = Lamp of paal is kapot
category-verlichting-verkeerslicht = Verkeerslicht is kapot
category-verlichting-anders = Iets anders met een lamp

category-afval = Afval
category-afval-zwerfvuil = Afval op straat
category-afval-container = Container vol of kapot
category-afval-prullenbak = Prullenbak vol of kapot
category-afval-grofvuil = Grote spullen op straat
category-afval-gevaarlijk = Gevaarlijk afval
category-afval-anders = Iets anders met afval

category-weg = Weg of stoep
category-weg-bestrating = Gat of losse stenen
category-weg-put = Water blijft staan
category-weg-bord = Verkeersbord is kapot
category-weg-meubilair = Bank of speelplek kapot
category-weg-glad = De weg is glad
category-weg-anders = Iets anders met de weg

category-natuur = Boom, plant of dier
category-natuur-boom = Boom of tak
category-natuur-gras = Gras of struik te hoog
category-natuur-onkruid = Onkruid
category-natuur-ratten = Ratten
category-natuur-water = Vuil in het water
category-natuur-dood-dier = Dood dier
category-natuur-wespen = Wespen
category-natuur-anders = Andere plant of ander dier

category-overlast = Overlast
category-overlast-parkeren = Auto staat in de weg
category-overlast-lawaai = Lawaai of stank
category-overlast-mensen = Last van mensen
category-overlast-hondenpoep = Hondenpoep
category-overlast-wrak = Oude fiets of auto
category-overlast-graffiti = Verf op de muur
category-overlast-vuurwerk = Vuurwerk
category-overlast-anders = Andere overlast

category-anders = Iets anders
category-anders-anders = Iets anders

### Promises

promise-gemaakt-3 = Wij maken het binnen 3 werkdagen.
promise-gemaakt-5 = Wij maken het binnen 5 werkdagen.
promise-gemaakt-21 = Wij maken het binnen 21 werkdagen.
promise-opgeruimd-3 = Wij ruimen het op binnen 3 werkdagen.
promise-bekeken-3 = Wij kijken er binnen 3 werkdagen naar.
promise-bekeken-5 = Wij kijken er binnen 5 werkdagen naar.
promise-bekeken-15 = Wij kijken er binnen 15 werkdagen naar.
promise-drukke-wegen = Wij maken eerst de drukke wegen veilig.
promise-doorgegeven = Wij geven het door aan de juiste mensen.

### Places

place-station = Station
place-winkels = Winkels in het centrum
place-markt = Markt
place-bibliotheek = Bibliotheek
place-gemeentehuis = Gemeentehuis
place-park = Stadspark
place-school = School
place-zwembad = Zwembad
place-sporthal = Sporthal
place-ziekenhuis = Ziekenhuis

### Advice
### Three sentences: what it is, who it is for, what to do. No amounts: they go stale.

advice-schuldhulp = Hulp bij schulden
    .line1 = Wij helpen u om alles weer te kunnen betalen.
    .line2 = Het is voor iedereen die rekeningen niet kan betalen, en het kost niets.
    .line3 = Bel ons snel, ook als het om één rekening gaat.

advice-bijstand = Bijstand
    .line1 = Bijstand is geld van de gemeente om van te leven.
    .line2 = Het is voor mensen met weinig inkomen en weinig spaargeld.
    .line3 = Vraag het snel aan bij de gemeente: u krijgt het pas vanaf die dag.

advice-aio = Extra geld bij uw AOW
    .spoken = Extra geld bij uw A-O-W
    .line1 = Dit heet AIO: extra geld als uw AOW te laag is.
    .line1-spoken = Dit heet A-I-O: extra geld als uw A-O-W te laag is.
    .line2 = Het is vaak voor mensen die ook in een ander land woonden.
    .line3 = Vraag het aan bij de SVB, die ook uw AOW betaalt.
    .line3-spoken = Vraag het aan bij de S-V-B, die ook uw A-O-W betaalt.

advice-huurtoeslag = Huurtoeslag
    .line1 = U krijgt elke maand geld voor uw huur.
    .line2 = Het is voor mensen met een huurhuis en een laag inkomen.
    .line3 = Vraag het aan bij Dienst Toeslagen van de overheid.

advice-zorgtoeslag = Zorgtoeslag
    .line1 = U krijgt elke maand geld voor uw zorgverzekering.
    .line2 = Het is voor mensen vanaf 18 jaar met een laag inkomen.
    .line3 = Vraag het aan bij Dienst Toeslagen van de overheid.

advice-kindgebonden-budget = Kindgebonden budget
    .line1 = U krijgt elke maand geld voor uw kinderen.
    .line2 = Het is voor ouders, en het komt boven op de kinderbijslag.
    .line3 = Krijgt u het nog niet, vraag het dan aan bij Dienst Toeslagen.

advice-bijzondere-bijstand = Bijzondere bijstand
    .line1 = U krijgt geld voor iets dat u echt nodig hebt.
    .line2 = Het is voor kosten die u niet zelf kunt betalen, zoals een bed.
    .line3 = Vraag het aan bij de gemeente voordat u iets koopt.

advice-inkomenstoeslag = Individuele inkomenstoeslag
    .line1 = U krijgt één keer per jaar extra geld van de gemeente.
    .line2 = Het is voor mensen die al jaren weinig geld hebben.
    .line3 = Vraag het elk jaar opnieuw aan bij de gemeente.

advice-kwijtschelding = Kwijtschelding van belasting
    .line1 = U hoeft dan minder of geen belasting aan de gemeente te betalen.
    .line2 = Het is voor mensen met een laag inkomen en weinig spaargeld.
    .line3 = Vraag het aan als u de rekening voor de belasting krijgt.

advice-hulp-thuis = Hulp thuis (Wmo)
    .spoken = Hulp thuis, uit de wet W-M-O
    .line1 = U krijgt hulp in huis als iets u zelf niet meer lukt.
    .line2 = Denk aan schoonmaken, vervoer of een rolstoel.
    .line3 = Bel ons, dan komt er iemand bij u langs om te praten.

advice-gesprek = Een gesprek met ons
    .line1 = Wij kijken samen met u wat er kan.
    .line2 = U mag iemand meenemen die u helpt.
    .line3 = Neem uw brieven en rekeningen mee, ook als ze nog dicht zijn.
