### What a citizen reads on the page behind the QR code. Plain English.

page-title = How is your message doing?
language-name = English
languages = Choose your language
code = Your number
received-on = Received on { $day }
at-time = At { $time }
changed-on = Last changed on { $day }

## How it is: heading, and the sentence where the municipality wrote none.

status-received = We have your message
status-received-sentence = Your message has arrived. You do not have to do anything.
status-in_progress = We are working on it
status-in_progress-sentence = We are working on your message. You do not have to do anything.
status-planned = It is planned
status-planned-sentence = We have planned the work. You do not have to do anything.
status-done = It is done
status-done-sentence = We have finished with your message.
status-cannot = Sorry, this is not possible
status-cannot-sentence = We are sorry, we cannot do this.
status-forwarded = Another organisation will do this
status-forwarded-sentence = We have sent your message on. You do not have to do anything.
again-sentence = We are looking at it again. You do not have to do anything.
planned-on = Planned for { $day }
forwarded-to = It is now with:

## The four steps

steps = In four steps
step-sent = Sent
step-received = Received
step-in_progress = Working on it
step-planned = Planned
step-done = Done
step-cannot = Not possible
step-forwarded = Sent on
step-now = We are here now
step-past = Done
step-later = Not yet

## Below the steps

from-municipality = Message from the municipality
in-dutch = The municipality wrote this in Dutch:
promise = What we promised
promise-until = { $day } at the latest.
promise-late = It takes longer than we promised. Sorry. Feel free to call us.
question = Do you have a question?
call = Call us: { $phone }
call-note = Keep your number ready.

## Is it really solved?

solved-question = Is it really solved?
solved-yes = Yes, it is solved
solved-no = No, it is not solved
thanks = Thank you
thanks-solved = We are glad that it is solved.
thanks-not-solved = We are looking at it again.
too-late = This is no longer possible here. Call us and we will look at it again.

## More with the same number

which-day = Which day was it?
which-day-why = There are { $count } messages with this number. Choose the day you were at the kiosk.
same-day-why = There are { $count } messages with this number on this day. Look at the time.
other-day = Choose another day

## Typing a number, and when it does not work

ask-title = How is your message doing?
ask-label = Type the number on your receipt
ask-hint = The number has 12 digits.
ask-button = Show me
wrong-title = This number is not right
wrong-why = The number on your receipt has 12 digits. Please look again and type it again.
unknown-title = We cannot find this number yet
unknown-why = Were you at the kiosk today? Then it can take a little longer. Please look again later.
unknown-check = Also check that the number is the same as on your receipt.
wait-title = Please wait a moment
wait-why = You have looked very often. Please try again in a minute.
