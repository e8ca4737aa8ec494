"""Words as the eye gets them: measured, broken into lines and drawn, on screen and on paper.

Sizes are capital heights, because that is what legibility is measured in (A9). Lines
break at spaces; a word longer than its line is split, never cut off. The fonts lie beside
this file, so that the same words give the same pixels on every machine.

A line in more than one script is drawn run by run, each from the font that has its
letters. Where a line begins in a right-to-left script its runs are laid from right to
left, and numbers inside keep their own order:

    "شارع 12" is drawn as  12 شارع  (read from the right: the street, then its number)

Works without a display, and from any thread: the printer draws with the same engine.
"""

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pygame

from screens.shelf import Shelf

Color = tuple[int, int, int]
FONTS = Path(__file__).parent / "fonts"
CAP_PER_EM = 0.714  # Noto Sans, OS/2 table: sCapHeight 714 of 1000 units
LATIN, ARABIC = "NotoSans", "NotoSansArabic"
_ARABIC_LETTERS = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff"
# A run of Arabic takes the spaces and marks around its words along; digits make another run.
_RUN = re.compile(
    rf"(?P<arabic>\s*[{_ARABIC_LETTERS}](?:[^0-9A-Za-z\u00c0-\u04ff]*[{_ARABIC_LETTERS}])*[\s.,:!]*)"
    rf"|(?P<latin>[^{_ARABIC_LETTERS}]+?(?=\s*[{_ARABIC_LETTERS}]|$))"
)
ARABIC_LIFT = 0.06  # of an em: letters that hang low stay within a line of Latin height
_UNDRAWABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
SURFACES_LIMIT_BYTES = 3_000_000
WIDTHS_LIMIT = 8_000
WRAPS_LIMIT = 1_000
FONTS_LIMIT = 48


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
        self._surfaces: Shelf[tuple[str, int, Color, bool], pygame.Surface] = Shelf(
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
                lambda: sum(
                    self._font(script, bold, cap_px).size(run)[0] for script, run in _runs(line)
                ),
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

    def render(self, line: str, cap_px: int, color: Color, *, bold: bool = False) -> pygame.Surface:
        """One line on a transparent ground. Kept for a while: do not draw on it."""
        with self._lock:
            return self._surfaces.get(
                (line, cap_px, color, bold), lambda: self._draw(line, cap_px, color, bold)
            )

    def coverage(self, line: str, cap_px: int, *, bold: bool = False) -> Coverage:
        """One line as plain bytes, for whoever prints it."""
        with self._lock:
            surface = self._draw(line, cap_px, (0, 0, 0), bold)
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
        return sum(self._font(script, bold, cap_px).size(run)[0] for script, run in _runs(piece))

    def _draw(self, line: str, cap_px: int, color: Color, bold: bool) -> pygame.Surface:
        runs = _runs(line)
        latin = self._font(LATIN, bold, cap_px)
        if all(script == LATIN for script, _ in runs):
            return latin.render("".join(run for _, run in runs), True, color)
        size = (max(1, self._plain_width(line, cap_px, bold)), latin.get_height())
        surface = pygame.Surface(size, pygame.SRCALPHA)
        surface.fill((*color, 0))
        baseline = latin.get_ascent() - round(ARABIC_LIFT * cap_px / CAP_PER_EM)
        x = 0
        for script, run in reversed(runs) if runs[0][0] == ARABIC else runs:
            font = self._font(script, bold, cap_px)
            drawn = font.render(run, True, color)
            # Neighbouring runs never share a pixel, so the stronger of both is the right one.
            place = (x, baseline - font.get_ascent())
            surface.blit(drawn, place, special_flags=pygame.BLEND_RGBA_MAX)
            x += drawn.get_width()
        return surface

    def _font(self, script: str, bold: bool, cap_px: int) -> pygame.font.Font:
        return self._fonts.get((script, bold, cap_px), lambda: self._open(script, bold, cap_px))

    def _open(self, script: str, bold: bool, cap_px: int) -> pygame.font.Font:
        name = f"{script}-{'Bold' if bold else 'Regular'}.ttf"
        font = pygame.font.Font(str(self._folder / name), round(cap_px / CAP_PER_EM))
        if script == ARABIC:
            font.set_script("Arab")
            font.set_direction(pygame.DIRECTION_RTL)
        return font


def _runs(line: str) -> list[tuple[str, str]]:
    """A line in pieces that one font can draw, in the order in which they are read."""
    return [
        (ARABIC if match.lastgroup == "arabic" else LATIN, match.group())
        for match in _RUN.finditer(_UNDRAWABLE.sub("", line))
    ]
