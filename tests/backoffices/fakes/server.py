"""A back-office on loopback: what it was asked, what it answers, and how it falls over.

    class FakeTown(FakeServer):
        def answer(self, asked: Asked) -> Answer:
            return json_answer(201, {"id": 1})

    with FakeTown() as town:
        town.url            http://127.0.0.1:<free port>
        town.delay_s = 0.05 every answer takes so long
        town.away()         its process is gone: calls under way are cut, nobody answers
        town.back()         at the same address, with everything that it had stored

`answer` is called by many threads; a fake that stores takes `self.lock`. What it stored
before it went away is still there afterwards, as with any database.
"""

import json
import socket
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True, slots=True)
class Asked:
    """One request. `path` is without the query; header names are in any case."""

    method: str
    path: str
    query: dict[str, str]
    headers: Message
    body: bytes

    def json(self) -> Any:
        """Raises ValueError where the body is no JSON."""
        return json.loads(self.body)

    def form(self) -> list[tuple[str, str]]:
        """The fields of an urlencoded or multipart form, files left out."""
        if self.headers.get_content_type() == "multipart/form-data":
            return [(name, body.decode()) for name, file, _, body in self.parts() if not file]
        return parse_qsl(self.body.decode(), keep_blank_values=True)

    def parts(self) -> list[tuple[str, str, str, bytes]]:
        """The parts of a multipart form: field, file name (or ""), media type, content."""
        head = f"Content-Type: {self.headers['Content-Type']}\r\n\r\n".encode()
        whole = BytesParser().parsebytes(head + self.body)
        return [
            (
                str(part.get_param("name", "", header="Content-Disposition")),
                part.get_filename() or "",
                part.get_content_type(),
                bytes(part.get_payload(decode=True)),
            )
            for part in whole.get_payload()
            if isinstance(part, Message)
        ]


@dataclass(frozen=True, slots=True)
class Answer:
    """`half`: the line breaks in the middle of the body."""

    status: int
    body: bytes = b""
    content_type: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)
    half: bool = False


class CutError(Exception):
    """Raised by `answer`: the line breaks without an answer."""


def json_answer(status: int, content: object, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, json.dumps(content, ensure_ascii=False).encode(), headers=named)


class FakeServer:
    """`asked` holds every request that was read whole, in the order of their arrival."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.asked: list[Asked] = []
        self.delay_s = 0.0
        self._port = 0
        self._server: _Server | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def answer(self, asked: Asked) -> Answer:
        """What this back-office answers. Subclasses decide."""
        raise NotImplementedError

    def back(self) -> None:
        if self._server is None:
            self._server = _Server(("127.0.0.1", self._port), self)
            self._port = self._server.server_address[1]
            threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def away(self) -> None:
        if self._server is not None:
            server, self._server = self._server, None
            server.shutdown()
            server.server_close()
            server.cut()

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
    request_queue_size = 128

    def __init__(self, address: tuple[str, int], fake: FakeServer) -> None:
        self.fake = fake
        self.lines: set[socket.socket] = set()
        super().__init__(address, _Handler)

    def cut(self) -> None:
        for line in list(self.lines):
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: object, client_address: object) -> None:
        """A desk that was killed in the middle of its request is what this is here for."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = 65536
    server: _Server

    def setup(self) -> None:
        super().setup()
        self.server.lines.add(self.connection)

    def finish(self) -> None:
        self.server.lines.discard(self.connection)
        with suppress(OSError):
            super().finish()

    def _do(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        if len(body) < length:
            self.close_connection = True
            return
        target = urlsplit(self.path)
        query = dict(parse_qsl(target.query, keep_blank_values=True))
        asked = Asked(self.command, target.path, query, self.headers, body)
        fake = self.server.fake
        with fake.lock:
            fake.asked.append(asked)
        try:
            answer = fake.answer(asked)
        except CutError:
            self.close_connection = True
            return
        if fake.delay_s:
            time.sleep(fake.delay_s)
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(answer.body) + answer.half))
        self.end_headers()
        self.wfile.write(answer.body[: len(answer.body) // 2] if answer.half else answer.body)
        self.close_connection = self.close_connection or answer.half
        self.wfile.flush()

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _do  # noqa: N815 - the parent's names

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the parent's name
        pass
