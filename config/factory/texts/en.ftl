### Interface: words that stand on every kiosk

ui-language-name = English
ui-language = Language
    .spoken = Language. You now hear English.
ui-language-title = Which language do you want?
ui-sound = Sound
ui-silent = Silent
    .spoken = The sound is off
ui-larger = Larger
    .spoken = Larger letters
ui-smaller = Smaller
    .spoken = Smaller letters
ui-back = Back
ui-repeat = Repeat
    .spoken = Hear it again
ui-pause = Pause
ui-resume = Go on
    .spoken = Go on listening
ui-help = Help
ui-stop = Stop
ui-chosen = Chosen
ui-not-now = Not possible now

ui-start-title = What do you want to do?
    .help = Tap a picture. Or listen and choose.
ui-news = News
ui-closed-title = This kiosk does not work now
ui-closed = We are working on it. You can call us.
ui-closed-call = Call { $phone }
ui-next = Next
ui-skip = Skip
ui-more = More
    .spoken = More choices
ui-change = Change
ui-check-title = Is this right?
    .help = We only get it when you press the button.
ui-skipped = Nothing
ui-filled-in = filled in
ui-done = Done
ui-close = Go on
ui-hear = Listen
    .spoken = Hear what you typed
ui-hear-code = Listen
    .spoken = Hear your number again

ui-hint-postcode = 1234 AB
    .spoken = For example: 1 2 3 4, A B
ui-hint-house-number = 12
    .spoken = For example: 12
ui-hint-phone = 06 12 34 56 78
    .spoken = Type your number.
ui-hint-email = name@example.com
    .spoken = For example: name, at sign, example dot com
ui-hint-name = Your name
ui-hint-street = Your street
ui-hint-words = Type here
ui-hint-code = 0000 0000 0000
    .spoken = There are 12 digits on your receipt.
ui-hint-digits = 0

ui-key-erase = Erase
ui-key-space = Space
ui-key-letters = ABC
    .spoken = Letters
ui-key-digits = 123
    .spoken = Digits
ui-key-dot = full stop
ui-key-comma = comma
ui-key-question = question mark
ui-key-exclamation = exclamation mark
ui-key-at = at sign
ui-key-dash = dash
ui-key-underscore = underscore
ui-key-apostrophe = apostrophe
ui-key-plus = plus
ui-hidden-digit = digit
ui-hidden-letter = letter

ui-wrong-postcode = There is no such postcode. Type 4 digits and 2 letters.
ui-wrong-house-number = Type a house number. For example 12 or 12 B.
ui-wrong-street = Type the name of the street.
ui-wrong-phone = This number is not right. A number has 10 digits.
ui-wrong-email = This address is not right. It needs an @.
    .spoken = This address is not right. It needs an at sign.
ui-wrong-name = Type your name with letters.
ui-wrong-words = Type a few words.
ui-wrong-code = This number is not right. Look at your receipt again.
ui-wrong-digits = Type a number.
ui-wrong-scan = We could not read your receipt. Type the number.
ui-empty-postcode = Type the postcode first.
ui-empty-house-number = Type the house number first.
ui-empty-street = Type the street first.
ui-empty-phone = Type your number first.
ui-empty-email = Type your email address first.
ui-empty-name = Type your name first.
ui-empty-words = Type a few words first.
ui-empty-code = Type the number on your receipt first.
ui-empty-digits = Type a number first.
ui-unknown-code = We do not know this number yet. Is it from today? Then try again later.
ui-no-network = We cannot ask right now. Please try again soon.
ui-save-disk-full = It did not work. Your answers are still here. Please try again.
ui-save-disk-fault = It did not work. Your answers are still here. Please try again.
ui-save-not-enrolled = This kiosk cannot send anything yet. Ask someone who works here.

