"""What carries effects out on this kiosk: voice, microphone, outbox, delivery, printer.

Slow to import, so it is loaded in a thread of its own, behind the first picture.
"""

import logging
import random
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from config.loading import Loaded
from kiosk.core.events import AnyEvent, KeyName, NotSolvedFailed, Plugged, SpeechEnded, StatusFailed

if TYPE_CHECKING:
    from kiosk.between import Between
    from kiosk.clips import Decode
    from kiosk.delivery import DeliveryReport
    from kiosk.health import Updates
    from kiosk.runtime import Watcher
    from kiosk.speech import Voice
    from kiosk.world import World
    from printers.worker import PrinterWorker
    from screens.boxes import Panel
    from screens.sound import Player
    from screens.text import TextEngine

# All is imported where it is used: what a kiosk does not have is never loaded.
# ruff: noqa: PLC0415

log = logging.getLogger(__name__)
NOT_ENROLLED = (
    "This kiosk is not enrolled at a desk: it shows everything, but cannot send. "
    "Name an enrolment in the device file; `python -m desk enrol` makes one."
)
UseKeys = Callable[[Mapping[int, KeyName]], None]


@dataclass(frozen=True, slots=True)
class Site:
    """Of the loop and the glass, what is needed to look after a kiosk from afar."""

    watch: "Callable[[Watcher], None]"
    panel: "Panel"
    between: "Between"
    updates: "Updates | None"
    """None where this kiosk gets no published bundles."""


class NoDesk:
    """Answers for a desk that this kiosk does not have."""

    def __init__(self, inbox: Callable[[AnyEvent], None]) -> None:
        self._inbox = inbox

    def ask(self, code: str, language: str) -> None:  # noqa: ARG002 - nobody to ask
        self._inbox(StatusFailed(code))

    def tell_not_solved(self, code: str, day: str) -> None:  # noqa: ARG002 - nobody to tell
        self._inbox(NotSolvedFailed(code))


class Furniture:
    """`world` is None until all of it stands; `close` puts it away in the opposite order."""

    def __init__(
        self,
        loaded: Loaded,
        inbox: Callable[[AnyEvent], None],
        engine: "TextEngine",
        use_keys: UseKeys,
        site: Site,
        *,
        browser: "Player | None" = None,
    ) -> None:
        """`browser` hears instead of the hall, where the visitor sits before one."""
        self.world: World | None = None
        self._loaded = loaded
        self._device = loaded.device
        self._inbox = inbox
        self._engine = engine
        self._use_keys = use_keys
        self._site = site
        self._browser = browser
        self._player: Player
        self._worker: PrinterWorker
        self._report: DeliveryReport | None = None
        self._oldest_s: Callable[[], int] = lambda: 0
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
        from config.slim import slim

        world = self._world()
        if self._device.sound and self._loaded.rehearsal is None:
            world = self._with_ears(world)
        self.world = world
        texts = self._loaded.bundle.texts
        slim(texts.staff)
        texts.prepare_with(slim)
        then()
        self._look_after(world)

    def _world(self) -> "World":
        from config.by_staff import ByStaff
        from kiosk import codes
        from kiosk.keeping import NothingToKeepIn
        from kiosk.pieces import Pieces
        from kiosk.speech import Speech
        from kiosk.world import World
        from printers.devices import open_printer
        from printers.worker import PrinterWorker
        from screens import qr

        device, bundle, inbox = self._device, self._loaded.bundle, self._inbox
        by_staff = ByStaff(self._loaded, inbox, self._use_keys, self._site.between)
        by_staff.recall_tries()
        player = self._player = self._open_player()
        home = bundle.texts.staff
        pieces = Pieces(home, bundle.pronunciation, bundle.clips)
        speech = Speech(player, self._voice(), lambda: inbox(SpeechEnded()), pieces=pieces)
        printer = open_printer(device.paper, device.state / "cache")
        worker = self._worker = PrinterWorker(printer, self._engine, inbox, time.monotonic)
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
            route=speech.route,
            keep_keys=by_staff.keep_keys,
            enrol=by_staff.enrol,
            keep_tries=by_staff.keep_tries,
        )
        return self._with_desk(world)

    def _open_player(self) -> "Player":
        from screens.sound import Outlets, SilentPlayer, open_player

        device = self._device
        if self._browser is not None:
            return self._browser
        if not device.sound:
            return SilentPlayer()
        outlets = Outlets(
            device.headphones,
            device.loudspeaker,
            device.loudest_headphones,
            device.loudest_loudspeaker,
        )
        return open_player(outlets)

    def _voice(self) -> "Voice":
        from kiosk.voice import EspeakVoice
        from screens.sound import decoded

        voice: Voice = EspeakVoice()
        if self._device.voices:
            from kiosk.piper import with_piper

            home = self._loaded.bundle.texts.staff
            voice = with_piper(voice, self._device.voices, home)
        if self._loaded.bundle.clips:
            from kiosk.clips import ClipVoice

            decode: Decode = decoded
            voice = ClipVoice(voice, self._loaded.bundle.clips, decode)
        return voice

    def _with_ears(self, world: "World") -> "World":
        """The headphone jack and the microphone, as far as there are any."""
        from kiosk.jack import watch_jack

        if jack := watch_jack(self._inbox):
            self._closers.append(jack.close)
        if self._device.microphone == "off":
            return world
        from screens.microphone import open_microphone

        recorder = open_microphone(self._device.microphone, self._inbox)
        if recorder is None:
            return world
        self._closers.append(recorder.close)
        self._inbox(Plugged("microphone", present=True))
        return replace(world, recorder=recorder)

    def _with_desk(self, world: "World") -> "World":
        if self._loaded.rehearsal is not None:
            return self._loaded.rehearsal.world(world, self._inbox)
        enrolment = self._loaded.enrolment
        if enrolment is None:
            sys.stderr.write(f"{NOT_ENROLLED}\n")
            return world
        from kiosk.delivery import Delivery, DeliveryReport
        from kiosk.keeping import SealedKeeper
        from kiosk.outbox import Outbox
        from kiosk.status import StatusDesk

        def tell(report: DeliveryReport) -> None:
            self._report = report
            log.info(
                "desk %s, waiting %d, refused %d", report.desk.value, report.waiting, report.refused
            )

        token = enrolment.kiosk_token.get_secret_value()
        outbox = Outbox(self._device.state / "outbox.sqlite3")
        delivery = Delivery(outbox, enrolment.desk_url, token, tell)
        self._oldest_s = outbox.oldest_s
        delivery.start()
        self._closers += [outbox.close, delivery.close]
        return replace(
            world,
            keeper=SealedKeeper(outbox, enrolment.desk_public_key, delivery.wake),
            status=StatusDesk(enrolment.desk_url, token, self._inbox),
        )

    def _look_after(self, world: "World") -> None:
        """Begin all that is done from afar, now that a visitor need not wait for it."""
        from config.afar import Afar, Parts

        parts = Parts(
            post=self._inbox,
            engine=self._engine,
            worker=self._worker,
            audible=lambda: self._player.audible,
            has_microphone=world.recorder is not None,
            report=lambda: self._report,
            oldest_s=self._oldest_s,
        )
        afar = Afar(self._loaded, self._site, parts)
        self._closers.append(afar.close)
        afar.start()
