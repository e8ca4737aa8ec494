"""How a visit ends: by the visitor, or by nobody being there any more.

Before a visit times out it warns, to eye and ear, and counts down; one press of
anything goes on, as often as needed (A20). After the end nothing of it is left (A21).
"""

from dataclasses import replace

from kiosk.core import recording
from kiosk.core.effects import Effect, Forget, Hush, Say
from kiosk.core.session import Echo, Scan, Session, fresh
from kiosk.core.terminal import Terminal

COUNT_ALOUD_EVERY_S = 10


def end(terminal: Terminal, session: Session) -> tuple[Session, tuple[Effect, ...]]:
    """The start screen, as the next visitor finds it."""
    after = fresh(terminal, session.visit + 1, session.hardware)
    return after, (Hush(), *recording.stopping(session), Forget())


def go_on(session: Session) -> Session:
    """Somebody is still there: back to what the warning lay over."""
    *under, panel = session.under or (None,)
    return replace(
        session,
        panel=panel,
        under=tuple(under),
        warned_at=None,
        focus=None,
        echo=None,
        scan=session.scan and Scan(),
    )


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
            under=(*session.under, session.panel),
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
