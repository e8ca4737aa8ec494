"""A desk of the tests' own: a real HTTP server on loopback, with a handle that plays the world.

It keeps what it stored by id, as the desk does: the first time counts, a repeat changes
nothing. It reopens a report that `may_reopen`, once. Each `PUT` follows the next act of its
`play`, and accepts when the play is over.

    with DeskDouble() as desk:
        desk.play = [Say(500), Cut(stored=True), Late(0.3)]
        ...
        desk.stored  # {UUID: bytes}
        desk.away()  # the network is gone: nobody listens
        desk.back()  # on the same port
"""

import json
import socket
import threading
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit
from uuid import UUID

TOKEN = "token-of-the-test"


@dataclass(frozen=True)
class Say:
    """Answer with this status and store nothing."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Cut:
    """Close the connection without an answer, before or after storing."""

    stored: bool


@dataclass(frozen=True)
class Late:
    """Store, and answer after so many seconds."""

    seconds: float


class Accept:
    """Store and answer, as a healthy desk."""


Act = Say | Cut | Late | Accept


class DeskDouble:
    """`always` is what it does once `play` is over; `by_id` goes before both."""

    def __init__(self) -> None:
        self.stored: dict[UUID, bytes] = {}
        self.puts: Counter[UUID] = Counter()
        self.order: list[UUID] = []
        self.play: list[Act] = []
        self.always: Act = Accept()
        self.by_id: dict[UUID, Act] = {}
        self.health = 200
        self.health_asked = 0
        self.connections = 0
        self.status: Act = Accept()
        self.reports: dict[str, Any] = {}
        self.asked: list[str] = []
        self.raw_status: bytes | None = None
        self.not_solved: Act = Accept()
        self.raw_not_solved: bytes | None = None
        self.posted: list[tuple[str, Any]] = []
        self.reopened: list[tuple[str, str]] = []
        self.lock = threading.Lock()
        self.leaving = threading.Event()
        self._server: _Server | None = None
        self._port = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def back(self) -> None:
        """Listen (again), on the port of the first time."""
        self.leaving.clear()
        self._server = _Server(("127.0.0.1", self._port), self)
        self._port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def away(self) -> None:
        """Stop listening, and cut whoever is connected."""
        self.leaving.set()
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server.cut_all()
            self._server = None

    def next_act(self, row: UUID) -> Act:
        with self.lock:
            self.puts[row] += 1
            self.order.append(row)
            if row in self.by_id:
                return self.by_id[row]
            return self.play.pop(0) if self.play else self.always

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
    allow_reuse_address = True

    def __init__(self, address: tuple[str, int], desk: DeskDouble) -> None:
        self.desk = desk
        self.open: set[socket.socket] = set()
        super().__init__(address, _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        self.desk.connections += 1
        self.open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self.open.discard(request)
        super().shutdown_request(request)

    def cut_all(self) -> None:
        for connection in list(self.open):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # An answer leaves in one packet: otherwise Nagle and delayed acknowledgements add 40 ms.
    wbufsize = 65536
    server: _Server

    def do_PUT(self) -> None:
        length = int(self.headers["Content-Length"])
        body = self.rfile.read(length)
        if len(body) < length:  # cut in mid-sentence: half an envelope is none
            self.close_connection = True
            return
        if self.headers["Authorization"] != f"Bearer {TOKEN}":
            self._answer(401)
            return
        row = UUID(self.path.removeprefix("/api/submissions/"))
        desk = self.server.desk
        match desk.next_act(row):
            case Say(status, headers):
                self._answer(status, headers=headers.items())
            case Cut(stored):
                if stored:
                    self._store(row, body)
                self.close_connection = True
            case Late(seconds):
                status = self._store(row, body)
                desk.leaving.wait(seconds)
                self._answer(status)
            case Accept():
                self._answer(self._store(row, body))

    def do_POST(self) -> None:
        desk = self.server.desk
        told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        desk.posted.append((self.path, told))
        match desk.not_solved:
            case Say(status, headers):
                self._answer(status, desk.raw_not_solved or b"{}", headers.items())
            case Cut(stored):
                if stored:
                    self._reopen(told)
                self.close_connection = True
            case Late(seconds):
                status, body = self._reopen(told)
                desk.leaving.wait(seconds)
                self._answer(status, body)
            case Accept():
                self._answer(*self._reopen(told))

    def _reopen(self, told: Any) -> tuple[int, bytes]:
        """What the desk does with 'it is not solved', and what it answers."""
        desk = self.server.desk
        if self.headers["Authorization"] != f"Bearer {TOKEN}":
            return 401, b"{}"
        if desk.raw_not_solved is not None:
            return 200, desk.raw_not_solved
        code = self.path.removeprefix("/api/status/").removesuffix("/not-solved")
        with desk.lock:
            reports = [one for one in desk.reports.get(code, ()) if one["day"] == told["day"]]
            if not reports:
                return 404, b"{}"
            if (code, told["day"]) in desk.reopened:
                return 200, b'{"result": "known"}'
            if not reports[0].get("may_reopen"):
                return 409, b"{}"
            desk.reopened.append((code, told["day"]))
            return 200, b'{"result": "reopened"}'

    def do_GET(self) -> None:
        desk = self.server.desk
        if self.path == "/health":
            desk.health_asked += 1
            self._answer(desk.health)
            return
        desk.asked.append(self.path)
        match desk.status:
            case Say(status):
                self._answer(status)
            case Late(seconds):
                desk.leaving.wait(seconds)
                self._answer(500)
            case Cut():
                self.close_connection = True
            case Accept():
                self._status(desk, urlsplit(self.path).path.removeprefix("/api/status/"))

    def _status(self, desk: DeskDouble, code: str) -> None:
        if self.headers["Authorization"] != f"Bearer {TOKEN}":
            self._answer(401)
        elif desk.raw_status is not None:
            self._answer(200, desk.raw_status)
        elif code in desk.reports:
            answer = {"code": code, "reports": desk.reports[code]}
            self._answer(200, json.dumps(answer).encode())
        else:
            self._answer(404)

    def _store(self, row: UUID, body: bytes) -> int:
        desk = self.server.desk
        with desk.lock:
            if row in desk.stored:
                return 200
            desk.stored[row] = body
            return 201

    def _answer(
        self, status: int, body: bytes = b"{}", headers: Iterable[tuple[str, str]] = ()
    ) -> None:
        with suppress(OSError):
            self.send_response(status)
            for name, value in headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            self.wfile.flush()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the parent's name
        pass
