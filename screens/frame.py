"""What is the same on every screen: who we are at the top, the fixed buttons at the bottom.

Their sizes depend on the panel and the text size only, never on how full a screen is, so
that nothing jumps from one screen to the next. Where the buttons stand:

    standing             two rows at the bottom: back ... stop, and under them the settings
    lying                one row at the bottom
    standing, 10 inch    three rows of three
    lying, 10 inch       two columns at the far end: five rows beside the contents

In the reach zone (A12) the rows end where the zone ends, and what lies below it is empty.
"""

from dataclasses import dataclass

from kiosk.core.view import Target, View
from screens.boxes import Bar, Ink, Panel, Rect
from screens.sheet import Sheet
from screens.sizes import SMALL_MM, SMALLEST_CAPITAL_MM, SMALLEST_TARGET_MM, is_wide
from screens.typing_parts import CAPTION_PAD_MM, place_captioned

BAND_MM = 4
STEP_MM = 3
NAV_PLACES, SETTING_PLACES = 5, 4
NAV_PICTURE_MM, SETTING_PICTURE_MM = 13, 11
LARGE_PICTURE_MM = 9.5  # with large words there is less room for pictures
LEAST_PICTURE_MM = 6.3
BESIDE_SCALE = 0.9  # on narrower panels no word fits beside its picture
EDGE_MM = 5
RAIL_MM = 73
HIGHEST_MM, HEAD_MM = 430, 32
"""On taller panels the contents stay within so much of the lower part, under the head (A12)."""
REACH_MM = (800, 1100)  # A12, above the floor
LEAST_REACH_MM = 240  # what buttons and a few answers need
SPACE = "    "
Cells = list[Target | None]


@dataclass(frozen=True, slots=True)
class Space:
    """What the frame leaves for the contents. `reach` is the height from which on something
    may be pressed; the top of `area` where it does not matter."""

    area: Rect
    reach: int


def can_be_low(panel: Panel) -> bool:
    """Whether part of the glass lies above the reach zone, so that it makes a difference."""
    return panel.bottom_mm is not None and panel.bottom_mm + panel.height_mm > REACH_MM[1] + 20


def reach_zone(panel: Panel) -> tuple[int, int]:
    """From where to where something may be pressed, in pixels from the top of the glass.

    800 to 1100 mm above the floor; where that is not on the panel, what is nearest to it.
    """
    if panel.bottom_mm is None:
        return 0, panel.height_px
    top_mm = panel.bottom_mm + panel.height_mm
    low_mm = min(max(panel.bottom_mm, REACH_MM[0]), max(panel.bottom_mm, top_mm - LEAST_REACH_MM))
    high_mm = min(top_mm, max(REACH_MM[1], low_mm + LEAST_REACH_MM))
    scale = panel.height_px / panel.height_mm
    return round((top_mm - high_mm) * scale), round((top_mm - low_mm) * scale)


def place_frame(sheet: Sheet, view: View) -> Space:
    """Everything but the contents. Gives the space that is left for them."""
    sizes, panel = sheet.sizes, sheet.panel
    first, last = reach_zone(panel) if view.low else (0, panel.height_px)
    width = panel.width_px - 2 * sizes.margin
    # The fixed buttons need every millimetre for their words, the rest needs its margin.
    edge = min(sizes.margin, max(sizes.mm(EDGE_MM), sizes.margin - sizes.mm(EDGE_MM)))
    if sizes.is_small and is_wide(panel):
        width -= _place_rail(sheet, view, Rect(0, first, panel.width_px, last - first))
        bottom = last - sizes.mm(3)
    else:
        bottom = _place_rows(
            sheet, view, Rect(edge, first, panel.width_px - 2 * edge, last - first)
        )
        bottom -= sizes.up(max(2.6, (3 if is_wide(panel) else 5) * sizes.panel_scale))
    spare = 0 if view.low else max(0, bottom - sizes.mm(HIGHEST_MM + HEAD_MM))
    top = _place_head(sheet, view, width, spare)
    return Space(Rect(sizes.margin, top, width, bottom - top), max(first, top))


