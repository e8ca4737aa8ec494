"""All that is done from afar, and what must be done now and then without anybody asking.

    notices     what hangs at this kiosk now (announcements, hours, out of service): always
    heartbeat   how it is, each minute; with it the start screen, and the counts of the hour
    orders      what staff ask, carried out when no visitor is there

The last two only where the kiosk is enrolled. Everything happens in two threads: one talks to
the desk and may wait for it, the other looks once a second and waits for paper at most.
A visit notices neither.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from config.furniture import Site
from config.keys import FILE as KEYS
from config.loading import Loaded, frame_of
from config.paper_state import paper_state
from kiosk.background import Background
from kiosk.board import Noticeboard
from kiosk.core.events import Board
from kiosk.core.health import (
    BundleState,
    Heartbeat,
    HeartbeatAnswer,
    PaperState,
    SoundState,
)
from kiosk.core.proof import proof_of
from kiosk.counts import CountKeeper
from kiosk.delivery import DeliveryReport
from kiosk.health import Fittings, Health, Owed, Presence, program_version
from kiosk.heartbeat import Heartbeats, Pace
from kiosk.jack import Jacks
from kiosk.memory import give_back
from kiosk.order_book import FILE as ORDERS
from kiosk.orders import Orders
from printers.worker import ANSWER_S, PrinterWorker
from screens.still import start_screen
from screens.text import TextEngine

TICK_S = 1.0
LOOK_EVERY = 60
"""Ticks between two looks at the printer, and between two times that counts go to the disk;
both wait until no visitor is there."""
CLOSE_S = 2.0


@dataclass(frozen=True, slots=True)
class Parts:
    """Of the furniture. The last two only where the kiosk is enrolled."""

    post: Callable[[Board], None]
    engine: TextEngine
    worker: PrinterWorker
    audible: Callable[[], bool]
    has_microphone: bool
    report: Callable[[], DeliveryReport | None] = lambda: None
    oldest_s: Callable[[], int] = lambda: 0


class Afar:
    """`start` and `close` once; `close` waits for no desk."""

    def __init__(
        self,
        loaded: Loaded,
        site: Site,
        parts: Parts,
        *,
        tick_s: float = TICK_S,
        pace: Pace | None = None,
    ) -> None:
        self._loaded, self._site, self._parts = loaded, site, parts
        self._tick_s, self._pace = tick_s, pace
        self._presence = Presence(_wall)
        self._board = Noticeboard(loaded.bundle)
        self._posted: Board | None = None
        self._orders: Orders | None = None
        self._counts: CountKeeper | None = None
        self._heartbeats: Heartbeats | None = None
        site.watch(self._presence.watch)
        if loaded.enrolment is not None:
            self._with_desk()
        self._thread = Background(self._run, "afar", close_s=CLOSE_S)

    def start(self) -> None:
        self._thread.start()
        if self._heartbeats:
            self._heartbeats.start()

    def close(self) -> None:
        self._thread.end()
        if self._heartbeats:
            self._heartbeats.close()
        self._thread.close()
        if self._counts:
            self._counts.flush()

    def _with_desk(self) -> None:
        enrolment, state = self._loaded.enrolment, self._loaded.device.state
        assert enrolment is not None  # noqa: S101 - asked before
        release = self._bundle_state().release
        counts = self._counts = CountKeeper(state / "counts", release, _wall)
        self._site.watch(counts.observe)
        if enrolment.orders_key:
            self._orders = Orders(
                state / ORDERS,
                enrolment.orders_key,
                enrolment.kiosk_name,
                deeds=self,
                is_idle=lambda: self._presence.is_idle,
                wall=_wall,
            )
        self._heartbeats = Heartbeats(
            enrolment.desk_url,
            enrolment.kiosk_token.get_secret_value(),
            self._health().gather,
            self._answered,
            draw=self._draw,
            also=lambda session: counts.send(session, enrolment.desk_url),
            pace=self._pace,
        )

    def _health(self) -> Health:
        loaded = self._loaded
        device, panel = loaded.device, self._site.panel
        has_display = frame_of(loaded).mode != "headless"
        return Health(
            program=program_version(),
            started=loaded.started,
            fittings=Fittings(
                headphones=device.sound and bool(device.headphones or Jacks().list_devices()),
                microphone=self._parts.has_microphone,
                keys=device.state / KEYS,
                display=f"{panel.width_px}x{panel.height_px}" if has_display else "",
                location=device.location,
                latitude=device.latitude,
                longitude=device.longitude,
            ),
            presence=self._presence,
            orders=self._orders,
            bundle=self._bundle_state,
            sound=self._sound,
            paper=self._paper,
            owed=self._owed,
            state=device.state,
            wall=_wall,
        )

    def _answered(self, sent: Heartbeat, answer: HeartbeatAnswer) -> None:
        if self._orders:
            self._orders.told(sent.orders_done)
            self._orders.take(answer.orders)

    # What goes into a heartbeat.

    def _bundle_state(self) -> BundleState:
        if self._site.updates:
            return self._site.updates.state()
        asked, used = self._loaded.device.bundle, self._loaded.bundle
        return BundleState(
            version=used.version,
            problem="" if asked in (None, used.folder) else "The device's bundle cannot be used.",
        )

    def _sound(self) -> SoundState:
        if not self._loaded.device.sound:
            return "off"
        return "ok" if self._parts.audible() else "fault"

    def _paper(self) -> PaperState:
        return paper_state(self._parts.worker.known, self._loaded.device.paper)

    def _owed(self) -> Owed:
        report = self._parts.report()
        if report is None:
            return Owed()
        oldest_s = self._parts.oldest_s()
        return Owed(report.desk.value, report.waiting, report.refused, oldest_s)

    def _draw(self) -> bytes | None:
        if not self._presence.is_idle or self._posted is None:
            return None
        loaded, engine = self._loaded, self._parts.engine
        panel, themes = self._site.panel, loaded.bundle.themes
        png = start_screen(loaded.terminal, self._posted, themes, panel, engine)
        give_back()
        return png

    # What is done now and then.

    def _run(self) -> None:
        look_in = 0
        while not self._thread.is_ending:
            self._hang()
            if self._orders and self._orders.look() and self._heartbeats:
                self._heartbeats.soon()
            if look_in <= 0 and self._presence.is_idle:
                look_in = LOOK_EVERY
                self._look()
            look_in -= 1
            self._thread.sleep(self._tick_s)

    def _hang(self) -> None:
        """Post what hangs here where it is something else than before."""
        closed = self._orders.closed if self._orders else None
        volume = self._orders.volume_step if self._orders else None
        board = self._board.now(_wall(), closed, volume)
        if board != self._posted:
            self._posted = board
            self._parts.post(board)

    def _look(self) -> None:
        if self._heartbeats:
            self._parts.worker.look()
        if self._counts:
            self._counts.flush()

    # What staff may order (`kiosk.orders.Deeds`).

    def print_test(self, order: UUID) -> bool:
        is_out: list[bool] = []
        done = threading.Event()

        def then(out: bool) -> None:
            is_out.append(out)
            done.set()

        receipt = proof_of(self._loaded.terminal, f"test-{order}", _wall())
        self._parts.worker.try_out(receipt, then)
        done.wait(ANSWER_S + 1)
        return is_out == [True]

    def restart(self) -> None:
        self._site.between.ask("order")

    def reload(self) -> bool:
        """What is new is used as any update is: once it was found good, and after a restart."""
        if self._site.updates is None:
            return False
        self._site.updates.check_soon()
        return True


def _wall() -> datetime:
    return datetime.now().astimezone()
