"""Each block of a view, and its big buttons, as something to be placed."""

from collections.abc import Callable, Sequence

from kiosk.core.view import (
    Block,
    Choices,
    Code,
    Drawing,
    Field,
    Keys,
    Level,
    Qr,
    Rows,
    Target,
    View,
)
from kiosk.core.view import Paragraph as ParagraphBlock
from screens.answers import plan_rows
from screens.boxes import Rect
from screens.cards import plan_code, plan_paragraph, plan_qr
from screens.choosing import plan_choices
from screens.meter import plan_level
from screens.question import plan_action, plan_picture
from screens.sharing import in_columns
from screens.sheet import Plan, Sheet
from screens.sizes import SMALLEST_TARGET_MM
from screens.typing_parts import plan_field, plan_keys

PAIR = 2
BUTTON_SHARE = 0.3  # of a small lying panel, for a button beside what is typed


def keys_width(sheet: Sheet, view: View) -> int:
    """With how much width every key is wide enough; the question leaves as much to them."""
    rows = [row for block in view.blocks if isinstance(block, Keys) for row in block.rows]
    units = max((sum(key.width for key in row) for row in rows), default=0)
    return round(units * sheet.sizes.up(SMALLEST_TARGET_MM + 2.8))


def plan_actions(
    sheet: Sheet, actions: Sequence[Target], width: int, *, together: bool
) -> list[Plan]:
    """The big buttons, of which only the first that goes on has colour; below each other, or
    `together` where keys need the height."""
    first = next((action for action in actions if action.role in ("forward", "send")), None)
    if not together or len(actions) != PAIR:
        return [plan_action(sheet, one, width, first=one is first) for one in actions]
    column, step = in_columns(width, PAIR, sheet.sizes.gap)
    plans = [plan_action(sheet, one, column, first=one is first) for one in actions]

    def place(rect: Rect) -> None:
        for index, plan in enumerate(plans):
            plan.place(rect.part(index * step, 0, column, rect.height))

    least = max(plan.least_px for plan in plans)
    return [Plan(least, max(least, min(plan.most_px for plan in plans)), place)]


def planned(sheet: Sheet, block: Block) -> Callable[[int], Plan]:
    return lambda width: plan_block(sheet, block, width)


def with_button(sheet: Sheet, planned: Callable[[int], Plan], action: Target, width: int) -> Plan:
    """On a small lying panel: what is asked or typed, and a big button beside it."""
    gap = sheet.sizes.gap
    sizes = sheet.sizes
    words = action.text.shown.split() or [""]
    longest = max(sheet.measure.width(word, sizes.least, bold=True) for word in words)
    picture = width // 10 if action.picture else 0
    second = max(round(width * BUTTON_SHARE), longest + picture + 3 * sizes.inset)
    first = width - second - gap
    line = planned(first)
    button = plan_action(sheet, action, second, first=True)
    least = max(line.least_px, button.least_px)

    def place(rect: Rect) -> None:
        line.place(rect.part(0, 0, first, rect.height))
        button.place(rect.part(first + gap, 0, second, rect.height))

    return Plan(least, max(least, min(line.most_px, button.most_px)), place)


def plan_block(sheet: Sheet, block: Block, width: int, *, alone: bool = False) -> Plan:
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
        case Drawing(picture):
            return plan_picture(sheet, picture)
        case Level():
            return plan_level(sheet, block, width)
        case ParagraphBlock():
            return plan_paragraph(sheet, block, width, alone=alone)
