"""How it is with the printer, in the one word that decides what the visitor is told.

The bytes in which ESC/POS printers say so, told apart by the bits that are fixed (Epson's
ESC/POS reference, "identifying the transmission data"; x is what is being told):

    0xx1xx10   one byte, the answer to DLE EOT n
    0xx1xx00   first of four bytes of automatic status back; the others are 0xx0xxxx
    0xx0xxxx   one byte, the answer to GS r

Anything else (XON, XOFF, noise of a wrong baud rate) says nothing and is skipped.

A printer may have several complaints at once. The one that staff must mend first wins: an
open cover also looks like missing paper, and missing paper also counts as off line.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from kiosk.core.events import PrintProblem


class Status(Enum):
    """In order of precedence. The value is the problem that the core knows."""

    LOST = "lost"
    """Nothing at that address, port or cable."""
    NONE = "none"
    """This kiosk has no printer."""
    COVER_OPEN = "cover_open"
    NO_PAPER = "no_paper"
    FAULT = "fault"
    """A jammed cutter, a head too hot: staff must look."""
    OFFLINE = "offline"
    """Connected, but silent or switched off line."""
    PAPER_LOW = "paper_low"
    READY = "ready"

    @property
    def problem(self) -> PrintProblem | None:
        """Why nothing can be printed now; None when something can."""
        match self:
            case Status.READY | Status.PAPER_LOW:
                return None
            case Status.LOST:
                return "lost"
            case Status.NONE:
                return "none"
            case Status.COVER_OPEN:
                return "cover_open"
            case Status.NO_PAPER:
                return "no_paper"
            case Status.FAULT:
                return "fault"
            case Status.OFFLINE:
                return "offline"

    @classmethod
    def of(cls, problem: PrintProblem) -> "Status":
        """The other way round."""
        return next(status for status in cls if status.problem == problem)


def worst(statuses: list[Status]) -> Status:
    """The complaint to mend first; READY without complaints."""
    return min(statuses, key=list(Status).index, default=Status.READY)


@dataclass(frozen=True, slots=True)
class Answer:
    """One byte in answer to DLE EOT. It does not say to which question: ask one at a time."""

    byte: int

    def about(self, question: int) -> Status:
        """What it says in answer to DLE EOT 1 (printer), 2 (off line), 3 (error), 4 (paper)."""
        found: list[Status] = []
        match question:
            case 1:
                found += [Status.OFFLINE] * bool(self.byte & 0x08)
            case 2:
                found += [Status.COVER_OPEN] * bool(self.byte & 0x04)
                found += [Status.NO_PAPER] * bool(self.byte & 0x20)
                found += [Status.FAULT] * bool(self.byte & 0x40)
            case 3:
                found += [Status.FAULT] * bool(self.byte & 0x6C)
            case 4:
                found += [Status.NO_PAPER] * bool(self.byte & 0x60)
                found += [Status.PAPER_LOW] * bool(self.byte & 0x0C)
        return worst(found)


@dataclass(frozen=True, slots=True)
class Report:
    """Four bytes that the printer sent by itself because something changed."""

    status: Status


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Answer to GS r: the printer has worked through all that was sent before the question."""


Said = Answer | Report | Confirmed


@dataclass(slots=True)
class Listener:
    """Turns what comes in, in whatever pieces, into what the printer said."""

    _open: list[int] = field(default_factory=list)

    def hear(self, data: bytes) -> Iterator[Said]:
        for byte in data:
            if byte & 0x93 == 0x12:
                yield Answer(byte)
            elif byte & 0x93 == 0x10:
                self._open = [byte]
            elif byte & 0x90 == 0x00:
                if not self._open:
                    yield Confirmed()
                    continue
                self._open.append(byte)
                if len(self._open) == 4:
                    yield Report(_reported(*self._open))
                    self._open = []


def _reported(printer: int, errors: int, paper: int, _reserved: int) -> Status:
    found = [Status.READY]
    found += [Status.OFFLINE] * bool(printer & 0x08)
    found += [Status.COVER_OPEN] * bool(printer & 0x20)
    found += [Status.FAULT] * bool(errors & 0x6C)
    found += [Status.NO_PAPER] * bool(paper & 0x0C)
    found += [Status.PAPER_LOW] * bool(paper & 0x03)
    return worst(found)
