"""News and 'out of service' fit every panel in every language and size, and keep the services."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from kiosk.core.events import Board
from kiosk.core.session import Session, fresh
from kiosk.core.terminal import Terminal
from kiosk.core.view import Drawing, Paragraph, View
from screens.boxes import Picture, Words
from screens.problems import problems
from tests.notices import ALL, LONG, WORDS, posted, with_notices
from tests.panels import LOW, PANELS, SMALLEST, USUAL, dressed, layout_of, pages_of, terminal_on

SIZES = range(4)
OFTEN = {
    *(
        (name, language, 3)
        for name in (SMALLEST, f"{SMALLEST}, lying")
        for language in ("ar", "uk")
    ),
    *((name, language, 0) for name in (USUAL, f"{USUAL}, lying") for language in ("nl", "uk")),
    *((name, "uk", 3) for name in (USUAL, f"{USUAL}, lying", "21.5 inch, low")),
}
"""The narrowest with the longest words, and the usual ones; all others in `make soak`."""


def combinations() -> Iterator[Any]:
    for name in PANELS:
        for language in WORDS:
            for size in SIZES:
                marks = () if (name, language, size) in OFTEN else pytest.mark.soak
                yield pytest.param(name, language, size, marks=marks)


def boards(language: str) -> Iterator[Board]:
    yield from (Board(announcements=ALL[:count]) for count in (1, 2, 3, len(ALL)))
    yield Board(closed={})
    yield Board(closed={language: LONG.get(language, LONG["nl"])})


def start(terminal: Terminal, board: Board, language: str, size: int, panel: str) -> Session:
    session = dressed(posted(fresh(terminal, 1), board), size, low=panel in LOW)
    return replace(session, settings=replace(session.settings, language=language))


def services(pages: list[View]) -> list[str]:
    return [t.name for page in pages for t in page.targets if t.name.startswith("flow:")]


@pytest.mark.parametrize(("panel", "language", "size"), list(combinations()))
def test_nothing_is_cut_off_and_no_service_is_lost(panel: str, language: str, size: int) -> None:
    terminal = with_notices(terminal_on(panel))
    terminal.arrangement.forget()
    faults = {}
    for board in boards(language):
        for over in (None, "news") if board.announcements else (None,):
            session = replace(start(terminal, board, language, size, panel), panel=over)
            pages = list(pages_of(terminal, session))
            for page in pages:
                if found := problems(layout_of(terminal, page)):
                    faults[board.announcements, over, page.page] = found
            if over is None and board.closed is None:
                assert services(pages) == [f"flow:{name}" for name in terminal.start]
    assert faults == {}


@pytest.mark.parametrize("panel", [USUAL, f"{USUAL}, lying", "15.6 inch"])
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_all_six_services_and_the_news_stand_on_one_screen(panel: str, language: str) -> None:
    terminal = with_notices(terminal_on(panel))
    (page,) = pages_of(terminal, start(terminal, Board(announcements=ALL[:1]), language, 0, panel))
    assert len(services([page])) == 6
    assert [block.text.shown for block in page.blocks if isinstance(block, Paragraph)] == [
        WORDS[language][0]
    ]


@pytest.mark.parametrize("size", SIZES)
def test_cards_never_make_the_services_smaller_than_they_are_without(size: int) -> None:
    terminal = with_notices(terminal_on(USUAL))
    few, many = (
        next(pages_of(terminal, start(terminal, board, "nl", size, USUAL)))
        for board in (Board(), Board(announcements=ALL))
    )
    labels = {target.text.shown for target in few.targets if target.name.startswith("flow:")}
    caps = [
        min(
            box.cap_px
            for box in layout_of(terminal, view).boxes
            if isinstance(box, Words) and " ".join(box.lines) in labels
        )
        for view in (few, many)
    ]
    assert caps[1] >= 0.88 * caps[0]


def test_the_picture_of_a_closed_kiosk_is_the_largest_thing_on_it() -> None:
    terminal = with_notices(terminal_on(USUAL))
    session = start(terminal, Board(closed={}), "nl", 0, USUAL)
    (page,) = pages_of(terminal, session)
    drawing = next(block.picture for block in page.blocks if isinstance(block, Drawing))
    sides = {
        box.code: box.rect.width
        for box in layout_of(terminal, page).boxes
        if isinstance(box, Picture)
    }
    assert max(sides, key=lambda code: sides[code]) == drawing
    assert sides[drawing] >= 50 * 4, "50 mm on a panel of 4 pixels a millimetre"
