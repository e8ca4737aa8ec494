"""Whether every screen of a bundle fits the panels of its kiosks: nothing cut off, covered, too
small to read or to press.

Each screen is walked to once (`config.examining.crawling`), then laid out as a kiosk does, in every
language and text size, page by page. What does not fit is named by the text or the question
that causes it, with file and line, once for each.

    unfit_on(bundle, (1080, 1920), 268, None, ("nl", "en"))     on one kiosk's own panel
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import product

from config.bundle import Bundle
from config.examining.causes import Causes
from config.examining.crawling import beginning, crawl
from config.examining.findings import Finding
from config.examining.reaching import ways
from config.examining.walking import terminal_with_all
from config.problems import Problem
from kiosk.core.session import Session
from kiosk.core.show import show
from kiosk.core.terminal import Terminal
from kiosk.core.view import View
from screens.arrangement import EVERY_SCREEN, PanelArrangement
from screens.boxes import Layout, Panel
from screens.problems import problems
from screens.text import TextEngine

Screens = Mapping[str, Session]


@cache
def engine() -> TextEngine:
    return TextEngine()


def screens_of(bundle: Bundle) -> Screens:
    """Every screen that a visitor can reach, by name; language and look are put on later.

    A question that only some answers lead to is there, whatever else was found on the way.
    """
    terminal = terminal_with_all(bundle)
    start = beginning(terminal)
    behind = (
        replace(start, active=True, flow=flow, place="step", step=step, answers=answers)
        for flow, step, answers in ways(terminal)
    )
    return crawl(terminal, start, behind=tuple(behind))


def terminal_on(terminal: Terminal, panel: Panel) -> Terminal:
    """The same kiosk with this panel."""
    arrangement = PanelArrangement(panel, engine(), patience=EVERY_SCREEN)
    return replace(terminal, arrangement=arrangement, can_be_low=arrangement.can_be_low)


def layout_of(terminal: Terminal, view: View) -> Layout:
    """What the window draws of it on this kiosk's panel."""
    assert isinstance(terminal.arrangement, PanelArrangement)  # noqa: S101 - of `terminal_on`
    return terminal.arrangement.layout(view)


def dressed(
    session: Session,
    size: int,
    theme: str | None = None,
    *,
    language: str | None = None,
    low: bool = False,
) -> Session:
    """The same screen as another visitor wants to see it."""
    settings = replace(session.settings, text_size=size, low=low)
    settings = replace(
        settings, theme=theme or settings.theme, language=language or settings.language
    )
    return replace(session, settings=settings)


def pages_of(terminal: Terminal, session: Session) -> Iterator[View]:
    """All pages of one screen, from the first."""
    count, number = 1, 0
    while number < count:
        view = show(terminal, replace(session, page=number, panel_page=number))
        yield view
        number, count = number + 1, view.page[1]


def unfit_screens(
    bundle: Bundle,
    panels: Mapping[str, Panel],
    languages: Sequence[str],
    sizes: Iterable[int],
    screens: Screens | None = None,
) -> list[Problem]:
    """What does not fit, each text or question once. `screens` where they are known already."""
    found = screens_of(bundle) if screens is None else screens
    sizes = tuple(sizes)
    unfit: dict[tuple[str, int, str], Finding] = {}
    for name, panel in panels.items():
        terminal = terminal_on(terminal_with_all(bundle), panel)
        for language in languages:
            causes = Causes(bundle, language, name)
            for size, session in product(sizes, found.values()):
                for view in pages_of(terminal, dressed(session, size, language=language)):
                    layout = layout_of(terminal, view)
                    if faults := problems(layout):
                        for one in causes.of(view, layout, faults):
                            unfit.setdefault((one.file, one.line, dict(one.about)["key"]), one)
            terminal.arrangement.forget()
    return list(unfit.values())


def unfit_on(
    bundle: Bundle,
    panel_px: tuple[int, int],
    panel_width_mm: float | None,
    panel_bottom_mm: float | None,
    languages: Sequence[str],
) -> list[Problem]:
    """What does not fit the panel of one kiosk, in the largest letters: smaller ones fit where
    these do, and are looked at in the first language only. A second or less for each language.

    Of a bundle in which `config.check.problems_of` finds nothing.
    """
    panels = {"this panel": Panel.of(panel_px, panel_width_mm, panel_bottom_mm)}
    largest = terminal_with_all(bundle).text_sizes - 1
    screens = screens_of(bundle)
    found = [
        *unfit_screens(bundle, panels, languages, (largest,), screens),
        *unfit_screens(bundle, panels, languages[:1], (0,), screens),
    ]
    return list({(one.file, one.line): one for one in reversed(found)}.values())[::-1]
