"""The display and the finger: shows a View, and says what was pressed, typed or scanned.

The picture is laid out for the display's own pixels and millimetres, never scaled. A
press shows at once, before anybody has decided what it means (A14). Only what changed is
painted again; a full and a partial picture have the same pixels.

`poll` never waits and never spins: call it, then sleep (8 ms in a visit; up to 40 ms
before one, or a scanner's line falls apart).
"""

import hashlib
import io
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import pygame

from kiosk.core.events import AnyEvent, KeyName, Tapped
from kiosk.core.theme import Palette
from kiosk.core.view import View
from screens import qr
from screens.boxes import Layout, Panel, Rect
from screens.brush import with_ring
from screens.display import DisplayUnavailable, Mode, open_display
from screens.keyboard import KEYS, Keyboard
from screens.layout import layout
from screens.paint import Painter
from screens.text import TextEngine
from screens.touch import Touch
from screens.waiting import Waiting, descriptors, to_display_server

__all__ = ["Closed", "DisplayUnavailable", "Mode", "Window", "WindowEvent"]
FILTER_S = 0.15
FEW_CHANGES = 12
"""Up to so many changed boxes are painted one by one; more, and the whole screen is quicker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """Somebody closed the window."""

    at: float = 0.0


WindowEvent = AnyEvent | Closed


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
        filter_s: float = FILTER_S,
        clock: Callable[[], float] = time.monotonic,
        keys: Mapping[int, KeyName] = KEYS,
        title: str = "Zuil",
    ) -> None:
        self._palettes = palettes
        self._engine = engine
        self._clock = clock
        self._painter = Painter(engine)
        self._touch = Touch(filter_s)
        self._keyboard = Keyboard(keys)
        self._lock = threading.Lock()
        self._waiting = Waiting()
        before = descriptors()
        self._surface = open_display(mode, size_px, title)
        self._waiting.watch(to_display_server(descriptors() - before))
        self.panel = Panel.of(self._surface.get_size(), panel_width_mm)
        self._view: View | None = None
        self._layout = Layout(self.panel, 1.0, 0, (), ())
        self._shown_pressed: str | None = None

    @property
    def layout(self) -> Layout:
        """What is on the screen now."""
        return self._layout

    def show(self, view: View) -> None:
        """Put a view on the screen."""
        old_view, old = self._view, self._layout
        self._view, self._layout = view, layout(view, self.panel, self._engine)
        self._touch.screen_changed(self._layout)
        pressed = self._touch.pressed
        if old_view is None or old_view.theme != view.theme:
            areas: Iterable[Rect] = [self.panel.rect]
        else:
            marks = {old_view.focus} ^ {view.focus} | {self._shown_pressed} ^ {pressed}
            areas = _changed(old, self._layout, marks)
        self._shown_pressed = pressed
        for area in areas:
            self._paint(area)

    def poll(self) -> list[WindowEvent]:
        """What happened since the last time. Shows at once what is pressed."""
        happened: list[WindowEvent] = []
        for event in pygame.event.get():
            self._waiting.happened()
            happened += self._translate(event)
        happened += self._keyboard.quiet(self._clock())
        return happened

    def wait(self, blind_s: float) -> None:
        """Sleep until something may have happened, or for `blind_s` where nothing tells."""
        self._waiting.wait(blind_s)

    def wake(self) -> None:
        """End the sleep. Any thread may ask."""
        self._waiting.wake()

    def picture(self) -> bytes:
        """The screen as a PNG. May be asked from any thread."""
        with self._lock:
            copy = self._surface.copy()
        file = io.BytesIO()
        pygame.image.save(copy, file, "screen.png")
        return file.getvalue()

    def pixels_hash(self) -> str:
        """The same for the same picture, on every machine."""
        with self._lock:
            pixels = pygame.image.tobytes(self._surface, "RGB")
        return hashlib.sha256(pixels).hexdigest()

    def forget(self) -> None:
        """A visit is over: drop words that were measured or drawn. The screen is shown anew."""
        self._engine.forget()
        qr.forget()

    def close(self) -> None:
        self._waiting.close()
        pygame.display.quit()

    def _translate(self, event: pygame.Event) -> list[WindowEvent]:
        at = self._clock()
        match event.type:
            case pygame.QUIT:
                return [Closed(at=at)]
            case pygame.KEYDOWN:
                typing = self._view is not None and self._view.input is not None
                return [*self._keyboard.press(event.key, event.unicode, at, typing=typing)]
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
                self._touch.down(finger, x, y, at, self._layout)
            case "move":
                self._touch.move(finger, x, y, self._layout)
            case _:
                target = self._touch.up(finger, x, y, at, self._layout)
        self._show_pressed()
        return [Tapped(target=target, at=at)] if target else []

    def _show_pressed(self) -> None:
        pressed = self._touch.pressed
        if pressed == self._shown_pressed:
            return
        before, self._shown_pressed = self._shown_pressed, pressed
        for name in (before, pressed):
            if name is not None and (rect := self._layout.rect_of(name)):
                self._paint(with_ring(rect, self._layout))

    def _paint(self, area: Rect) -> None:
        view = self._view
        if view is None:
            return
        palette = self._palettes.get(view.theme) or next(iter(self._palettes.values()))
        with self._lock:
            self._painter.paint(
                self._surface,
                self._layout,
                palette,
                focus=view.focus,
                pressed=self._shown_pressed,
                area=area,
            )
        pygame.display.update((area.x, area.y, area.width, area.height))


_MOUSE = -1
_FINGER = {
    pygame.FINGERDOWN: "down",
    pygame.MOUSEBUTTONDOWN: "down",
    pygame.FINGERMOTION: "move",
    pygame.MOUSEMOTION: "move",
    pygame.FINGERUP: "up",
    pygame.MOUSEBUTTONUP: "up",
}


def _changed(old: Layout, new: Layout, marks: set[str | None]) -> list[Rect]:
    """Where two layouts differ in what is drawn; the whole panel if in many places."""
    # Boxes are compared in order, for one that is drawn later lies on top.
    if [type(box) for box in old.boxes] != [type(box) for box in new.boxes]:
        return [new.panel.rect]
    rects = [
        box.rect
        for before, after in zip(old.boxes, new.boxes, strict=True)
        if before != after
        for box in (before, after)
    ]
    rects += [
        rect for layout_ in (old, new) for name in marks if name and (rect := layout_.rect_of(name))
    ]
    if len(rects) > FEW_CHANGES:
        return [new.panel.rect]
    return [with_ring(rect, new) for rect in dict.fromkeys(rects)]
