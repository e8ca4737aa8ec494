"""Answers as tiles: a big picture above its words, all pictures on a screen of one size.

A row of nothing but what leads elsewhere, more answers (`page:...`) or 'something else', is
lower than the answers, with its picture beside its words.
"""

from kiosk.core.view import OTHER, Target
from screens.beside import TICK_MM, beside_height, beside_parts, least_mm, place_beside
from screens.boxes import Ink, Rect
from screens.sharing import in_columns
from screens.sheet import Plan, Sheet

TILE_PICTURE_MM = (24, 62)
SMALL_TILE_PICTURE_MM = 12  # at least, on a panel under 15.6 inch
LOWER = (f"choice:{OTHER}",)


def tile_plans(
    sheet: Sheet, rows: list[tuple[Target, ...]], columns: int, width: int
) -> list[Plan]:
    sizes = sheet.sizes
    tile, step = in_columns(width, columns, sizes.gap)
    room = tile - 2 * sizes.pad
    shown = [target.text.shown for row in rows for target in row]
    cap = max(sizes.floor, sheet.fit(shown, sizes.answer, room, bold=True))
    smallest, largest = TILE_PICTURE_MM

    def plan(row: tuple[Target, ...]) -> Plan:
        def place(rect: Rect) -> None:
            for column, target in enumerate(row):
                if turns:
                    place_beside(
                        sheet, target, rect.part(column * lower[1], 0, lower[0], rect.height)
                    )
                else:
                    place_at = rect.part(column * step, 0, tile, rect.height)
                    _place_tile(sheet, target, place_at, cap, words)

        # Rows grow by the same amount, so that all pictures on a screen are of one size.
        words = max(_tile_words(sheet, target, cap, room) for target in row)
        small = sizes.mm(SMALL_TILE_PICTURE_MM) if sizes.is_small else 0
        least_picture = max(sizes.picture(smallest), sizes.mm(TICK_MM) + sizes.inset, small)
        least = max(sizes.up(least_mm(sheet)), 3 * sizes.pad + words + least_picture)
        growth = min(tile // 2, sizes.mm(largest)) + 2 * sizes.pad - sizes.picture(smallest)
        lower = in_columns(width, len(row), sizes.gap)
        turns = all(_is_lower(sheet, target, lower[0]) for target in row)
        if turns:
            height = max(beside_height(sheet, target, lower[0]) for target in row)
            return Plan(height, max(height, sizes.mm(24)), place)
        return Plan(least, least + max(0, growth), place)

    return [plan(row) for row in rows]


def _is_lower(sheet: Sheet, target: Target, width: int) -> bool:
    """Whether it leads elsewhere, and its words have room beside its picture."""
    if target.name not in LOWER and not target.name.startswith("page:"):
        return False
    least = sheet.sizes.least
    words = (sheet.measure.width(word, least, bold=True) for word in target.text.shown.split())
    return max(words, default=0) <= beside_parts(sheet, target, width)[1]


def _tile_words(sheet: Sheet, target: Target, cap: int, room: int) -> int:
    cap = sheet.fit([target.text.shown], cap, room, bold=True)
    label = sheet.height(target.text.shown, cap, room, bold=True)
    small = sheet.fit([target.note.shown], sheet.sizes.small, room)
    return label + sheet.height(target.note.shown, small, room)


def _place_tile(sheet: Sheet, target: Target, rect: Rect, cap: int, words: int) -> None:
    sizes = sheet.sizes
    sheet.press(target, rect)
    room = rect.width - 2 * sizes.pad
    cap = sheet.fit([target.text.shown], cap, room, bold=True)
    small = sheet.fit([target.note.shown], sizes.small, room)
    above = rect.height - words - 2 * sizes.pad
    if target.picture:
        area = rect.part(sizes.pad, sizes.pad, room, above - sizes.pad // 2)
        sheet.picture(area, target.picture, rect.width // 2, target)
    label = sheet.height(target.text.shown, cap, room, bold=True)
    note = sheet.height(target.note.shown, small, room)
    if target.picture:
        y = rect.height - words - sizes.pad
    else:
        # The words take the picture's place, in the middle, but below the tick.
        tick = sizes.inset + sizes.mm(TICK_MM) if target.chosen else 0
        y = max((rect.height - label - note) // 2, tick)
    ink: Ink = "ink" if target.enabled else "ink_soft"
    area = rect.part(sizes.pad, y, room, label)
    shown = target.text.shown
    sheet.words(area, shown, cap, bold=True, ink=ink, align="center", target=target.name)
    if note:
        area = rect.part(sizes.pad, y + label, room, note)
        sheet.words(
            area,
            target.note.shown,
            small,
            ink="ink_soft",
            align="center",
            target=target.name,
        )
    if target.chosen:
        side = sizes.mm(TICK_MM)
        sheet.tick(rect.part(rect.width - side - sizes.inset, sizes.inset, side, side), target)
