"""Answers to choose from: big pictures above words, or a list with pictures beside words.

The picture takes half of a tile and stands first in a list, on the side where reading
begins. All answers on one screen have type of one size, but for a word that is too long.
As many stand beside each other as leaves room for words at the visitor's text size.
"""

from kiosk.core.view import Choices, Target
from screens.beside import TICK_MM, beside_height, place_beside
from screens.boxes import Rect
from screens.sharing import in_columns, level, shared, stacked
from screens.sheet import Plan, Sheet
from screens.sizes import is_wide
from screens.tiles import tile_plans

LIST_MOST_MM = 62
LIST_CAPITALS, TILE_CAPITALS = 12, 8
"""A column is at least so many capitals wide: nine letters beside a picture, or under it."""


def plan_choices(sheet: Sheet, block: Choices, width: int) -> Plan:
    wide = is_wide(sheet.panel)
    tiles = block.style == "tiles"
    longest = _longest_word(sheet, block)
    columns = 1
    if tiles:
        least = max(TILE_CAPITALS * sheet.sizes.answer, longest + 2 * sheet.sizes.inset)
        columns = _columns(sheet, 2 + wide, least, width)
    if columns == 1:
        # In a list a quarter is for the picture.
        around = 2 * sheet.sizes.inset + 2 * sheet.sizes.pad
        words = longest + around + sheet.sizes.mm(TICK_MM)
        least = max(LIST_CAPITALS * sheet.sizes.answer, words * 4 // 3)
        columns = _columns(sheet, 1 + wide, least, width)
        tiles = False
    if tiles and len(block.targets) == columns + 1:
        columns = 2  # four as two and two, not as three and one
    rows = _rows(block.targets, columns)
    plans = (tile_plans if tiles else _list_plans)(sheet, rows, columns, width)
    return stacked(plans, sheet.sizes.gap, shared if tiles else level)


def _columns(sheet: Sheet, most: int, least: int, width: int) -> int:
    """How many columns of at least a width there is room for, at least one."""
    fits = (n for n in range(most, 1, -1) if in_columns(width, n, sheet.sizes.gap)[0] >= least)
    return next(fits, 1)


def _longest_word(sheet: Sheet, block: Choices) -> int:
    """The width below which a word would have to be broken, however small."""
    words = [word for target in block.targets for word in target.text.shown.split()]
    notes = [word for target in block.targets for word in target.note.shown.split()]
    least, measure = sheet.sizes.least, sheet.measure
    return max(
        *(measure.width(word, least, bold=True) for word in words),
        *(measure.width(word, least) for word in notes),
        0,
        0,
    )


def _rows(targets: tuple[Target, ...], columns: int) -> list[tuple[Target, ...]]:
    return [targets[start : start + columns] for start in range(0, len(targets), columns)]


def _list_plans(
    sheet: Sheet, rows: list[tuple[Target, ...]], columns: int, width: int
) -> list[Plan]:
    column, step = in_columns(width, columns, sheet.sizes.gap)
    most = sheet.sizes.mm(LIST_MOST_MM * sheet.sizes.panel_scale)

    def plan(row: tuple[Target, ...]) -> Plan:
        def place(rect: Rect) -> None:
            for index, target in enumerate(row):
                place_beside(sheet, target, rect.part(index * step, 0, column, rect.height))

        least = max(beside_height(sheet, target, column) for target in row)
        return Plan(least, max(least, most), place)

    return [plan(row) for row in rows]
