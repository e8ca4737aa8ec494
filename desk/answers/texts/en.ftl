### How the visitor hears how it went. Plain English.

hello = Dear Sir or Madam,
about = On { $day } you told us something at the kiosk. It is about: { $subject }.
number = Your number is { $number }.
said-planned = We are going to do this.
planned-on = We will do it on { $planned }.
said-done = It is done.
said-cannot = We are sorry, we cannot do this.
said-forwarded = Another organisation takes care of this. We have sent it to them.
forwarded-to = That is: { $organisation }.
not-solved = Is it not solved? Look at { $link } or come to the kiosk.
more = To see how it goes on, look at { $link } or come to the kiosk.
question = Do you have a question? Call us: { $phone }.
bye = Kind regards,
in-dutch = In Dutch: { $sentence }

## Text message

sms-about = { $municipality }: { $subject }, number { $number }.
sms-more = More: { $link }

## Telephone

call-hello = Hello, I am calling for { $municipality }.
call-solved = Is it solved?
call-question = Do you have a question?

## Letter and mail: what stands around the text.

mail-subject = Answer from { $municipality }, number { $number }
letter-number = Your number
letter-date = Date
letter-scan = How is it going? Scan this code with a phone.
letter-kiosk = No phone? Come to the kiosk with your number.
letter-in-dutch = In Dutch

## An example, for whoever edits the texts

sample-subject = Broken street light
sample-sentence = We have replaced the lamp. It is on again.
