"""The screens behind the staff code: the code, what there is to do, and the keys one by one."""

from kiosk.core import keyboard, show_enrol
from kiosk.core.inner import Inner
from kiosk.core.session import Session, Staff
from kiosk.core.staff import ORDER, minutes_locked
from kiosk.core.terminal import Terminal
from kiosk.core.texts import NOTHING, Text
from kiosk.core.view import Choices, Field, Keys, Target

KEYPAD, DONE, SKIP = "2328", "2705", "23ED"
DOT = "•"


def way_in(terminal: Terminal, session: Session) -> Target:
    """The quiet target on the help screen."""
    return Target("staff", "setting", terminal.texts.text(session.settings.language, "ui-staff"))


def inner(terminal: Terminal, session: Session) -> Inner:
    staff = session.staff or Staff()
    match staff.stage:
        case "code":
            return _code(terminal, session, staff)
        case "menu":
            return _menu(terminal, session)
        case "learn":
            return _learn(terminal, session, staff)
        case "done":
            return _done(terminal, session)
        case _:
            return show_enrol.inner(terminal, session, staff)


def _code(terminal: Terminal, session: Session, staff: Staff) -> Inner:
    """As for any number, but with dots: not even the view has the digits."""
    texts, language = terminal.texts, session.settings.language
    dots = DOT * len(staff.typed)
    words = keyboard.words_of(texts, language)
    minutes = minutes_locked(session)
    locked = texts.text(language, "ui-staff-locked", minutes=minutes) if minutes else NOTHING
    return Inner(
        "staff",
        texts.text(language, "ui-staff-code"),
        texts.text(language, "ui-staff-code.help"),
        blocks=(
            Field("digits", dots, dots),
            Keys(keyboard.rows("digits", "", "", language, words)),
        ),
        actions=(Target("next", "forward", texts.text(language, "ui-next"), enabled=bool(dots)),),
        notice=locked,
    )


def _menu(terminal: Terminal, session: Session) -> Inner:
    texts, language = terminal.texts, session.settings.language
    choices = (
        Target(
            "learn",
            "choice",
            texts.text(language, "ui-learn"),
            KEYPAD,
            texts.find(language, "ui-learn.note"),
        ),
        _practice(terminal, language),
        show_enrol.choice(terminal, language),
    )
    return Inner(
        "staff-menu",
        texts.text(language, "ui-staff-title"),
        texts.text(language, "ui-staff-title.help"),
        blocks=(Choices(choices, "list"),),
        actions=(_close(terminal, language),),
    )


def _learn(terminal: Terminal, session: Session, staff: Staff) -> Inner:
    texts, language = terminal.texts, session.settings.language
    notice = NOTHING
    if staff.twice is not None:
        notice = texts.text(language, "ui-learn-twice", key=_name(terminal, language, staff.twice))
    return Inner(
        "learn",
        texts.text(language, "ui-learn-title", key=_name(terminal, language, ORDER[staff.asked])),
        texts.text(language, "ui-learn-title.help"),
        picture=KEYPAD,
        actions=(Target("skip", "choice", texts.text(language, "ui-learn-skip"), SKIP),),
        step=(staff.asked + 1, len(ORDER)),
        notice=notice,
        raw_keys=True,
    )


def _done(terminal: Terminal, session: Session) -> Inner:
    texts, language = terminal.texts, session.settings.language
    return Inner(
        "learn-done",
        texts.text(language, "ui-learn-done"),
        texts.text(language, "ui-learn-done.help"),
        picture=DONE,
        actions=(_practice(terminal, language), _close(terminal, language)),
    )


def _practice(terminal: Terminal, language: str) -> Target:
    return Target("practice", "choice", terminal.texts.text(language, "ui-practice-title"), KEYPAD)


def _close(terminal: Terminal, language: str) -> Target:
    return Target("close", "forward", terminal.texts.text(language, "ui-close"))


def _name(terminal: Terminal, language: str, key: str) -> str:
    name: Text = terminal.texts.text(language, f"ui-keyname-{key}")
    return name.shown
