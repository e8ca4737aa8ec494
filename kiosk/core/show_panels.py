"""The panels: language, sound, help, stop, and 'are you still there?'."""

from kiosk.core.inner import Inner
from kiosk.core.session import RATES, VOLUMES, Panel, Session
from kiosk.core.terminal import Terminal
from kiosk.core.view import Choices, Paragraph, Target

LANGUAGE = "1F5E3"
LOUDER, SOFTER, FASTER, SLOWER = "1F50A", "1F508", "1F407", "1F422"
HELP = ("1F446", "1F442", "1F9FE")


def inner(terminal: Terminal, session: Session, panel: Panel) -> Inner:
    match panel:
        case "language":
            return _language(terminal, session)
        case "sound":
            return _sound(terminal, session)
        case "help":
            return _help(terminal, session)
        case "stop":
            return _stop(terminal, session)
        case "still-there":
            return _still_there(terminal, session)


def _close(terminal: Terminal, session: Session) -> tuple[Target, ...]:
    return (Target("close", "forward", terminal.texts.text(session.settings.language, "ui-close")),)


def _language(terminal: Terminal, session: Session) -> Inner:
    texts = terminal.texts
    choices = tuple(
        Target(
            f"language:{language}",
            "choice",
            texts.text(language, "ui-language-name"),
            LANGUAGE,
            chosen=language == session.settings.language,
            language=language,
        )
        for language in texts.languages
    )
    title = texts.text(session.settings.language, "ui-language-title")
    return Inner("language", title, blocks=(Choices(choices, "list"),))


def _sound(terminal: Terminal, session: Session) -> Inner:
    texts, settings = terminal.texts, session.settings
    switch = "ui-speech-off" if settings.speech else "ui-speech-on"
    volume, rate = settings.volume, settings.rate

    def button(name: str, picture: str, enabled: bool) -> Target:
        text = texts.text(settings.language, f"ui-{name}")
        return Target(name, "setting", text, picture, enabled=enabled)

    choices = (
        button("softer", SOFTER, volume > 0),
        button("louder", LOUDER, volume < VOLUMES - 1),
        button("slower", SLOWER, rate > 0),
        button("faster", FASTER, rate < RATES - 1),
        Target(
            "speech",
            "setting",
            texts.text(settings.language, switch),
            "1F507" if settings.speech else "1F50A",
        ),
    )
    return Inner(
        "sound",
        texts.text(settings.language, "ui-sound-title"),
        texts.text(settings.language, "ui-sound-level", volume=volume + 1, rate=rate + 1),
        blocks=(Choices(choices, "tiles"),),
        actions=_close(terminal, session),
    )


def _help(terminal: Terminal, session: Session) -> Inner:
    texts, language = terminal.texts, session.settings.language
    phone = terminal.municipality.phone
    lines = [texts.text(language, f"ui-help-{number}", phone=phone) for number in (1, 2, 3)]
    return Inner(
        "help",
        texts.text(language, "ui-help-title"),
        blocks=tuple(
            Paragraph(line, picture=picture) for line, picture in zip(lines, HELP, strict=True)
        ),
        actions=_close(terminal, session),
    )


def _stop(terminal: Terminal, session: Session) -> Inner:
    texts, language = terminal.texts, session.settings.language
    choices = (
        Target("stop:yes", "stop", texts.text(language, "ui-stop-yes"), "1F6D1"),
        Target("stop:no", "choice", texts.text(language, "ui-stop-no"), "27A1"),
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
