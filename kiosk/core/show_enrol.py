"""The screens on which somebody who works here lets the kiosk in at a desk."""

from kiosk.core import keyboard
from kiosk.core.enrolling import DIGITS
from kiosk.core.inner import Inner
from kiosk.core.paper import code_groups
from kiosk.core.session import Session, Staff
from kiosk.core.terminal import Terminal
from kiosk.core.view import Field, Keys, Target

LINK, ASKING, DONE = "1F517", "23F3", "2705"


def choice(terminal: Terminal, language: str) -> Target:
    """In the menu of the staff screen."""
    texts = terminal.texts
    note = (
        texts.text(language, "ui-enrol.again", name=terminal.name)
        if terminal.enrolled
        else texts.find(language, "ui-enrol.note")
    )
    return Target("enrol", "choice", texts.text(language, "ui-enrol"), LINK, note)


def inner(terminal: Terminal, session: Session, staff: Staff) -> Inner:
    texts, language = terminal.texts, session.settings.language
    match staff.stage:
        case "enrol":
            return _code(terminal, language, staff.typed)
        case "enrolling":
            return Inner("enrolling", texts.text(language, "ui-enrolling"), picture=ASKING)
        case _:
            return Inner(
                "enrolled",
                texts.text(language, "ui-enrolled", name=staff.name),
                texts.text(language, "ui-enrolled.help"),
                picture=DONE,
                actions=(Target("close", "forward", texts.text(language, "ui-close")),),
            )


def _code(terminal: Terminal, language: str, typed: str) -> Inner:
    texts = terminal.texts
    words = keyboard.words_of(texts, language)
    shown = " ".join(code_groups(typed))
    return Inner(
        "enrol",
        texts.text(language, "ui-enrol-title"),
        texts.text(language, "ui-enrol-title.help"),
        blocks=(
            Field("digits", typed, shown),
            Keys(keyboard.rows("digits", "", "", language, words)),
        ),
        actions=(
            Target(
                "next",
                "forward",
                texts.text(language, "ui-next"),
                enabled=len(typed) == DIGITS,
            ),
        ),
    )
