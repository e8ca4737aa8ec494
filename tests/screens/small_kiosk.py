"""The smallest kiosk that a mirror can stand before: it notes what happens and shows it.

A tap chooses, typing lands in the field, an arrow moves the focus. Real window, real
mirror, real HTTP; only the core is replaced by the few rules below.
"""

import queue
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import replace

from kiosk.core.events import AnyEvent, KeyPressed, Scanned, Tapped, Typed
from kiosk.core.texts import Text
from kiosk.core.theme import Palette
from kiosk.core.view import Field, Utterance, View
from screens.mirror import Mirror
from screens.mirror_sound import BrowserPlayer
from screens.text import TextEngine
from screens.window import Window
from tests.screens import samples

SIZE = (540, 960)


def react(view: View, event: AnyEvent) -> View:
    match event:
        case Tapped(target="choice:lamp"):
            return samples.number_pad()
        case Tapped(target="back"):
            return samples.tiles()
        case Tapped(target=target):
            return replace(view, focus=target, say=(Utterance(f"U koos {target}", "nl"),))
        case KeyPressed(key=key):
            return replace(view, focus="stop", say=(Utterance(f"Toets {key}", "nl"),))
        case Typed(text=text) if view.input is not None:
            value = view.input.value + text
            field = Field(view.input.kind, value, value)
            return replace(view, blocks=(field, *view.blocks[1:]))
        case Scanned(text=text):
            return replace(view, title=Text.plain(text))
        case _:
            return view


class SmallKiosk:
    """`marks` says whether it tells the mirror that an event was handled."""

    def __init__(
        self,
        palettes: Mapping[str, Palette],
        engine: TextEngine,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        slow_s: float = 0.0,
        sound: BrowserPlayer | None = None,
    ) -> None:
        self.events: list[AnyEvent] = []
        self.view = samples.tiles()
        self._slow_s = slow_s
        self._inbox: queue.SimpleQueue[AnyEvent | None] = queue.SimpleQueue()
        self._window = Window("headless", palettes, engine, size_px=SIZE, panel_width_mm=268)
        self.mirror = Mirror(host, port, self._inbox.put, time.monotonic, sound)
        self._show(self.view)
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    @property
    def url(self) -> str:
        return self.mirror.url.rstrip("/")

    @property
    def pixels_hash(self) -> Callable[[], str]:
        return self._window.pixels_hash

    def show(self, view: View) -> None:
        """As if the core had decided so."""
        self.view = view
        self._show(view)

    def close(self) -> None:
        self._inbox.put(None)
        self._thread.join()
        self.mirror.close()
        self._window.close()

    def _run(self) -> None:
        while (event := self._inbox.get()) is not None:
            time.sleep(self._slow_s)
            self.events.append(event)
            self.view = react(self.view, event)
            self._show(self.view)
            self.mirror.handled(event)

    def _show(self, view: View) -> None:
        self._window.show(view)
        self.mirror.publish(view, self._window.layout, self._window.picture)
