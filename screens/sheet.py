"""A sheet that one screen is laid out on: words are fitted, boxes and targets collected.

Nothing here draws. Measuring words is passed in, so a layout can be computed and checked
without fonts. Everything is placed as if read from left to right; `finished` mirrors the
whole sheet for a language that is read from right to left. What lies `within` a rectangle
keeps its order in there (keys, whose order people know by heart): only the rectangle moves.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from kiosk.core.view import Target, View
from screens.bidi import is_rtl
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
        self._boxes: list[tuple[Box, Rect | None]] = []
        self._cards: list[Rect] = []
        self._spots: dict[str, tuple[Rect, Rect | None]] = {}

    def again(self, sizes: Sizes) -> "Sheet":
        """A sheet with the same things on it, to go on with in other sizes."""
        sheet = Sheet(self.panel, sizes, self.measure)
        sheet._boxes, sheet._spots = self._boxes.copy(), self._spots.copy()
        sheet._cards = self._cards.copy()
        return sheet

    def add(self, box: Box, *, within: Rect | None = None) -> None:
        self._boxes.append((box, within))
        if isinstance(box, Card):
            self._cards.append(box.rect)

    def press(
        self,
        target: Target,
        rect: Rect,
        surface: Surface = "press",
        *,
        within: Rect | None = None,
    ) -> None:
        """A surface that can be pressed, and its place under the finger."""
        radius = min(self.sizes.radius, rect.height // 4, rect.width // 4)
        # What lies on a card was placed after that card.
        inside = any(card.contains(rect) for card in self._cards if card.y <= rect.y)
        card = Card(rect, surface, radius, target.name, target.enabled, target.chosen, inside)
        self.add(card, within=within)
        self._spots[target.name] = (rect, within)

    def card(self, rect: Rect, surface: Surface = "passive") -> None:
        self.add(Card(rect, surface, min(self.sizes.radius, rect.height // 4)))

    def picture(
        self,
        area: Rect,
        code: str,
        side: int,
        target: Target | None = None,
        *,
        within: Rect | None = None,
    ) -> None:
        """A pictogram in the middle of an area, as large as asked or as fits."""
        side = max(1, min(side, area.width, area.height))
        rect = area.part((area.width - side) // 2, (area.height - side) // 2, side, side)
        colored = target is not None and target.role in ("forward", "send")
        enabled = target is None or target.enabled
        name = target.name if target else ""
        self.add(Picture(rect, code, enabled, colored, name), within=within)

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
        within: Rect | None = None,
        asked_px: int | None = None,
    ) -> None:
        """Words in the middle of a rectangle's height, or at its top.

        `asked_px` is given where another size than the visitor's is the measure.
        """
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
        if asked_px is None:
            asked_px = self._asked(text, cap_px, rect.width, bold)
        self.add(
            Words(
                place,
                lines,
                cap_px,
                line_px,
                needs,
                ink,
                bold,
                align,
                caret,
                shortened,
                target,
                asked_px,
                not (caret or shortened) and " ".join(lines) != " ".join(text.split("\n")),
            ),
            within=within,
        )

    def _asked(self, text: str, cap_px: int, width: int, bold: bool) -> int:
        """What the text size asks of these words; less where a single word would not fit."""
        asked = self.sizes.asked
        if cap_px >= asked:
            return asked
        whole = max(self.measure.width(word, asked, bold=bold) for word in text.split() or [""])
        return asked if whole <= width else min(asked, cap_px)

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
        words = [word for text in texts for word in text.split()]
        return self.fit_line(words, cap_px, width, bold=bold)

    def fit_line(
        self,
        texts: list[str],
        cap_px: int,
        width: int,
        *,
        bold: bool = False,
        least: int | None = None,
    ) -> int:
        """The largest capitals up to `cap_px` with which each text stays on one line.

        Not below `least` (4.8 mm where not given), even if it then takes more lines.
        """
        least = self.sizes.least if least is None else least
        widths = {text: self.measure.width(text, cap_px, bold=bold) for text in texts}
        widest = max(widths, key=lambda text: widths[text], default="")
        if not widest or widths[widest] <= width:
            return cap_px
        cap = min(cap_px, max(least, cap_px * width // widths[widest]))
        # Widths are rounded per letter, so they do not scale exactly.
        while cap > least and self.measure.width(widest, cap, bold=bold) > width:
            cap -= 1
        return cap

    def finished(self, view: View) -> Layout:
        """All boxes, mirrored where needed, and targets in the order in which arrows go."""
        mirrored = view.direction == "rtl"
        boxes = tuple(
            _directed(self._mirror(box, within) if mirrored else box, mirrored)
            for box, within in self._boxes
        )
        targets = tuple(
            (target, self._mirrored(rect, within) if mirrored else rect)
            for target in view.targets
            if target.name in self._spots
            for rect, within in [self._spots[target.name]]
        )
        return Layout(self.panel, self.sizes.unit, view.text_size, boxes, targets, view.low)

    @property
    def is_clipped(self) -> bool:
        """Whether words that were placed do not fit their place."""
        return any(
            isinstance(box, Words)
            and (box.needs_px[0] > box.rect.width or box.needs_px[1] > box.rect.height)
            for box, _ in self._boxes
        )

    def _mirrored(self, rect: Rect, within: Rect | None) -> Rect:
        width = self.panel.width_px
        if within is None:
            return rect.mirrored(width)
        return replace(rect, x=rect.x + within.mirrored(width).x - within.x)

    def _mirror(self, box: Box, within: Rect | None) -> Box:
        rect = self._mirrored(box.rect, within)
        if isinstance(box, Words) and within is None:
            other: dict[str, Literal["left", "center", "right"]] = {
                "left": "right",
                "center": "center",
                "right": "left",
            }
            return replace(box, rect=rect, align=other[box.align])
        return replace(box, rect=rect)


def _directed(box: Box, screen_rtl: bool) -> Box:
    """All lines of a text have one direction, also one that holds nothing but a Dutch name."""
    if not isinstance(box, Words) or not is_rtl(" ".join(box.lines), screen_rtl):
        return box
    return replace(box, rtl=True)


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
