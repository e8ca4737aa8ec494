"""How a visit ends: by the visitor, or by nobody being there any more.

Before a visit times out it warns, to eye and ear, and counts down; one press of
anything goes on, as often as needed (A20). After the end nothing of it is left (A21).
"""

from dataclasses import replace

from kiosk.core.effects import Effect, Forget, Hush, Say
from kiosk.core.session import Echo, Session, fresh
from kiosk.core.terminal import Terminal

COUNT_ALOUD_EVERY_S = 10


def end(terminal: Terminal, session: Session) -> tuple[Session, tuple[Effect, ...]]:
    """The start screen, as the next visitor finds it."""
    return fresh(terminal, session.visit + 1), (Hush(), Forget())


def time_passed(
    terminal: Terminal, session: Session, now: float
) -> tuple[Session, tuple[Effect, ...]]:
    """Warn after a while without a press, count down, and end."""
    if not session.active or session.place == "saving":
        return session, ()
    limits = terminal.limits
    if session.warned_at is None:
        if now - session.last_press_at < limits.idle_s:
            return session, ()
        warned = replace(
            session,
            panel="still-there",
            warned_at=now,
            seconds_left=limits.warning_s,
            focus="continue" if session.by_keys else None,
        )
        return warned, (Hush(), Say("screen"))
    left = limits.warning_s - int(now - session.warned_at)
    if left <= 0:
        return end(terminal, session)
    if left == session.seconds_left:
        return session, ()
    counted = replace(session, seconds_left=left, echo=Echo("countdown", str(left)))
    aloud = left % COUNT_ALOUD_EVERY_S == 0
    return counted, (Say("echo", after=True),) if aloud else ()
