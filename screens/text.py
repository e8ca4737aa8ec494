"""Words as the eye gets them: measured, broken into lines and drawn, on screen and on paper.

Sizes are capital heights, because that is what legibility is measured in (A9). Lines
break at spaces; a word longer than its line is split, never cut off. The fonts lie beside
this file, so that the same words give the same pixels on every machine.

A line in more than one script is drawn piece by piece, each from the font that has its
letters, in the order that `screens.bidi` gives.

Works without a display, and from any thread: the printer draws with the same engine.
"""

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pygame

from screens.bidi import is_rtl, visual_runs
from screens.shelf import Shelf

Color = tuple[int, int, int]
FONTS = Path(__file__).parent / "fonts"
CAP_PER_EM = 0.714  # Noto Sans, OS/2 table: sCapHeight 714 of 1000 units
LATIN, LATIN_RTL, ARABIC = "NotoSans", "NotoSans from the right", "NotoSansArabic"
_ARABIC_ONLY = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")
_IN_BOTH = frozenset(" .,:!-«»0123456789")
"""Characters that the Arabic font has as well: they are drawn with the letters before them."""
ARABIC_BASELINE = 0.93
"""Of an em below the top of a line with Arabic in it: its highest and its lowest letters then
both stay within the height of a Latin line, where the usual baseline (1.07) cuts the lowest."""
ARABIC_SCALE = {False: 0.97, True: 0.915}  # by bold, which is higher and lower still
_UNDRAWABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
SURFACES_LIMIT_BYTES = 3_000_000
WIDTHS_LIMIT = 8_000
WRAPS_LIMIT = 1_000
FONTS_LIMIT = 24
"""A third of a MB each at the size of a kiosk; one screen uses some twelve, with Arabic twenty."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much ink each dot of a drawn line gets: 0 to 255, row by row from the top."""

    width: int
    height: int
    data: bytes


