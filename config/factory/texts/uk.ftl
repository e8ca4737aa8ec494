### Interface: words that stand on every kiosk

ui-language-name = Українська
ui-language = Мова
    .spoken = Мова. Зараз ви чуєте українську.
ui-language-title = Яку мову ви хочете?
ui-sound = Звук
ui-silent = Тихо
    .spoken = Звук вимкнено
ui-larger = Більше
    .spoken = Більші літери
ui-smaller = Менше
    .spoken = Менші літери
ui-back = Назад
ui-repeat = Повтор
    .spoken = Послухати ще раз
ui-pause = Пауза
ui-resume = Далі
    .spoken = Слухати далі
ui-help = Поміч
    .spoken = Допомога
ui-stop = Стоп
ui-chosen = Вибрано
ui-not-now = Зараз не можна

ui-start-title = Що ви хочете зробити?
    .help = Торкніться малюнка. Або слухайте й вибирайте.
ui-news = Новини
ui-closed-title = Цей термінал зараз не працює
ui-closed = Ми вже працюємо над цим. Ви можете нам подзвонити.
ui-closed-call = Дзвоніть: { $phone }
ui-next = Далі
ui-skip = Пропустити
ui-more = Ще
    .spoken = Показати інші варіанти
ui-change = Змінити
ui-check-title = Усе правильно?
    .help = Ми отримаємо це, лише коли ви натиснете кнопку.
ui-skipped = Нічого
ui-filled-in = заповнено
ui-done = Готово
ui-close = Далі
ui-hear = Слухати
    .spoken = Почути, що ви ввели
ui-hear-code = Слухати
    .spoken = Почути ваш номер

ui-hint-postcode = 1234 AB
    .spoken = Наприклад: 1 2 3 4, а бе
ui-hint-house-number = 12
    .spoken = Наприклад: 12
ui-hint-phone = 06 12 34 56 78
    .spoken = Введіть ваш номер.
ui-hint-email = naam@voorbeeld.nl
    .spoken = Наприклад: ім'я, собачка, назва сайту
ui-hint-name = Ваше ім'я
ui-hint-street = Ваша вулиця
ui-hint-words = Пишіть тут
ui-hint-code = 0000 0000 0000
    .spoken = На вашому талоні 12 цифр.
ui-hint-digits = 0

ui-key-erase = Стерти
ui-key-space = Пробіл
ui-key-letters = ABC
    .spoken = До літер
ui-key-digits = 123
    .spoken = До цифр
ui-key-dot = крапка
ui-key-comma = кома
ui-key-question = знак питання
ui-key-exclamation = знак оклику
ui-key-at = собачка
ui-key-dash = тире
ui-key-underscore = нижнє тире
ui-key-apostrophe = апостроф
ui-key-plus = плюс
ui-hidden-digit = цифра
ui-hidden-letter = літера

ui-wrong-postcode = Такого індексу немає. Введіть 4 цифри і 2 літери.
ui-wrong-house-number = Введіть номер будинку. Наприклад, 12 або 12 B.
    .spoken = Введіть номер будинку. Наприклад, 12 або 12 бе.
ui-wrong-street = Введіть назву вулиці.
ui-wrong-phone = Цей номер неправильний. У номері 10 цифр.
ui-wrong-email = Ця адреса неправильна. У ній має бути знак @.
    .spoken = Ця адреса неправильна. У ній має бути знак собачка.
ui-wrong-name = Напишіть ваше ім'я літерами.
ui-wrong-words = Напишіть кілька слів.
ui-wrong-code = Цей номер неправильний. Ще раз подивіться на ваш талон.
ui-wrong-digits = Введіть число.
ui-wrong-scan = Ми не змогли прочитати талон. Введіть номер.
ui-empty-postcode = Спочатку введіть поштовий індекс.
ui-empty-house-number = Спочатку введіть номер будинку.
ui-empty-street = Спочатку введіть вулицю.
ui-empty-phone = Спочатку введіть ваш номер.
ui-empty-email = Спочатку введіть вашу електронну адресу.
ui-empty-name = Спочатку введіть ваше ім'я.
ui-empty-words = Спочатку напишіть кілька слів.
ui-empty-code = Спочатку введіть номер з талона.
ui-empty-digits = Спочатку введіть число.
ui-unknown-code = Ми ще не знаємо цього номера. Він сьогоднішній? Тоді спробуйте пізніше.
ui-no-network = Зараз ми не можемо спитати. Спробуйте трохи пізніше.
ui-save-disk-full = Не вийшло. Ваші відповіді ще тут. Спробуйте ще раз.
ui-save-disk-fault = Не вийшло. Ваші відповіді ще тут. Спробуйте ще раз.
ui-save-not-enrolled = Цей термінал ще не може нічого надіслати. Попросіть допомоги в працівника.

