"""One talk with an ESC/POS printer: how are you, here is a page, is it out?

    ask     DLE EOT 1..4, one at a time; a printer that stays silent or talks rubbish is off line
    send    piece by piece, hearing meanwhile: a printer that reports by itself is believed at
            once, one that takes nothing for STALL_S has stalled
    watch   until it confirms, or as long as printing takes, then ask again

OSError means that the line is gone. All else is a `Status`: READY or PAPER_LOW is well.
"""

import contextlib
import time
from dataclasses import dataclass, field

from printers import escpos_bytes
from printers.lines import POLL_S, Line
from printers.profiles import Profile
from printers.status import Answer, Confirmed, Listener, Report, Status, worst

ANSWER_S = 0.5
"""A printer answers DLE EOT within some 10 ms, a network hub in between included."""
STALL_S = 3.0
"""Longer than any printer pauses by itself (cooling its head, cutting)."""
LAST_WORDS_S = 1.2
"""Kept of the time limit to find out why it failed, and to clear the printer."""
INIT_BYTES = 2
"""ESC @, with which every page begins. It may undo GS a, so that comes after it."""


@dataclass(slots=True)
class Conversation:
    line: Line
    profile: Profile
    asks: bool
    """Whether this printer, on this line, is known to answer."""
    deadline: float
    _listener: Listener = field(default_factory=Listener)
    _answer: Answer | None = None
    _reported: Status = Status.READY
    _confirmed: bool = False

    def status(self) -> Status:
        """How it is now. Asks the next question only when the last one was answered."""
        if not self.asks:
            return Status.READY
        found: list[Status] = []
        for question in (1, 2, 3, 4):
            answer = self._ask(question)
            if answer is None and question == 1:
                return Status.OFFLINE
            if answer:
                found.append(answer.about(question))
        return worst(found)

    def print(self, data: bytes, millimetres: float) -> Status:
        """Send a page, watch it come out. Whatever went wrong, it is sent only once."""
        status = self._send(data)
        if status.problem is None and self.asks:
            status = self._watch(millimetres)
        if status.problem is not None and self.asks and self.profile.clears:
            self._put(escpos_bytes.CLEAR, ANSWER_S)
            self._hear(ANSWER_S / 2)
        return status

    def _ask(self, question: int) -> Answer | None:
        self._hear(0)  # an answer to the question before, or to dots that looked like one
        self._answer = None
        if not self._put(escpos_bytes.question(question), ANSWER_S):
            return None
        until = time.monotonic() + ANSWER_S
        while self._answer is None and (left := until - time.monotonic()) > 0:
            self._hear(left)
        return self._answer

    def _send(self, data: bytes) -> Status:
        if self.asks and self.profile.reports:
            data = data[:INIT_BYTES] + escpos_bytes.REPORT_ALL + data[INIT_BYTES:]
        left, moved = memoryview(data), time.monotonic()
        until = self.deadline - LAST_WORDS_S
        while left:
            try:
                taken = self.line.send(left)
            except TimeoutError:
                return self._stuck()
            left = left[taken:]
            if self.asks:
                self._hear(0)
            if self._reported.problem is not None:
                return self._reported
            now = time.monotonic()
            moved = now if taken else moved
            if now > until or now - moved > STALL_S:
                return self._why()
        return Status.READY

    def _watch(self, millimetres: float) -> Status:
        until = self.deadline - LAST_WORDS_S
        if self.profile.confirms:
            self._confirmed = False
            self._put(escpos_bytes.CONFIRM, ANSWER_S)
            while not self._confirmed and self._reported.problem is None:
                if time.monotonic() > until:
                    return self._why()
                self._hear(POLL_S)
        else:
            until = min(until, time.monotonic() + millimetres / self.profile.mm_per_s)
            while time.monotonic() < until and self.status().problem is None:
                self._hear(POLL_S)
        if self._reported.problem is not None:
            return self._reported
        return self.status()

    def _why(self) -> Status:
        """The reason it gives for not going on; without one, something is wrong with it."""
        status = self.status() if self.asks else Status.FAULT
        return Status.FAULT if status.problem is None else status

    def _stuck(self) -> Status:
        """How much arrived is unknown, so not even a question may follow: only listen."""
        self._hear(ANSWER_S)
        self.asks = False
        return Status.OFFLINE if self._reported.problem is None else self._reported

    def _put(self, data: bytes, wait_s: float) -> bool:
        """Send a few bytes; whether all of them were taken in time."""
        left, until = memoryview(data), time.monotonic() + wait_s
        with contextlib.suppress(TimeoutError):
            while left and time.monotonic() < until:
                left = left[self.line.send(left) :]
        return not left

    def _hear(self, wait_s: float) -> None:
        for said in self._listener.hear(self.line.receive(wait_s)):
            match said:
                case Answer():
                    self._answer = said
                case Report(status):
                    self._reported = status
                case Confirmed():
                    self._confirmed = True
