"""The errand to the desk: hand over every envelope that we owe, in a thread of its own.

`PUT /api/submissions/<uuid>` with the kiosk's token; the id makes repeating harmless.

    200 201              the desk has it on its disk: erased here
    400 409 413 422      the desk will never take it: kept, and staff are told
    anything else        it may be better later: `kiosk.retry` says when
    no connection        nothing more is tried; `GET /health` every 5 s tells when the
                         network is back, and then all that waited for it goes at once

An envelope with a spoken message is megabytes, and a kiosk may hang on a line of 256
kbit/s: it goes in small pieces that each have their own time. How long the whole takes
is no matter.

An envelope leaves the outbox after the answer, never before. Nothing of what is in it
is logged, and of the desk's answer only the number.
"""

import logging
import random
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from http import HTTPStatus
from typing import Any
from uuid import UUID

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection

from kiosk.background import Background
from kiosk.outbox import Outbox, PutResult
from kiosk.retry import FIRST_WAIT_S, Patience, retry_after_s

log = logging.getLogger(__name__)

TIMEOUT_S = (3.05, 10.0)
"""To connect (just over one repeat of a lost TCP packet), and between bytes of the answer."""
LARGE_BYTES = 64 * 1024
"""From here on an envelope goes in pieces; a line of 256 kbit/s takes 2 s for this much."""
LARGE_TIMEOUT_S = (20.0, 60.0)
"""To connect and for each piece, and then for the answer: what we sent may still be
waiting in a modem, megabytes of it."""
SEND_BUFFER_BYTES = 128 * 1024
"""What the machine takes from us before the line has it. Left to itself it takes 4 MB,
and then the answer seems to be two minutes late. Enough for 6 MB/s at 20 ms distance."""
PROBE_S = 5.0
LOOK_AGAIN_S = 60.0
"""An outbox that seems empty is looked at now and then: its disk may have been away."""

_TAKEN = {HTTPStatus.OK, HTTPStatus.CREATED}
_REFUSED = {
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.CONFLICT,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNPROCESSABLE_ENTITY,
}


class Desk(Enum):
    """How the desk was found last, for staff."""

    UNKNOWN = "unknown"
    WELL = "well"
    UNREACHABLE = "unreachable"
    REFUSES_US = "refuses_us"
    """401 or 403: the token is not, or no longer, good."""
    UNWELL = "unwell"


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """What staff must know: how the desk is, what waits, and what it will never take."""

    desk: Desk
    waiting: int
    refused: int
    last_status: int | None


@dataclass(frozen=True, slots=True)
class Pace:
    """The waits, in seconds, on which all others are built."""

    first_wait_s: float = FIRST_WAIT_S
    probe_s: float = PROBE_S


