"""One finger at a time, as the visitor means it (A11).

A button acts when the finger is lifted from where it came down; sliding off cancels. A
second finger is ignored. So is a press on the same button, or on the same spot, within
the filter time after the last one: hands that tremble, and people who tap twice, get one
answer. Nothing here knows pygame; points are pixels, times are seconds.
"""

from dataclasses import dataclass
from math import hypot

from screens.boxes import Layout

SAME_SPOT_MM = 8.0  # half the smallest target


@dataclass(frozen=True, slots=True)
class _Press:
    finger: int
    target: str
    x: float
    y: float


class Touch:
    def __init__(self, filter_s: float) -> None:
        self.filter_s = filter_s
        self._finger: int | None = None
        self._press: _Press | None = None
        self._last: tuple[_Press, float] | None = None
        self._inside = False

    @property
    def pressed(self) -> str | None:
        """The target that is under the finger now, to be shown as pressed."""
        return self._press.target if self._press and self._inside else None

    def down(self, finger: int, x: float, y: float, at: float, layout: Layout) -> None:
        if self._finger is not None:
            return
        self._finger = finger
        target = layout.at(x, y)
        if target is None or not target.enabled:
            return
        press = _Press(finger, target.name, x, y)
        if not self._repeats(press, at, layout):
            self._press, self._inside = press, True

    def move(self, finger: int, x: float, y: float, layout: Layout) -> None:
        if self._press and finger == self._finger:
            target = layout.at(x, y)
            self._inside = target is not None and target.name == self._press.target

    def up(self, finger: int, x: float, y: float, at: float, layout: Layout) -> str | None:
        """The finger is lifted: gives the target's name if it was pressed."""
        if finger != self._finger:
            return None
        self.move(finger, x, y, layout)
        press, self._finger, self._press = self._press, None, None
        if press is None or not self._inside:
            return None
        self._inside = False
        self._last = (press, at)
        return press.target

    def screen_changed(self, layout: Layout) -> None:
        """Under a resting finger the screen was replaced: what it pressed may be gone."""
        if self._press:
            target = layout.at(self._press.x, self._press.y)
            if target is None or target.name != self._press.target or not target.enabled:
                self._press, self._inside = None, False

    def _repeats(self, press: _Press, at: float, layout: Layout) -> bool:
        if self._last is None or at - self._last[1] >= self.filter_s:
            return False
        last = self._last[0]
        near = hypot(press.x - last.x, press.y - last.y) < SAME_SPOT_MM * layout.px_per_mm
        return press.target == last.target or near
