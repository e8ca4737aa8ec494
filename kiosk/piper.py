"""Piper voices: for a language whose voice file staff put in place, that voice speaks.

A voice is two files, `NAME.onnx` and `NAME.onnx.json`. They and the package (extra
`piper`) are loaded when the first sentence of that language is said, those of the first
language at the start, and stay. What is missing or broken is said once, with how to mend it,
and espeak-ng speaks instead.

Pitch is the same at every rate: Piper makes each sound longer or shorter.
"""

import json
import logging
from array import array
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kiosk.speech import Voice
from kiosk.voice import RATES, SAMPLE_RATE, Sound, levelled

log = logging.getLogger(__name__)


class PiperVoices:
    """Speaks the languages in `files` with Piper, and the others with `others`."""

    def __init__(self, others: Voice, files: Mapping[str, Path]) -> None:
        self._others = others
        self._files = dict(files)
        self._loaded: dict[str, Any] = {}

    def sound(self, text: str, language: str, rate_step: int) -> Sound:
        self.load(language)
        if language in self._loaded:
            try:
                return levelled(self._spoken(text, language, rate_step))
            except Exception as error:
                # Its name only: what it says may hold words of the visitor.
                self._give_up(language, f"broke off with {type(error).__name__}")
        return self._others.sound(text, language, rate_step)

    def load(self, language: str) -> None:
        """The voice of this language, if it has one and it can be used."""
        if language not in self._files or language in self._loaded:
            return
        try:
            import piper  # noqa: PLC0415 - an optional extra of 200 MB

            self._loaded[language] = piper.PiperVoice.load(str(self._files[language]))
        except Exception as error:
            self._give_up(language, f"cannot be loaded: {error} Copy both its files anew")

    def _spoken(self, text: str, language: str, rate_step: int) -> bytes:
        import piper  # noqa: PLC0415

        voice = self._loaded[language]
        usual = voice.config.length_scale or 1.0
        settings = piper.SynthesisConfig(length_scale=usual / RATES[rate_step])
        chunks = list(voice.synthesize(text, syn_config=settings))
        samples = b"".join(chunk.audio_int16_bytes for chunk in chunks)
        return resampled(samples, chunks[0].sample_rate) if chunks else b""

    def _give_up(self, language: str, what: str) -> None:
        self._loaded.pop(language, None)
        _say_why(language, self._files.pop(language), what)


def with_piper(others: Voice, files: Mapping[str, Path], first: str) -> Voice:
    """A voice that speaks as many languages with Piper as can be; says what cannot. That of
    the `first` language is loaded at once, for it will be needed."""
    usable = {}
    for language, file in files.items():
        if problem := problem_with(file):
            _say_why(language, file, problem)
        else:
            usable[language] = file
    if not usable:
        return others
    voices = PiperVoices(others, usable)
    voices.load(first)
    return voices


def _say_why(language: str, file: Path, what: str) -> None:
    log.warning("voices: %s: %s %s. espeak-ng speaks instead.", language, file, what)


def problem_with(file: Path) -> str:
    """What is wrong with a voice, and how to mend it; empty where nothing shows yet."""
    from importlib.util import find_spec  # noqa: PLC0415 - only who has such a voice asks

    described = file.with_name(f"{file.name}.json")
    if not file.is_file():
        return "is missing. Put the voice there, or take the line out of the device file"
    if not described.is_file():
        return f"has no {described.name} beside it. Put that there too: a voice is two files"
    try:
        content = json.loads(described.read_text(encoding="utf-8"))
        rate, _ = int(content["audio"]["sample_rate"]), content["phoneme_id_map"]
    except (OSError, ValueError, KeyError, TypeError):
        return f"has a {described.name} that cannot be read. Copy both files anew"
    if rate < 8000:
        return f"has a sample rate of {rate} in {described.name}. Copy both files anew"
    if file.stat().st_size == 0:
        return "is empty. Copy both files anew"
    if find_spec("piper") is None:
        return "needs the package piper-tts: pip install 'zuil[piper]'"
    return ""


def resampled(samples: bytes, rate: int) -> bytes:
    """16-bit mono samples at `rate` as samples at `SAMPLE_RATE`, along straight lines."""
    if rate == SAMPLE_RATE:
        return samples
    old = array("h", samples)
    if len(old) < 2:
        return samples
    step = rate / SAMPLE_RATE
    places = (number * step for number in range(int((len(old) - 1) / step)))
    return array(
        "h",
        [int(old[at := int(x)] + (old[at + 1] - old[at]) * (x - at)) for x in places],
    ).tobytes()
