"""The colours a visitor can choose between, measured.

Contrast is that of WCAG 2: (lighter + 0.05) / (darker + 0.05), 1 to 21.
"""

from collections.abc import Iterator

from kiosk.core.sentences import Sentence, sentence
from kiosk.core.theme import Palette

Color = tuple[int, int, int]

TEXT = (
    ("ink", "ground"),
    ("ink", "card"),
    ("ink", "chosen_fill"),
    ("ink", "pressed"),
    ("ink", "warning_fill"),
    ("ink", "good_fill"),
    ("ink_soft", "ground"),
    ("ink_soft", "card"),
    ("ink_soft", "chosen_fill"),
    ("brand", "ground"),
    ("forward_ink", "forward"),
    ("send_ink", "send"),
    ("change_ink", "change"),
)
"""Words and what they stand on: at least 7:1 (WCAG 1.4.6)."""
BODY = (
    ("ink", "ground"),
    ("ink", "card"),
    ("ink", "chosen_fill"),
    ("ink", "warning_fill"),
    ("ink", "good_fill"),
    ("ink_soft", "ground"),
    ("ink_soft", "card"),
    ("ink_soft", "chosen_fill"),
    ("forward_ink", "forward"),
    ("change_ink", "change"),
)
"""What is read rather than recognised: 21:1, all there is, in the themes for contrast (A10)."""
PARTS = (
    ("line", "ground"),
    ("line", "card"),
    ("brand", "card"),
    ("chosen", "ground"),
    ("chosen", "chosen_fill"),
    ("ink", "focus"),
    ("ink", "ground"),
    ("forward", "ground"),
    ("send", "ground"),
    ("change_ink", "card"),
    ("warning_line", "ground"),
    ("warning_line", "warning_fill"),
    ("good_line", "ground"),
    ("good_line", "good_fill"),
)
"""Lines, rings and buttons and what they lie on: at least 3:1 (WCAG 1.4.11)."""


def faint(palette: Palette) -> Iterator[Sentence]:
    """Colours that cannot be told apart well enough, one sentence each (A10)."""
    for pairs, least in ((TEXT, 7), (PARTS, 3)):
        for one, other in pairs:
            found = contrast(getattr(palette, one), getattr(palette, other))
            if found < least:
                yield sentence(
                    "'{one}' on '{other}' has a contrast of {found}, which must be {least}",
                    one=one,
                    other=other,
                    found=round(found, 1),
                    least=least,
                )


def rgb(color: str) -> Color:
    """`#RRGGBB` as three numbers."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def hexed(color: Color) -> str:
    """Three numbers as `#RRGGBB`."""
    return "#{:02X}{:02X}{:02X}".format(*color)


def mixed(color: str, other: str, part: float) -> Color:
    """A colour with so much (0 to 1) of another in it."""
    one, two = rgb(color), rgb(other)
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(one, two, strict=True))
    return red, green, blue


def luminance(color: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in rgb(color))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(color: str, other: str) -> float:
    darker, lighter = sorted((luminance(color), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def is_dark(palette: Palette) -> bool:
    """Whether the black outlines of pictograms would be lost on its cards."""
    return luminance(palette.card) < 0.2
