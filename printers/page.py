"""Black dots on white paper: what is drawn on, and what it becomes.

A dot is black or it is not: nothing is dithered, scaled or smoothed afterwards, so letters
stay crisp and QR modules stay square. Lengths are in dots, 8 to the millimetre (203 dpi).
"""

from dataclasses import dataclass, field
from typing import Protocol

DOTS_PER_MM = 8
INK_FROM_ALPHA = 110
"""From here on the edge of a letter is black. Below half: paper takes less ink than glass light."""
_BLACK = bytes(b"01"[alpha >= INK_FROM_ALPHA] for alpha in range(256))
"""Alpha to a digit, so that a row of alphas reads as one number in base two."""


class Coverage(Protocol):
    """How much of each pixel is ink: one byte per pixel, row by row, 255 is full."""

    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def data(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Page:
    """Dots, eight to a byte, the leftmost in the highest bit, 1 is black."""

    width: int
    height: int
    rows: bytes


@dataclass(slots=True)
class Paper:
    """A roll while it is drawn on: each row is one whole number, its lowest bit the right edge."""

    width: int
    rows: list[int] = field(default_factory=list)

    @property
    def bottom(self) -> int:
        return len(self.rows)

    def feed(self, dots: int) -> None:
        self.rows.extend([0] * dots)

    def add(self, ink: list[int], left: int, width: int) -> None:
        """Lay rows of ink of this width below all that is there."""
        self.over(ink, left, width, self.bottom)

    def over(self, ink: list[int], left: int, width: int, top: int) -> None:
        """Lay rows of ink over what is there; what would fall beside the paper is cut off."""
        self.feed(top + len(ink) - self.bottom)
        shift = self.width - left - width
        paper = (1 << self.width) - 1
        for at, row in enumerate(ink, top):
            self.rows[at] |= (row << shift if shift >= 0 else row >> -shift) & paper

    def page(self) -> Page:
        stride = self.width // 8
        rows = b"".join(row.to_bytes(stride, "big") for row in self.rows)
        return Page(self.width, len(self.rows), rows)


def ink_of(coverage: Coverage) -> list[int]:
    """Rows of dots, each one whole number of `coverage.width` bits."""
    digits, width = coverage.data.translate(_BLACK), coverage.width
    return [int(digits[at : at + width], 2) for at in range(0, width * coverage.height, width)]


def trimmed(ink: list[int]) -> list[int]:
    """Without the white above and below: digits have nothing there, and spacing is ours."""
    inked = [at for at, row in enumerate(ink) if row]
    return ink[inked[0] : inked[-1] + 1] if inked else []