class Delivery:
    """The errand. `on_report` is called from its thread whenever the report changes."""

    def __init__(
        self,
        outbox: Outbox,
        desk_url: str,
        token: str,
        on_report: Callable[[DeliveryReport], None],
        *,
        clock: Callable[[], float] = time.monotonic,
        rng: random.Random | None = None,
        pace: Pace | None = None,
    ) -> None:
        self._outbox = outbox
        self._url = desk_url.rstrip("/")
        self._on_report = on_report
        self._clock = clock
        self._rng = rng or random.SystemRandom()
        self._pace = pace or Pace()
        self._patience = Patience(self._rng, self._pace.first_wait_s)
        self._session = desk_session(token)
        self._desk = Desk.UNKNOWN
        self._status: int | None = None
        self._reported: DeliveryReport | None = None
        self._thread = Background(self._run, "delivery")

    def start(self) -> None:
        self._thread.start()

    def wake(self) -> None:
        """Something new lies in the outbox: hand it over now."""
        self._thread.wake()

    def close(self) -> None:
        """Stop within a second. An answer that comes later is asked for again next time."""
        self._thread.close()

    def _run(self) -> None:
        while not self._thread.is_ending:
            if self._thread.had_news():
                self._patience.something_new()
            if self._desk is not Desk.UNREACHABLE or self._reaches_desk():
                self._round()
            # A connection that lies idle may be cut by the desk unseen: each round opens its own.
            self._session.close()
            self._report()
            self._thread.sleep(self._wait_s())

    def _round(self) -> None:
        """Hand over what is due, one after the other, as long as the desk is there."""
        for row in self._patience.ready(self._outbox.due(), self._clock()):
            if self._thread.is_ending or self._clock() < self._patience.desk_until:
                return
            size = self._outbox.size(row)
            large = size is not None and size > LARGE_BYTES
            sealed = Pieces(self._outbox, row, size or 0) if large else self._outbox.sealed(row)
            if sealed is None:
                self._patience.later(row, self._clock())
                continue
            try:
                answer = self._session.put(
                    f"{self._url}/api/submissions/{row}",
                    data=sealed,
                    headers={"Content-Type": "application/octet-stream"},
                    timeout=LARGE_TIMEOUT_S if large else TIMEOUT_S,
                    allow_redirects=False,
                )
            except requests.RequestException as error:
                log.info("desk not reached: %s", type(error).__name__)
                self._desk = Desk.UNREACHABLE
                self._patience.cut(row, self._clock())
                return
            self._answered(row, answer)

    def _answered(self, row: UUID, answer: requests.Response) -> None:
        self._status = answer.status_code
        if answer.status_code in _TAKEN:
            result = self._outbox.erase(row)
        elif answer.status_code in _REFUSED:
            log.warning("desk refused submission %s: %d", row, answer.status_code)
            result = self._outbox.refuse(row, str(answer.status_code))
        else:
            log.info("desk answered %d to submission %s", answer.status_code, row)
            refuses_us = answer.status_code in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}
            self._desk = Desk.REFUSES_US if refuses_us else Desk.UNWELL
            self._patience.later(row, self._clock(), retry_after_s(answer.headers))
            return
        self._desk = Desk.WELL
        if result is PutResult.SAVED:
            self._patience.settled(row)
        else:
            # The desk has it, our disk does not know: handing it over again changes nothing.
            self._patience.later(row, self._clock())

    def _reaches_desk(self) -> bool:
        try:
            answer = self._session.get(
                f"{self._url}/health", timeout=TIMEOUT_S, allow_redirects=False
            )
        except requests.RequestException:
            return False
        if answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return False  # a proxy answers for a desk that is still away
        self._desk = Desk.UNKNOWN
        self._patience.reached_again()
        return True

    def _wait_s(self) -> float:
        """Until there is something to do, if nobody wakes us before."""
        owed = self._outbox.due()
        if owed and self._desk is Desk.UNREACHABLE:
            return self._pace.probe_s * self._rng.uniform(0.8, 1.2)
        next_at = self._patience.next_at(owed)
        return LOOK_AGAIN_S if next_at is None else max(0.0, next_at - self._clock())

    def _report(self) -> None:
        refused = len(self._outbox.refused())
        report = DeliveryReport(self._desk, len(self._outbox.due()), refused, self._status)
        if report != self._reported:
            self._reported = report
            self._on_report(report)


class Pieces:
    """A large envelope as a file that `requests` sends: read from the disk as the line takes it."""

    def __init__(self, outbox: Outbox, row: UUID, size: int) -> None:
        self._outbox = outbox
        self._row = row
        self._size = size
        self._at = 0
        self._here = b""

    def __len__(self) -> int:
        return self._size

    def read(self, most: int = -1) -> bytes:
        """The next bytes. Raises OSError where the disk fails: half an envelope is none."""
        if not self._here and self._at < self._size:
            self._here = self._outbox.piece(self._row, self._at, LARGE_BYTES) or b""
            if not self._here:
                raise OSError("the envelope cannot be read now")
            self._at += len(self._here)
        most = len(self._here) if most < 0 else most
        piece, self._here = self._here[:most], self._here[most:]
        return piece


class _Adapter(HTTPAdapter):
    """Connections whose send buffer stays small."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        options = [(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER_BYTES)]
        kwargs["socket_options"] = HTTPConnection.default_socket_options + options
        super().init_poolmanager(*args, **kwargs)


def desk_session(token: str) -> requests.Session:
    """A connection to the desk that is kept open and carries the kiosk's token.

    Nothing from the surroundings: no proxy, and no password file that would replace the token.
    """
    session = requests.Session()
    session.trust_env = False
    for scheme in ("http://", "https://"):
        session.mount(scheme, _Adapter())
    session.headers["Authorization"] = f"Bearer {token}"
    session.headers["User-Agent"] = "zuil-kiosk"
    return session
