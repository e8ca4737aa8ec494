"""Spoken messages: what a visitor said, taken out of a submission and kept apart, sealed.

A submission carries each as a WAV file in base64. Here the bytes leave the text, are
checked to be something that every browser plays and staff can listen to, and are sealed
to this desk's own key: a copy of the database alone does not speak.

    no data at all                    the kiosk lost the sound; the rest is taken in without it
    not base64, not WAV, not 16-bit mono PCM, cut off, too long
                                      named as a problem; the submission is then set aside
                                      whole, as anything unreadable
"""

import binascii
import hashlib
import io
import struct
import wave
from base64 import b64decode
from dataclasses import dataclass

from desk.intake.sealing import seal_for_ourselves
from kiosk.core.submission import Submission

LONGEST_S = 65.0
"""A kiosk stops at 60 s; what the microphone had in hand by then still counts."""
SAMPLE_RATES_HZ = range(8000, 48001)
SAMPLE_BYTES = 2
MEDIA_TYPE = "audio/wav"


@dataclass(frozen=True, slots=True)
class Spoken:
    """One message, checked. `digest` is of the WAV file, `sealed` holds it."""

    place: int
    step: str
    seconds: int
    digest: str
    sealed: bytes


def apart(content: Submission) -> tuple[Submission, tuple[Spoken, ...], tuple[str, ...]]:
    """The submission without its sound, the sound, and what is wrong with it."""
    if not content.recordings:
        return content, (), ()
    spoken: list[Spoken] = []
    problems: list[str] = []
    for place, recording in enumerate(content.recordings):
        if not recording.data:
            continue
        wav = wav_of(recording.data)
        seconds = 0.0 if wav is None else playing_time_s(wav)
        if recording.media_type != MEDIA_TYPE:
            problems.append(f"recordings.{place}.media_type: not_wav")
        elif wav is None:
            problems.append(f"recordings.{place}.data: not_base64")
        elif not seconds:
            problems.append(f"recordings.{place}.data: not_16_bit_mono_wav")
        elif seconds > LONGEST_S:
            problems.append(f"recordings.{place}.data: too_long")
        else:
            digest = hashlib.sha256(wav).hexdigest()
            sealed = seal_for_ourselves(wav)
            shown_s = max(1, round(seconds))
            spoken.append(Spoken(place, recording.step, shown_s, digest, sealed))
    silent = tuple(each.model_copy(update={"data": ""}) for each in content.recordings)
    return content.model_copy(update={"recordings": silent}), tuple(spoken), tuple(problems)


def wav_of(data: str) -> bytes | None:
    """The bytes of a recording; None where its base64 is damaged."""
    try:
        return b64decode(data, validate=True)
    except (binascii.Error, ValueError):  # ValueError: signs outside ASCII
        return None


def playing_time_s(wav: bytes) -> float:
    """Seconds of sound, where this is a whole WAV file of 16-bit mono PCM; else 0."""
    try:
        with wave.open(io.BytesIO(wav)) as file:
            rate, count = file.getframerate(), file.getnframes()
            if file.getnchannels() != 1 or file.getsampwidth() != SAMPLE_BYTES:
                return 0.0
            if rate not in SAMPLE_RATES_HZ or len(file.readframes(count)) != count * SAMPLE_BYTES:
                return 0.0
    except (wave.Error, EOFError, struct.error, RuntimeError):
        return 0.0  # RuntimeError: a chunk that says it begins before the file does
    return float(count / rate)
