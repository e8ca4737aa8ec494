"""Is it really solved? Asked where the desk says that it is done and hears a 'no' to it.

A 'yes' is thanked for and goes nowhere. A 'no' is shown once more; only its own button
tells the desk, once, and then the visitor hears whether the desk was reached.
"""

from dataclasses import replace

from kiosk.core.effects import SCREEN, Effect, NotSolved
from kiosk.core.events import NotSolvedFailed, NotSolvedTold, Report
from kiosk.core.session import Place, Session

Next = tuple[Session, tuple[Effect, ...]]
BACK: dict[Place, Place] = {
    "solved": "report",
    "solved-thanks": "solved",
    "not-solved": "solved",
    "not-told": "not-solved",  # to try it once more
}


def is_asked(report: Report) -> bool:
    """Whether this report leads to the question."""
    return report.status == "done" and report.may_reopen


def press(session: Session, name: str) -> Next | None:
    """What a target of these screens does; None where it belongs to another screen."""
    match session.place, name:
        case "report", "next":
            return _to(session, "solved"), SCREEN
        case "solved", "solved:yes":
            return _to(session, "solved-thanks"), SCREEN
        case "solved", "solved:no":
            return _to(session, "not-solved"), SCREEN
        case "not-solved", "tell":
            effect = NotSolved(session.code, session.reports[session.report].day)
            return _to(session, "telling"), (*SCREEN, effect)
        case _:
            return None


def back(session: Session) -> Next | None:
    """One screen back; None where these screens have no say."""
    place = BACK.get(session.place)
    return None if place is None else (_to(session, place), SCREEN)


def answered(session: Session, event: NotSolvedTold | NotSolvedFailed) -> Next:
    """The desk knows it or could not be told; a press of before that does not end the visit."""
    if session.place != "telling" or session.code != event.code:
        return session, ()
    told = isinstance(event, NotSolvedTold)
    after = _to(session, "told" if told else "not-told")
    return replace(after, thanked_at=event.at), SCREEN


def _to(session: Session, place: Place) -> Session:
    return replace(session, place=place, page=0, focus=None)
