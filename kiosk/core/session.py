"""What one visitor has done so far. Nothing of it outlives the visit.

`advance` replaces a session by the next one; nobody changes one. The path through a
flow is not kept here: it is computed from `answers` (see `kiosk.core.walk`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kiosk.core.events import Board, Drawn, KeyName, PrintProblem, Report
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
    "solved",  # is it really?
    "solved-thanks",  # it is
    "not-solved",  # it is not: once more, before the desk is told
    "telling",  # the desk is being told
    "told",  # the desk knows it
    "not-told",  # the desk could not be told
]
Panel = Literal[
    "language",
    "sound",
    "sight",
    "help",
    "stop",
    "still-there",
    "practice",  # each key says what it does, and does nothing
    "record",  # saying it instead of typing it
    "staff",  # behind a code: teaching the keys
    "news",  # all announcements, where the start screen has no room for them
]
Voice = Literal["silent", "speaking", "paused"]
Paper = Literal["", "printing", "printed", "failed"]

RATES = 7
VOLUMES = 7
DEFAULT_STEP = 3
EMPTY_BOARD = Board(volume=DEFAULT_STEP)
SCAN_S = (6.0, 4.5, 3.5, 2.5, 1.8, 1.3, 1.0)
"""Seconds on each target while scanning with one switch, after it has been said."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How this visitor wants to see and hear; back to the defaults after every visit."""

    language: str
    theme: str
    text_size: int = 0
    speech: bool = True
    rate: int = DEFAULT_STEP
    volume: int = DEFAULT_STEP
    scan: int = DEFAULT_STEP
    explore: Literal["lift", "tap"] = "lift"
    """With speech on, a finger that rests hears; one tap chooses, or only a second one."""
    motion: bool = True
    low: bool = False
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Hardware:
    """What is plugged in and hangs here now. It belongs to the kiosk: a new visit finds it so."""

    headphones: bool = False
    microphone: bool = False
    wrong_codes: int = 0
    """Wrong codes of the staff screen, one after the other: a new visit is no new chance."""
    locked_until: float = 0.0
    board: Board = EMPTY_BOARD

    @property
    def volume(self) -> int:
        """With which a visit begins; headphones always begin at the safe one (A5)."""
        return DEFAULT_STEP if self.headphones else self.board.volume


@dataclass(frozen=True, slots=True)
class Scan:
    """Going past the targets by itself, for somebody with one switch.

    A keyboard is passed row by row first; `row` is the row whose keys are being passed.
    """

    due_at: float | None = None
    """When to go on; None while the target is still being said."""
    row: int | None = None
    rounds: int = 0
    """Whole rounds without a press, of the screen or of the keys of one row."""
    waits: bool = False
    """Gone past everything often enough: the next press goes on with it."""


@dataclass(frozen=True, slots=True)
class Take:
    """A spoken message in the making, for one step."""

    step: str
    state: Literal["ready", "recording", "done", "playing", "deleting"]
    seconds: int = 0
    level: float = 0.0


@dataclass(frozen=True, slots=True)
class Staff:
    """Where somebody is who works here; see `kiosk.core.staff`."""

    stage: Literal["code", "menu", "learn", "done", "enrol", "enrolling", "enrolled"] = "code"
    typed: str = ""
    asked: int = 0
    """Which key is being taught: its place in the order in which they are asked."""
    keys: tuple[tuple[KeyName, int], ...] = ()
    twice: KeyName | None = None
    """What the key that was pressed just now does already."""
    name: str = ""
    """What the desk calls this kiosk, once it let it in."""


@dataclass(frozen=True, slots=True)
class Echo:
    """What was just done, to be said alone: a typed key, the whole value, a setting, a count."""

    kind: Literal["key", "value", "setting", "countdown", "paper", "news", "row"]
    value: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    visit: int
    settings: Settings
    hardware: Hardware = Hardware()
    board: Board = EMPTY_BOARD
    """What hung here when the start screen came up; it stays so while somebody reads it."""
    place: Place = "start"
    panel: Panel | None = None
    panel_page: int = 0
    under: tuple[Panel | None, ...] = ()
    """What a panel that opened by itself, or practising, lies over, and goes back to."""
    flow: str = ""
    step: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    changing: tuple[str, ...] = ()
    """Steps under change from the check page; empty on the first walk."""
    typed: str = ""
    layer: str = ""
    """Which keys are on the on-screen keyboard, where there is more than one set of them."""
    recordings: Mapping[str, int] = field(default_factory=dict)
    """Spoken messages: seconds by step. The sound itself stays with the recorder."""
    take: Take | None = None
    staff: Staff | None = None
    page: int = 0
    focus: str | None = None
    by_keys: bool = False
    scan: Scan | None = None
    practised: KeyName | None = None
    """The key that was last pressed while practising."""
    explored: str = ""
    """The target that a first tap spoke; a second one chooses it."""
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


def fresh(terminal: Terminal, visit: int, hardware: Hardware = Hardware()) -> Session:
    """The start screen as the next visitor finds it."""
    return Session(
        visit=visit,
        settings=Settings(
            language=terminal.texts.languages[0],
            theme=terminal.themes[0],
            explore=terminal.explore,
            motion=terminal.motion,
            low=terminal.low,
            scan=terminal.scan,
            volume=hardware.volume,
            blank=hardware.board.resting,
        ),
        hardware=hardware,
        board=hardware.board,
    )
