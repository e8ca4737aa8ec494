"""One finger at a time, as the visitor means it (A11).

A button acts when the finger is lifted from where it came down; sliding off cancels. A
second finger is ignored. So is a press on the same button, or on the same spot, within
the filter time after the last one: hands that tremble, and people who tap twice, get one
answer. Nothing here knows pygame; points are pixels, times are seconds.

While the visitor explores by touch, `touched` names what wants to be heard:

    lift   what a finger rests on for 0.3 s, or slides onto; a quick tap is only a tap
    tap    what a finger comes down on, at once, or slides onto; not a second time when it
           is tapped again, for that tap chooses it (`kiosk.core.exploring` decides so)
"""

from dataclasses import dataclass
from math import hypot
from typing import Literal

from screens.boxes import Layout

SAME_SPOT_MM = 8.0  # half the smallest target
REST_S = 0.3
"""A finger that stays so long does not tap: it asks. Taps of old hands take 0.1 to 0.25 s."""
Explore = Literal["off", "lift", "tap"]


@dataclass(frozen=True, slots=True)
class _Press:
    finger: int
    target: str
    x: float
    y: float


class Touch:
    def __init__(self, filter_s: float) -> None:
        self.filter_s = filter_s
        self._explore: Explore = "off"
        self._finger: int | None = None
        self._press: _Press | None = None
        self._last: tuple[_Press, float] | None = None
        self._inside = False
        self._under: str | None = None  # what lies under an exploring finger
        self._came_at = 0.0
        self._slid = False
        self._heard: str | None = None
        self._tapped: str | None = None  # heard by a tap: the next one on it chooses

    @property
    def pressed(self) -> str | None:
        """The target that is under the finger now, to be shown as pressed."""
        return self._press.target if self._press and self._inside else None

    def down(self, finger: int, x: float, y: float, at: float, layout: Layout) -> None:
        if self._finger is not None:
            return
        self._finger = finger
        target = layout.at(x, y)
        if target is None:
            self._follow(None, at, slid=False)
            return
        press = _Press(finger, target.name, x, y)
        if self._repeats(press, at, layout):
            self._follow(None, at, slid=False)
            return
        if self._explore == "tap" and target.name == self._tapped:
            self._heard = target.name
        else:
            self._heard = self._tapped = None
        self._follow(target.name, at, slid=False)
        if target.enabled:
            self._press, self._inside = press, True

    def move(self, finger: int, x: float, y: float, at: float, layout: Layout) -> None:
        if finger != self._finger:
            return
        target = layout.at(x, y)
        name = target.name if target else None
        if name != self._under:
            self._follow(name, at, slid=True)
        if self._press:
            self._inside = name == self._press.target

    def up(self, finger: int, x: float, y: float, at: float, layout: Layout) -> str | None:
        """The finger is lifted: gives the target's name if it was pressed."""
        if finger != self._finger:
            return None
        self.move(finger, x, y, at, layout)
        press, self._finger, self._press = self._press, None, None
        self._under = None
        if press is None or not self._inside:
            return None
        self._inside = False
        self._last = (press, at)
        self._tapped = None if self._tapped == press.target else press.target
        return press.target

    def touched(self, at: float) -> str | None:
        """What wants to be heard now, once. Ask on every poll and after every move."""
        name = self._under
        if self._explore == "off" or name is None or name == self._heard:
            return None
        if self._explore == "lift" and not self._slid and at - self._came_at < REST_S:
            return None
        self._heard, self._tapped = name, None
        return name

    def due_in(self, at: float) -> float | None:
        """How soon `touched` may have something to say that no event will tell."""
        if self._explore != "lift" or self._under in (None, self._heard) or self._slid:
            return None
        return max(0.0, self._came_at + REST_S - at)

    def screen_changed(
        self, layout: Layout, explore: Explore = "off", *, another: bool = True
    ) -> None:
        """Under a resting finger the screen was replaced: what it pressed may be gone.

        `another` is False where only something on the same screen changed: what was heard
        there need not be heard again.
        """
        self._explore = explore
        if another:
            self._heard = self._tapped = None
        if self._under is not None and layout.target(self._under) is None:
            self._under = None
        if self._press:
            target = layout.at(self._press.x, self._press.y)
            if target is None or target.name != self._press.target or not target.enabled:
                self._press, self._inside, self._under = None, False, None

    def _follow(self, name: str | None, at: float, *, slid: bool) -> None:
        self._under, self._came_at, self._slid = name, at, slid

    def _repeats(self, press: _Press, at: float, layout: Layout) -> bool:
        if self._last is None or at - self._last[1] >= self.filter_s:
            return False
        last = self._last[0]
        near = hypot(press.x - last.x, press.y - last.y) < SAME_SPOT_MM * layout.px_per_mm
        return press.target == last.target or near
