"""Every screen that a visitor can reach in the factory bundle, as the crawl finds them, and
some that are fuller than those."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from config.examining import crawling
from config.examining.walking import STAFF_CODE
from kiosk.core.events import Board
from kiosk.core.session import Session
from kiosk.core.terminal import Terminal
from tests.core.visit import Visit, factory, terminal_of
from tests.notices import ALL, LONG, with_notices

FIRST = factory().texts.languages[0]


@cache
def everything() -> Terminal:
    """A kiosk that has all that a kiosk can have, so that all screens are there."""
    terminal = with_notices(terminal_of(factory()))
    return replace(terminal, staff_code_is=lambda code: code == STAFF_CODE, can_be_low=True)


def begin(language: str) -> Visit:
    return Visit(everything(), language).plug("microphone")


@cache
def walked() -> dict[str, Session]:
    """All screens by a readable name, in the order in which they are found."""
    return crawling.crawl(everything(), begin(FIRST).session)


def crawl(language: str) -> dict[str, Session]:
    """All screens, in this language: in each they are the same ones."""
    boards = {f"board-{number}": board for number, board in enumerate(_boards(language), 1)}
    return {name: _in(language, session) for name, session in (walked() | boards).items()}


def _in(language: str, session: Session) -> Session:
    return replace(session, settings=replace(session.settings, language=language))


def _boards(language: str) -> Iterator[Session]:
    """The start screen with news, or of a kiosk that is out of service: fuller than anybody
    would think of by himself."""
    own = {language: LONG.get(language, LONG["nl"])}
    found = (Board(announcements=ALL[:1]), Board(announcements=ALL))
    for board in (*found, Board(closed={}), Board(closed=own)):
        visit = begin(language)
        visit.handle(board)
        yield visit.session
