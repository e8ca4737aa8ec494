"""Answers to choose from: big pictures above words, or a list with pictures beside words.

The picture takes half of a tile and stands first in a list, on the side where reading
begins. All answers on one screen have type of one size. A row of nothing but targets that
turn the page (`page:...`) is lower than the answers.
"""

from collections.abc import Callable, Sequence

from kiosk.core.view import Choices, Target
from screens.boxes import Ink, Rect
from screens.sheet import Plan, Sheet
from screens.sizes import PRIMARY_MM, SMALLEST_TARGET_MM

LIST_MOST_MM = 62
TILE_PICTURE_MM = (24, 62)
TICK_MM = 9


def plan_choices(sheet: Sheet, block: Choices, width: int) -> Plan:
    wide = sheet.panel.width_px > sheet.panel.height_px
    columns = (1 if block.style == "list" else 2) + wide
    rows = _rows(block.targets, columns)
    if block.style == "list":
        plans = _list_plans(sheet, rows, columns, width)
    else:
        plans = _tile_plans(sheet, rows, columns, width)
    return stacked(plans, sheet.sizes.gap, level if block.style == "list" else shared)


def stacked(
    plans: Sequence[Plan], gap: int, share: Callable[[Sequence[Plan], int], list[int]]
) -> Plan:
    """Parts below each other; `share` says how they divide the height."""
    gaps = gap * max(0, len(plans) - 1)

    def place(rect: Rect) -> None:
        y = rect.y
        for plan, height in zip(plans, share(plans, rect.height - gaps), strict=True):
            plan.place(Rect(rect.x, y, rect.width, height))
            y += height + gap

    least = sum(plan.least_px for plan in plans)
    return Plan(least + gaps, sum(plan.most_px for plan in plans) + gaps, place)


def level(plans: Sequence[Plan], height: int) -> list[int]:
    """All of one height as far as there is room; a part that needs more gets just that."""
    mine = height // max(1, len(plans))
    needy = [plan for plan in plans if plan.least_px > mine]
    if needy and len(needy) < len(plans):
        rest = iter(
            level(
                [plan for plan in plans if plan not in needy],
                height - sum(plan.least_px for plan in needy),
            )
        )
        return [plan.least_px if plan in needy else next(rest) for plan in plans]
    return [max(plan.least_px, min(plan.most_px, mine)) for plan in plans]


def shared(plans: Sequence[Plan], height: int) -> list[int]:
    """Each its least, and of what is to spare as much as it can use."""
    spare = max(0, height - sum(plan.least_px for plan in plans))
    room = sum(plan.most_px - plan.least_px for plan in plans)
    if room <= 0:
        return [plan.least_px for plan in plans]
    part = min(1.0, spare / room)
    return [plan.least_px + int((plan.most_px - plan.least_px) * part) for plan in plans]


def _rows(targets: tuple[Target, ...], columns: int) -> list[tuple[Target, ...]]:
    return [targets[start : start + columns] for start in range(0, len(targets), columns)]


def in_columns(width: int, columns: int, gap: int) -> tuple[int, int]:
    """How wide one of so many columns is, and from one column's start to the next."""
    column = (width - (columns - 1) * gap) // columns
    return column, column + gap


def _list_plans(
    sheet: Sheet, rows: list[tuple[Target, ...]], columns: int, width: int
) -> list[Plan]:
    column, step = in_columns(width, columns, sheet.sizes.gap)
    most = sheet.sizes.mm(LIST_MOST_MM * sheet.sizes.panel_scale)

    def plan(row: tuple[Target, ...]) -> Plan:
        def place(rect: Rect) -> None:
            for index, target in enumerate(row):
                place_beside(sheet, target, rect.part(index * step, 0, column, rect.height))

        least = max(_beside_height(sheet, target, column) for target in row)
        return Plan(least, max(least, most), place)

    return [plan(row) for row in rows]


def _beside_parts(sheet: Sheet, target: Target, width: int) -> tuple[int, int]:
    """Where words begin in an answer with its picture beside them, and how wide they may be."""
    sizes = sheet.sizes
    start = width // 4 if target.picture else 2 * sizes.pad
    end = sizes.mm(TICK_MM) + sizes.pad if target.chosen else 0
    return start, width - start - end - 2 * sizes.pad


