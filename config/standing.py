"""The kiosk as it stands: every part is built and connected here, and serves until the end.

at once     the loop, which answers what visitors did before there was one
behind it   voice, printer, outbox, desk (`config.furniture`), in a thread of its own
each turn   what happened; a new bundle that has proven itself; a restart between visits
the end     everything is put away in the opposite order
"""

import math
import os
import sys
import threading
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from config import started
from config.behind import all_is_loaded
from config.device import Device, is_on_this_machine
from config.furniture import Furniture, Site
from config.keys import FILE as KEYS
from config.keys import load_keys
from config.loading import Loaded, on_panel
from config.opening import Opening
from config.problems import Mistakes
from config.started import Ending
from kiosk import logs
from kiosk.between import Between, Reason
from kiosk.core.presses import Press
from kiosk.runtime import Runtime
from screens.glass import Glass

if TYPE_CHECKING:
    from config.updates import Updates
    from screens.mirror_sound import BrowserPlayer

# What few kiosks have is imported where it is used.
# ruff: noqa: PLC0415

PROVEN_S = 10.0
"""A new bundle is good once the kiosk stood this long with all of its parts."""


class Standing:
    """`serve` until it ends, and `put_away`, once each."""

    def __init__(
        self, opening: Opening, loaded: Loaded, held: Sequence[Press], stop: threading.Event
    ) -> None:
        """`held` is what visitors did before everything was there."""
        logs.begin(loaded.device.logs)
        threading.excepthook = _end_with
        glass, rehearsal = opening.glass, loaded.rehearsal
        terminal = on_panel(loaded.terminal, glass.arrangement)
        session = rehearsal.begin(terminal) if rehearsal else None
        runtime = self._runtime = Runtime(terminal, glass, session=session, held=held)
        self._opening, self._loaded, self._stop = opening, loaded, stop
        self._proven_at = math.inf
        self._between = Between(glass.wake)
        self._updates = _updates(loaded, glass, self._between)
        browser = _browser(loaded)
        site = Site(runtime.watch, glass.arrangement.panel, self._between, self._updates)
        self._furniture = Furniture(
            loaded, runtime.post, glass.engine, glass.use_keys, site, browser=browser
        )
        _use_learned_keys(loaded.device, glass)
        if loaded.device.mirror:
            address = _mirror_address(loaded.device, loaded.device.mirror)
            address = glass.open_mirror(address, runtime.post, browser)
            if rehearsal:
                rehearsal.stands(loaded.device.state, address, lambda: runtime.session, stop.set)
        self._furniture.load_behind(glass.wake)

    def serve(self) -> Ending:
        """Visitors, one turn after the other; why it ended."""
        runtime = self._runtime
        while not self._stop.is_set():
            if self._furniture.world is not None and not runtime.is_furnished:
                runtime.furnish(self._furniture.world)
                self._is_furnished()
            if time.monotonic() >= self._proven_at:
                self._is_proven()
            if not runtime.turn():
                runtime.wait()
            if runtime.is_furnished and (reason := self._why_anew()):
                return reason
        return "closed"

    def put_away(self) -> None:
        if self._updates:
            self._updates.close()
        self._furniture.close()

    def _is_furnished(self) -> None:
        all_is_loaded()
        self._proven_at = time.monotonic() + PROVEN_S
        if self._updates:
            self._updates.start()

    def _is_proven(self) -> None:
        self._proven_at = math.inf
        shelf = self._loaded.shelf
        if shelf and shelf.on_trial:
            shelf.prove()
            self._opening.keep()

    def _why_anew(self) -> Reason | None:
        """Why to start anew now; None while nobody asked, or it cannot be done."""
        active = self._runtime.session.active
        reason = self._between.due(time.monotonic(), active=active)
        if reason and self._updates and not self._updates.switch() and reason != "order":
            self._between.withdraw()
            return None
        return reason


def note_end(loaded: Loaded, why: Ending) -> None:
    """It ends in order: for the next start, and so that nothing is held against a new bundle."""
    if loaded.shelf:
        loaded.shelf.closed()
    started.note_end(loaded.device.state, why)


def _updates(loaded: Loaded, glass: Glass, between: Between) -> "Updates | None":
    """What looks for new bundles; None where this kiosk gets none."""
    if loaded.shelf is None:
        return None
    from config.updates import updates_of

    return updates_of(loaded, glass.arrangement.panel, lambda: between.ask("update"))


def _browser(loaded: Loaded) -> "BrowserPlayer | None":
    """What a visitor before a browser hears; None where this kiosk has a loudspeaker."""
    if not loaded.is_heard_in_browser:
        return None
    from screens.mirror_sound import BrowserPlayer

    return BrowserPlayer()


def _use_learned_keys(device: Device, glass: Glass) -> None:
    try:
        learned = load_keys(device.state / KEYS)
    except Mistakes as mistakes:
        sys.stderr.write(f"{mistakes}\nThe ordinary keys are used instead.\n")
        return
    if learned is not None:
        glass.use_keys(learned)


def _end_with(bug: threading.ExceptHookArgs) -> None:
    """A bug in any thread ends the kiosk, and whoever started it starts it again."""
    sys.excepthook(bug.exc_type, bug.exc_value or bug.exc_type(), bug.exc_traceback)
    os._exit(1)


def _mirror_address(device: Device, address: str) -> tuple[str, int]:
    from screens.mirror import MirrorUnavailable

    if not is_on_this_machine(address) and not device.mirror_beyond_this_machine:
        raise MirrorUnavailable(
            f"The mirror at {address} could be used from other machines: use 127.0.0.1, or set "
            "'mirror_beyond_this_machine: true' in the device file."
        )
    host, _, port = address.rpartition(":")
    return host.strip("[]"), int(port)
