"""What hangs at the kiosk: announcements, out of service, resting outside the hours.

It reaches a visitor on the next start screen, never on the one before them: what they read
does not move under their finger, and a visit goes on when the kiosk is closed meanwhile.
Who comes to a dark or a closed kiosk, or to one with news, hears the whole start screen
first: a first key there begins the visit and does nothing else.
"""

from dataclasses import replace

from kiosk.core.effects import SCREEN, Effect
from kiosk.core.events import (
    AnyEvent,
    Board,
    KeyName,
    KeyPressed,
    Plugged,
    Scanned,
    Tapped,
    Typed,
)
from kiosk.core.session import Scan, Session

Next = tuple[Session, tuple[Effect, ...]]
CHOOSING: tuple[KeyName, ...] = (
    *("up", "down", "left", "right", "move", "select", "switch", "back", "erase"),
)
"""Keys of somebody who looks for something, not for another voice."""


def posted(session: Session, event: Board) -> Next:
    """Something else hangs here. The same once more changes nothing."""
    board = replace(event, at=0.0)
    if board == session.hardware.board:
        return session, ()
    hardware = replace(session.hardware, board=board)
    session = replace(session, hardware=hardware)
    if session.active:
        return session, ()
    settings = replace(session.settings, volume=hardware.volume, blank=board.resting)
    return replace(session, board=board, settings=settings), ()


def is_closed(session: Session) -> bool:
    """The start screen says that the kiosk is out of service."""
    return session.place == "start" and session.board.closed is not None


def begun(session: Session, event: AnyEvent) -> Next | None:
    """A first press that only begins the visit; None where it does what it always does."""
    if session.active:
        return None
    dark, board = session.settings.blank, session.board
    match event:
        case Tapped() | Typed() if dark:
            begins = replace(session, by_keys=False)
        case KeyPressed(key=key) if key in CHOOSING:
            if not (dark or board.announcements or board.closed is not None):
                return None
            # With one switch all goes past as soon as the screen was read.
            begins = replace(session, by_keys=True, scan=Scan() if key == "switch" else None)
        case _:
            return None
    return replace(awake(begins, event), active=True, last_press_at=event.at), SCREEN


def awake(session: Session, event: AnyEvent) -> Session:
    """The screen of a resting kiosk comes on for whatever somebody does."""
    resting = session.settings.blank and not session.active
    match event:
        case Tapped() | KeyPressed() | Typed() | Scanned() | Plugged("headphones", True):
            pass
        case _:
            return session
    if not resting:
        return session
    return replace(session, settings=replace(session.settings, blank=False))
