"""What is the same on every screen: who we are at the top, the fixed buttons at the bottom.

Their sizes depend on the panel and the text size only, never on how full a screen is, so
that nothing jumps from one screen to the next.
"""

from kiosk.core.view import Target, View
from screens.boxes import Bar, Ink, Rect
from screens.sheet import Sheet
from screens.sizes import SMALL_MM, SMALLEST_TARGET_MM
from screens.typing_parts import CAPTION_PAD_MM, place_captioned

BAND_MM = 4
STEP_MM = 3
NAV_PLACES = 5
NAV_PICTURE_MM, SETTING_PICTURE_MM = 13, 11
LARGE_PICTURE_MM = 9.5  # with large words there is less room for pictures
BESIDE_SCALE = 0.9  # on narrower panels no word fits beside its picture
SPACE = "    "


def place_head(sheet: Sheet, view: View, width: int) -> int:
    """Band, owner and place, progress. Gives the height at which the question may begin."""
    sizes = sheet.sizes
    scale = sizes.panel_scale
    sheet.add(Bar(Rect(0, 0, sheet.panel.width_px, sizes.mm(BAND_MM * scale)), "brand"))
    # Larger type only as far as both stay on one line: they are not what a visitor came for.
    shown = [f"{view.owner.shown}{SPACE}{view.place.shown}"]
    normal = sizes.fixed_capital(SMALL_MM, larger=False)
    cap = max(normal, sheet.fit_line(shown, sizes.fixed_capital(SMALL_MM), width, bold=True))
    y = sizes.mm((BAND_MM + 4) * scale)
    y += _place_owner(sheet, view, Rect(sizes.margin, y, width, 0), cap)
    y += sizes.mm(3 * scale)
    if view.step:
        _place_steps(sheet, view.step, Rect(sizes.margin, y, width, sizes.mm(STEP_MM * scale)))
    return y + sizes.mm((STEP_MM + 7) * scale)


def _place_owner(sheet: Sheet, view: View, rect: Rect, cap: int) -> int:
    """Owner, and the place at the far end of the line; below it where that does not fit."""
    line = sheet.measure.line_height(cap)
    owner = sheet.measure.width(view.owner.shown, cap, bold=True)
    place = sheet.measure.width(view.place.shown, cap)
    if owner + sheet.sizes.mm(4) + place <= rect.width:
        first = rect.part(0, 0, owner, line)
        second = rect.part(rect.width - place, 0, place, line)
    else:
        first = rect.part(
            0, 0, rect.width, sheet.height(view.owner.shown, cap, rect.width, bold=True)
        )
        below = sheet.height(view.place.shown, cap, rect.width)
        second = rect.part(0, first.height, rect.width, below)
    if view.owner:
        sheet.words(first, view.owner.shown, cap, bold=True, ink="brand")
    if view.place:
        sheet.words(second, view.place.shown, cap, ink="ink_soft")
    return max(first.bottom, second.bottom) - rect.y


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


def place_bottom(sheet: Sheet, view: View, width: int) -> int:
    """Both fixed rows, and a line above them. Gives the height at which the rest must end."""
    sizes, panel = sheet.sizes, sheet.panel
    scale = sizes.panel_scale
    gap = sizes.mm(max(2.6, 4 * scale * scale))
    edge = sizes.mm(7 * scale)
    wide = panel.width_px > panel.height_px
    nav: list[Target | None] = [*view.nav, *[None] * (NAV_PLACES - len(view.nav))]
    settings: list[Target | None] = list(view.settings)
    rows = [nav + settings] if wide else [nav, settings]
    y = panel.height_px - edge
    for row in reversed([row for row in rows if row]):
        stacked = row is not settings or bool(view.text_size) or scale < BESIDE_SCALE
        height = _row_height(sheet, stacked=stacked, large=bool(view.text_size))
        y -= height
        _place_row(sheet, row, Rect(sizes.margin, y, width, height), gap, stacked=stacked)
        y -= gap
    rule = max(1, sizes.mm(0.4))
    sheet.add(Bar(Rect(0, y - rule, panel.width_px, rule), "line"))
    return y - rule


def _row_height(sheet: Sheet, *, stacked: bool, large: bool) -> int:
    sizes = sheet.sizes
    line = sheet.measure.line_height(sizes.fixed_capital(SMALL_MM))
    picture = sizes.mm((LARGE_PICTURE_MM if large else NAV_PICTURE_MM) * sizes.panel_scale)
    if stacked:
        # Two lines of the smallest words fit as well, instead of the picture.
        two = 2 * sheet.measure.line_height(sizes.floor)
        return max(sizes.up(SMALLEST_TARGET_MM), picture + line + sizes.mm(3.5), two + sizes.mm(2))
    return max(sizes.up(SMALLEST_TARGET_MM), line + sizes.mm(5 * sizes.panel_scale))


def _place_row(
    sheet: Sheet, row: list[Target | None], rect: Rect, gap: int, *, stacked: bool
) -> None:
    sizes = sheet.sizes
    cell = (rect.width - gap * (len(row) - 1)) / len(row)
    shown = [target.text.shown for target in row if target]
    picture = 0 if stacked else sizes.mm((SETTING_PICTURE_MM + 3) * sizes.panel_scale)
    room = int(cell) - 2 * sizes.mm(CAPTION_PAD_MM) - picture - 1
    cap = sheet.fit(shown, sizes.fixed_capital(SMALL_MM), room, bold=True)
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
            place_captioned(sheet, target, place, cap)
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
    sheet.words(area, target.text.shown, cap, bold=True, ink=ink, target=target.name)
