"""Whether a way of answering reaches this visitor, and what staff can do where none does.

No sentence here names the number or address itself: these stand on lists that more people
see than may know how to reach a visitor.
"""

from collections.abc import Callable

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from desk.answers.models import Channel
from desk.answers.setup import Answers
from kiosk.core.submission import Contact

SETUP_WRONG = "Het bestand answers.yaml klopt niet. Vraag de beheerder het te herstellen."


def e164(phone: str, region: str) -> str:
    """A number as gateways want it (+31612345678); empty where it is no number."""
    found = _number(phone, region)
    if found is None:
        return ""
    return phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164)


def _number(phone: str, region: str) -> phonenumbers.PhoneNumber | None:
    try:
        found = phonenumbers.parse(phone, region)
    except phonenumbers.NumberParseException:
        return None
    return found if phonenumbers.is_valid_number(found) else None


def letter_lines(contact: Contact, towns: dict[str, str]) -> tuple[str, ...]:
    """Name and address as they stand in the window; none where an address is not whole.

    A kiosk asks for postcode and house number, which together are one address; the street
    stands there where it is known.
    """
    if not (contact.postcode.strip() and contact.house_number.strip()):
        return ()
    postcode = " ".join(contact.postcode.upper().split())
    place = f"{postcode}  {towns.get(postcode[:4], '')}".strip()
    if contact.street.strip():
        return _lines(contact.name, f"{contact.street} {contact.house_number}", place)
    return _lines(contact.name, f"Huisnummer {contact.house_number}", place)


def _lines(*lines: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in lines if line.strip())


def problem_with(channel: str, contact: Contact, answers: Answers) -> str:
    """Why this way cannot be taken; empty where it can."""
    return _CHECKS[Channel(channel)](contact, answers)


def _sms(contact: Contact, answers: Answers) -> str:
    if answers.sms is None:
        return "Sms is niet ingesteld."
    found = _number(contact.phone, answers.phone_region)
    if found is None:
        return "Dit is geen nummer dat een sms kan krijgen." if contact.phone else "Geen nummer."
    if phonenumbers.number_type(found) == phonenumbers.PhoneNumberType.FIXED_LINE:
        return "Dit is een vast nummer. Dat krijgt geen sms."
    return ""


def _mail(contact: Contact, answers: Answers) -> str:
    if answers.mail is None:
        return "E-mail is niet ingesteld."
    try:
        validate_email(contact.email)
    except ValidationError:
        return "Het e-mailadres klopt niet." if contact.email else "Geen e-mailadres."
    return ""


def _letter(contact: Contact, answers: Answers) -> str:
    return "" if letter_lines(contact, answers.letter.towns) else "Het adres is niet compleet."


def _phone(contact: Contact, answers: Answers) -> str:
    if contact.phone and not e164(contact.phone, answers.phone_region):
        return "Het telefoonnummer klopt misschien niet. Probeer het, of kijk bij de melding."
    return ""


_CHECKS: dict[Channel, Callable[[Contact, Answers], str]] = {
    Channel.SMS: _sms,
    Channel.MAIL: _mail,
    Channel.LETTER: _letter,
    Channel.PHONE: _phone,
}


def for_call_list(problem: str, contact: Contact) -> str:
    """The problem as it stands on the call list, with what to do where nobody can call."""
    if contact.phone.strip():
        return problem
    other = [
        what
        for what, known in (
            ("stuur een e-mail, er is een adres", contact.email),
            ("schrijf een brief, er is een adres", contact.postcode and contact.house_number),
        )
        if known
    ]
    what = " of ".join(other) or "wacht tot de burger belt of bij de zuil komt"
    why = problem[0].lower() + problem[1:] if problem else "de burger gaf er geen."
    return f"Geen nummer bekend: {why} Wat u kunt doen: {what}."