ui-saving = One moment. We are saving it.
ui-looking = One moment. We are looking it up.
ui-your-code = Your number
ui-qr = Do you have a phone? Scan this to follow it.
ui-paper-printing = Your receipt is on its way.
ui-paper-printed = Take your receipt. Keep it safe.
ui-paper-none = Write down your number. Or take a photo of it.
ui-paper-no-paper = There is no paper. Write down your number or take a photo.
ui-paper-cover-open = The printer is open. Write down your number or take a photo.
ui-paper-offline = The printer is off. Write down your number or take a photo.
ui-paper-lost = The printer does not work. Write down your number or take a photo.
ui-paper-fault = Printing did not work. Write down your number or take a photo.
ui-leaflet-title = Take the paper with you
ui-leaflet-none = There is no paper
ui-leaflet-printing = Your paper is on its way.
ui-leaflet-printed = Take your paper. It is all on there.
ui-leaflet-failed = Printing does not work now. Call us and we will tell you: { $phone }.

ui-status-title = This is how it is going
ui-status-received = Received
ui-status-in-progress = Busy
ui-status-planned = Planned
ui-status-planned-day = Planned for { $day }
ui-status-done = Done
ui-status-cannot = Not possible
ui-status-forwarded = With another organisation
ui-status-organisation = It is now with
ui-status-day = We received it on { $day }.
ui-which-day = From which day is your receipt?
    .help = Choose the day that is on your receipt.
ui-solved-title = Is it really solved?
ui-solved-yes = Yes, it is solved
ui-solved-no = No, it is not solved
ui-solved-thanks = We are glad that it is solved.
ui-not-solved = It is not solved.
ui-not-solved-send = Pass this on
ui-telling = One moment. We are passing it on.
ui-thank-you = Thank you
ui-told = We will look at it again.
ui-not-told-title = It did not work
ui-not-told-call = Call { $phone }
ui-not-told = Then we will look at it again.

ui-sound-title = Sound
ui-sound-level = How loud: { $volume } of 7. How fast: { $rate } of 7.
ui-louder = Louder
ui-softer = Softer
ui-faster = Faster
ui-slower = Slower
ui-speech-on = Voice on
ui-speech-off = Voice off
ui-now-louder = I now speak this loud.
ui-now-softer = I now speak this softly.
ui-now-faster = I now speak this fast.
ui-now-slower = I now speak this slowly.

ui-help-title = How it works
ui-help-1 = Tap the picture that you want. We ask one thing at a time.
ui-help-2 = You can hear everything. Press Repeat. With Sound you make it louder or softer.
ui-help-3 = At the end you get a receipt. Does it not work? Call { $phone }.

ui-stop-title = Do you want to stop?
    .help = Then we throw your answers away.
ui-stop-yes = Yes, stop
ui-stop-no = No, go on
ui-still-title = Are you still there?
ui-still-help = { $seconds } seconds left. Then the kiosk starts again.
ui-still-yes = Yes, I am still here
ui-still-no = Stop

ui-receipt-title = Your receipt
ui-receipt-follow = Scan this and see how it goes. Or type the number at the kiosk.
ui-receipt-phone = Questions? Call { $phone }
ui-receipt-dutch = This is here in Dutch too, for those who help you.
ui-test-print = Test receipt
ui-test-print-text = This is a test. Can you read this well? Then the printer works well.

### Hearing, seeing and pressing in another way

ui-read-on = Read on
ui-now-size-0 = The letters are normal now.
ui-now-size-1 = The letters are larger now.
ui-now-size-2 = The letters are larger still.
ui-now-size-3 = This is as large as it gets.
ui-sight = Seeing
    .spoken = Colours and calm on the screen
ui-sight-title = What do you see best?
ui-theme-normal = Normal
    .note = Warm colours
ui-theme-contrast-light = Black on white
    .note = Very clear
ui-theme-contrast-dark = White on black
    .note = Very clear
ui-theme-low-glare = Soft light
    .note = Easy on the eyes
ui-motion-off = Less movement
ui-low = Everything lower
ui-blank = Screen off
    .note = You still hear everything
ui-unblank = Screen on
ui-explore-tap = Listen first
    .note = Choose with a second tap
ui-scan-faster = Move faster
    .spoken = Go past the choices faster
ui-scan-slower = Move slower
    .spoken = Go past the choices slower
