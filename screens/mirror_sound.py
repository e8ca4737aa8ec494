"""The loudspeaker of a kiosk whose visitor sits before a browser: what is said goes there.

It takes as long as the sound would, so what waits for the end of a sentence works as on a
kiosk. Sentences are numbered, and so are silences and pauses: a browser that knows the number
of the last news it had knows what to play, and what to stop at once.

    play -> 1   play -> 2   stop -> 3    1 and 2 are gone: nobody hears them any more

Only the last few sentences are kept, and none of them once it is to be silent.
"""

import io
import threading
import wave
from array import array
from collections import deque
from collections.abc import Callable
from typing import Any

from kiosk.voice import SAMPLE_BYTES, SAMPLE_RATE
from screens.sound import SilentPlayer

MOST_SENTENCES = 4
"""A browser is never more than one behind; the others are for a slow line."""


class BrowserPlayer(SilentPlayer):
    """A Player (`screens.sound`). `on_news` is called from the thread that says something."""

    def __init__(self) -> None:
        super().__init__()
        self.on_news: Callable[[], None] = lambda: None
        self._news = threading.Lock()
        self._number = 0
        self._silenced = 0
        self._paused = False
        self._sentences: deque[tuple[int, bytes, float]] = deque(maxlen=MOST_SENTENCES)

    @property
    def number(self) -> int:
        """Of the last news: a sentence, a silence or a pause."""
        return self._number

    def state(self) -> dict[str, Any]:
        """For `view.json`. What has a number up to `silenced` is not to be heard any more."""
        with self._news:
            return {"number": self._number, "silenced": self._silenced, "paused": self._paused}

    def sentence_after(self, number: int) -> tuple[int, bytes] | None:
        """The first that came after this one, as WAV, with its own number."""
        with self._news:
            found = next((each for each in self._sentences if each[0] > number), None)
        return None if found is None else (found[0], _wav(found[1], found[2]))

    def play(self, samples: bytes, volume: float) -> None:
        super().play(samples, volume)
        with self._news:
            self._number += 1
            self._paused = False
            self._sentences.append((self._number, samples, volume))
        self.on_news()

    def stop(self) -> None:
        super().stop()
        with self._news:
            if self._silenced == self._number:
                return  # it is silent already
            self._number += 1
            self._silenced = self._number
            self._paused = False
            self._sentences.clear()
        self.on_news()

    def pause(self, on: bool) -> None:
        super().pause(on)
        with self._news:
            if self._paused == on:
                return
            self._number += 1
            self._paused = on
        self.on_news()


def _wav(samples: bytes, volume: float) -> bytes:
    louder = array("h", samples[: len(samples) // SAMPLE_BYTES * SAMPLE_BYTES])
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(SAMPLE_BYTES)
        out.setframerate(SAMPLE_RATE)
        out.writeframes(array("h", [int(value * volume) for value in louder]).tobytes())
    return file.getvalue()
