"""What one visitor has done so far. Nothing of it outlives the visit.

`advance` replaces a session by the next one; nobody changes one. The path through a
flow is not kept here: it is computed from `answers` (see `kiosk.core.walk`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kiosk.core.events import Drawn, PrintProblem, Report
from kiosk.core.submission import Submission
from kiosk.core.terminal import Terminal

Place = Literal[
    "start",  # the portal to the services
    "step",  # one question
    "advice",  # schemes that may fit
    "check",  # everything once more, before sending
    "saving",  # being written to disk
    "thanks",  # it is on disk
    "leaflet",  # printed to take along; nothing was sent
    "looking",  # the desk is being asked
    "which-day",  # one code, several reports
    "report",  # how it is with it
]
Panel = Literal["language", "sound", "help", "stop", "still-there"]
Voice = Literal["silent", "speaking", "paused"]
Paper = Literal["", "printing", "printed", "failed"]

RATES = 7
VOLUMES = 7
DEFAULT_STEP = 3


@dataclass(frozen=True, slots=True)
class Settings:
    """How this visitor wants to see and hear; back to the defaults after every visit."""

    language: str
    theme: str
    text_size: int = 0
    speech: bool = True
    rate: int = DEFAULT_STEP
    volume: int = DEFAULT_STEP


@dataclass(frozen=True, slots=True)
class Echo:
    """What was just done, to be said alone: a typed key, the whole value, a setting, a count."""

    kind: Literal["key", "value", "setting", "countdown", "paper"]
    value: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    visit: int
    settings: Settings
    place: Place = "start"
    panel: Panel | None = None
    flow: str = ""
    step: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    changing: tuple[str, ...] = ()
    """Steps under change from the check page; empty on the first walk."""
    typed: str = ""
    letters: bool = False
    """Letters instead of digits on a field that takes both."""
    page: int = 0
    focus: str | None = None
    by_keys: bool = False
    notice: str = ""
    echo: Echo | None = None
    voice: Voice = "silent"
    lot: Drawn | None = None
    submission: Submission | None = None
    paper: Paper = ""
    paper_problem: PrintProblem = "none"
    code: str = ""
    reports: tuple[Report, ...] = ()
    report: int = 0
    active: bool = False
    """Somebody is here: from the first press until the visit ends."""
    last_press_at: float = 0.0
    thanked_at: float | None = None
    warned_at: float | None = None
    seconds_left: int = 0


def fresh(terminal: Terminal, visit: int) -> Session:
    """The start screen as the next visitor finds it."""
    return Session(
        visit=visit,
        settings=Settings(language=terminal.texts.languages[0], theme=terminal.themes[0]),
    )
