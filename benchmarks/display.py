"""The virtual display: what is on its glass, byte by byte, and a finger that presses on it.

Xvfb keeps its picture in a file that we map into memory, so looking costs the server and
the program under test nothing, and what we see is what a screen would be sent. The finger
is XTest: the X server cannot tell it from a device. The pointer is not drawn.
"""

import ctypes
import ctypes.util
import mmap
import os
import shutil
import struct
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

WIDTH_PX, HEIGHT_PX = 1080, 1920
POLL_S = 0.0001
"""Between two looks; with the wait of the system some 0.2 ms, the resolution of all times."""
PIXEL_BYTES = 4
COLOUR_BYTES = 12
BORDER_PX = 40

Rect = tuple[int, int, int, int]
"""x, y, width, height in pixels, as the mirror gives them."""
WHOLE: Rect = (0, 0, WIDTH_PX, HEIGHT_PX)


class Unavailable(Exception):  # noqa: N818 - says what is missing, not whose error
    """Something that a benchmark needs is not on this machine; the message is one sentence."""


class TooLate(Exception):  # noqa: N818 - as above
    """What was waited for did not come. The benchmark has no figure then."""


class Display:
    """An X server of its own on a free number. `with Display(folder) as display: ...`"""

    def __init__(self, folder: Path) -> None:
        if shutil.which("Xvfb") is None:
            raise Unavailable("There is no Xvfb on this machine: install it, then try again.")
        folder.mkdir(parents=True, exist_ok=True)
        read, write = os.pipe()
        self._server = subprocess.Popen(
            [
                "Xvfb", "-displayfd", str(write), "-fbdir", str(folder), "-nocursor",
                "-nolisten", "tcp", "-screen", "0", f"{WIDTH_PX}x{HEIGHT_PX}x24",
            ],
            pass_fds=[write],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(write)
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise Unavailable("Xvfb cannot open a display on this machine.")
        self.name = f":{number}"
        self.finger = Finger(self.name)
        with (folder / "Xvfb_screen0").open("rb") as file:
            self._picture = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        header = struct.unpack(">25I", self._picture[:100])
        self._start = header[0] + header[19] * COLOUR_BYTES
        self._line_bytes = header[12]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        self.finger.close()
        self._picture.close()
        self._server.terminate()
        self._server.wait(10)

    def pixels(self, rect: Rect) -> bytes:
        """What is in this rectangle now."""
        x, y, width, height = rect
        first = self._start + y * self._line_bytes + x * PIXEL_BYTES
        step, size = self._line_bytes, width * PIXEL_BYTES
        picture = self._picture
        if size == step:
            return picture[first : first + height * step]
        return b"".join(
            [picture[at : at + size] for at in range(first, first + height * step, step)]
        )

    def when_not(self, rect: Rect, before: bytes, limit_s: float) -> float:
        """The moment at which anything in `rect` differs from `before`."""
        return when(lambda: self.pixels(rect) != before, limit_s, "The picture did not change.")

    def when_shown(self, rect: Rect, expected: bytes, limit_s: float) -> float:
        """The moment at which every pixel in `rect` is as expected."""
        return when(lambda: self.pixels(rect) == expected, limit_s, "The picture never came.")

    def still(self, quiet_s: float, limit_s: float = 20.0) -> None:
        """Until nothing on the whole glass has changed for `quiet_s`."""
        until, picture, since = time.monotonic() + limit_s, b"", time.monotonic()
        while time.monotonic() - since < quiet_s:
            if time.monotonic() > until:
                raise TooLate("The picture never came to rest.")
            time.sleep(min(0.02, quiet_s / 4))
            now = self.pixels(WHOLE)
            if now != picture:
                picture, since = now, time.monotonic()


def inside(rect: Rect) -> Rect:
    """A button without its border: Chromium draws rounded corners a shade differently each time."""
    x, y, width, height = rect
    return x + BORDER_PX, y + BORDER_PX, width - 2 * BORDER_PX, height - 2 * BORDER_PX


class Finger:
    """One finger on the glass. Each call returns the moment just before the server was told."""

    def __init__(self, display: str) -> None:
        self._x11 = _library("X11")
        self._xtest = _library("Xtst")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._display = ctypes.c_void_p(self._x11.XOpenDisplay(display.encode()))
        if not self._display:
            raise Unavailable("The virtual display cannot be reached.")

    def point(self, rect: Rect) -> None:
        """Hold the finger over the middle, not touching."""
        x, y, width, height = rect
        self._xtest.XTestFakeMotionEvent(
            self._display, -1, x + width // 2, y + height // 2, ctypes.c_ulong(0)
        )
        self._x11.XSync(self._display, 0)

    def press(self) -> float:
        return self._buttons(True)

    def lift(self) -> float:
        return self._buttons(False)

    def tap(self) -> float:
        """Down and up in one: no time passes between them."""
        return self._buttons(True, False)

    def close(self) -> None:
        self._x11.XCloseDisplay(self._display)

    def _buttons(self, *downs: bool) -> float:
        began = time.monotonic()
        for down in downs:
            self._xtest.XTestFakeButtonEvent(self._display, 1, int(down), ctypes.c_ulong(0))
        self._x11.XFlush(self._display)
        return began


def when(happened: Callable[[], bool], limit_s: float, otherwise: str) -> float:
    """The moment at which this became true. TooLate after `limit_s`."""
    until = time.monotonic() + limit_s
    while not happened():
        if time.monotonic() > until:
            raise TooLate(otherwise)
        time.sleep(POLL_S)
    return time.monotonic()


def _library(name: str) -> Any:
    found = ctypes.util.find_library(name)
    if found is None:
        raise Unavailable(f"There is no lib{name} on this machine: install it, then try again.")
    return ctypes.CDLL(found)
