"""How screens lie on this panel: whether one fits, where its targets are, and its layout.

The core asks before it shows (`fits`), when arrows are pressed (`rows`), and the window
draws the same layout (`layout`): a screen is laid out once. What was laid out last is
kept until the visit ends. Speech, focus, theme and motion make no difference to it.
"""

from collections import OrderedDict
from collections.abc import Iterator
from itertools import chain

from kiosk.core.arrangement import MOST_CHOICES
from kiosk.core.view import Choices, Paragraph, Target, View
from screens.boxes import Layout, Panel, Rect
from screens.frame import can_be_low
from screens.layout import Frames, fitted, smaller
from screens.sheet import Measure

MOST_CARDS = 4
"""More to read than this becomes small, and is not read."""
KEPT = 24
"""Layouts: those of the pages of two or three screens."""
ANSWERS_KEPT = 96
EVERY_SCREEN = 20
"""The `patience` of whoever looks at every screen: those of a form and all that hangs over it."""


class PanelArrangement:
    """An `Arrangement` (kiosk.core) for one panel. Words are measured by its text engine."""

    def __init__(self, panel: Panel, measure: Measure, *, patience: int = 1) -> None:
        """`patience` is how many times as much is kept as one visitor needs: whoever looks at
        every screen comes to each of them many times."""
        self.panel = panel
        self._measure = measure
        self._patience = patience
        self._frames = Frames(panel, measure)
        self._layouts: OrderedDict[_Drawn, Layout] = OrderedDict()
        self._fits: OrderedDict[_Drawn, bool] = OrderedDict()

    @property
    def can_be_low(self) -> bool:
        """For `Terminal.can_be_low`: part of the panel lies above the reach zone (A12)."""
        return can_be_low(self.panel)

    def fits(self, view: View) -> bool:
        """Whether all fits at the visitor's text size, with no more than a person can weigh."""
        choices = sum(len(block.targets) for block in view.blocks if isinstance(block, Choices))
        cards = sum(isinstance(block, Paragraph) for block in view.blocks)
        if choices > MOST_CHOICES or cards > MOST_CARDS:
            return False
        key = _drawn(view)
        known = self._fits.get(key)
        return self._lay_out(view, key) is not None if known is None else known

    def layout(self, view: View) -> Layout:
        """Where everything stands; for the window to draw."""
        key = _drawn(view)
        found = self._layouts.get(key)
        if found is not None:
            self._layouts.move_to_end(key)
            return found
        if self._fits.get(key, True):
            found = self._lay_out(view, key)
        if found is None:
            found = smaller(view, self.panel, self._measure, self._frames)
            self._keep(key, found)
        return found

    def rows(self, view: View) -> tuple[tuple[str, ...], ...]:
        """Row by row as they lie: answers, then the big buttons, then the fixed ones."""
        found = self.layout(view)
        rtl = view.direction == "rtl"
        fixed = {target.name for target in (*view.nav, *view.settings) if target}
        actions = {target.name for target in view.actions}
        parts: tuple[list[tuple[Target, Rect]], ...] = ([], [], [])
        for target, rect in found.targets:
            parts[2 if target.name in fixed else target.name in actions].append((target, rect))
        return tuple(chain.from_iterable(_rows(part, rtl=rtl) for part in parts))

    def forget(self) -> None:
        """The visit is over: nothing of its words is remembered (A21)."""
        self._layouts.clear()
        self._fits.clear()
        self._frames.forget()

    def _lay_out(self, view: View, key: "_Drawn") -> Layout | None:
        found = fitted(view, self.panel, self._measure, self._frames)
        self._fits[key] = found is not None
        if len(self._fits) > ANSWERS_KEPT * self._patience:
            self._fits.popitem(last=False)
        if found is not None:
            self._keep(key, found)
        return found

    def _keep(self, key: "_Drawn", found: Layout) -> None:
        self._layouts[key] = found
        if len(self._layouts) > KEPT * self._patience:
            self._layouts.popitem(last=False)


class _Drawn(tuple[object, ...]):
    """All of a view that has to do with where things stand. It is many words, so what they
    amount to is worked out once and not at each look."""

    _amount: int

    def __hash__(self) -> int:
        try:
            return self._amount
        except AttributeError:
            self._amount = super().__hash__()
            return self._amount


def _drawn(view: View) -> _Drawn:
    parts = (
        view.text_size,
        view.direction,
        view.low,
        view.owner.shown,
        view.place.shown,
        view.title.shown,
        view.help.shown,
        view.notice.shown,
        view.notice_tone,
        view.picture,
        view.step,
        view.blocks,
        view.actions,
        view.settings,
        view.nav,
    )
    return _Drawn(parts)


def _rows(part: list[tuple[Target, Rect]], *, rtl: bool) -> Iterator[tuple[str, ...]]:
    """Targets whose middles lie at one height, from where reading begins."""
    waiting = sorted(part, key=lambda spot: spot[1].y + spot[1].height / 2)
    while waiting:
        first = waiting[0][1]
        row = [spot for spot in waiting if spot[1].y + spot[1].height / 2 < first.bottom]
        waiting = [spot for spot in waiting if spot not in row]
        row.sort(key=lambda spot: -spot[1].right if rtl else spot[1].x)
        yield tuple(target.name for target, _ in row)
