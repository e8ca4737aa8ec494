"""What a visitor reads: answers to check, the tracking code, the square code, paragraphs.

On the check page each answer keeps its pictogram, so that it can be checked without
reading. The tracking code is the largest thing on its screen.
"""

from kiosk.core.view import Code, Paragraph, Qr, Row, Rows, Target
from screens.boxes import Ink, QrModules, Rect, Surface
from screens.choosing import in_columns, shared, stacked
from screens.qr import QUIET_ZONE, modules
from screens.sheet import Plan, Sheet
from screens.sizes import SMALLEST_TARGET_MM

CHANGE_MM = 44
CODE_MM = 22
PARAGRAPH_PICTURE_MM = 34
QR_MM = (50, 100)
QR_MODULE_MM = 0.8  # what a telephone at arm's length still tells apart
TONES: dict[str, Surface] = {"plain": "passive", "good": "good", "warning": "warning"}


def plan_rows(sheet: Sheet, block: Rows, width: int) -> Plan:
    sizes = sheet.sizes
    words = [row.change.text.shown for row in block.rows]
    longest = max((sheet.measure.width(word, sizes.small, bold=True) for word in words), default=0)
    button = min(width // 3, max(sizes.mm(CHANGE_MM * sizes.panel_scale), longest + 2 * sizes.pad))
    gap = min(sizes.gap, sizes.mm(5))
    columns = 2 if sheet.panel.width_px > sheet.panel.height_px and len(block.rows) > 3 else 1
    column, step = in_columns(width, columns, gap)
    plans = [_row_plan(sheet, row, column, button) for row in block.rows]
    lines = [plans[start : start + columns] for start in range(0, len(plans), columns)]
    return stacked([_beside(line, column, step) for line in lines], gap, shared)


def _beside(plans: list[Plan], column: int, step: int) -> Plan:
    def place(rect: Rect) -> None:
        for index, plan in enumerate(plans):
            plan.place(rect.part(index * step, 0, column, rect.height))

    least = max(plan.least_px for plan in plans)
    return Plan(least, max(plan.most_px for plan in plans), place)


def _row_plan(sheet: Sheet, row: Row, width: int, button: int) -> Plan:
    sizes = sheet.sizes
    inset = max(1, sizes.pad // 2)
    start = sizes.picture(30) + 2 * sizes.near
    room = width - start - button - inset - sizes.near
    cap = sheet.fit([row.value.shown], min(sizes.answer, sizes.helping), room, bold=True)
    lines = sizes.density.answer_lines
    label = sheet.height(row.label.shown, sizes.small, room, most=1)
    value = sheet.height(row.value.shown, cap, room, bold=True, most=lines)
    least = max(sizes.up(SMALLEST_TARGET_MM) + 2 * inset, label + value + sizes.pad // 2)
    most = least + sizes.mm(20 * sizes.panel_scale)

    def place(rect: Rect) -> None:
        sheet.card(rect)
        if row.picture:
            area = rect.part(sizes.near // 2, 0, start - sizes.near, rect.height)
            sheet.picture(area, row.picture, round(rect.height * 0.8))
        y = max(0, (rect.height - label - value) // 2)
        area = rect.part(start, y, room, label)
        if label:
            sheet.words(area, row.label.shown, sizes.small, ink="ink_soft", most_lines=1)
        area = rect.part(start, y + label, room, value)
        if value:
            sheet.words(area, row.value.shown, cap, bold=True, most_lines=lines)
        high = min(rect.height - 2 * inset, sizes.mm(26))
        x = rect.width - button - inset
        _place_change(sheet, row.change, rect.part(x, (rect.height - high) // 2, button, high))

    return Plan(least, most, place)


def _place_change(sheet: Sheet, target: Target, rect: Rect) -> None:
    sizes = sheet.sizes
    sheet.press(target, rect, "change")
    inner = rect.shrunk(sizes.mm(1))
    cap = sheet.fit([target.text.shown], sizes.small, inner.width, bold=True)
    sheet.words(
        inner,
        target.text.shown,
        cap,
        bold=True,
        ink="change_ink" if target.enabled else "ink_soft",
        align="center",
        target=target.name,
    )


def plan_code(sheet: Sheet, block: Code, width: int) -> Plan:
    sizes = sheet.sizes
    room = width - 2 * sizes.pad
    shown = "  ".join(block.groups)
    cap = sheet.fit_line([shown], sizes.mm(CODE_MM), room, bold=True)
    label = sheet.height(block.label.shown, sizes.helping, room)
    number = sheet.height(shown, cap, room, bold=True)
    hear = max(
        sizes.up(SMALLEST_TARGET_MM),
        sheet.height(block.hear.text.shown, sizes.helping, room // 2, bold=True) + sizes.pad,
    )
    least = label + number + hear + 2 * sizes.pad

    def place(rect: Rect) -> None:
        sheet.card(rect)
        y = sizes.pad + (rect.height - least) // 3
        area = rect.part(sizes.pad, y, room, label)
        if label:
            sheet.words(area, block.label.shown, sizes.helping, ink="ink_soft", align="center")
        area = rect.part(sizes.pad, y + label, room, number)
        sheet.words(area, shown, cap, bold=True, align="center", ltr=True)
        high = rect.bottom - rect.y - sizes.pad - hear
        place_inline(sheet, block.hear, rect.part(sizes.pad, high, room, hear), shrink=True)

    return Plan(least, least + sizes.mm(20), place)


def place_inline(
    sheet: Sheet, target: Target, rect: Rect, surface: Surface = "quiet", *, shrink: bool = False
) -> None:
    """A button with its picture right before its words, together in the middle.

    With `shrink` the button is no wider than that needs.
    """
    sizes = sheet.sizes
    colored = surface in ("forward", "send")
    cap = sizes.answer if surface != "quiet" else sizes.helping
    side = min(rect.height - sizes.pad, sizes.mm(20)) if target.picture else 0
    between = sizes.near if side else 0
    most = rect.width - side - between - 2 * sizes.pad
    cap = sheet.fit([target.text.shown], cap, most, bold=True)
    lines = sheet.measure.wrap(target.text.shown, cap, most, bold=True)
    needs = max(sheet.measure.width(line, cap, bold=True) for line in lines)
    content = side + between + needs
    if shrink:
        wide = min(rect.width, max(content + 4 * sizes.pad, sizes.up(SMALLEST_TARGET_MM)))
        rect = rect.part((rect.width - wide) // 2, 0, wide, rect.height)
    sheet.press(target, rect, surface)
    x = (rect.width - content) // 2
    if side:
        sheet.picture(rect.part(x, 0, side, rect.height), target.picture, side, target)
    area = rect.part(x + side + between, 0, needs, rect.height)
    ink: Ink = "forward_ink" if surface == "forward" else "send_ink" if colored else "ink"
    if not target.enabled:
        ink = "ink_soft"
    sheet.words(area, target.text.shown, cap, bold=True, ink=ink, target=target.name)


def plan_qr(sheet: Sheet, block: Qr, width: int) -> Plan:
    sizes = sheet.sizes
    found = modules(block.payload)
    count = len(found) + 2 * QUIET_ZONE
    smallest, largest = (
        max(sizes.up(QR_MODULE_MM), sizes.picture(side_mm) // count) for side_mm in QR_MM
    )
    largest = max(smallest, min(largest, (width // 2 - sizes.pad) // count))
    room = width - largest * count - 3 * sizes.pad
    cap = sheet.fit([block.text.shown], sizes.answer, room, bold=True)
    words = sheet.height(block.text.shown, cap, room, bold=True)
    least = max(smallest * count, words) + 2 * sizes.pad

    def place(rect: Rect) -> None:
        sheet.card(rect)
        module = min(largest, (rect.height - 2 * sizes.pad) // count)
        side = module * count
        y = (rect.height - side) // 2
        sheet.add(QrModules(rect.part(sizes.pad, y, side, side), found, module))
        start = side + 2 * sizes.pad
        area = rect.part(start, sizes.pad, room, rect.height - 2 * sizes.pad)
        if words:
            sheet.words(area, block.text.shown, cap, bold=True)

    return Plan(least, max(least, largest * count + 2 * sizes.pad), place)


def plan_paragraph(sheet: Sheet, block: Paragraph, width: int) -> Plan:
    sizes = sheet.sizes
    side = sizes.picture(PARAGRAPH_PICTURE_MM) if block.picture else 0
    start = side + 2 * sizes.near if side else sizes.near
    room = width - start - sizes.near
    cap = sheet.fit([block.heading.shown], sizes.answer, room, bold=True)
    heading = sheet.height(block.heading.shown, cap, room, bold=True)
    # A sentence that stands alone is what the screen is about, and as large as an answer.
    text = sizes.helping if block.heading else sheet.fit([block.text.shown], sizes.answer, room)
    words = sheet.height(block.text.shown, text, room)
    least = max(side, heading + words) + sizes.pad

    def place(rect: Rect) -> None:
        sheet.card(rect, TONES[block.tone])
        if side:
            area = rect.part(sizes.near, 0, side, rect.height)
            sheet.picture(area, block.picture, side)
        y = (rect.height - heading - words) // 2
        if heading:
            area = rect.part(start, y, room, heading)
            sheet.words(area, block.heading.shown, cap, bold=True)
        if words:
            area = rect.part(start, y + heading, room, words)
            sheet.words(area, block.text.shown, text)

    return Plan(least, least + sizes.mm(24 * sizes.panel_scale), place)
