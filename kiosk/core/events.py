"""What happened. Every event carries `at`, seconds on a clock that never goes back.

Time, ids and luck come in through events, so that the core needs none of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from kiosk.core.presses import (
    Event,
    KeyName,
    KeyPressed,
    Press,
    RawKey,
    Scanned,
    Tapped,
    Touched,
    Typed,
)

__all__ = [
    "AnyEvent",
    "Board",
    "Drawn",
    "EnrolFailed",
    "EnrolProblem",
    "Enrolled",
    "Event",
    "KeyName",
    "KeyPressed",
    "KeysKept",
    "NotSolvedFailed",
    "NotSolvedTold",
    "Plugged",
    "Press",
    "PrintFailed",
    "PrintProblem",
    "Printed",
    "RawKey",
    "Recorded",
    "RecordingFailed",
    "RecordingHeard",
    "Report",
    "SaveFailed",
    "SaveProblem",
    "Saved",
    "Scanned",
    "SpeechEnded",
    "StatusFailed",
    "StatusFound",
    "Tapped",
    "TimePassed",
    "Touched",
    "Tries",
    "Typed",
]
PrintProblem = Literal["no_paper", "cover_open", "offline", "lost", "fault", "none"]
EnrolProblem = Literal["unknown", "unreachable", "too_often", "no_address", "not_kept", "unsafe"]
SaveProblem = Literal["disk_full", "disk_fault", "not_enrolled"]


@dataclass(frozen=True, slots=True)
class TimePassed(Event):
    """At least once a second while a visit lasts."""


@dataclass(frozen=True, slots=True)
class Drawn(Event):
    """Answer to `Draw`: an id, a tracking code and the wall clock for this visit.

    `visit` repeats the number in `Draw`: an answer for an earlier visit is ignored.
    """

    visit: int
    submission_id: UUID
    code: str
    now: str


@dataclass(frozen=True, slots=True)
class Saved(Event):
    """The submission is on disk: from here on thanks may be said."""

    submission_id: UUID


@dataclass(frozen=True, slots=True)
class SaveFailed(Event):
    submission_id: UUID
    problem: SaveProblem


@dataclass(frozen=True, slots=True)
class Printed(Event):
    name: str


@dataclass(frozen=True, slots=True)
class PrintFailed(Event):
    name: str
    problem: PrintProblem


@dataclass(frozen=True, slots=True)
class Report:
    """One submission as the public may know it. `day` is when the desk received it.

    `language` is that of the sentence: the municipality may have written in Dutch only.
    A status may go backwards, as when something was not solved after all.
    """

    day: str
    status: Literal["received", "in_progress", "planned", "done", "cannot", "forwarded"]
    flow: str
    sentence: str
    changed: str
    language: str = "nl"
    planned_for: str = ""
    """The day for which it is planned; empty where nobody knows."""
    organisation: str = ""
    """The other organisation to which it was sent, by its own name; it may be unknown."""
    may_reopen: bool = False
    """The visitor may still say that it is not solved."""


@dataclass(frozen=True, slots=True)
class StatusFound(Event):
    """Answer to `LookUp`; `reports` is empty when the desk does not know the code."""

    code: str
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class StatusFailed(Event):
    """The desk could not be asked."""

    code: str


@dataclass(frozen=True, slots=True)
class NotSolvedTold(Event):
    """Answer to `NotSolved`: the desk knows it, now or since an earlier time."""

    code: str


@dataclass(frozen=True, slots=True)
class NotSolvedFailed(Event):
    """The desk could not be told, or does not take it any more."""

    code: str


@dataclass(frozen=True, slots=True)
class SpeechEnded(Event):
    """All that was to be said has been said, or the recording was heard to its end."""


@dataclass(frozen=True, slots=True)
class Plugged(Event):
    """Something of this kiosk came or went. Told once at the start as well."""

    what: Literal["headphones", "microphone"]
    present: bool


@dataclass(frozen=True, slots=True)
class RecordingHeard(Event):
    """About ten times a second while recording. `level` from 0 (silence) to 1."""

    level: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Recorded(Event):
    """A recording ended: because it was asked, or because its time was over."""

    name: str
    seconds: int
    silent: bool = False
    """Nothing was heard in it."""


@dataclass(frozen=True, slots=True)
class RecordingFailed(Event):
    name: str


@dataclass(frozen=True, slots=True)
class KeysKept(Event):
    """What became of the keys that staff taught: whether this device will know them again."""

    kept: bool


@dataclass(frozen=True, slots=True)
class Enrolled(Event):
    """The desk let this kiosk in, under this name. It is used after the next start."""

    name: str


@dataclass(frozen=True, slots=True)
class EnrolFailed(Event):
    problem: EnrolProblem


@dataclass(frozen=True, slots=True)
class Tries(Event):
    """At the start: how often a wrong staff code was typed before, and how long it is locked."""

    wrong: int
    locked_s: float


@dataclass(frozen=True, slots=True)
class Board(Event):
    """What hangs at this kiosk from now on; a visitor who is there goes on undisturbed."""

    announcements: tuple[str, ...] = ()
    """The names of those that hold now, the most important first."""
    closed: Mapping[str, str] | None = None
    """Out of service: the text of staff by language, or none of theirs. None: in service."""
    resting: bool = False
    """Outside the hours: the start screen is dark until somebody comes."""
    volume: int = 3
    """The step, 0 to 6, with which visits begin."""


AnyEvent = (
    Press
    | TimePassed
    | Drawn
    | Saved
    | SaveFailed
    | Printed
    | PrintFailed
    | StatusFound
    | StatusFailed
    | NotSolvedTold
    | NotSolvedFailed
    | SpeechEnded
    | Plugged
    | RecordingHeard
    | Recorded
    | RecordingFailed
    | KeysKept
    | Enrolled
    | EnrolFailed
    | Tries
    | Board
)
