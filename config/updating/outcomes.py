"""What came of looking for a new bundle: nothing new, one that is ready, or trouble.

The process that looks writes one of these as a line of JSON; the kiosk reads that line and
nothing else. It imports nothing heavy, so the kiosk stays as small as it is.
"""

import json
from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

Kind = Literal[
    "unreachable",
    "expired",
    "wrong_signature",
    "rolled_back",
    "too_large",
    "damaged",
    "unfit",
    "disk",
    "failed",
]
LONGEST = 450
"""Characters of a sentence: it travels in a heartbeat, and stands on a page."""


@dataclass(frozen=True, slots=True)
class UpToDate:
    """The repository is in order, and has nothing new for this kiosk. 0: nothing at all."""

    newest: int


@dataclass(frozen=True, slots=True)
class Staged:
    """This release lies on the shelf, checked and whole."""

    number: int
    version: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why nothing changes, in a sentence for staff. `number`: the release it is about, or 0."""

    kind: Kind
    sentence: str
    number: int = 0


Outcome = UpToDate | Staged | Trouble
_KINDS = {kind.__name__: kind for kind in (UpToDate, Staged, Trouble)}


def to_line(outcome: Outcome) -> str:
    return json.dumps({"outcome": type(outcome).__name__, **asdict(outcome)})


def from_line(line: str) -> Outcome | None:
    """None for anything that is not exactly such a line."""
    try:
        content: dict[str, Any] = json.loads(line)
        outcome = _KINDS[content.pop("outcome")](**content)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    match outcome:
        case UpToDate(int(newest)) if newest >= 0:
            return outcome
        case Staged(int(number), str()) if number > 0:
            return outcome
        case Trouble(kind, str(), int(number)) if kind in get_args(Kind) and number >= 0:
            return outcome
        case _:
            return None


def plain(text: str, most: int = 300) -> str:
    """Text from elsewhere, fit for a sentence: one line, printable, not longer than `most`."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
