### Co czyta mieszkaniec na stronie pod kodem QR. Prosty polski.

page-title = Co się dzieje z Twoją wiadomością?
language-name = Polski
languages = Wybierz język
code = Twój numer
received-on = Dostaliśmy to w dniu: { $day }
at-time = O godzinie { $time }
changed-on = Ostatnia zmiana: { $day }

## How it is: heading, and the sentence where the municipality wrote none.

status-received = Mamy Twoją wiadomość
status-received-sentence = Twoja wiadomość dotarła do nas. Nie musisz nic robić.
status-in_progress = Pracujemy nad tym
status-in_progress-sentence = Pracujemy nad Twoją sprawą. Nie musisz nic robić.
status-planned = To jest zaplanowane
status-planned-sentence = Zaplanowaliśmy tę pracę. Nie musisz nic robić.
status-done = Gotowe
status-done-sentence = Twoja sprawa jest załatwiona.
status-cannot = Niestety nie da się
status-cannot-sentence = Niestety nie możemy tego zrobić.
status-forwarded = Zajmie się tym inna instytucja
status-forwarded-sentence = Przekazaliśmy Twoją wiadomość dalej. Nie musisz nic robić.
again-sentence = Zajmujemy się tym jeszcze raz. Nie musisz nic robić.
planned-on = Zaplanowane na dzień: { $day }
forwarded-to = Teraz zajmuje się tym:

## The four steps

steps = W czterech krokach
step-sent = Wysłane
step-received = Przyjęte
step-in_progress = Pracujemy
step-planned = Zaplanowane
step-done = Gotowe
step-cannot = Nie da się
step-forwarded = Przekazane dalej
step-now = Jesteśmy tutaj
step-past = Zrobione
step-later = Jeszcze nie

## Below the steps

from-municipality = Wiadomość od gminy
in-dutch = Gmina napisała po niderlandzku:
promise = Co obiecaliśmy
promise-until = Najpóźniej: { $day }.
promise-late = To trwa dłużej, niż obiecaliśmy. Przepraszamy. Zadzwoń do nas śmiało.
question = Masz pytanie?
call = Zadzwoń: { $phone }
call-note = Przygotuj swój numer.

## Is it really solved?

solved-question = Czy sprawa jest naprawdę załatwiona?
solved-yes = Tak, jest załatwiona
solved-no = Nie, nie jest załatwiona
thanks = Dziękujemy
thanks-solved = Cieszymy się, że sprawa jest załatwiona.
thanks-not-solved = Zajmujemy się tym jeszcze raz.
too-late = Tutaj już nie można tego zgłosić. Zadzwoń do nas, a zajmiemy się tym jeszcze raz.

## More with the same number

which-day = Który to był dzień?
which-day-why = Liczba wiadomości z tym numerem: { $count }. Wybierz dzień, kiedy automat przyjął wiadomość.
same-day-why = Liczba wiadomości z tym numerem w tym dniu: { $count }. Spójrz na godzinę.
other-day = Wybierz inny dzień

## Typing a number, and when it does not work

ask-title = Co się dzieje z Twoją wiadomością?
ask-label = Wpisz numer ze swojego wydruku
ask-hint = Numer ma 12 cyfr.
ask-button = Pokaż
wrong-title = Ten numer się nie zgadza
wrong-why = Numer na wydruku ma 12 cyfr. Spójrz jeszcze raz i wpisz go ponownie.
unknown-title = Nie znamy jeszcze tego numeru
unknown-why = Wiadomość jest z dzisiaj? To może jeszcze chwilę potrwać. Zajrzyj później.
unknown-check = Sprawdź też, czy numer jest taki sam jak na wydruku.
wait-title = Poczekaj chwilę
wait-why = Dużo tych prób. Spróbuj znowu za minutę.
