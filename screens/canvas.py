"""What the display shows: painted in parts, moved for a moment, copied for whoever asks.

Painting and moving are one thread's; `at_rest` may be asked from any thread, and gives
the screen as it is when nothing moves any more.
"""

import threading
from collections.abc import Iterable, Mapping, Set

import pygame

from kiosk.core.theme import Palette
from kiosk.core.view import View
from screens.boxes import Layout, Rect
from screens.brush import with_ring
from screens.motion import REACH_MM, Motion, Way, moving_part
from screens.paint import Painter
from screens.text import TextEngine
from screens.theme import rgb

BLACK = (0, 0, 0)
FEW_CHANGES = 12
"""Up to so many changed boxes are painted one by one; more, and the whole screen is quicker."""


class Canvas:
    """A surface of the display, and how themes are painted on it."""

    def __init__(
        self, surface: pygame.Surface, palettes: Mapping[str, Palette], engine: TextEngine
    ) -> None:
        self._surface = surface
        self._palettes = palettes
        self._painter = Painter(engine)
        self._lock = threading.Lock()
        self._motion: Motion | None = None

    def paint(self, view: View, layout: Layout, pressed: str | None, areas: Iterable[Rect]) -> None:
        """Paint these parts of a screen. `show` tells the display."""
        palette = self._palette(view)
        with self._lock:
            for area in areas:
                if view.blank:
                    self._surface.fill(BLACK, _tuple(area))
                    continue
                self._painter.paint(
                    self._surface, layout, palette, focus=view.focused, pressed=pressed, area=area
                )

    def show(self, areas: Iterable[Rect]) -> None:
        """Tell the display that these parts are other than they were, each pixel once."""
        told: list[Rect] = []
        for area in sorted(areas, key=lambda area: area.width * area.height, reverse=True):
            if not any(larger.contains(area) for larger in told):
                told.append(area)
        if told:
            pygame.display.update([_tuple(area) for area in told])

    def set_moving(
        self, view: View, layout: Layout, old: Layout, way: Way, at: float
    ) -> list[Rect]:
        """Put the middle of a painted screen beside its place. The part that moves, if any."""
        part = moving_part(layout, old, view)
        if part is None:
            return []
        with self._lock:
            self._motion = Motion(
                self._surface,
                part,
                way,
                reach_px=round(REACH_MM * layout.px_per_mm),
                mirrored=view.direction == "rtl",
                ground=rgb(self._palette(view).ground),
                at=at,
            )
        return [part]

    def move(self, now: float) -> None:
        """As far as the clock says, if anything moves."""
        if self._motion is None:
            return
        part = self._motion.part
        with self._lock:
            moved = self._motion.step(self._surface, now)
            if self._motion.is_over:
                self._motion = None
        if moved:
            self.show([part])

    def rest(self) -> None:
        """Whatever moved is in its place now."""
        if self._motion is None:
            return
        with self._lock:
            motion, self._motion = self._motion, None
            motion.finish(self._surface)
        self.show([motion.part])

    def due_in(self, now: float) -> float | None:
        """How soon the next step is due, if anything moves."""
        return self._motion.due_in(now) if self._motion is not None else None

    def at_rest(self) -> pygame.Surface:
        """A copy of the screen as it is when nothing moves any more. Any thread may ask."""
        with self._lock:
            copy = self._surface.copy()
            if self._motion is not None:
                self._motion.rested(copy)
        return copy

    def _palette(self, view: View) -> Palette:
        return self._palettes.get(view.theme) or next(iter(self._palettes.values()))


def changed(old: Layout, new: Layout, marks: Set[str | None]) -> list[Rect]:
    """Where two layouts differ in what is drawn; the whole panel if in many places.

    `marks` are targets whose focus or press is other than it was.
    """
    # Boxes are compared in order, for one that is drawn later lies on top.
    if [type(box) for box in old.boxes] != [type(box) for box in new.boxes]:
        return [new.panel.rect]
    rects = [
        box.rect
        for before, after in zip(old.boxes, new.boxes, strict=True)
        if before != after
        for box in (before, after)
    ]
    rects += [
        rect for layout_ in (old, new) for name in marks if name and (rect := layout_.rect_of(name))
    ]
    if len(rects) > FEW_CHANGES:
        return [new.panel.rect]
    return [with_ring(rect, new) for rect in dict.fromkeys(rects)]


def _tuple(rect: Rect) -> tuple[int, int, int, int]:
    return rect.x, rect.y, rect.width, rect.height
