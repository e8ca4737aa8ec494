"""Submissions as kiosks make them, and codes that pass their own check."""

import base64
import io
import itertools
import json
import random
import uuid
import wave
from typing import Any

from nacl.public import PublicKey, SealedBox
from stdnum import damm

PHONE = "0612345678"
NAME = "Johanna Verhoeven"
WORDS = "De lamp voor mijn deur is al drie weken kapot en ik durf niet naar buiten"
_numbers = itertools.count(random.randrange(10**10))


def code() -> str:
    """A tracking code that no other test has."""
    digits = f"{next(_numbers):011d}"
    return digits + str(damm.calc_check_digit(digits))


def street_light(**changes: Any) -> dict[str, Any]:
    """A broken street light, told by someone who wants to be called."""
    answer = {
        "step": "wat",
        "question": "Wat wilt u melden?",
        "value": "straat",
        "shown": "Straat en verlichting",
    }
    return {
        "format": 1,
        "id": str(uuid.uuid4()),
        "code": code(),
        "kiosk": "ZUIL-1",
        "bundle": "factory",
        "flow": "melding",
        "title": "Melding",
        "language": "nl",
        "made_at": "2026-11-22T10:15:00",
        "category": {
            "main": "straat",
            "sub": "lamp-kapot",
            "label": "Kapotte straatlamp",
            "promise": "Wij maken het binnen 5 werkdagen.",
            "promise_days": 5,
        },
        "location": {
            "kind": "address",
            "label": "Marktstraat 12",
            "street": "Marktstraat",
            "house_number": "12",
            "postcode": "7511 AB",
            "latitude": 52.2215,
            "longitude": 6.8937,
        },
        "words": WORDS,
        "contact": {"channel": "phone", "name": NAME, "phone": PHONE},
        "answers": [
            answer,
            answer | {"step": "welke", "question": "Wat is er kapot?", "shown": "Straatlamp"},
            answer
            | {"step": "vertel", "question": "Vertel het maar", "value": WORDS, "shown": WORDS},
            answer | {"step": "telefoon", "question": "Uw nummer?", "value": PHONE, "shown": PHONE},
        ],
    } | changes


def appointment(**changes: Any) -> dict[str, Any]:
    """A passport, asked for in English; no category and no place belong to it."""
    return street_light(
        flow="afspraak",
        title="Afspraak",
        language="en",
        category=None,
        location=None,
        words="",
        answers=[],
        **changes,
    )


def wav(seconds: float, *, rate_hz: int = 22050, channels: int = 1, width: int = 2) -> bytes:
    """Noise that does not compress, as a WAV file."""
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setparams((channels, width, rate_hz, 0, "NONE", ""))
        out.writeframes(random.randbytes(int(seconds * rate_hz) * channels * width))
    return file.getvalue()


def recording(sound: bytes, step: str = "vertel", **changes: Any) -> dict[str, Any]:
    data = base64.b64encode(sound).decode()
    return {"step": step, "seconds": 2, "media_type": "audio/wav", "data": data} | changes


def spoken(*sounds: bytes, **changes: Any) -> dict[str, Any]:
    """A report that was told by voice, in Arabic; what was chosen is in Dutch as always."""
    said = [recording(sound) for sound in sounds]
    return street_light(**{"language": "ar", "words": "", "recordings": said} | changes)


def seal(content: dict[str, Any] | bytes, public_key: bytes) -> bytes:
    plain = content if isinstance(content, bytes) else json.dumps(content).encode()
    return bytes(SealedBox(PublicKey(public_key)).encrypt(plain))