class TextEngine:
    """Measures and draws lines of words. All sizes in pixels (or printer dots)."""

    def __init__(self, fonts: Path = FONTS) -> None:
        pygame.font.init()
        self._folder = fonts
        # FreeType shares one library between all fonts: one thread at a time.
        self._lock = threading.RLock()
        self._fonts: Shelf[tuple[str, bool, int], pygame.font.Font] = Shelf(FONTS_LIMIT)
        self._widths: Shelf[tuple[str, int, bool], int] = Shelf(WIDTHS_LIMIT)
        self._wraps: Shelf[tuple[str, int, int, bool], tuple[str, ...]] = Shelf(WRAPS_LIMIT)
        self._surfaces: Shelf[tuple[str, int, Color, bool, bool], pygame.Surface] = Shelf(
            SURFACES_LIMIT_BYTES, lambda surface: surface.get_pitch() * surface.get_height()
        )

    def forget(self) -> None:
        """Drop every word that was measured or drawn: a visit is over (A21)."""
        with self._lock:
            self._widths.clear()
            self._wraps.clear()
            self._surfaces.clear()

    def line_height(self, cap_px: int) -> int:
        """From the top of one line to the top of the next; also the height of a drawn line."""
        with self._lock:
            return self._font(LATIN, False, cap_px).get_height()

    def width(self, line: str, cap_px: int, *, bold: bool = False) -> int:
        with self._lock:
            return self._widths.get(
                (line, cap_px, bold),
                lambda: self._plain_width(line, cap_px, bold),
            )

    def wrap(self, text: str, cap_px: int, width_px: int, *, bold: bool = False) -> tuple[str, ...]:
        """The lines of this text within a width. Line ends in the text itself are kept."""
        with self._lock:
            return self._wraps.get(
                (text, cap_px, width_px, bold),
                lambda: tuple(
                    line
                    for paragraph in text.split("\n")
                    for line in self._wrap_paragraph(paragraph, cap_px, width_px, bold)
                ),
            )

    def render(
        self, line: str, cap_px: int, color: Color, *, bold: bool = False, rtl: bool | None = None
    ) -> pygame.Surface:
        """One line on a transparent ground. Kept for a while: do not draw on it.

        `rtl` tells whether the text that the line belongs to is read from right to left;
        where it is not told, the first letter of the line decides.
        """
        rtl = is_rtl(line, screen_rtl=False) if rtl is None else rtl
        with self._lock:
            return self._surfaces.get(
                (line, cap_px, color, bold, rtl), lambda: self._draw(line, cap_px, color, bold, rtl)
            )

    def coverage(
        self, line: str, cap_px: int, *, bold: bool = False, rtl: bool | None = None
    ) -> Coverage:
        """One line as plain bytes, for whoever prints it. `rtl` as in `render`."""
        rtl = is_rtl(line, screen_rtl=False) if rtl is None else rtl
        with self._lock:
            surface = self._draw(line, cap_px, (0, 0, 0), bold, rtl)
        alpha = pygame.image.tobytes(surface, "RGBA")[3::4]
        return Coverage(surface.get_width(), surface.get_height(), alpha)

    def _wrap_paragraph(self, text: str, cap_px: int, width_px: int, bold: bool) -> Iterator[str]:
        line = ""
        for word in text.split(" "):
            longer = f"{line} {word}" if line else word
            if self.width(longer, cap_px, bold=bold) <= width_px:
                line = longer
                continue
            if line:
                yield line
            *full, line = self._split_word(word, cap_px, width_px, bold)
            yield from full
        yield line

    def _split_word(self, word: str, cap_px: int, width_px: int, bold: bool) -> list[str]:
        """A word in pieces that each fit; one letter is the least, however narrow the line."""
        pieces = [""]
        for letter in word:
            longer = pieces[-1] + letter
            if pieces[-1] and self._plain_width(longer, cap_px, bold) > width_px:
                pieces.append(letter)
            else:
                pieces[-1] = longer
        return pieces

    def _plain_width(self, piece: str, cap_px: int, bold: bool) -> int:
        """A width that is not kept: halves of words would fill the shelf."""
        pieces = _pieces(piece, is_rtl(piece, screen_rtl=False))
        return sum(self._font(font, bold, cap_px).size(text)[0] for font, text in pieces)

    def _draw(self, line: str, cap_px: int, color: Color, bold: bool, rtl: bool) -> pygame.Surface:
        pieces = _pieces(line, rtl)
        latin = self._font(LATIN, bold, cap_px)
        if all(font == LATIN for font, _ in pieces):
            return latin.render("".join(text for _, text in pieces), True, color)
        drawn = [self._font(font, bold, cap_px).render(text, True, color) for font, text in pieces]
        size = (max(1, sum(part.get_width() for part in drawn)), latin.get_height())
        surface = pygame.Surface(size, pygame.SRCALPHA)
        surface.fill((*color, 0))
        baseline = round(ARABIC_BASELINE * cap_px / CAP_PER_EM)
        x = 0
        for (font, _), part in zip(pieces, drawn, strict=True):
            # Neighbouring pieces never share a pixel, so the stronger of both is the right one.
            place = (x, baseline - self._font(font, bold, cap_px).get_ascent())
            surface.blit(part, place, special_flags=pygame.BLEND_RGBA_MAX)
            x += part.get_width()
        return surface

    def _font(self, name: str, bold: bool, cap_px: int) -> pygame.font.Font:
        return self._fonts.get((name, bold, cap_px), lambda: self._open(name, bold, cap_px))

    def _open(self, name: str, bold: bool, cap_px: int) -> pygame.font.Font:
        family = ARABIC if name == ARABIC else LATIN
        file = f"{family}-{'Bold' if bold else 'Regular'}.ttf"
        scale = ARABIC_SCALE[bold] if name == ARABIC else 1.0
        font = pygame.font.Font(str(self._folder / file), round(cap_px / CAP_PER_EM * scale))
        if name == ARABIC:
            font.set_script("Arab")
        if name in (ARABIC, LATIN_RTL):
            font.set_direction(pygame.DIRECTION_RTL)
        return font


def _pieces(line: str, rtl: bool) -> list[tuple[str, str]]:
    """A line in pieces that one font can draw, from left to right as they are drawn."""
    found: list[tuple[str, str]] = []
    for run in visual_runs(_UNDRAWABLE.sub("", line), rtl):
        pieces = list(_by_font(run.text, LATIN_RTL if run.rtl else LATIN))
        found += reversed(pieces) if run.rtl else pieces
    return found


def _by_font(text: str, latin: str) -> Iterator[tuple[str, str]]:
    """A run in the order of reading, cut where another font is needed."""
    if text and not _ARABIC_ONLY.search(text):
        yield latin, text
        return
    font, piece = "", ""
    for character in text:
        if _ARABIC_ONLY.match(character):
            needed = ARABIC
        else:
            needed = font if font == ARABIC and character in _IN_BOTH else latin
        if needed != font and piece:
            yield font, piece
            piece = ""
        font, piece = needed, piece + character
    if piece:
        yield font, piece
