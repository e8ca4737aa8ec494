"""What lies where on one screen: a list of boxes, in pixels, in the order of painting.

A layout is plain data. The painter turns it into pixels, the finger is looked up in it,
the mirror sends it along, and `screens.problems` finds fault with it.
"""

from dataclasses import dataclass
from typing import Literal

from kiosk.core.view import Target

MM_PER_INCH = 25.4
Ink = Literal["ink", "ink_soft", "brand", "forward_ink", "send_ink", "change_ink"]
Surface = Literal[
    "press", "forward", "send", "change", "quiet", "passive", "field", "good", "warning"
]


@dataclass(frozen=True, slots=True)
class Rect:
    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.x + self.width

    @property
    def bottom(self) -> int:
        return self.y + self.height

    def holds(self, x: float, y: float) -> bool:
        return self.x <= x < self.right and self.y <= y < self.bottom

    def contains(self, other: "Rect") -> bool:
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def overlaps(self, other: "Rect") -> bool:
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )

    def shrunk(self, by: int) -> "Rect":
        return Rect(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)

    def mirrored(self, width: int) -> "Rect":
        return Rect(width - self.right, self.y, self.width, self.height)

    def part(self, x: int, y: int, width: int, height: int) -> "Rect":
        """A rectangle given from the top left of this one."""
        return Rect(self.x + x, self.y + y, width, height)


@dataclass(frozen=True, slots=True)
class Panel:
    """The glass: its pixels and its real size.

    `guessed` tells that nobody measured it. `bottom_mm` is the height of its lower edge
    above the floor, None where that is not known.
    """

    width_px: int
    height_px: int
    width_mm: float
    height_mm: float
    guessed: bool = False
    bottom_mm: float | None = None

    @classmethod
    def of(
        cls,
        size_px: tuple[int, int],
        width_mm: float | None = None,
        bottom_mm: float | None = None,
    ) -> "Panel":
        """A panel with square pixels; without a measured width, 96 pixels to the inch."""
        width_px, height_px = size_px
        mm_per_px = MM_PER_INCH / 96 if width_mm is None else width_mm / width_px
        size_mm = (width_px * mm_per_px, height_px * mm_per_px)
        return cls(width_px, height_px, *size_mm, width_mm is None, bottom_mm)

    @property
    def rect(self) -> Rect:
        return Rect(0, 0, self.width_px, self.height_px)


@dataclass(frozen=True, slots=True)
class Card:
    """A rounded surface. What can be pressed has a line around it and its target's name.

    `inside` tells that it lies on another card, not on the ground.
    """

    rect: Rect
    surface: Surface
    radius_px: int
    target: str = ""
    enabled: bool = True
    chosen: bool = False
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of one size. `needs_px` is what they take up; `shortened` that an end was left out.

    `asked_px` is the capital height that the visitor's text size asks for here. It is lower
    in the frame, and for a word that is too long for its place.
    """

    rect: Rect
    lines: tuple[str, ...]
    cap_px: int
    line_px: int
    needs_px: tuple[int, int]
    ink: Ink = "ink"
    bold: bool = False
    align: Literal["left", "center", "right"] = "left"
    caret: Literal["", "start", "end"] = ""
    shortened: bool = False
    target: str = ""
    asked_px: int = 0
    broken: bool = False
    """A word is divided over two lines."""
    rtl: bool = False
    """The text that these lines belong to is read from right to left."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A pictogram, square. `plate` asks for a light ground, where it lies on a colour."""

    rect: Rect
    code: str
    enabled: bool = True
    plate: bool = False
    target: str = ""


@dataclass(frozen=True, slots=True)
class QrModules:
    """A square code: `modules` without quiet zone, which is 4 modules and part of `rect`."""

    rect: Rect
    modules: tuple[tuple[bool, ...], ...]
    module_px: int
    target: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A flat strip: the brand band, a line, or one step of the progress (`hollow`: to come)."""

    rect: Rect
    color: Literal["brand", "line"]
    radius_px: int = 0
    hollow: bool = False
    target: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """The mark on an answer that was chosen: a shape, so that colour never speaks alone."""

    rect: Rect
    target: str = ""


Box = Card | Words | Picture | QrModules | Bar | Tick


@dataclass(frozen=True, slots=True)
class Layout:
    """One screen, placed. `px_per_mm` is the scale that the sizes were taken from.

    `low` tells that all targets were to stand in the reach zone.
    """

    panel: Panel
    px_per_mm: float
    text_size: int
    boxes: tuple[Box, ...]
    targets: tuple[tuple[Target, Rect], ...]
    low: bool = False

    def at(self, x: float, y: float) -> Target | None:
        """What is pressed by a finger here."""
        return next((target for target, rect in self.targets if rect.holds(x, y)), None)

    def rect_of(self, name: str | None) -> Rect | None:
        return next((rect for target, rect in self.targets if target.name == name), None)

    def target(self, name: str | None) -> Target | None:
        return next((target for target, _ in self.targets if target.name == name), None)
