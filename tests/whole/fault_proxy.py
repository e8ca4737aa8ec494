"""The network between a kiosk and its desk, on its worst days: an HTTP proxy that plays faults.

    with FaultProxy(desk.url) as network:
        network.play = [Fault.CUT_AFTER, Fault.ERROR]    what happens to the next submissions
        network.away()                                   nobody is there at all
        network.back()                                   on the same port

What is asked besides submissions goes through as it is. `played` counts what happened.
"""

import random
import threading
import time
from collections import Counter
from contextlib import suppress
from enum import Enum, auto
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

import requests

LATE_S = 0.7


class Fault(Enum):
    NONE = auto()
    LATE = auto()
    """The desk stores it at once, its answer comes late."""
    ERROR = auto()
    """500, and the desk has seen nothing."""
    ERROR_AFTER = auto()
    """500, though the desk has stored it."""
    BUSY = auto()
    """503 with Retry-After."""
    CUT_BEFORE = auto()
    """The connection breaks before the desk has it."""
    CUT_AFTER = auto()
    """The desk stores it, and the connection breaks before the answer."""
    HALF = auto()
    """The desk stores it, and half of its answer arrives."""


class FaultProxy:
    """`stormy` is how often, from 0 to 1, a submission that has nothing in `play` meets a fault."""

    def __init__(self, desk_url: str, luck: random.Random | None = None) -> None:
        self.desk_url = desk_url
        self.play: list[Fault] = []
        self.stormy = 0.0
        self.played: Counter[Fault] = Counter()
        self._luck = luck or random.Random(1)
        self._lock = threading.Lock()
        self._port = 0
        self._server: _Server | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    @property
    def is_away(self) -> bool:
        return self._server is None

    def back(self) -> None:
        if self._server is None:
            self._server = _Server(("127.0.0.1", self._port), self)
            self._port = self._server.server_address[1]
            threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def away(self) -> None:
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def next_fault(self) -> Fault:
        with self._lock:
            if self.play:
                fault = self.play.pop(0)
            elif self._luck.random() < self.stormy:
                fault = self._luck.choice(list(Fault))
            else:
                fault = Fault.NONE
            self.played[fault] += 1
            return fault

    def __enter__(self) -> Self:
        self.back()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.away()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True

    def __init__(self, address: tuple[str, int], network: FaultProxy) -> None:
        self.network = network
        super().__init__(address, _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """A kiosk that was killed in the middle of its request is what this is here for."""


class _Handler(BaseHTTPRequestHandler):
    wbufsize = 65536
    server: _Server

    def do_GET(self) -> None:
        answer = self._ask_desk(b"")
        if answer is not None:
            self._answer(answer.status_code, answer.content)

    def do_PUT(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        fault = self.server.network.next_fault()
        match fault:
            case Fault.ERROR:
                return self._answer(500, b"{}")
            case Fault.BUSY:
                return self._answer(503, b"{}", {"Retry-After": "1"})
            case Fault.CUT_BEFORE:
                return None
        answer = self._ask_desk(body)
        if answer is None:
            return None
        match fault:
            case Fault.CUT_AFTER:
                return None
            case Fault.ERROR_AFTER:
                return self._answer(500, b"{}")
            case Fault.HALF:
                return self._answer(answer.status_code, answer.content, half=True)
            case Fault.LATE:
                time.sleep(LATE_S)
        return self._answer(answer.status_code, answer.content)

    def _ask_desk(self, body: bytes) -> requests.Response | None:
        """The desk's answer; None, and no answer to the kiosk either, where it is not there."""
        passed = {
            name: value
            for name, value in self.headers.items()
            if name in ("Authorization", "Content-Type")
        }
        with suppress(requests.RequestException):
            return requests.request(
                self.command,
                self.server.network.desk_url + self.path,
                data=body,
                headers=passed,
                timeout=20,
            )
        return None

    def _answer(
        self,
        status: int,
        body: bytes,
        headers: dict[str, str] | None = None,
        *,
        half: bool = False,
    ) -> None:
        with suppress(OSError):
            self.send_response(status)
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            if half:
                self.flush_headers()  # and then nothing more
                return
            self.end_headers()
            self.wfile.write(body)
            self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the parent's name
        pass
