"""Screens are tested with real fonts and SDL's dummy driver: the same pixels everywhere."""

import os
from collections.abc import Iterator

import pytest

from config.bundle import FACTORY, load_bundle
from kiosk.core.theme import Palette
from screens.boxes import Panel
from screens.text import TextEngine
from screens.window import Window
from tests.screens.hands import SIZE

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

PANELS = {
    "21.5 inch": Panel(1080, 1920, 268, 477),
    "15.6 inch": Panel(1080, 1920, 194, 345),
    "a window": Panel.of((540, 960)),
    "lying": Panel(1920, 1080, 477, 268),
    "10 inch": Panel(800, 1420, 125, 222),
    "10 inch, lying": Panel(1420, 800, 222, 125),
    "15.6 inch, lying": Panel(1920, 1080, 345, 194),
    "32 inch": Panel(2160, 3840, 398, 708, bottom_mm=500),
    "32 inch, lying": Panel(1920, 1080, 708, 398, bottom_mm=850),
}


class Clock:
    """Time that passes when the test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(scope="session")
def palettes() -> dict[str, Palette]:
    return dict(load_bundle(FACTORY).themes)


@pytest.fixture(scope="session")
def engine() -> TextEngine:
    return TextEngine()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def window(palettes: dict[str, Palette], engine: TextEngine, clock: Clock) -> Iterator[Window]:
    window = Window("headless", palettes, engine, size_px=SIZE, panel_width_mm=268, clock=clock)
    window.poll()
    yield window
    window.close()
