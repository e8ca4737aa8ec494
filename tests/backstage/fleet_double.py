"""A desk that hears heartbeats and gives orders: a real HTTP server on loopback, real signatures.

with FleetDouble() as desk:
    desk.play = [Raw(503), Raw(200, b"half an answer")]     then it answers as it should
    desk.orders = [desk.signed("restart")]
    ...
    desk.beats[-1]["paper"], desk.pictures, desk.tokens
"""

import json
import threading
import time
from base64 import b64encode
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

from nacl.signing import SigningKey

from kiosk.core.health import ORDER_CONTEXT, Order, SignedOrder

KIOSK = "proef-1"


@dataclass(frozen=True)
class Raw:
    """What it says instead of an answer. `drip_s`: so long between bytes. None: it says nothing."""

    status: int | None
    body: bytes = b"{}"
    headers: dict[str, str] = field(default_factory=dict)
    drip_s: float = 0.0


def order_of(what: str, made_at: datetime, **more: Any) -> Order:
    expires_at = made_at + timedelta(hours=1)
    told = {"id": uuid4(), "kiosk": KIOSK, "made_at": made_at, "expires_at": expires_at} | more
    return Order.model_validate({"what": what, **told})


def signed(order: Order | bytes, key: SigningKey, context: bytes = ORDER_CONTEXT) -> SignedOrder:
    content = order if isinstance(order, bytes) else order.model_dump_json().encode()
    signature = key.sign(context + content).signature
    return SignedOrder(order=b64encode(content).decode(), signature=b64encode(signature).decode())


def public(key: SigningKey) -> str:
    return b64encode(bytes(key.verify_key)).decode()


class FleetDouble:
    def __init__(self) -> None:
        self.key = SigningKey.generate()
        self.every_s = 5
        self.orders: list[SignedOrder] = []
        self.play: list[Raw] = []
        self.picture_play: list[int] = []
        self.bodies: list[bytes] = []
        self.pictures: list[bytes] = []
        self.counts: list[bytes] = []
        self.tokens: set[str] = set()
        self.think_s = 0.0
        """How long it takes before it answers."""
        self.at_once = self.most_at_once = 0
        self.lock = threading.Lock()
        self.leaving = threading.Event()
        self._server: _Server | None = None
        self._port = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    @property
    def beats(self) -> list[dict[str, Any]]:
        return [json.loads(body) for body in self.bodies]

    @property
    def results(self) -> list[tuple[str, str]]:
        """What it heard of orders: each once."""
        told = [one for beat in self.beats for one in beat["orders_done"]]
        return list(dict.fromkeys((one["id"], one["result"]) for one in told))

    def signed(self, what: str, **more: Any) -> SignedOrder:
        return signed(order_of(what, datetime.now().astimezone(), **more), self.key)

    def back(self) -> None:
        self.leaving.clear()
        self._server = _Server(("127.0.0.1", self._port), self)
        self._port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def away(self) -> None:
        self.leaving.set()
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

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

    def __init__(self, address: tuple[str, int], desk: FleetDouble) -> None:
        self.desk = desk
        super().__init__(address, _Handler)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 65536
    server: _Server

    def do_POST(self) -> None:
        desk, body = self.server.desk, self._body()
        assert self.path == "/api/kiosk/heartbeat"
        with desk.lock:
            desk.at_once += 1
            desk.most_at_once = max(desk.most_at_once, desk.at_once)
            desk.bodies.append(body)
            act = desk.play.pop(0) if desk.play else None
            orders = [order.model_dump() for order in desk.orders]
        told = json.dumps({"every_s": desk.every_s, "orders": orders}).encode()
        desk.leaving.wait(desk.think_s)
        with desk.lock:
            desk.at_once -= 1
        self._answer(act or Raw(200, told))

    def do_PUT(self) -> None:
        desk, body = self.server.desk, self._body()
        status = 200
        if self.path == "/api/kiosk/picture":
            desk.pictures.append(body)
            status = desk.picture_play.pop(0) if desk.picture_play else 200
        else:
            desk.counts.append(body)
        self._answer(Raw(status))

    def _body(self) -> bytes:
        self.server.desk.tokens.add(self.headers["Authorization"])
        return self.rfile.read(int(self.headers["Content-Length"]))

    def _answer(self, act: Raw) -> None:
        if act.status is None:
            self.server.desk.leaving.wait(20)
            self.close_connection = True
            return
        with suppress(OSError):
            self.send_response(act.status)
            for name, value in act.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(act.body)))
            self.end_headers()
            self.wfile.flush()
            for at in range(0, len(act.body), 1 if act.drip_s else len(act.body)):
                self.wfile.write(act.body[at : at + 1] if act.drip_s else act.body)
                self.wfile.flush()
                time.sleep(act.drip_s)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the parent's name
        pass