ui-saving = Зачекайте хвилинку. Ми зберігаємо.
ui-looking = Зачекайте хвилинку. Ми шукаємо.
ui-your-code = Ваш номер
ui-qr = Маєте телефон? Наведіть камеру сюди й дивіться, що з вашою справою.
ui-paper-printing = Ваш талон друкується.
ui-paper-printed = Візьміть талон. Збережіть його.
ui-paper-none = Запишіть ваш номер. Або сфотографуйте його.
ui-paper-no-paper = Папір закінчився. Запишіть номер або сфотографуйте його.
ui-paper-cover-open = Принтер відкритий. Запишіть номер або сфотографуйте його.
ui-paper-offline = Принтер вимкнений. Запишіть номер або сфотографуйте його.
ui-paper-lost = Принтер не працює. Запишіть номер або сфотографуйте його.
ui-paper-fault = Друк не вдався. Запишіть номер або сфотографуйте його.
ui-leaflet-title = Візьміть папір із собою
ui-leaflet-none = Паперу немає
ui-leaflet-printing = Ваш папір друкується.
ui-leaflet-printed = Візьміть ваш папір. Там усе написано.
ui-leaflet-failed = Зараз друк не працює. Подзвоніть нам, ми все розкажемо: { $phone }.

ui-status-title = Ось як ідуть справи
ui-status-received = Отримано
ui-status-in-progress = Працюємо
ui-status-planned = Заплановано
ui-status-planned-day = Заплановано: { $day }
ui-status-done = Готово
ui-status-cannot = Не можна
ui-status-forwarded = В іншій організації
ui-status-organisation = Зараз цим займається
ui-status-day = Ми отримали це: { $day }
ui-which-day = З якого дня ваш талон?
    .help = Виберіть день, який є на талоні.
ui-solved-title = Це справді вирішено?
ui-solved-yes = Так, вирішено
ui-solved-no = Ні, не вирішено
ui-solved-thanks = Ми раді, що це вирішено.
ui-not-solved = Це не вирішено.
ui-not-solved-send = Повідомити про це
ui-telling = Зачекайте хвилинку. Ми передаємо.
ui-thank-you = Дякуємо
ui-told = Ми знову цим займемося.
ui-not-told-title = Не вийшло
ui-not-told-call = Дзвоніть: { $phone }
ui-not-told = Тоді ми знову цим займемося.

ui-sound-title = Звук
ui-sound-level = Гучність: { $volume } з 7. Швидкість: { $rate } з 7.
    .spoken = Гучність: { $volume } з 7. Шьвидкість: { $rate } з 7.
ui-louder = Гучніше
ui-softer = Тихіше
ui-faster = Швидше
    .spoken = Шьвидше
ui-slower = Повільніше
ui-speech-on = Увімкнути голос
ui-speech-off = Вимкнути голос
ui-now-louder = Тепер я говорю так гучно.
ui-now-softer = Тепер я говорю так тихо.
ui-now-faster = Тепер я говорю так швидко.
    .spoken = Тепер я говорю так шьвидко.
ui-now-slower = Тепер я говорю так повільно.

ui-help-title = Як це працює
ui-help-1 = Торкніться малюнка, який вам потрібен. Ми питаємо щоразу про щось одне.
ui-help-2 = Ви можете все почути. Натисніть «Повтор». Кнопка «Звук» робить голос гучнішим або тихішим.
    .spoken = Ви можете все почути. Натисніть кнопку Повтор. Кнопка Звук робить голос гучнішим або тихішим.
ui-help-3 = Наприкінці ви отримаєте талон. Не виходить? Дзвоніть: { $phone }.

ui-stop-title = Хочете закінчити?
    .help = Тоді ми видалимо ваші відповіді.
ui-stop-yes = Так, закінчити
ui-stop-no = Ні, продовжити
ui-still-title = Ви ще тут?
ui-still-help = Ще { $seconds } { $seconds ->
        [one] секунда
        [few] секунди
       *[many] секунд
    }. Потім термінал почне спочатку.
ui-still-yes = Так, я ще тут
ui-still-no = Закінчити

ui-receipt-title = Ваш талон
ui-receipt-follow = Наведіть сюди камеру телефону й дивіться, що з вашою справою. Або введіть номер на терміналі.
ui-receipt-phone = Питання? Дзвоніть: { $phone }
ui-receipt-dutch = Тут є і нідерландською, для тих, хто вам допомагає.
ui-test-print = Пробний талон
ui-test-print-text = Це проба. Чи добре видно цей текст? Тоді принтер працює добре.

### Hearing, seeing and pressing in another way

