"""What staff ask of this kiosk from afar: believed only when signed, and done once.

An order counts when all of this holds; otherwise nothing changes:

- the desk signed it with its order key (Ed25519 over `ORDER_CONTEXT` and the JSON itself);
- it names this kiosk;
- it has begun (a clock may differ by five minutes) and is not over;
- its id is not in the book of what was done (`kiosk.order_book`).

It then waits until no visitor is there, and orders are carried out one at a time, in the order
in which they came. An order that cannot be written down first is not carried out at all: a
full disk must not make a kiosk restart for ever. What became of it is told to the desk with
the next heartbeats, until the desk has it. What waits is what the desk offered last, in memory
only: it offers an order until it hears how it ended, or until staff withdraw it.

`take` and `told` are called from the thread of the heartbeat, `look` from another.
"""

import logging
import threading
from base64 import b64decode
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Protocol, assert_never
from uuid import UUID

from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey
from pydantic import BaseModel, ConfigDict, ValidationError

from kiosk.core.health import ORDER_CONTEXT, Order, OrderDone, OrderResult, SignedOrder
from kiosk.core.session import DEFAULT_STEP
from kiosk.order_book import Book, keep_book, load_book

log = logging.getLogger(__name__)
SKEW = timedelta(minutes=5)
MOST_RESULTS = 50
"""In one heartbeat; the others go with the next."""


class Deeds(Protocol):
    """What an order does to this kiosk, and whether it could be done.

    `print_test` waits until the paper is out, or is not. `reload` only begins.
    """

    def print_test(self, order: UUID) -> bool: ...
    def restart(self) -> None: ...
    def reload(self) -> bool: ...


class _ForUs(BaseModel):
    """As much of an order as an older kiosk understands of a newer desk."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: UUID
    kiosk: str


class Orders:
    """`is_idle`: no visitor is there. `wall` is the wall clock, with its offset."""

    def __init__(
        self,
        path: Path,
        key: str,
        kiosk: str,
        *,
        deeds: Deeds,
        is_idle: Callable[[], bool],
        wall: Callable[[], datetime],
    ) -> None:
        self._path = path
        self._key = VerifyKey(b64decode(key))
        self._kiosk = kiosk
        self._deeds = deeds
        self._is_idle = is_idle
        self._wall = wall
        self._lock = threading.Lock()
        self._waiting: list[Order] = []
        self._book = load_book(path, wall())
        self._doing: UUID | None = None
        """What is being carried out: nobody knows yet what becomes of it."""

    @property
    def volume_step(self) -> int:
        """With which a visit begins."""
        volume = self._book.volume
        return DEFAULT_STEP if volume is None else volume - 1

    @property
    def closed(self) -> Mapping[str, str] | None:
        """What visitors read while this kiosk is out of service; None while it is not."""
        return self._book.closed

    @property
    def is_in_service(self) -> bool:
        return self._book.closed is None

    @property
    def last_test_print(self) -> datetime | None:
        return self._book.last_test_print

    def results(self) -> tuple[OrderDone, ...]:
        """What became of orders, as far as the desk does not know it yet."""
        entries = self._book.entries.items()
        untold = (
            OrderDone(id=order, result=entry.result)
            for order, entry in entries
            if not entry.told and order != self._doing
        )
        return tuple(islice(untold, MOST_RESULTS))

    def told(self, results: Iterable[OrderDone]) -> None:
        """The desk has these results."""
        with self._lock:
            book = self._book.with_told(results)
            if book is not self._book:
                self._keep(book)

    def take(self, signed: Iterable[SignedOrder]) -> None:
        """All that the desk offers now; some of it has been here before."""
        with self._lock:
            found = (self._believed(one) for one in signed)
            offered = {order.id: order for order in found if order is not None}
            self._waiting = [order for order in offered.values() if self._must_wait(order)]

    def look(self) -> bool:
        """Carry out the next order if nobody is there; whether one was dealt with."""
        with self._lock:
            if self._doing or not self._waiting:
                return False
            order = self._waiting[0]
            if order.is_over(self._wall()):
                self._waiting.remove(order)
                self._keep(self._book.with_entry(order.id, "expired", order.expires_at))
                return True
            if not self._is_idle():
                return False
            self._doing = order.id
            # The end is written down before the deed, and what is not known to be done failed.
            # A restart is done when we are there again to tell it.
            if not self._end(order, "done" if order.what == "restart" else "failed"):
                self._doing = None
                return True
        log.info("order %s: %s", order.id, order.what)
        self._carry_out(order)
        if order.what != "restart":
            self._doing = None
        return True

    def _believed(self, signed: SignedOrder) -> Order | None:
        """The order, where our desk signed it for this kiosk and we know what it means."""
        try:
            content = b64decode(signed.order, validate=True)
            self._key.verify(ORDER_CONTEXT + content, b64decode(signed.signature, validate=True))
        except (BadSignatureError, ValueError):
            log.warning("an order was not signed by our desk: ignored")
            return None
        try:
            order = Order.model_validate_json(content)
        except ValidationError:
            self._refuse(content)
            return None
        if order.kiosk != self._kiosk:
            log.warning("an order for another kiosk: ignored")
            return None
        return order

    def _refuse(self, content: bytes) -> None:
        """Signed by our desk, and we do not know what it means: staff must know that."""
        try:
            order = _ForUs.model_validate_json(content)
        except ValidationError:
            return
        if order.kiosk == self._kiosk and order.id not in self._book.entries:
            self._keep(self._book.with_entry(order.id, "refused", self._wall()))

    def _must_wait(self, order: Order) -> bool:
        """Whether something is still to become of it."""
        now, not_before = self._wall(), self._book.not_before
        if order.id in self._book.entries or order.made_at > now + SKEW:
            return False
        if not_before is not None and order.made_at < not_before:
            self._keep(self._book.with_entry(order.id, "refused", order.expires_at))
            return False
        return True

    def _end(self, order: Order, result: OrderResult) -> bool:
        """It waits no longer; whether its end is on the disk. Where it is not, it failed."""
        self._waiting.remove(order)
        if self._keep(self._book.with_entry(order.id, result, order.expires_at)):
            return True
        self._book = self._book.with_entry(order.id, "failed", order.expires_at)
        return False

    def _keep(self, book: Book) -> bool:
        """In memory in any case: until the next start, nothing is done twice."""
        self._book = book.without_old(self._wall())
        return keep_book(self._path, self._book)

    def _carry_out(self, order: Order) -> None:
        match order.what:
            case "test_print":
                if self._deeds.print_test(order.id):
                    self._succeed(order, last_test_print=self._wall())
            case "restart":
                self._deeds.restart()
            case "reload":
                if self._deeds.reload():
                    self._succeed(order)
            case "volume":
                self._succeed(order, volume=order.volume)
            case "out_of_service":
                self._succeed(order, closed=order.text)
            case "in_service":
                self._succeed(order, closed=None)
            case _:
                assert_never(order.what)

    def _succeed(self, order: Order, **changes: object) -> None:
        with self._lock:
            book = self._book.with_entry(order.id, "done", order.expires_at)
            self._keep(book.model_copy(update=changes))
