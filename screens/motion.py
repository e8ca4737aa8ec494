"""A short movement that helps to see what changed: on, back, or a panel that comes up.

The new screen is painted whole and at once, only its middle a little beside its place; in
a few steps it comes to rest. Going on it comes from the side where reading goes to, going
back from the other, a panel from below, and what lay under it comes down again. Nothing
is kept but the names of the screens on the way and, while something moves, the narrow
strip that moved out of sight: the pixels at the end are those without any movement.

Nothing here waits: `step` is asked on every poll, and says how far it is by the clock, so
that a slow machine sees fewer steps and never a longer movement.
"""

from typing import Literal

import pygame

from kiosk.core.view import View
from screens.boxes import Bar, Layout, Rect
from screens.brush import with_ring

Way = Literal["on", "back", "up", "down"]
STEP_S = 0.022
PLACES = (1.0, 0.66, 0.41, 0.23, 0.1, 0.03)
"""How far it is from its place, as a part of REACH_MM: fast at first, then calm."""
LASTS_S = STEP_S * len(PLACES)  # 0.13 s; the requirement is less than 0.2
REACH_MM = 11.0
START = "start"
LONGEST_TRAIL = 60


class Trail:
    """The screens on the way here, to tell going back from going on."""

    def __init__(self) -> None:
        self._names: list[tuple[str, int]] = []

    def way(self, view: View) -> Way | None:
        """How this screen follows the last one; None where it is the same one."""
        here = view.screen, view.page[0]
        last = self._names[-1] if self._names else None
        if here == last:
            return None
        if here in self._names:
            del self._names[self._names.index(here) + 1 :]
            left_panel = last is not None and _is_panel(last[0]) and not _is_panel(here[0])
            return "down" if left_panel else "back"
        if view.screen == START:
            self._names = [here]
            return "back"
        from_panel = last is not None and _is_panel(last[0])
        if from_panel and not _is_panel(view.screen):
            self._names = [name for name in self._names if not _is_panel(name[0])]
        self._names = [*self._names, here][-LONGEST_TRAIL:]
        return "up" if _is_panel(view.screen) and not from_panel else "on"

    def forget(self) -> None:
        """The visit is over, and its start screen is there already."""
        self._names = self._names[-1:]


def _is_panel(screen: str) -> bool:
    """Panels belong to no service: `help`, not `melding.waar`."""
    return "." not in screen and screen != START


def moving_part(layout: Layout, old: Layout, view: View) -> Rect | None:
    """The middle of the screen: what is new on it, without the frame around it."""
    before = set(old.boxes)
    frame = {target.name for target in (*view.nav, *view.settings) if target}
    rects = [
        with_ring(box.rect, layout)
        for box in layout.boxes
        if not isinstance(box, Bar) and box.target not in frame and box not in before
    ]
    if not rects:
        return None
    panel = layout.panel.rect
    top = min(rect.y for rect in rects)
    bottom = max(rect.bottom for rect in rects)
    # Of the whole width, or it would come out of nowhere; not over what stands beside it.
    beside = [rect for name in frame if (rect := layout.rect_of(name)) is not None]
    beside = [rect for rect in beside if rect.y < bottom and rect.bottom > top]
    middle = rects[0].x + rects[0].width // 2
    left = max([panel.x, *(rect.right for rect in beside if rect.right <= middle)])
    right = min([panel.right, *(rect.x for rect in beside if rect.x >= middle)])
    part = Rect(left, top, right - left, bottom - top)
    return part if part.width > 0 and part.height > 0 else None


class Motion:
    """One movement of one part of a surface that already shows what is to be seen."""

    def __init__(
        self,
        surface: pygame.Surface,
        part: Rect,
        way: Way,
        *,
        reach_px: int,
        mirrored: bool,
        ground: tuple[int, int, int],
        at: float,
    ) -> None:
        self._part = part
        self._began_at = at
        self._reach = min(reach_px, part.width // 2, part.height // 2)
        side = -1 if mirrored else 1
        self._sign = {"on": side, "back": -side, "up": 1, "down": -1}[way]
        self._upright = way in ("up", "down")
        self._away = 0
        self._strip = surface.subsurface(self._edge(0, self._reach)).copy()
        self._ground = ground
        self._place(surface, self._reach)

    def due_in(self, at: float) -> float:
        """How soon the next step is due."""
        passed = at - self._began_at
        return max(0.0, (int(passed / STEP_S) + 1) * STEP_S - passed)

    def step(self, surface: pygame.Surface, at: float) -> bool:
        """Move as far as the clock says. Whether anything moved."""
        number = int((at - self._began_at) / STEP_S + 1e-6)
        before = self._away
        part = PLACES[number] if number < len(PLACES) else 0.0
        self._place(surface, round(self._reach * part))
        return self._away != before

    @property
    def is_over(self) -> bool:
        return self._away == 0

    def finish(self, surface: pygame.Surface) -> None:
        """Come to rest now."""
        self._place(surface, 0)

    def rested(self, copy: pygame.Surface) -> None:
        """The same for a copy of the surface; the movement itself goes on."""
        away = self._away
        self._place(copy, 0)
        self._away = away

    @property
    def part(self) -> Rect:
        return self._part

    def _place(self, surface: pygame.Surface, away: int) -> None:
        """Move what is seen so that it is `away` from its place."""
        by = (away - self._away) * self._sign
        if not by:
            return
        surface.set_clip(_tuple(self._part))
        surface.scroll(*((0, by) if self._upright else (by, 0)))
        if abs(away) > abs(self._away):
            # It left its place: where it was, there is nothing.
            surface.fill(self._ground, self._edge(self._reach_of_other_side(away), away))
        else:
            self._bring_back(surface, away)
        surface.set_clip(None)
        self._away = away

    def _bring_back(self, surface: pygame.Surface, away: int) -> None:
        """What had left the part on the far side comes in again."""
        back = self._away - away
        first = self._reach - self._away  # of the strip, seen from the middle
        x, y, width, height = self._edge(0, back)
        if self._sign > 0:
            cut = (0, first, width, back) if self._upright else (first, 0, back, height)
        elif self._upright:
            cut = (0, self._reach - first - back, width, back)
        else:
            cut = (self._reach - first - back, 0, back, height)
        surface.blit(self._strip, (x, y), cut)

    def _edge(self, inset: int, length: int) -> tuple[int, int, int, int]:
        """A strip of the part: at the side to which it moves out, `inset` from that edge."""
        part = self._part
        if self._upright:
            y = part.bottom - inset - length if self._sign > 0 else part.y + inset
            return part.x, y, part.width, length
        x = part.right - inset - length if self._sign > 0 else part.x + inset
        return x, part.y, length, part.height

    def _reach_of_other_side(self, away: int) -> int:
        """The inset of a strip of this length at the opposite edge."""
        return (self._part.height if self._upright else self._part.width) - away


def _tuple(rect: Rect) -> tuple[int, int, int, int]:
    return rect.x, rect.y, rect.width, rect.height
