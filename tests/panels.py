"""The panels that kiosks have, and the factory's screens on one of them, page by page."""

from functools import cache

from config.examining.every_screen import dressed, engine, layout_of, pages_of
from config.examining.every_screen import terminal_on as on_panel
from config.examining.panels import LOW, PANELS, SMALLEST, USUAL
from kiosk.core.terminal import Terminal
from tests.crawl import everything

__all__ = [
    "LOW",
    "PANELS",
    "SMALLEST",
    "USUAL",
    "dressed",
    "engine",
    "layout_of",
    "pages_of",
    "terminal_on",
]


@cache
def terminal_on(name: str) -> Terminal:
    return on_panel(everything(), PANELS[name])
