"""A receipt printer that exists in memory, at the end of a network cable or a serial one.

`Mechanism` is the printer: a receive buffer, a roll, a cover, a cutter, and the questions
that are answered the moment they arrive, however full the buffer is. Tests play the world
through it: `paper_rows` is how much is on the roll, `at_row(300, printer.open_cover)` does
something in mid-print. The rest of this file are cables.

It is as unforgiving as a real one: out of paper it keeps what it has not printed, and
prints it when a new roll is put in, unless it was told to drop it.
"""

import os
import select
import socket
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self

BUFFER_BYTES = 4096
INIT, FEED, RASTER, CUT = b"\x1b@", b"\x1bd", b"\x1dv0", b"\x1dV\x42"
REPORT, CONFIRM, ASK = b"\x1da", b"\x1dr", b"\x10\x04"
CLEAR = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
LENGTHS = {INIT: 2, FEED: 3, RASTER: 8, CUT: 4, REPORT: 3, CONFIRM: 3, ASK: 3, CLEAR: 10}


class Mechanism:
    """What is printed lies in `receipts` (cut off) and `rows` (still in the slot)."""

    def __init__(self) -> None:
        self.paper_rows = 100_000
        self.low_below = 0
        self.cover_is_open = False
        self.switched_off_line = False
        self.cutter_is_jammed = False
        self.is_silent = False
        self.talks_rubbish = False
        self.takes_nothing = False
        """Hangs: prints nothing, takes nothing, says nothing."""
        self.knows_commands_of_epson = True
        self.buffer_bytes = BUFFER_BYTES
        self.rows: list[bytes] = []
        self.receipts: list[list[bytes]] = []
        self.asked: list[int] = []
        self.cleared = 0
        self.was_given_dots = False
        self._buffer = bytearray()
        self._tail = b""
        self._block = (0, 0)
        self._reports = 0
        self._plans: dict[int, Callable[[], None]] = {}
        self._fed = 0
        self._told = b""

    def at_row(self, row: int, happens: Callable[[], None]) -> None:
        """When that many rows have been printed, this happens."""
        self._plans[row] = happens

    def run_out_of_paper(self) -> None:
        self.paper_rows = 0

    def open_cover(self) -> None:
        self.cover_is_open = True

    def jam_cutter(self) -> None:
        self.cutter_is_jammed = True

    def take_nothing_more(self) -> None:
        self.takes_nothing = True

    @property
    def can_print(self) -> bool:
        return not (
            self.paper_rows <= 0
            or self.cover_is_open
            or self.switched_off_line
            or self.cutter_is_jammed
            or self.takes_nothing
        )

    @property
    def room(self) -> int:
        return 0 if self.takes_nothing else max(0, self.buffer_bytes - len(self._buffer))

    def take(self, data: bytes) -> bytes:
        """Bytes come in; what it says at once comes out."""
        said = b""
        before = self._tail
        seen = before + data
        for number in (1, 2, 3, 4):
            # A question may be cut in two by the cable: look back over what came before.
            for at in _places(seen, ASK + bytes([number])):
                if at + 3 > len(before):
                    self.asked.append(number)
                    said += self._answer(number)
        self._tail = seen[-(len(CLEAR) - 1) :]
        self._buffer += data[: self.room]
        self.was_given_dots |= RASTER in self._buffer
        if self.knows_commands_of_epson and any(
            at + len(CLEAR) > len(before) for at in _places(seen, CLEAR)
        ):
            self._buffer.clear()
            self._block = (0, 0)
            self.cleared += 1
            said += b"\x37\x25\x00"
        return said

    def work(self) -> bytes:
        """Print what can be printed; gives what it says about that."""
        said = b""
        while self.can_print and self._buffer and (step := self._step()) is not None:
            said += step
        told = self._state()
        if self._reports and told != self._told and not self.takes_nothing:
            self._told = told
            said += told
        return said

    def _step(self) -> bytes | None:
        width, rows_left = self._block
        if rows_left:
            if len(self._buffer) < width:
                return None
            self._print(self._swallow(width))
            self._block = (width, rows_left - 1)
            return b""
        command = next((one for one in LENGTHS if self._buffer.startswith(one)), None)
        if command is None and len(self._buffer) >= 3:
            raise AssertionError(f"unknown command {bytes(self._buffer[:4])!r}")
        if command is None or len(self._buffer) < LENGTHS[command]:
            return None
        return self._carry_out(command, self._swallow(LENGTHS[command]))

    def _carry_out(self, command: bytes, whole: bytes) -> bytes:
        if command == RASTER:
            self._block = (whole[4] + 256 * whole[5], whole[6] + 256 * whole[7])
        elif command == CUT:
            self.receipts.append(self.rows)
            self.rows = []
        elif command == REPORT and self.knows_commands_of_epson:
            self._reports, self._told = whole[2], b""
        elif command == CONFIRM and self.knows_commands_of_epson:
            return b"\x00"
        return b""

    def _print(self, row: bytes) -> None:
        self.rows.append(row)
        self.paper_rows -= 1
        self._fed += 1
        if plan := self._plans.pop(self._fed, None):
            plan()

    def _swallow(self, count: int) -> bytes:
        taken = bytes(self._buffer[:count])
        del self._buffer[:count]
        return taken

    def _answer(self, number: int) -> bytes:
        if self.is_silent:
            return b""
        if self.talks_rubbish:
            return b"\xff\x11\x83"
        no_paper = self.paper_rows <= 0
        bits = {
            1: 0x08 * (not self.can_print),
            2: 0x04 * self.cover_is_open | 0x20 * no_paper | 0x40 * self.cutter_is_jammed,
            3: 0x08 * self.cutter_is_jammed,
            4: 0x60 * no_paper | 0x0C * (self.paper_rows < self.low_below),
        }[number]
        return bytes([0x12 | bits])

    def _state(self) -> bytes:
        first = 0x10 | 0x08 * (not self.can_print) | 0x20 * self.cover_is_open
        third = 0x0C * (self.paper_rows <= 0) | 0x03 * (self.paper_rows < self.low_below)
        return bytes([first, 0x08 * self.cutter_is_jammed, third, 0x0F])


