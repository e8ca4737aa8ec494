"""The voice of the kiosk: one sentence in, its sound out, all languages equally loud.

pyttsx3 opens espeak-ng from its wheel, so no system package is needed. Two things that
pyttsx3 does by default are left out on purpose: it plays through another program, which
cannot be silenced at once, and it saves through a file, which would put a visitor's
words on disk. Its callback is replaced by one that keeps the samples in memory.

Rates are seven steps from half to twice the normal speed, pitch unchanged (VVSG 7.1-K).
espeak-ng goes no slower than about 95 words a minute; below that the gaps between words
grow, so a single word never gets slower than that.
"""

import ctypes
import logging
import os
import threading
from array import array
from dataclasses import dataclass
from math import log10, sqrt
from operator import mul
from typing import Any

log = logging.getLogger(__name__)

SAMPLE_RATE = 22050
SAMPLE_BYTES = 2
RATES = (0.5, 0.63, 0.8, 1.0, 1.26, 1.6, 2.0)
"""Each step a quarter faster than the one before: steps that are heard as equal."""
NORMAL_RATE_STEP = 3

LOUDNESS_DBFS = -16.5
"""What the softest of the six languages reaches, so that a gain never exceeds 1."""
_AMPLITUDE = 1.5
"""Of espeak-ng's usual level: as loud as it gets with less than 0.05 per mille clipped samples."""

_FINISHED_S = 10.0
"""A minute of speech takes a tenth of a second; this long means that it hangs."""
_WORD_GAP = 7  # espeakWORDGAP in speak_lib.h, in units of about 35 ms at the slowest rate
_MESSAGE_TERMINATED = 6
_LIST_TERMINATED = 0


@dataclass(frozen=True, slots=True)
class Sound:
    """16-bit mono samples at `SAMPLE_RATE`, and the gain (0 to 1) that makes them level."""

    samples: bytes
    gain: float = 1.0

    @property
    def seconds(self) -> float:
        return len(self.samples) / (SAMPLE_RATE * SAMPLE_BYTES)


@dataclass(frozen=True, slots=True)
class _Pace:
    """How espeak-ng is set for one language.

    `normal` is its nominal rate at the normal step: for Dutch and English the one that was
    measured to give 120 to 125 words a minute with sentence pauses, elsewhere the same
    speed of articulation. `slow` has the rate and the word gap of the three slow steps,
    fitted to running text.
    """

    normal: int = 104
    slow: tuple[tuple[int, int], ...] = ((80, 10), (80, 4), (80, 0))


_PACES = {
    "nl": _Pace(),
    "en": _Pace(97, ((80, 10), (80, 4), (90, 1))),
    "tr": _Pace(slow=((80, 19), (80, 8), (80, 0))),
    "pl": _Pace(slow=((80, 16), (80, 7), (80, 0))),
    # The Ukrainian voice file multiplies every rate by 0.8.
    "uk": _Pace(130, ((100, 16), (100, 6), (100, 0))),
    "ar": _Pace(slow=((80, 22), (80, 11), (80, 0))),
}

# espeak-ng keeps voice, rate and callback in globals of the process.
_ESPEAK = threading.Lock()


