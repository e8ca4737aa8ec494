"""What a target does when it is pressed, by finger, key or switch; and a scanned receipt."""

from dataclasses import replace

from kiosk.core import ending, enrolling, inputs, moves, panels, solved, typing
from kiosk.core.effects import ECHO, SCREEN, Draw, Effect, Hush, Save
from kiosk.core.filing import submission_of
from kiosk.core.session import Echo, Session
from kiosk.core.show import show
from kiosk.core.terminal import Terminal

Next = tuple[Session, tuple[Effect, ...]]


def press(terminal: Terminal, session: Session, name: str) -> Next:
    """Do what the target called `name` does; one that is not there does nothing."""
    target = show(terminal, session).target(name)
    if target is None or not target.enabled:
        return session, ()
    session = replace(session, notice="", echo=None, explored="")
    if enrolling.is_over(session, name):
        return ending.end(terminal, session)
    panel = panels.press(terminal, session, name)
    return panel if panel is not None else _press_inside(terminal, session, name)


def _press_inside(terminal: Terminal, session: Session, name: str) -> Next:
    if (done := solved.press(session, name)) is not None:
        return done
    head, _, value = name.partition(":")
    match head:
        case "repeat":
            return session, SCREEN
        case "back":
            return moves.back(terminal, session)
        case "flow":
            return moves.start_flow(session, terminal.flows[value])
        case "page":
            return moves.turn_page(terminal, session)
        case "choice":
            return moves.answer(terminal, session, value)
        case "key":
            return typing.press_key(session, moves.current_step(terminal, session), value)
        case "hear":
            return replace(session, echo=Echo("value")), ECHO
        case "next":
            return moves.press_next(terminal, session)
        case "change":
            return moves.change(terminal, session, value)
        case "send":
            return _send(terminal, session)
        case "day":
            chosen = replace(session, place="report", report=int(value), page=0, focus=None)
            return chosen, SCREEN
        case _:  # stop:yes, done
            return ending.end(terminal, session)


def _send(terminal: Terminal, session: Session) -> Next:
    if session.lot is None:
        return session, (Draw(session.visit),)
    submission = submission_of(terminal, session, session.lot)
    saving = replace(session, place="saving", submission=submission, focus=None)
    return saving, (Hush(), Save(submission))


def scanned(terminal: Terminal, session: Session, text: str) -> Next:
    """A scanned receipt leads to its report, from the start screen and the number screen."""
    if session.panel == "staff" and session.staff and session.staff.stage == "enrol":
        return enrolling.scanned(session, text)
    status = next((flow for flow in terminal.flows.values() if flow.ends == "status"), None)
    if status is None or session.panel is not None or session.place == "telling":
        return session, ()
    if session.place != "start" and session.flow != status.flow:
        return session, ()
    asking = moves.go(replace(session, flow=status.flow, answers={}), status.steps[0])
    code = terminal.find_code(inputs.western(text))
    if code is None:
        return replace(asking, notice="ui-wrong-scan"), SCREEN
    return moves.look_up(replace(asking, notice=""), code)
