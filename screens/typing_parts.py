"""What a visitor types with: the line that shows it, and the keys.

Numbers are shown as large as the question; words wrap, and of a long text the end stays
in view, where typing goes on. Keys keep their order in every language.
"""

from kiosk.core.view import Field, Keys, Target
from screens.boxes import Ink, Rect
from screens.sharing import shared, stacked
from screens.sheet import Plan, Sheet
from screens.sizes import SMALLEST_TARGET_MM

NUMBERS = ("postcode", "house_number", "phone", "code", "digits")
KEY_MOST_MM, PAD_KEY_MOST_MM = 34, 58
SMALL_KEY_CAPITAL_MM = 3.0  # on a 10 inch panel, where twelve keys stand in a row
HEAR_MM = 46
CAPTION_PAD_MM = 0.5
WORD_LINES = (2, 4)
"""At least and at most so many lines to see of a text in one's own words."""
TIGHT = 0.55
"""On a screen with smaller type than this, one line of what was typed has to do."""


def plan_field(sheet: Sheet, block: Field, width: int) -> Plan:
    sizes = sheet.sizes
    hear_width = sizes.mm(HEAR_MM * max(0.75, sizes.panel_scale)) if block.hear else 0
    line_width = width - (hear_width + sizes.gap if block.hear else 0)
    inset = max(sizes.mm(2), 2 * sizes.pad)
    room = line_width - 2 * inset
    number = block.kind in NUMBERS
    shown = block.shown or block.hint.shown
    cap = sizes.question if number and block.shown else sizes.answer
    if block.kind != "words":
        cap = sheet.fit_line([shown], cap, room, bold=bool(block.shown), least=sizes.floor)
    line_px = sheet.measure.line_height(cap)
    written = len(sheet.measure.wrap(shown, cap, room, bold=bool(block.shown)))
    tight = sizes.density.type < TIGHT
    least_lines = WORD_LINES[0] if block.kind == "words" and not tight else min(written, 2 - tight)
    # The line is as high before the first digit as after it.
    ground = sheet.measure.line_height(sizes.question) if number else 0
    least = max(sizes.up(SMALLEST_TARGET_MM), max(ground, least_lines * line_px) + sizes.pad)
    hear_cap = sizes.small
    if block.hear:
        room_hear = hear_width - 2 * max(1, sizes.mm(CAPTION_PAD_MM))
        hear_cap = sheet.fit([block.hear.text.shown], sizes.small, room_hear, bold=True)
        words = sheet.height(block.hear.text.shown, hear_cap, room_hear, bold=True)
        least = max(least, words + 2 * max(1, sizes.mm(CAPTION_PAD_MM)))
    most_lines = WORD_LINES[1] if block.kind == "words" else least_lines
    most = max(least, most_lines * line_px + 4 * sizes.pad)

    def place(rect: Rect) -> None:
        line = rect.part(0, 0, line_width, rect.height)
        sheet.card(line, "field")
        inner = line.part(inset, sizes.pad // 2, room, rect.height - sizes.pad)
        sheet.words(
            inner,
            shown,
            cap,
            bold=bool(block.shown),
            ink="ink" if block.shown else "ink_soft",
            align="center" if number else "left",
            most_lines=max(1, inner.height // line_px),
            keep_end=True,
            caret="end" if block.shown else "start",
        )
        if block.hear:
            area = rect.part(line_width + sizes.gap, 0, hear_width, rect.height)
            place_captioned(sheet, block.hear, area, hear_cap, asked_px=sizes.least)

    return Plan(least, most, place)


def place_captioned(
    sheet: Sheet, target: Target, rect: Rect, cap: int, *, asked_px: int | None = None
) -> None:
    """A button with a picture and its word below; beside it where the button is low."""
    sizes = sheet.sizes
    sheet.press(target, rect, "quiet")
    ink: Ink = "ink" if target.enabled else "ink_soft"
    pad = max(1, sizes.mm(CAPTION_PAD_MM))
    room = rect.width - 2 * pad
    cap = sheet.fit([target.text.shown], cap, room, bold=True)
    words = sheet.height(target.text.shown, cap, room, bold=True)
    spare = rect.height - words - 2 * pad
    if not target.picture or spare < sizes.mm(5):
        sheet.words(
            rect.shrunk(pad),
            target.text.shown,
            cap,
            bold=True,
            ink=ink,
            align="center",
            target=target.name,
            asked_px=asked_px,
        )
        return
    # Letters that hang low, and a picture on a plate, keep clear of the line around the button.
    side = min(max(spare - sizes.mm(1.8), sizes.mm(5)), sizes.mm(16))
    top = max(pad, (rect.height - words - side) * 2 // 5)
    sheet.picture(rect.part(pad, top, room, side), target.picture, side, target)
    area = rect.part(pad, top + side, room, words)
    shown = target.text.shown
    sheet.words(
        area,
        shown,
        cap,
        bold=True,
        ink=ink,
        align="center",
        top=True,
        target=target.name,
        asked_px=asked_px,
    )


def plan_keys(sheet: Sheet, block: Keys, width: int) -> Plan:
    """Keys of one height; a row with fewer keys stands in the middle, a number pad fills it."""
    sizes = sheet.sizes
    gap = min(sizes.gap, max(sizes.up(2.6), sizes.mm(4 * sizes.panel_scale)))
    units = max(sum(key.width for key in row) for row in block.rows)
    unit = (width + gap) / units
    pad = units <= 4
    caps = _key_caps(sheet, block, unit, gap, pad)
    # The line of a letter has air above and below, so a key needs no more than that.
    least_mm = sizes.density.key_mm if sizes.is_small else SMALLEST_TARGET_MM
    least = max(sizes.up(least_mm), *(sheet.measure.line_height(cap) for cap in caps))
    most = sizes.mm((PAD_KEY_MOST_MM if pad else KEY_MOST_MM) * sizes.panel_scale)

    def plan(row: tuple[Target, ...]) -> Plan:
        def place(rect: Rect) -> None:
            x = (width + gap - sum(key.width for key in row) * unit) / 2
            for key in row:
                left, x = x, x + key.width * unit
                place_at = rect.part(round(left), 0, round(x - gap) - round(left), rect.height)
                _place_key(sheet, key, place_at, caps[len(key.text.shown) > 1], rect)

        return Plan(least, max(least, most), place)

    return stacked([plan(row) for row in block.rows], gap, shared)


def _key_caps(sheet: Sheet, block: Keys, unit: float, gap: int, pad: bool) -> tuple[int, int]:
    """Capitals for keys with one character and for keys with a word: one size for each."""
    sizes = sheet.sizes
    letter = sizes.question if pad else sizes.answer
    word = sizes.answer if pad else sizes.helping
    least = sizes.mm(SMALL_KEY_CAPITAL_MM) if sizes.is_small else sizes.least
    for row in block.rows:
        for key in row:
            room = int(key.width * unit) - gap - sizes.mm(1.2)
            if len(key.text.shown) > 1:
                word = sheet.fit_line([key.text.shown], word, room, bold=True, least=least)
            else:
                letter = sheet.fit_line([key.text.shown], letter, room, bold=True, least=least)
    return letter, word


def _place_key(sheet: Sheet, key: Target, rect: Rect, cap: int, row: Rect) -> None:
    sizes = sheet.sizes
    sheet.press(key, rect, within=row)
    ink: Ink = "ink" if key.enabled else "ink_soft"
    inner = rect.part(sizes.mm(0.5), 0, rect.width - 2 * sizes.mm(0.5), rect.height)
    if key.picture:
        sheet.picture(inner.shrunk(sizes.mm(0.5)), key.picture, sizes.mm(14), key, within=row)
        return
    # All keys have letters of one size: the widest of them decides.
    asked = min(sizes.asked, cap) if cap < sizes.floor else None
    sheet.words(
        inner,
        key.text.shown,
        cap,
        bold=True,
        ink=ink,
        align="center",
        target=key.name,
        within=row,
        asked_px=asked,
    )
