### Що читає мешканець на сторінці за QR-кодом. Проста українська.

page-title = Що з вашим повідомленням?
language-name = Українська
languages = Виберіть мову
code = Ваш номер
received-on = Ми отримали це: { $day }
at-time = О { $time }
changed-on = Остання зміна: { $day }

## How it is: heading, and the sentence where the municipality wrote none.

status-received = Ми отримали ваше повідомлення
status-received-sentence = Ваше повідомлення дійшло до нас. Вам не треба нічого робити.
status-in_progress = Ми над цим працюємо
status-in_progress-sentence = Ми працюємо над вашим повідомленням. Вам не треба нічого робити.
status-planned = Це заплановано
status-planned-sentence = Ми запланували цю роботу. Вам не треба нічого робити.
status-done = Готово
status-done-sentence = Ми все зробили за вашим повідомленням.
status-cannot = На жаль, не можна
status-cannot-sentence = На жаль, ми не можемо цього зробити.
status-forwarded = Це зробить інша організація
status-forwarded-sentence = Ми передали ваше повідомлення далі. Вам не треба нічого робити.
again-sentence = Ми знову цим займаємося. Вам не треба нічого робити.
planned-on = Заплановано: { $day }
forwarded-to = Зараз цим займається:

## The four steps

steps = Чотири кроки
step-sent = Надіслано
step-received = Отримано
step-in_progress = Працюємо
step-planned = Заплановано
step-done = Готово
step-cannot = Не можна
step-forwarded = Передано далі
step-now = Ми зараз тут
step-past = Зроблено
step-later = Ще ні

## Below the steps

from-municipality = Повідомлення від муніципалітету
in-dutch = Муніципалітет написав це нідерландською:
promise = Що ми обіцяли
promise-until = Не пізніше: { $day }.
promise-late = Це триває довше, ніж ми обіцяли. Вибачте. Телефонуйте нам, будь ласка.
question = Маєте питання?
call = Дзвоніть нам: { $phone }
call-note = Тримайте свій номер напоготові.

## Is it really solved?

solved-question = Це справді вирішено?
solved-yes = Так, вирішено
solved-no = Ні, не вирішено
thanks = Дякуємо
thanks-solved = Ми раді, що це вирішено.
thanks-not-solved = Ми знову цим займаємося.
too-late = Тут це вже не можна зробити. Зателефонуйте нам, і ми знову цим займемося.

## More with the same number

which-day = Який це був день?
which-day-why = Повідомлень із цим номером: { $count }. Виберіть день, коли ви були біля термінала.
same-day-why = Повідомлень із цим номером у цей день: { $count }. Подивіться на час.
other-day = Вибрати інший день

## Typing a number, and when it does not work

ask-title = Що з вашим повідомленням?
ask-label = Введіть номер із вашого талона
ask-hint = Номер має 12 цифр.
ask-button = Показати
wrong-title = Цей номер неправильний
wrong-why = Номер на талоні має 12 цифр. Подивіться ще раз і введіть його знову.
unknown-title = Ми ще не знайшли цього номера
unknown-why = Ви були біля термінала сьогодні? Тоді це може тривати трохи довше. Подивіться пізніше.
unknown-check = Перевірте також, чи номер такий самий, як на талоні.
wait-title = Зачекайте хвилинку
wait-why = Ви дивилися дуже часто. Спробуйте знову за хвилину.
