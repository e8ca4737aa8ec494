"""A kiosk that is looked after from afar, of its real parts: what it tells, and what it obeys.

The loop is a visit in words; printer, threads, files, network and signatures are real.
"""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import SecretStr

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

from config.afar import Afar, Parts
from config.device import Device, Enrolment
from config.furniture import Site
from config.loading import Loaded
from config.started import Started
from kiosk.between import QUIET_S, Between
from kiosk.core.dates import DAYS, Hours
from kiosk.core.effects import Effect
from kiosk.core.events import AnyEvent, Board, TimePassed
from kiosk.core.health import BundleState
from kiosk.core.proof import proof_of
from kiosk.core.receipt import QrCode, Words
from kiosk.delivery import DeliveryReport, Desk
from kiosk.heartbeat import Pace
from kiosk.runtime import Watcher
from printers.devices import open_printer
from printers.settings import FileSettings, PrinterSettings
from printers.worker import PrinterWorker
from screens.boxes import Panel
from screens.text import TextEngine
from tests.backstage.fleet_double import KIOSK, FleetDouble, public
from tests.backstage.waiting import until
from tests.core.visit import Visit, factory, terminal_of
from tests.core.walking import walk_to_the_end

PANEL = Panel.of((540, 960), 268)
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
SECRETS = ("4821", "Zwanepoel", "zwanepoel", "klacht", "choice")


class Watched(Visit):
    """A visit that the kiosk's watchers look at, as the loop lets them."""

    def __init__(self) -> None:
        self.watchers: list[Watcher] = []
        super().__init__(terminal_of(factory()))

    def handle(self, event: AnyEvent) -> Sequence[Effect]:
        before = self.session
        effects = super().handle(event)
        for watcher in self.watchers:
            watcher(before, event, self.session)
        return effects


class Published:
    """Bundles from a repository, as far as a heartbeat and an order know them."""

    def __init__(self) -> None:
        self.asked = 0

    def state(self) -> BundleState:
        return BundleState(
            version="0123456789ab", release=12, newest=13, refused=13, problem="It is not fit."
        )

    def check_soon(self) -> None:
        self.asked += 1


class Stand:
    """One kiosk in a library. `start` again is a restart: only its folder is left."""

    def __init__(self, folder: Path, desk: FleetDouble, engine: TextEngine) -> None:
        folder.mkdir()
        self.folder, self.desk, self.engine = folder, desk, engine
        self.published: Published | None = Published()
        self.printer: PrinterSettings | None = None
        self.enrolled = True
        self.hours: Hours | None = None
        self.afar: Afar | None = None

    def start(self) -> "Stand":
        self.close()
        self.visit = Watched()
        self.boards: list[Board] = []
        self.between = Between(lambda: None)
        self.between.due(0.0, active=False)
        device = Device(location="Bibliotheek", state=self.folder, printer=self.printer)
        enrolment = Enrolment(
            desk_url=self.desk.url,
            desk_public_key="A" * 43 + "=",
            kiosk_name=KIOSK,
            kiosk_token=SecretStr("token-of-the-kiosk"),
            orders_key=public(self.desk.key),
        )
        bundle = replace(factory(), hours=self.hours)
        loaded = Loaded(
            device,
            enrolment if self.enrolled else None,
            bundle,
            self.visit.terminal,
            Started(NOW, 7, 2, "update"),
            None,
        )
        printer = open_printer(device.paper, self.folder / "cache")
        self.worker = PrinterWorker(printer, self.engine, lambda _: None, time.monotonic)
        site = Site(self.visit.watchers.append, PANEL, self.between, self.published)
        report = DeliveryReport(Desk.UNREACHABLE, 3, 1, None)
        parts = Parts(
            post=self.boards.append,
            engine=self.engine,
            worker=self.worker,
            audible=lambda: True,
            has_microphone=True,
            report=lambda: report,
            oldest_s=lambda: 4000,
        )
        self.afar = Afar(loaded, site, parts, tick_s=0.01, pace=Pace((0, 0), 0.02))
        self.afar.start()
        self.visit.handle(TimePassed(at=1))
        return self

    def close(self) -> None:
        if self.afar:
            self.afar.close()
            self.worker.close()

    def beat(self) -> dict[str, object]:
        """How it is now, once the printer was asked."""
        return self.until_it_tells(lambda beat: beat["paper"] != "unknown")

    def until_it_tells(self, right: Callable[[dict[str, object]], bool]) -> dict[str, object]:
        seen = len(self.desk.bodies)
        until(lambda: any(right(beat) for beat in self.desk.beats[seen:]))
        return next(beat for beat in self.desk.beats[seen:] if right(beat))

    def beats_go_on(self) -> None:
        """Two more: the second was gathered after we began to wait."""
        seen = len(self.desk.bodies)
        until(lambda: len(self.desk.bodies) >= seen + 2)