def _places(data: bytes, wanted: bytes) -> list[int]:
    return [at for at in range(len(data)) if data.startswith(wanted, at)]


class _Cable:
    """Carries bytes in a thread of its own, between one end of a cable and the mechanism."""

    hears_when_full = False
    """Over a serial line Epson's printers do; over TCP they cannot, since TCP keeps the order."""

    def __init__(self, printer: Mechanism | None = None) -> None:
        self.printer = printer or Mechanism()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="emulated printer", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        self._stop.set()
        self._thread.join(5)

    def vanish(self) -> None:
        """The plug is pulled."""
        self._stop.set()

    def _run(self) -> None:
        raise NotImplementedError

    def _serve(
        self, read: Callable[[int], bytes], write: Callable[[bytes], object], fd: int
    ) -> None:
        """Until the plug is pulled or the other end lets go."""
        while not self._stop.is_set():
            room = self.printer.room
            if not room and self.hears_when_full and not self.printer.takes_nothing:
                room = 64
            readable = select.select([fd], [], [], 0.005)[0] if room else []
            if not room:
                self._stop.wait(0.005)
            said = b""
            if readable:
                data = read(room)
                if not data:
                    return
                said = self.printer.take(data)
            said += self.printer.work()
            if said and not self._stop.is_set():
                write(said)


class NetworkPrinter(_Cable):
    """Listens on a free port of this machine; one connection at a time, as most do."""

    def __init__(self, printer: Mechanism | None = None, port: int = 0) -> None:
        super().__init__(printer)
        self._listener = socket.socket()
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, BUFFER_BYTES)
        self._listener.bind(("127.0.0.1", port))
        self._listener.listen(1)
        self._listener.settimeout(0.05)
        self.port: int = self._listener.getsockname()[1]
        self.connections = 0

    def _run(self) -> None:
        with self._listener:
            while not self._stop.is_set():
                try:
                    connection, _ = self._listener.accept()
                except TimeoutError:
                    self.printer.work()
                    continue
                self.connections += 1
                with connection:
                    try:
                        self._serve(connection.recv, connection.sendall, connection.fileno())
                    except ConnectionError:
                        continue


class SerialPrinter(_Cable):
    """At the far end of a pseudo-terminal; `path` is the port for the kiosk."""

    hears_when_full = True

    def __init__(self, printer: Mechanism | None = None) -> None:
        super().__init__(printer)
        self._far, self._near = os.openpty()
        self.path = os.ttyname(self._near)

    def _run(self) -> None:
        try:
            self._serve(
                lambda room: os.read(self._far, room),
                lambda said: os.write(self._far, said),
                self._far,
            )
        finally:
            os.close(self._near)
            os.close(self._far)
