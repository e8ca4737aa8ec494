"""A printer as the kiosk knows it: ask how it is, give it one page, hear whether it is out."""

from dataclasses import dataclass
from typing import Protocol

from kiosk.core.events import PrintProblem
from printers.page import Page
from printers.status import Status


@dataclass(frozen=True, slots=True)
class Printed:
    """The whole page is out, as far as this printer can tell."""

    low: bool = False
    """And the roll is nearly at its end."""


@dataclass(frozen=True, slots=True)
class Failed:
    """It is not, or not whole; and it will not be tried again."""

    problem: PrintProblem


Outcome = Printed | Failed


class Printer(Protocol):
    """All of it is bounded in time, and called from one thread at a time or waits its turn."""

    @property
    def width_dots(self) -> int: ...

    def warm_up(self) -> None:
        """Do ahead what the first receipt would otherwise wait for."""
        ...

    def status(self) -> Status: ...

    def print(self, page: Page, name: str) -> Outcome:
        """Print one page now. `name` is for printers that keep pictures."""
        ...

    def forget(self) -> None:
        """The visit is over: keep nothing of it."""
        ...

    def close(self) -> None: ...


class NoPrinter:
    """A kiosk without one: every visitor gets the number on the screen and aloud."""

    def __init__(self, width_dots: int) -> None:
        self.width_dots = width_dots

    def warm_up(self) -> None:
        pass

    def status(self) -> Status:
        return Status.NONE

    def print(self, page: Page, name: str) -> Outcome:  # noqa: ARG002 - there is no printer
        return Failed("none")

    def forget(self) -> None:
        pass

    def close(self) -> None:
        pass