ui-now-contrast = The colours are different now.
ui-now-motion-off = The screen moves less now.
ui-now-motion-on = The screen moves more now.
ui-now-low = Everything is lower now.
ui-now-high = Everything is higher now.
ui-now-blank = The screen is off. Tap it to see it again.
ui-now-unblank = The screen is on again.
ui-now-explore-tap = Tap once to hear what is there. Tap again to choose it.
ui-now-explore-lift = Tap once to choose.
ui-now-scan-faster = This is how fast I go past the choices now.
ui-now-scan-slower = This is how slowly I go past the choices now.
ui-now-speech-off = The voice is off now.
ui-headphones = Only you can hear me now.
ui-scan-row = Row from { $first } to { $last }
ui-scan-waits = I am waiting for you. Press your button to go on.

ui-practice-title = Practise with the keys
    .help = Press a key. I say what it does, nothing more.
ui-practice-leave = Stop practising
    .spoken = Stop practising. The help key does that too.
ui-practice-nothing = Press a key.
ui-practice-up = Up. You go to what is above.
ui-practice-down = Down. You go to what is below.
ui-practice-left = Left. You go one back.
ui-practice-right = Right. You go one further.
ui-practice-select = Choose. You choose what you just heard.
ui-practice-back = Back. You go to the screen before.
ui-practice-repeat = Repeat. You hear everything once more.
ui-practice-help = Help. This starts practice. Once more and you stop.
ui-practice-louder = Louder. The voice gets louder.
ui-practice-softer = Softer. The voice gets softer.
ui-practice-faster = Faster. The voice goes faster.
ui-practice-slower = Slower. The voice goes slower.
ui-practice-pause = Pause. The voice waits, or goes on.
ui-practice-erase = Erase. The last character goes away.
ui-practice-speech = Voice. The voice goes on or off.
ui-practice-move = Next. You go one further.
ui-practice-switch = Your button. You start with it, and then choose with it.

### Saying it instead of typing it

ui-record = Say it
    .spoken = Say it instead of typing
ui-record-title = Say it with your voice
    .help = Press Record. Then say what you want.
ui-record-most = You have { $most } seconds. Only we hear it.
ui-record-start = Record
ui-record-busy = I am listening to you
    .help = Finished? Then press the button.
ui-record-stop = I have said it
ui-record-time = { $seconds } of { $most } seconds
ui-record-done = Your message is recorded
    .help = Listen to it. Or go on.
ui-record-full = The time is up. Your message is recorded.
ui-record-silent = I heard nothing. Please try again.
ui-record-failed = The microphone does not work. You can type.
ui-record-listen = Listen to it
ui-record-again = Do it again
    .spoken = Do it again. This message then goes away.
ui-record-delete = Throw it away
ui-record-keep = Use this
    .spoken = Use this message
ui-record-delete-title = Throw the message away?
    .help = You cannot undo that.
ui-record-delete-yes = Yes, throw it away
ui-record-delete-no = No, keep it
ui-recorded = Your voice: { $seconds } seconds
    .spoken = You said it with your voice, in { $seconds } seconds

### Keys of every script

ui-key-latin = ABC
    .spoken = Ordinary letters
ui-key-script = ABC
    .spoken = Letters of your language
ui-key-accents = éëï
    .spoken = Letters with marks
ui-key-plain = abc
    .spoken = Letters without marks
# Names of letters that the voice says wrong, or like another letter.
ui-letters = Letters
    .spoken = à: a grave

### For staff, behind a code

ui-staff = For staff here
ui-staff-code = What is the code?
    .help = You got it from the municipality.
ui-staff-wrong = This code is not right.
ui-staff-locked = Wrong too often. Wait { $minutes } minutes.
ui-staff-title = For staff here
    .help = Choose what you want to do.
ui-learn = Learn the keys
    .note = Which key does what?
ui-learn-title = Press the key for: { $key }
    .help = Does the kiosk not have that key? Then skip it.
ui-learn-skip = Skip this key
ui-learn-twice = That key is already { $key }. Press another one.
ui-learn-few = Without this key nobody can choose. Please teach it.
ui-learn-done = The keys are ready
    .help = This kiosk knows them now. Try them out.
