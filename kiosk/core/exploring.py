"""Finding the way with a finger, by ear: what lies under it is said before it is chosen.

A finger that rests on a target, or slides onto it, hears it. With `lift`, lifting it there
chooses, as a tap always does. With `tap` a first tap only says the target, and a second tap
on the same one chooses it; the touch that began a tap has said it already, so the lift does
not say it again.
"""

from dataclasses import replace

from kiosk.core import recording
from kiosk.core.effects import Effect, Hush, Say
from kiosk.core.events import Tapped, Touched
from kiosk.core.session import Session
from kiosk.core.show import show
from kiosk.core.terminal import Terminal

Next = tuple[Session, tuple[Effect, ...]]


def touched(terminal: Terminal, session: Session, event: Touched) -> Next:
    """Say what lies under the finger; nothing else happens."""
    if not _can_be_heard(session) or session.settings.blank:
        return session, ()
    if show(terminal, session).target(event.target) is None:
        return session, ()
    found = replace(
        recording.played(session),
        active=True,
        last_press_at=event.at,
        by_keys=False,
        focus=event.target,
        explored="" if event.target != session.explored else session.explored,
        echo=None,
    )
    return found, (Hush(), Say("focus"))


def first_tap(terminal: Terminal, session: Session, event: Tapped) -> Next | None:
    """A tap that only says its target; None where the tap is to choose."""
    if session.settings.explore != "tap" or not _can_be_heard(session):
        return None
    if event.target == session.explored or show(terminal, session).target(event.target) is None:
        return None
    said = session.focus == event.target and not session.by_keys
    heard = replace(
        session,
        active=True,
        last_press_at=event.at,
        by_keys=False,
        focus=event.target,
        explored=event.target,
        echo=None,
    )
    return heard, () if said else (Hush(), Say("focus"))


def _can_be_heard(session: Session) -> bool:
    """Speech is on, and this is a moment for it: nobody is recording or practising."""
    calm = session.panel not in ("still-there", "practice")
    return session.settings.speech and calm and not recording.is_listening(session)
