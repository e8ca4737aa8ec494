"""The same screen in a browser: for a machine without a display, and for staff to look on.

Serves the picture and its accessibility tree, and turns taps, keys, typing and scans into
events for the kiosk's inbox. It decides nothing. A POST is answered when its event was
handled and shown, so whoever drives it from outside needs no waiting of their own.

Where the kiosk has no loudspeaker, the browser is it (`screens.mirror_sound`).

It has no password, hence listens where it is told (loopback unless configured), answers
only to its own name (a page elsewhere cannot reach it by renaming itself), and takes only
JSON (a form elsewhere cannot post to it).
"""

import ipaddress
import threading
from collections.abc import Callable
from urllib.parse import urlsplit

from config.sorry import Sorry
from kiosk.core.events import AnyEvent
from kiosk.core.view import View
from screens.boxes import Layout
from screens.mirror_http import Server
from screens.mirror_sound import BrowserPlayer
from screens.mirror_words import Shown, Unclear, event_for

HANDLED_WITHIN_S = 2.0
POLL_S = 25.0


class MirrorUnavailable(Sorry):
    """The mirror cannot listen; the message is one sentence for who started the kiosk."""


class Mirror:
    """`publish` after every `Window.show`; `handled` after every event that was dealt with."""

    def __init__(
        self,
        host: str,
        port: int,
        inbox: Callable[[AnyEvent], None],
        clock: Callable[[], float],
        sound: BrowserPlayer | None = None,
    ) -> None:
        self._inbox = inbox
        self._clock = clock
        self.sound = sound
        self._change = threading.Condition()
        self._screen: Shown | None = None
        self._pending: dict[int, AnyEvent] = {}
        self._closed = False
        if sound is not None:
            sound.on_news = self._heard
        self._png_lock = threading.Lock()
        self._png: tuple[int, bytes] = (0, b"")
        try:
            self._server = Server(host, port, self)
        except (OSError, OverflowError) as error:
            raise MirrorUnavailable(
                f"The mirror cannot listen on {host}:{port}: stop the program that uses it, "
                "or choose another place with --mirror HOST:PORT."
            ) from error
        self.host = host
        self.port = int(self._server.server_address[1])
        threading.Thread(
            target=lambda: self._server.serve_forever(poll_interval=0.1),
            name="mirror",
            daemon=True,
        ).start()

    @property
    def url(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/"

    def publish(self, view: View, layout: Layout, png: Callable[[], bytes]) -> None:
        """Tell what is on the screen now. `png` is called from another thread, if at all."""
        with self._change:
            seq = self._screen.seq + 1 if self._screen else 1
            self._screen = Shown(view, layout, png, seq)
            self._change.notify_all()
        with self._png_lock:
            self._png = (0, b"")

    def handled(self, event: AnyEvent) -> None:
        """Tell that this very event was dealt with and the outcome published.

        One that did not come from here is ignored.
        """
        with self._change:
            if self._pending.pop(id(event), None) is not None:
                self._change.notify_all()

    def close(self) -> None:
        with self._change:
            self._closed = True
            self._change.notify_all()
        self._server.shutdown()
        self._server.server_close()

    def answers_to(self, host_header: str) -> bool:
        """Whether a request was meant for us. Other names may be a page elsewhere in disguise."""
        try:
            parts = urlsplit(f"//{host_header}")
            name, port = parts.hostname or "", parts.port or 80
        except ValueError:
            return False
        if port != self.port:
            return False
        if name == self.host.lower():
            return True
        ours, theirs = _address(self.host), _address(name)
        if ours is None or ours.is_loopback:
            return name == "localhost" or (theirs is not None and theirs.is_loopback)
        return theirs is not None

    def screen_now(
        self, after: int | None = None, heard: int | None = None, within_s: float = POLL_S
    ) -> Shown:
        """The current screen; with `after`, the next one, or the same when nothing comes.

        With `heard`, something to hear ends the waiting too.
        """
        with self._change:
            if after is not None:
                self._change.wait_for(
                    lambda: self._closed or self._has_news(after, heard), min(within_s, POLL_S)
                )
            if self._screen is None or self._closed:
                raise Unclear("The kiosk is starting or stopping; try again in a moment.", 503)
            return self._screen

    def _has_news(self, after: int, heard: int | None) -> bool:
        if self._screen is not None and self._screen.seq > after:
            return True
        return heard is not None and self.sound is not None and self.sound.number != heard

    def _heard(self) -> None:
        with self._change:
            self._change.notify_all()

    def picture(self) -> bytes:
        screen = self.screen_now()
        with self._png_lock:
            if self._png[0] == screen.seq:
                return self._png[1]
        # Not under the lock: the display must never wait for a picture that is being packed.
        made = screen.png()
        with self._png_lock:
            if screen is self._screen:  # else it is of a visit that may be over
                self._png = (screen.seq, made)
        return made

    def take(self, path: str, body: object) -> Shown:
        """Pass on what a request asks for, and wait until it was dealt with."""
        event = event_for(path, body, self.screen_now(), self._clock())
        if event is not None:
            with self._change:
                self._pending[id(event)] = event
            self._inbox(event)
            with self._change:
                self._change.wait_for(
                    lambda: self._closed or id(event) not in self._pending, HANDLED_WITHIN_S
                )
                self._pending.pop(id(event), None)
        return self.screen_now()


def _address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return None
