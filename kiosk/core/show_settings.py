"""The panels of the settings: language, sound, and seeing.

A button whose words say what it does (`Voice off`) changes its words; a choice that stays
(`Less movement`, a theme) keeps them, and is marked and said as chosen.
"""

from kiosk.core import preferences
from kiosk.core.inner import Inner
from kiosk.core.session import Session
from kiosk.core.terminal import Terminal
from kiosk.core.view import Choices, Target

LANGUAGE = "1F5E3"
PICTURE = {
    "louder": "1F50A",
    "softer": "1F508",
    "faster": "1F407",
    "slower": "1F422",
    "speech-off": "1F507",
    "speech-on": "1F50A",
    "explore-tap": "261D",
    "blank": "1F303",
    "unblank": "1F4A1",
    "scan-faster": "23E9",
    "scan-slower": "23EA",
    "motion-off": "1F9D8",
    "low": "2B07",
}
THEME_PICTURE = {
    "normal": "1F3A8",
    "contrast-light": "2600",
    "contrast-dark": "1F319",
    "low-glare": "1F576",
}
OTHER_THEME = "1F317"


def close(terminal: Terminal, session: Session) -> tuple[Target, ...]:
    return (Target("close", "forward", terminal.texts.text(session.settings.language, "ui-close")),)


def language(terminal: Terminal, session: Session) -> Inner:
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


def _button(
    terminal: Terminal,
    session: Session,
    name: str,
    key: str = "",
    *,
    enabled: bool = True,
    chosen: bool = False,
) -> Target:
    """One setting; `key` names its words and picture where they differ from what it does."""
    texts, key = terminal.texts, key or name
    spoken_in = session.settings.language
    return Target(
        name,
        "setting",
        texts.text(spoken_in, f"ui-{key}"),
        PICTURE[key],
        texts.find(spoken_in, f"ui-{key}.note"),
        enabled=enabled,
        chosen=chosen,
    )


def sound(terminal: Terminal, session: Session) -> Inner:
    texts, settings = terminal.texts, session.settings
    stepped = ["softer", "louder", "slower", "faster"]
    if session.scan is not None:
        stepped += ["scan-slower", "scan-faster"]
    speech = settings.speech
    choices = (
        *(
            _button(terminal, session, name, enabled=not preferences.at_an_end(settings, name))
            for name in stepped
        ),
        _button(terminal, session, "speech", "speech-off" if speech else "speech-on"),
        _button(
            terminal,
            session,
            "explore",
            "explore-tap",
            enabled=speech,
            chosen=settings.explore == "tap",
        ),
        _button(
            terminal, session, "blank", "unblank" if settings.blank else "blank", enabled=speech
        ),
    )
    return Inner(
        "sound",
        texts.text(settings.language, "ui-sound-title"),
        texts.text(
            settings.language,
            "ui-sound-level",
            volume=settings.volume + 1,
            rate=settings.rate + 1,
        ),
        blocks=(Choices(choices, "tiles"),),
        actions=close(terminal, session),
    )


def sight(terminal: Terminal, session: Session) -> Inner:
    texts, settings = terminal.texts, session.settings
    themes = tuple(
        Target(
            f"theme:{name}",
            "choice",
            texts.text(settings.language, f"ui-theme-{name}"),
            THEME_PICTURE.get(name, OTHER_THEME),
            texts.find(settings.language, f"ui-theme-{name}.note"),
            chosen=name == settings.theme,
        )
        for name in terminal.themes
    )
    calm = _button(terminal, session, "motion", "motion-off", chosen=not settings.motion)
    low = _button(terminal, session, "low", chosen=settings.low)
    return Inner(
        "sight",
        texts.text(settings.language, "ui-sight-title"),
        blocks=(Choices((*themes, calm, *((low,) if terminal.can_be_low else ())), "list"),),
        actions=close(terminal, session),
    )
