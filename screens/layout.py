"""Where everything stands on a screen: always in the same places, and never cut off.

Standing, from top to bottom: who we are; how far along; the question and its helping
sentence; news or an error beside the answer; the answers; the one big button; and lowest
the fixed buttons (`screens.frame`). Lying, the question stands beside the answers, with
the one big button under it. A small lying panel has all below each other again, and on
it what is typed stands beside the button.

Pure: a `View`, a `Panel` and something that measures words give a `Layout`. A screen
that is too full is tried again tighter (`screens.sizes`); space to spare goes to the
answers first. `fitted` gives nothing where the screen has to be divided into pages;
`layout` draws it all the same, with smaller type where it must.
"""

from collections.abc import Sequence
from dataclasses import replace

from kiosk.core.texts import NOTHING
from kiosk.core.view import Choices, Drawing, Field, Level, Paragraph, Qr, Target, View
from screens.boxes import Layout, Panel, Rect
from screens.frame import Space, place_frame
from screens.parts import keys_width, plan_actions, plan_block, planned, with_button
from screens.question import plan_notice, plan_picture, plan_title
from screens.sharing import shared
from screens.sheet import Measure, Plan, Sheet
from screens.sizes import DENSITIES, EMERGENCY, ROOMY, SMALLER, Density, Sizes, is_wide

LEFT_SHARE = 0.32  # of a lying panel, for the question


class Frames:
    """The frame of the screen that was laid out last: it stays as it is while a screen is
    divided into pages, or tried again with smaller type."""

    def __init__(self, panel: Panel, measure: Measure) -> None:
        self._panel = panel
        self._measure = measure
        self.forget()

    def forget(self) -> None:
        self._of: tuple[object, ...] = ()
        self._placed: tuple[Sheet, Space] | None = None

    def of(self, view: View, density: Density) -> tuple[Sheet, Space]:
        """All that does not hang on what a screen asks or tells, and the space left for that."""
        looks = (view.text_size, view.low, density)
        around = (view.owner, view.place, view.step, view.settings, view.nav)
        if self._placed is None or self._of != (looks, around):
            sheet = Sheet(self._panel, Sizes(self._panel, view.text_size, density), self._measure)
            self._of, self._placed = (looks, around), (sheet, place_frame(sheet, view))
        return self._placed


def fitted(
    view: View, panel: Panel, measure: Measure, frames: Frames | None = None
) -> Layout | None:
    """The screen as roomy as it fits with type of the visitor's size; None where it does not.

    `frames` of the same panel, where many screens are laid out.
    """
    # Cards are read one after another: rather a page more than a wall of words. And they never
    # squeeze what there is to choose.
    cards = sum(isinstance(block, Paragraph | Choices) for block in view.blocks)
    frames = frames or Frames(panel, measure)
    sheet = _roomiest(view, panel, frames, ROOMY if cards > 1 else DENSITIES)
    return sheet.finished(view) if sheet else None


def layout(view: View, panel: Panel, measure: Measure) -> Layout:
    """The screen, with smaller type where there is no other way."""
    frames = Frames(panel, measure)
    found = fitted(view, panel, measure, frames)
    return found or smaller(view, panel, measure, frames)


def smaller(view: View, panel: Panel, measure: Measure, frames: Frames) -> Layout:
    """A screen that does not fit and cannot be divided. The helping sentence and the picture
    give way before anything becomes smaller: they are still spoken."""
    view = replace(view, help=NOTHING, picture="")
    if found := fitted(view, panel, measure, frames):
        return found
    sheet = _roomiest(view, panel, frames, SMALLER)
    if sheet is None and view.notice:
        # What is wrong and how to mend it says what was asked; the question is still spoken.
        sheet = _roomiest(replace(view, title=NOTHING), panel, frames, SMALLER)
    sheet = sheet or _roomiest(view, panel, frames, EMERGENCY)
    if sheet is None:
        sheet = Sheet(panel, Sizes(panel, view.text_size, EMERGENCY[-1]), measure)
        _compose(view, sheet, place_frame(sheet, view), whatever=True)
    return sheet.finished(view)


def _roomiest(
    view: View, panel: Panel, frames: Frames, densities: Sequence[Density]
) -> Sheet | None:
    """The first density with which all fits. What is tighter fits more, so it is looked for
    as in a dictionary, after the two ends."""
    frame, space = frames.of(view, densities[0])

    def tried(density: Density) -> Sheet | None:
        sheet = frame.again(Sizes(panel, view.text_size, density))
        return sheet if _compose(view, sheet, space) and not sheet.is_clipped else None

    if sheet := tried(densities[0]):
        return sheet
    found = tried(densities[-1])
    low, high = 0, len(densities) - 1
    while found and high - low > 1:
        middle = (low + high) // 2
        if sheet := tried(densities[middle]):
            found, high = sheet, middle
        else:
            low = middle
    return found


def _compose(view: View, sheet: Sheet, space: Space, *, whatever: bool = False) -> bool:
    """Place all parts; False where they do not fit, and then nothing is placed, unless
    `whatever` comes of it."""
    if is_wide(sheet.panel) and not sheet.sizes.is_small:
        return _beside(view, sheet, space, whatever=whatever)
    return _below(view, sheet, space, whatever=whatever)


