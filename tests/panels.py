"""The panels that kiosks have, and a screen on one of them, page by page."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kiosk.core.session import Session
from kiosk.core.show import show
from kiosk.core.terminal import Terminal
from kiosk.core.view import View
from screens.arrangement import PanelArrangement
from screens.boxes import Layout, Panel
from screens.text import TextEngine
from tests.crawl import everything

PX_PER_MM = 4
SIZES_MM = {
    "10 inch": (125, 222),
    "15.6 inch": (194, 345),
    "21.5 inch": (268, 477),
    "27 inch": (336, 598),
    "32 inch": (398, 708),
}


def panel(width_mm: int, height_mm: int, bottom_mm: float | None = None) -> Panel:
    size_px = (width_mm * PX_PER_MM, height_mm * PX_PER_MM)
    return Panel.of(size_px, width_mm, bottom_mm)


STANDING = {name: panel(*size) for name, size in SIZES_MM.items()}
LYING = {f"{name}, lying": panel(*size[::-1]) for name, size in SIZES_MM.items()}
LOW = {
    "21.5 inch, low": panel(*SIZES_MM["21.5 inch"], 700),
    "27 inch, low": panel(*SIZES_MM["27 inch"], 650),
    "32 inch, low": panel(*SIZES_MM["32 inch"], 500),
    "32 inch, lying, low": panel(*SIZES_MM["32 inch"][::-1], 850),
}
"""On these the visitor asked for all buttons in the reach zone."""
PANELS = {**STANDING, **LYING, "a window": Panel.of((540, 960)), **LOW}
USUAL, SMALLEST = "21.5 inch", "10 inch"


@cache
def engine() -> TextEngine:
    return TextEngine()


@cache
def terminal_on(name: str) -> Terminal:
    arrangement = PanelArrangement(PANELS[name], engine())
    return replace(everything(), arrangement=arrangement, can_be_low=arrangement.can_be_low)


def layout_of(terminal: Terminal, view: View) -> Layout:
    """What the window draws of it on this kiosk's panel."""
    assert isinstance(terminal.arrangement, PanelArrangement)
    return terminal.arrangement.layout(view)


def dressed(session: Session, size: int, theme: str | None = None, *, low: bool = False) -> Session:
    settings = replace(session.settings, text_size=size, low=low)
    return replace(session, settings=replace(settings, theme=theme or settings.theme))


def pages_of(terminal: Terminal, session: Session) -> Iterator[View]:
    """All pages of one screen, from the first."""
    count, number = 1, 0
    while number < count:
        view = show(terminal, replace(session, page=number, panel_page=number))
        yield view
        number, count = number + 1, view.page[1]
