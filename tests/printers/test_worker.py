"""Receipts on their way to paper, beside the visit: one answer each, in time, and no memory."""

import gc
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest

from kiosk.core import events
from kiosk.core.receipt import Line, QrCode, Receipt, Words
from printers.devices import open_printer
from printers.page import Page
from printers.printer import Outcome, Printed, Printer
from printers.settings import NetworkSettings, PictureSettings
from printers.status import Status
from printers.worker import PrinterWorker, _Job
from screens.text import TextEngine
from tests.printers import samples
from tests.printers.decoder import replay
from tests.printers.emulator import NetworkPrinter

Answers = SimpleQueue[events.Printed | events.PrintFailed]
ENDS_S = 30
"""Only a test that fails waits so long for an answer."""


@contextmanager
def worker_for(
    printer: Printer, engine: TextEngine, limit_s: float = 9.8
) -> Iterator[tuple[PrinterWorker, Answers]]:
    answers: Answers = SimpleQueue()
    worker = PrinterWorker(printer, engine, answers.put, lambda: 42.0, limit_s)
    try:
        yield worker, answers
    finally:
        worker.close()


def receipt(name: str) -> Receipt:
    return Receipt(name, "nl", (Words("Gemeente", "title"), Line(), Words("Dag.")))


@dataclass
class SlowPrinter:
    """Waits until it may go on, and remembers only names."""

    may_go_on: threading.Event = field(default_factory=threading.Event)
    printed: list[str] = field(default_factory=list)
    begun: threading.Event = field(default_factory=threading.Event)
    width_dots: int = 576

    def warm_up(self) -> None: ...
    def forget(self) -> None: ...
    def close(self) -> None: ...

    def status(self) -> Status:
        return Status.READY

    def print(self, page: Page, name: str) -> Outcome:  # noqa: ARG002 - a printer has a page
        self.begun.set()
        self.may_go_on.wait(3 * ENDS_S)
        self.printed.append(name)
        return Printed()


def none_left(answers: Answers) -> bool:
    try:
        answers.get(timeout=0.3)
    except Empty:
        return True
    return False


def test_a_receipt_becomes_paper_and_one_answer(
    engine: TextEngine, cache: Path, tmp_path: Path
) -> None:
    printer = open_printer(PictureSettings(directory=tmp_path), cache)
    with worker_for(printer, engine) as (worker, answers):
        worker.warm_up()
        worker.submit(samples.DUTCH)
        assert answers.get(timeout=ENDS_S) == events.Printed(samples.CODE, at=42.0)
        assert none_left(answers)
    assert replay((tmp_path / f"{samples.CODE}.bin").read_bytes()).cuts == 1


def test_a_printer_without_paper_is_an_answer_with_the_reason(
    engine: TextEngine, cache: Path
) -> None:
    with NetworkPrinter() as there:
        there.printer.run_out_of_paper()
        printer = open_printer(NetworkSettings(host="127.0.0.1", port=there.port), cache)
        with worker_for(printer, engine) as (worker, answers):
            worker.submit(samples.DUTCH)
            failed = events.PrintFailed(samples.CODE, "no_paper", at=42.0)
            assert answers.get(timeout=ENDS_S) == failed
            assert none_left(answers)


def test_a_printer_that_hangs_for_ever_is_answered_for_once_and_later_receipts_are_not_kept(
    engine: TextEngine,
) -> None:
    printer = SlowPrinter()
    with worker_for(printer, engine, limit_s=0.5) as (worker, answers):
        worker.submit(receipt("a"))
        worker.submit(receipt("b"))
        both = {answers.get(timeout=ENDS_S), answers.get(timeout=ENDS_S)}
        printer.may_go_on.set()  # it was only asleep: too late for both
        assert none_left(answers)
    assert both == {events.PrintFailed(name, "fault", at=42.0) for name in "ab"}
    assert printer.printed == ["a"]


def test_a_receipt_that_waited_too_long_behind_another_is_not_printed(
    engine: TextEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("printers.worker.WAIT_S", 0.2)
    printer = SlowPrinter()
    with worker_for(printer, engine) as (worker, answers):
        worker.submit(receipt("a"))
        assert printer.begun.wait(ENDS_S)
        handed_in = time.monotonic()
        worker.submit(receipt("b"))
        while time.monotonic() - handed_in < 0.25:
            time.sleep(0.01)
        printer.may_go_on.set()
        assert answers.get(timeout=ENDS_S) == events.Printed("a", at=42.0)
        assert answers.get(timeout=ENDS_S) == events.PrintFailed("b", "fault", at=42.0)
    assert printer.printed == ["a"]


def test_when_the_visit_is_over_what_has_not_begun_never_will(engine: TextEngine) -> None:
    printer = SlowPrinter()
    with worker_for(printer, engine) as (worker, answers):
        worker.submit(receipt("a"))
        assert printer.begun.wait(ENDS_S)
        worker.submit(receipt("b"))
        worker.forget()
        assert answers.get(timeout=ENDS_S) == events.PrintFailed("b", "fault", at=42.0)
        printer.may_go_on.set()
        assert answers.get(timeout=ENDS_S) == events.Printed("a", at=42.0)
        assert none_left(answers)
    assert printer.printed == ["a"]


@pytest.mark.usefixtures("only_what_comes")
@pytest.mark.parametrize("fails", [False, True], ids=["printed", "failed"])
def test_nothing_remembers_a_receipt_after_its_answer(
    engine: TextEngine, cache: Path, tmp_path: Path, fails: bool
) -> None:
    (tmp_path / "file").touch()
    folder = tmp_path / ("file" if fails else "receipts")
    printer = open_printer(PictureSettings(directory=folder), cache)
    with worker_for(printer, engine) as (worker, answers):
        worker.submit(Receipt("000011112222", "nl", (Words("alleen voor u"),)))
        assert isinstance(answers.get(timeout=ENDS_S), events.PrintFailed) == fails
        engine.forget()
        until(lambda: not made_since(Receipt, _Job))
        assert made_since(Page) == []


@pytest.fixture
def only_what_comes() -> None:
    """What is there already is set apart, and found no more."""
    gc.collect()
    gc.freeze()


def made_since(*kinds: type) -> list[object]:
    """What there is of these kinds that was not there when the test began."""
    gc.collect()
    return [one for one in gc.get_objects() if type(one) in kinds]


def until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + ENDS_S
    while not holds():
        assert time.monotonic() < deadline, "it did not become true"
        time.sleep(0.02)


def test_a_bug_is_a_fault_for_the_visitor_and_a_crash_for_the_kiosk(
    engine: TextEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashes: SimpleQueue[type[BaseException]] = SimpleQueue()
    monkeypatch.setattr(threading, "excepthook", lambda bug: crashes.put(bug.exc_type))
    too_long = Receipt("a", "nl", (QrCode("x" * 2500),))
    with worker_for(SlowPrinter(), engine) as (worker, answers):
        worker.submit(too_long)
        assert answers.get(timeout=ENDS_S) == events.PrintFailed("a", "fault", at=42.0)
        assert crashes.get(timeout=ENDS_S) is ValueError
        worker.submit(receipt("b"))
        assert answers.get(timeout=ENDS_S) == events.PrintFailed("b", "fault", at=42.0)
        assert none_left(answers)
