### How an answer is put together in every language: one line for each thing that is said.
### A line with something to fill in that is not known is left out.

## A text message: who, what, how it went, where there is more.

sms-planned =
    { sms-about }
    { said-planned }
    { planned-on }
    { $sentence }
    { sms-more }
sms-done =
    { sms-about }
    { said-done }
    { $sentence }
    { not-solved }
sms-cannot =
    { sms-about }
    { said-cannot }
    { $sentence }
    { sms-more }
sms-forwarded =
    { sms-about }
    { said-forwarded }
    { forwarded-to }
    { $sentence }
    { sms-more }

## A letter

letter-planned =
    { hello }

    { about }
    { number }

    { said-planned }
    { planned-on }
    { $sentence }

    { more }
    { question }

    { bye }
    { $municipality }
letter-done =
    { hello }

    { about }
    { number }

    { said-done }
    { $sentence }

    { not-solved }
    { question }

    { bye }
    { $municipality }
letter-cannot =
    { hello }

    { about }
    { number }

    { said-cannot }
    { $sentence }

    { more }
    { question }

    { bye }
    { $municipality }
letter-forwarded =
    { hello }

    { about }
    { number }

    { said-forwarded }
    { forwarded-to }
    { $sentence }

    { more }
    { question }

    { bye }
    { $municipality }

## A mail says what a letter says.

mail-planned = { letter-planned }
mail-done = { letter-done }
mail-cannot = { letter-cannot }
mail-forwarded = { letter-forwarded }

## On the telephone: read aloud by staff.

phone-planned =
    { call-hello }
    { about }
    { said-planned }
    { planned-on }
    { $sentence }
    { call-question }
phone-done =
    { call-hello }
    { about }
    { said-done }
    { $sentence }
    { call-solved }
phone-cannot =
    { call-hello }
    { about }
    { said-cannot }
    { $sentence }
    { call-question }
phone-forwarded =
    { call-hello }
    { about }
    { said-forwarded }
    { forwarded-to }
    { $sentence }
    { call-question }

## The same in every language, for whoever edits the texts

sample-organisation = Waterschap De Meren
