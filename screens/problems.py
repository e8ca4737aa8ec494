"""What is wrong with a layout, in words: nothing may be cut, covered, too small or too close.

A tuple that is empty means that every word fits its place and has the size that was asked
for (A9), nothing lies over anything else, and every target can be pressed by an old hand
(A8), from a wheelchair where that was asked (A12). Tests run it over a great many screens;
a new kind of block is checked without a line here.

A panel under 15.6 inch may have keys as small as it must, and smaller type where a screen
cannot be divided into pages.
"""

from collections.abc import Iterator
from itertools import combinations

from screens.boxes import Bar, Box, Card, Layout, Picture, QrModules, Rect, Words
from screens.frame import reach_zone
from screens.qr import QUIET_ZONE
from screens.sizes import (
    LARGE_PANEL_MM,
    PRIMARY_MM,
    SMALLEST_CAPITAL_MM,
    SMALLEST_GAP_MM,
    SMALLEST_TARGET_MM,
)

KEYS_IN_A_ROW = 17
"""A key may be as narrow as the panel divided by this, where that is under 16 mm."""
NARROWEST_KEY_MM, LOWEST_KEY_MM, SMALLEST_KEY_CAPITAL_MM = 7.0, 9.0, 3.0
"""On a panel under 15.6 inch, where twelve keys have to stand in a row."""
PRIMARY = ("choice", "forward", "send")
ROUNDING_PX = 1


def problems(layout: Layout) -> tuple[str, ...]:
    """Every fault of a layout, one sentence each."""
    return (
        *_off_the_panel(layout),
        *_clipped(layout),
        *_covered(layout),
        *_too_small(layout),
        *_too_close(layout),
        *_out_of_reach(layout),
    )


def _is_small(layout: Layout) -> bool:
    shorter = min(layout.panel.width_px, layout.panel.height_px)
    return shorter < LARGE_PANEL_MM * layout.px_per_mm


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
                elif box.broken:
                    yield f"{_name(box)} has a word that is too long for its place: {rect}"
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
    scale, small = layout.px_per_mm, _is_small(layout)
    panel_mm = layout.panel.width_px / scale
    for target, rect in layout.targets:
        wide = high = SMALLEST_TARGET_MM
        if target.role in PRIMARY and not small:
            high = PRIMARY_MM
        if target.role == "key":
            wide = NARROWEST_KEY_MM if small else min(wide, panel_mm / KEYS_IN_A_ROW)
            high = LOWEST_KEY_MM if small else high
        if rect.width < wide * scale - ROUNDING_PX or rect.height < high * scale - ROUNDING_PX:
            yield f"target {target.name} is too small: {rect}"
    least = SMALLEST_CAPITAL_MM * scale - ROUNDING_PX
    for box in layout.boxes:
        if not isinstance(box, Words):
            continue
        if small and box.target.startswith("key:"):
            if box.cap_px < SMALLEST_KEY_CAPITAL_MM * scale - ROUNDING_PX:
                yield f"{_name(box)} has capitals of {box.cap_px} px"
        elif box.cap_px < least:
            yield f"{_name(box)} has capitals of {box.cap_px} px, least {least:.1f}"
        elif box.cap_px < box.asked_px - ROUNDING_PX and not small:
            yield f"{_name(box)} has capitals of {box.cap_px} px, asked {box.asked_px}"


def _too_close(layout: Layout) -> Iterator[str]:
    least = SMALLEST_GAP_MM * layout.px_per_mm - ROUNDING_PX
    for (one, a), (other, b) in combinations(layout.targets, 2):
        if (apart := _distance(a, b)) < least:
            yield f"targets {one.name} and {other.name} are {apart} px apart, least {least:.0f}"


def _out_of_reach(layout: Layout) -> Iterator[str]:
    if not layout.low:
        return
    first, last = reach_zone(layout.panel)
    for target, rect in layout.targets:
        if rect.y < first - ROUNDING_PX or rect.bottom > last + ROUNDING_PX:
            yield f"target {target.name} is out of the reach zone: {rect}, {first} to {last}"


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