def _below(view: View, sheet: Sheet, space: Space, *, whatever: bool) -> bool:
    """Question, answers and button below each other; the button always lowest."""
    sizes, area = sheet.sizes, space.area
    large_picture = bool(view.picture) and not view.blocks
    blocks, actions = list(view.blocks), list(view.actions)
    body: list[Plan] = []
    side: Target | None = None
    if is_wide(sheet.panel) and _types(view) and actions:
        go_on = actions.pop()
        body.append(with_button(sheet, planned(sheet, blocks.pop(0)), go_on, area.width))
        side = actions.pop() if actions else None

    def title(width: int) -> Plan:
        return plan_title(sheet, view, width, "" if large_picture else view.picture)

    def notice(width: int) -> Plan:
        return plan_notice(sheet, view, width)

    asks = [
        part for part, there in ((title, bool(view.title)), (notice, bool(view.notice))) if there
    ]
    head = [part(area.width) for part in asks]
    if side and asks:
        head[0] = with_button(sheet, asks[0], side, area.width)
    # What only tells may stand above the reach zone, what can be pressed may not.
    telling = 0
    while telling < len(blocks) and isinstance(blocks[telling], Paragraph | Qr | Level | Drawing):
        telling += 1
    alone = len(view.blocks) == 1
    body += [plan_block(sheet, block, area.width, alone=alone) for block in blocks]
    if large_picture:
        body.append(plan_picture(sheet, view.picture))
    above = len(head) + (telling if telling < len(blocks) else len(body))
    lower = plan_actions(sheet, actions, area.width, together=_types(view))
    upper = head + body
    plans = upper + lower
    available = area.height - sizes.gap * max(0, len(plans) - 1)
    fits = sum(plan.least_px for plan in plans) <= available
    below = plans[above:]
    if view.low and below:
        zone = area.bottom - space.reach - sizes.gap * (len(below) - 1)
        fits = fits and sum(plan.least_px for plan in below) <= zone
    if not fits and not whatever:
        return False
    heights = shared(plans, available)
    if view.low and below:
        heights = _in_reach(sheet, plans, above, space)
    y = area.y
    if view.low and below:
        # The question stands right above what it asks for, not far from it.
        y = max(y, space.reach - sum(height + sizes.gap for height in heights[:above]))
    for index, (plan, height) in enumerate(zip(plans, heights, strict=True)):
        if index == len(upper) and fits:
            y = area.bottom - sum(heights[index:]) - sizes.gap * (len(lower) - 1)
        if index == above and view.low:
            y = max(y, space.reach)
        plan.place(Rect(area.x, y, area.width, height))
        y += height + sizes.gap
    return fits


def _in_reach(sheet: Sheet, plans: list[Plan], above: int, space: Space) -> list[int]:
    """Heights with which what can be pressed stands in the reach zone, the rest above it."""
    gap, area = sheet.sizes.gap, space.area
    first = sum(plan.least_px + gap for plan in plans[:above])
    start = max(area.y + first, space.reach)
    upper = shared(plans[:above], start - area.y - gap * above)
    below = plans[above:]
    return upper + shared(below, area.bottom - start - gap * (len(below) - 1))


def _beside(view: View, sheet: Sheet, space: Space, *, whatever: bool) -> bool:
    """The question and the button where reading begins, the answers beside them."""
    sizes, area = sheet.sizes, space.area
    between = 2 * sizes.gap
    left = round((area.width - between) * LEFT_SHARE)
    left = min(left, area.width - between - keys_width(sheet, view))
    right = area.width - between - left
    alone = not view.blocks
    head = [plan_title(sheet, view, left, "" if alone else view.picture, above=True)]
    actions = plan_actions(sheet, view.actions, left, together=False)
    one = len(view.blocks) == 1
    body = [plan_block(sheet, block, right, alone=one) for block in view.blocks]
    if alone and view.picture:
        body.append(plan_picture(sheet, view.picture))
    strip: Plan | None = None
    if view.notice:
        # Under the question; where it does not fit there, over the whole width.
        notice = plan_notice(sheet, view, left)
        taken = sum(plan.least_px + sizes.gap for plan in head + actions)
        if taken + notice.least_px <= area.height:
            head.append(notice)
        else:
            strip = plan_notice(sheet, view, area.width)
            taken = strip.least_px + sizes.gap
            area = area.part(0, taken, area.width, area.height - taken)
    column = head + actions
    available = area.height - sizes.gap * max(0, len(column) - 1)
    room = area.height - sizes.gap * max(0, len(body) - 1)
    reach = max(area.y, space.reach)
    zone = area.bottom - reach - sizes.gap * max(0, len(body) - 1) if view.low else room
    fits = (
        sum(plan.least_px for plan in column) <= available
        and sum(plan.least_px for plan in body) <= zone
    )
    if not fits and not whatever:
        return False
    if strip:
        strip.place(Rect(area.x, space.area.y, area.width, strip.least_px))
    y = area.y
    for plan in head:
        plan.place(Rect(area.x, y, left, plan.least_px))
        y += plan.least_px + sizes.gap
    heights = shared(actions, max(0, area.bottom - y - sizes.gap * max(0, len(actions) - 1)))
    if fits:
        y = area.bottom - sum(heights) - sizes.gap * max(0, len(actions) - 1)
    for plan, height in zip(actions, heights, strict=True):
        plan.place(Rect(area.x, y, left, height))
        y += height + sizes.gap
    y = reach if view.low else area.y
    for plan, height in zip(body, shared(body, zone), strict=True):
        plan.place(Rect(area.x + left + between, y, right, height))
        y += height + sizes.gap
    return fits


def _types(view: View) -> bool:
    return bool(view.blocks) and isinstance(view.blocks[0], Field)