ui-read-on = Читати далі
ui-now-size-0 = Тепер літери звичайні.
ui-now-size-1 = Тепер літери більші.
ui-now-size-2 = Тепер літери ще більші.
ui-now-size-3 = Тепер літери найбільші.
ui-sight = Зір
    .spoken = Вигляд екрана: кольори і рух
ui-sight-title = Що ви бачите найкраще?
ui-theme-normal = Звичайний
    .spoken = Звичайні кольори
    .note = Теплі кольори
ui-theme-contrast-light = Чорне на білому
    .note = Дуже чітко
ui-theme-contrast-dark = Біле на чорному
    .note = Дуже чітко
ui-theme-low-glare = М'яке світло
    .note = Спокійно для очей
ui-motion-off = Менше руху
ui-low = Усе нижче
ui-blank = Вимкнути екран
    .note = Ви й тоді все чуєте
ui-unblank = Увімкнути екран
ui-explore-tap = Спочатку чути
    .note = Вибір другим дотиком
ui-scan-faster = Іти швидше
    .spoken = Іти за списком шьвидше
ui-scan-slower = Іти повільніше
    .spoken = Іти за списком повільніше
ui-now-contrast = Тепер кольори інші.
ui-now-motion-off = Тепер на екрані менше руху.
ui-now-motion-on = Тепер на екрані більше руху.
ui-now-low = Тепер усе нижче.
ui-now-high = Тепер усе вище.
ui-now-blank = Екран вимкнено. Торкніться його, і він увімкнеться.
ui-now-unblank = Екран знову працює.
ui-now-explore-tap = Торкніться раз, щоб почути. Торкніться ще раз, щоб вибрати.
ui-now-explore-lift = Торкніться раз, щоб вибрати.
ui-now-scan-faster = Тепер я йду за списком так швидко.
    .spoken = Тепер я йду за списком так шьвидко.
ui-now-scan-slower = Тепер я йду за списком так повільно.
ui-now-speech-off = Тепер голос вимкнено.
ui-headphones = Тепер мене чуєте тільки ви.
ui-scan-row = Рядок від { $first } до { $last }
ui-scan-waits = Я чекаю на вас. Щоб іти далі, натисніть вашу кнопку.

ui-practice-title = Потренуйтеся з клавішами
    .help = Натисніть клавішу, і я скажу, що вона робить. Нічого не зміниться.
ui-practice-leave = Закінчити тренування
    .spoken = Закінчити тренування. Це робить і клавіша Допомога.
ui-practice-nothing = Натисніть клавішу.
ui-practice-up = Вгору. Ви йдете до того, що вище.
ui-practice-down = Вниз. Ви йдете до того, що нижче.
ui-practice-left = Ліворуч. Ви йдете на один крок назад.
ui-practice-right = Праворуч. Ви йдете на один крок далі.
ui-practice-select = Вибрати. Ви вибираєте те, що почули.
ui-practice-back = Назад. Ви йдете на попередній екран.
ui-practice-repeat = Повтор. Ви чуєте все ще раз.
ui-practice-help = Допомога. Тут починається тренування. Натисніть ще раз, і воно закінчиться.
ui-practice-louder = Гучніше. Голос стає гучнішим.
ui-practice-softer = Тихіше. Голос стає тихішим.
ui-practice-faster = Швидше. Голос говорить швидше.
    .spoken = Шьвидше. Голос говорить шьвидше.
ui-practice-slower = Повільніше. Голос говорить повільніше.
ui-practice-pause = Пауза. Голос чекає або говорить далі.
ui-practice-erase = Стерти. Останній знак зникає.
ui-practice-speech = Голос. Голос вмикається або вимикається.
ui-practice-move = Наступне. Ви йдете на один крок далі.
ui-practice-switch = Ваша кнопка. Нею ви починаєте, а потім вибираєте.

### Saying it instead of typing it

ui-record = Сказати
    .spoken = Сказати голосом, а не писати
ui-record-title = Скажіть це голосом
    .help = Натисніть «Запис». Потім скажіть, що хочете.
    .help-spoken = Натисніть кнопку Запис. Потім скажіть, що хочете.
ui-record-most = У вас { $most } секунд. Це чуємо тільки ми.
ui-record-start = Запис
ui-record-busy = Я вас слухаю
    .help = Усе сказали? Тоді натисніть кнопку.
ui-record-stop = Це все, готово
ui-record-time = { $seconds } з { $most } секунд
ui-record-done = Ваші слова записано
    .help = Прослухайте їх. Або йдіть далі.
ui-record-full = Час закінчився. Ваші слова записано.
ui-record-silent = Нічого не було чути. Спробуйте ще раз.
ui-record-failed = Мікрофон не працює. Ви можете написати.
ui-record-listen = Почути запис
ui-record-again = Записати знову
    .spoken = Записати знову. Цей запис тоді зникне.
ui-record-delete = Видалити
    .spoken = Видалити запис
