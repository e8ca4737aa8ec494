"""A letter to a visitor, in two languages: what stands on it, and its file to print.

The same letter always makes the same file: dates come from the notice, not from the clock.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Letter:
    """`texts`: one for each of `languages`, the visitor's own first."""

    sender: tuple[str, ...]
    address: tuple[str, ...]
    day: date
    number: str
    link: str
    languages: tuple[str, ...]
    texts: tuple[str, ...]


def letters(found: Sequence[Letter]) -> bytes:
    """One PDF with all of them, each beginning on a page of its own."""
    # A third of what the desk loads when it starts, and many a town sends no letters.
    from desk.answers.letter_sheet import drawn  # noqa: PLC0415

    return drawn(found)
