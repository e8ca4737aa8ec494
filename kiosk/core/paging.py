"""A screen that is too full becomes several, never smaller (A8, A9).

What cannot be shown at once at the visitor's text size goes on to the next page: choices,
lines of the check page, cards, one by one in their order; a card that is too long alone,
sentence by sentence. A field and its keys stay together. 'Something else' stands on every
page of choices, and what must be read before a button is pressed comes before it: the
actions stand on the last page.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from kiosk.core.texts import NOTHING, Text
from kiosk.core.view import OTHER, Block, Choices, Keys, Paragraph, Row, Rows, Target, View

Piece = Target | Row | Block
"""What is never cut in two: one choice, one line, one card, one other block."""
FEW = 3
"""With fewer pieces on the first page, the helping sentence is not shown there."""
SENTENCE_END = re.compile(r"(?<=[.!?؟…])\s+")


def pages(
    view: View, more: Target, read_on: Target, fits: Callable[[View], bool]
) -> tuple[View, ...]:
    """The pages of a screen: only itself where it fits, or where nothing can be divided.

    `more` is the button to other choices, `read_on` the one to the rest of what is told.
    """
    if any(isinstance(block, Keys) for block in view.blocks) or fits(view):
        return (view,)
    book = _Book(view, more, read_on)
    waiting = [part for piece in _pieces(view) for part in _cut(book, piece, fits)]
    found: list[View] = []
    while waiting:
        page, count = _fullest(book, waiting, first=not found, fits=fits)
        if not found and count < FEW and view.help:
            # Rather a helping sentence that is only heard than one answer to a page.
            view = replace(view, help=replace(view.help, shown=""))
            book = replace(book, view=view)
            page, count = _fullest(book, waiting, first=True, fits=fits)
        found.append(page)
        waiting = waiting[count:]
    return tuple(
        replace(page, page=(number, len(found))) for number, page in enumerate(found, 1)
    ) or (view,)


def _fullest(
    book: "_Book", waiting: list[Piece], *, first: bool, fits: Callable[[View], bool]
) -> tuple[View, int]:
    """A page with as many of the pieces as fit, at least one."""
    whole = book.page(waiting, first, last=True)
    if len(waiting) == 1 or fits(whole):
        return whole, len(waiting)
    page = book.page(waiting[:1], first, last=False)
    for count in range(2, len(waiting)):
        fuller = book.page(waiting[:count], first, last=False)
        if not fits(fuller):
            return page, count - 1
        page = fuller
    return page, len(waiting) - 1


@dataclass(frozen=True, slots=True)
class _Book:
    """How one page is made of some of the pieces."""

    view: View
    more: Target
    read_on: Target

    def page(self, pieces: list[Piece], first: bool, last: bool) -> View:
        view = self.view
        if not first:
            # It was read on the first page; here it would only take room.
            view = replace(view, help=NOTHING, notice=NOTHING, picture="")
        if any(isinstance(piece, Target) for piece in pieces):
            whole = first and last
            turn = [] if whole else [self.more]
            return replace(view, blocks=_blocks(view, [*pieces, *turn, *_pinned(view)]))
        actions = view.actions if last else (self.read_on,)
        return replace(view, blocks=_blocks(view, pieces), actions=actions)


def _pinned(view: View) -> list[Target]:
    return [
        target
        for block in view.blocks
        if isinstance(block, Choices)
        for target in block.targets
        if target.name == f"choice:{OTHER}"
    ]


def _pieces(view: View) -> Iterator[Piece]:
    pinned = _pinned(view)
    for block in view.blocks:
        match block:
            case Choices(targets):
                yield from (target for target in targets if target not in pinned)
            case Rows(rows):
                yield from rows
            case _:
                yield block


def _cut(book: _Book, piece: Piece, fits: Callable[[View], bool]) -> Iterator[Piece]:
    """A card that does not fit even alone, in cards of as many sentences as fit."""

    def alone(card: Paragraph) -> bool:
        return fits(book.page([card], first=False, last=False))

    if not isinstance(piece, Paragraph) or alone(piece):
        yield piece
        return
    shown, spoken = (SENTENCE_END.split(words) for words in (piece.text.shown, piece.text.spoken))
    if len(shown) != len(spoken):
        spoken = [piece.text.spoken, *[""] * (len(shown) - 1)]

    def part(start: int, end: int) -> Paragraph:
        # The heading stands on each part, and is said once.
        heading = piece.heading if start == 0 else replace(piece.heading, spoken="")
        text = Text(" ".join(shown[start:end]), " ".join(filter(None, spoken[start:end])))
        return replace(piece, text=text, heading=heading)

    start = 0
    while start < len(shown):
        end = start + 1
        while end < len(shown) and alone(part(start, end + 1)):
            end += 1
        yield part(start, end)
        start = end


def _blocks(view: View, pieces: list[Piece]) -> tuple[Block, ...]:
    """Pieces put together again as the blocks that they came from."""
    styles = [block.style for block in view.blocks if isinstance(block, Choices)]
    found: list[Block] = []
    for kind, group in groupby(pieces, key=type):
        if kind is Target:
            found.append(Choices(tuple(p for p in group if isinstance(p, Target)), styles[0]))
        elif kind is Row:
            found.append(Rows(tuple(p for p in group if isinstance(p, Row))))
        else:
            found += [p for p in group if not isinstance(p, Target | Row)]
    return tuple(found)
