"""What the visitor should see and hear now, made from the session and nothing else.

The frame (who we are, settings, back, stop) is the same on every screen and stands
here; what is inside comes from `show_steps`, `show_ends`, `show_report` and `show_panels`.
"""

from dataclasses import replace

from kiosk.core import paging, show_board, show_ends, show_panels, show_report, show_steps
from kiosk.core.focus import row_of_keys
from kiosk.core.inner import BACK, ONWARDS, Inner
from kiosk.core.say import echo_of, said_of, say_of
from kiosk.core.session import Place, Session
from kiosk.core.terminal import Terminal
from kiosk.core.texts import NOTHING, Text
from kiosk.core.view import Target, View

PICTURE = {
    "language": "1F310",
    "sound": "1F50A",
    "silent": "1F507",
    "larger": "1F50D",
    "sight": "1F441",
    "repeat": "1F501",
    "pause": "23F8",
    "resume": "25B6",
    "help": "1F64B",
    "stop": "1F6D1",
}

WITH_BACK: tuple[Place, ...] = (
    *("step", "advice", "check", "which-day", "report"),
    *("solved", "solved-thanks", "not-solved", "not-told"),
)
WITHOUT_STOP: tuple[Place, ...] = (
    *("start", "saving", "thanks", "leaflet"),
    *("solved-thanks", "telling", "told", "not-told"),
)
"""Here nothing is left to stop: it is over, or only the world can end it."""


def show(terminal: Terminal, session: Session) -> View:
    """The View of this session."""
    inner = _inner(terminal, session)
    settings = session.settings
    notice = terminal.texts.text(settings.language, session.notice) if session.notice else NOTHING
    whole = View(
        screen=inner.screen,
        language=settings.language,
        direction=terminal.texts.direction(settings.language),
        text_size=settings.text_size,
        theme=settings.theme,
        owner=Text.plain(terminal.municipality.name),
        place=Text.plain(terminal.location),
        title=inner.title,
        help=inner.help,
        notice=inner.notice or notice,
        picture=inner.picture,
        blocks=inner.blocks,
        actions=inner.actions,
        settings=_settings(terminal, session),
        nav=_nav(terminal, session, (1, 1)),
        step=inner.step,
        explore=settings.explore if settings.speech else "off",
        motion=settings.motion,
        low=settings.low and terminal.can_be_low,
        blank=settings.blank and session.panel != "still-there",
        raw_keys=inner.raw_keys,
    )
    whole = show_board.with_news(terminal, session, whole)
    found = paging.pages(whole, *_turning(terminal, settings.language), terminal.arrangement.fits)
    page = session.page if session.panel is None else session.panel_page
    view = found[page % len(found)]
    if session.panel == "practice":
        # What had the focus keeps it, under the panel. Only leaving can be pressed.
        nav = tuple(target and _shut((target,))[0] for target in view.nav)
        view = replace(view, settings=_shut(view.settings), nav=nav)
    else:
        view = replace(view, nav=_nav(terminal, session, view.page))
        # Keys that were typed elsewhere may have put other keys in the place of the focused one.
        if session.focus is not None and view.target(session.focus):
            view = replace(view, focus=session.focus)
    if session.scan is not None and session.scan.row is None:
        rows = terminal.arrangement.rows(view)
        view = replace(view, focus_row=row_of_keys(view, rows, view.focus))
    return replace(
        view,
        say=say_of(terminal, session, view),
        echo=echo_of(terminal, session, view),
        said={t.name: said_of(terminal, t, view.language) for t in view.targets},
    )


def _inner(terminal: Terminal, session: Session) -> Inner:
    if session.panel is not None:
        return show_panels.inner(terminal, session, session.panel)
    match session.place:
        case "start" | "step" | "advice" | "check":
            return show_steps.inner(terminal, session)
        case "saving" | "looking" | "telling" | "thanks" | "leaflet":
            return show_ends.inner(terminal, session)
        case _:
            return show_report.inner(terminal, session)


def _settings(terminal: Terminal, session: Session) -> tuple[Target, ...]:
    texts, language = terminal.texts, session.settings.language
    bigger = session.settings.text_size + 1 < terminal.text_sizes
    sound = "sound" if session.settings.speech else "silent"
    return (
        Target("language", "setting", texts.text(language, "ui-language"), PICTURE["language"]),
        Target("sound", "setting", texts.text(language, f"ui-{sound}"), PICTURE[sound]),
        Target(
            "larger",
            "setting",
            texts.text(language, "ui-larger" if bigger else "ui-smaller"),
            PICTURE["larger"],
        ),
        Target("sight", "setting", texts.text(language, "ui-sight"), PICTURE["sight"]),
    )


def _shut(targets: tuple[Target, ...]) -> tuple[Target, ...]:
    """As they stand, but not to be pressed now."""
    return tuple(replace(target, enabled=False) for target in targets)


def _turning(terminal: Terminal, language: str) -> tuple[Target, Target]:
    """The button to more choices, and the one to the rest of what is told."""
    more = terminal.texts.text(language, "ui-more")
    read_on = terminal.texts.text(language, "ui-read-on")
    arrow = ONWARDS[terminal.texts.direction(language)]
    return Target("page:next", "choice", more, arrow), Target("page:next", "forward", read_on)


def _nav(terminal: Terminal, session: Session, page: tuple[int, int]) -> tuple[Target | None, ...]:
    """Back, repeat, pause, help, stop: each always in its own place."""
    texts, language = terminal.texts, session.settings.language
    here, panel = session.place, session.panel
    back = panel not in (None, "still-there") or (
        panel is None and (page[0] > 1 or here in WITH_BACK)
    )
    stop = panel is None and here not in WITHOUT_STOP
    resume = session.voice == "paused"

    def nav(name: str, key: str, shown: bool = True, enabled: bool = True) -> Target | None:
        role = {"back": "back", "help": "help", "stop": "stop"}.get(name, "repeat")
        if not shown:
            return None
        picture = PICTURE.get(key) or BACK[texts.direction(language)]
        return Target(name, role, texts.text(language, f"ui-{key}"), picture, enabled=enabled)  # type: ignore[arg-type] # the dictionary holds roles only

    return (
        nav("back", "back", back),
        nav("repeat", "repeat"),
        nav("pause", "resume" if resume else "pause", enabled=session.voice != "silent"),
        nav("help", "help", panel is None),
        nav("stop", "stop", stop),
    )
