### Wat de burger leest op de pagina achter de QR-code. Niveau B1 of makkelijker.

page-title = Hoe gaat het met uw bericht?
language-name = Nederlands
languages = Kies uw taal
code = Uw nummer
received-on = Ontvangen op { $day }
at-time = Om { $time } uur
changed-on = Laatst veranderd op { $day }

## De stand van zaken: kop, en de zin als de gemeente er zelf geen schreef.

status-received = Wij hebben uw bericht
status-received-sentence = Uw bericht is goed binnengekomen. U hoeft niets te doen.
status-in_progress = Wij zijn ermee bezig
status-in_progress-sentence = Wij werken aan uw bericht. U hoeft niets te doen.
status-planned = Het is gepland
status-planned-sentence = Wij hebben het werk gepland. U hoeft niets te doen.
status-done = Het is klaar
status-done-sentence = Wij zijn klaar met uw bericht.
status-cannot = Het kan helaas niet
status-cannot-sentence = Wij kunnen dit helaas niet doen.
status-forwarded = Een andere organisatie gaat dit doen
status-forwarded-sentence = Wij hebben uw bericht doorgestuurd. U hoeft niets te doen.
again-sentence = Wij kijken er opnieuw naar. U hoeft niets te doen.
planned-on = Gepland op { $day }
forwarded-to = Het is nu bij:

## De vier stappen

steps = In vier stappen
step-sent = Verstuurd
step-received = Ontvangen
step-in_progress = Bezig
step-planned = Gepland
step-done = Klaar
step-cannot = Kan niet
step-forwarded = Doorgestuurd
step-now = Hier zijn we nu
step-past = Gedaan
step-later = Nog niet

## Onder de stappen

from-municipality = Bericht van de gemeente
in-dutch = Dit schrijft de gemeente in het Nederlands:
promise = Wat wij beloofden
promise-until = Uiterlijk { $day }.
promise-late = Het duurt langer dan wij beloofden. Sorry. Bel ons gerust.
question = Heeft u een vraag?
call = Bel ons: { $phone }
call-note = Houd uw nummer klaar.

## Is het echt opgelost?

solved-question = Is het echt opgelost?
solved-yes = Ja, het is opgelost
solved-no = Nee, het is niet opgelost
thanks = Dank u wel
thanks-solved = Fijn dat het is opgelost.
thanks-not-solved = Wij kijken er opnieuw naar.
too-late = Dit kan hier niet meer. Bel ons, dan kijken wij er opnieuw naar.

## Meer met hetzelfde nummer

which-day = Welke dag was het?
which-day-why = Er zijn { $count } berichten met dit nummer. Kies de dag waarop u bij de zuil was.
same-day-why = Er zijn { $count } berichten met dit nummer op deze dag. Kijk naar de tijd.
other-day = Een andere dag kiezen

## Een nummer typen, en als het niet lukt

ask-title = Hoe gaat het met uw bericht?
ask-label = Typ het nummer van uw bon
ask-hint = Het nummer heeft 12 cijfers.
ask-button = Bekijken
wrong-title = Dit nummer klopt niet
wrong-why = Het nummer op uw bon heeft 12 cijfers. Kijk nog eens goed en typ het opnieuw.
unknown-title = Wij vinden dit nummer nog niet
unknown-why = Was u vandaag bij de zuil? Dan kan het nog even duren. Kijk later nog eens.
unknown-check = Kijk ook of het nummer klopt met uw bon.
wait-title = Even wachten
wait-why = U heeft heel vaak gekeken. Probeer het over een minuut opnieuw.
