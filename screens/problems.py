"""What is wrong with a layout, in words: nothing may be cut, covered, too small or too close.

A tuple that is empty means that every word fits its place, nothing lies over anything
else, and every target can be pressed by an old hand (A8). Tests run it over a great many
screens; a new kind of block is checked without a line here.
"""

from collections.abc import Iterator
from itertools import combinations

from screens.boxes import Bar, Box, Card, Layout, Picture, QrModules, Rect, Words
from screens.qr import QUIET_ZONE
from screens.sizes import (
    PRIMARY_MM,
    SMALLEST_CAPITAL_MM,
    SMALLEST_GAP_MM,
    SMALLEST_TARGET_MM,
)

KEYS_IN_A_ROW = 14.5
"""A key may be as narrow as the panel divided by this, where that is under 16 mm."""
ROUNDING_PX = 1


def problems(layout: Layout) -> tuple[str, ...]:
    """Every fault of a layout, one sentence each."""
    return (
        *_off_the_panel(layout),
        *_clipped(layout),
        *_covered(layout),
        *_too_small(layout),
        *_too_close(layout),
    )


def _off_the_panel(layout: Layout) -> Iterator[str]:
    for box in layout.boxes:
        if not layout.panel.rect.contains(box.rect):
            yield f"{_name(box)} lies off the panel: {box.rect}"
    for target, rect in layout.targets:
        if not layout.panel.rect.contains(rect):
            yield f"target {target.name} lies off the panel: {rect}"


def _clipped(layout: Layout) -> Iterator[str]:
    for box in layout.boxes:
        match box:
            case Words(rect=rect, needs_px=(width, height)):
                if width > rect.width or height > rect.height:
                    yield f"{_name(box)} is clipped: needs {width}x{height}, has {rect}"
            case QrModules(rect=rect):
                needs = (len(box.modules) + 2 * QUIET_ZONE) * box.module_px
                if rect.width < needs or rect.height < needs or box.module_px < 1:
                    yield f"the square code is clipped: needs {needs}, has {rect}"
            case Picture(rect=rect) if rect.width < layout.px_per_mm * 3:
                yield f"{_name(box)} is too small to tell: {rect}"
            case _:
                pass


def _covered(layout: Layout) -> Iterator[str]:
    """Contents never overlap, and lie wholly inside or wholly outside a card."""
    contents = [box for box in layout.boxes if not isinstance(box, Card | Bar)]
    cards = [box for box in layout.boxes if isinstance(box, Card)]
    for one, other in combinations(contents, 2):
        if one.rect.overlaps(other.rect):
            yield f"{_name(one)} overlaps {_name(other)}: {one.rect}, {other.rect}"
    for card in cards:
        for box in contents:
            if card.rect.overlaps(box.rect) and not card.rect.contains(box.rect):
                yield f"{_name(box)} sticks out of {_name(card)}: {box.rect}, {card.rect}"
    for first, second in combinations(cards, 2):
        apart = not first.rect.overlaps(second.rect)
        if not apart and not first.rect.contains(second.rect):
            yield f"{_name(first)} overlaps {_name(second)}: {first.rect}, {second.rect}"
    spots = {target.name: rect for target, rect in layout.targets}
    for box in contents:
        spot = spots.get(box.target)
        if box.target and (spot is None or not spot.contains(box.rect)):
            yield f"{_name(box)} lies outside its target {box.target}: {box.rect}, {spot}"


def _too_small(layout: Layout) -> Iterator[str]:
    panel_mm = layout.panel.width_px / layout.px_per_mm
    for target, rect in layout.targets:
        least = SMALLEST_TARGET_MM * layout.px_per_mm
        high = PRIMARY_MM if target.role in ("forward", "send") else SMALLEST_TARGET_MM
        wide = min(least, panel_mm / KEYS_IN_A_ROW * layout.px_per_mm)
        least_wide = wide if target.role == "key" else least
        if rect.width < least_wide - ROUNDING_PX or rect.height < high * layout.px_per_mm - 1:
            yield f"target {target.name} is too small: {rect}"
    least_cap = SMALLEST_CAPITAL_MM * layout.px_per_mm
    for box in layout.boxes:
        if isinstance(box, Words) and box.cap_px < least_cap - ROUNDING_PX:
            yield f"{_name(box)} has capitals of {box.cap_px} px, least {least_cap:.1f}"


def _too_close(layout: Layout) -> Iterator[str]:
    least = SMALLEST_GAP_MM * layout.px_per_mm - ROUNDING_PX
    for (one, a), (other, b) in combinations(layout.targets, 2):
        if (apart := _distance(a, b)) < least:
            yield f"targets {one.name} and {other.name} are {apart} px apart, least {least:.0f}"


def _distance(one: Rect, other: Rect) -> int:
    """Pixels between two rectangles, along the axis on which they are furthest apart."""
    across = max(other.x - one.right, one.x - other.right)
    along = max(other.y - one.bottom, one.y - other.bottom)
    return max(across, along)


def _name(box: Box) -> str:
    match box:
        case Words(lines=lines):
            return f"'{' / '.join(lines)}'"
        case Picture(code=code):
            return f"picture {code}"
        case _:
            return f"{type(box).__name__.lower()} {box.target}".strip()