ui-record-keep = Залишити
    .spoken = Залишити цей запис
ui-record-delete-title = Видалити запис?
    .help = Повернути його не можна.
ui-record-delete-yes = Так, видалити
ui-record-delete-no = Ні, залишити
ui-recorded = Ваш голос: { $seconds } { $seconds ->
        [one] секунда
        [few] секунди
       *[many] секунд
    }
    .spoken = Ви сказали це голосом, { $seconds } { $seconds ->
        [one] секунда
        [few] секунди
       *[many] секунд
    }

### Keys of every script

ui-key-latin = ABC
    .spoken = Латинські літери
ui-key-script = АБВ
    .spoken = Українські літери
ui-key-accents = éëï
    .spoken = Літери зі знаками
ui-key-plain = abc
    .spoken = Літери без знаків
# Names of letters that the voice says wrong, or like another letter.
ui-letters = Літери
    .spoken = б: бе; в: ве; ж: же; з: зе; й: йот

### For staff, behind a code

ui-staff = Для працівників
ui-staff-code = Який код?
    .help = Ви отримали його від муніципалітету.
ui-staff-wrong = Цей код неправильний.
ui-staff-locked = Забагато помилок. Зачекайте { $minutes } { $minutes ->
        [one] хвилину
        [few] хвилини
       *[many] хвилин
    }.
ui-staff-title = Для працівників
    .help = Виберіть, що ви хочете зробити.
ui-learn = Налаштувати клавіші
    .note = Яка клавіша що робить?
ui-learn-title = Натисніть клавішу: { $key }
    .help = Такої клавіші немає? Тоді пропустіть її.
ui-learn-skip = Пропустити цю клавішу
ui-learn-twice = Ця клавіша вже зайнята: { $key }. Натисніть іншу.
ui-learn-few = Без цієї клавіші не можна вибирати. Налаштуйте її.
ui-learn-done = Клавіші готові
    .help = Тепер термінал їх знає. Спробуйте їх.
ui-learn-not-kept = Зберегти не вдалося. Диск повний або зламаний.
ui-enrol = Підключити до муніципалітету
    .note = Потім він зможе надсилати дані.
    .again = Цей термінал зараз має назву { $name }.
ui-enrol-title = Який код підключення?
    .help = Він є на сторінці «Термінали» муніципалітету. Введіть його або піднесіть до сканера.
ui-enrol-short = Код має 12 цифр.
ui-enrol-scan = Це не код підключення.
ui-enrol-unknown = Цей код неправильний, використаний або застарий. Попросіть новий.
ui-enrol-unreachable = Муніципалітет зараз недоступний. Спробуйте пізніше.
ui-enrol-too-often = Забагато спроб. Зачекайте кілька хвилин.
ui-enrol-no-address = Цей термінал не знає адреси муніципалітету. Піднесіть код до сканера.
ui-enrol-not-kept = Не вдалося зберегти. Попросіть новий код.
ui-enrol-unsafe = Ця адреса небезпечна. Вона не починається з https.
ui-enrolling = Хвилинку. Підключаємо термінал.
ui-enrolled = Термінал підключено як { $name }
    .help = Термінал зараз запуститься знову. Тоді він зможе надсилати повідомлення.
ui-keyname-up = Вгору
ui-keyname-down = Вниз
ui-keyname-left = Ліворуч
ui-keyname-right = Праворуч
ui-keyname-select = Вибрати
ui-keyname-back = Назад
ui-keyname-repeat = Повтор
ui-keyname-help = Допомога
ui-keyname-louder = Гучніше
ui-keyname-softer = Тихіше
ui-keyname-faster = Швидше
    .spoken = Шьвидше
ui-keyname-slower = Повільніше
ui-keyname-pause = Пауза
ui-keyname-erase = Стерти
ui-keyname-speech = Голос
ui-keyname-move = Наступне
ui-keyname-switch = Єдина кнопка

### Ukrainian. The value is what is shown; `.spoken` is what is said where that differs.
### The voice cannot say "шв"; with a soft sign between them it can.
### Plain Ukrainian: short words, short sentences, one helping sentence per screen.
### Names of Dutch schemes stay in brackets: that is what the visitor will read on letters.

### Flows

## Report something in the street

flow-melding = Проблема на вулиці
    .note = Зламане, брудне або небезпечне
    .title = Проблема на вулиці
    .send = Надіслати повідомлення
    .thanks = Дякуємо. Ми отримали повідомлення.
    .promise = Ми розглянемо це протягом 5 робочих днів.

melding-wat = Про що йдеться?
    .help = Не знаєте? Тоді виберіть щось інше.
    .row = Що

melding-welke = Що сталося?
    .help = Зараз є небезпека? Дзвоніть 112.
    .help-spoken = Зараз є небезпека? Дзвоніть один, один, два.
    .row = Що