ui-learn-not-kept = They could not be kept. The disk is full or broken.
ui-enrol = Enrol at the municipality
    .note = Then this kiosk can send messages.
    .again = This kiosk is called { $name } now.
ui-enrol-title = What is the code to enrol?
    .help = It is on the page Kiosks of the municipality. Type it, or hold it before the scanner.
ui-enrol-short = The code has 12 digits.
ui-enrol-scan = This is not a code to enrol.
ui-enrol-unknown = This code is wrong, was used, or is too old. Ask for a new one.
ui-enrol-unreachable = The municipality cannot be reached now. Try again later.
ui-enrol-too-often = Tried too often. Wait a few minutes.
ui-enrol-no-address = This kiosk does not know where the municipality is. Hold the code before the scanner.
ui-enrol-not-kept = It could not be kept. Ask for a new code.
ui-enrol-unsafe = This address is not safe. It does not begin with https.
ui-enrolling = One moment. We are enrolling the kiosk.
ui-enrolled = The kiosk is enrolled as { $name }
    .help = The kiosk will start again. Then it can send messages.
ui-keyname-up = Up
ui-keyname-down = Down
ui-keyname-left = Left
ui-keyname-right = Right
ui-keyname-select = Choose
ui-keyname-back = Back
ui-keyname-repeat = Repeat
ui-keyname-help = Help
ui-keyname-louder = Louder
ui-keyname-softer = Softer
ui-keyname-faster = Faster
ui-keyname-slower = Slower
ui-keyname-pause = Pause
ui-keyname-erase = Erase
ui-keyname-speech = Voice
ui-keyname-move = Next
ui-keyname-switch = The only button

### English. The value is what is shown; `.spoken` is what is said where that differs.
### Plain English: short words, short sentences, one helping sentence per screen.
### Names of Dutch schemes stay in brackets: that is what the visitor will read on letters.

### Flows

## Report something in the street

flow-melding = Report a street problem
    .note = Broken, dirty or dangerous
    .title = Report
    .send = Send my report
    .thanks = Thank you. We have your report.
    .promise = We will look at it within 5 working days.

melding-wat = What is it about?
    .help = Not sure? Choose something else.
    .row = What

melding-welke = What is wrong?
    .help = Is there danger now? Call 112.
    .help-spoken = Is there danger now? Call one, one, two.
    .row = What

melding-waar = Where is it?
    .help = Not sure exactly? That is fine.
    .row = Where
melding-waar-hier = Close to here
    .note = Near this screen
melding-waar-plek = At a place people know
    .note = Like the station or the market
melding-waar-adres = At an address
    .note = With postcode and house number
melding-waar-weet-niet = I do not know
    .note = You can tell us in a moment

melding-plek = Which place is it near?
    .help = Is your place not there? Then go back.
    .row = Place

melding-postcode = What is the postcode there?
    .help = Not sure? Go back and choose a place.
    .row = Postcode

melding-huisnummer = Which house number is it near?
    .help = Take the house that is nearest.
    .row = House number

melding-vertel = Do you want to tell us more?
    .help = You can skip this.
    .row = Your words

melding-antwoord = Do you want an answer from us?
    .help = You can also choose no.
    .row = Answer
melding-antwoord-bellen = Yes, call me
    .note = A person will phone you
melding-antwoord-sms = Yes, send a text message
    .note = A message on your mobile phone
melding-antwoord-brief = Yes, send a letter
    .note = By post, to your home
melding-antwoord-mail = Yes, send an email
    .note = A message on your computer
melding-antwoord-geen = No, thank you
    .note = We will still use what you tell us

melding-telefoon = What is your phone number?
    .help = Only to answer you.
    .row = Phone

melding-email = What is your email address?
    .help = Only to answer you.
    .row = Email

melding-naam = What is your name?
    .help = To write on the letter.
    .row = Name

melding-postcode-thuis = What is your own postcode?
    .help = We will send the letter there.
    .row = Your postcode

melding-huisnummer-thuis = What is your own house number?
    .help = We will send the letter there.
    .row = Your house number

## Complaint, compliment or idea

