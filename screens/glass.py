"""The screen of this kiosk as the loop knows it: its window, and its mirror if it has one."""

import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from kiosk.core.presses import KeyName, Press
from kiosk.core.theme import Palette
from kiosk.core.view import View
from screens.text import TextEngine
from screens.window import Closed, Mode, Window

if TYPE_CHECKING:
    from kiosk.core.events import AnyEvent
    from screens.mirror import Mirror
    from screens.mirror_sound import BrowserPlayer


class Glass:
    """Shows each view in the window and in the mirror; `on_closed` when the window is shut."""

    def __init__(
        self,
        mode: Mode,
        palettes: Mapping[str, Palette],
        *,
        size_px: tuple[int, int] | None,
        panel_width_mm: float | None,
        panel_bottom_mm: float | None = None,
        filter_s: float,
        title: str,
        on_closed: Callable[[], None],
    ) -> None:
        self.engine = TextEngine()
        self._on_closed = on_closed
        self._mirror: Mirror | None = None
        self._window = Window(
            mode,
            palettes,
            self.engine,
            size_px=size_px,
            panel_width_mm=panel_width_mm,
            panel_bottom_mm=panel_bottom_mm,
            filter_s=filter_s,
            title=title,
        )
        self.arrangement = self._window.arrangement
        self._view: View | None = None

    def open_mirror(
        self,
        address: tuple[str, int],
        inbox: "Callable[[AnyEvent], None]",
        sound: "BrowserPlayer | None" = None,
    ) -> tuple[str, int]:
        """Serve the same screen to a browser, and what is said; where. Raises MirrorUnavailable."""
        from screens.mirror import Mirror  # noqa: PLC0415 - few kiosks have one

        self._mirror = Mirror(*address, inbox, time.monotonic, sound)
        self._publish()
        return self._mirror.host, self._mirror.port

    def show(self, view: View) -> None:
        """What stands there already may still be coming in: it is left alone."""
        if view == self._view:
            return
        self._view = view
        self._window.show(view)
        self._publish()

    def poll(self) -> list[Press]:
        happened = []
        for event in self._window.poll():
            if isinstance(event, Closed):
                self._on_closed()
            else:
                happened.append(event)
        return happened

    def wait(self, blind_s: float, most_s: float | None = None) -> None:
        self._window.wait(blind_s, most_s)

    def wake(self) -> None:
        self._window.wake()

    def handled(self, event: "AnyEvent") -> None:
        """Dealt with, whether or not it changed the screen: the mirror may answer."""
        if self._mirror:
            self._mirror.handled(event)

    def use_keys(self, learned: Mapping[int, KeyName]) -> None:
        """What staff taught: the codes of keys, and what each does from now on."""
        self._window.use_keys(learned)

    def forget(self) -> None:
        self._window.forget()

    def close(self) -> None:
        if self._mirror:
            self._mirror.close()
        self._window.close()

    def _publish(self) -> None:
        if self._mirror and self._view:
            self._mirror.publish(self._view, self._window.layout, self._window.picture)