melding-waar = Де це?
    .help = Не знаєте точно? Нічого страшного.
    .row = Де
melding-waar-hier = Тут поруч
    .note = Біля цього екрана
melding-waar-plek = Біля відомого місця
    .note = Наприклад, вокзал або ринок
melding-waar-adres = За адресою
    .note = З індексом і номером будинку
melding-waar-weet-niet = Я не знаю
    .note = Ви зможете розповісти трохи далі

melding-plek = Біля якого це місця?
    .help = Немає вашого місця? Тоді йдіть назад.
    .row = Місце

melding-postcode = Який там поштовий індекс?
    .help = Не знаєте? Ідіть назад і виберіть місце.
    .row = Індекс

melding-huisnummer = Біля якого це будинку?
    .help = Введіть номер найближчого будинку.
    .row = Номер будинку

melding-vertel = Хочете розповісти більше?
    .help = Це можна пропустити.
    .row = Ваші слова

melding-antwoord = Хочете отримати відповідь?
    .help = Можна вибрати і «ні».
    .help-spoken = Можна вибрати і ні.
    .row = Відповідь
melding-antwoord-bellen = Так, подзвоніть мені
    .note = Вам подзвонить людина
melding-antwoord-sms = Так, надішліть СМС
    .spoken = Так, надішліть есемес
    .note = Повідомлення на мобільний телефон
melding-antwoord-brief = Так, надішліть лист
    .spoken = Так, надішліть паперовий лист
    .note = Поштою до вас додому
melding-antwoord-mail = Так, на електронну пошту
    .note = Повідомлення на комп'ютер
melding-antwoord-geen = Ні, дякую
    .note = Ми все одно цим займемося

melding-telefoon = Який ваш номер телефону?
    .help = Тільки щоб вам відповісти.
    .row = Телефон

melding-email = Яка ваша електронна адреса?
    .help = Тільки щоб вам відповісти.
    .row = Електронна пошта

melding-naam = Як вас звати?
    .help = Щоб написати на листі.
    .row = Ім'я

melding-postcode-thuis = Який ваш поштовий індекс?
    .help = Туди ми надішлемо лист.
    .row = Ваш індекс

melding-huisnummer-thuis = Який номер вашого будинку?
    .help = Туди ми надішлемо лист.
    .row = Ваш будинок

## Complaint, compliment or idea

flow-klacht = Скарга або ідея
    .note = Або подяка
    .title = Скарга, подяка або ідея
    .send = Надіслати відгук
    .thanks = Дякуємо. Ми отримали ваш відгук.
    .promise = Ми прочитаємо ваш відгук протягом 5 робочих днів.

klacht-soort = Що ви хочете нам сказати?
    .help = Нам важливо все, що ви скажете.
    .row = Вид
klacht-soort-klacht = Скарга
    .note = Щось було погано
klacht-soort-compliment = Подяка
    .note = Щось було дуже добре
klacht-soort-idee = Ідея
    .note = Можна зробити краще
klacht-soort-weet-niet = Я не знаю
    .note = Просто хочу щось сказати

klacht-onderwerp = Про що йдеться?
    .help = Не знаєте? Тоді виберіть щось інше.
    .row = Тема
klacht-onderwerp-balie = Як ми вам допомагаємо
klacht-onderwerp-wachten = Довге чекання
klacht-onderwerp-brief = Лист від нас
klacht-onderwerp-geld = Гроші або догляд
klacht-onderwerp-buurt = Вулиця або район
klacht-onderwerp-anders = Щось інше

klacht-vertel = Що ви хочете нам розповісти?
    .help = Достатньо кількох слів.
    .row = Ваші слова

klacht-antwoord = Хочете отримати відповідь?
    .help = Можна вибрати і «ні».
    .help-spoken = Можна вибрати і ні.
    .row = Відповідь
klacht-antwoord-bellen = Так, подзвоніть мені
    .note = Вам подзвонить людина
klacht-antwoord-sms = Так, надішліть СМС
    .spoken = Так, надішліть есемес
    .note = Повідомлення на мобільний телефон
klacht-antwoord-brief = Так, надішліть лист
    .spoken = Так, надішліть паперовий лист
    .note = Поштою до вас додому
klacht-antwoord-mail = Так, на електронну пошту
    .note = Повідомлення на комп'ютер
klacht-antwoord-geen = Ні, дякую
    .note = Ми все одно це прочитаємо

klacht-telefoon = Який ваш номер телефону?
    .help = Тільки щоб вам відповісти.
    .row = Телефон

klacht-email = Яка ваша електронна адреса?
    .help = Тільки щоб вам відповісти.
    .row = Електронна пошта

