"""The loudspeaker, or the headphones: one sound at a time, silent the moment it is told.

The small buffer is what makes silence immediate: at most two pieces of 23 ms are on their way
to the loudspeaker when a finger comes down. A kiosk without a sound device gets a
`SilentPlayer`, which takes as long as the sound would: what waits for the end of a
sentence works all the same, and `audible` tells staff that nobody hears it.
"""

import os
import sys
import threading
import time
from pathlib import Path
from typing import Protocol

import pygame

from kiosk.voice import SAMPLE_BYTES, SAMPLE_RATE

BUFFER_SAMPLES = 512


class Player(Protocol):
    audible: bool

    def play(self, samples: bytes, volume: float) -> None: ...
    def stop(self) -> None: ...
    def pause(self, on: bool) -> None: ...
    def busy(self) -> bool: ...
    def close(self) -> None: ...


class MixerPlayer:
    """Plays through the sound device that SDL has open."""

    audible = True

    def __init__(self) -> None:
        self._channel = pygame.mixer.Channel(0)

    def play(self, samples: bytes, volume: float) -> None:
        sound = pygame.mixer.Sound(buffer=samples)
        sound.set_volume(volume)
        self._channel.play(sound)

    def stop(self) -> None:
        self._channel.stop()

    def pause(self, on: bool) -> None:
        if on:
            self._channel.pause()
        else:
            self._channel.unpause()

    def busy(self) -> bool:
        return self._channel.get_busy()

    def close(self) -> None:
        pygame.mixer.quit()


class SilentPlayer:
    """Plays nothing, in the time it would take. Any thread may call it."""

    audible = False

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ends_at = 0.0
        self._left_s: float | None = None
        """What is left to play, while paused."""

    def play(self, samples: bytes, volume: float) -> None:  # noqa: ARG002 - nobody hears it
        with self._lock:
            self._left_s = None
            self._ends_at = time.monotonic() + len(samples) / (SAMPLE_RATE * SAMPLE_BYTES)

    def stop(self) -> None:
        with self._lock:
            self._left_s = None
            self._ends_at = 0.0

    def pause(self, on: bool) -> None:
        with self._lock:
            now = time.monotonic()
            if on and self._left_s is None:
                self._left_s = max(0.0, self._ends_at - now)
            elif not on and self._left_s is not None:
                self._ends_at = now + self._left_s
                self._left_s = None

    def busy(self) -> bool:
        with self._lock:
            if self._left_s is not None:
                return self._left_s > 0
            return time.monotonic() < self._ends_at

    def close(self) -> None:
        self.stop()


def open_player() -> Player:
    """The sound device as it is now. Opening takes some 10 ms and may fail: then silence."""
    if not _something_may_sound():
        return SilentPlayer()
    try:
        pygame.mixer.init(SAMPLE_RATE, -16, 1, BUFFER_SAMPLES, allowedchanges=0)
    except pygame.error:
        return SilentPlayer()
    return MixerPlayer()


def _something_may_sound() -> bool:
    """Whether it is worth asking. On a Linux without any sound, ALSA fills the terminal with
    complaints when it is asked; nobody at `make run` can do anything with them."""
    if sys.platform != "linux" or "SDL_AUDIODRIVER" in os.environ or "PULSE_SERVER" in os.environ:
        return True
    session = Path(os.environ.get("XDG_RUNTIME_DIR", "/nonexistent"))
    return any(
        path.exists() for path in (Path("/dev/snd"), session / "pulse", session / "pipewire-0")
    )
