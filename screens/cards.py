"""What a visitor reads: the tracking code, the square code, cards with a few sentences.

The tracking code is the largest thing on its screen. It stands on one line where its
digits then stay larger than the question; else on two, or three.
"""

from typing import Literal

from kiosk.core.view import Code, Paragraph, Qr, Target
from screens.boxes import Ink, QrModules, Rect, Surface
from screens.qr import QUIET_ZONE, modules
from screens.sheet import Plan, Sheet
from screens.sizes import SMALLEST_TARGET_MM

CODE_MM = 22
CODE_OVER_QUESTION = 1.15
PARAGRAPH_PICTURE_MM, LARGE_PICTURE_MM = 34, 84
QR_MM = (50, 100)
TEXT_CAPITALS = 8  # a sentence is at least so many capitals wide
QR_MODULE_MM = 0.8  # what a telephone at arm's length still tells apart
TONES: dict[str, Surface] = {"plain": "passive", "good": "good", "warning": "warning"}


def plan_code(sheet: Sheet, block: Code, width: int) -> Plan:
    sizes = sheet.sizes
    room = width - 2 * sizes.inset
    shown, cap = _code_lines(sheet, block.groups, room)
    label_cap = sheet.fit([block.label.shown], sizes.helping, room)
    label = sheet.height(block.label.shown, label_cap, room)
    number = sheet.height(shown, cap, room, bold=True)
    side = min(sizes.mm(20), sizes.up(SMALLEST_TARGET_MM) - sizes.pad)
    hear_cap = sheet.fit([block.hear.text.shown], sizes.helping, room // 2, bold=True)
    words = sheet.height(block.hear.text.shown, hear_cap, room // 2, bold=True)
    hear = max(sizes.up(SMALLEST_TARGET_MM), words + sizes.pad)
    least = label + number + hear + 2 * sizes.pad

    def place(rect: Rect) -> None:
        sheet.card(rect)
        y = sizes.pad + max(0, rect.height - least) // 3
        area = rect.part(sizes.inset, y, room, label)
        if label:
            sheet.words(area, block.label.shown, label_cap, ink="ink_soft", align="center")
        area = rect.part(sizes.inset, y + label, room, number)
        sheet.words(area, shown, cap, bold=True, align="center")
        high = rect.bottom - rect.y - sizes.pad - hear
        area = rect.part(sizes.inset, high, room, hear)
        place_inline(sheet, block.hear, area, side=side, shrink=True)

    return Plan(least, least + sizes.mm(20), place)


def _code_lines(sheet: Sheet, groups: tuple[str, ...], room: int) -> tuple[str, int]:
    """The number on as few lines as leave it the largest on its screen."""
    sizes = sheet.sizes
    most = sizes.mm(CODE_MM)
    wanted = min(most, round(CODE_OVER_QUESTION * sizes.question))
    for a_line in range(len(groups), 0, -1):
        lines = ["  ".join(groups[at : at + a_line]) for at in range(0, len(groups), a_line)]
        cap = sheet.fit_line(lines, most, room, bold=True)
        if cap >= wanted or a_line == 1:
            return "\n".join(lines), cap
    return "", most


def place_inline(
    sheet: Sheet,
    target: Target,
    rect: Rect,
    surface: Surface = "quiet",
    side: int = 0,
    *,
    shrink: bool = False,
) -> None:
    """A button with its picture right before its words, together in the middle.

    `side` is that of the picture. With `shrink` the button is no wider than it needs.
    """
    sizes = sheet.sizes
    colored = surface in ("forward", "send")
    cap = sizes.answer if surface != "quiet" else sizes.helping
    side = side if target.picture else 0
    between = sizes.near if side else 0
    most = rect.width - side - between - 2 * sizes.inset
    cap = sheet.fit([target.text.shown], cap, most, bold=True)
    lines = sheet.measure.wrap(target.text.shown, cap, most, bold=True)
    needs = max(sheet.measure.width(line, cap, bold=True) for line in lines)
    content = side + between + needs
    if shrink:
        wide = min(rect.width, max(content + 4 * sizes.inset, sizes.up(SMALLEST_TARGET_MM)))
        rect = rect.part((rect.width - wide) // 2, 0, wide, rect.height)
    sheet.press(target, rect, surface)
    x = (rect.width - content) // 2
    if side:
        sheet.picture(rect.part(x, 0, side, rect.height), target.picture, side, target)
    area = rect.part(x + side + between, 0, needs, rect.height)
    ink: Ink = "forward_ink" if surface == "forward" else "send_ink" if colored else "ink"
    if not target.enabled:
        ink = "ink_soft"
    sheet.words(
        area,
        target.text.shown,
        cap,
        bold=True,
        ink=ink,
        target=target.name,
        asked_px=min(sizes.asked, cap) if cap < sizes.floor else None,
    )


def plan_qr(sheet: Sheet, block: Qr, width: int) -> Plan:
    """The code with its sentence beside it; below it where the sentence has no room there."""
    sizes = sheet.sizes
    found = modules(block.payload)
    count = len(found) + 2 * QUIET_ZONE
    smallest, largest = (
        max(sizes.up(QR_MODULE_MM), sizes.picture(side_mm) // count) for side_mm in QR_MM
    )
    largest = max(smallest, min(largest, (width // 2 - sizes.inset) // count))
    room = width - largest * count - 3 * sizes.inset
    beside = room >= TEXT_CAPITALS * sizes.helping
    if not beside:
        room = width - 2 * sizes.inset
    nominal = sizes.answer if beside else sizes.helping
    cap = sheet.fit([block.text.shown], nominal, room, bold=True)
    words = sheet.height(block.text.shown, cap, room, bold=True)
    high = max(smallest * count, words) if beside else smallest * count + words
    least = high + 2 * sizes.inset

    def place(rect: Rect) -> None:
        sheet.card(rect)
        inner = rect.height - 2 * sizes.inset
        module = min(largest, (inner if beside else inner - words) // count)
        side = module * count
        x = sizes.inset if beside else (rect.width - side) // 2
        y = (rect.height - side) // 2 if beside else sizes.inset
        sheet.add(QrModules(rect.part(x, y, side, side), found, module))
        if beside:
            area = rect.part(side + 2 * sizes.inset, sizes.inset, room, inner)
        else:
            area = rect.part(sizes.inset, sizes.inset + side, room, inner - side)
        if words:
            align: Literal["left", "center"] = "left" if beside else "center"
            sheet.words(area, block.text.shown, cap, bold=True, align=align)

    most = largest * count + 2 * sizes.inset + (0 if beside else words)
    return Plan(least, max(least, most), place)


def plan_paragraph(sheet: Sheet, block: Paragraph, width: int, *, alone: bool = False) -> Plan:
    """A card with its picture where reading begins; one that is `alone` on its screen has its
    picture large above its words, where there is room."""
    sizes = sheet.sizes
    side = sizes.picture(PARAGRAPH_PICTURE_MM) if block.picture else 0
    start = side + 2 * sizes.near if side else sizes.near
    # A sentence that stands alone is what the screen is about, and as large as an answer.
    nominal = sizes.helping if block.heading else sizes.answer

    def fitted(room: int) -> tuple[int, int, int, int]:
        cap = sheet.fit([block.heading.shown], sizes.answer, room, bold=True)
        text = sheet.fit([block.text.shown], nominal, room)
        heading = sheet.height(block.heading.shown, cap, room, bold=True)
        return cap, text, heading, sheet.height(block.text.shown, text, room)

    room = width - start - sizes.near
    _, _, heading, words = fitted(room)
    least = max(side, heading + words) + sizes.pad
    wide = width - 2 * sizes.inset
    _, _, high, low = fitted(wide)
    large = sizes.mm(LARGE_PICTURE_MM * sizes.panel_scale)
    above = large + high + low + 4 * sizes.inset
    alone = alone and bool(side)

    def write(rect: Rect, align: Literal["left", "center"]) -> None:
        cap, text, heading, words = fitted(rect.width)
        y = (rect.height - heading - words) // 2
        if heading:
            area = rect.part(0, y, rect.width, heading)
            sheet.words(area, block.heading.shown, cap, bold=True, align=align)
        if words:
            area = rect.part(0, y + heading, rect.width, words)
            sheet.words(area, block.text.shown, text, align=align)

    def place(rect: Rect) -> None:
        sheet.card(rect, TONES[block.tone])
        if alone and rect.height >= above:
            y = (rect.height - above) // 2 + sizes.inset
            sheet.picture(rect.part(0, y, rect.width, large), block.picture, large)
            y += large + 2 * sizes.inset
            write(rect.part(sizes.inset, y, wide, high + low), "center")
            return
        if side:
            sheet.picture(rect.part(sizes.near, 0, side, rect.height), block.picture, side)
        write(rect.part(start, 0, room, rect.height), "left")

    most = least + sizes.mm(24 * sizes.panel_scale)
    return Plan(least, max(most, above + 8 * sizes.inset) if alone else most, place)
