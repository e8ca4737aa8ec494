"""Headphones and microphone that come and go.

Plugging headphones in is asking to be spoken to: the loudspeaker is silenced first, then
the screen is read from its beginning, at the safe volume (A3, A5). Pulling them out is the
end of that: silence, and the loudspeaker does not take over what was private. From then on
the voice is off, until the visitor turns it on (`speech`) or plugs in again; the repeat and
'hear it' buttons speak when they are pressed, for that is asking. A screen that was off
comes on again. What is plugged in belongs to the kiosk and outlives the visit.
"""

from dataclasses import replace

from kiosk.core import ending, recording
from kiosk.core.effects import Effect, Hush, Route, Say
from kiosk.core.events import Plugged
from kiosk.core.session import DEFAULT_STEP, Echo, Session

Next = tuple[Session, tuple[Effect, ...]]


def plugged(session: Session, event: Plugged) -> Next:
    """The same news twice changes nothing."""
    if event.what == "headphones":
        hardware = replace(session.hardware, headphones=event.present)
    else:
        hardware = replace(session.hardware, microphone=event.present)
    if hardware == session.hardware:
        return session, ()
    session = replace(session, hardware=hardware)
    if event.what == "microphone":
        return session, ()
    session = recording.played(session)
    return _inserted(session, event.at) if event.present else _pulled_out(session)


def _inserted(session: Session, at: float) -> Next:
    settings = replace(session.settings, speech=True, volume=DEFAULT_STEP)
    session = replace(
        session,
        settings=settings,
        active=True,
        last_press_at=max(session.last_press_at, at),
        echo=Echo("news", "ui-headphones"),
    )
    if session.panel == "still-there":
        session = ending.go_on(session)
    switched: tuple[Effect, ...] = (Hush(), Route("headphones"))
    if recording.is_listening(session):
        return session, switched
    return session, (*switched, Say("echo"), Say("screen", after=True))


def _pulled_out(session: Session) -> Next:
    settings = replace(session.settings, volume=session.hardware.volume)
    if session.active:
        settings = replace(settings, speech=False, blank=False)
        session = replace(session, echo=None)
    session = replace(session, settings=settings)
    return session, (Hush(), Route("loudspeaker"))
