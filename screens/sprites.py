"""Small pictures that come back on every screen: round corners and pictograms.

Both are drawn once per size and kept, up to a fixed weight. Neither holds anything of a
visitor.
"""

from collections.abc import Callable, Hashable

import pygame

from screens import pictograms
from screens.boxes import Rect
from screens.shelf import Shelf
from screens.theme import Color

SMOOTH = 4
"""Corners are drawn so many times too large and then averaged."""
PICTURES_LIMIT_BYTES = 3_000_000
CORNERS_LIMIT = 200
WHITE: Color = (255, 255, 255)
PLATES_LIMIT_BYTES = 1_000_000


class Sprites:
    def __init__(self) -> None:
        self._corners: Shelf[tuple[int, Color], pygame.Surface] = Shelf(CORNERS_LIMIT)
        self._plates: Shelf[Hashable, pygame.Surface] = Shelf(PLATES_LIMIT_BYTES, _weight)
        self._pictures: Shelf[tuple[str, int, bool, Color], pygame.Surface] = Shelf(
            PICTURES_LIMIT_BYTES, _weight
        )

    def plate(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """A small card, whole: a keyboard has fifty that look alike."""
        return self._plates.get(key, make)

    def rounded(self, surface: pygame.Surface, rect: Rect, color: Color, radius: int) -> None:
        """A filled rectangle with smooth round corners."""
        radius = max(0, min(radius, rect.width // 2, rect.height // 2))
        if radius == 0:
            surface.fill(color, (rect.x, rect.y, rect.width, rect.height))
            return
        inner = rect.width - 2 * radius
        surface.fill(color, (rect.x + radius, rect.y, inner, radius))
        surface.fill(color, (rect.x, rect.y + radius, rect.width, rect.height - 2 * radius))
        surface.fill(color, (rect.x + radius, rect.bottom - radius, inner, radius))
        disc = self._corners.get((radius, color), lambda: _disc(radius, color))
        right, bottom = rect.right - radius, rect.bottom - radius
        surface.blit(disc, (rect.x, rect.y), (0, 0, radius, radius))
        surface.blit(disc, (right, rect.y), (radius, 0, radius, radius))
        surface.blit(disc, (rect.x, bottom), (0, radius, radius, radius))
        surface.blit(disc, (right, bottom), (radius, radius, radius, radius))

    def pictogram(
        self, code: str, side: int, *, enabled: bool = True, light: Color = WHITE
    ) -> pygame.Surface:
        """An OpenMoji drawing at this size; paler where it cannot be used now. `light` is the
        colour that its white has: in a theme without white a drawing has none either."""
        key = (code, side, enabled, light)
        return self._pictures.get(key, lambda: _pictogram(code, side, enabled, light))


def _weight(surface: pygame.Surface) -> int:
    return surface.get_pitch() * surface.get_height()


def _disc(radius: int, color: Color) -> pygame.Surface:
    large = 2 * radius * SMOOTH
    drawn = pygame.Surface((large, large), pygame.SRCALPHA)
    drawn.fill((*color, 0))
    pygame.draw.circle(drawn, (*color, 255), (large // 2, large // 2), large // 2)
    return pygame.transform.smoothscale(drawn, (2 * radius, 2 * radius))


def _pictogram(code: str, side: int, enabled: bool, light: Color) -> pygame.Surface:
    picture = pygame.image.load_sized_svg(str(pictograms.path(code)), (side, side))
    if light != WHITE:
        picture.fill((*light, 255), special_flags=pygame.BLEND_RGBA_MULT)
    if not enabled:
        picture.fill((255, 255, 255, 110), special_flags=pygame.BLEND_RGBA_MULT)
    return picture
