"""The kiosk: builds every part, connects them, runs. The one place that knows them all.

    python run_kiosk.py --device device.yaml
    python run_kiosk.py --mirror 127.0.0.1:8801        the same kiosk in a browser
    python run_kiosk.py --check --bundle my-bundle     what is wrong in a bundle

Ends with 0 when closed, 2 with one sentence when something must be mended first, and with
a traceback on a bug, so that whoever started it starts it again.
"""

import argparse
import contextlib
import gc
import math
import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from config.anew import on_end, start_anew  # first: it keeps the environment as it was given

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # before anything imports pygame
gc.disable()  # imports make nothing to collect; on again when all is loaded

from config.behind import Loading
from config.first_picture import FILE as FIRST_PICTURE
from config.first_picture import FirstPicture, recall, remember, words_now
from config.sorry import Sorry
from kiosk import logs
from kiosk.between import Between
from kiosk.memory import share_heaps
from screens.glass import Glass

if TYPE_CHECKING:
    from config.device import Device
    from config.loading import Loaded
    from config.started import Ending
    from config.updates import Updates
    from kiosk.core.events import AnyEvent
    from kiosk.core.terminal import Terminal
    from screens.mirror_sound import BrowserPlayer

# Everything else is imported where it is used: the first picture does not wait for it.
# ruff: noqa: E402, PLC0415

MISTAKE = 2
PROVEN_S = 10.0
"""A new bundle is good once the kiosk stood this long with all of its parts."""


def main(arguments: Sequence[str] | None = None) -> int:
    given = sys.argv[1:] if arguments is None else arguments
    asked = _parser().parse_args(given)
    logs.begin(os.environ.get("ZUIL_LOGS", ""))
    try:
        if asked.check:
            return _check(asked)
        return run(asked, words_now(given))
    except Sorry as sorry:
        sys.stderr.write(f"{sorry}\n")
    except PermissionError as error:
        sys.stderr.write(f"{error.filename} cannot be used: {error.strerror}. Change its owner.\n")
    return MISTAKE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description="The kiosk of Zuil.",
        epilog="Every line of the device file can also be set in the environment, as ZUIL_...",
    )
    parser.add_argument("--device", type=Path, metavar="FILE", help="what is true of this machine")
    parser.add_argument("--bundle", type=Path, metavar="DIR", help="flows, texts, colours, places")
    parser.add_argument("--state", type=Path, metavar="DIR", help="where the kiosk keeps things")
    parser.add_argument("--mirror", metavar="HOST:PORT", help="the same screen in a browser")
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--windowed", dest="fullscreen", action="store_false", default=None)
    size.add_argument("--fullscreen", dest="fullscreen", action="store_true", default=None)
    parser.add_argument("--rehearse", type=Path, metavar="FILE", help="nothing is kept or sent")
    parser.add_argument("--check", action="store_true", help="only look for mistakes in the bundle")
    return parser


def _check(asked: argparse.Namespace) -> int:
    from config.bundle import FACTORY
    from config.check import fit_bundle, missing_translations
    from config.loading import device_of

    folder = device_of(asked).bundle or FACTORY
    bundle = fit_bundle(folder, None)
    for unused in (*bundle.unused_clips, *missing_translations(bundle)):
        sys.stdout.write(f"{unused}\n")
    sys.stdout.write(f"The bundle in {folder} can be used (version {bundle.version}).\n")
    return 0


def run(asked: argparse.Namespace, words: Sequence[str]) -> int:
    """From the first picture to the last. Everything slow is loaded behind that picture."""
    share_heaps()
    stop = threading.Event()
    on_end(stop.set)
    kept = Path(asked.state or os.environ.get("ZUIL_STATE", "var")) / FIRST_PICTURE
    first, loading = recall(kept, words), Loading(asked)
    if first is None:
        from config.loading import frame_of

        loading.now()
        frame = frame_of(loading.result())
    else:
        frame = first.frame
    glass = Glass(
        frame.mode,
        frame.palettes,
        size_px=frame.size_px,
        panel_width_mm=frame.panel_width_mm,
        panel_bottom_mm=frame.panel_bottom_mm,
        filter_s=frame.filter_s,
        title=frame.title,
        on_closed=stop.set,
    )
    keep: Callable[[], None] = lambda: None  # noqa: E731 - it was kept last time
    if first is None:
        from config.loading import first_view_of

        loaded = loading.result()
        first = FirstPicture(frame, first_view_of(_here(loaded.terminal, glass)))
        kept = loaded.device.state / kept.name
        keep = partial(_keep, kept, first, words, asked, loaded)
        if not (loaded.shelf and loaded.shelf.on_trial):
            keep()  # that of a new bundle once it has proven itself
    glass.show(first.view)
    with contextlib.suppress(OSError):
        kept.with_name("standing").touch()  # for whoever waits for the first picture
    try:
        ended = _live(glass, loading, stop, keep)
    finally:
        glass.close()
    if ended != "closed":
        start_anew(stop.is_set)
    return 0


def _keep(
    kept: Path,
    first: FirstPicture,
    words: Sequence[str],
    asked: argparse.Namespace,
    loaded: "Loaded",
) -> None:
    from config.loading import depends_of

    with contextlib.suppress(OSError):  # a full disk: the next start is a slower one
        remember(kept, first, words, depends_of(asked, loaded))