class EspeakVoice:
    """Speaks every language that espeak-ng knows; the first sentence opens it (35 ms)."""

    def __init__(self) -> None:
        self._driver: Any = None
        self._espeak: Any = None
        self._samples = bytearray()
        self._finished = threading.Event()
        self._without_voice: set[str] = set()

    def sound(self, text: str, language: str, rate_step: int) -> Sound:
        """The sound of one sentence, without silence around it.

        A language without a voice is silent, and staff can read so in the log.
        """
        with _ESPEAK:
            if self._driver is None:
                self._open()
            if not self._set(language, rate_step):
                return Sound(b"")
            self._samples = bytearray()
            self._finished.clear()
            self._espeak.SetSynthCallback(self._on_samples)
            words = text.encode("utf-8", "replace").replace(b"\0", b" ")
            if self._espeak.Synth(words, flags=self._espeak.CHARS_UTF8) != self._espeak.EE_OK:
                return Sound(b"")  # there is nothing in it to say
            if not self._finished.wait(_FINISHED_S):
                raise RuntimeError("espeak-ng did not finish a sentence")
            samples, self._samples = _from_first_sound(self._samples), bytearray()
        return Sound(samples, _gain(samples))

    def _open(self) -> None:
        import espeakng_loader  # noqa: PLC0415 - nothing of espeak is loaded before it is heard

        os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
        # Loaded first and for all: pyttsx3 then finds the library under its name.
        ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)
        from pyttsx3.drivers import _espeak, espeak  # noqa: PLC0415 - looks for the library

        self._espeak = _espeak
        self._driver = espeak.EspeakDriver(_Proxy())
        self._driver.setProperty("volume", _AMPLITUDE)

    def _set(self, language: str, rate_step: int) -> bool:
        if language in self._without_voice:
            return False
        try:
            self._driver.setProperty("voice", language)
        except ValueError:
            log.warning("no voice speaks language %s", language)
            self._without_voice.add(language)
            return False
        pace = _PACES.get(language, _Pace())
        rate, gap = round(pace.normal * RATES[rate_step]), 0
        if rate_step < len(pace.slow):
            rate, gap = pace.slow[rate_step]
        self._driver.setProperty("rate", rate)
        self._espeak.SetParameter(_WORD_GAP, gap, 0)
        return True

    def _on_samples(self, wav: Any, count: int, events: Any) -> int:
        """Called by espeak-ng, in its own thread, for each piece of sound."""
        if wav and count > 0:
            self._samples += ctypes.string_at(wav, count * SAMPLE_BYTES)
        index = 0
        while events[index].type != _LIST_TERMINATED:
            if events[index].type == _MESSAGE_TERMINATED:
                self._finished.set()
            index += 1
        return 0


class _Proxy:
    """What a pyttsx3 driver tells its engine. Nobody needs it here."""

    def setBusy(self, busy: bool) -> None:  # noqa: N802 - pyttsx3's name
        pass

    def notify(self, topic: str, **details: object) -> None:
        pass


def _from_first_sound(samples: bytearray) -> bytes:
    """Without the zeros before it: 18 ms as a rule, and 74 ms before a K."""
    zeros = len(samples) - len(samples.lstrip(b"\0"))
    return bytes(samples[zeros - zeros % SAMPLE_BYTES :])


def loudness_dbfs(samples: bytes) -> float:
    """How loud the speaking parts are (RMS, relative to full scale); pauses do not count."""
    values = array("h", samples)[::8]
    size = SAMPLE_RATE // 8 // 50  # 20 ms
    parts = [values[start : start + size] for start in range(0, len(values), size)]
    powers = [sum(map(mul, part, part)) / len(part) for part in parts]
    loud = [power for power in powers if power > max(powers) / 400]  # 26 dB below the loudest
    return 20 * log10(sqrt(sum(loud) / len(loud)) / 32768) if loud else -100.0


def levelled(samples: bytes) -> Sound:
    """A person's voice, as loud as the others: a soft one is made louder, as far as its
    loudest moment allows."""
    factor = 10 ** ((LOUDNESS_DBFS - loudness_dbfs(samples)) / 20.0) if samples else 1.0
    if factor <= 1.0:
        return Sound(samples, factor)
    values = array("h", samples)
    peak = max(abs(max(values)), abs(min(values)))
    factor = min(factor, 32767 / (peak or 1))
    return Sound(array("h", [int(value * factor) for value in values]).tobytes())


def _gain(samples: bytes) -> float:
    return min(1.0, 10 ** ((LOUDNESS_DBFS - loudness_dbfs(samples)) / 20.0))
