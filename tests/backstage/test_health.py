"""How a kiosk is, in what it can know of itself; and nothing of who uses it."""

import sqlite3
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from kiosk.core.events import Tapped, TimePassed
from kiosk.core.receipt import Receipt, Words
from kiosk.core.session import Session
from kiosk.health import (
    ROOT,
    Presence,
    disk_free_mb,
    has_keyboard,
    hottest_c,
    program_version,
)
from kiosk.outbox import Outbox, PutResult
from printers.devices import open_printer
from printers.printer import Printer
from printers.settings import NetworkSettings
from printers.status import Status
from printers.worker import PrinterWorker
from screens.text import TextEngine
from tests.backstage.waiting import until
from tests.core.visit import Visit
from tests.printers.emulator import NetworkPrinter


def zones(folder: Path, *said: str) -> Path:
    for number, words in enumerate(said):
        zone = folder / f"thermal_zone{number}"
        zone.mkdir()
        (zone / "temp").write_text(words)
    return folder


def test_the_temperature_is_that_of_the_hottest_part(tmp_path: Path) -> None:
    assert hottest_c(zones(tmp_path, "41500\n", "67250\n", "-12000\n")) == 67.25


@pytest.mark.parametrize("said", [(), ("",), ("hot",), ("-274000",), ("999999",)])
def test_where_nothing_sensible_is_measured_no_temperature_is_told(
    tmp_path: Path, said: tuple[str, ...]
) -> None:
    assert hottest_c(zones(tmp_path, *said)) is None


def test_a_zone_that_is_switched_off_does_not_hide_the_others(tmp_path: Path) -> None:
    (tmp_path / "thermal_zone9" / "temp").mkdir(parents=True)
    assert hottest_c(zones(tmp_path, "nothing", "50000")) == 50.0


def test_the_disk_is_that_of_the_folder_or_nothing_is_told(tmp_path: Path) -> None:
    free = disk_free_mb(tmp_path)
    assert free is not None
    assert free > 0
    assert disk_free_mb(tmp_path / "gone") is None


def test_the_version_is_that_of_the_files_that_run(tmp_path: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert program_version() == project["project"]["version"]
    assert program_version(tmp_path / "pyproject.toml") == "unknown"


def test_a_keypad_is_a_keyboard_that_the_system_sees(tmp_path: Path) -> None:
    assert not has_keyboard(tmp_path)
    ways = tmp_path / "by-id"
    ways.mkdir()
    (ways / "usb-Mouse-event-mouse").touch()
    assert not has_keyboard(tmp_path)
    (ways / "usb-Storm_AudioNav-event-kbd").touch()
    assert has_keyboard(tmp_path)


def test_a_visit_is_known_by_the_minute_in_which_it_ended_and_by_nothing_else() -> None:
    now = datetime(2026, 11, 22, 10, 7, 42, 123, tzinfo=UTC)
    presence, visit = Presence(lambda: now), Visit()

    def happens(event: Tapped | TimePassed) -> Session:
        before = visit.session
        visit.handle(event)
        presence.watch(before, event, visit.session)
        return visit.session

    assert not presence.is_idle  # nobody looked yet
    happens(TimePassed(at=1))
    assert presence.is_idle
    assert happens(Tapped("flow:klacht", at=2)).active
    assert (presence.is_idle, presence.last_visit) == (False, None)
    happens(Tapped("stop", at=3))
    assert not happens(Tapped("stop:yes", at=4)).active
    assert presence.is_idle
    assert presence.last_visit == datetime(2026, 11, 22, 10, 7, tzinfo=UTC)


# How long the oldest submission waits.


def test_the_oldest_submission_counts_and_one_that_was_refused_does_not(tmp_path: Path) -> None:
    now = 1000.0
    outbox = Outbox(tmp_path / "outbox.sqlite3", wall=lambda: now)
    assert outbox.oldest_s() == 0
    first, second = uuid4(), uuid4()
    for row, at in ((first, 1000.0), (second, 1600.0)):
        now = at
        assert outbox.put(row, b"sealed") is PutResult.SAVED
    now = 4600.0
    assert outbox.oldest_s() == 3600
    outbox.refuse(first, "422")
    assert outbox.oldest_s() == 3000
    outbox.erase(second)
    assert outbox.oldest_s() == 0


def test_the_age_of_a_submission_outlives_a_restart_and_a_clock_that_goes_back(
    tmp_path: Path,
) -> None:
    path = tmp_path / "outbox.sqlite3"
    outbox = Outbox(path, wall=lambda: 1000.0)
    outbox.put(uuid4(), b"sealed")
    outbox.close()
    assert Outbox(path, wall=lambda: 1090.0).oldest_s() == 90
    assert Outbox(path, wall=lambda: 5.0).oldest_s() == 0


def test_an_outbox_of_an_older_program_is_used_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "outbox.sqlite3"
    old, new = uuid4(), uuid4()
    with sqlite3.connect(path) as db:
        db.execute(
            "CREATE TABLE owed (place INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, "
            "sealed BLOB NOT NULL, refused TEXT)"
        )
        db.execute("INSERT INTO owed (id, sealed) VALUES (?, ?)", (str(old), b"old"))
    db.close()
    now = 1000.0
    outbox = Outbox(path, wall=lambda: now)
    now = 1060.0
    assert outbox.oldest_s() == 60  # as far as we know
    assert outbox.put(new, b"new") is PutResult.SAVED
    assert outbox.due() == [old, new]
    assert outbox.oldest_s() == 60
    outbox.erase(old)
    now = 1070.0
    assert outbox.oldest_s() == 10


# The paper, as the printer was last known.


@pytest.fixture(scope="module")
def engine() -> TextEngine:
    return TextEngine()


PAPER = Receipt("test-1", "nl", (Words("Een proef", "title"),))


def worker_for(printer: Printer, engine: TextEngine, told: list[object]) -> PrinterWorker:
    return PrinterWorker(printer, engine, told.append, lambda: 0.0)


def test_what_the_printer_says_is_known_after_a_look_and_after_each_print(
    engine: TextEngine, tmp_path: Path
) -> None:
    with NetworkPrinter() as there:
        printer = open_printer(NetworkSettings(host="127.0.0.1", port=there.port), tmp_path)
        told: list[object] = []
        worker = worker_for(printer, engine, told)
        assert worker.known is None
        there.printer.low_below, there.printer.paper_rows = 10**9, 5000
        worker.look()
        until(lambda: worker.known is Status.PAPER_LOW)
        there.printer.low_below = 0
        worker.submit(PAPER)
        until(lambda: worker.known is Status.READY)
        there.printer.low_below = 10**9
        worker.submit(PAPER)
        until(lambda: worker.known is Status.PAPER_LOW)
        there.printer.run_out_of_paper()
        worker.submit(PAPER)
        until(lambda: worker.known is Status.NO_PAPER)
        worker.close()
    assert len(told) == 3


def test_a_test_print_is_answered_to_staff_and_not_to_the_visit(
    engine: TextEngine, tmp_path: Path
) -> None:
    with NetworkPrinter() as there:
        printer = open_printer(NetworkSettings(host="127.0.0.1", port=there.port), tmp_path)
        told: list[object] = []
        out: list[bool] = []
        worker = worker_for(printer, engine, told)
        worker.try_out(PAPER, out.append)
        until(lambda: bool(out))
        there.printer.run_out_of_paper()
        worker.try_out(PAPER, out.append)
        until(lambda: len(out) == 2)
        worker.close()
    assert len(there.printer.receipts) == 1
    assert (out, told) == ([True, False], [])