def _live(
    glass: Glass, loading: Loading, stop: threading.Event, keep: Callable[[], None]
) -> "Ending":
    """Until it ends in order, and why. `keep` is called when a new bundle has proven itself."""
    loading.behind(glass.wake)
    held: list[AnyEvent] = []
    while not loading.is_done and not stop.is_set():
        held += glass.poll()  # a press is seen at once, and answered as soon as we can
        glass.wait(0.004)
    loaded = loading.result()
    ended: Ending = "closed"
    try:
        ended = _stand(glass, loaded, held, stop, keep)
    except Sorry:
        _note_end(loaded, ended)
        raise
    _note_end(loaded, ended)
    return ended


def _note_end(loaded: "Loaded", ended: "Ending") -> None:
    from config.started import note_end

    if loaded.shelf:
        loaded.shelf.closed()
    note_end(loaded.device.state, ended)


def _stand(
    glass: Glass,
    loaded: "Loaded",
    held: list["AnyEvent"],
    stop: threading.Event,
    keep: Callable[[], None],
) -> "Ending":
    """Serve visitors; `held` is what they did before everything was there."""
    from config.furniture import Furniture, Site
    from kiosk.runtime import Runtime

    logs.begin(loaded.device.logs)
    threading.excepthook = _end_with
    usual = sys.getswitchinterval()
    sys.setswitchinterval(0.001)  # until all is loaded, fingers go before imports
    here, rehearsal = _here(loaded.terminal, glass), loaded.rehearsal
    runtime = Runtime(here, glass, session=rehearsal.begin(here) if rehearsal else None)
    between = Between(glass.wake)
    updates = _updates(loaded, glass, between)
    site = Site(runtime.watch, glass.arrangement.panel, between, updates)
    browser = _browser(loaded)
    furniture = Furniture(loaded, runtime.post, glass.engine, glass.use_keys, site, browser=browser)
    _use_learned_keys(loaded.device, glass)
    if loaded.device.mirror:
        address = _mirror_address(loaded.device, loaded.device.mirror)
        address = glass.open_mirror(address, runtime.post, browser)
        if rehearsal:
            rehearsal.stands(loaded.device.state, address, lambda: runtime.session, stop.set)
    furniture.load_behind(glass.wake)
    proven_at = math.inf
    try:
        while held:
            runtime.handle(held.pop(0))  # not kept: it may be a code that was scanned
        while not stop.is_set():
            if furniture.world is not None and not runtime.is_furnished:
                runtime.furnish(furniture.world)
                sys.setswitchinterval(usual)
                gc.enable()
                proven_at = time.monotonic() + PROVEN_S
                if updates:
                    updates.start()
            if time.monotonic() >= proven_at:
                proven_at = math.inf
                if loaded.shelf and loaded.shelf.on_trial:
                    loaded.shelf.prove()
                    keep()
            if not runtime.turn():
                runtime.wait()
            if runtime.is_furnished and (
                reason := between.due(time.monotonic(), active=runtime.session.active)
            ):
                if updates is None or updates.switch() or reason == "order":
                    return reason
                between.withdraw()
        return "closed"
    finally:
        if updates:
            updates.close()
        furniture.close()


def _updates(loaded: "Loaded", glass: Glass, between: Between) -> "Updates | None":
    """What looks for new bundles; None where this kiosk gets none."""
    if loaded.shelf is None:
        return None
    from config.updates import updates_of

    return updates_of(loaded, glass.arrangement.panel, lambda: between.ask("update"))


def _browser(loaded: "Loaded") -> "BrowserPlayer | None":
    """What a visitor before a browser hears; None where this kiosk has a loudspeaker."""
    if not loaded.is_heard_in_browser:
        return None
    from screens.mirror_sound import BrowserPlayer

    return BrowserPlayer()


def _here(terminal: "Terminal", glass: Glass) -> "Terminal":
    """The same terminal with the panel that it really has."""
    arrangement = glass.arrangement
    low = terminal.low and arrangement.can_be_low
    return replace(terminal, arrangement=arrangement, can_be_low=arrangement.can_be_low, low=low)


def _use_learned_keys(device: "Device", glass: Glass) -> None:
    from config.keys import FILE, load_keys
    from config.problems import Mistakes

    try:
        learned = load_keys(device.state / FILE)
    except Mistakes as mistakes:
        sys.stderr.write(f"{mistakes}\nThe ordinary keys are used instead.\n")
        return
    if learned is not None:
        glass.use_keys(learned)


def _end_with(bug: threading.ExceptHookArgs) -> None:
    """A bug in any thread ends the kiosk, and whoever started it starts it again."""
    sys.excepthook(bug.exc_type, bug.exc_value or bug.exc_type(), bug.exc_traceback)
    os._exit(1)


def _mirror_address(device: "Device", address: str) -> tuple[str, int]:
    from config.device import is_on_this_machine
    from screens.mirror import MirrorUnavailable

    if not is_on_this_machine(address) and not device.mirror_beyond_this_machine:
        raise MirrorUnavailable(
            f"The mirror at {address} could be used from other machines: use 127.0.0.1, or set "
            "'mirror_beyond_this_machine: true' in the device file."
        )
    host, _, port = address.rpartition(":")
    return host.strip("[]"), int(port)


if __name__ == "__main__":
    sys.exit(main())
