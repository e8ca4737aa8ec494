"""How the mirror speaks HTTP: what it refuses, what it answers, and what no log ever sees."""

import json
import socketserver
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import AF_INET, AF_INET6
from sys import exception
from typing import Protocol
from urllib.parse import parse_qs, urlsplit

from screens.mirror_sound import BrowserPlayer
from screens.mirror_words import Shown, Unclear, describe

PAGE = Path(__file__).parent / "page"
FILES = {
    "/": ("index.html", "text/html; charset=utf-8"),
    "/mirror.css": ("mirror.css", "text/css; charset=utf-8"),
    "/mirror.js": ("mirror.js", "text/javascript; charset=utf-8"),
}
POSTS = ("/tap", "/key", "/scan", "/type")
NO_MORE: Mapping[str, str] = {}
BODY_LIMIT_BYTES = 16 * 1024
CONNECTION_IDLE_S = 60
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Behind(Protocol):
    """What answers need to know: `screens.mirror.Mirror` is it."""

    sound: BrowserPlayer | None

    def answers_to(self, host_header: str) -> bool: ...

    def screen_now(
        self, after: int | None = None, heard: int | None = None, within_s: float = ...
    ) -> Shown: ...

    def picture(self) -> bytes: ...

    def take(self, path: str, body: object) -> Shown: ...


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, host: str, port: int, mirror: Behind) -> None:
        self.mirror = mirror
        self.address_family = AF_INET6 if ":" in host else AF_INET
        super().__init__((host, port), _Handler)

    def server_bind(self) -> None:
        # Not HTTPServer's: it asks the name service who we are, which may take seconds.
        socketserver.TCPServer.server_bind(self)

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in mid-answer is no news; anything else is a bug, and told."""
        if not isinstance(exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "Zuil"
    sys_version = ""
    timeout = CONNECTION_IDLE_S
    # Head and body leave as one packet: apart, the second waits 40 ms for the first to be
    # acknowledged.
    wbufsize = 65536

    def do_GET(self) -> None:
        self._answer(self._get)

    def do_POST(self) -> None:
        self._answer(self._post)

    def _answer(self, handle: Callable[[], None]) -> None:
        try:
            if not self.server.mirror.answers_to(self.headers.get("Host", "")):
                self.close_connection = True
                raise Unclear("This address is not the mirror's own.", 421)
            handle()
        except Unclear as unclear:
            self._send_json({"error": str(unclear)}, unclear.status)

    def _get(self) -> None:
        parts = urlsplit(self.path)
        mirror = self.server.mirror
        match parts.path:
            case "/view.json":
                asked = {name: _number(parts.query, name) for name in ("after", "heard", "within")}
                within_s = CONNECTION_IDLE_S if asked["within"] is None else asked["within"]
                self._send_screen(mirror.screen_now(asked["after"], asked["heard"], within_s))
            case "/screen.png":
                self._send(mirror.picture(), "image/png")
            case "/sound":
                self._send_sound(_number(parts.query, "after") or 0)
            case "/favicon.ico":
                self._send(b"", "image/x-icon", 204)
            case path if path in FILES:
                name, kind = FILES[path]
                self._send((PAGE / name).read_bytes(), kind)
            case _:
                raise Unclear("There is nothing here.", 404)

    def _post(self) -> None:
        path = urlsplit(self.path).path
        body = self._body()
        if path not in POSTS:
            raise Unclear("There is nothing here.", 404)
        self._send_screen(self.server.mirror.take(path, body))

    def _body(self) -> object:
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdigit() or int(length) > BODY_LIMIT_BYTES:
            self.close_connection = True
            raise Unclear(f"Send a body of at most {BODY_LIMIT_BYTES} bytes, with its length.", 413)
        raw = self.rfile.read(int(length))
        if self.headers.get_content_type() != "application/json":
            raise Unclear("Send JSON, with Content-Type: application/json.")
        try:
            found: object = json.loads(raw)
        except (ValueError, RecursionError) as error:
            raise Unclear("The body is not valid JSON.") from error
        return found

    def _send_screen(self, screen: Shown) -> None:
        content = describe(screen.view, screen.layout, screen.seq)
        if self.server.mirror.sound is not None:
            content["sound"] = self.server.mirror.sound.state()
        self._send_json(content)

    def _send_sound(self, after: int) -> None:
        """The next sentence; nothing where there is none (now)."""
        sound = self.server.mirror.sound
        if sound is None:
            raise Unclear("This kiosk has a loudspeaker of its own.", 404)
        found = sound.sentence_after(after)
        if found is None:
            self._send(b"", "audio/wav", 204)
        else:
            self._send(found[1], "audio/wav", more={"X-Sound": str(found[0])})

    def _send_json(self, content: object, status: int = 200) -> None:
        text = json.dumps(content, ensure_ascii=False)
        body = text.encode("utf-8", errors="replace")
        self._send(body, "application/json; charset=utf-8", status)

    def _send(
        self, body: bytes, kind: str, status: int = 200, more: Mapping[str, str] = NO_MORE
    ) -> None:
        self.send_response(status)
        for name, value in {**HEADERS, **more}.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        if status != 204:
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if status != 204:
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
        """Nothing: what is asked here says what a visitor does."""


def _number(query: str, name: str) -> int | None:
    found = parse_qs(query).get(name, [""])[0]
    if not found:
        return None
    if not found.isascii() or not found.isdigit() or len(found) > 15:
        raise Unclear(f"'{name}' must be a number that you had from here.")
    return int(found)
