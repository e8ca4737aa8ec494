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
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # before anything imports pygame
gc.disable()  # imports make nothing to collect; on again when all is loaded

from config.first_picture import FirstPicture, recall, remember, words_now
from config.sorry import Sorry
from kiosk.memory import share_heaps
from screens.glass import Glass

if TYPE_CHECKING:
    from config.device import Device
    from config.loading import Loaded
    from kiosk.core.events import AnyEvent
    from kiosk.core.terminal import Terminal

# Everything else is imported where it is used: the first picture does not wait for it.
# ruff: noqa: E402, PLC0415

MISTAKE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    given = sys.argv[1:] if arguments is None else arguments
    asked = _parser().parse_args(given)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s: %(message)s")
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
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    kept = Path(asked.state or os.environ.get("ZUIL_STATE", "var")) / "first-picture.json"
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
    if first is None:
        from config.loading import depends_of, first_view_of

        loaded = loading.result()
        first = FirstPicture(frame, first_view_of(_here(loaded.terminal, glass)))
        kept = loaded.device.state / kept.name
        with contextlib.suppress(OSError):  # a full disk: the next start is a slower one
            remember(kept, first, words, depends_of(asked, loaded))
    glass.show(first.view)
    with contextlib.suppress(OSError):
        kept.with_name("standing").touch()  # for whoever waits for the first picture
    try:
        return _live(glass, loading, stop)
    finally:
        glass.close()


def _live(glass: Glass, loading: "Loading", stop: threading.Event) -> int:
    loading.behind(glass.wake)
    held: list[AnyEvent] = []
    while not loading.is_done and not stop.is_set():
        held += glass.poll()  # a press is seen at once, and answered as soon as we can
        glass.wait(0.004)
    loaded = loading.result()
    from config.furniture import Furniture
    from kiosk.runtime import Runtime

    threading.excepthook = _end_with
    usual = sys.getswitchinterval()
    sys.setswitchinterval(0.001)  # until all is loaded, fingers go before imports
    runtime = Runtime(_here(loaded.terminal, glass), glass)
    furniture = Furniture(loaded, runtime.post, glass.engine, glass.use_keys)
    _use_learned_keys(loaded.device, glass)
    if loaded.device.mirror:
        glass.open_mirror(_mirror_address(loaded.device, loaded.device.mirror), runtime.post)
    furniture.load_behind(glass.wake)
    try:
        while held:
            runtime.handle(held.pop(0))  # not kept: it may be a code that was scanned
        while not stop.is_set():
            if furniture.world is not None and not runtime.is_furnished:
                runtime.furnish(furniture.world)
                sys.setswitchinterval(usual)
                gc.enable()
            if not runtime.turn():
                runtime.wait()
        return 0
    finally:
        furniture.close()


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


class Loading:
    """The files, read at once or behind the first picture."""

    def __init__(self, asked: argparse.Namespace) -> None:
        self._asked = asked
        self._loaded: Loaded | None = None
        self._trouble: BaseException | None = None
        self._thread: threading.Thread | None = None

    def now(self, then: Callable[[], None] = lambda: None) -> None:
        try:
            from config.loading import load

            self._loaded = load(self._asked)
        except BaseException as trouble:  # it belongs to whoever asks for the result
            self._trouble = trouble
        then()

    def behind(self, then: Callable[[], None]) -> None:
        """In a thread of its own; `then` is called from there."""
        if self._loaded is None:
            self._thread = threading.Thread(target=self.now, args=[then], daemon=True)
            self._thread.start()

    @property
    def is_done(self) -> bool:
        return self._loaded is not None or self._trouble is not None

    def result(self) -> "Loaded":
        if self._thread is not None:
            self._thread.join()
        if self._trouble is not None:
            raise self._trouble
        assert self._loaded is not None  # noqa: S101 - one of the two
        return self._loaded


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
