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
import random
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # before anything imports pygame
gc.disable()  # imports make nothing to collect; on again when all is loaded

from config.first_picture import recall, remember, words_now
from config.sorry import Sorry
from kiosk.memory import share_heaps
from screens.glass import Glass

if TYPE_CHECKING:
    from config.device import Device, Enrolment
    from config.loading import Loaded
    from kiosk.core.events import AnyEvent
    from kiosk.runtime import World
    from screens.text import TextEngine

# Everything else is imported where it is used: the first picture does not wait for it.
# ruff: noqa: E402, PLC0415

log = logging.getLogger("zuil")
MISTAKE = 2
NOT_ENROLLED = (
    "This kiosk is not enrolled at a desk: it shows everything, but cannot send. "
    "Name an enrolment in the device file; `python -m desk enrol` makes one."
)


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
    for missing in missing_translations(bundle):
        sys.stdout.write(f"{missing}\n")
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
        from config.loading import depends_of, first_picture_of

        loading.now()
        loaded = loading.result()
        first = first_picture_of(loaded)
        kept = loaded.device.state / kept.name
        with contextlib.suppress(OSError):  # a full disk: the next start is a slower one
            remember(kept, first, words, depends_of(asked, loaded))
    glass = Glass(
        first.mode,
        first.palettes,
        size_px=first.size_px,
        panel_width_mm=first.panel_width_mm,
        filter_s=first.filter_s,
        title=first.title,
        on_closed=stop.set,
    )
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
    from kiosk.runtime import Runtime

    threading.excepthook = _end_with
    usual = sys.getswitchinterval()
    sys.setswitchinterval(0.001)  # until all is loaded, fingers go before imports
    runtime = Runtime(loaded.terminal, glass)
    furniture = Furniture(loaded.device, loaded.enrolment, runtime.post, glass.engine)
    if loaded.device.mirror:
        glass.open_mirror(_mirror_address(loaded.device, loaded.device.mirror), runtime.post)
    furniture.load_behind(glass.wake)
    try:
        for event in held:
            runtime.handle(event)
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


class NoDesk:
    """Answers for a desk that this kiosk does not have."""

    def __init__(self, inbox: "Callable[[AnyEvent], None]") -> None:
        self._inbox = inbox

    def ask(self, code: str, language: str) -> None:  # noqa: ARG002 - nobody to ask
        from kiosk.core.events import StatusFailed

        self._inbox(StatusFailed(code))


class Furniture:
    """What carries effects out: voice, outbox, delivery, printer. Slow to import, so loaded
    in a thread of its own."""

    def __init__(
        self,
        device: "Device",
        enrolment: "Enrolment | None",
        inbox: "Callable[[AnyEvent], None]",
        engine: "TextEngine",
    ) -> None:
        self.world: World | None = None
        self._device = device
        self._enrolment = enrolment
        self._inbox = inbox
        self._engine = engine
        self._closers: list[Callable[[], None]] = []
        self._thread: threading.Thread | None = None

    def load_behind(self, then: Callable[[], None]) -> None:
        """In a thread of its own; `then` is called from there."""
        self._thread = threading.Thread(target=self._load, args=[then], daemon=True)
        self._thread.start()

    def close(self) -> None:
        if self._thread is not None:
            self._thread.join(5)
        for close in reversed(self._closers):
            close()

    def _load(self, then: Callable[[], None]) -> None:
        self.world = self._world()
        then()

    def _world(self) -> "World":
        from kiosk import codes
        from kiosk.core.events import SpeechEnded
        from kiosk.keeping import NothingToKeepIn
        from kiosk.runtime import World
        from kiosk.speech import Speech
        from kiosk.voice import EspeakVoice
        from printers.devices import open_printer
        from printers.worker import PrinterWorker
        from screens import qr
        from screens.sound import SilentPlayer, open_player

        device, inbox = self._device, self._inbox
        player = open_player() if device.sound else SilentPlayer()
        speech = Speech(player, EspeakVoice(), lambda: inbox(SpeechEnded()))
        printer = open_printer(device.paper, device.state / "cache")
        worker = PrinterWorker(printer, self._engine, inbox, time.monotonic)
        self._closers += [player.close, speech.close, worker.close]
        worker.warm_up()
        qr.modules("")  # so that the first thanks need not wait for its import
        luck = random.SystemRandom()
        world = World(
            voice=speech,
            keeper=NothingToKeepIn(),
            paper=worker,
            status=NoDesk(inbox),
            make_code=lambda: codes.make(luck),
        )
        if self._enrolment is None:
            sys.stderr.write(f"{NOT_ENROLLED}\n")
            return world
        return self._with_desk(world, self._enrolment)

    def _with_desk(self, world: "World", enrolment: "Enrolment") -> "World":
        from kiosk.delivery import Delivery, DeliveryReport
        from kiosk.keeping import SealedKeeper
        from kiosk.outbox import Outbox
        from kiosk.status import StatusDesk

        def tell(report: DeliveryReport) -> None:
            log.info(
                "desk %s, waiting %d, refused %d", report.desk.value, report.waiting, report.refused
            )

        token = enrolment.kiosk_token.get_secret_value()
        outbox = Outbox(self._device.state / "outbox.sqlite3")
        delivery = Delivery(outbox, enrolment.desk_url, token, tell)
        delivery.start()
        self._closers += [outbox.close, delivery.close]
        return replace(
            world,
            keeper=SealedKeeper(outbox, enrolment.desk_public_key, delivery.wake),
            status=StatusDesk(enrolment.desk_url, token, self._inbox),
        )


if __name__ == "__main__":
    sys.exit(main())
