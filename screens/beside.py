"""One answer with its picture beside its words, in the first quarter, where reading begins."""

from kiosk.core.view import Target
from screens.boxes import Ink, Rect
from screens.sheet import Sheet
from screens.sizes import PRIMARY_MM, SMALLEST_TARGET_MM

TICK_MM = 9


def beside_parts(sheet: Sheet, target: Target, width: int) -> tuple[int, int]:
    """Where words begin in an answer with its picture beside them, and how wide they may be."""
    sizes = sheet.sizes
    start = width // 4 if target.picture else 2 * sizes.inset
    end = sizes.mm(TICK_MM) + 2 * sizes.inset if target.chosen else 0
    return start, width - start - end - 2 * sizes.pad


def beside_height(sheet: Sheet, target: Target, width: int) -> int:
    sizes = sheet.sizes
    _, room = beside_parts(sheet, target, width)
    cap = sheet.fit([target.text.shown], sizes.answer, room, bold=True)
    words = sheet.height(target.text.shown, cap, room, bold=True)
    small = sheet.fit([target.note.shown], sizes.small, room)
    words += sheet.height(target.note.shown, small, room)
    return max(sizes.up(least_mm(sheet)), words + sizes.pad)


def least_mm(sheet: Sheet) -> float:
    return SMALLEST_TARGET_MM if sheet.sizes.is_small else PRIMARY_MM


def place_beside(sheet: Sheet, target: Target, rect: Rect) -> None:
    """One answer: picture in the first quarter, words and a smaller note beside it."""
    sizes = sheet.sizes
    sheet.press(target, rect)
    start, room = beside_parts(sheet, target, rect.width)
    if target.picture:
        side = min(round(rect.height * 0.76), start - 2 * sizes.near)
        sheet.picture(rect.part(0, 0, start, rect.height), target.picture, side, target)
    cap = sheet.fit([target.text.shown], sizes.answer, room, bold=True)
    label = sheet.height(target.text.shown, cap, room, bold=True)
    small = sheet.fit([target.note.shown], sizes.small, room)
    note = sheet.height(target.note.shown, small, room)
    y = max(0, (rect.height - label - note) // 2)
    ink: Ink = "ink" if target.enabled else "ink_soft"
    area = rect.part(start, y, room, label)
    sheet.words(area, target.text.shown, cap, bold=True, ink=ink, target=target.name)
    if note:
        area = rect.part(start, y + label, room, note)
        sheet.words(area, target.note.shown, small, ink="ink_soft", target=target.name)
    if target.chosen:
        side = sizes.mm(TICK_MM)
        x = rect.width - side - 2 * sizes.inset
        sheet.tick(rect.part(x, (rect.height - side) // 2, side, side), target)
