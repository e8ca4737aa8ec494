"""What is sent to Open Klant about one submission: a contact, how to reach the visitor, a task.

The number of a contact (`referentienummer`, ten digits at the most) is made from ours, so that
the same submission always has the same one and cannot be made twice. Two of ours may by
chance have the same; so there is a second and a third to try, and our own number stands in
the contact (`metadata`) to tell them apart.
"""

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from desk.backoffices.contract import ContactTold, Parcel
from desk.backoffices.fields import mail_address, phone_number
from desk.backoffices.wording import CHANNELS, fit, shorten, title

SUBJECT, TEXT, ASKED, NAME, ADDRESS_LINE, REACHED_AT = 200, 1000, 200, 200, 80, 80
NUMBERS = 3
FIRST, MANY = 1_000_000_000, 4_000_000_000
"""Where numbers begin, and how many there are. Open Klant counts on from the highest that it
has (openklant/components/utils/number_generator.py): the upper half stays free for that."""
PHONE = re.compile(r"0[1-9][0-9]{8}|\+[0-9]{9,15}")
REFERENCE = "zuil_referentie"
LANGUAGES = {
    "nl": "nld", "en": "eng", "ar": "ara", "tr": "tur", "pl": "pol", "uk": "ukr", "de": "ger",
    "fr": "fre", "es": "spa", "pt": "por", "it": "ita", "ro": "rum", "bg": "bul", "ru": "rus",
    "fa": "per", "ps": "pus", "ku": "kur", "so": "som", "ti": "tir", "am": "amh", "ur": "urd",
    "hi": "hin", "zh": "chi", "id": "ind", "sr": "srp", "hr": "hrv", "bs": "bos", "hu": "hun",
    "el": "gre", "sq": "alb", "ber": "ber", "pap": "pap", "fy": "fry", "vi": "vie", "th": "tha",
}  # fmt: skip
"""ISO 639-2/B, but for Dutch: there its documentation has `nld`."""
UNKNOWN_LANGUAGE = "und"  # ISO 639-2: undetermined


def numbers_of(reference: str) -> list[str]:
    """The numbers that this submission may have there, in the order to try them.

    >>> numbers_of("6f1f0b8e7d6a4f0e9a532f6d3a7f7a10")
    ['2018424059', '4856117047', '4738277434']
    """
    found = []
    for nth in range(NUMBERS):
        digest = hashlib.sha256(f"{reference} {nth}".encode()).digest()
        found.append(str(FIRST + int.from_bytes(digest[:8]) % MANY))
    return found


def contact(parcel: Parcel, number: str, channel: str, *, confidential: bool) -> dict[str, Any]:
    told = {
        "referentienummer": number,
        "kanaal": channel,
        "onderwerp": title(parcel, SUBJECT),
        "inhoud": fit(parcel, TEXT),
        "taal": LANGUAGES.get(parcel.language.partition("-")[0], UNKNOWN_LANGUAGE),
        "vertrouwelijk": confidential,
        "indicatieContactGelukt": True,
        "plaatsgevondenOp": parcel.received_at.isoformat(),
        "metadata": {REFERENCE: parcel.reference, "zuil_link": parcel.link},
    }
    about = {
        "objectId": parcel.code,
        "codeObjecttype": "bericht",
        "codeRegister": "Zuil",
        "codeSoortObjectId": "code",
    }
    return {
        "klantcontact": told,
        "betrokkene": _visitor(parcel.contact),
        "onderwerpobject": {"wasKlantcontact": None, "onderwerpobjectidentificator": about},
    }


def _visitor(told: ContactTold) -> dict[str, Any]:
    person: dict[str, Any] = {"wasPartij": None, "rol": "klant", "initiator": True}
    if told.name:
        # Told as one name: which part is which is not ours to guess.
        person["contactnaam"] = {"achternaam": shorten(told.name, NAME)}
    street = f"{told.street} {told.house_number}".strip()
    if street:
        lines = {"adresregel1": street, "adresregel2": told.postcode}
        person["correspondentieadres"] = {
            name: shorten(line, ADDRESS_LINE) for name, line in lines.items()
        }
    return person


def reached_at(told: ContactTold) -> Mapping[str, str]:
    """Kind (theirs) and address of what its field takes; the rest stands in the text."""
    phone = phone_number(told.phone)
    found = {
        "telefoonnummer": phone if PHONE.fullmatch(phone) else "",
        "email": mail_address(told.email, REACHED_AT),
    }
    return {kind: address for kind, address in found.items() if address}


def task(parcel: Parcel, contact_uuid: str, actor: str) -> dict[str, Any]:
    """What is asked first, so that a list of tasks can be read at a glance."""
    wish = f"De burger {CHANNELS.get(parcel.contact.channel, CHANNELS['none'])}: "
    asked = wish + title(parcel, ASKED - len(wish))
    return _task(contact_uuid, actor, asked, fit(parcel, TEXT))


def task_again(contact_uuid: str, actor: str, code: str, why: str) -> dict[str, Any]:
    """The visitor says that it is not solved."""
    said = f"Zuil-nummer: {code}. {why}"
    asked = "De burger zegt dat het niet is opgelost. Kijk er opnieuw naar."
    return _task(contact_uuid, actor, asked, shorten(said, TEXT))


def _task(contact_uuid: str, actor: str, asked: str, text: str) -> dict[str, Any]:
    return {
        "gevraagdeHandeling": asked,
        "toelichting": text,
        "aanleidinggevendKlantcontact": {"uuid": contact_uuid},
        "toegewezenAanActor": {"uuid": actor},
        "status": "te_verwerken",
    }