flow-klacht = Complaint or idea
    .note = Or a compliment
    .title = Complaint, compliment or idea
    .send = Send my message
    .thanks = Thank you. We have your message.
    .promise = We will read your message within 5 working days.

klacht-soort = What is your message?
    .help = We learn from everything you say.
    .row = Kind
klacht-soort-klacht = A complaint
    .note = Something went wrong
klacht-soort-compliment = A compliment
    .note = Something went very well
klacht-soort-idee = An idea
    .note = It can be better
klacht-soort-weet-niet = I do not know
    .note = I just want to say something

klacht-onderwerp = What is it about?
    .help = Not sure? Choose something else.
    .row = Subject
klacht-onderwerp-balie = How we help you
klacht-onderwerp-wachten = A long wait
klacht-onderwerp-brief = A letter from us
klacht-onderwerp-geld = Money or care
klacht-onderwerp-buurt = Street or area
klacht-onderwerp-anders = Something else

klacht-vertel = What do you want to tell us?
    .help = A few words are enough.
    .row = Your words

klacht-antwoord = Do you want an answer from us?
    .help = You can also choose no.
    .row = Answer
klacht-antwoord-bellen = Yes, call me
    .note = A person will phone you
klacht-antwoord-sms = Yes, send a text message
    .note = A message on your mobile phone
klacht-antwoord-brief = Yes, send a letter
    .note = By post, to your home
klacht-antwoord-mail = Yes, send an email
    .note = A message on your computer
klacht-antwoord-geen = No, thank you
    .note = We will still read it

klacht-telefoon = What is your phone number?
    .help = Only to answer you.
    .row = Phone

klacht-email = What is your email address?
    .help = Only to answer you.
    .row = Email

klacht-naam = What is your name?
    .help = To write on the letter.
    .row = Name

klacht-postcode-thuis = What is your own postcode?
    .help = We will send the letter there.
    .row = Your postcode

klacht-huisnummer-thuis = What is your own house number?
    .help = We will send the letter there.
    .row = Your house number

## Appointment

flow-afspraak = Make an appointment
    .note = Passport, driving licence or moving
    .title = Appointment
    .send = Ask for an appointment
    .thanks = Thank you. We have your request.
    .promise = We will call you within 2 working days to choose a day.

afspraak-product = What do you want to come for?
    .help = Not sure? Choose something else.
    .row = What for
afspraak-product-paspoort = Passport or ID card
afspraak-product-rijbewijs = Driving licence
afspraak-product-verhuizen = I am moving house
afspraak-product-geboorte = A baby was born
afspraak-product-trouwen = I am getting married
afspraak-product-anders = Something else

afspraak-dagdeel = When do you like to come?
    .help = We will call you to choose the day.
    .row = When
afspraak-dagdeel-ochtend = In the morning
afspraak-dagdeel-middag = In the afternoon
afspraak-dagdeel-avond = In the evening
afspraak-dagdeel-maakt-niet-uit = Any time is fine

afspraak-naam = What is your name?
    .help = So that we know who we call.
    .row = Name and phone

afspraak-telefoon = What is your phone number?
    .help = Only to call you about the appointment.
    .row = Phone

## Help with money and care

flow-geldhulp = Help with money and care
    .note = See what is there for you
    .title = Help with money and care
    .send = Send my request
    .thanks = Thank you. We have your request.
    .promise = We will call you within 2 working days.

geldhulp-huur = Do you rent your home?
    .help = A flat counts too.
    .row = Renting
geldhulp-huur-ja = Yes
geldhulp-huur-nee = No
geldhulp-huur-weet-niet = I do not know

geldhulp-kinderen = Do children live with you?
    .help = Children who are not yet 18.
    .row = Children
geldhulp-kinderen-ja = Yes
geldhulp-kinderen-nee = No
geldhulp-kinderen-weet-niet = I do not know

geldhulp-aow = Do you get AOW?
    .spoken = Do you get A-O-W?
    .help = That is money from the state for older people.
    .row = AOW
    .row-spoken = A-O-W
geldhulp-aow-ja = Yes
geldhulp-aow-nee = No
geldhulp-aow-weet-niet = I do not know