@pytest.fixture(scope="module")
def engine() -> TextEngine:
    return TextEngine()


@pytest.fixture
def desk() -> Iterator[FleetDouble]:
    with FleetDouble() as desk:
        yield desk


@pytest.fixture
def stand(
    tmp_path: Path, desk: FleetDouble, engine: TextEngine, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Stand]:
    # Each beat asks for the next one in five seconds, as real desks do at the soonest.
    monkeypatch.setattr("kiosk.heartbeat.Heartbeats.wait_s", lambda *_: 0.02)
    stand = Stand(tmp_path / "state", desk, engine)
    yield stand
    stand.close()


def test_staff_know_how_a_kiosk_is(stand: Stand) -> None:
    beat = stand.start().beat()
    expected = {
        "program": "0.1.0",
        "location": "Bibliotheek",
        "paper": "ok",
        "sound": "ok",
        "microphone": True,
        "display": "540x960",
        "network": "unreachable",
        "waiting": 3,
        "refused": 1,
        "oldest_s": 4000,
        "last_visit": None,
        "last_test_print": None,
        "started_at": "2026-11-22T09:30:00Z",
        "restarts": 7,
        "crashes": 2,
        "restart_reason": "update",
        "in_service": True,
    }
    assert {name: beat[name] for name in expected} == expected
    assert beat["bundle"] == {
        "version": "0123456789ab",
        "release": 12,
        "newest": 13,
        "refused": 13,
        "problem": "It is not fit.",
        "checked_at": None,
    }
    assert isinstance(beat["disk_free_mb"], int)
    assert stand.desk.tokens == {"Bearer token-of-the-kiosk"}


def test_of_a_printer_that_only_listens_nobody_claims_that_it_has_paper(
    stand: Stand, tmp_path: Path
) -> None:
    stand.printer = FileSettings(path=tmp_path / "paper.bin", answers=False)
    stand.start()
    until(lambda: stand.worker.known is not None)
    stand.beats_go_on()
    assert stand.desk.beats[-1]["paper"] == "unknown"


def test_the_desk_sees_the_start_screen_and_it_is_small(stand: Stand) -> None:
    stand.start()
    until(lambda: bool(stand.desk.pictures))
    stand.beats_go_on()
    (png,) = stand.desk.pictures
    assert png.startswith(b"\x89PNG")
    assert (int.from_bytes(png[16:20]), int.from_bytes(png[20:24])) == (180, 320)
    assert len(png) < 100_000


def test_nothing_of_a_visitor_is_in_a_heartbeat_nor_in_the_picture(stand: Stand) -> None:
    """Before, during and after: only the minute in which a visit ended."""
    stand.start()
    until(lambda: bool(stand.desk.pictures))
    quiet = stand.beat()
    visit = stand.visit.tap("flow:klacht", "choice:klacht", "choice:balie")
    visit.type_in("Zwanepoel 4821")
    assert "Zwanepoel" in visit.session.typed
    stand.beats_go_on()
    changes = {"at": "", "disk_free_mb": 0}
    assert stand.desk.beats[-1] | changes == quiet | changes
    visit.tap("next")
    walk_to_the_end(visit, prefer=("choice:brief",)).tap("send", "done")
    after = stand.until_it_tells(lambda beat: beat["last_visit"] is not None)
    assert after | changes | {"last_visit": None} == quiet | changes
    assert str(after["last_visit"])[16:19] == ":00"
    sent = b"".join(stand.desk.bodies)
    assert [secret for secret in SECRETS if secret.encode() in sent] == []