klacht-naam = Як вас звати?
    .help = Щоб написати на листі.
    .row = Ім'я

klacht-postcode-thuis = Який ваш поштовий індекс?
    .help = Туди ми надішлемо лист.
    .row = Ваш індекс

klacht-huisnummer-thuis = Який номер вашого будинку?
    .help = Туди ми надішлемо лист.
    .row = Ваш будинок

## Appointment

flow-afspraak = Записатися на прийом
    .note = Паспорт, водійські права або переїзд
    .title = Запис на прийом
    .send = Надіслати запит
    .thanks = Дякуємо. Ми отримали ваш запит.
    .promise = Ми подзвонимо протягом 2 робочих днів, щоб вибрати день.

afspraak-product = Для чого ви хочете прийти?
    .help = Не знаєте? Тоді виберіть щось інше.
    .row = Для чого
afspraak-product-paspoort = Паспорт або ID-картка
    .spoken = Паспорт або посвідчення особи
afspraak-product-rijbewijs = Водійські права
afspraak-product-verhuizen = Я переїжджаю
afspraak-product-geboorte = Народилася дитина
afspraak-product-trouwen = Я беру шлюб
afspraak-product-anders = Щось інше

afspraak-dagdeel = Коли вам зручно прийти?
    .help = Ми подзвонимо вам, щоб вибрати день.
    .row = Коли
afspraak-dagdeel-ochtend = Уранці
afspraak-dagdeel-middag = Удень
afspraak-dagdeel-avond = Увечері
afspraak-dagdeel-maakt-niet-uit = Будь-коли

afspraak-naam = Як вас звати?
    .help = Щоб ми знали, кому дзвонимо.
    .row = Ім'я та телефон

afspraak-telefoon = Який ваш номер телефону?
    .help = Тільки щоб подзвонити вам про прийом.
    .row = Телефон

## Help with money and care

flow-geldhulp = Підтримка: гроші, догляд
    .note = Дізнайтеся, що вам можуть дати
    .title = Підтримка: гроші та догляд
    .send = Надіслати запит
    .thanks = Дякуємо. Ми отримали ваш запит.
    .promise = Ми подзвонимо вам протягом 2 робочих днів.

geldhulp-huur = Ви винаймаєте житло?
    .help = Квартира теж рахується.
    .row = Винайм житла
geldhulp-huur-ja = Так
geldhulp-huur-nee = Ні
geldhulp-huur-weet-niet = Я не знаю

geldhulp-kinderen = З вами живуть ваші діти?
    .help = Діти, яким ще немає 18 років.
    .row = Діти
geldhulp-kinderen-ja = Так
geldhulp-kinderen-nee = Ні
geldhulp-kinderen-weet-niet = Я не знаю

geldhulp-aow = Ви отримуєте AOW?
    .spoken = Ви отримуєте а-о-ве?
    .help = Це гроші від держави для літніх людей.
    .row = AOW
    .row-spoken = а-о-ве
geldhulp-aow-ja = Так
geldhulp-aow-nee = Ні
geldhulp-aow-weet-niet = Я не знаю

geldhulp-inkomen = У вас малий дохід?
    .help = Наприклад, соціальна допомога або мала пенсія.
    .row = Малий дохід
geldhulp-inkomen-ja = Так
geldhulp-inkomen-nee = Ні
geldhulp-inkomen-weet-niet = Я не знаю

geldhulp-rekeningen = Вам важко за все платити?
    .help = Наприклад, за житло, лікування чи штраф.
    .row = Важко платити
geldhulp-rekeningen-ja = Так
geldhulp-rekeningen-nee = Ні
geldhulp-rekeningen-weet-niet = Я не знаю

geldhulp-zorg = Вам потрібна допомога вдома?
    .help = Бо ви хворієте або щось уже важко робити.
    .row = Допомога вдома
geldhulp-zorg-ja = Так
geldhulp-zorg-nee = Ні
geldhulp-zorg-weet-niet = Я не знаю

geldhulp-advice = Це може вам підійти
    .help = Чи дадуть це вам, ви дізнаєтеся, коли подасте заяву.

geldhulp-terugbellen = Подзвонити вам?
    .help = Тоді ми допоможемо вам далі.
    .row = Дзвінок
geldhulp-terugbellen-ja = Так, подзвоніть мені
    .note = Вам подзвонить людина
geldhulp-terugbellen-nee = Ні, дякую
    .note = Ми нічого про вас не зберігаємо

geldhulp-naam = Як вас звати?
    .help = Це можна пропустити.
    .row = Ім'я та телефон

geldhulp-telefoon = Який ваш номер телефону?
    .help = Тільки щоб подзвонити про ваше питання.
    .row = Телефон

## Call me back