def _place_head(sheet: Sheet, view: View, width: int, spare: int) -> int:
    """Band, owner and place, progress. Gives the height at which the question may begin.

    What is to `spare` on a tall panel stays empty above it: nobody has to look up.
    """
    sizes = sheet.sizes
    scale = sizes.panel_scale
    thick = sizes.mm(BAND_MM * scale)
    sheet.add(Bar(Rect(0, spare, sheet.panel.width_px, thick), "brand"))
    band = spare + thick
    # Larger type only as far as both stay on one line: they are not what a visitor came for.
    shown = [f"{view.owner.shown}{SPACE}{view.place.shown}"]
    least = sizes.mm(max(SMALLEST_CAPITAL_MM, SMALL_MM * scale))
    cap = max(least, sheet.fit_line(shown, sizes.frame_capital(), width, bold=True))
    y = band + sizes.mm((2 if sizes.is_small else 4) * scale)
    y += _place_owner(sheet, view, Rect(sizes.margin, y, width, 0), cap)
    y += sizes.mm((2 if sizes.is_small else 3) * scale)
    if view.step:
        _place_steps(sheet, view.step, Rect(sizes.margin, y, width, sizes.mm(STEP_MM * scale)))
    return y + sizes.mm((STEP_MM + (2 if sizes.is_small else 5)) * scale)


def _place_owner(sheet: Sheet, view: View, rect: Rect, cap: int) -> int:
    """Owner, and the place at the far end of the line; below it where that does not fit, and
    on a small panel not at all."""
    sizes = sheet.sizes
    if sizes.is_small:
        cap = sheet.fit_line([view.owner.shown], cap, rect.width, bold=True)
    line = sheet.measure.line_height(cap)
    owner = sheet.measure.width(view.owner.shown, cap, bold=True)
    place = sheet.measure.width(view.place.shown, cap)
    with_place = bool(view.place)
    if owner + sizes.mm(4) + place <= rect.width:
        first = rect.part(0, 0, owner, line)
        second = rect.part(rect.width - place, 0, place, line)
    else:
        first = rect.part(
            0, 0, rect.width, sheet.height(view.owner.shown, cap, rect.width, bold=True)
        )
        below = sheet.height(view.place.shown, cap, rect.width)
        second = rect.part(0, first.height, rect.width, below)
        with_place = with_place and not sizes.is_small
    asked = min(cap, sizes.asked)
    if view.owner:
        sheet.words(first, view.owner.shown, cap, bold=True, ink="brand", asked_px=asked)
    if with_place:
        sheet.words(second, view.place.shown, cap, ink="ink_soft", asked_px=asked)
    return max(first.bottom, second.bottom if with_place else 0) - rect.y


