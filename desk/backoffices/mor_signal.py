"""What is sent to MOR-core about one submission: a signal, with its pictures in the same call.

Every field is held to its limit. The visitor's own words stand first; how to reach the
visitor and all the rest follow in `aanvullende_informatie`, and the answers, whole, in
`aanvullende_vragen`.
"""

import base64
import re
from typing import Any

from desk.backoffices.contract import Attachment, ContactTold, Parcel, Place
from desk.backoffices.fields import mail_address, phone_number
from desk.backoffices.wording import fit, shorten, title

PICTURES = {"image/jpeg", "image/png", "image/heic"}
WORDS, MORE, NAME, MAIL, PHONE, STREET, POSTCODE = 2000, 5000, 100, 254, 17, 255, 7
HOUSE_NUMBER = re.compile(r"(\d{1,6})\s*(?:([A-Za-z])(?!\w))?(?:[\s-]*(\w{1,4}))?")


def signal(parcel: Parcel, source: str, channel: str, town: str) -> dict[str, Any]:
    """All of it but the pictures."""
    return {
        "signaal_url": parcel.callback_url,
        "bron_id": source,
        "bron_signaal_id": parcel.reference,
        "kanaal": channel,
        "origineel_aangemaakt": parcel.received_at.isoformat(),
        "omschrijving_melder": shorten(parcel.words, WORDS) or title(parcel, WORDS),
        "aanvullende_informatie": fit(parcel, MORE),
        "aanvullende_vragen": _answers(parcel),
        "meta": {"zuil_nummer": parcel.code, "zuil": parcel.kiosk, "zuil_link": parcel.link},
        "melder": _reporter(parcel.contact),
        "onderwerpen": [{"bron_url": parcel.target}] if parcel.target else [],
        "adressen": _addresses(parcel.place, town),
    }


def pictures_of(parcel: Parcel, most_bytes: int) -> list[dict[str, str]]:
    """Those that MOR takes, together at most so large, as `bijlagen`. The text links to all."""
    taken: list[Attachment] = []
    for each in parcel.attachments:
        room = most_bytes - sum(picture.size for picture in taken)
        if each.media_type in PICTURES and each.size <= room:
            taken.append(each)
    return [{"bestand": base64.b64encode(each.read()).decode()} for each in taken]


def _answers(parcel: Parcel) -> list[dict[str, Any]]:
    """How to reach the visitor stands in its own fields."""
    contact = parcel.contact
    elsewhere = {contact.name, contact.phone, contact.email}
    return [
        {"question": question, "answers": [answer]}
        for question, answer in parcel.answers
        if answer and answer not in elsewhere
    ]


def _reporter(contact: ContactTold) -> dict[str, str]:
    phone = phone_number(contact.phone)
    told = {
        "naam": shorten(contact.name, NAME),
        "email": mail_address(contact.email, MAIL),
        "telefoonnummer": phone if len(phone) <= PHONE else "",
    }
    return {name: value for name, value in told.items() if value}


def _addresses(place: Place | None, town: str) -> list[dict[str, Any]]:
    """The house number is an integer there: one like `12-14` is told by the text alone."""
    if place is None or (place.latitude is None and not place.street):
        return []
    told: dict[str, Any] = {
        "plaatsnaam": town,
        "straatnaam": shorten(place.street, STREET),
        "postcode": place.postcode if len(place.postcode) <= POSTCODE else "",
    }
    number = HOUSE_NUMBER.fullmatch(place.house_number.strip())
    if number:
        told["huisnummer"] = int(number[1])
        told |= {"huisletter": number[2], "toevoeging": number[3]}
    if place.latitude is not None:
        point = [place.longitude, place.latitude]
        told["geometrie"] = {"type": "Point", "coordinates": point}
    return [{name: value for name, value in told.items() if value not in ("", None)}]
