"""A receipt printer at the end of a network cable, with a stopwatch.

It is an Epson TM-m30 that is always well: says so when asked, confirms at once, prints in
no time. So what is timed is the kiosk, not a mechanism.
"""

import select
import socket
import threading
import time
from contextlib import suppress
from types import TracebackType
from typing import Self

RASTER, CUT = b"\x1dv0", b"\x1dV\x42"
WELL = {
    b"\x10\x04": b"\x12",  # DLE EOT n: nothing is the matter
    b"\x1da": b"\x10\x00\x00\x0f",  # GS a: will report by itself, beginning now
    b"\x1dr": b"\x00",  # GS r: has worked through all of it
}
LONGEST_COMMAND = 3


class Paper:
    """`first_dots_at`: when the first raster bytes came, for each receipt so far."""

    def __init__(self) -> None:
        self.first_dots_at: list[float] = []
        self.cuts = 0
        self._stop = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._run, name="printer", daemon=True)

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
        self._listener.close()

    def _run(self) -> None:
        while not self._stop.is_set():
            if select.select([self._listener], [], [], 0.1)[0]:
                with self._listener.accept()[0] as connection, suppress(ConnectionError):
                    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                    self._talk(connection)

    def _talk(self, connection: socket.socket) -> None:
        seen, printing = b"", False
        while not self._stop.is_set():
            if not select.select([connection], [], [], 0.1)[0]:
                continue
            data = connection.recv(65536)
            now = time.monotonic()
            if not data:
                return
            tail = seen[-(LONGEST_COMMAND - 1) :]
            seen = tail + data
            if RASTER in seen and not printing:
                printing = True
                self.first_dots_at.append(now)
            # Dots may look like a question; a printer that says once too often that it is
            # well does no harm.
            for question, answer in WELL.items():
                count = seen.count(question) - tail.count(question)
                if count > 0:
                    connection.sendall(answer * count)
            if CUT in seen:
                self.cuts += seen.count(CUT) - tail.count(CUT)
                printing = False
