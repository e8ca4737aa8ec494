"""How loud the visitor is heard, and how much of the time is used: two calm strips.

The upper one grows with the voice; the line on it shows where a clear voice comes. The
lower one fills up once. No part appears or goes, so that little is painted anew.
"""

from kiosk.core.view import Level
from screens.boxes import Bar, Rect
from screens.sheet import Plan, Sheet

LEVEL_MM, TIME_MM = 16, 5
CLEAR = 0.5
"""The level that a clear voice reaches."""
PICTURE, PICTURE_MM, LARGE_PICTURE_MM = "1F399", 34, 84


def plan_level(sheet: Sheet, block: Level, width: int) -> Plan:
    """The microphone beside both strips; large and above them where there is room."""
    sizes = sheet.sizes
    scale = sizes.panel_scale
    side, large = sizes.picture(PICTURE_MM), sizes.mm(LARGE_PICTURE_MM * scale)
    level, time = sizes.mm(LEVEL_MM * scale), sizes.mm(TIME_MM * scale)
    start = side + 3 * sizes.near
    room, wide = width - start - 2 * sizes.near, width - 8 * sizes.inset

    def strips(rect: Rect) -> None:
        cap, words = _words(sheet, block, rect.width)
        y = (rect.height - level - words - time - 2 * sizes.near) // 2
        _strip(sheet, rect.part(0, y, rect.width, level), block.level)
        mark, over = max(2, sizes.mm(0.8)), sizes.mm(2 * scale)
        clear = rect.part(round(rect.width * CLEAR), y - over, mark, level + 2 * over)
        sheet.add(Bar(clear, "line"))
        y += level + sizes.near
        sheet.words(rect.part(0, y, rect.width, words), block.text.shown, cap, bold=True)
        y += words + sizes.near
        _strip(sheet, rect.part(0, y, rect.width, time), block.seconds / max(1, block.most))

    fixed = level + time + 2 * sizes.near
    least = max(side, fixed + _words(sheet, block, room)[1]) + 2 * sizes.pad
    high = fixed + _words(sheet, block, wide)[1]
    above = large + high + 6 * sizes.inset

    def place(rect: Rect) -> None:
        sheet.card(rect)
        if rect.height < above:
            sheet.picture(rect.part(sizes.near, 0, side + sizes.near, rect.height), PICTURE, side)
            strips(rect.part(start, 0, room, rect.height))
            return
        y = (rect.height - above) // 2 + 2 * sizes.inset
        sheet.picture(rect.part(0, y, rect.width, large), PICTURE, large)
        strips(rect.part(4 * sizes.inset, y + large + 2 * sizes.inset, wide, high))

    return Plan(least, max(least, above + 8 * sizes.inset), place)


def _words(sheet: Sheet, block: Level, room: int) -> tuple[int, int]:
    """Capitals and height of the words between the strips."""
    cap = sheet.fit([block.text.shown], sheet.sizes.helping, room, bold=True)
    return cap, sheet.height(block.text.shown, cap, room, bold=True)


def _strip(sheet: Sheet, rect: Rect, part: float) -> None:
    """A hollow strip, filled from where reading begins."""
    sheet.add(Bar(rect, "line", rect.height // 2, hollow=True))
    filled = round(rect.width * min(1.0, max(0.0, part)))
    wide = max(rect.height, filled)
    sheet.add(Bar(rect.part(0, 0, wide, rect.height), "brand", rect.height // 2))
