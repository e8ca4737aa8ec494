"""The receipt as it comes out of the slot: black dots on white paper, ready to print.

One page, drawn by the same text engine as the screen, so every script that the screen
can show can be printed on any model. It is as wide as the print head (576 dots on 80 mm
paper, 384 on 58 mm) and as long as its words need. Sizes are those of a capital letter,
chosen for people who see badly: a body text of 3.0 mm. No word is cut in two: where the
longest one is wider than the paper, its paragraph is set smaller.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, assert_never

from kiosk.core.receipt import Line, Number, Part, QrCode, Receipt, Words
from printers.page import DOTS_PER_MM, Coverage, Page, Paper, ink_of, trimmed
from printers.qr import QUIET_MODULES, Square, square

MARGIN_MM = 3.0
FEED_MM = 6.0
"""White below the last line, so that a thumb or a crooked cut hides nothing."""
CAP_MM = {"title": 5.0, "strong": 3.6, "body": 3.0, "small": 2.4}
NARROW_DOTS = 384
NARROW_SCALE = 0.85
"""58 mm paper: a body text of 2.55 mm still leaves some thirty letters on a line."""
NUMBER_MAX_CAP_MM = 9.0
QR_SHARE = 0.6
"""How much of the width the dark part of a QR code takes: large for a trembling hand."""
QR_MIN_MODULE_PX = 4


class TextEngine(Protocol):
    """What paper needs of whoever shapes words. `cap_px` is the height of a capital letter."""

    def wrap(
        self, text: str, cap_px: int, width_px: int, *, bold: bool = False
    ) -> tuple[str, ...]: ...
    def width(self, line: str, cap_px: int, *, bold: bool = False) -> int: ...
    def line_height(self, cap_px: int) -> int: ...
    def coverage(
        self, line: str, cap_px: int, *, bold: bool = False, rtl: bool | None = None
    ) -> Coverage: ...
    def forget(self) -> None: ...


def render(
    receipt: Receipt,
    width_dots: int,
    engine: TextEngine,
    qr: Callable[[str, int], Square] = square,
) -> Page:
    """Draw a receipt. `qr` makes a square of modules that is at most so many modules wide."""
    sheet = _Sheet(Paper(width_dots), engine, qr)
    for before, part in zip((None, *receipt.parts), receipt.parts, strict=False):
        sheet.space(_gap_mm(before, part))
        sheet.draw(part)
    sheet.space(FEED_MM)
    return sheet.paper.page()


def _gap_mm(before: Part | None, part: Part) -> float:
    """White between two parts: little inside a thought, more where a new one begins."""
    match before, part:
        case None, _:
            return MARGIN_MM
        case (QrCode(), _) | (_, QrCode()):
            return 0.8  # its quiet zone is white already
        case (Line(), _) | (_, Line()):
            return 3.2
        case (Number(), _) | (_, Number()):
            return 3.6
        case Words(size=one), Words(size=other) if one != other:
            return 2.2
        case _:
            return 1.6


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Paper with margins, and one way to draw each kind of part."""

    paper: Paper
    engine: TextEngine
    qr: Callable[[str, int], Square]

    @property
    def width(self) -> int:
        return self.paper.width

    @property
    def scale(self) -> float:
        return NARROW_SCALE if self.width <= NARROW_DOTS else 1.0

    @property
    def margin(self) -> int:
        return round(MARGIN_MM * DOTS_PER_MM * self.scale)

    @property
    def text_width(self) -> int:
        return self.width - 2 * self.margin

    def cap(self, mm: float) -> int:
        return round(mm * self.scale * DOTS_PER_MM)

    def space(self, mm: float) -> None:
        self.paper.feed(self.cap(mm))

    def draw(self, part: Part) -> None:
        match part:
            case Words():
                self.words(part)
            case Number():
                self.number(part)
            case QrCode(payload):
                self.qr_code(payload)
            case Line():
                self.dotted_line()
            case _:
                assert_never(part)

    def words(self, words: Words) -> None:
        bold = words.size in ("title", "strong")
        cap = self._cap_without_split_words(words, bold)
        height = self.engine.line_height(cap)
        balanced = bold or words.align == "center"
        for paragraph in words.text.splitlines():
            for line in self._lines(paragraph, cap, bold, balanced=balanced):
                coverage = self.engine.coverage(line, cap, bold=bold, rtl=words.direction == "rtl")
                spare = self.width - self.margin - coverage.width
                if words.align == "center":
                    left = (self.width - coverage.width) // 2
                else:
                    left = spare if words.direction == "rtl" else self.margin
                ink = ink_of(coverage)
                self.paper.add([*ink, *[0] * (height - len(ink))], left, coverage.width)

    def _cap_without_split_words(self, words: Words, bold: bool) -> int:
        """The size of these words, or what is needed to keep the longest one whole."""
        cap, least = self.cap(CAP_MM[words.size]), self.cap(CAP_MM["small"])
        for word in words.text.split():
            while cap > least and self.engine.width(word, cap, bold=bold) > self.text_width:
                cap -= 1
        return cap

    def _lines(self, text: str, cap: int, bold: bool, *, balanced: bool) -> tuple[str, ...]:
        """Lines within the margins; `balanced` leaves no single word on the last one."""
        lines = self.engine.wrap(text, cap, self.text_width, bold=bold)
        width = self.text_width
        while balanced and len(lines) > 1 and width > self.text_width // 2:
            width -= cap
            narrower = self.engine.wrap(text, cap, width, bold=bold)
            if len(narrower) > len(lines) or " ".join(narrower).split() != text.split():
                break  # one line more, or a word cut in two
            lines = narrower
        return lines

    def number(self, number: Number) -> None:
        """The groups side by side, as large as the paper allows, with clear white between."""
        self.words(Words(number.label, "strong", "center", number.direction))
        self.space(2.4)
        cap = self.cap(NUMBER_MAX_CAP_MM)
        while (total := self._groups_width(number.groups, cap)) > self.text_width and cap > 1:
            cap -= 1
        left = (self.width - total) // 2
        top = self.paper.bottom
        for group in number.groups:
            coverage = self.engine.coverage(group, cap, bold=True)
            self.paper.over(trimmed(ink_of(coverage)), left, coverage.width, top)
            left += coverage.width + _group_gap(cap)

    def _groups_width(self, groups: tuple[str, ...], cap: int) -> int:
        widths = (self.engine.width(group, cap, bold=True) for group in groups)
        return sum(widths) + _group_gap(cap) * (len(groups) - 1)

    def qr_code(self, payload: str) -> None:
        code = self.qr(payload, self.width // QR_MIN_MODULE_PX)
        wanted = round(self.width * QR_SHARE) // (code.size - 2 * QUIET_MODULES)
        module = max(QR_MIN_MODULE_PX, min(wanted, self.width // code.size))
        left = (self.width - code.size * module) // 2
        for row in code.rows:
            dots = int("".join(("1" if dark else "0") * module for dark in row), 2)
            self.paper.add([dots] * module, left, code.size * module)

    def dotted_line(self) -> None:
        dot = round(self.scale * 4)
        period = 2 * dot
        count = self.text_width // period
        dots = int(("1" * dot + "0" * dot) * count, 2)
        self.paper.add(
            [dots] * (dot // 2), (self.width - count * period + dot) // 2, count * period
        )


def _group_gap(cap: int) -> int:
    return round(cap * 0.5)
