"""Practising with the keys: each key says what it does, and does nothing (A13).

The help key begins it, wherever the visitor is, and says of itself that pressing it again
is the way out. Until then no key changes a setting, an answer or the place; of the screen
only the button to stop practising can be pressed.
"""

from dataclasses import replace

from kiosk.core.effects import ECHO, SCREEN, Effect
from kiosk.core.events import KeyName
from kiosk.core.session import Echo, Session

Next = tuple[Session, tuple[Effect, ...]]


def begin(session: Session) -> Next:
    """Over whatever is there now, also over another panel."""
    under = (*session.under, session.panel)
    return replace(session, panel="practice", under=under, practised="help", echo=None), SCREEN


def key(session: Session, name: KeyName) -> Next:
    """A key while practising."""
    if name == "help":
        return leave(session)
    return replace(session, practised=name, echo=Echo("news", f"ui-practice-{name}")), ECHO


def leave(session: Session) -> Next:
    """Back to exactly what was there before."""
    *under, panel = session.under or (None,)
    return replace(session, panel=panel, under=tuple(under), practised=None, echo=None), SCREEN
