"""The sheet of a letter: A4 for an envelope with a window on the left, in two languages.

The address stands 25 mm from the left and 52 to 72 mm from the top, at most four lines of
5 mm. Through the window of a DIN lang envelope (110 x 220 mm; window 45 x 90 mm, 20 mm from
the left and 15 mm from the bottom: DIN 680) a sheet folded at 105 mm shows 45 to 90 mm from
the top, and 20 to 110 mm from the left (the address field of DIN 5008, form B), and 5 mm
lower when it slides up; whatever else stands there is outside x 20..120, y 42..97. For the
smaller Dutch windows (30 or 35 mm high, 20 mm from the left, about 50 mm from the top)
20 mm of address leave room on both sides. A mark on the left edge says where to fold.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

import qrcode
from django.conf import settings
from fpdf import FPDF
from fpdf.enums import Align, MethodReturnValue, XPos, YPos

from desk.answers.letter import Letter
from desk.answers.texts import said
from desk.follow.bundle_words import DUTCH
from desk.follow.texts import RIGHT_TO_LEFT, words

FONTS = settings.ROOT / "screens" / "fonts"
LATIN, ARABIC = "NotoSans", "NotoSansArabic"
LEFT_MM, RIGHT_MM, WIDE_MM = 25.0, 20.0, 165.0
TOP_MM, BOTTOM_MM = 18.0, 18.0
ADDRESS_MM, ADDRESS_LINE_MM, ADDRESS_LINES = 52.0, 5.0, 4
WINDOW_WIDE_MM = 84.0
BODY_MM = 103.0
"""Below the window, whichever way the sheet slides."""
BESIDE_MM, BESIDE_WIDE_MM = 127.0, 63.0
"""Right of the window, also when the sheet slides 10 mm to the right."""
FOLD_MM = (105.0, 210.0)
BODY_PT, SMALL_PT, LINE = 11.0, 9.0, 1.3
SMALLEST_PT = 6.0
QR_MM = 24.0
POINT_MM = 25.4 / 72


class _Sheet(FPDF):
    def __init__(self, made: date) -> None:
        super().__init__(format="A4")
        self.set_margins(LEFT_MM, TOP_MM, RIGHT_MM)
        self.set_auto_page_break(True, BOTTOM_MM)
        self.set_creation_date(datetime.combine(made, time(), UTC))
        for family in (LATIN, ARABIC):
            self.add_font(family, "", FONTS / f"{family}-Regular.ttf")
            self.add_font(family, "B", FONTS / f"{family}-Bold.ttf")
        self.c_margin = 0

    def speak(self, language: str) -> None:
        rtl = language in RIGHT_TO_LEFT
        self.set_text_shaping(True, direction="rtl" if rtl else "ltr")
        # The script of most words is the main font: after a word in the fallback font, fpdf2
        # draws the main one in the size of the text before.
        self._family, other = (ARABIC, LATIN) if rtl else (LATIN, ARABIC)
        self.set_fallback_fonts([other])
        self._align = Align.R if rtl else Align.L

    def say(
        self, text: str, *, pt: float = BODY_PT, bold: bool = False, wide: float = WIDE_MM
    ) -> None:
        """Lines that break where they must, below each other from where the pen is."""
        self.set_font(self._family, "B" if bold else "", pt)
        self.multi_cell(
            wide, pt * POINT_MM * LINE, text, align=self._align, new_x=XPos.LEFT, new_y=YPos.NEXT
        )

    def tall_mm(self, text: str, *, pt: float = BODY_PT) -> float:
        self.set_font(self._family, "", pt)
        lines = self.multi_cell(WIDE_MM, text=text, dry_run=True, output=MethodReturnValue.LINES)
        return len(lines) * pt * POINT_MM * LINE if isinstance(lines, list) else 0.0


def drawn(found: Sequence[Letter]) -> bytes:
    sheet = _Sheet(max(letter.day for letter in found))
    sheet.set_title("Brieven" if len(found) > 1 else "Brief")
    sheet.set_lang(DUTCH)
    for letter in found:
        _draw(sheet, letter)
    return bytes(sheet.output())


def _draw(sheet: _Sheet, letter: Letter) -> None:
    sheet.add_page()
    sheet.speak(DUTCH)
    _fold_marks(sheet)
    _lines(sheet, letter.sender[:5], TOP_MM, SMALL_PT * POINT_MM * LINE, SMALL_PT)
    _lines(sheet, letter.address[:ADDRESS_LINES], ADDRESS_MM, ADDRESS_LINE_MM, BODY_PT)
    _beside(sheet, letter)
    sheet.set_xy(LEFT_MM, BODY_MM)
    for place, (language, text) in enumerate(zip(letter.languages, letter.texts, strict=True)):
        if place:
            _next_part(sheet, text)
        sheet.speak(language)
        sheet.say(text)


def _fold_marks(sheet: _Sheet) -> None:
    sheet.set_draw_color(150)
    sheet.set_line_width(0.2)
    for y in FOLD_MM:
        sheet.line(5, y, 9, y)


def _lines(sheet: _Sheet, lines: Sequence[str], top: float, line_mm: float, pt: float) -> None:
    """One below the other; one that is too long for the window is set smaller, never cut."""
    for place, line in enumerate(lines):
        sheet.set_font(LATIN, "", _fitting(sheet, line, pt, WINDOW_WIDE_MM))
        sheet.set_xy(LEFT_MM, top + place * line_mm)
        sheet.cell(WINDOW_WIDE_MM, line_mm, line)


def _fitting(sheet: _Sheet, line: str, pt: float, wide: float) -> float:
    """The size at which it stays on one line; not below what can be read."""
    sheet.set_font(LATIN, "", pt)
    needed = sheet.get_string_width(line)
    return pt if needed <= wide else max(SMALLEST_PT, pt * wide / needed * 0.99)


def _next_part(sheet: _Sheet, text: str) -> None:
    """The same in Dutch below it where all of it fits, else on a page of its own."""
    room = sheet.h - BOTTOM_MM - sheet.get_y()
    if room < sheet.tall_mm(text) + 13:
        sheet.add_page()
    else:
        sheet.set_draw_color(150)
        sheet.line(LEFT_MM, sheet.get_y() + 3.5, LEFT_MM + WIDE_MM, sheet.get_y() + 3.5)
        sheet.ln(7)
    sheet.speak(DUTCH)
    sheet.say(said(DUTCH, "letter-in-dutch"), bold=True)
    sheet.ln(1)


def _beside(sheet: _Sheet, letter: Letter) -> None:
    """Right of the window, in the visitor's language: date, number, and the code to scan."""
    language = letter.languages[0]
    sheet.speak(language)
    sheet.set_xy(BESIDE_MM, TOP_MM)
    for key, value in (
        ("letter-date", words(language).day(letter.day)),
        ("letter-number", letter.number.replace(" ", "\u00a0")),
    ):
        sheet.say(said(language, key), pt=SMALL_PT, wide=BESIDE_WIDE_MM)
        sheet.say(value, bold=True, wide=BESIDE_WIDE_MM)
    sheet.ln(2)
    top = sheet.get_y()
    rtl = language in RIGHT_TO_LEFT
    _qr(sheet, letter.link, BESIDE_MM + (BESIDE_WIDE_MM - QR_MM if rtl else 0), top)
    sheet.set_xy(BESIDE_MM, top + QR_MM + 2)
    for key in ("letter-scan", "letter-kiosk"):
        sheet.say(said(language, key), pt=SMALL_PT, wide=BESIDE_WIDE_MM)
    link = letter.link.removeprefix("https://")  # typed without it, it works as well
    sheet.say(link, pt=_fitting(sheet, link, SMALL_PT, BESIDE_WIDE_MM), wide=BESIDE_WIDE_MM)


def _qr(sheet: _Sheet, text: str, left: float, top: float) -> None:
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    dot = QR_MM / len(rows)
    sheet.set_fill_color(0)
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            run = 0
            while x + run < len(row) and row[x + run]:
                run += 1
            if run:  # neighbours as one rectangle: no hairlines between them
                sheet.rect(left + x * dot, top + y * dot, run * dot, dot, style="F")
            x += run + 1
