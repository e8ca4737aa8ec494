"""Where everything stands on a screen: always in the same places, and never cut off.

From top to bottom: a thin band and who we are; how far along; the question and its
helping sentence; news or an error beside the answer; the answers; the one big button;
and lowest, in reach from a wheelchair (A12), two rows that are the same on every screen:
back, repeat, pause, help and stop, and under them language, sound, size and contrast.

Pure: a `View`, a `Panel` and something that measures words give a `Layout`. A screen
that is too full is tried again tighter (`screens.sizes`); space to spare goes to the
answers first.
"""

from kiosk.core.view import Block, Choices, Code, Field, Keys, Qr, Rows, Target, View
from kiosk.core.view import Paragraph as ParagraphBlock
from screens.boxes import Layout, Panel, Rect
from screens.cards import place_inline, plan_code, plan_paragraph, plan_qr, plan_rows
from screens.choosing import place_beside, plan_choices, shared
from screens.frame import place_bottom, place_head
from screens.sheet import Measure, Plan, Sheet
from screens.sizes import DENSITIES, EMERGENCY, PRIMARY_MM, Sizes
from screens.typing_parts import plan_field, plan_keys

NOTICE_PICTURES = {"good": "2705", "warning": "26A0"}
TITLE_PICTURE_MM = 26
LARGE_PICTURE_MM = (20, 110)


def layout(view: View, panel: Panel, measure: Measure) -> Layout:
    """Place one screen, as roomy as it fits."""
    for density in (*DENSITIES, *EMERGENCY):
        sheet = Sheet(panel, Sizes(panel, view.text_size, density), measure)
        if _compose(view, sheet):
            break
    return sheet.finished(view)


def _compose(view: View, sheet: Sheet) -> bool:
    """Place all parts; False where they do not fit (they are then placed all the same)."""
    sizes, panel = sheet.sizes, sheet.panel
    width = panel.width_px - 2 * sizes.margin
    top = place_head(sheet, view, width)
    bottom = place_bottom(sheet, view, width)
    large_picture = bool(view.picture) and not view.blocks
    head = [_title_plan(sheet, view, width, "" if large_picture else view.picture)]
    if view.notice:
        head.append(_notice_plan(sheet, view, width))
    body = [_block_plan(sheet, block, width) for block in view.blocks]
    if large_picture:
        body.append(_picture_plan(sheet, view.picture))
    actions = [
        _action_plan(sheet, action, width, first=index == 0)
        for index, action in enumerate(view.actions)
    ]
    plans = head + body + actions
    available = bottom - top - sizes.gap * len(plans)
    fits = sum(plan.least_px for plan in plans) <= available
    heights = shared(plans, available)
    y = top
    for plan, height in zip(plans[: len(head) + len(body)], heights, strict=False):
        plan.place(Rect(sizes.margin, y, width, height))
        y += height + sizes.gap
    if fits:
        y = bottom - sum(height + sizes.gap for height in heights[len(head) + len(body) :])
    for plan, height in zip(actions, heights[len(head) + len(body) :], strict=True):
        plan.place(Rect(sizes.margin, y, width, height))
        y += height + sizes.gap
    return fits


def _block_plan(sheet: Sheet, block: Block, width: int) -> Plan:
    match block:
        case Choices():
            return plan_choices(sheet, block, width)
        case Field():
            return plan_field(sheet, block, width)
        case Keys():
            return plan_keys(sheet, block, width)
        case Rows():
            return plan_rows(sheet, block, width)
        case Code():
            return plan_code(sheet, block, width)
        case Qr():
            return plan_qr(sheet, block, width)
        case ParagraphBlock():
            return plan_paragraph(sheet, block, width)


def _picture_plan(sheet: Sheet, code: str) -> Plan:
    """A screen with nothing but a question shows its picture large."""
    sizes = sheet.sizes
    least, most = (sizes.mm(side * sizes.panel_scale) for side in LARGE_PICTURE_MM)
    return Plan(least, most, lambda rect: sheet.picture(rect, code, rect.height))


def _title_plan(sheet: Sheet, view: View, width: int, picture: str) -> Plan:
    sizes = sheet.sizes
    side = sizes.picture(TITLE_PICTURE_MM) if picture else 0
    start = side + sizes.near if side else 0
    room = width - start
    cap = sheet.fit([view.title.shown], sizes.question, room, bold=True)
    title = sheet.height(view.title.shown, cap, room, bold=True)
    help_ = sheet.height(view.help.shown, sizes.helping, room)
    least = max(side, title + help_)

    def place(rect: Rect) -> None:
        if side:
            sheet.picture(rect.part(0, 0, side, rect.height), picture, side)
        y = (rect.height - title - help_) // 2
        if title:
            area = rect.part(start, y, room, title)
            sheet.words(area, view.title.shown, cap, bold=True)
        if help_:
            area = rect.part(start, y + title, room, help_)
            sheet.words(area, view.help.shown, sizes.helping, ink="ink_soft")

    return Plan(least, least, place)


def _notice_plan(sheet: Sheet, view: View, width: int) -> Plan:
    sizes = sheet.sizes
    side = sizes.picture(18)
    start = side + 2 * sizes.near
    room = width - start - sizes.near
    words = sheet.height(view.notice.shown, sizes.helping, room, bold=True)
    least = max(side, words) + sizes.pad

    def place(rect: Rect) -> None:
        sheet.card(rect, view.notice_tone)
        area = rect.part(sizes.near, 0, side, rect.height)
        sheet.picture(area, NOTICE_PICTURES[view.notice_tone], side)
        area = rect.part(start, 0, room, rect.height)
        sheet.words(area, view.notice.shown, sizes.helping, bold=True)

    return Plan(least, least, place)


def _action_plan(sheet: Sheet, action: Target, width: int, *, first: bool) -> Plan:
    """One big button; only the first has colour. An answer (yes or no) is as on a list."""
    sizes = sheet.sizes
    least = sizes.up(PRIMARY_MM)
    room = width - 4 * sizes.pad - (sizes.mm(20) + sizes.pad if action.picture else 0)
    if action.role == "choice":
        room = width - width // 4 - 4 * sizes.pad
    cap = sheet.fit([action.text.shown], sizes.answer, room, bold=True)
    words = sheet.height(action.text.shown, cap, room, bold=True)
    words += sheet.height(action.note.shown, sizes.small, room) if action.role == "choice" else 0
    least = max(least, words + sizes.pad)

    def place(rect: Rect) -> None:
        if action.role == "choice":
            place_beside(sheet, action, rect)
        elif first and action.enabled and action.role in ("forward", "send"):
            place_inline(sheet, action, rect, "send" if action.role == "send" else "forward")
        else:
            place_inline(sheet, action, rect, "press")

    most = sizes.mm((48 if action.role == "choice" else 30) * sizes.panel_scale)
    return Plan(least, max(least, most), place)
