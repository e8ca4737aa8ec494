"""Signs that are drawn rather than written: the tick, the waves of a voice, the square code."""

import pygame

from kiosk.core.theme import Palette
from screens.boxes import QrModules, Rect, Tick
from screens.sprites import Sprites
from screens.theme import Color, rgb

QR_DARK: Color = (0, 0, 0)
TICK = ((0.24, 0.54), (0.43, 0.72), (0.77, 0.31))
WAVES = (0.62, 0.34, 0.16)  # how high, in parts of the picture, from the picture outwards


def tick(surface: pygame.Surface, sprites: Sprites, palette: Palette, box: Tick) -> None:
    """Chosen: a round mark."""
    rect = box.rect
    sprites.rounded(surface, rect, rgb(palette.chosen), rect.width // 2)
    points = [(rect.x + x * rect.width, rect.y + y * rect.height) for x, y in TICK]
    color = rgb(palette.chosen_fill)
    width = max(2, rect.width // 9)
    pygame.draw.lines(surface, color, False, points, width)
    for point in points:
        pygame.draw.circle(surface, color, point, width / 2)


def waves(surface: pygame.Surface, sprites: Sprites, palette: Palette, picture: Rect) -> None:
    """Somebody speaks: on both sides of a picture, the same in both directions of reading."""
    width = max(2, round(picture.width * 0.09))
    color = rgb(palette.change_ink)
    for number, part in enumerate(WAVES):
        high = round(picture.height * part)
        y = picture.y + (picture.height - high) // 2
        out = round((number + 0.6) * 2.1 * width)
        for x in (picture.x - out - width, picture.right + out):
            sprites.rounded(surface, Rect(x, y, width, high), color, width // 2)


def qr(surface: pygame.Surface, sprites: Sprites, palette: Palette, box: QrModules) -> None:
    """One module is a whole number of pixels, dark on light in every theme."""
    rect, size = box.rect, box.module_px
    sprites.rounded(surface, rect, rgb(palette.plate), size * 2)
    quiet = (rect.width - size * len(box.modules)) // 2
    for row, modules in enumerate(box.modules):
        for column, dark in enumerate(modules):
            if dark:
                x, y = rect.x + quiet + column * size, rect.y + quiet + row * size
                surface.fill(QR_DARK, (x, y, size, size))
