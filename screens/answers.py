"""The check page: every answer with its pictogram, so that it can be checked without reading,
and beside it the button that changes it; under it where the words need the width.
"""

from kiosk.core.view import Row, Rows, Target
from screens.boxes import Rect
from screens.sharing import in_columns, shared, stacked
from screens.sheet import Plan, Sheet
from screens.sizes import SMALLEST_TARGET_MM, is_wide

CHANGE_MM = 44
PICTURE_MM = 30
BESIDE_CAPITALS = 12
"""With less room for words than so many capitals, the button stands under them."""
CHANGE_MOST_MM = 26


def plan_rows(sheet: Sheet, block: Rows, width: int) -> Plan:
    sizes = sheet.sizes
    gap = max(sizes.up(2.6), min(sizes.gap, sizes.mm(5)))
    columns = 2 if is_wide(sheet.panel) and len(block.rows) > 3 else 1
    if columns > 1 and width // 2 < 1.5 * BESIDE_CAPITALS * sizes.helping:
        columns = 1
    column, step = in_columns(width, columns, gap)
    words = [row.change.text.shown for row in block.rows]
    longest = max((sheet.measure.width(word, sizes.small, bold=True) for word in words), default=0)
    floor = max((sheet.measure.width(word, sizes.least, bold=True) for word in words), default=0)
    wanted = max(sizes.mm(CHANGE_MM * sizes.panel_scale), longest + 2 * sizes.pad)
    button = max(min(column // 3, wanted), floor + 2 * sizes.inset)
    beside = _words_width(sheet, column, button) >= BESIDE_CAPITALS * sizes.helping
    if not beside:
        button = min(column // 2, wanted)
    plans = [_row_plan(sheet, row, column, button, beside=beside) for row in block.rows]
    lines = [plans[start : start + columns] for start in range(0, len(plans), columns)]
    return stacked([_beside(line, step, column) for line in lines], gap, shared)


def _beside(plans: list[Plan], step: int, column: int) -> Plan:
    def place(rect: Rect) -> None:
        for index, plan in enumerate(plans):
            plan.place(rect.part(index * step, 0, column, rect.height))

    least = max(plan.least_px for plan in plans)
    return Plan(least, max(plan.most_px for plan in plans), place)


def _words_width(sheet: Sheet, width: int, button: int) -> int:
    sizes = sheet.sizes
    inset = max(1, sizes.pad // 2)
    return width - sizes.picture(PICTURE_MM) - 3 * sizes.near - button - inset


def _row_plan(sheet: Sheet, row: Row, width: int, button: int, *, beside: bool) -> Plan:
    sizes = sheet.sizes
    inset = max(1, sizes.pad // 2)
    start = sizes.picture(PICTURE_MM) + 2 * sizes.near
    room = _words_width(sheet, width, button if beside else 0)
    small = sheet.fit([row.label.shown], sizes.small, room)
    cap = sheet.fit([row.value.shown], min(sizes.answer, sizes.helping), room, bold=True)
    lines = sizes.density.answer_lines
    label = sheet.height(row.label.shown, small, room)
    value = sheet.height(row.value.shown, cap, room, bold=True, most=lines)
    line = sheet.measure.line_height(sizes.small)
    press = max(sizes.up(SMALLEST_TARGET_MM), line + sizes.mm(1))
    words = label + value
    least = max(press + 2 * inset, words + sizes.pad // 2)
    if not beside:
        least = words + press + 2 * inset + sizes.pad // 2
    most = least + sizes.mm(20 * sizes.panel_scale)

    def place(rect: Rect) -> None:
        sheet.card(rect)
        for_words = rect.height if beside else rect.height - press - inset
        if row.picture:
            area = rect.part(sizes.near // 2, 0, start - sizes.near, for_words)
            sheet.picture(area, row.picture, round(for_words * 0.8))
        y = max(0, (for_words - words) // 2)
        if label:
            area = rect.part(start, y, room, label)
            sheet.words(area, row.label.shown, small, ink="ink_soft")
        if value:
            area = rect.part(start, y + label, room, value)
            sheet.words(area, row.value.shown, cap, bold=True, most_lines=lines)
        high = min(rect.height - 2 * inset, sizes.mm(CHANGE_MOST_MM)) if beside else press
        x = rect.width - button - inset
        y = (rect.height - high) // 2 if beside else rect.height - high - inset
        _place_change(sheet, row.change, rect.part(x, y, button, high))

    return Plan(least, most, place)


def _place_change(sheet: Sheet, target: Target, rect: Rect) -> None:
    sizes = sheet.sizes
    sheet.press(target, rect, "change")
    inner = rect.part(sizes.mm(1), 0, rect.width - 2 * sizes.mm(1), rect.height)
    cap = sheet.fit_line([target.text.shown], sizes.small, inner.width, bold=True)
    sheet.words(
        inner,
        target.text.shown,
        cap,
        bold=True,
        ink="change_ink" if target.enabled else "ink_soft",
        align="center",
        target=target.name,
    )
