"""A desk that answers a kiosk and remembers nothing of what it was asked."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

DONE = {
    "day": "2026-11-22",
    "status": "done",
    "flow": "melding",
    "sentence": "Het is klaar.",
    "changed": "2026-11-23",
    "may_reopen": True,
}


class ForgetfulDesk(HTTPServer):
    """Knows no code, or all of them; it does not remember which one was asked for."""

    knows = False

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Answering(BaseHTTPRequestHandler):
    server: ForgetfulDesk

    def do_GET(self) -> None:
        code = self.path.partition("?")[0].rpartition("/")[2]
        self._answer({"code": code, "reports": [DONE]})

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self._answer({"result": "reopened"})

    def _answer(self, content: object) -> None:
        body = json.dumps(content).encode()
        self.send_response(200 if self.server.knows else 404)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the parent's name
        pass


@contextmanager
def forgetful_desk() -> Iterator[ForgetfulDesk]:
    with ForgetfulDesk(("127.0.0.1", 0), Answering) as desk:
        thread = threading.Thread(target=desk.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield desk
        finally:
            desk.shutdown()
            thread.join()
