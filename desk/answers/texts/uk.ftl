### Як відвідувач дізнається, чим усе скінчилося. Проста мова.

hello = Добрий день!
about = Ви повідомили нам про щось біля термінала: { $day }. Тема: { $subject }.
number = Ваш номер: { $number }.
said-planned = Ми це зробимо.
planned-on = Ми зробимо це в цей день: { $planned }.
said-done = Готово.
said-cannot = На жаль, ми не можемо цього зробити.
said-forwarded = Цим займається інша організація. Ми надіслали їй ваше повідомлення.
forwarded-to = Це: { $organisation }.
not-solved = Проблему не вирішено? Дивіться { $link } або приходьте до термінала.
more = Що буде далі, ви побачите тут: { $link } або біля термінала.
question = Маєте питання? Дзвоніть нам: { $phone }.
bye = З повагою,
in-dutch = Нідерландською: { $sentence }

## SMS

sms-about = { $municipality }: { $subject }, номер { $number }.
sms-more = Більше: { $link }

## Телефон

call-hello = Добрий день, я телефоную від імені { $municipality }.
call-solved = Чи проблему вирішено?
call-question = Чи маєте ви питання?

## Лист і е-пошта: що стоїть навколо тексту

mail-subject = Відповідь від { $municipality }, номер { $number }
letter-number = Ваш номер
letter-date = Дата
letter-scan = Як справи? Скануйте цей код телефоном.
letter-kiosk = Немає телефону? Приходьте з номером до термінала.
letter-in-dutch = Нідерландською

## An example, for whoever edits the texts

sample-subject = Зламаний вуличний ліхтар
sample-sentence = Ми замінили лампу. Вона знову світить.