def _beside_height(sheet: Sheet, target: Target, width: int) -> int:
    sizes = sheet.sizes
    _, room = _beside_parts(sheet, target, width)
    cap = sheet.fit([target.text.shown], sizes.answer, room, bold=True)
    words = sheet.height(target.text.shown, cap, room, bold=True)
    words += sheet.height(target.note.shown, sizes.small, room)
    least_mm = SMALLEST_TARGET_MM if target.name.startswith("page:") else PRIMARY_MM
    return max(sizes.up(least_mm), words + sizes.pad)


def place_beside(sheet: Sheet, target: Target, rect: Rect) -> None:
    """One answer: picture in the first quarter, words and a smaller note beside it."""
    sizes = sheet.sizes
    sheet.press(target, rect)
    start, room = _beside_parts(sheet, target, rect.width)
    if target.picture:
        side = min(round(rect.height * 0.76), start - 2 * sizes.near)
        sheet.picture(rect.part(0, 0, start, rect.height), target.picture, side, target)
    cap = sheet.fit([target.text.shown], sizes.answer, room, bold=True)
    label = sheet.height(target.text.shown, cap, room, bold=True)
    note = sheet.height(target.note.shown, sizes.small, room)
    y = max(0, (rect.height - label - note) // 2)
    ink: Ink = "ink" if target.enabled else "ink_soft"
    area = rect.part(start, y, room, label)
    sheet.words(area, target.text.shown, cap, bold=True, ink=ink, target=target.name)
    if note:
        area = rect.part(start, y + label, room, note)
        sheet.words(area, target.note.shown, sizes.small, ink="ink_soft", target=target.name)
    if target.chosen:
        side = sizes.mm(TICK_MM)
        x = rect.width - side - 2 * sizes.pad
        sheet.tick(rect.part(x, (rect.height - side) // 2, side, side), target)


def _tile_plans(
    sheet: Sheet, rows: list[tuple[Target, ...]], columns: int, width: int
) -> list[Plan]:
    sizes = sheet.sizes
    tile, step = in_columns(width, columns, sizes.gap)
    room = tile - 2 * sizes.pad
    tiles = [target for row in rows for target in row if not target.name.startswith("page:")]
    cap = sheet.fit([target.text.shown for target in tiles], sizes.answer, room, bold=True)
    smallest, largest = TILE_PICTURE_MM

    def plan(row: tuple[Target, ...]) -> Plan:
        def place(rect: Rect) -> None:
            for column, target in enumerate(row):
                place_at = rect.part(column * step, 0, tile, rect.height)
                if turns:
                    place_beside(sheet, target, place_at)
                else:
                    _place_tile(sheet, target, place_at, cap, words)

        # Rows grow by the same amount, so that all pictures on a screen are of one size.
        words = max(_tile_words(sheet, target, cap, room) for target in row)
        least_picture = max(sizes.picture(smallest), sizes.mm(TICK_MM))
        least = max(sizes.up(PRIMARY_MM), 3 * sizes.pad + words + least_picture)
        growth = min(tile // 2, sizes.mm(largest)) + 2 * sizes.pad - sizes.picture(smallest)
        turns = all(target.name.startswith("page:") for target in row)
        if turns:
            height = max(_beside_height(sheet, target, tile) for target in row)
            return Plan(height, max(height, sizes.mm(24)), place)
        return Plan(least, least + max(0, growth), place)

    return [plan(row) for row in rows]


def _tile_words(sheet: Sheet, target: Target, cap: int, room: int) -> int:
    label = sheet.height(target.text.shown, cap, room, bold=True)
    return label + sheet.height(target.note.shown, sheet.sizes.small, room)


def _place_tile(sheet: Sheet, target: Target, rect: Rect, cap: int, words: int) -> None:
    sizes = sheet.sizes
    sheet.press(target, rect)
    room = rect.width - 2 * sizes.pad
    above = rect.height - words - 2 * sizes.pad
    if target.picture:
        area = rect.part(sizes.pad, sizes.pad, room, above - sizes.pad // 2)
        sheet.picture(area, target.picture, rect.width // 2, target)
    label = sheet.height(target.text.shown, cap, room, bold=True)
    note = sheet.height(target.note.shown, sizes.small, room)
    if target.picture:
        y = rect.height - words - sizes.pad
    else:
        # The words take the picture's place, in the middle, but below the tick.
        tick = sizes.pad + sizes.mm(TICK_MM) if target.chosen else 0
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
            sizes.small,
            ink="ink_soft",
            align="center",
            target=target.name,
        )
    if target.chosen:
        side = sizes.mm(TICK_MM)
        sheet.tick(rect.part(rect.width - side - sizes.pad, sizes.pad, side, side), target)