def _place_steps(sheet: Sheet, step: tuple[int, int], rect: Rect) -> None:
    """One piece for each step; those done are filled, those to come are hollow."""
    done, total = step[0], max(step)
    gap = sheet.sizes.mm(1.5)
    for index in range(total):
        left = round(index * (rect.width + gap) / total)
        right = round((index + 1) * (rect.width + gap) / total) - gap
        piece = rect.part(left, 0, max(1, right - left), rect.height)
        hollow = index >= done
        sheet.add(Bar(piece, "line" if hollow else "brand", rect.height // 2, hollow))


def _cells(view: View) -> tuple[Cells, Cells]:
    nav: Cells = [*view.nav, *[None] * (NAV_PLACES - len(view.nav))]
    settings: Cells = [*view.settings, *[None] * (SETTING_PLACES - len(view.settings))]
    return nav, settings


def _place_rows(sheet: Sheet, view: View, rect: Rect) -> int:
    """Rows at the bottom, and a line above them. Gives the height of that line."""
    sizes, panel = sheet.sizes, sheet.panel
    scale = sizes.panel_scale
    gap = sizes.up(max(2.6, 4 * scale * scale) if scale >= BESIDE_SCALE else 2.6)
    nav, settings = _cells(view)
    if is_wide(panel):
        rows = [nav + settings]
    elif sizes.is_small:
        cells = nav + settings
        rows = [cells[start : start + 3] for start in range(0, len(cells), 3)]
    else:
        rows = [nav, settings]
    beside = not sizes.text_size and scale >= BESIDE_SCALE and not is_wide(panel)
    y = rect.bottom - sizes.mm((5 if rect.bottom == panel.height_px else 2) * scale)
    for row in reversed([row for row in rows if any(row)]):
        stacked = row is not settings or not beside
        cell = (rect.width - gap * (len(row) - 1)) // len(row)
        height = _row_height(sheet, cell, stacked=stacked)
        y -= height
        _place_row(sheet, row, Rect(rect.x, y, rect.width, height), gap, stacked=stacked)
        y -= gap
    rule = max(1, sizes.mm(0.4))
    sheet.add(Bar(Rect(0, y - rule, panel.width_px, rule), "line"))
    return y - rule


def _place_rail(sheet: Sheet, view: View, rect: Rect) -> int:
    """Two columns at the end of a small lying panel, over its whole height. Gives their width."""
    sizes = sheet.sizes
    edge, gap = sizes.mm(3), sizes.up(2.6)
    nav, settings = _cells(view)
    width = sizes.mm(RAIL_MM)
    x = rect.width - sizes.mm(3) - width
    high = (rect.height - 2 * edge - gap * (NAV_PLACES - 1)) // NAV_PLACES
    for index, cell in enumerate(zip(nav, [None, *settings], strict=True)):
        y = rect.y + edge + index * (high + gap)
        # The column of settings stands at the outer edge, as the lower row does elsewhere.
        _place_row(sheet, list(cell), Rect(x, y, width, high), gap, stacked=True)
    rule = max(1, sizes.mm(0.4))
    sheet.add(Bar(Rect(x - sizes.mm(3), 0, rule, sheet.panel.height_px), "line"))
    return width + sizes.mm(8) - sizes.margin


def _row_height(sheet: Sheet, cell: int, *, stacked: bool) -> int:
    sizes = sheet.sizes
    line = sheet.measure.line_height(sizes.frame_capital(cell))
    nominal = LARGE_PICTURE_MM if sizes.text_size else NAV_PICTURE_MM
    picture = sizes.mm(max(LEAST_PICTURE_MM, nominal * sizes.panel_scale))
    if stacked:
        # Two lines of the smallest words fit as well, instead of the picture.
        two = 2 * sheet.measure.line_height(sizes.mm(SMALLEST_CAPITAL_MM))
        extra = sizes.mm(1.5 if sizes.is_small else 3.5)
        return max(sizes.up(SMALLEST_TARGET_MM), picture + line + extra, two + sizes.mm(2))
    return max(sizes.up(SMALLEST_TARGET_MM), line + sizes.mm(5 * sizes.panel_scale))


def _place_row(sheet: Sheet, row: Cells, rect: Rect, gap: int, *, stacked: bool) -> None:
    sizes = sheet.sizes
    cell = (rect.width - gap * (len(row) - 1)) / len(row)
    shown = [target.text.shown for target in row if target]
    picture = 0 if stacked else sizes.mm((SETTING_PICTURE_MM + 3) * sizes.panel_scale)
    room = int(cell) - 2 * sizes.mm(CAPTION_PAD_MM) - picture - 1
    cap = sheet.fit(shown, sizes.frame_capital(int(cell) if stacked else None), room, bold=True)
    if not stacked and any(
        sheet.height(text, cap, room, bold=True) > rect.height for text in shown
    ):
        cap = sheet.fit_line(shown, cap, room, bold=True)
    for index, target in enumerate(row):
        if target is None:
            continue
        left = round(index * (cell + gap))
        place = rect.part(left, 0, round(index * (cell + gap) + cell) - left, rect.height)
        if stacked:
            place_captioned(sheet, target, place, cap, asked_px=cap)
        else:
            _place_setting(sheet, target, place, cap)


def _place_setting(sheet: Sheet, target: Target, rect: Rect, cap: int) -> None:
    """Picture and word beside each other, together in the middle."""
    sizes = sheet.sizes
    sheet.press(target, rect, "quiet")
    side = sizes.mm(SETTING_PICTURE_MM * sizes.panel_scale) if target.picture else 0
    side = min(side, rect.height)
    between = sizes.mm(3 * sizes.panel_scale) if side else 0
    room = rect.width - side - between - sizes.mm(3)
    lines = sheet.measure.wrap(target.text.shown, cap, room, bold=True)
    needs = max(sheet.measure.width(line, cap, bold=True) for line in lines)
    x = (rect.width - side - between - needs) // 2
    if side:
        sheet.picture(rect.part(x, 0, side, rect.height), target.picture, side, target)
    ink: Ink = "ink" if target.enabled else "ink_soft"
    area = rect.part(x + side + between, 0, needs, rect.height)
    sheet.words(area, target.text.shown, cap, bold=True, ink=ink, target=target.name, asked_px=cap)
