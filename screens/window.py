"""The display and the finger: shows a View, and says what was pressed, touched or scanned.

The picture is laid out for the display's own pixels and millimetres, never scaled. A
press shows at once, before anybody has decided what it means (A14). Only what changed is
painted again; a full and a partial picture have the same pixels. A screen that follows
another comes in with a short movement (`screens.motion`), which any press ends at once.

A blank screen is black, and a finger anywhere on it makes it visible again; its keys and
its layout stay those of the screen that is not seen.

`poll` never waits and never spins: call it, then sleep (8 ms in a visit; up to 40 ms
before one, or a scanner's line falls apart).
"""

import io
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pygame

from kiosk.core.presses import KeyName, Press, Tapped, Touched
from kiosk.core.texts import NOTHING
from kiosk.core.theme import Palette
from kiosk.core.view import Target, View
from screens import qr
from screens.arrangement import PanelArrangement
from screens.boxes import Layout, Panel
from screens.brush import with_ring
from screens.canvas import Canvas, changed
from screens.display import DisplayUnavailable, Mode, open_display
from screens.keyboard import KEYS, Keyboard, code_of, table
from screens.motion import Trail
from screens.text import TextEngine
from screens.touch import Touch
from screens.waiting import Waiting, descriptors, to_display_server

__all__ = ["Closed", "DisplayUnavailable", "Mode", "Window", "WindowEvent"]
FILTER_S = 0.15
UNBLANK = Target("unblank", "setting", NOTHING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """Somebody closed the window."""

    at: float = 0.0


WindowEvent = Press | Closed


class Window:
    """The screen of a kiosk. `palettes` are its themes by name; the first is the fallback."""

    def __init__(
        self,
        mode: Mode,
        palettes: Mapping[str, Palette],
        engine: TextEngine,
        *,
        size_px: tuple[int, int] | None = None,
        panel_width_mm: float | None = None,
        panel_bottom_mm: float | None = None,
        filter_s: float = FILTER_S,
        clock: Callable[[], float] = time.monotonic,
        keys: Mapping[int, KeyName] = KEYS,
        title: str = "Zuil",
    ) -> None:
        self._engine = engine
        self._clock = clock
        self._touch = Touch(filter_s)
        self._keyboard = Keyboard(keys)
        self._waiting = Waiting()
        before = descriptors()
        surface = open_display(mode, size_px, title)
        self._waiting.watch(to_display_server(descriptors() - before))
        self._canvas = Canvas(surface, palettes, engine)
        self.panel = Panel.of(surface.get_size(), panel_width_mm, panel_bottom_mm)
        self.arrangement = PanelArrangement(self.panel, engine)
        self._view: View | None = None
        self._layout = Layout(self.panel, 1.0, 0, (), ())
        self._shown_pressed: str | None = None
        self._has_cursor = mode != "fullscreen"
        self._trail = Trail()

    @property
    def layout(self) -> Layout:
        """What is on the screen now."""
        return self._layout

    def show(self, view: View) -> None:
        """Put a view on the screen."""
        self._canvas.rest()
        old_view, old = self._view, self._layout
        self._view, self._layout = view, self.arrangement.layout(view)
        way = self._trail.way(view)
        explore = "off" if view.blank else view.explore
        self._touch.screen_changed(self._touchable, explore, another=way is not None)
        pressed = self._touch.pressed
        blank = old_view is not None and old_view.blank
        if old_view is None or old_view.theme != view.theme or blank != view.blank:
            areas = [self.panel.rect]
        else:
            marks = old_view.focused ^ view.focused | {self._shown_pressed} ^ {pressed}
            areas = changed(old, self._layout, marks)
        self._shown_pressed = pressed
        if blank != view.blank and self._has_cursor:
            pygame.mouse.set_visible(not view.blank)
        self._canvas.paint(view, self._layout, pressed, areas)
        if way and old_view is not None and view.motion and not (blank or view.blank):
            areas += self._canvas.set_moving(view, self._layout, old, way, self._clock())
        self._canvas.show(areas)

    def poll(self) -> list[WindowEvent]:
        """What happened since the last time. Shows at once what is pressed."""
        happened: list[WindowEvent] = []
        for event in pygame.event.get():
            self._waiting.happened()
            happened += self._translate(event)
        now = self._clock()
        happened += self._keyboard.quiet(now)
        happened += self._touched(now)
        self._canvas.move(now)
        return happened

    def wait(self, blind_s: float, most_s: float | None = None) -> None:
        """Sleep until something may have happened, or for `blind_s` where nothing tells; never
        for longer than `most_s`."""
        now = self._clock()
        due = [most_s, self._touch.due_in(now), self._canvas.due_in(now)]
        self._waiting.wait(blind_s, min((one for one in due if one is not None), default=None))

    def wake(self) -> None:
        """End the sleep. Any thread may ask."""
        self._waiting.wake()

    def picture(self) -> bytes:
        """The screen as a PNG. May be asked from any thread."""
        file = io.BytesIO()
        pygame.image.save(self._canvas.at_rest(), file, "screen.png")
        return file.getvalue()

    def pixels_hash(self) -> str:
        """The same for the same picture, on every machine."""
        import hashlib  # noqa: PLC0415 - not before the first picture

        pixels = pygame.image.tobytes(self._canvas.at_rest(), "RGB")
        return hashlib.sha256(pixels).hexdigest()

    def forget(self) -> None:
        """A visit is over: drop words that were measured or drawn. The screen is shown anew."""
        self._engine.forget()
        self._trail.forget()
        qr.forget()

    def use_keys(self, learned: Mapping[int, KeyName]) -> None:
        """What staff taught goes before the ordinary keys from now on."""
        self._keyboard.keys = table(learned)

    def close(self) -> None:
        self._waiting.close()
        pygame.display.quit()

    def _translate(self, event: pygame.Event) -> list[WindowEvent]:
        at = self._clock()
        match event.type:
            case pygame.QUIT:
                return [Closed(at=at)]
            case pygame.KEYDOWN:
                raw = self._view is not None and self._view.raw_keys
                code = code_of(event.key, getattr(event, "scancode", 0))
                return [*self._keyboard.press(code, event.unicode, at, raw=raw)]
            case pygame.FINGERDOWN | pygame.FINGERMOTION | pygame.FINGERUP:
                x = event.x * self.panel.width_px
                y = event.y * self.panel.height_px
                return self._finger(_FINGER[event.type], event.finger_id, (x, y), at)
            case pygame.MOUSEBUTTONDOWN | pygame.MOUSEMOTION | pygame.MOUSEBUTTONUP:
                # A touch also arrives as a mouse that says so: it was handled as a finger.
                if event.touch or getattr(event, "button", 1) != 1:
                    return []
                return self._finger(_FINGER[event.type], _MOUSE, event.pos, at)
            case pygame.WINDOWEXPOSED | pygame.WINDOWRESTORED:
                pygame.display.flip()
            case _:
                pass
        return []

    def _finger(
        self, what: str, finger: int, point: tuple[float, float], at: float
    ) -> list[WindowEvent]:
        x, y = point
        target = None
        match what:
            case "down":
                self._touch.down(finger, x, y, at, self._touchable)
            case "move":
                self._touch.move(finger, x, y, at, self._touchable)
            case _:
                target = self._touch.up(finger, x, y, at, self._touchable)
        self._show_pressed()
        if target is not None:
            return [Tapped(target=target, at=at)]
        return self._touched(at)

    def _touched(self, at: float) -> list[WindowEvent]:
        target = self._touch.touched(at)
        return [] if target is None else [Touched(target=target, at=at)]

    @property
    def _touchable(self) -> Layout:
        """What a finger finds: on a black screen only the way back to a visible one."""
        if self._view is None or not self._view.blank:
            return self._layout
        everywhere = ((UNBLANK, self.panel.rect),)
        return Layout(self.panel, self._layout.px_per_mm, 0, (), everywhere)

    def _show_pressed(self) -> None:
        pressed = self._touch.pressed
        if pressed == self._shown_pressed:
            return
        before, self._shown_pressed = self._shown_pressed, pressed
        if self._view is None:
            return
        self._canvas.rest()
        places = [rect for name in (before, pressed) if (rect := self._layout.rect_of(name))]
        areas = [with_ring(place, self._layout) for place in places]
        self._canvas.paint(self._view, self._layout, pressed, areas)
        self._canvas.show(areas)


_MOUSE = -1
_FINGER = {
    pygame.FINGERDOWN: "down",
    pygame.MOUSEBUTTONDOWN: "down",
    pygame.FINGERMOTION: "move",
    pygame.MOUSEMOTION: "move",
    pygame.FINGERUP: "up",
    pygame.MOUSEBUTTONUP: "up",
}
