"""What we ask of the world, as data: a test compares it, `kiosk.runtime` carries it out."""

from dataclasses import dataclass
from typing import Literal

from kiosk.core.events import KeyName
from kiosk.core.receipt import Receipt
from kiosk.core.submission import Submission


@dataclass(frozen=True, slots=True)
class Draw:
    """Ask for an id, a code and the time for this visit; answered by `Drawn`."""

    visit: int


@dataclass(frozen=True, slots=True)
class Save:
    """Seal and commit, its recordings with it; answered by `Saved` or `SaveFailed`."""

    submission: Submission


@dataclass(frozen=True, slots=True)
class Print:
    """Print now or not at all; answered by `Printed` or `PrintFailed`."""

    receipt: Receipt


@dataclass(frozen=True, slots=True)
class LookUp:
    """Ask the desk how it is with this code; answered by `StatusFound` or `StatusFailed`."""

    code: str
    language: str


@dataclass(frozen=True, slots=True)
class NotSolved:
    """Tell the desk that the report of this day under this code is not solved after all.

    Answered by `NotSolvedTold` or `NotSolvedFailed`: it is told now, or the visitor hears
    that it was not. Nothing of it is kept.
    """

    code: str
    day: str


@dataclass(frozen=True, slots=True)
class Say:
    """Say the screen, only the focused target, or the echo of what was just done.

    Whatever was being said stops first, unless `after` asks to wait until it has ended.
    """

    what: Literal["screen", "focus", "echo"]
    after: bool = False


@dataclass(frozen=True, slots=True)
class Hush:
    """Stop speaking at once."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Hold speech where it is, or go on."""

    on: bool


@dataclass(frozen=True, slots=True)
class Forget:
    """The visit is over: drop everything that holds the visitor's words (sound, print job)."""


@dataclass(frozen=True, slots=True)
class Route:
    """From here on sound comes out of the headphones, or out of the loudspeaker."""

    to: Literal["headphones", "loudspeaker"]


@dataclass(frozen=True, slots=True)
class Record:
    """Listen to the microphone from now on; `RecordingHeard` says how it goes, `Recorded` or
    `RecordingFailed` how it ended. One recording at a time; the same name replaces it."""

    name: str
    most_s: int


@dataclass(frozen=True, slots=True)
class StopRecording:
    """The visitor has said it; answered by `Recorded`."""


@dataclass(frozen=True, slots=True)
class Play:
    """Let the visitor hear a recording; it ends as speech ends, with `SpeechEnded`."""

    name: str


@dataclass(frozen=True, slots=True)
class Discard:
    """Throw a recording away at once."""

    name: str


@dataclass(frozen=True, slots=True)
class KeepKeys:
    """Staff taught the kiosk its keys: keep them on this device and use them from now on.

    Answered by `KeysKept`; where they cannot be kept they are used all the same.
    Pairs of what a key does and its code, as `RawKey` reported it.
    """

    keys: tuple[tuple[KeyName, int], ...]


@dataclass(frozen=True, slots=True)
class Enrol:
    """Ask the desk to let this kiosk in; answered by `Enrolled` or `EnrolFailed`.

    Where `desk_url` is empty, the desk that this kiosk knows is asked.
    """

    code: str
    desk_url: str


@dataclass(frozen=True, slots=True)
class KeepTries:
    """Keep how often a wrong staff code was typed, and whether that locks the staff screen.

    A kiosk that is started again is no new chance; told again at the start, by `Tries`.
    """

    wrong: int
    locked_s: float


Effect = (
    Draw
    | Save
    | Print
    | LookUp
    | NotSolved
    | Say
    | Hush
    | Pause
    | Forget
    | Route
    | Record
    | StopRecording
    | Play
    | Discard
    | KeepKeys
    | Enrol
    | KeepTries
)

SCREEN: tuple[Effect, ...] = (Hush(), Say("screen"))
"""Whatever was being said stops, and the new screen is said."""
ECHO: tuple[Effect, ...] = (Hush(), Say("echo"))
"""Whatever was being said stops, and what was just done is said."""
