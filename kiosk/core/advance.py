"""What happens next: the only place that decides.

`advance(terminal, session, event)` gives the next session and what is asked of the
world. The rules that hold whatever is pressed:

1. Any action of the visitor stops speech (A2), and two voices never overlap.
2. Nothing is thanked for or printed before `Saved` (A22); one receipt per visit (A23).
3. Nothing is sent but from the check page, by the send button; and the desk is told that
   something is not solved only by the button of the same kind.
4. A visit that ends or is abandoned leaves a `fresh` session and a `Forget` (A21).
5. A press that meant the screen before (a second tap on 'send') does not end a visit.
"""

from dataclasses import replace

from kiosk.core import (
    board,
    ending,
    exploring,
    headphones,
    keypad,
    moves,
    outcomes,
    preferences,
    pressing,
    recording,
    scanning,
    staff,
    typing,
)
from kiosk.core.effects import SCREEN, Effect, Hush, Pause, Play, Say
from kiosk.core.events import (
    AnyEvent,
    KeyPressed,
    Plugged,
    RawKey,
    Scanned,
    Tapped,
    Touched,
    Typed,
)
from kiosk.core.session import Session, Voice
from kiosk.core.terminal import Terminal

Next = tuple[Session, tuple[Effect, ...]]
VisitorEvent = Tapped | KeyPressed | RawKey | Typed | Scanned
THANKS_STAND_S = 1.5
"""A press of 'ready' within this time was meant for the send button in the same place."""
ASKING = ("repeat", "hear", "speech")
"""Pressed to hear something: they speak even where the visitor turned speech off."""


def advance(terminal: Terminal, session: Session, event: AnyEvent) -> Next:
    """The session after this event, and the effects in the order in which they are to happen."""
    if (begun := board.begun(session, event)) is not None:
        return _voiced(*begun)
    session = board.awake(session, event)
    match event:
        case Touched():
            return _voiced(*exploring.touched(terminal, session, event))
        case Plugged():
            return _voiced(*headphones.plugged(session, event))
        case Tapped() | KeyPressed() | RawKey() | Typed() | Scanned():
            return _voiced(*_acted(terminal, session, event), asked=_asks(session, event))
        case _:
            return _voiced(*outcomes.after(terminal, session, event))


def _acted(terminal: Terminal, session: Session, event: VisitorEvent) -> Next:
    """The visitor did something: it stops speech, unless it is the end of what began it."""
    if _meant_the_screen_before(session, event):
        return session, ()
    if session.panel == "record" and recording.is_listening(session):
        return recording.interrupted(session, event)
    if isinstance(event, Tapped) and not session.settings.blank:
        heard = exploring.first_tap(terminal, session, event)
        if heard is not None:
            return heard
    after, effects = _visitor(terminal, session, event)
    after = recording.settled(after, effects)
    if not any(isinstance(effect, Hush | Pause) for effect in effects):
        effects = (Hush(), *effects)
    return after, effects


def _voiced(session: Session, effects: tuple[Effect, ...], asked: bool = False) -> Next:
    """Without `Say` where the visitor turned speech off; and whether somebody speaks now."""
    if not session.settings.speech and not asked:
        effects = tuple(effect for effect in effects if not isinstance(effect, Say))
    voice: Voice = session.voice
    for effect in effects:
        match effect:
            case Hush():
                voice = "silent"
            case Say() | Play():
                voice = "speaking"
            case Pause(on):
                voice = "paused" if on else "speaking"
            case _:
                pass
    return (session if voice == session.voice else replace(session, voice=voice)), effects


def _asks(session: Session, event: VisitorEvent) -> bool:
    match event:
        case Tapped(target=name):
            return name in ASKING
        case KeyPressed(key="select" | "switch"):
            return session.focus in ASKING
        case KeyPressed(key=key):
            return key in ASKING
        case _:
            return False


def _visitor(terminal: Terminal, session: Session, event: VisitorEvent) -> Next:
    session = replace(session, active=True, last_press_at=event.at)
    if session.panel == "still-there":
        if isinstance(event, Tapped):
            if event.target == "stop:yes":
                return ending.end(terminal, session)
            session = replace(session, settings=replace(session.settings, blank=False))
        return ending.go_on(session), SCREEN
    match event:
        case Tapped() if session.settings.blank:
            return preferences.blanked(replace(session, by_keys=False, focus=None), blank=False)
        case Tapped(target=name):
            by_finger = scanning.restarted(replace(session, by_keys=False, echo=None))
            if session.panel != "practice":
                by_finger = replace(by_finger, focus=None)
            return pressing.press(terminal, by_finger, name)
        case KeyPressed(key=key):
            return keypad.pressed(terminal, session, key)
        case RawKey():
            return staff.taught(session, event)
        case Typed(text=text):
            step = moves.typing_step(terminal, session)
            return typing.type_text(session, step, text) if step else (session, ())
        case Scanned() if session.panel is None and board.is_closed(session):
            return session, SCREEN
        case Scanned(text=text):
            return pressing.scanned(terminal, session, text)


def _meant_the_screen_before(session: Session, event: VisitorEvent) -> bool:
    """A second tap on 'send' lands on 'ready', which has come in its place."""
    if session.thanked_at is None or event.at - session.thanked_at >= THANKS_STAND_S:
        return False
    match event:
        case Tapped(target="done") | KeyPressed(key="select" | "switch"):
            return True
        case _:
            return False
