"""Typing on the on-screen keys: each key is heard, and nothing else changes."""

from dataclasses import replace

from kiosk.core import inputs
from kiosk.core.effects import ECHO, Effect, Hush
from kiosk.core.flow import Step
from kiosk.core.keyboard import capital_next
from kiosk.core.session import Echo, Session


def press_key(session: Session, step: Step, key: str) -> tuple[Session, tuple[Effect, ...]]:
    """One key of the on-screen keyboard, by its name: a character, or erase, space, letters."""
    match key:
        case "erase":
            changed = replace(session, typed=session.typed[:-1], notice="", echo=Echo("key", key))
            return changed, ECHO
        case "letters" | "digits":
            changed = replace(session, letters=key == "letters", echo=Echo("key", key))
            return changed, ECHO
        case "space":
            return type_text(session, step, " ")
        case _:
            return type_text(session, step, key)


def type_text(session: Session, step: Step, text: str) -> tuple[Session, tuple[Effect, ...]]:
    """Characters as if typed one by one; sentences and names get their capitals."""
    assert step.ask != "choice"  # noqa: S101 - callers ask for a typed step
    value = session.typed
    for character in text:
        upper = len(character) == 1 and capital_next(step.ask, value)
        value = inputs.add(step.ask, value, character.upper() if upper else character)
    if value == session.typed:
        return replace(session, echo=None), (Hush(),)
    added = value[len(session.typed) :]
    said = added if len(added) == 1 else ""
    changed = replace(session, typed=value, notice="", echo=Echo("key", said or "value"))
    return changed, ECHO
