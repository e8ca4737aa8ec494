"""Pictures of screens to keep: drawn on a kiosk's own pixels without a window, and kept small."""

import io
from collections.abc import Collection

import pygame
from PIL import Image

from kiosk.core.theme import Palette
from screens.boxes import Layout
from screens.paint import Painter
from screens.text import TextEngine

SHRINK, COLOURS = 2, 96


class Gallery:
    """Draws layouts, with one text engine."""

    def __init__(self, engine: TextEngine) -> None:
        self._painter = Painter(engine)

    def png(self, layout: Layout, palette: Palette, focus: Collection[str] = ()) -> bytes:
        """Half as large, with few colours, so that thousands of pictures stay small."""
        glass = layout.panel
        surface = pygame.Surface((glass.width_px, glass.height_px))
        self._painter.paint(surface, layout, palette, focus=focus)
        small = (glass.width_px // SHRINK, glass.height_px // SHRINK)
        pixels = pygame.image.tobytes(pygame.transform.smoothscale(surface, small), "RGB")
        file = io.BytesIO()
        Image.frombytes("RGB", small, pixels).quantize(COLOURS).save(file, "PNG")
        return file.getvalue()