geldhulp-inkomen = Is your income low?
    .help = Like a benefit or a small pension.
    .row = Low income
geldhulp-inkomen-ja = Yes
geldhulp-inkomen-nee = No
geldhulp-inkomen-weet-niet = I do not know

geldhulp-rekeningen = Is it hard to pay everything?
    .help = Like the rent, your care or a fine.
    .row = Hard to pay
geldhulp-rekeningen-ja = Yes
geldhulp-rekeningen-nee = No
geldhulp-rekeningen-weet-niet = I do not know

geldhulp-zorg = Do you need help at home?
    .help = Because you are ill, or cannot do something any more.
    .row = Help at home
geldhulp-zorg-ja = Yes
geldhulp-zorg-nee = No
geldhulp-zorg-weet-niet = I do not know

geldhulp-advice = This may be for you
    .help = You will hear if you get it when you ask for it.

geldhulp-terugbellen = Shall we call you?
    .help = Then we will help you further.
    .row = Call
geldhulp-terugbellen-ja = Yes, call me
    .note = A person will phone you
geldhulp-terugbellen-nee = No, thank you
    .note = We keep nothing about you

geldhulp-naam = What is your name?
    .help = You can skip this.
    .row = Name and phone

geldhulp-telefoon = What is your phone number?
    .help = Only to call you about your question.
    .row = Phone

## Call me back

flow-terugbellen = Call me back
    .note = A person will phone you
    .title = Call me back
    .send = Send my request
    .thanks = Thank you. We have your request.
    .promise = We will call you within 2 working days.

terugbellen-waarover = What is it about?
    .help = Not sure? Choose something else.
    .row = Subject
terugbellen-waarover-buurt = Street or area
terugbellen-waarover-geld = Money or care
terugbellen-waarover-paspoort = Passport or driving licence
terugbellen-waarover-wonen = Housing or moving
terugbellen-waarover-belasting = Tax or a bill
terugbellen-waarover-anders = Something else

terugbellen-moment = When may we call you?
    .help = We call on a working day.
    .row = When
terugbellen-moment-ochtend = In the morning
    .note = Between 9 and 12
terugbellen-moment-middag = In the afternoon
    .note = Between 12 and 5
terugbellen-moment-maakt-niet-uit = Any time is fine
    .note = The whole day

terugbellen-naam = What is your name?
    .help = You can skip this.
    .row = Name and phone

terugbellen-telefoon = What is your phone number?
    .help = Only to call you about your question.
    .row = Phone

## How is my report?

flow-status = How is my report?
    .note = With the number on your receipt
    .title = How is my report?

status-code = What is the number on your receipt?
    .help = It has 12 digits.
    .row = Number

### Categories

category-verlichting = Street or traffic light
category-verlichting-lamp-uit = Street light is out
category-verlichting-lamp-overdag = Street light on by day
category-verlichting-lamp-kapot = Light or pole is broken
category-verlichting-verkeerslicht = Traffic light is broken
category-verlichting-anders = Something else with a light

category-afval = Rubbish
category-afval-zwerfvuil = Rubbish in the street
category-afval-container = Container full or broken
category-afval-prullenbak = Litter bin full or broken
category-afval-grofvuil = Big things in the street
category-afval-gevaarlijk = Dangerous rubbish
category-afval-anders = Other rubbish

category-weg = Road or pavement
category-weg-bestrating = Hole or loose stones
category-weg-put = Water does not drain
category-weg-bord = Traffic sign is broken
category-weg-meubilair = Bench or play area broken
category-weg-glad = The road is slippery
category-weg-anders = Something else on the road

category-natuur = Tree, plant or animal
category-natuur-boom = Tree or branch
category-natuur-gras = Grass or bush too high
category-natuur-onkruid = Weeds
category-natuur-ratten = Rats
category-natuur-water = Dirt in the water
category-natuur-dood-dier = Dead animal
category-natuur-wespen = Wasps
category-natuur-anders = Other plant or animal

