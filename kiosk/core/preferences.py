"""How a visitor wants to see, hear and press: each setting, and what is said of changing it.

Everything goes back by itself when the visit ends. A screen that is off cannot go with a
voice that is off: turning the voice off turns the screen on.
"""

from dataclasses import replace

from kiosk.core.effects import ECHO, SCREEN, Effect
from kiosk.core.session import RATES, SCAN_S, VOLUMES, Echo, Session, Settings
from kiosk.core.terminal import Terminal

Next = tuple[Session, tuple[Effect, ...]]
STEPPED = ("louder", "softer", "faster", "slower", "scan-faster", "scan-slower")


def press(terminal: Terminal, session: Session, name: str) -> Next | None:
    """The session with this setting changed; None where `name` is not a setting."""
    settings = session.settings
    head, _, value = name.partition(":")
    match head:
        case "larger":
            size = (settings.text_size + 1) % terminal.text_sizes
            session = replace(session, page=0, panel_page=0)
            return told(session, replace(settings, text_size=size), f"size-{size}")
        case "theme":
            return told(session, replace(settings, theme=value), "contrast")
        case "motion":
            motion = not settings.motion
            return told(
                session, replace(settings, motion=motion), f"motion-{'on' if motion else 'off'}"
            )
        case "low":
            low = not settings.low
            session = replace(session, page=0, panel_page=0)
            return told(session, replace(settings, low=low), "low" if low else "high")
        case "explore":
            other = replace(settings, explore="lift" if settings.explore == "tap" else "tap")
            return told(session, other, f"explore-{other.explore}")
        case "blank":
            return blanked(session, not settings.blank)
        case "speech" if settings.speech:
            return told(session, replace(settings, speech=False, blank=False), "speech-off")
        case "speech":
            return replace(session, settings=replace(settings, speech=True)), SCREEN
        case _ if head in STEPPED:
            return told(session, stepped(settings, head), head)
        case _:
            return None


def blanked(session: Session, blank: bool) -> Next:
    """The screen off or on again, for somebody who listens."""
    settings = replace(session.settings, blank=blank)
    return told(session, settings, "blank" if blank else "unblank")


def stepped(settings: Settings, name: str) -> Settings:
    """One step louder, softer, faster or slower, within the seven steps."""
    match name:
        case "louder":
            return replace(settings, volume=min(VOLUMES - 1, settings.volume + 1))
        case "softer":
            return replace(settings, volume=max(0, settings.volume - 1))
        case "faster":
            return replace(settings, rate=min(RATES - 1, settings.rate + 1))
        case "slower":
            return replace(settings, rate=max(0, settings.rate - 1))
        case "scan-faster":
            return replace(settings, scan=min(len(SCAN_S) - 1, settings.scan + 1))
        case _:
            return replace(settings, scan=max(0, settings.scan - 1))


def at_an_end(settings: Settings, name: str) -> bool:
    """Whether this stepped setting cannot go further that way."""
    return stepped(settings, name) == settings


def told(session: Session, settings: Settings, name: str) -> Next:
    return replace(session, settings=settings, echo=Echo("setting", name)), ECHO
