"""Saying it instead of typing it: a spoken message for a question that asks for words.

The sound itself never comes here: the recorder holds it under the name of the step, and
only what is kept here is sent along. What is typed stays, and both may be sent.

    ready -- start --> recording -- any press, or its time --> done -- keep --> onwards
      ^                    | silence: ready, and it says so      | again: ready
      +--------------------+                                     | delete, sure: gone

While it listens nothing is spoken. `back` while it listens, or from a message that was
never kept, throws it away; nothing that was kept goes without being asked for.
"""

from dataclasses import replace

from kiosk.core import inputs, moves
from kiosk.core.effects import (
    SCREEN,
    Discard,
    Effect,
    Hush,
    Pause,
    Play,
    Record,
    Say,
    StopRecording,
)
from kiosk.core.events import (
    AnyEvent,
    KeyPressed,
    Recorded,
    RecordingFailed,
    RecordingHeard,
    Tapped,
)
from kiosk.core.session import Session, Take
from kiosk.core.terminal import Terminal

Next = tuple[Session, tuple[Effect, ...]]


def press(terminal: Terminal, session: Session, name: str) -> Next | None:
    """What a button about recording does; None where `name` is not one."""
    if name == "record":
        seconds = session.recordings.get(session.step, 0)
        take = Take(
            session.step, "done" if session.step in session.recordings else "ready", seconds
        )
        return replace(session, panel="record", panel_page=0, take=take, focus=None), SCREEN
    take_now = session.take
    if take_now is None or session.panel != "record":
        return None
    match name:
        case "record:start":
            started = replace(take_now, state="recording", seconds=0, level=0.0)
            start = (Hush(), Record(take_now.step, terminal.recording_s))
            return replace(_without(terminal, session), take=started, focus=None), start
        case "record:listen" if take_now.state == "playing":
            return replace(session, take=replace(take_now, state="done")), (Hush(),)
        case "record:listen":
            playing = replace(session, take=replace(take_now, state="playing"))
            return playing, (Hush(), Play(take_now.step))
        case "record:again":
            return _state(session, take_now, "ready")
        case "record:delete":
            return _state(session, take_now, "deleting")
        case "record:delete-yes":
            gone = _closed(_without(terminal, session))
            return gone, (Discard(take_now.step), *SCREEN)
        case "record:delete-no":
            return _state(session, take_now, "done")
        case "back" if take_now.state == "deleting":
            return _state(session, take_now, "done")
        case "record:keep":
            kept = {**session.recordings, take_now.step: take_now.seconds}
            typed = inputs.tidy(session.typed)
            return moves.answer(terminal, _closed(replace(session, recordings=kept)), typed)
        case "back":
            return _closed(session), (*_dropped(session, take_now), *SCREEN)
        case _:
            return None


def is_listening(session: Session) -> bool:
    """The microphone is open for this visitor."""
    return session.take is not None and session.take.state == "recording"


def interrupted(session: Session, event: AnyEvent) -> Next:
    """Any press ends a recording; `back` throws it away."""
    take = session.take
    assert take is not None  # noqa: S101 - callers ask `is_listening`
    session = replace(session, last_press_at=event.at, echo=None)
    match event:
        case Tapped(target="back") | KeyPressed(key="back"):
            effects = (Hush(), StopRecording(), Discard(take.step), Say("screen"))
            return _closed(session), effects
        case Tapped() | KeyPressed():
            by_keys = isinstance(event, KeyPressed)
            return replace(session, by_keys=by_keys), (Hush(), StopRecording())
        case _:
            return session, (Hush(),)


def after(session: Session, event: RecordingHeard | Recorded | RecordingFailed, most: int) -> Next:
    """What the microphone tells; somebody who speaks is there. `most` seconds are allowed."""
    take = session.take
    if take is None or take.state != "recording":
        # It came too late: nobody waits for it any more.
        late = isinstance(event, Recorded) and event.name not in session.recordings and take is None
        return session, (Discard(event.name),) if late and isinstance(event, Recorded) else ()
    session = replace(session, last_press_at=max(session.last_press_at, event.at))
    match event:
        case RecordingHeard(level=level, seconds=seconds):
            heard = replace(take, level=level, seconds=min(most, int(seconds)))
            return replace(session, take=heard), ()
        case _ if event.name != take.step:
            return session, ()
        case RecordingFailed():
            hardware = replace(session.hardware, microphone=False)
            failed = replace(_closed(session), hardware=hardware, notice="ui-record-failed")
            return failed, SCREEN
        case Recorded(silent=True):
            ready = replace(take, state="ready", seconds=0, level=0.0)
            again = replace(session, take=ready, notice="ui-record-silent", focus=None)
            return again, (Discard(take.step), *SCREEN)
        case Recorded(seconds=seconds):
            done = replace(take, state="done", seconds=max(1, seconds), level=0.0)
            full = "ui-record-full" if seconds >= most else ""
            return replace(session, take=done, notice=full, focus=None), SCREEN


def played(session: Session) -> Session:
    """The message was heard to its end."""
    if session.take is None or session.take.state != "playing":
        return session
    return replace(session, take=replace(session.take, state="done"))


def settled(session: Session, effects: tuple[Effect, ...]) -> Session:
    """After any press: a message that no longer plays is not playing, and a panel that lay
    over the recording (language, sound, 'are you still there?') leads back to it."""
    if not any(isinstance(effect, Play | Pause) for effect in effects):
        session = played(session)
    if session.take is not None and session.panel is None:
        return replace(session, panel="record")
    return session


def stopping(session: Session) -> tuple[Effect, ...]:
    """For a visit that ends: the microphone closes first."""
    return (StopRecording(),) if is_listening(session) else ()


def _state(session: Session, take: Take, state: str) -> Next:
    changed = replace(take, state=state)  # type: ignore[arg-type] # callers name a state
    return replace(session, take=changed, focus=None), SCREEN


def _closed(session: Session) -> Session:
    return replace(session, take=None, panel=None, focus=None)


def _dropped(session: Session, take: Take) -> tuple[Effect, ...]:
    """A message that was never kept does not stay with the recorder."""
    unkept = take.seconds > 0 and take.step not in session.recordings
    return (Hush(), Discard(take.step)) if unkept else ()


def _without(terminal: Terminal, session: Session) -> Session:
    """Without the message of this step. If nothing was typed, the question is open again."""
    recordings = {step: s for step, s in session.recordings.items() if step != session.step}
    answers = dict(session.answers)
    step = moves.current_step(terminal, session)
    if not step.skip and answers.get(step.step) == "":
        del answers[step.step]
    return replace(session, recordings=recordings, answers=answers)