flow-terugbellen = Подзвоніть мені
    .note = Вам подзвонить людина
    .title = Подзвоніть мені
    .send = Надіслати запит
    .thanks = Дякуємо. Ми отримали ваш запит.
    .promise = Ми подзвонимо вам протягом 2 робочих днів.

terugbellen-waarover = Про що йдеться?
    .help = Не знаєте? Тоді виберіть щось інше.
    .row = Тема
terugbellen-waarover-buurt = Вулиця або район
terugbellen-waarover-geld = Гроші або догляд
terugbellen-waarover-paspoort = Паспорт або права
    .spoken = Паспорт або водійські права
terugbellen-waarover-wonen = Житло або переїзд
terugbellen-waarover-belasting = Податок або рахунок
terugbellen-waarover-anders = Щось інше

terugbellen-moment = Коли вам подзвонити?
    .help = Ми дзвонимо в робочі дні.
    .row = Коли
terugbellen-moment-ochtend = Уранці
    .note = Між 9 і 12 годиною
    .note-spoken = Між дев'ятою і дванадцятою годиною
terugbellen-moment-middag = Удень
    .note = Між 12 і 17 годиною
    .note-spoken = Між дванадцятою і сімнадцятою годиною
terugbellen-moment-maakt-niet-uit = Будь-коли
    .note = Увесь день

terugbellen-naam = Як вас звати?
    .help = Це можна пропустити.
    .row = Ім'я та телефон

terugbellen-telefoon = Який ваш номер телефону?
    .help = Тільки щоб подзвонити про ваше питання.
    .row = Телефон

## How is my report?

flow-status = Що з моїм повідомленням?
    .note = За номером на вашому талоні
    .title = Що з моїм повідомленням?

status-code = Який номер на вашому талоні?
    .help = Це 12 цифр.
    .row = Номер

### Categories

category-verlichting = Ліхтар або світлофор
category-verlichting-lamp-uit = Ліхтар не світить
category-verlichting-lamp-overdag = Ліхтар світить удень
category-verlichting-lamp-kapot = Ліхтар або стовп зламаний
category-verlichting-verkeerslicht = Світлофор зламаний
category-verlichting-anders = Щось інше з ліхтарем

category-afval = Сміття
category-afval-zwerfvuil = Сміття на вулиці
category-afval-container = Контейнер повний чи зламаний
category-afval-prullenbak = Урна повна або зламана
category-afval-grofvuil = Великі речі на вулиці
category-afval-gevaarlijk = Небезпечні відходи
category-afval-anders = Щось інше зі сміттям

category-weg = Дорога або тротуар
category-weg-bestrating = Яма або хиткі плити
category-weg-put = Вода не стікає
category-weg-bord = Дорожній знак зламаний
category-weg-meubilair = Лавка чи майданчик зламані
    .spoken = Зламана лавка або дитячий майданчик
category-weg-glad = Дорога слизька
category-weg-anders = Щось інше з дорогою

category-natuur = Дерево, рослина, тварина
category-natuur-boom = Дерево або гілка
category-natuur-gras = Трава або кущ зависокі
category-natuur-onkruid = Бур'яни
category-natuur-ratten = Щури
category-natuur-water = Бруд у воді
category-natuur-dood-dier = Мертва тварина
category-natuur-wespen = Оси
category-natuur-anders = Інша рослина чи тварина

category-overlast = Хтось заважає
category-overlast-parkeren = Авто заважає проходу
category-overlast-lawaai = Шум або сморід
category-overlast-mensen = Люди заважають
category-overlast-hondenpoep = Собачі купи
category-overlast-wrak = Старий велосипед або авто
category-overlast-graffiti = Фарба на стіні
category-overlast-vuurwerk = Феєрверки, петарди
category-overlast-anders = Заважає щось інше

category-anders = Щось інше
category-anders-anders = Щось інше

### Promises

promise-gemaakt-3 = Ми полагодимо це протягом 3 робочих днів.
promise-gemaakt-5 = Ми полагодимо це протягом 5 робочих днів.
promise-gemaakt-21 = Ми полагодимо це за 21 робочий день.
promise-opgeruimd-3 = Ми приберемо це протягом 3 робочих днів.
promise-bekeken-3 = Ми розглянемо це протягом 3 робочих днів.
promise-bekeken-5 = Ми розглянемо це протягом 5 робочих днів.
promise-bekeken-15 = Ми розглянемо це протягом 15 робочих днів.
promise-drukke-wegen = Спочатку ми робимо безпечними великі дороги.
promise-doorgegeven = Ми передамо це тим, хто за це відповідає.

### Places

place-station = Вокзал
place-winkels = Магазини в центрі
place-markt = Ринок
place-bibliotheek = Бібліотека
place-gemeentehuis = Мерія
place-park = Міський парк
place-school = Школа
place-zwembad = Басейн
place-sporthal = Спортзал
place-ziekenhuis = Лікарня

