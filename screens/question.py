"""The question with its picture, news beside the answer, and the one big button."""

from kiosk.core.view import Target, View
from screens.beside import place_beside
from screens.boxes import Rect
from screens.cards import place_inline
from screens.sheet import Plan, Sheet
from screens.sizes import PRIMARY_MM, SMALLEST_TARGET_MM

NOTICE_PICTURES = {"good": "2705", "warning": "26A0"}
TITLE_PICTURE_MM, ABOVE_PICTURE_MM = 26, 40
NOTICE_LEAST_MM, TITLE_LEAST_MM = 7, 8
LARGE_PICTURE_MM = (20, 110)


def plan_picture(sheet: Sheet, code: str) -> Plan:
    """A screen with nothing but a question shows its picture large."""
    sizes = sheet.sizes
    least, most = (sizes.mm(side * sizes.panel_scale) for side in LARGE_PICTURE_MM)
    return Plan(least, most, lambda rect: sheet.picture(rect, code, rect.height))


def plan_title(sheet: Sheet, view: View, width: int, picture: str, *, above: bool = False) -> Plan:
    """Question and helping sentence, with a picture before them, or `above` them."""
    sizes = sheet.sizes
    nominal = ABOVE_PICTURE_MM if above else TITLE_PICTURE_MM
    side = sizes.picture(nominal) if picture else 0
    if side < sizes.mm(TITLE_LEAST_MM):
        side = 0  # too small to tell anything: its room goes to the words
    start = side + sizes.near if side and not above else 0
    high = side + sizes.near if side and above else 0
    room = width - start
    cap = sheet.fit([view.title.shown], sizes.question, room, bold=True)
    title = sheet.height(view.title.shown, cap, room, bold=True)
    small = sheet.fit([view.help.shown], sizes.helping, room)
    help_ = sheet.height(view.help.shown, small, room)
    least = high + title + help_ if above else max(side, title + help_)

    def place(rect: Rect) -> None:
        if side and above:
            sheet.picture(rect.part(0, 0, side, side), picture, side)
        elif side:
            sheet.picture(rect.part(0, 0, side, rect.height), picture, side)
        y = high if above else (rect.height - title - help_) // 2
        if title:
            area = rect.part(start, y, room, title)
            sheet.words(area, view.title.shown, cap, bold=True)
        if help_:
            area = rect.part(start, y + title, room, help_)
            sheet.words(area, view.help.shown, small, ink="ink_soft")

    return Plan(least, least, place)


def plan_notice(sheet: Sheet, view: View, width: int) -> Plan:
    sizes = sheet.sizes
    side = max(sizes.picture(18), sizes.mm(NOTICE_LEAST_MM))
    start = side + 2 * sizes.near
    room = width - start - sizes.near
    cap = sheet.fit([view.notice.shown], sizes.helping, room, bold=True)
    words = sheet.height(view.notice.shown, cap, room, bold=True)
    least = max(side, words) + sizes.pad

    def place(rect: Rect) -> None:
        sheet.card(rect, view.notice_tone)
        area = rect.part(sizes.near, 0, side, rect.height)
        sheet.picture(area, NOTICE_PICTURES[view.notice_tone], side)
        area = rect.part(start, 0, room, rect.height)
        sheet.words(area, view.notice.shown, cap, bold=True)

    return Plan(least, least, place)


def plan_action(sheet: Sheet, action: Target, width: int, *, first: bool) -> Plan:
    """One big button; only the first has colour. An answer (yes or no) is as on a list."""
    sizes = sheet.sizes
    least = sizes.up(SMALLEST_TARGET_MM if sizes.is_small else PRIMARY_MM)
    side = min(sizes.mm(20), least - sizes.pad) if action.picture else 0
    room = width - 2 * sizes.inset - (side + sizes.near if side else 0)
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
            place_inline(sheet, action, rect, "send" if action.role == "send" else "forward", side)
        else:
            place_inline(sheet, action, rect, "press", side)

    most = sizes.mm((48 if action.role == "choice" else 30) * sizes.panel_scale)
    return Plan(least, max(least, most), place)
