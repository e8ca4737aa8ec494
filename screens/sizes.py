"""How large things are: millimetres of glass turned into pixels, from roomy to tight.

Type has four sizes (A9, measured as capitals on the 21.5 inch panel): question 13 mm,
answer 8, helping sentence 6.7, small print 5.7. A narrower panel scales them with its
width, never below 4.8 mm (VVSG 7.1-G). The second text size is 1.35 times the first.

A screen that is too full is not cut: it is tried again one `Density` tighter. First gaps
and pictures give way, then type down to 4.8 mm; only then are long answers of the
visitor's own shortened. A panel under the smallest that we know (15.6 inch) is treated as
that one drawn smaller, so that a window on a desk shows what the kiosk would.
"""

import math
from dataclasses import dataclass

from screens.boxes import Panel

REFERENCE_WIDTH_MM = 268  # 21.5 inch, portrait
SMALLEST_MM = (194, 345)  # 15.6 inch, portrait
SMALLEST_CAPITAL_MM = 4.8  # VVSG 7.1-G
LARGE = 1.35
SMALLEST_TARGET_MM = 16.0  # A8
PRIMARY_MM = 20.0  # A8
SMALLEST_GAP_MM = 2.54  # VVSG: 0.1 inch
QUESTION_MM, ANSWER_MM, HELPING_MM, SMALL_MM = 13.0, 8.0, 6.7, 5.7


@dataclass(frozen=True, slots=True)
class Density:
    """One step between roomy and tight. Gap and padding in mm, the others as factors."""

    gap_mm: float
    pad_mm: float
    picture: float
    type: float
    answer_lines: int
    """How many lines an answer of the visitor's own may take on the check page."""


DENSITIES = (
    Density(7.0, 6.0, 1.0, 1.0, 8),
    Density(5.5, 5.0, 0.85, 1.0, 8),
    Density(4.5, 4.0, 0.75, 1.0, 6),
    Density(3.5, 3.2, 0.65, 1.0, 4),
    Density(3.2, 2.8, 0.6, 0.94, 4),
    Density(3.1, 2.6, 0.58, 0.88, 4),
    Density(3.0, 2.4, 0.55, 0.82, 3),
    Density(2.9, 2.2, 0.52, 0.76, 3),
    Density(2.8, 2.0, 0.5, 0.7, 3),
    Density(2.7, 1.6, 0.45, 0.6, 2),
    Density(2.6, 1.2, 0.4, 0.5, 2),
    Density(2.6, 1.0, 0.3, 0.4, 1),
)
# After these nothing fits but smaller capitals; `screens.problems` then says so.
EMERGENCY = tuple(Density(2.6, 0.8, 0.25, type_, 1) for type_ in (0.36, 0.32, 0.28, 0.24, 0.2))


def px_per_mm(panel: Panel) -> float:
    """The scale of a panel; for one that is too small, of the smallest panel drawn on it."""
    shorter, longer = sorted((panel.width_px, panel.height_px))
    return min(panel.width_px / panel.width_mm, shorter / SMALLEST_MM[0], longer / SMALLEST_MM[1])


class Sizes:
    """All lengths of one screen at one density, in pixels."""

    def __init__(self, panel: Panel, text_size: int, density: Density) -> None:
        self.unit = px_per_mm(panel)
        self.density = density
        shorter_mm = min(panel.width_px, panel.height_px) / self.unit
        self.panel_scale = min(1.0, shorter_mm / REFERENCE_WIDTH_MM)
        self._larger = LARGE if text_size else 1.0
        self.gap = self.mm(max(2.6, density.gap_mm * self.panel_scale))
        self.pad = self.mm(density.pad_mm * self.panel_scale)
        self.margin = self.mm(14 * self.panel_scale)
        self.near = max(self.pad, self.mm(2.5 * self.panel_scale))
        """Between a picture and the words that belong to it."""
        self.radius = self.mm(7 * self.panel_scale)
        emergency = density.type < DENSITIES[-1].type
        self._floor = (density.type / DENSITIES[-1].type if emergency else 1) * SMALLEST_CAPITAL_MM
        self.floor = self.mm(self._floor)
        self.question = self.capital(QUESTION_MM)
        self.answer = self.capital(ANSWER_MM)
        self.helping = self.capital(HELPING_MM)
        self.small = self.capital(SMALL_MM)

    def mm(self, length_mm: float) -> int:
        return round(length_mm * self.unit)

    def up(self, length_mm: float) -> int:
        """As `mm`, but never a fraction of a pixel under a limit."""
        return math.ceil(length_mm * self.unit)

    def capital(self, nominal_mm: float) -> int:
        scaled = nominal_mm * self.panel_scale * self._larger * self.density.type
        return self.mm(max(self._floor, scaled))

    def fixed_capital(self, nominal_mm: float, *, larger: bool = True) -> int:
        """A capital height that is the same on every screen, however full."""
        scale = self.panel_scale * (self._larger if larger else 1.0)
        return self.mm(max(SMALLEST_CAPITAL_MM, nominal_mm * scale))

    def picture(self, side_mm: float) -> int:
        return self.mm(side_mm * self.panel_scale * self.density.picture)
