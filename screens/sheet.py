"""A sheet that one screen is laid out on: words are fitted, boxes and targets collected.

Nothing here draws. Measuring words is passed in, so a layout can be computed and checked
without fonts. Everything is placed as if read from left to right; `finished` mirrors the
whole sheet for a language that is read from right to left, except what is marked `ltr`
(keys, whose order people know by heart).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from kiosk.core.view import Target, View
from screens.boxes import Box, Card, Ink, Layout, Panel, Picture, Rect, Surface, Tick, Words
from screens.sizes import Sizes

ELLIPSIS = "…"


class Measure(Protocol):
    """What layout asks of a text engine; sizes are capital heights in pixels."""

    def wrap(
        self, text: str, cap_px: int, width_px: int, *, bold: bool = False
    ) -> tuple[str, ...]: ...

    def width(self, line: str, cap_px: int, *, bold: bool = False) -> int: ...

    def line_height(self, cap_px: int) -> int: ...


@dataclass(frozen=True, slots=True)
class Plan:
    """One part of a screen: between which heights it is good, and how it is then placed."""

    least_px: int
    most_px: int
    place: Callable[[Rect], None]


class Sheet:
    def __init__(self, panel: Panel, sizes: Sizes, measure: Measure) -> None:
        self.panel = panel
        self.sizes = sizes
        self.measure = measure
        self._boxes: list[tuple[Box, bool]] = []
        self._spots: dict[str, tuple[Rect, bool]] = {}

    def add(self, box: Box, *, ltr: bool = False) -> None:
        self._boxes.append((box, ltr))

    def press(
        self, target: Target, rect: Rect, surface: Surface = "press", *, ltr: bool = False
    ) -> None:
        """A surface that can be pressed, and its place under the finger."""
        radius = min(self.sizes.radius, rect.height // 4, rect.width // 4)
        # What lies on a card was placed after that card.
        inside = any(isinstance(box, Card) and box.rect.contains(rect) for box, _ in self._boxes)
        card = Card(rect, surface, radius, target.name, target.enabled, target.chosen, inside)
        self.add(card, ltr=ltr)
        self._spots[target.name] = (rect, ltr)

    def card(self, rect: Rect, surface: Surface = "passive") -> None:
        self.add(Card(rect, surface, min(self.sizes.radius, rect.height // 4)))

    def picture(self, area: Rect, code: str, side: int, target: Target | None = None) -> None:
        """A pictogram in the middle of an area, as large as asked or as fits."""
        side = max(1, min(side, area.width, area.height))
        rect = area.part((area.width - side) // 2, (area.height - side) // 2, side, side)
        colored = target is not None and target.role in ("forward", "send")
        enabled = target is None or target.enabled
        self.add(Picture(rect, code, enabled, colored, target.name if target else ""))

    def tick(self, area: Rect, target: Target) -> None:
        self.add(Tick(area, target.name))

    def words(
        self,
        rect: Rect,
        text: str,
        cap_px: int,
        *,
        bold: bool = False,
        ink: Ink = "ink",
        align: Literal["left", "center", "right"] = "left",
        top: bool = False,
        target: str = "",
        most_lines: int | None = None,
        keep_end: bool = False,
        caret: Literal["", "start", "end"] = "",
        ltr: bool = False,
    ) -> None:
        """Words in the middle of a rectangle's height, or at its top."""
        lines = self.measure.wrap(text, cap_px, rect.width, bold=bold)
        shortened = most_lines is not None and len(lines) > most_lines
        if shortened:
            kept = lines[-(most_lines or 1) :] if keep_end else lines[:most_lines]

            def fits(line: str) -> bool:
                return self.measure.width(line, cap_px, bold=bold) <= rect.width

            lines = _with_ellipsis(kept, fits, keep_end=keep_end)
        line_px = self.measure.line_height(cap_px)
        needs = (
            max(self.measure.width(line, cap_px, bold=bold) for line in lines),
            line_px * len(lines),
        )
        y = 0 if top else (rect.height - needs[1]) // 2
        place = Rect(rect.x, rect.y + max(0, y), rect.width, min(rect.height, needs[1]))
        self.add(
            Words(place, lines, cap_px, line_px, needs, ink, bold, align, caret, shortened, target),
            ltr=ltr,
        )

    def height(
        self, text: str, cap_px: int, width: int, *, bold: bool = False, most: int | None = None
    ) -> int:
        """How high these words become within a width; nothing for no words."""
        if not text:
            return 0
        lines = len(self.measure.wrap(text, cap_px, max(1, width), bold=bold))
        return self.measure.line_height(cap_px) * (lines if most is None else min(lines, most))

    def fit(self, texts: list[str], cap_px: int, width: int, *, bold: bool = False) -> int:
        """The largest capitals up to `cap_px` with which no single word is split."""
        widest = max(
            (
                self.measure.width(word, cap_px, bold=bold)
                for text in texts
                for word in text.split()
            ),
            default=0,
        )
        return self._scaled(cap_px, widest, width)

    def fit_line(self, texts: list[str], cap_px: int, width: int, *, bold: bool = False) -> int:
        """The largest capitals up to `cap_px` with which each text stays on one line."""
        widest = max((self.measure.width(text, cap_px, bold=bold) for text in texts), default=0)
        return self._scaled(cap_px, widest, width)

    def _scaled(self, cap_px: int, widest: int, width: int) -> int:
        if widest <= width:
            return cap_px
        # One hundredth less: widths are rounded per letter, so they do not scale exactly.
        return min(cap_px, max(self.sizes.floor, int(cap_px * width / widest * 0.99)))

    def finished(self, view: View) -> Layout:
        """All boxes, mirrored where needed, and targets in the order in which arrows go."""
        mirrored = view.direction == "rtl"
        boxes = tuple(
            self._mirror(box) if mirrored and not ltr else box for box, ltr in self._boxes
        )
        width = self.panel.width_px
        targets = tuple(
            (target, rect.mirrored(width) if mirrored and not ltr else rect)
            for target in view.targets
            if target.name in self._spots
            for rect, ltr in [self._spots[target.name]]
        )
        return Layout(self.panel, self.sizes.unit, view.text_size, boxes, targets)

    def _mirror(self, box: Box) -> Box:
        rect = box.rect.mirrored(self.panel.width_px)
        if isinstance(box, Words):
            other: dict[str, Literal["left", "center", "right"]] = {
                "left": "right",
                "center": "center",
                "right": "left",
            }
            return replace(box, rect=rect, align=other[box.align])
        return replace(box, rect=rect)


def _with_ellipsis(
    lines: tuple[str, ...], fits: Callable[[str], bool], *, keep_end: bool
) -> tuple[str, ...]:
    """Say with three dots that something was left out, at the beginning or at the end."""
    kept = list(lines)
    if keep_end:
        while kept[0] and not fits(ELLIPSIS + kept[0]):
            kept[0] = kept[0][1:]
        _, _, whole_words = kept[0].partition(" ")
        kept[0] = ELLIPSIS + (whole_words or kept[0])
    else:
        while kept[-1] and not fits(kept[-1] + ELLIPSIS):
            kept[-1] = kept[-1][:-1]
        kept[-1] = kept[-1].rstrip() + ELLIPSIS
    return tuple(kept)
