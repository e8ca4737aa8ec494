"""What the world answers: it is saved, it is printed, the desk knows it, time passes.

An answer that belongs to another visit, or comes twice, changes nothing.
"""

from dataclasses import replace

from kiosk.core import board, ending, enrolling, moves, recording, scanning, solved, staff
from kiosk.core.effects import SCREEN, Effect, Print, Say
from kiosk.core.events import (
    AnyEvent,
    Board,
    Drawn,
    EnrolFailed,
    Enrolled,
    KeysKept,
    NotSolvedFailed,
    NotSolvedTold,
    Printed,
    PrintFailed,
    Recorded,
    RecordingFailed,
    RecordingHeard,
    Saved,
    SaveFailed,
    SpeechEnded,
    StatusFailed,
    StatusFound,
    TimePassed,
    Tries,
)
from kiosk.core.paper import leaflet_name, receipt_of
from kiosk.core.session import Echo, Session
from kiosk.core.terminal import Terminal

Next = tuple[Session, tuple[Effect, ...]]


def after(terminal: Terminal, session: Session, event: AnyEvent) -> Next:
    """The session after something that the visitor did not do."""
    match event:
        case TimePassed(at=now):
            after, effects = ending.time_passed(terminal, session, now)
            if after is not session:
                return after, effects
            return scanning.time_passed(terminal, session, now)
        case Drawn() if event.visit == session.visit and session.lot is None:
            return replace(session, lot=event), ()
        case SpeechEnded() if session.voice == "speaking":
            return replace(recording.played(session), voice="silent"), ()
        case RecordingHeard() | Recorded() | RecordingFailed():
            return recording.after(session, event, terminal.recording_s)
        case Saved() | SaveFailed():
            return _saving(terminal, session, event)
        case Printed() | PrintFailed():
            return _printing(session, event)
        case KeysKept(kept):
            return staff.kept(session, well=kept)
        case Enrolled() | EnrolFailed():
            return enrolling.answered(session, event)
        case Tries():
            return staff.remembered(session, event), ()
        case StatusFound() | StatusFailed():
            return _looking(terminal, session, event)
        case Board():
            return board.posted(session, event)
        case NotSolvedTold() | NotSolvedFailed():
            return solved.answered(session, event)
        case _:
            return session, ()


def _saving(terminal: Terminal, session: Session, event: Saved | SaveFailed) -> Next:
    submission = session.submission
    if session.place != "saving" or submission is None or submission.id != event.submission_id:
        return session, ()
    if isinstance(event, SaveFailed):
        notice = f"ui-save-{event.problem.replace('_', '-')}"
        return replace(session, place="check", submission=None, notice=notice), SCREEN
    thanks = replace(
        session,
        place="thanks",
        code=submission.code,
        changing=(),
        thanked_at=event.at,
        last_press_at=max(session.last_press_at, event.at),
    )
    if session.paper or not terminal.has_printer:
        return thanks, SCREEN
    receipt = receipt_of(terminal, session, submission)
    return replace(thanks, paper="printing"), (Print(receipt), *SCREEN)


def _printing(session: Session, event: Printed | PrintFailed) -> Next:
    lot = session.lot
    if session.paper != "printing" or lot is None:
        return session, ()
    if event.name not in (lot.code, leaflet_name(lot.code)):
        return session, ()
    if isinstance(event, Printed):
        done = replace(session, paper="printed", echo=Echo("paper"))
    else:
        done = replace(session, paper="failed", paper_problem=event.problem, echo=Echo("paper"))
    if session.panel is not None:
        return done, ()
    # The thanks are being said: the paper comes after them. A leaflet is itself the news.
    return done, SCREEN if session.place == "leaflet" else (Say("echo", after=True),)


def _looking(terminal: Terminal, session: Session, event: StatusFound | StatusFailed) -> Next:
    if session.place != "looking" or session.code != event.code:
        return session, ()
    asking = moves.go(session, terminal.flows[session.flow].steps[0])
    asking = replace(asking, typed=event.code)
    if isinstance(event, StatusFailed):
        return replace(asking, notice="ui-no-network"), SCREEN
    if not event.reports:
        return replace(asking, notice="ui-unknown-code"), SCREEN
    found = replace(session, reports=event.reports, report=0)
    if len(event.reports) > 1:
        return replace(found, place="which-day"), SCREEN
    return replace(found, place="report"), SCREEN
