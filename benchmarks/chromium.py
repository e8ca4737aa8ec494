"""The peer: Chromium in kiosk mode with a static page of the same six buttons.

Everything that could slow it down for reasons that are not ours is off: no network, no
component updates, no first-run work, a profile that has been used before, and the program
itself instead of Debian's start script. The page is as cheap as a page can be: words and
drawings inline, a pressed state in CSS, a second screen that is only uncovered.
"""

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template

from benchmarks.display import HEIGHT_PX, WIDTH_PX, Display
from benchmarks.mirror import Target
from benchmarks.processes import end, start
from screens.pictograms import path as drawing

DEBIAN = Path("/usr/lib/chromium/chromium")
FLAGS = (
    "--kiosk",
    "--no-sandbox",
    "--test-type",
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--disable-extensions",
    "--disable-breakpad",
    "--disable-pings",
    "--disable-session-crashed-bubble",
    "--disable-features=Translate,MediaRouter,OptimizationHints",
    "--password-store=basic",
    "--noerrdialogs",
    "--force-device-scale-factor=1",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    f"--window-size={WIDTH_PX},{HEIGHT_PX}",
    "--window-position=0,0",
)
STARTED_WITHIN_S = 30.0
QUIET_S = 1.5


@dataclass(frozen=True, slots=True)
class Screen:
    """A title, and buttons with the code of the drawing on each."""

    title: str
    buttons: Sequence[tuple[Target, str]]


class Chromium:
    """Chromium with its page of two screens."""

    def __init__(self, folder: Path, first: Screen, second: Screen) -> None:
        folder.mkdir(parents=True)
        self._somewhere = first.buttons[0][0].rect
        self._folder = folder
        self._profile = folder / "profile"
        self._page = folder / "page.html"
        template = Template(Path(__file__).with_name("page.html").read_text(encoding="utf-8"))
        page = template.safe_substitute(
            first_title=escape(first.title),
            first=_buttons(first),
            second_title=escape(second.title),
            second=_buttons(second),
        )
        self._page.write_text(page, encoding="utf-8")

    def start_anew(self, display: Display) -> subprocess.Popen[bytes]:
        """As `start`, but with an empty profile, as after a start that forgets all visitors."""
        shutil.rmtree(self._profile, ignore_errors=True)
        return self.start(display)

    def start(self, display: Display) -> subprocess.Popen[bytes]:
        """Only start it, and return at once."""
        program = str(DEBIAN) if DEBIAN.exists() else str(shutil.which("chromium"))
        command = [program, *FLAGS, f"--user-data-dir={self._profile}"]
        command.append(self._page.as_uri())
        return start(command, {"DISPLAY": display.name}, self._folder / "chromium.log")

    @contextmanager
    def running(self, display: Display) -> Iterator[subprocess.Popen[bytes]]:
        """Chromium at rest on its first screen, with everything loaded."""
        blank = display.pixels(self._somewhere)
        process = self.start(display)
        try:
            display.when_not(self._somewhere, blank, STARTED_WITHIN_S)
            display.still(QUIET_S)
            yield process
        finally:
            end(process)
            display.still(0.1)


def available() -> bool:
    return DEBIAN.exists() or shutil.which("chromium") is not None


def _buttons(screen: Screen) -> str:
    return "\n".join(_button(target, picture) for target, picture in screen.buttons)


def _button(target: Target, picture: str) -> str:
    x, y, width, height = target.rect
    svg = drawing(picture).read_text(encoding="utf-8")
    place = f"left:{x}px;top:{y}px;width:{width}px;height:{height}px"
    words = f"{escape(target.label)}<small>{escape(target.note)}</small>"
    kind = "tile" if width < WIDTH_PX / 2 else "line"
    return f'<button class="{kind}" style="{place}">{svg}<span>{words}</span></button>'
