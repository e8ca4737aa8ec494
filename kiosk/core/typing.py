"""Typing on the on-screen keys: each key is heard, and nothing else changes."""

from dataclasses import replace

from kiosk.core import inputs
from kiosk.core.effects import ECHO, Effect, Hush
from kiosk.core.flow import Step
from kiosk.core.keyboard import capital_next
from kiosk.core.keyboards import capital
from kiosk.core.session import Echo, Session

WAY_BACK = {
    "letters": "digits",
    "digits": "letters",
    "latin": "script",
    "script": "latin",
    "accents": "plain",
    "plain": "accents",
}
"""Keys that put other keys in their place, and the one that then leads back."""


def press_key(session: Session, step: Step, key: str) -> tuple[Session, tuple[Effect, ...]]:
    """One key of the on-screen keyboard, by its name: a character, or a word such as erase."""
    match key:
        case "erase":
            left = inputs.without_last(session.typed)
            return replace(session, typed=left, notice="", echo=Echo("key", key)), ECHO
        case key if key in WAY_BACK:
            # Whoever goes by keys stands on the key that leads back: it is in the same place.
            focus = f"key:{WAY_BACK[key]}" if session.by_keys else None
            return replace(session, layer=key, focus=focus, echo=Echo("key", key)), ECHO
        case "space":
            return type_text(session, step, " ")
        case _:
            return type_text(session, step, key)


def type_text(session: Session, step: Step, text: str) -> tuple[Session, tuple[Effect, ...]]:
    """Characters as if typed one by one; sentences and names get their capitals."""
    assert step.ask != "choice"  # noqa: S101 - callers ask for a typed step
    value = session.typed
    for character in text:
        upper = capital_next(step.ask, value)
        typed = capital(character, session.settings.language) if upper else character
        value = inputs.add(step.ask, value, typed)
    if value == session.typed:
        return replace(session, echo=None), (Hush(),)
    added = value[len(session.typed) :]
    # A letter is said by the name of its key, whether it became a capital or not.
    said = text if added.isalpha() else added
    one = len(added) == len(text) == 1
    return replace(
        session, typed=value, notice="", echo=Echo("key", said if one else "value")
    ), ECHO
