"""A printer at the end of a network cable, and all that happens to it."""

import socket
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from printers.devices import open_printer
from printers.page import Page
from printers.printer import Failed, Outcome, Printed, Printer
from printers.profiles import ProfileName
from printers.settings import NetworkSettings
from printers.status import Status
from tests.printers.emulator import Mechanism, NetworkPrinter

LIMIT_S = 4.0
MODELS: tuple[ProfileName, ...] = ("generic-80", "epson-tm-m30")


def printer_at(
    port: int,
    cache: Path,
    profile: ProfileName = "epson-tm-m30",
    *,
    answers: bool = True,
    limit_s: float = LIMIT_S,
) -> Printer:
    settings = NetworkSettings(
        host="127.0.0.1", port=port, profile=profile, answers=answers, limit_s=limit_s
    )
    return open_printer(settings, cache)


def mechanism(profile: ProfileName) -> Mechanism:
    printer = Mechanism()
    printer.knows_commands_of_epson = profile.startswith("epson")
    return printer


def dots(rows: list[bytes], page: Page) -> bytes:
    return b"".join(row.ljust(page.width // 8, b"\0") for row in rows)


def timed(printing: Callable[[], Outcome]) -> tuple[Outcome, float]:
    start = time.monotonic()
    return printing(), time.monotonic() - start


@pytest.mark.parametrize("profile", MODELS)
def test_a_receipt_comes_out_whole_and_once(page: Page, cache: Path, profile: ProfileName) -> None:
    with NetworkPrinter(mechanism(profile)) as there:
        assert printer_at(there.port, cache, profile).print(page, "a") == Printed()
    assert [dots(rows, page) for rows in there.printer.receipts] == [page.rows]
    assert there.printer.rows == []


TROUBLE_BEFORE: dict[str, Callable[[Mechanism], None]] = {
    "no_paper": lambda printer: printer.run_out_of_paper(),
    "cover_open": lambda printer: printer.open_cover(),
    "fault": lambda printer: printer.jam_cutter(),
    "offline": lambda printer: setattr(printer, "switched_off_line", True),
    "offline, because it says nothing": lambda printer: setattr(printer, "is_silent", True),
    "offline, because it talks rubbish": lambda printer: setattr(printer, "talks_rubbish", True),
}


@pytest.mark.parametrize("trouble", TROUBLE_BEFORE)
def test_a_printer_that_cannot_print_is_given_nothing_and_says_why(
    page: Page, cache: Path, trouble: str
) -> None:
    with NetworkPrinter() as there:
        TROUBLE_BEFORE[trouble](there.printer)
        outcome, took_s = timed(lambda: printer_at(there.port, cache).print(page, "a"))
    assert outcome == Failed(trouble.split(",", maxsplit=1)[0])  # type: ignore[arg-type]
    assert took_s < 1.5
    assert not there.printer.was_given_dots


def test_an_open_cover_is_told_before_the_paper_that_seems_to_be_missing(
    page: Page, cache: Path
) -> None:
    with NetworkPrinter() as there:
        there.printer.open_cover()
        there.printer.run_out_of_paper()
        assert printer_at(there.port, cache).print(page, "a") == Failed("cover_open")


@pytest.mark.parametrize("roomy", [True, False], ids=["large buffer", "small buffer"])
@pytest.mark.parametrize("trouble", ["no_paper", "cover_open", "fault"])
def test_trouble_in_mid_print_is_told_and_what_was_left_never_comes_out(
    page: Page, cache: Path, trouble: str, roomy: bool
) -> None:
    with NetworkPrinter() as there:
        there.printer.buffer_bytes = 1_000_000 if roomy else 4096
        there.printer.at_row(300, lambda: TROUBLE_BEFORE[trouble](there.printer))
        printer = printer_at(there.port, cache)
        outcome, took_s = timed(lambda: printer.print(page, "a"))
        there.printer.__dict__.update(paper_rows=9999, cover_is_open=False, cutter_is_jammed=False)
        if roomy:  # staff mended it: with all it was given gone, only the next one comes out
            there.printer.rows.clear()
            assert printer.print(page, "b") == Printed()
            assert [dots(rows, page) for rows in there.printer.receipts] == [page.rows]
    assert outcome == Failed(trouble)  # type: ignore[arg-type]
    assert took_s < 2
    assert there.printer.cleared or not roomy


@pytest.mark.parametrize("trouble", ["no_paper", "cover_open", "fault"])
def test_a_plain_printer_is_asked_afterwards_and_tells_what_happened(
    page: Page, cache: Path, trouble: str
) -> None:
    with NetworkPrinter(mechanism("generic-80")) as there:
        there.printer.buffer_bytes = 1_000_000
        there.printer.at_row(300, lambda: TROUBLE_BEFORE[trouble](there.printer))
        printer = printer_at(there.port, cache, "generic-80")
        assert printer.print(page, "a") == Failed(trouble)  # type: ignore[arg-type]
    assert there.printer.receipts == []


@pytest.mark.parametrize("profile", MODELS)
def test_a_printer_that_vanishes_in_mid_print_is_lost_and_gets_the_page_once(
    page: Page, cache: Path, profile: ProfileName
) -> None:
    with NetworkPrinter(mechanism(profile)) as there:
        there.printer.at_row(300, there.vanish)
        outcome, took_s = timed(lambda: printer_at(there.port, cache, profile).print(page, "a"))
    assert outcome == Failed("lost")
    assert took_s < LIMIT_S
    assert there.connections == 1


@pytest.mark.parametrize("profile", MODELS)
def test_a_printer_that_stalls_is_given_up_in_time(
    page: Page, cache: Path, profile: ProfileName
) -> None:
    with NetworkPrinter(mechanism(profile)) as there:
        there.printer.at_row(300, there.printer.take_nothing_more)
        printer = printer_at(there.port, cache, profile, limit_s=8)
        outcome, took_s = timed(lambda: printer.print(page, "a"))
    assert outcome == Failed("offline")
    assert 2 < took_s < 5  # long enough for a head that cools, no longer than needed
    assert there.connections == 1
    assert there.printer.receipts == []


def test_a_printer_that_ends_the_connection_before_it_confirmed_is_lost_at_once(
    page: Page, cache: Path
) -> None:
    with NetworkPrinter() as there:
        there.printer.buffer_bytes = 1_000_000
        there.printer.at_row(page.height - 1, there.vanish)
        outcome, took_s = timed(lambda: printer_at(there.port, cache).print(page, "a"))
    assert outcome == Failed("lost")
    assert took_s < 1


def test_where_nothing_listens_the_printer_is_lost(page: Page, cache: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        printer = printer_at(taken.getsockname()[1], cache)
        assert printer.status() == Status.LOST
        assert printer.print(page, "a") == Failed("lost")


def test_a_lost_printer_that_is_back_prints_the_next_receipt_only(page: Page, cache: Path) -> None:
    with NetworkPrinter() as before:
        before.printer.at_row(10, before.vanish)
        printer = printer_at(before.port, cache)
        assert printer.print(page, "a") == Failed("lost")
    with NetworkPrinter(port=before.port) as after:
        assert printer.print(page, "b") == Printed()
    assert [dots(rows, page) for rows in after.printer.receipts] == [page.rows]


def test_a_printer_that_cannot_answer_is_asked_nothing(page: Page, cache: Path) -> None:
    with NetworkPrinter() as there:
        there.printer.is_silent = True
        assert printer_at(there.port, cache, answers=False).print(page, "a") == Printed()
        deadline = time.monotonic() + 5
        while not there.printer.receipts and time.monotonic() < deadline:
            time.sleep(0.01)
    assert there.printer.asked == []
    assert [dots(rows, page) for rows in there.printer.receipts] == [page.rows]


def test_the_state_of_the_printer_can_be_asked_without_printing(cache: Path) -> None:
    with NetworkPrinter() as there:
        printer = printer_at(there.port, cache)
        assert printer.status() == Status.READY
        there.printer.low_below, there.printer.paper_rows = 500, 400
        assert printer.status() == Status.PAPER_LOW
        there.printer.run_out_of_paper()
        assert printer.status() == Status.NO_PAPER
    assert there.printer.rows == []


def test_paper_that_is_low_still_prints(page: Page, cache: Path) -> None:
    with NetworkPrinter() as there:
        there.printer.low_below = 10**9
        assert printer_at(there.port, cache).print(page, "a") == Printed(low=True)
