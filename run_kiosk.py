"""The kiosk: builds every part, connects them, runs. The one place that knows them all.

    python run_kiosk.py --device device.yaml
    python run_kiosk.py --mirror 127.0.0.1:8801        the same kiosk in a browser
    python run_kiosk.py --check --bundle my-bundle     what is wrong in a bundle

Ends with 0 when closed, 2 with one sentence when something must be mended first, and with
a traceback on a bug, so that whoever started it starts it again.
"""

import argparse
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

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # before anything imports pygame

from config.bundle import FACTORY, Bundle
from config.check import fit_bundle
from config.device import (
    Device,
    Enrolment,
    has_display,
    is_on_this_machine,
    load_device,
    load_enrolment,
)
from config.problems import Mistakes
from kiosk.core.events import AnyEvent, SpeechEnded, StatusFailed
from kiosk.core.terminal import Terminal
from kiosk.runtime import Runtime, World
from screens.glass import Glass
from screens.mirror import MirrorUnavailable
from screens.text import TextEngine
from screens.window import DisplayUnavailable, Mode

log = logging.getLogger("zuil")
MISTAKE = 2
NOT_ENROLLED = (
    "This kiosk is not enrolled at a desk: it shows everything, but cannot send. "
    "Name an enrolment in the device file; `python -m desk enrol` makes one."
)


def main(arguments: Sequence[str] | None = None) -> int:
    asked = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s: %(message)s")
    options = {
        "bundle": asked.bundle,
        "state": asked.state,
        "mirror": asked.mirror,
        "fullscreen": asked.fullscreen,
    }
    try:
        device = load_device(asked.device, options)
        if asked.check:
            return _check(device.bundle or FACTORY)
        enrolment = load_enrolment(device, asked.device)
        device.state.mkdir(parents=True, exist_ok=True)
        return run(device, enrolment, _bundle(device))
    except (Mistakes, DisplayUnavailable, MirrorUnavailable) as mistake:
        sys.stderr.write(f"{mistake}\n")
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


def _check(folder: Path) -> int:
    from config.check import missing_translations  # noqa: PLC0415 - only for staff

    bundle = fit_bundle(folder, None)
    for missing in missing_translations(bundle):
        sys.stdout.write(f"{missing}\n")
    sys.stdout.write(f"The bundle in {folder} can be used (version {bundle.version}).\n")
    return 0


def _bundle(device: Device) -> Bundle:
    """The bundle that was asked for; the factory's where that one cannot be used."""
    if device.bundle is not None:
        try:
            return fit_bundle(device.bundle, device.state / "fit-bundle")
        except Mistakes as mistakes:
            sys.stderr.write(f"{mistakes}\nThe factory bundle is used instead.\n")
    return fit_bundle(FACTORY, device.state / "fit-factory")