### Advice
### Three sentences: what it is, who it is for, what to do. No amounts: they go stale.

advice-schuldhulp = Допомога з боргами
    .line1 = Ми допоможемо вам знову за все платити.
    .line2 = Це для всіх, хто не може оплатити рахунки, і це безкоштовно.
    .line3 = Подзвоніть нам скоріше, навіть якщо рахунок лише один.

advice-bijstand = Гроші на життя (bijstand)
    .spoken = Гроші на життя, нідерландською бейстанд
    .line1 = Це гроші від муніципалітету (gemeente), щоб на них жити.
    .line1-spoken = Це гроші від муніципалітету, щоб на них жити.
    .line2 = Це для людей із малим доходом і малими заощадженнями.
    .line3 = Подайте заяву скоріше: гроші дають лише з того дня.

advice-aio = Додаткові гроші до AOW
    .spoken = Додаткові гроші до а-о-ве
    .line1 = Це називається AIO: додаткові гроші, якщо ваша AOW замала.
    .line1-spoken = Це називається а-і-о: додаткові гроші, якщо ваша а-о-ве замала.
    .line2 = Це часто для людей, які жили також в іншій країні.
    .line3 = Подайте заяву до SVB, яка платить вам і AOW.
    .line3-spoken = Подайте заяву до ес-ве-бе, яка платить вам і а-о-ве.

advice-huurtoeslag = Доплата на житло (huurtoeslag)
    .spoken = Доплата на житло, нідерландською гюртуслах
    .line1 = Ви щомісяця отримуєте гроші на оренду житла.
    .line2 = Це для людей, які винаймають житло і мають малий дохід.
    .line3 = Подайте заяву до служби доплат (Dienst Toeslagen).
    .line3-spoken = Подайте заяву до служби доплат, нідерландською динст туслахен.

advice-zorgtoeslag = Доплата на страховку (zorgtoeslag)
    .spoken = Доплата на страховку, нідерландською зорхтуслах
    .line1 = Ви щомісяця отримуєте гроші на медичну страховку.
    .line2 = Це для людей від 18 років із малим доходом.
    .line3 = Подайте заяву до служби доплат (Dienst Toeslagen).
    .line3-spoken = Подайте заяву до служби доплат, нідерландською динст туслахен.

advice-kindgebonden-budget = Доплата на дітей (kindgebonden budget)
    .spoken = Доплата на дітей, нідерландською кінтхебонден бюджет
    .line1 = Ви щомісяця отримуєте гроші на ваших дітей.
    .line2 = Це для батьків, і це додатково до дитячих грошей (kinderbijslag).
    .line2-spoken = Це для батьків, і це додатково до дитячих грошей, нідерландською кіндербейслах.
    .line3 = Ще не отримуєте? Подайте заяву до служби доплат (Dienst Toeslagen).
    .line3-spoken = Ще не отримуєте? Подайте заяву до служби доплат, нідерландською динст туслахен.

advice-bijzondere-bijstand = Разова допомога (bijzondere bijstand)
    .spoken = Разова допомога, нідерландською бейзондере бейстанд
    .line1 = Ви отримуєте гроші на те, що вам справді потрібно.
    .line2 = Це для витрат, які ви не можете оплатити, наприклад ліжко.
    .line3 = Подайте заяву до муніципалітету, перш ніж щось купувати.

advice-inkomenstoeslag = Доплата до доходу (inkomenstoeslag)
    .spoken = Доплата до доходу, нідерландською інкоменстуслах
    .line1 = Раз на рік ви отримуєте додаткові гроші від муніципалітету.
    .line2 = Це для людей, які вже роками мають мало грошей.
    .line3 = Щороку знову подавайте заяву до муніципалітету.

advice-kwijtschelding = Менший податок (kwijtschelding)
    .spoken = Менший податок, нідерландською квейтсхелдинг
    .line1 = Тоді ви платите муніципалітету менше податку або нічого.
    .line2 = Це для людей із малим доходом і малими заощадженнями.
    .line3 = Подайте заяву, коли отримаєте рахунок за податок.

advice-hulp-thuis = Допомога вдома (Wmo)
    .spoken = Допомога вдома, за законом ве-ем-о
    .line1 = Ви отримуєте допомогу вдома, якщо вам щось уже важко робити.
    .line2 = Це може бути прибирання, поїздки або інвалідний візок.
    .line3 = Подзвоніть нам, і до вас прийдуть поговорити.

advice-gesprek = Розмова з нами
    .line1 = Разом із вами ми подивимося, що можливо.
    .line2 = Можна прийти з тим, хто вам допомагає.
    .line3 = Візьміть ваші листи й рахунки, навіть якщо вони ще закриті.