category-overlast = Trouble from others
category-overlast-parkeren = Car is in the way
category-overlast-lawaai = Noise or bad smell
category-overlast-mensen = Trouble from people
category-overlast-hondenpoep = Dog mess
category-overlast-wrak = Old bike or car
category-overlast-graffiti = Paint on the wall
category-overlast-vuurwerk = Fireworks
category-overlast-anders = Other trouble

category-anders = Something else
category-anders-anders = Something else

### Promises

promise-gemaakt-3 = We will repair it within 3 working days.
promise-gemaakt-5 = We will repair it within 5 working days.
promise-gemaakt-21 = We will repair it within 21 working days.
promise-opgeruimd-3 = We will clean it up within 3 working days.
promise-bekeken-3 = We will look at it within 3 working days.
promise-bekeken-5 = We will look at it within 5 working days.
promise-bekeken-15 = We will look at it within 15 working days.
promise-drukke-wegen = We make the busy roads safe first.
promise-doorgegeven = We will pass it on to the right people.

### Places

place-station = Station
place-winkels = Shops in the centre
place-markt = Market
place-bibliotheek = Library
place-gemeentehuis = Town hall
place-park = Town park
place-school = School
place-zwembad = Swimming pool
place-sporthal = Sports hall
place-ziekenhuis = Hospital

### Advice
### Three sentences: what it is, who it is for, what to do. No amounts: they go stale.

advice-schuldhulp = Help with debts
    .line1 = We help you so that you can pay everything again.
    .line2 = It is for everybody who cannot pay their bills, and it is free.
    .line3 = Call us soon, even if it is about one bill.

advice-bijstand = Social assistance (bijstand)
    .line1 = This is money from the municipality to live on.
    .line2 = It is for people with little income and few savings.
    .line3 = Ask the municipality for it soon: you only get it from that day.

advice-aio = Extra money with your AOW
    .spoken = Extra money with your A-O-W
    .line1 = This is called AIO: extra money if your AOW is too low.
    .line1-spoken = This is called A-I-O: extra money if your A-O-W is too low.
    .line2 = It is often for people who also lived in another country.
    .line3 = Ask for it at the SVB, which also pays your AOW.
    .line3-spoken = Ask for it at the S-V-B, which also pays your A-O-W.

advice-huurtoeslag = Rent benefit (huurtoeslag)
    .line1 = You get money for your rent every month.
    .line2 = It is for people with a rented home and a low income.
    .line3 = Ask for it at the benefits office (Dienst Toeslagen).

advice-zorgtoeslag = Health care benefit (zorgtoeslag)
    .line1 = You get money for your health insurance every month.
    .line2 = It is for people of 18 and older with a low income.
    .line3 = Ask for it at the benefits office (Dienst Toeslagen).

advice-kindgebonden-budget = Child budget (kindgebonden budget)
    .line1 = You get money for your children every month.
    .line2 = It is for parents, and it comes on top of child benefit.
    .line3 = Not getting it? Ask at the benefits office (Dienst Toeslagen).

advice-bijzondere-bijstand = Special assistance (bijzondere bijstand)
    .line1 = You get money for something that you really need.
    .line2 = It is for things you cannot pay yourself, such as a bed.
    .line3 = Ask the municipality for it before you buy anything.

advice-inkomenstoeslag = Income supplement (inkomenstoeslag)
    .line1 = Once a year you get extra money from the municipality.
    .line2 = It is for people who have had little money for years.
    .line3 = Ask the municipality for it again every year.

advice-kwijtschelding = Paying less tax (kwijtschelding)
    .line1 = You then pay less tax, or none, to the municipality.
    .line2 = It is for people with a low income and few savings.
    .line3 = Ask for it when you get the bill for the tax.

advice-hulp-thuis = Help at home (Wmo)
    .spoken = Help at home, under the law W-M-O
    .line1 = You get help at home if you can no longer do something.
    .line2 = Think of cleaning, transport or a wheelchair.
    .line3 = Call us, and someone will come to you to talk.

advice-gesprek = A talk with us
    .line1 = Together we look at what is possible.
    .line2 = You may bring someone who helps you.
    .line3 = Bring your letters and bills, even if they are still closed.
