"""The panels: help, practising with the keys, stop, and 'are you still there?'."""

from kiosk.core import show_board, show_record, show_settings, show_staff, staff
from kiosk.core.events import KeyName
from kiosk.core.inner import ONWARDS, Inner
from kiosk.core.session import Panel, Session
from kiosk.core.show_settings import close
from kiosk.core.terminal import Terminal
from kiosk.core.view import Choices, Paragraph, Target

HELP = ("1F446", "1F442", "1F9FE")
KEY_PICTURE: dict[KeyName, str] = {
    "up": "2B06",
    "down": "2B07",
    "left": "2B05",
    "right": "27A1",
    "select": "2705",
    "back": "21A9",
    "repeat": "1F501",
    "help": "1F64B",
    "louder": "1F50A",
    "softer": "1F508",
    "faster": "1F407",
    "slower": "1F422",
    "pause": "23F8",
    "erase": "1F9FD",
    "speech": "1F5E3",
    "move": "23ED",
    "switch": "1F518",
}


def inner(terminal: Terminal, session: Session, panel: Panel) -> Inner:
    match panel:
        case "language":
            return show_settings.language(terminal, session)
        case "sound":
            return show_settings.sound(terminal, session)
        case "sight":
            return show_settings.sight(terminal, session)
        case "practice":
            return _practice(terminal, session)
        case "help":
            return _help(terminal, session)
        case "stop":
            return _stop(terminal, session)
        case "still-there":
            return _still_there(terminal, session)
        case "record":
            return show_record.inner(terminal, session)
        case "news":
            return show_board.news(terminal, session)
        case "staff":
            return show_staff.inner(terminal, session)


def _help(terminal: Terminal, session: Session) -> Inner:
    texts, language = terminal.texts, session.settings.language
    phone = terminal.municipality.phone
    lines = [texts.text(language, f"ui-help-{number}", phone=phone) for number in (1, 2, 3)]
    way_in = (show_staff.way_in(terminal, session),) if staff.is_offered(terminal, session) else ()
    return Inner(
        "help",
        texts.text(language, "ui-help-title"),
        blocks=tuple(
            Paragraph(line, picture=picture) for line, picture in zip(lines, HELP, strict=True)
        ),
        actions=close(terminal, session) + way_in,
    )


def _practice(terminal: Terminal, session: Session) -> Inner:
    """The key that was pressed, large, and what it does."""
    texts, language, key = terminal.texts, session.settings.language, session.practised
    leave = texts.text(language, "ui-practice-leave")
    return Inner(
        "practice",
        texts.text(language, "ui-practice-title"),
        texts.text(language, "ui-practice-title.help"),
        blocks=(
            Paragraph(
                texts.text(language, f"ui-practice-{key or 'nothing'}"),
                picture=KEY_PICTURE[key] if key else "2328",
            ),
        ),
        actions=(Target("close", "forward", leave),),
    )


def _stop(terminal: Terminal, session: Session) -> Inner:
    texts, language = terminal.texts, session.settings.language
    onwards = ONWARDS[texts.direction(language)]
    choices = (
        Target("stop:yes", "stop", texts.text(language, "ui-stop-yes"), "1F6D1"),
        Target("stop:no", "choice", texts.text(language, "ui-stop-no"), onwards),
    )
    title = texts.text(language, "ui-stop-title")
    return Inner(
        "stop",
        title,
        texts.text(language, "ui-stop-title.help"),
        blocks=(Choices(choices, "list"),),
    )


def _still_there(terminal: Terminal, session: Session) -> Inner:
    texts, language = terminal.texts, session.settings.language
    choices = (
        Target("continue", "choice", texts.text(language, "ui-still-yes"), "1F44B"),
        Target("stop:yes", "stop", texts.text(language, "ui-still-no"), "1F6D1"),
    )
    return Inner(
        "still-there",
        texts.text(language, "ui-still-title"),
        texts.text(language, "ui-still-help", seconds=session.seconds_left),
        blocks=(Choices(choices, "list"),),
    )
