"""How large things are: millimetres of glass turned into pixels, from roomy to tight.

Type is measured as the height of its capitals (A9). On the 21.5 inch panel a question has
13 mm, an answer 8, a helping sentence 6.7, small print 5.7; a narrower panel scales them
with its width. A visitor's text size makes all four grow, the question least, and sets a
floor under all that the visitor came for: 4.8, 6.0, 7.4 or 9.0 mm.

A screen that is too full is tried again one `Density` tighter: gaps and pictures give way,
and type down to its floor. If that is not enough it does not fit, and is divided into
pages (`kiosk.core.paging`). Only what cannot be divided, such as a keyboard, is drawn
smaller than the floor (`SMALLER`), down to 4.8 mm.

Lengths are those of the real glass, from 10 inch up. A window of unknown size on a desk is
treated as a 15.6 inch panel drawn smaller, so that it shows what a kiosk would.
"""

import math
from dataclasses import dataclass

from screens.boxes import Panel

REFERENCE_WIDTH_MM = 268  # 21.5 inch, portrait
KIOSK_MM = (194, 345)  # 15.6 inch, the smallest that kiosks are built with
SMALLEST_MM = (125, 222)  # 10 inch, the smallest that we know
LARGE_PANEL_MM = 190  # the shorter side, from 15.6 inch on
SMALLEST_CAPITAL_MM = 4.8  # VVSG 7.1-G
FLOORS_MM = (4.8, 6.0, 7.4, 9.0)  # A9, by text size
QUESTION_GROWS = (1.0, 1.1, 1.2, 1.3)
ANSWER_GROWS = (1.0, 1.13, 1.28, 1.45)
SMALL_GROWS = (1.0, 1.15, 1.34, 1.58)
SMALLEST_TARGET_MM = 16.0  # A8
PRIMARY_MM = 20.0  # A8
LEAST_PICTURE_MM = 8.0
SMALLEST_GAP_MM = 2.54  # VVSG: 0.1 inch
QUESTION_MM, ANSWER_MM, HELPING_MM, SMALL_MM = 13.0, 8.0, 6.7, 5.7
MOST_COLUMN_MM = {False: 330, True: 600}
"""How wide the contents of a panel become at most, standing and lying: eyes and arms stay."""


@dataclass(frozen=True, slots=True)
class Density:
    """One step between roomy and tight. Gap and padding in mm, the others as factors."""

    gap_mm: float
    pad_mm: float
    picture: float
    type: float
    answer_lines: int = 99
    """How many lines an answer of the visitor's own may take on the check page."""
    floor: float = 1.0
    """Of the floor under type; below 1 the visitor gets smaller type than was asked for."""
    key_mm: float = SMALLEST_TARGET_MM
    """The least height of a key, where the panel has no room for keys of 16 mm."""


DENSITIES = (
    Density(7.0, 6.0, 1.0, 1.0),
    Density(5.5, 5.0, 0.85, 1.0),
    Density(4.5, 4.0, 0.75, 1.0),
    Density(3.5, 3.2, 0.65, 1.0),
    Density(3.2, 2.8, 0.6, 0.94),
    Density(3.1, 2.6, 0.58, 0.88),
    Density(3.0, 2.4, 0.55, 0.82),
    Density(2.9, 2.2, 0.52, 0.76),
    Density(2.8, 2.0, 0.5, 0.7),
    Density(2.7, 1.6, 0.45, 0.6),
    Density(2.6, 1.2, 0.4, 0.5),
    Density(2.6, 1.0, 0.3, 0.4),
)
ROOMY = DENSITIES[:6]
# For what cannot be divided: a long answer of the visitor's own is shortened, then type goes
# below the floor of the text size, but not below 4.8 mm.
SMALLER = tuple(
    Density(2.6, 1.0, 0.3, 0.4, lines, floor, key_mm)
    for floor, lines, key_mm in (
        (1.0, 6, 16),
        (1.0, 3, 16),
        (0.9, 3, 16),
        (0.8, 3, 15),
        (0.7, 3, 13),
        (0.6, 2, 11.5),
        (0.54, 2, 10.5),
        (0.53, 1, 9.3),
    )
)
# After these nothing fits but capitals under 4.8 mm; `screens.problems` then says so.
EMERGENCY = tuple(Density(2.6, 0.8, 0.25, 0.4, 1, -cap, 9.3) for cap in (0.8, 0.65, 0.5, 0.4))


