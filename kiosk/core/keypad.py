"""The keys of a tactile keypad, and the one or two switches of somebody with less.

The whole service works with them, eyes shut (A13): a new screen is read from its beginning
and nothing on it has the focus yet, so that a key pressed twice never answers a question
that was not heard. An arrow then says the first target. On the same screen the focus stays
where it was, also while typing. Whatever a key does is said; a key that can do nothing here
says where the visitor is.
"""

from dataclasses import replace

from kiosk.core import moves, practice, preferences, scanning, typing
from kiosk.core.effects import SCREEN, Effect, Hush, Say
from kiosk.core.events import KeyName
from kiosk.core.focus import moved
from kiosk.core.pressing import press
from kiosk.core.session import Session
from kiosk.core.show import show
from kiosk.core.terminal import Terminal
from kiosk.core.view import Keys, View

Next = tuple[Session, tuple[Effect, ...]]
FOCUS: tuple[Effect, ...] = (Hush(), Say("focus"))


def pressed(terminal: Terminal, session: Session, key: KeyName) -> Next:
    session = replace(session, by_keys=True, explored="")
    if session.panel == "practice":
        return practice.key(session, key)
    if key == "help":
        return practice.begin(session)
    session = replace(session, echo=None)
    if key == "switch":
        return scanning.switch(terminal, session)
    return _key(terminal, replace(session, scan=None), key)


def _key(terminal: Terminal, session: Session, key: KeyName) -> Next:
    view = show(terminal, session)
    focused = view.target(view.focus)
    match key:
        case "up" | "down" | "left" | "right" | "move":
            return _moved(terminal, session, view, key)
        case "select":
            if focused is None:
                return _moved(terminal, session, view, "move")
            if not focused.enabled:
                return session, FOCUS
            return _refocused(terminal, view, press(terminal, session, focused.name))
        case "erase":
            step = moves.typing_step(terminal, session)
            if step is None:
                return session, SCREEN
            return _refocused(terminal, view, typing.press_key(session, step, "erase"))
        case "louder" | "softer" | "faster" | "slower" | "speech":
            return preferences.press(terminal, session, key) or (session, ())
        case "pause" if session.voice == "silent":
            return session, ()
        case _ if view.target(key) is None:
            return session, SCREEN
        case _:
            return _refocused(terminal, view, press(terminal, session, key))


def _moved(terminal: Terminal, session: Session, view: View, key: str) -> Next:
    name = moved(view, terminal.arrangement.rows(view), key)
    return replace(session, focus=name), FOCUS


def _refocused(terminal: Terminal, before: View, done: Next) -> Next:
    """The focus stays on the same screen, and is nowhere on a new one."""
    session, effects = done
    if not session.active or before.focus is None:
        return done
    now = show(terminal, replace(session, focus=None))
    if (now.screen, now.page) != (before.screen, before.page):
        return replace(session, focus=None), effects
    if now.target(before.focus) is not None:
        return replace(session, focus=before.focus), effects
    if now.target(session.focus) is not None:
        return done
    # The keys were replaced by others: the first of them has the focus, and says so.
    keys = next((block for block in now.blocks if isinstance(block, Keys)), None)
    if keys is None:
        return replace(session, focus=None), effects
    return replace(session, focus=keys.rows[0][0].name), (*effects, Say("focus", after=True))
