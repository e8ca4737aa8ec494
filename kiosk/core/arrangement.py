"""What the core asks of the panel: whether a screen fits there, and how its targets lie.

How much fits depends on millimetres, fonts and the visitor's text size, which the core
does not know. `screens.arrangement` answers from the real layout; `Plain` from counts.
"""

from typing import Protocol

from kiosk.core.view import Choices, Paragraph, Row, Rows, View

MOST_CHOICES = 6
MOST_CARDS = 3


class Arrangement(Protocol):
    def fits(self, view: View) -> bool:
        """Whether all of it can be shown at its text size, nothing cut off or made smaller."""
        ...

    def rows(self, view: View) -> tuple[tuple[str, ...], ...]:
        """The names of its targets, row by row as they lie, in the order of reading."""
        ...

    def forget(self) -> None:
        """The visit is over: nothing of its words is remembered."""
        ...


class Plain:
    """Without a panel: so many choices, and so many cards, on each screen."""

    def fits(self, view: View) -> bool:
        cards = sum(isinstance(block, Paragraph) for block in view.blocks)
        rows: list[Row] = [r for b in view.blocks if isinstance(b, Rows) for r in b.rows]
        choices = sum(len(b.targets) for b in view.blocks if isinstance(b, Choices))
        return cards <= MOST_CARDS and choices <= MOST_CHOICES and len(rows) <= 10

    def rows(self, view: View) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(target.name for target in row) for row in view.rows_of_targets())

    def forget(self) -> None:
        pass
