"""How parts of a screen share a height or a width: its least for each, and then what is left."""

from collections.abc import Callable, Sequence

from screens.boxes import Rect
from screens.sheet import Plan


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


def in_columns(width: int, columns: int, gap: int) -> tuple[int, int]:
    """How wide one of so many columns is, and from one column's start to the next."""
    column = (width - (columns - 1) * gap) // columns
    return column, column + gap
