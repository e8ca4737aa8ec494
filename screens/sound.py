"""The loudspeaker, or the headphones: one sound at a time, silent the moment it is told.

The small buffer is what makes silence immediate: at most two pieces of 23 ms are on their way
to the loudspeaker when a finger comes down. A kiosk without a sound device gets a
`SilentPlayer`, which takes as long as the sound would: what waits for the end of a
sentence works all the same, and `audible` tells staff that nobody hears it.

Most kiosks have one sound device, whose jack itself silences the loudspeaker. Where the
headphones are a device of their own, `route` closes the one and opens the other. If that
cannot be opened there is silence: what is for the headphones is never heard in the hall.
"""

import logging
import os
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

import pygame

from kiosk.voice import SAMPLE_BYTES, SAMPLE_RATE

log = logging.getLogger(__name__)

BUFFER_SAMPLES = 512
Outlet = Literal["headphones", "loudspeaker"]


@dataclass(frozen=True, slots=True)
class Outlets:
    """Where sound comes out: the system's names of two devices, or none for its usual one.

    `loudest_...` is the gain (0 to 1) at the loudest volume step, found with a sound level
    meter at this kiosk: how loud full scale is differs from one amplifier to the next.
    """

    headphones: str = ""
    loudspeaker: str = ""
    loudest_headphones: float = 1.0
    loudest_loudspeaker: float = 1.0

    @property
    def are_two(self) -> bool:
        return bool(self.headphones and self.loudspeaker)

    def device(self, to: Outlet) -> str:
        if not self.are_two:
            return ""
        return self.headphones if to == "headphones" else self.loudspeaker

    def loudest(self, to: Outlet) -> float:
        return self.loudest_headphones if to == "headphones" else self.loudest_loudspeaker


class Player(Protocol):
    @property
    def audible(self) -> bool: ...
    def route(self, to: Outlet) -> None: ...
    def play(self, samples: bytes, volume: float) -> None: ...
    def stop(self) -> None: ...
    def pause(self, on: bool) -> None: ...
    def busy(self) -> bool: ...
    def close(self) -> None: ...


class MixerPlayer:
    """Plays through the sound device that SDL has open; takes its time where there is none."""

    def __init__(self, outlets: Outlets = Outlets()) -> None:
        self._outlets = outlets
        self._to: Outlet = "loudspeaker"
        self._nobody = SilentPlayer()
        self._channel: pygame.mixer.Channel | None = None
        self._open()

    @property
    def audible(self) -> bool:
        return self._channel is not None

    def route(self, to: Outlet) -> None:
        """From here on through `to`. What was playing stops; opening takes some 10 ms."""
        if to != self._to:
            self.stop()
        moves = self._outlets.device(to) != self._outlets.device(self._to)
        self._to = to
        if moves or (self._channel is None and self._outlets.are_two):
            self._channel = None
            pygame.mixer.quit()
            self._open()

    def play(self, samples: bytes, volume: float) -> None:
        if self._channel is None:
            self._nobody.play(samples, volume)
            return
        sound = pygame.mixer.Sound(buffer=samples)
        sound.set_volume(volume * self._outlets.loudest(self._to))
        self._channel.play(sound)

    def stop(self) -> None:
        self._nobody.stop()
        if self._channel is not None:
            self._channel.stop()

    def pause(self, on: bool) -> None:
        if self._channel is None:
            self._nobody.pause(on)
        elif on:
            self._channel.pause()
        else:
            self._channel.unpause()

    def busy(self) -> bool:
        return self._nobody.busy() if self._channel is None else self._channel.get_busy()

    def close(self) -> None:
        self._channel = None
        pygame.mixer.quit()

    def _open(self) -> None:
        name = self._outlets.device(self._to)
        try:
            pygame.mixer.init(
                SAMPLE_RATE,
                -16,
                1,
                BUFFER_SAMPLES,
                name or None,
                allowedchanges=0,
            )
        except pygame.error as error:
            if name:
                log.warning("the %s '%s' cannot be opened: %s. Silence.", self._to, name, error)
            return
        self._channel = pygame.mixer.Channel(0)


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

    def route(self, to: Outlet) -> None: ...

    def close(self) -> None:
        self.stop()


def open_player(outlets: Outlets = Outlets()) -> Player:
    """The sound device as it is now. Opening takes some 10 ms and may fail: then silence."""
    if not something_may_sound():
        return SilentPlayer()
    player = MixerPlayer(outlets)
    # A second device may be there when the first is not.
    return player if player.audible or outlets.are_two else SilentPlayer()


def decoded(file: Path) -> bytes:
    """A recorded phrase as samples: WAV, OGG and what else SDL can read. Only while a player
    is open. Raises ValueError where it cannot be read."""
    try:
        return pygame.mixer.Sound(file).get_raw()
    except (pygame.error, OSError) as error:
        raise ValueError(str(error)) from None


def something_may_sound() -> bool:
    """Whether it is worth asking. On a Linux without any sound, ALSA fills the terminal with
    complaints when it is asked; nobody at `make run` can do anything with them."""
    if sys.platform != "linux" or "SDL_AUDIODRIVER" in os.environ or "PULSE_SERVER" in os.environ:
        return True
    session = Path(os.environ.get("XDG_RUNTIME_DIR", "/nonexistent"))
    return any(
        path.exists() for path in (Path("/dev/snd"), session / "pulse", session / "pipewire-0")
    )
