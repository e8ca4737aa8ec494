"""What happens next: the only place that decides.

`advance(terminal, session, event)` gives the next session and what is asked of the
world. The rules that hold whatever is pressed:

1. Any action of the visitor stops speech (A2), and two voices never overlap.
2. Nothing is thanked for or printed before `Saved` (A22); one receipt per visit (A23).
3. Nothing is sent but from the check page, by the send button.
4. A visit that ends or is abandoned leaves a `fresh` session and a `Forget` (A21).
5. A press that meant the screen before (a second tap on 'send') does not end a visit.
"""

from dataclasses import replace

from kiosk.core import ending, moves, outcomes, panels, typing
from kiosk.core.effects import ECHO, SCREEN, Draw, Effect, Hush, Pause, Save, Say
from kiosk.core.events import AnyEvent, KeyPressed, Scanned, Tapped, Typed
from kiosk.core.filing import submission_of
from kiosk.core.focus import moved
from kiosk.core.session import Echo, Session, Voice
from kiosk.core.show import show
from kiosk.core.terminal import Terminal

Next = tuple[Session, tuple[Effect, ...]]
VisitorEvent = Tapped | KeyPressed | Typed | Scanned
THANKS_STAND_S = 1.5
"""A press of 'ready' within this time was meant for the send button in the same place."""


def advance(terminal: Terminal, session: Session, event: AnyEvent) -> Next:
    """The session after this event, and the effects in the order in which they are to happen."""
    if not isinstance(event, VisitorEvent):
        return _voiced(*outcomes.after(terminal, session, event))
    if _meant_the_screen_before(session, event):
        return session, ()
    after, effects = _visitor(terminal, session, event)
    if not any(isinstance(effect, Hush | Pause) for effect in effects):
        effects = (Hush(), *effects)
    return _voiced(after, effects)


def _voiced(session: Session, effects: tuple[Effect, ...]) -> Next:
    """Without `Say` where the visitor turned speech off; and whether somebody speaks now."""
    if not session.settings.speech:
        effects = tuple(effect for effect in effects if not isinstance(effect, Say))
    voice: Voice = session.voice
    for effect in effects:
        match effect:
            case Hush():
                voice = "silent"
            case Say():
                voice = "speaking"
            case Pause(on):
                voice = "paused" if on else "speaking"
            case _:
                pass
    return (session if voice == session.voice else replace(session, voice=voice)), effects


def _visitor(terminal: Terminal, session: Session, event: VisitorEvent) -> Next:
    session = replace(session, active=True, last_press_at=event.at)
    if session.panel == "still-there":
        if isinstance(event, Tapped) and event.target == "stop:yes":
            return ending.end(terminal, session)
        return replace(session, panel=None, warned_at=None, focus=None, echo=None), SCREEN
    match event:
        case Tapped(target=name):
            return tap(terminal, replace(session, by_keys=False, focus=None), name)
        case KeyPressed():
            return _key(terminal, replace(session, by_keys=True), event)
        case Typed(text=text):
            step = moves.typing_step(terminal, session)
            return typing.type_text(session, step, text) if step else (session, ())
        case Scanned(text=text):
            return _scan(terminal, session, text)


def tap(terminal: Terminal, session: Session, name: str) -> Next:
    """Do what the target called `name` does; one that is not there does nothing."""
    target = show(terminal, session).target(name)
    if target is None or not target.enabled:
        return session, ()
    session = replace(session, notice="", echo=None)
    panel = panels.press(terminal, session, name)
    return panel if panel is not None else _tap_inside(terminal, session, name)


def _tap_inside(terminal: Terminal, session: Session, name: str) -> Next:
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
            return replace(session, place="report", report=int(value), focus=None), SCREEN
        case _:  # stop:yes, done
            return ending.end(terminal, session)


def _meant_the_screen_before(session: Session, event: VisitorEvent) -> bool:
    """A second tap on 'send' lands on 'ready', which has come in its place."""
    if session.thanked_at is None or event.at - session.thanked_at >= THANKS_STAND_S:
        return False
    return event in (Tapped("done", at=event.at), KeyPressed("select", at=event.at))


def _send(terminal: Terminal, session: Session) -> Next:
    if session.lot is None:
        return session, (Draw(session.visit),)
    submission = submission_of(terminal, session, session.lot)
    saving = replace(session, place="saving", submission=submission, focus=None)
    return saving, (Hush(), Save(submission))


def _key(terminal: Terminal, session: Session, event: KeyPressed) -> Next:
    view = show(terminal, session)
    match event.key:
        case "up" | "down" | "left" | "right":
            return replace(session, focus=moved(view, event.key)), (Hush(), Say("focus"))
        case "select" if view.target(view.focus) is None:
            return replace(session, focus=moved(view, "down")), (Hush(), Say("focus"))
        case "erase":
            step = moves.typing_step(terminal, session)
            return typing.press_key(session, step, "erase") if step else (session, ())
        case "louder" | "softer" | "faster" | "slower":
            return panels.adjust(session, event.key), ECHO
        case name:
            pressed = str(view.focus) if name == "select" else name
            return _refocused(terminal, tap(terminal, session, pressed), view.focus)


def _refocused(terminal: Terminal, done: Next, focus: str | None) -> Next:
    """Keep the focus if what it was on is still there, else put it on the first target."""
    session, effects = done
    if not session.active:
        return done
    view = show(terminal, replace(session, focus=None))
    if view.target(focus) is None:
        focus = view.targets[0].name if view.targets else None
    return replace(session, focus=focus), effects


def _scan(terminal: Terminal, session: Session, text: str) -> Next:
    """A scanned receipt leads to its report, from the start screen and the number screen."""
    status = next((flow for flow in terminal.flows.values() if flow.ends == "status"), None)
    if status is None or session.panel is not None:
        return session, ()
    if session.place != "start" and session.flow != status.flow:
        return session, ()
    asking = moves.go(replace(session, flow=status.flow, answers={}), status.steps[0])
    code = terminal.find_code(text)
    if code is None:
        return replace(asking, notice="ui-wrong-scan"), SCREEN
    return moves.look_up(replace(asking, notice=""), code)