def px_per_mm(panel: Panel) -> float:
    """The scale of a panel; for one that is too small, of the smallest panel drawn on it."""
    least = KIOSK_MM if panel.guessed else SMALLEST_MM
    shorter, longer = sorted((panel.width_px, panel.height_px))
    return min(panel.width_px / panel.width_mm, shorter / least[0], longer / least[1])


def is_wide(panel: Panel) -> bool:
    return panel.width_px > panel.height_px


class Sizes:
    """All lengths of one screen at one density, in pixels."""

    def __init__(self, panel: Panel, text_size: int, density: Density) -> None:
        self.unit = px_per_mm(panel)
        self.density = density
        self.text_size = min(text_size, len(FLOORS_MM) - 1)
        shorter_mm = min(panel.width_px, panel.height_px) / self.unit
        self.is_small = shorter_mm < LARGE_PANEL_MM
        """Under 15.6 inch: no room for frames and pictures as on a kiosk."""
        self._is_wide = is_wide(panel)
        self.panel_scale = min(1.0, shorter_mm / REFERENCE_WIDTH_MM)
        self.gap = self.up(max(2.6, density.gap_mm * self.panel_scale))
        self.pad = self.mm(density.pad_mm * self.panel_scale)
        most = self.mm(MOST_COLUMN_MM[is_wide(panel)])
        margin = self.mm(4.5 if self.is_small else 14 * self.panel_scale)
        self.margin = max(margin, (panel.width_px - most) // 2)
        self.inset = max(self.pad, self.mm(2))
        """Between words and the edge of what they stand on."""
        self.near = max(self.pad, self.mm(2.5 * self.panel_scale))
        """Between a picture and the words that belong to it."""
        self.radius = self.mm(7 * self.panel_scale)
        asked = FLOORS_MM[self.text_size]
        if density.floor < 0:
            floor_mm = SMALLEST_CAPITAL_MM * -density.floor
        else:
            floor_mm = max(SMALLEST_CAPITAL_MM, asked * density.floor)
        self._floor_mm = floor_mm
        self.asked = self.mm(asked)
        """The floor that the text size sets."""
        self.floor = self.mm(floor_mm)
        """The floor at this density: the same, except where the screen cannot be divided."""
        self.least = self.mm(min(SMALLEST_CAPITAL_MM, floor_mm))
        """A single word that is too long for its place may become as small as this."""
        grow = SMALL_GROWS[self.text_size]
        self.question = self.capital(QUESTION_MM * QUESTION_GROWS[self.text_size])
        self.answer = self.capital(ANSWER_MM * ANSWER_GROWS[self.text_size])
        self.helping = self.capital(HELPING_MM * grow)
        self.small = self.capital(SMALL_MM * grow)

    def mm(self, length_mm: float) -> int:
        return round(length_mm * self.unit)

    def up(self, length_mm: float) -> int:
        """As `mm`, but never a fraction of a pixel under a limit."""
        return math.ceil(length_mm * self.unit)

    def capital(self, nominal_mm: float) -> int:
        return self.mm(max(self._floor_mm, nominal_mm * self.panel_scale * self.density.type))

    def frame_capital(self, width_px: int | None = None) -> int:
        """Capitals of the frame: the same however full a screen is.

        They grow with the text size as far as a word of seven letters still fits the width of
        a button; at the top of a lying panel they do not, for height is scarce there.
        """
        most = SMALL_MM * self.panel_scale
        if not self._is_wide or width_px is not None:
            most *= SMALL_GROWS[self.text_size]
        if width_px is not None:
            most = min(most, width_px / self.unit / 6.2)
        return self.mm(max(SMALLEST_CAPITAL_MM, most))

    def picture(self, side_mm: float) -> int:
        """The side of a pictogram: smaller on a full screen, but never too small to tell."""
        nominal = side_mm * self.panel_scale
        return self.mm(max(nominal * self.density.picture, min(nominal, LEAST_PICTURE_MM)))
