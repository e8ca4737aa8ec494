"""Boxes turned into pixels: cards, words, pictures, and what is focused, chosen or pressed.

What can be pressed has a line around it; what is only read has none. States differ in
shape, not only in colour:

    chosen    a thick border inside the card, its own ground, and a tick
    focused   a double ring outside the card: ink and yellow
    pressed   its own ground, and no shadow, as if pushed in
    disabled  no line, no shadow, a paler picture: nothing to press

    speaking  waves beside the picture of the pause button: somebody is being heard

Pictograms have black outlines; on a dark or coloured ground they get a light plate.
"""

from collections.abc import Collection

import pygame

from kiosk.core.theme import Palette
from screens import marks
from screens.boxes import Bar, Box, Card, Layout, Picture, QrModules, Rect, Tick, Words
from screens.sprites import Sprites
from screens.text import TextEngine
from screens.theme import hexed, is_dark, mixed, rgb

LINE_MM = 0.45
STRONG_LINE_MM = 0.75  # in themes without shadows, where the line alone makes the card
FIELD_LINE_MM = 1.1
CHOSEN_LINE_MM = 1.5
SHADOW_MM = 1.3
RING_SPACE_MM, RING_MM = 0.3, 0.85  # space and two rings stay within the smallest gap
PLATE_PX = 40_000  # cards up to this size are kept whole
PALE = 0.65  # how much of the ground is in the plate of what cannot be pressed
PAUSE = ("pause", "23F8")  # this target with this picture: there is something to be paused


def with_ring(rect: Rect, layout: Layout) -> Rect:
    """A place with all that is painted around it (focus ring, shadow), within the panel."""
    by = _px(layout, max(SHADOW_MM, RING_SPACE_MM + 2 * RING_MM)) + 1
    x, y = max(0, rect.x - by), max(0, rect.y - by)
    right = min(layout.panel.width_px, rect.right + by)
    bottom = min(layout.panel.height_px, rect.bottom + by)
    return Rect(x, y, right - x, bottom - y)


