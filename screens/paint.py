"""A layout turned into pixels, whole or in part: the same pixels either way."""

from collections.abc import Collection

import pygame

from kiosk.core.theme import Palette
from screens.boxes import Layout, Rect
from screens.brush import Brush, reach
from screens.sprites import Sprites
from screens.text import TextEngine
from screens.theme import rgb


class Painter:
    """Paints layouts with one text engine and one set of sprites."""

    def __init__(self, engine: TextEngine) -> None:
        self._engine = engine
        self._sprites = Sprites()

    def paint(
        self,
        surface: pygame.Surface,
        layout: Layout,
        palette: Palette,
        *,
        focus: Collection[str] = (),
        pressed: str | None = None,
        area: Rect | None = None,
    ) -> None:
        """The whole screen, or the part of it within `area`: the same pixels either way."""
        area = area or layout.panel.rect
        surface.set_clip((area.x, area.y, area.width, area.height))
        surface.fill(rgb(palette.ground))
        tools = (self._engine, self._sprites)
        brush = Brush(surface, layout, palette, tools, focus=focus, pressed=pressed)
        for box in layout.boxes:
            if reach(box, layout).overlaps(area):
                brush.box(box)
        surface.set_clip(None)
