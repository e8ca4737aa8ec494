"""What lies over a screen for a moment: language, sound, seeing, help, 'do you want to stop?'.

Nothing under a panel changes; closing it leads back to the same place with all answers.
"""

from dataclasses import replace

from kiosk.core import practice, preferences, recording, staff
from kiosk.core.effects import SCREEN, Effect, Pause
from kiosk.core.session import Panel, Session
from kiosk.core.terminal import Terminal

Next = tuple[Session, tuple[Effect, ...]]
PANELS: dict[str, Panel] = {
    "language": "language",
    "sound": "sound",
    "sight": "sight",
    "help": "help",
    "stop": "stop",
    "news": "news",
}


def press(terminal: Terminal, session: Session, name: str) -> Next | None:
    """What a target of a panel or of the frame does; None where `name` is not one."""
    if (done := recording.press(terminal, session, name)) is not None:
        return done
    if session.panel == "staff" and (done := staff.press(terminal, session, name)) is not None:
        return done
    head, _, value = name.partition(":")
    match head, value:
        case "staff", _:
            return staff.enter(terminal, session)
        case _, "" if head in PANELS:
            panel = None if session.panel == head else PANELS[head]
            return replace(session, panel=panel, panel_page=0, focus=None), SCREEN
        case "close", _ if session.panel == "practice":
            return practice.leave(session)
        case ("close", _) | ("stop", "no"):
            return _closed(session), SCREEN
        case "back", _ if session.panel is not None and session.panel_page:
            return replace(session, panel_page=session.panel_page - 1, focus=None), SCREEN
        case "back", _ if session.panel is not None:
            return _closed(session), SCREEN
        case "language", language:
            settings = replace(session.settings, language=language)
            return _closed(replace(session, settings=settings)), SCREEN
        case "pause", _:
            pausing = session.voice == "speaking"
            return session, (Pause(pausing),)
        case _:
            return preferences.press(terminal, session, name)


def _closed(session: Session) -> Session:
    return replace(session, panel=None, panel_page=0, focus=None)
