"""The start screen with its news, and the one of a kiosk that is out of service.

The services come first: a card with news stands above them only where both fit on one
screen. What does not fit stands on a screen of its own, one button away, and is said with
the start screen all the same.
"""

from collections.abc import Iterator
from dataclasses import replace

from kiosk.core.board import is_closed
from kiosk.core.inner import Inner
from kiosk.core.session import Session
from kiosk.core.show_settings import close
from kiosk.core.terminal import Terminal
from kiosk.core.texts import NOTHING, Text
from kiosk.core.view import Block, Drawing, Paragraph, Target, View

NEWS, CLOSED, PHONE = "1F4E2", "1F6E0", "1F4DE"
MOST_CARDS = 3


def closed(terminal: Terminal, session: Session) -> Inner:
    """Out of service: what staff say about it, and whom to call."""
    texts, language = terminal.texts, session.settings.language
    own = (session.board.closed or {}).get(language, "").strip()
    text = Text.plain(own) if own else texts.text(language, "ui-closed")
    call = texts.text(language, "ui-closed-call", phone=terminal.municipality.phone)
    blocks: tuple[Block, ...] = (
        Drawing(CLOSED),
        Paragraph(text),
        Paragraph(NOTHING, call, PHONE),
    )
    return Inner("closed", texts.text(language, "ui-closed-title"), blocks=blocks)


def news(terminal: Terminal, session: Session) -> Inner:
    """All announcements, with all that is said about them."""
    title = terminal.texts.text(session.settings.language, "ui-news")
    found = tuple(_with_more(terminal, session, *one) for one in _announced(terminal, session))
    return Inner("news", title, blocks=found, actions=close(terminal, session))


def with_news(terminal: Terminal, session: Session, start: View) -> View:
    """The start screen with as many cards as fit, and a button to what they leave out."""
    if session.panel is not None or session.place != "start" or is_closed(session):
        return start
    cards = _cards(terminal, session)
    if not cards:
        return start
    words = terminal.texts.text(session.settings.language, "ui-news")
    button = (Target("news", "setting", words, NEWS),)
    told = all(
        not _with_more(terminal, session, *one).heading for one in _announced(terminal, session)
    )
    for count in range(min(MOST_CARDS, len(cards)), -1, -1):
        whole = told and count == len(cards)
        view = replace(
            start, blocks=(*cards[:count], *start.blocks), actions=() if whole else button
        )
        if terminal.arrangement.fits(view):
            break
    return view


def unseen(terminal: Terminal, session: Session, view: View) -> tuple[Paragraph, ...]:
    """News for which this start screen has no room, to be said with it."""
    if view.screen != "start" or view.page[0] > 1:
        return ()
    return tuple(card for card in _cards(terminal, session) if card not in view.blocks)


def _announced(terminal: Terminal, session: Session) -> Iterator[tuple[str, Text]]:
    """Name and sentence of what hangs here; one without words or a picture is left out."""
    for name in session.board.announcements:
        words = terminal.texts.find(session.settings.language, f"announcement-{name}")
        if words and name in terminal.announcements:
            yield name, words


def _cards(terminal: Terminal, session: Session) -> tuple[Paragraph, ...]:
    """One sentence each: the start screen is for the services."""
    return tuple(
        Paragraph(words, picture=terminal.announcements[name])
        for name, words in _announced(terminal, session)
    )


def _with_more(terminal: Terminal, session: Session, name: str, words: Text) -> Paragraph:
    more = terminal.texts.find(session.settings.language, f"announcement-{name}.more")
    picture = terminal.announcements[name]
    return Paragraph(more, words, picture) if more else Paragraph(words, picture=picture)
