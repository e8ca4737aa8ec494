"""What a route hands to a connector, as the tests need it: a report of a broken street light.

    parcel()                                the report, with a place, and contact by telephone
    parcel(words="...", place=None)         the same, changed
    parcel(attachments=(picture(), sound()))

Every parcel has a reference and a code of its own, so that a fake can count what it stored.
"""

import secrets
import struct
import uuid
import zlib
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from desk.backoffices.contract import Attachment, ContactTold, Parcel, Place

NAME = "Fatima de Vries"
PHONE = "06 12345678"
MAIL = "fatima@example.org"
WORDS = "De lamp voor ons huis is al drie weken kapot. Het is er heel donker."
DESK = "https://zuil.example.org"
CONTACT = ContactTold(channel="phone", name=NAME, phone=PHONE)
PLACE = Place(
    "Dorpsstraat 12, 1234 AB Voorbeeldstad", 52.3731, 4.8922, "Dorpsstraat", "12", "1234 AB"
)
WORDS_ONLY = Place("Bij de ingang van het park")
"""A place that is no point on a map."""


def parcel(**changes: Any) -> Parcel:
    """A street light in Dutch; `changes` are fields of `Parcel`."""
    reference = uuid.uuid4().hex
    code = "".join(secrets.choice("0123456789") for _ in range(12))
    made = Parcel(
        reference=reference,
        code=code,
        received_at=datetime(2026, 11, 23, 14, 5, 30, tzinfo=UTC),
        kiosk="ZUIL-1",
        flow="melding",
        title="Kapotte straatlamp",
        subject="Kapotte straatlamp",
        target="",
        words=WORDS,
        answers=(
            ("Waar gaat het over?", "Kapotte straatlamp"),
            ("Wat is er aan de hand?", WORDS),
            ("Nummer op de lantaarnpaal", "4071"),
            ("Wat is uw telefoonnummer?", PHONE),
        ),
        language="nl",
        language_name="Nederlands",
        promise="Wij kijken binnen 5 werkdagen.",
        place=PLACE,
        contact=CONTACT,
        attachments=(),
        link=f"{DESK}/inbox/{uuid.UUID(reference)}",
        callback_url=f"{DESK}/terug/straat/{reference}/",
    )
    return replace(made, **changes)


def picture(name: str = "foto.png") -> Attachment:
    """A real PNG, one grey point."""
    return attachment(name, "image/png", png(), "Foto")


def sound(name: str = "bericht.wav") -> Attachment:
    """A real WAV file, a tenth of a second of silence."""
    return attachment(name, "audio/wav", wav(), "Gesproken bericht, 1 seconde")


def attachment(name: str, media_type: str, content: bytes, what: str) -> Attachment:
    link = f"{DESK}/inbox/bestand/{name}"
    return Attachment(name, media_type, len(content), lambda: content, link, what)


def png() -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        checked = kind + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    point = zlib.compress(b"\x00\x80")
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", point) + chunk(b"IEND", b"")
    )


def wav() -> bytes:
    silence = bytes(2 * 1600)
    format_chunk = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, 16000, 32000, 2, 16)
    content = b"WAVE" + format_chunk + struct.pack("<4sI", b"data", len(silence)) + silence
    return struct.pack("<4sI", b"RIFF", len(content)) + content
