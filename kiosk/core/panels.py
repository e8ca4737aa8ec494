"""What lies over a screen for a moment: language, sound, help, and 'do you want to stop?'.

Nothing under a panel changes; closing it leads back to the same place with all answers.
"""

from dataclasses import replace

from kiosk.core.effects import ECHO, SCREEN, Effect, Hush, Pause
from kiosk.core.session import RATES, VOLUMES, Echo, Panel, Session, Settings
from kiosk.core.terminal import Terminal

PANELS: dict[str, Panel] = {
    "language": "language",
    "sound": "sound",
    "help": "help",
    "stop": "stop",
}


def press(
    terminal: Terminal, session: Session, name: str
) -> tuple[Session, tuple[Effect, ...]] | None:
    """What a setting does; None where `name` is not one."""
    head, _, value = name.partition(":")
    match head, value:
        case (("language" | "sound" | "help" | "stop"), ""):
            panel = None if session.panel == head else PANELS[head]
            return replace(session, panel=panel, focus=None), SCREEN
        case ("close", _) | ("stop", "no"):
            return replace(session, panel=None, focus=None), SCREEN
        case "back", _ if session.panel is not None:
            return replace(session, panel=None, focus=None), SCREEN
        case "language", language:
            settings = replace(session.settings, language=language)
            return replace(session, settings=settings, panel=None, focus=None), SCREEN
        case "larger", _:
            size = (session.settings.text_size + 1) % terminal.text_sizes
            settings = replace(session.settings, text_size=size)
            return _told(replace(session, settings=settings, page=0), "larger")
        case "contrast", _:
            index = terminal.themes.index(session.settings.theme)
            theme = terminal.themes[(index + 1) % len(terminal.themes)]
            return _told(
                replace(session, settings=replace(session.settings, theme=theme)), "contrast"
            )
        case "speech", _:
            settings = replace(session.settings, speech=not session.settings.speech)
            spoken = replace(session, settings=settings)
            return spoken, SCREEN if settings.speech else (Hush(),)
        case (("louder" | "softer" | "faster" | "slower"), _):
            return _told(adjust(session, head), head)
        case "pause", _:
            pausing = session.voice == "speaking"
            return session, (Pause(pausing),)
        case _:
            return None


def adjust(session: Session, name: str) -> Session:
    """One step louder, softer, faster or slower, within the seven steps."""
    settings: Settings = session.settings
    match name:
        case "louder":
            settings = replace(settings, volume=min(VOLUMES - 1, settings.volume + 1))
        case "softer":
            settings = replace(settings, volume=max(0, settings.volume - 1))
        case "faster":
            settings = replace(settings, rate=min(RATES - 1, settings.rate + 1))
        case _:
            settings = replace(settings, rate=max(0, settings.rate - 1))
    return replace(session, settings=settings, echo=Echo("setting", name))


def _told(session: Session, name: str) -> tuple[Session, tuple[Effect, ...]]:
    return replace(session, echo=Echo("setting", name)), ECHO
