"""The start screen drawn beside the window, for whoever looks from afar.

It is drawn for a visitor who is not there, and nothing of it comes from the glass. It is laid
out for a panel of the same size with a ninth of the pixels: enough to read it by.
"""

import io
from collections.abc import Mapping
from dataclasses import replace

import pygame

from kiosk.core.events import Board
from kiosk.core.session import Hardware, fresh
from kiosk.core.show import show
from kiosk.core.terminal import Terminal
from kiosk.core.theme import Palette
from screens.arrangement import PanelArrangement
from screens.boxes import Panel
from screens.paint import Painter
from screens.text import TextEngine

SHRINK = 3


def start_screen(
    terminal: Terminal,
    board: Board,
    palettes: Mapping[str, Palette],
    panel: Panel,
    engine: TextEngine,
) -> bytes:
    """What the next visitor would find on this panel, as a PNG. From any thread."""
    size_px = (panel.width_px // SHRINK, panel.height_px // SHRINK)
    small = Panel.of(size_px, panel.width_mm, panel.bottom_mm)
    arrangement = PanelArrangement(small, engine)
    here = replace(terminal, arrangement=arrangement, low=terminal.low and arrangement.can_be_low)
    view = show(here, fresh(here, 1, Hardware(board=replace(board, resting=False))))
    surface = pygame.Surface(size_px, depth=24)
    Painter(engine).paint(surface, arrangement.layout(view), palettes[view.theme])
    engine.forget()
    file = io.BytesIO()
    pygame.image.save(surface, file, "start.png")
    return file.getvalue()
