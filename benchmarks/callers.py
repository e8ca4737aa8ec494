"""Very many kiosks in one process: each calls at its own moment, over a connection of its own.

So do real ones: they close the connection after each heartbeat, and a proxy in front of the
desk opens a new one as well. The loop is open: who has to wait keeps nobody else from
calling, and waiting counts, from the moment a kiosk wanted to call until all of the last
answer is here. Requests are bytes that were made beforehand, since this runs on the same
cores as the desk that is measured.
"""

import re
import selectors
import socket
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

AT_ONCE = 2000
"""Connections that are open at one time; beyond it kiosks wait, and that counts."""
PATIENCE_S = 30.0
LOOK_S = 1.0
"""Between looks for who has lost their patience."""
READ_BYTES = 256 * 1024
NOT_MODIFIED = 304
_STATUS = re.compile(rb"HTTP/1\.[01] (\d{3})")
_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d+)", re.IGNORECASE)
_CLOSES = re.compile(rb"\AHTTP/1\.0|\r\nconnection:[ \t]*close", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Call:
    """What one kiosk asks, one after another, from `at_s` seconds after the beginning."""

    at_s: float
    requests: Sequence[bytes]


@dataclass(slots=True)
class Heard:
    """What became of a call. `fault` is empty when every answer came whole."""

    took_s: float
    statuses: tuple[int, ...]
    received: int
    fault: str


def call(port: int, calls: Sequence[Call], at_once: int = AT_ONCE) -> list[Heard]:
    """All of them, on 127.0.0.1; in the order in which they ended."""
    waiting = deque(sorted(calls, key=lambda each: each.at_s))
    under_way: set[_Line] = set()
    heard: list[Heard] = []
    began = looked = time.monotonic()
    with selectors.DefaultSelector() as watch:
        while waiting or under_way:
            now = time.monotonic()
            while waiting and len(under_way) < at_once and began + waiting[0].at_s <= now:
                one = waiting.popleft()
                under_way.add(_Line(watch, port, one.requests, began + one.at_s))
            for key, _ in watch.select(_pause_s(waiting, began, len(under_way) < at_once)):
                line: _Line = key.data
                if (end := line.go_on()) is not None:
                    under_way.remove(line)
                    heard.append(end)
            if now - looked >= LOOK_S:
                looked = now
                for line in [each for each in under_way if now - each.due > PATIENCE_S]:
                    under_way.remove(line)
                    heard.append(line.end("no answer"))
    return heard


def _pause_s(waiting: deque[Call], began: float, has_room: bool) -> float:
    if not waiting or not has_room:
        return LOOK_S
    return min(LOOK_S, max(0.0, began + waiting[0].at_s - time.monotonic()))


class _Line:
    """One kiosk's connection, and how far it has come. `go_on` is called when it can."""

    def __init__(
        self, watch: selectors.BaseSelector, port: int, requests: Sequence[bytes], due: float
    ) -> None:
        self._watch, self._port = watch, port
        self._requests = requests
        self.due = due
        self._statuses: list[int] = []
        self._received = 0
        self._open()

    def go_on(self) -> Heard | None:
        """What became of it, once it is over."""
        try:
            if not self._is_sending:
                return self._read()
            self._send()
        except OSError as error:
            return self.end(type(error).__name__)
        return None

    def end(self, fault: str = "") -> Heard:
        self._watch.unregister(self._socket)
        self._socket.close()
        took_s = time.monotonic() - self.due
        return Heard(took_s, tuple(self._statuses), self._received, fault)

    def _open(self) -> None:
        self._socket = socket.socket()
        self._socket.setblocking(False)
        self._socket.connect_ex(("127.0.0.1", self._port))
        self._watch.register(self._socket, selectors.EVENT_WRITE, self)
        self._is_sending = True
        self._came = bytearray()

    def _send(self) -> None:
        self._socket.send(self._requests[len(self._statuses)])  # fits into the socket's buffer
        self._watch.modify(self._socket, selectors.EVENT_READ, self)
        self._is_sending = False
        self._came.clear()

    def _read(self) -> Heard | None:
        piece = self._socket.recv(READ_BYTES)
        self._came += piece
        self._received += len(piece)
        head_bytes = self._came.find(b"\r\n\r\n") + 4
        if head_bytes < 4:
            return None if piece else self.end("hung up")
        head = bytes(self._came[: head_bytes - 2])
        status = _STATUS.match(head)
        if status is None:
            return self.end("no HTTP")
        length = _LENGTH.search(head)
        if length is None and int(status[1]) != NOT_MODIFIED:
            return self.end("no length")
        if len(self._came) < head_bytes + (int(length[1]) if length else 0):
            return None if piece else self.end("cut off")
        self._statuses.append(int(status[1]))
        if len(self._statuses) == len(self._requests):
            return self.end()
        if _CLOSES.search(head):
            self._watch.unregister(self._socket)
            self._socket.close()
            self._open()
        else:
            self._send()
        return None