def reach(box: Box, layout: Layout) -> Rect:
    """All that painting this box can touch."""
    rect = box.rect
    if isinstance(box, Picture) and (box.target, box.code) == PAUSE:
        rect = rect.shrunk(-rect.width * 2 // 3)  # the waves beside it
    return with_ring(rect, layout)


def _px(layout: Layout, length_mm: float) -> int:
    return max(1, round(length_mm * layout.px_per_mm))


class Brush:
    """One act of painting."""

    def __init__(
        self,
        surface: pygame.Surface,
        layout: Layout,
        palette: Palette,
        tools: tuple[TextEngine, Sprites],
        *,
        focus: Collection[str],
        pressed: str | None,
    ) -> None:
        self._surface = surface
        self._layout = layout
        self._palette = palette
        self._engine, self._sprites = tools
        self._focus = focus
        self._pressed = pressed
        self._dark = is_dark(palette)
        self._flat = palette.shadow == palette.ground

    def box(self, box: Box) -> None:
        match box:
            case Card():
                self._card(box)
            case Words():
                self._words(box)
            case Picture():
                self._picture(box)
            case QrModules():
                marks.qr(self._surface, self._sprites, self._palette, box)
            case Bar():
                self._bar(box)
            case Tick():
                marks.tick(self._surface, self._sprites, self._palette, box)

    def _ring(self, card: Card) -> None:
        """Focus: ink outside, the focus colour inside it, and a little ground around the card."""
        palette = self._palette
        space, width = self._px(RING_SPACE_MM), self._px(RING_MM)
        ground = palette.card if card.inside else palette.ground
        for by, color in ((2 * width, palette.ink), (width, palette.focus), (0, ground)):
            out = space + by
            self._sprites.rounded(
                self._surface, card.rect.shrunk(-out), rgb(color), card.radius_px + out
            )

    def _card(self, card: Card) -> None:
        palette = self._palette
        pressed = bool(card.target) and card.target == self._pressed and card.enabled
        focused = card.target in self._focus
        small = card.rect.width * card.rect.height <= PLATE_PX
        if small and not pressed and not focused:
            self._plate(card)
            return
        if focused:
            self._ring(card)
        elif card.enabled and not pressed and not card.inside:
            self._shadow(self._surface, card.rect, card.radius_px)
        look = self._look(card)
        if pressed:
            look = palette.pressed, palette.ink, self._px(CHOSEN_LINE_MM)
        self._face(self._surface, card.rect, card.radius_px, look)

    def _plate(self, card: Card) -> None:
        """A card at rest of a size that comes often, with its shadow, in one piece."""
        look, rect, low = self._look(card), card.rect, self._px(SHADOW_MM)
        ground = self._palette.card if card.inside else self._palette.ground
        shadow = card.enabled and not card.inside

        def make() -> pygame.Surface:
            piece = pygame.Surface((rect.width, rect.height + low))
            piece.fill(rgb(ground))
            at = Rect(0, 0, rect.width, rect.height)
            if shadow:
                self._shadow(piece, at, card.radius_px)
            self._face(piece, at, card.radius_px, look)
            return piece

        key = (rect.width, rect.height, card.radius_px, look, ground, shadow)
        piece = self._sprites.plate(key, make)
        self._surface.blit(piece, (rect.x, rect.y))

    def _face(
        self, surface: pygame.Surface, rect: Rect, radius: int, look: tuple[str, str, int]
    ) -> None:
        fill, line, width = look
        if width:
            self._sprites.rounded(surface, rect, rgb(line), radius)
        self._sprites.rounded(surface, rect.shrunk(width), rgb(fill), max(0, radius - width))

    def _look(self, card: Card) -> tuple[str, str, int]:
        """Ground, line and its width of a card at rest."""
        palette, thin = self._palette, self._px(STRONG_LINE_MM if self._flat else LINE_MM)
        if not card.enabled:
            return palette.ground, palette.ground, 0
        if card.chosen:
            return palette.chosen_fill, palette.chosen, self._px(CHOSEN_LINE_MM)
        match card.surface:
            case "forward":
                return palette.forward, palette.forward, 0
            case "send":
                return palette.send, palette.send, 0
            case "change":
                return palette.change, palette.change_ink, thin
            case "field":
                return palette.card, palette.brand, self._px(FIELD_LINE_MM)
            case "good":
                return palette.good_fill, palette.good_line, self._px(FIELD_LINE_MM)
            case "warning":
                return palette.warning_fill, palette.warning_line, self._px(FIELD_LINE_MM)
            case "passive":
                # On a ground of its own colour a card is held together by a faint line.
                faint = hexed(mixed(palette.line, palette.ground, 0.6))
                return palette.card, faint, thin if palette.card == palette.ground else 0
            case _:
                return palette.card, palette.line, thin

    def _shadow(self, surface: pygame.Surface, rect: Rect, radius: int) -> None:
        palette, reach_px = self._palette, self._px(SHADOW_MM)
        if self._flat:
            return
        for step in (1.0, 0.6, 0.3):
            low = round(reach_px * step)
            lower = rect.part(0, low, rect.width, rect.height)
            color = mixed(palette.shadow, palette.ground, step * 0.75)
            self._sprites.rounded(surface, lower, color, radius)

    def _words(self, words: Words) -> None:
        pressed = bool(words.target) and words.target == self._pressed
        ink = "ink" if pressed and self._is_enabled(words.target) else words.ink
        color = rgb(getattr(self._palette, ink))
        y = words.rect.y
        for index, line in enumerate(words.lines):
            drawn = self._engine.render(line, words.cap_px, color, bold=words.bold, rtl=words.rtl)
            spare = words.rect.width - drawn.get_width()
            x = words.rect.x + {"left": 0, "center": spare // 2, "right": spare}[words.align]
            self._surface.blit(drawn, (x, y))
            if words.caret and index == len(words.lines) - 1:
                # In a right-to-left text writing goes on at the left.
                at_right = (words.caret == "end") != words.rtl
                self._caret(words, x + drawn.get_width() if at_right else x, y, at_right)
            y += words.line_px

    def _caret(self, words: Words, x: int, y: int, at_right: bool) -> None:
        """A still line where typing goes on."""
        width = self._px(0.8)
        x += width if at_right else -2 * width
        high = round(words.cap_px * 1.35)
        top = y + (words.line_px - high) // 2
        self._surface.fill(rgb(self._palette.brand), (x, top, width, high))

    def _is_enabled(self, name: str) -> bool:
        target = self._layout.target(name)
        return target is not None and target.enabled

    def _picture(self, picture: Picture) -> None:
        rect = picture.rect
        side = rect.width
        if self._dark or picture.plate:
            plate = rgb(self._palette.plate)
            if self._dark and not picture.enabled:
                plate = mixed(self._palette.plate, self._palette.ground, PALE)
            self._sprites.rounded(self._surface, rect, plate, side // 5)
            side = round(side * 0.88)
        light = rgb(self._palette.plate)
        drawn = self._sprites.pictogram(picture.code, side, enabled=picture.enabled, light=light)
        offset = (rect.width - side) // 2
        self._surface.blit(drawn, (rect.x + offset, rect.y + offset))
        if picture.enabled and (picture.target, picture.code) == PAUSE:
            marks.waves(self._surface, self._sprites, self._palette, rect)

    def _bar(self, bar: Bar) -> None:
        color = rgb(self._palette.brand if bar.color == "brand" else self._palette.line)
        self._sprites.rounded(self._surface, bar.rect, color, bar.radius_px)
        if bar.hollow:
            width = self._px(LINE_MM)
            ground = rgb(self._palette.ground)
            inner = bar.rect.shrunk(width)
            self._sprites.rounded(self._surface, inner, ground, max(0, bar.radius_px - width))

    def _px(self, length_mm: float) -> int:
        return _px(self._layout, length_mm)
