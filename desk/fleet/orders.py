"""What staff ask of a kiosk: made once, signed when it is fetched, carried out once, or expired.

    make(kiosk, "test_print", by)        it waits until the kiosk asks, at most an hour
    withdraw(order, by)                  as long as the kiosk has not said what became of it

The kiosk carries an order out when no visitor is there, and says so with its next heartbeat.
"""

import uuid
from base64 import b64encode
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from desk.access.history import write_down
from desk.fleet.keys import sign
from desk.fleet.models import Happening, Kiosk, Order
from kiosk.core import health

LASTS = timedelta(hours=24)
LASTS_BY_KIND: Mapping[str, timedelta] = {"test_print": timedelta(hours=1)}
"""A test print is for whoever stands beside the kiosk now."""
AT_ONCE = 20
WITHDRAWN = "withdrawn"
LONGEST_B64 = 8000


class TooLongError(ValueError):
    """All languages together do not fit into one order."""


def make(
    kiosk: Kiosk,
    what: health.OrderKind,
    by: User,
    *,
    volume: int | None = None,
    text: Mapping[str, str] | None = None,
) -> Order:
    """Raises TooLongError, and pydantic's ValidationError for what no order can be."""
    now = timezone.now().replace(microsecond=0)
    content = health.Order(
        id=uuid.uuid4(),
        kiosk=kiosk.name,
        what=what,
        volume=volume,
        text=dict(text or {}),
        made_at=now,
        expires_at=now + LASTS_BY_KIND.get(what, LASTS),
    )
    if len(b64encode(content.model_dump_json().encode())) > LONGEST_B64:
        raise TooLongError
    with transaction.atomic():
        made = Order.objects.create(
            id=content.id,
            kiosk=kiosk,
            what=what,
            content=content.model_dump(mode="json"),
            asked_by=by,
            made_at=content.made_at,
            expires_at=content.expires_at,
        )
        write_down(by, f"fleet.order.{what}", kiosk.name)
    return made


def withdraw(order: Order, by: User) -> bool:
    """False where it is over already. A kiosk that has fetched it may still carry it out."""
    with transaction.atomic():
        over = Order.objects.filter(pk=order.pk, ended_at=None).update(
            ended_at=timezone.now(), result=WITHDRAWN
        )
        if over:
            write_down(by, "fleet.withdraw", order.kiosk.name, order.what)
    return over > 0


def waiting(now: datetime) -> QuerySet[Order]:
    return Order.objects.filter(ended_at=None, expires_at__gt=now)


def fetch(kiosk_id: int, now: datetime) -> tuple[health.SignedOrder, ...]:
    """The orders that wait for this kiosk, the oldest first, signed."""
    found = list(waiting(now).filter(kiosk_id=kiosk_id).order_by("made_at", "id")[:AT_ONCE])
    if fresh := [order.pk for order in found if order.fetched_at is None]:
        Order.objects.filter(pk__in=fresh, fetched_at=None).update(fetched_at=now)
    return tuple(_signed(order) for order in found)


def end(kiosk_id: int, done: Iterable[health.OrderDone], now: datetime) -> None:
    """Write down what became of this kiosk's orders; it says so until it is answered.

    What was carried out before it heard of the withdrawal was carried out all the same.
    """
    for each in done:
        order = Order.objects.filter(
            Q(ended_at=None) | Q(result=WITHDRAWN), pk=each.id, kiosk_id=kiosk_id
        ).first()
        if order is None:
            continue
        order.ended_at, order.result = now, each.result
        order.save(update_fields=["ended_at", "result"])
        Happening.objects.create(
            kiosk_id=kiosk_id, at=now, what="order", value=f"{order.what} {each.result}"
        )


def _signed(order: Order) -> health.SignedOrder:
    said = health.Order.model_validate(order.content).model_dump_json().encode()
    return health.SignedOrder(order=b64encode(said).decode(), signature=sign(said))
