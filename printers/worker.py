"""Prints receipts beside the visit: one at a time, now or not at all.

Every receipt that is handed in gets exactly one answer, `Printed` or `PrintFailed`, within
ten seconds, whatever the printer does. None is repeated and none is kept: after its answer
nothing here remembers it. A receipt that would have to wait for the one before it longer
than `WAIT_S` is not printed at all, because its visitor would be gone when it came out.

Staff may ask for a receipt too, and how the printer is; nobody's visit waits for that.

A bug while drawing or printing is answered as a fault and then ends the thread with its
exception, so that `threading.excepthook` can end the kiosk; later receipts fail at once.
"""

import threading
import time
from collections.abc import Callable
from queue import SimpleQueue

from kiosk.core import events
from kiosk.core.receipt import Receipt
from printers.layout import TextEngine, render
from printers.printer import Failed, Outcome, Printed, Printer
from printers.status import Status

WAIT_S = 1.5
ANSWER_S = 9.8
"""Longer than WAIT_S and the 8 s that a printer may take: only for a device that hangs in
the kernel, which no deadline reaches."""
CLOSE_S = 0.5

Answer = Callable[[events.Printed | events.PrintFailed], None]


class _Job:
    """One receipt on its way to paper. Whoever settles it first gives the answer."""

    def __init__(
        self, receipt: Receipt, settle: Callable[[str, Outcome], None], limit_s: float
    ) -> None:
        self.name = receipt.name
        self.handed_in = time.monotonic()
        self._receipt: Receipt | None = receipt
        self._settle = settle
        self._lock = threading.Lock()
        self._too_late: threading.Timer | None = threading.Timer(
            limit_s, self.settle, [Failed("fault")]
        )
        self._too_late.name, self._too_late.daemon = "printer-limit", True
        self._too_late.start()

    def take(self) -> Receipt | None:
        """The receipt, once; None when it was answered meanwhile or has waited too long."""
        with self._lock:
            receipt, self._receipt = self._receipt, None
        return receipt if time.monotonic() - self.handed_in <= WAIT_S else None

    def settle(self, outcome: Outcome) -> None:
        with self._lock:
            too_late, self._too_late = self._too_late, None
            self._receipt = None
        if too_late is not None:  # so this is the first outcome
            too_late.cancel()
            self._settle(self.name, outcome)


class PrinterWorker:
    """`answer` is called from another thread; `clock` gives the `at` of events."""

    def __init__(
        self,
        printer: Printer,
        engine: TextEngine,
        answer: Answer,
        clock: Callable[[], float],
        limit_s: float = ANSWER_S,
    ) -> None:
        self._printer = printer
        self._engine = engine
        self._answer = answer
        self._clock = clock
        self._limit_s = limit_s
        self._jobs: SimpleQueue[_Job | Callable[[], None] | None] = SimpleQueue()
        self._waiting: list[_Job] = []
        self._lock = threading.Lock()
        self.known: Status | None = None
        """How the printer was when it was last asked or used; None before that."""
        self._thread = threading.Thread(target=self._work, name="printer", daemon=True)
        self._thread.start()

    def warm_up(self) -> None:
        """Load, in the background, what the first receipt would wait for (half a second).

        Call it when the first screen stands: it competes with the screen for the processor.
        """
        self._jobs.put(self._printer.warm_up)

    def look(self) -> None:
        """Ask the printer, in the background, how it is: `known` tells afterwards.

        Only while no visitor is there: a receipt would have to wait for its answer.
        """
        self._jobs.put(self._look)

    def submit(self, receipt: Receipt) -> None:
        """Print this one now. Returns at once; the answer comes as an event."""
        self._hand_in(_Job(receipt, self._settled, self._limit_s))

    def try_out(self, receipt: Receipt, then: Callable[[bool], None]) -> None:
        """Print one for staff. `then` hears from another thread, once, whether it is out."""

        def settle(_name: str, outcome: Outcome) -> None:
            then(isinstance(outcome, Printed))

        self._hand_in(_Job(receipt, settle, self._limit_s))

    def _hand_in(self, job: _Job) -> None:
        with self._lock:
            self._waiting.append(job)
        self._jobs.put(job)
        if not self._thread.is_alive():
            self._drop_waiting()

    def forget(self) -> None:
        """The visit is over: what has not begun to print never will."""
        self._drop_waiting()
        self._jobs.put(self._forget)

    def _forget(self) -> None:
        """Once nothing prints any more: words may have been measured after the visit ended."""
        self._printer.forget()
        self._engine.forget()

    def close(self) -> None:
        """End with the program. A printer that hangs is left behind, not waited for."""
        self._drop_waiting()
        self._jobs.put(None)
        self._thread.join(CLOSE_S)

    def _drop_waiting(self) -> None:
        with self._lock:
            waiting, self._waiting = self._waiting, []
        for job in waiting:
            job.settle(Failed("fault"))

    def _settled(self, name: str, outcome: Outcome) -> None:
        at = self._clock()
        match outcome:
            case Printed():
                self._answer(events.Printed(name, at=at))
            case Failed(problem):
                self._answer(events.PrintFailed(name, problem, at=at))

    def _work(self) -> None:
        try:
            while (task := self._jobs.get()) is not None:
                if isinstance(task, _Job):
                    self._print(task)
                else:
                    task()
                del task  # while waiting for the next one, nothing remembers this one
            self._printer.close()
        finally:
            self._drop_waiting()

    def _look(self) -> None:
        self.known = self._printer.status()

    def _print(self, job: _Job) -> None:
        with self._lock:
            if job in self._waiting:
                self._waiting.remove(job)
        outcome: Outcome = Failed("fault")
        try:
            receipt = job.take()
            if receipt is not None:
                page = render(receipt, self._printer.width_dots, self._engine)
                outcome = self._printer.print(page, receipt.name)
                self.known = _after(outcome)
        finally:
            job.settle(outcome)


def _after(outcome: Outcome) -> Status:
    """How the printer is after this."""
    match outcome:
        case Printed(low=True):
            return Status.PAPER_LOW
        case Printed():
            return Status.READY
        case Failed(problem):
            return Status.of(problem)