def run(device: Device, enrolment: Enrolment | None, bundle: Bundle) -> int:
    """From the first picture to the last. Everything slow is loaded behind that picture."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    glass = Glass(
        _mode(device),
        bundle.themes,
        size_px=device.window_px,
        panel_width_mm=device.panel_mm[0] if device.panel_mm else None,
        filter_s=device.press_filter_s,
        title=bundle.municipality.name,
        on_closed=stop.set,
    )
    runtime = Runtime(_terminal(device, enrolment, bundle), glass)
    threading.excepthook = _end_with
    furniture = Furniture(device, enrolment, runtime.inbox.put, glass.engine)
    try:
        if device.mirror:
            glass.open_mirror(_mirror_address(device, device.mirror), runtime.inbox.put)
        furniture.load_behind()
        while not stop.is_set():
            if furniture.world is not None and not runtime.is_furnished:
                runtime.furnish(furniture.world)
            if not runtime.turn():
                time.sleep(runtime.wait_s)
        return 0
    finally:
        furniture.close()
        glass.close()


def _end_with(bug: threading.ExceptHookArgs) -> None:
    """A bug in any thread ends the kiosk, and whoever started it starts it again."""
    sys.excepthook(bug.exc_type, bug.exc_value or bug.exc_type(), bug.exc_traceback)
    os._exit(1)


def _mode(device: Device) -> Mode:
    """A mirror without a display needs no window."""
    if device.mirror and not has_display():
        return "headless"
    return "fullscreen" if device.fullscreen else "windowed"


def _mirror_address(device: Device, address: str) -> tuple[str, int]:
    if not is_on_this_machine(address) and not device.mirror_beyond_this_machine:
        raise MirrorUnavailable(
            f"The mirror at {address} could be used from other machines: use 127.0.0.1, or set "
            "'mirror_beyond_this_machine: true' in the device file."
        )
    host, _, port = address.rpartition(":")
    return host.strip("[]"), int(port)


def _terminal(device: Device, enrolment: Enrolment | None, bundle: Bundle) -> Terminal:
    desk = device.follow_url or (enrolment.desk_url if enrolment else "http://127.0.0.1:8800")

    def code_is_valid(text: str) -> bool:
        from kiosk import codes  # noqa: PLC0415 - not needed for the first picture

        return codes.is_valid(text)

    def find_code(text: str) -> str | None:
        from kiosk import codes  # noqa: PLC0415 - as above

        return codes.find(text)

    return Terminal(
        name=enrolment.kiosk_name if enrolment else "kiosk",
        bundle=bundle.version,
        municipality=bundle.municipality,
        location=device.location,
        latitude=device.latitude,
        longitude=device.longitude,
        follow_url=f"{desk.rstrip('/')}/volg/{{code}}",
        flows=bundle.flows,
        start=bundle.start,
        catalogue=bundle.catalogue,
        texts=bundle.texts,
        themes=tuple(bundle.themes),
        limits=bundle.limits,
        code_is_valid=code_is_valid,
        find_code=find_code,
        has_printer=device.paper.kind != "none",
    )


class NoDesk:
    """Answers for a desk that this kiosk does not have."""

    def __init__(self, inbox: Callable[[AnyEvent], None]) -> None:
        self._inbox = inbox

    def ask(self, code: str, language: str) -> None:  # noqa: ARG002 - nobody to ask
        self._inbox(StatusFailed(code))


class Furniture:
    """What carries effects out: voice, outbox, delivery, printer. Slow to import, so loaded
    in a thread of its own."""

    def __init__(
        self,
        device: Device,
        enrolment: Enrolment | None,
        inbox: Callable[[AnyEvent], None],
        engine: TextEngine,
    ) -> None:
        self.world: World | None = None
        self._device = device
        self._enrolment = enrolment
        self._inbox = inbox
        self._engine = engine
        self._closers: list[Callable[[], None]] = []
        self._thread = threading.Thread(target=self._load, name="furniture", daemon=True)

    def load_behind(self) -> None:
        self._thread.start()

    def close(self) -> None:
        self._thread.join(5)
        for close in reversed(self._closers):
            close()

    def _load(self) -> None:
        self.world = self._world()

    def _world(self) -> World:
        from kiosk import codes  # noqa: PLC0415 - all of these come after the first picture
        from kiosk.keeping import NothingToKeepIn  # noqa: PLC0415
        from kiosk.speech import Speech  # noqa: PLC0415
        from kiosk.voice import EspeakVoice  # noqa: PLC0415
        from printers.devices import open_printer  # noqa: PLC0415
        from printers.worker import PrinterWorker  # noqa: PLC0415
        from screens import qr  # noqa: PLC0415
        from screens.sound import SilentPlayer, open_player  # noqa: PLC0415

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

    def _with_desk(self, world: World, enrolment: Enrolment) -> World:
        from kiosk.delivery import Delivery, DeliveryReport  # noqa: PLC0415 - as above
        from kiosk.keeping import SealedKeeper  # noqa: PLC0415
        from kiosk.outbox import Outbox  # noqa: PLC0415
        from kiosk.status import StatusDesk  # noqa: PLC0415

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