def test_the_picture_is_not_drawn_while_somebody_is_there_and_is_that_of_a_fresh_start(
    stand: Stand,
) -> None:
    stand.start()
    until(lambda: bool(stand.desk.pictures))
    alone = stand.desk.pictures.pop()
    stand.close()
    stand.desk.away()
    stand.start()
    stand.visit.tap("language", "language:ar", "flow:klacht")
    stand.desk.back()
    stand.beats_go_on()
    assert stand.desk.pictures == []
    stand.visit.tap("stop", "stop:yes")
    until(lambda: bool(stand.desk.pictures))
    assert stand.desk.pictures == [alone]


def test_out_of_service_hangs_at_the_kiosk_when_the_visitor_has_gone_and_stays(
    stand: Stand,
) -> None:
    order = stand.desk.signed("out_of_service", text={"nl": "Wij zijn zo terug."})
    stand.start().visit.tap("flow:klacht")
    stand.desk.orders = [order, stand.desk.signed("volume", volume=6)]
    stand.beats_go_on()
    assert stand.boards == [Board()]
    stand.visit.tap("stop", "stop:yes")
    closed = Board(closed={"nl": "Wij zijn zo terug."}, volume=5)
    until(lambda: stand.boards[-1] == closed)
    assert stand.until_it_tells(lambda beat: not beat["in_service"])
    until(lambda: [result for _, result in stand.desk.results] == ["done", "done"])
    stand.desk.orders = []
    stand.start()
    until(lambda: stand.boards == [closed])
    stand.desk.orders = [stand.desk.signed("in_service")]
    until(lambda: stand.boards == [closed, Board(volume=5)])


def test_a_test_print_comes_out_and_staff_hear_so(stand: Stand) -> None:
    stand.start()
    stand.desk.orders = [stand.desk.signed("test_print")]
    until(lambda: [result for _, result in stand.desk.results] == ["done"])
    told = stand.desk.beats[-1]
    assert told["last_test_print"] is not None
    (paper,) = (stand.folder / "receipts").glob("test-*.png")
    assert paper.stat().st_size > 1000
    assert told["paper"] == "ok"


def test_a_test_print_shows_every_script_that_visitors_may_get() -> None:
    terminal = terminal_of(factory())
    receipt = proof_of(terminal, "test", NOW)
    lines = [part.text for part in receipt.parts if isinstance(part, Words)]
    for language in terminal.texts.languages:
        assert terminal.texts.text(language, "ui-test-print-text").shown in lines
    assert {"proef-1", "Bibliotheek", "zondag 22 november 2026", "09:30"} <= set(lines)
    (code,) = [part.payload for part in receipt.parts if isinstance(part, QrCode)]
    assert code == terminal.follow_url.format(code="")


def test_a_restart_happens_after_the_visit_and_once(stand: Stand) -> None:
    order = stand.desk.signed("restart")
    stand.start().visit.tap("flow:klacht")
    stand.desk.orders = [order]
    stand.beats_go_on()
    assert stand.between.wanted is None
    stand.visit.tap("stop", "stop:yes")
    until(lambda: stand.between.due(QUIET_S, active=False) == "order")
    stand.desk.bodies.clear()
    stand.start()
    until(lambda: [result for _, result in stand.desk.results] == ["done"])
    stand.beats_go_on()
    assert stand.between.wanted is None


def test_a_reload_looks_for_a_new_bundle_and_restarts_nothing_by_itself(stand: Stand) -> None:
    stand.start()
    stand.desk.orders = [stand.desk.signed("reload")]
    until(lambda: [result for _, result in stand.desk.results] == ["done"])
    assert stand.published is not None
    assert stand.published.asked == 1
    assert stand.between.wanted is None


def test_a_kiosk_without_published_bundles_says_that_it_cannot_reload(stand: Stand) -> None:
    stand.published = None
    stand.start()
    stand.desk.orders = [stand.desk.signed("reload")]
    until(lambda: [result for _, result in stand.desk.results] == ["failed"])
    assert stand.desk.beats[-1]["bundle"]["version"] == factory().version


def test_a_kiosk_that_is_not_enrolled_rests_outside_its_hours_and_tells_nobody(
    stand: Stand,
) -> None:
    stand.enrolled = False
    other_day = DAYS[(datetime.now().astimezone().weekday() + 3) % 7]
    stand.hours = Hours.model_validate({other_day: ["09:00-17:00"]})
    stand.start()
    until(lambda: stand.boards == [Board(resting=True)])
    stand.close()
    assert stand.desk.bodies == []
    assert not (stand.folder / "orders.json").exists()
    assert stand.worker.known is None
