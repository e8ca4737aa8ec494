"""Waiting for a finger without looking for it: asleep until something happens.

Looking every few milliseconds costs a processor more than a whole visit does. On X the
display server writes to a socket when it has something to say, so the kiosk sleeps on that
socket; other threads wake it through a pipe. Where there is no such socket to be found
(Wayland, a bare console, no display at all), it looks as often as it is told to.
"""

import os
import select
import socket
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

LONGEST_S = 0.25
"""A safety net: what the display library read by the way is not announced a second time."""
LIVELY_S = 0.2
LIVELY_WAIT_S = 0.02
"""After an event for so long, short waits: a scanner's line ends with silence."""
FALSE_ALARMS = 200


class Waiting:
    """`wait` until something may have happened; `wake` from any thread."""

    def __init__(self) -> None:
        self._reads, self._writes = os.pipe()
        os.set_blocking(self._reads, False)
        os.set_blocking(self._writes, False)
        self._display: tuple[int, ...] = ()
        self._false_alarms = 0
        self._lively_until = 0.0

    def watch(self, descriptors: Iterable[int]) -> None:
        """Sleep on these from now on."""
        self._display = tuple(descriptors)

    def happened(self) -> None:
        """There was an event: more of them are likely."""
        self._false_alarms = 0
        self._lively_until = time.monotonic() + LIVELY_S

    def wait(self, blind_s: float, most_s: float | None = None) -> None:
        """Sleep until something may have happened; `blind_s` where nothing can tell, and never
        longer than `most_s`, when something is due."""
        if self._display:
            lively = time.monotonic() < self._lively_until
            longest = LIVELY_WAIT_S if lively else LONGEST_S
        else:
            longest = blind_s
        if most_s is not None:
            longest = min(longest, most_s)
        ready, _, _ = select.select([self._reads, *self._display], [], [], longest)
        if self._reads in ready:
            with suppress(BlockingIOError):
                os.read(self._reads, 4096)
        elif ready:
            # A socket that stays readable without ever bringing an event would keep us awake.
            self._false_alarms += 1
            if self._false_alarms > FALSE_ALARMS:
                self._display = ()

    def wake(self) -> None:
        with suppress(BlockingIOError):  # full: it is as good as awake
            os.write(self._writes, b"!")

    def close(self) -> None:
        self._display = ()


def descriptors() -> frozenset[int]:
    """The open files of this process; none where the system does not tell."""
    try:
        found = [entry.name for entry in Path("/proc/self/fd").iterdir()]
    except OSError:
        return frozenset()
    # The one through which the list was read is among them, and closed by now.
    return frozenset(int(name) for name in found if Path("/proc/self/fd", name).is_symlink())


def to_display_server(opened: Iterable[int]) -> tuple[int, ...]:
    """Those among newly opened files that are connections to an X server."""
    return tuple(descriptor for descriptor in sorted(opened) if _is_x(descriptor))


def _is_x(descriptor: int) -> bool:
    try:
        with socket.socket(fileno=os.dup(descriptor)) as connection:
            peer = connection.getpeername()
    except OSError:
        return False
    if isinstance(peer, tuple):
        return 6000 <= int(peer[1]) < 6064
    name = peer if isinstance(peer, bytes) else str(peer).encode()
    return b"X11-unix" in name
