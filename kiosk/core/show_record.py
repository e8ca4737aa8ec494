"""The screens on which a visitor says it instead of typing it."""

from kiosk.core.inner import Inner
from kiosk.core.session import Session, Take
from kiosk.core.terminal import Terminal
from kiosk.core.texts import Text
from kiosk.core.view import Choices, Level, Paragraph, Target

MICROPHONE = "1F399"
CLOCK, STOP, LISTEN, AGAIN, DELETE, KEEP = "23F1", "23F9", "1F442", "1F504", "1F5D1", "2714"


def entry(terminal: Terminal, session: Session) -> tuple[Target, ...]:
    """The button beside the keyboard; nothing where nobody can be heard and nothing was said."""
    seconds = session.recordings.get(session.step)
    if seconds is None and not session.hardware.microphone:
        return ()
    text = terminal.texts.text(session.settings.language, "ui-record")
    if seconds is not None:
        text = said(terminal, session.settings.language, seconds)
    return (Target("record", "choice", text, MICROPHONE),)


def said(terminal: Terminal, language: str, seconds: int) -> Text:
    """That there is a spoken message, and how long it is."""
    return terminal.texts.text(language, "ui-recorded", seconds=seconds)


def inner(terminal: Terminal, session: Session) -> Inner:
    take = session.take
    assert take is not None  # noqa: S101 - the panel is only open during a take
    match take.state:
        case "ready":
            return _ready(terminal, session)
        case "recording":
            return _busy(terminal, session, take)
        case "deleting":
            return _deleting(terminal, session)
        case _:
            return _done(terminal, session)


def _ready(terminal: Terminal, session: Session) -> Inner:
    texts, language = terminal.texts, session.settings.language
    most = texts.text(language, "ui-record-most", most=terminal.recording_s)
    start = Target("record:start", "forward", texts.text(language, "ui-record-start"), MICROPHONE)
    return Inner(
        "record",
        texts.text(language, "ui-record-title"),
        texts.text(language, "ui-record-title.help"),
        blocks=(Paragraph(most, picture=CLOCK),),
        actions=(start,),
    )


def _busy(terminal: Terminal, session: Session, take: Take) -> Inner:
    texts, language = terminal.texts, session.settings.language
    most = terminal.recording_s
    time = texts.text(language, "ui-record-time", seconds=take.seconds, most=most)
    stop = Target("record:stop", "forward", texts.text(language, "ui-record-stop"), STOP)
    return Inner(
        "record.busy",
        texts.text(language, "ui-record-busy"),
        texts.text(language, "ui-record-busy.help"),
        blocks=(Level(take.level, take.seconds, most, time),),
        actions=(stop,),
    )


def _done(terminal: Terminal, session: Session) -> Inner:
    texts, language = terminal.texts, session.settings.language

    def button(name: str, picture: str) -> Target:
        return Target(
            f"record:{name}", "choice", texts.text(language, f"ui-record-{name}"), picture
        )

    again = (button("again", AGAIN),) if session.hardware.microphone else ()
    choices = (button("listen", LISTEN), *again, button("delete", DELETE))
    return Inner(
        "record.done",
        texts.text(language, "ui-record-done"),
        texts.text(language, "ui-record-done.help"),
        blocks=(Choices(choices, "list"),),
        actions=(Target("record:keep", "forward", texts.text(language, "ui-record-keep")),),
    )


def _deleting(terminal: Terminal, session: Session) -> Inner:
    texts, language = terminal.texts, session.settings.language
    choices = (
        Target("record:delete-yes", "stop", texts.text(language, "ui-record-delete-yes"), DELETE),
        Target("record:delete-no", "choice", texts.text(language, "ui-record-delete-no"), KEEP),
    )
    return Inner(
        "record.delete",
        texts.text(language, "ui-record-delete-title"),
        texts.text(language, "ui-record-delete-title.help"),
        blocks=(Choices(choices, "list"),),
    )
