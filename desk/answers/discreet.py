"""A public sentence may not repeat what the visitor told us.

Anyone who finds the receipt can read it. So names, numbers and addresses of the visitor,
and five or more of the visitor's own words in a row, are refused before it is published.
"""

import re

from kiosk.core.submission import Submission

WORDS_IN_A_ROW = 5
SHORTEST_DIGITS = 6


def repeated(sentence: str, submission: Submission) -> str:
    """What of the visitor's a sentence repeats: `name`, `phone`, `email`, `address` or `words`.

    Empty where it repeats nothing.
    """
    contact = submission.contact
    said = _words(sentence)
    text = " ".join(said)
    digits = re.sub(r"\D", "", sentence)
    phone = re.sub(r"\D", "", contact.phone)[-9:]  # with or without the country code
    if len(phone) >= SHORTEST_DIGITS and phone in digits:
        return "phone"
    if contact.email and contact.email.casefold() in sentence.casefold():
        return "email"
    if any(len(part) > 2 and part in said for part in _words(contact.name)):
        return "name"
    squeezed = "".join(said)
    postcode = "".join(_words(contact.postcode))
    street = " ".join(_words(f"{contact.street} {contact.house_number}"))
    if (postcode and postcode in squeezed) or (contact.street and street in text):
        return "address"
    own = _words(submission.words)
    for start in range(len(own) - WORDS_IN_A_ROW + 1):
        if f" {' '.join(own[start : start + WORDS_IN_A_ROW])} " in f" {text} ":
            return "words"
    return ""


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
