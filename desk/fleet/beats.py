"""Taking one heartbeat in: how the kiosk is now is written over, what changed is written down.

    usually        one question before this (who is it, and how was it), one update here
    a change       a line in its history besides: paper, printer, network, bundle, a restart ...
    orders         only where some wait, or some were carried out

Ten thousand kiosks say every minute that nothing has changed; that has to cost nearly nothing.
So those two are in SQL of our own: to have Django build them each time takes longer than all
the rest. The question is also the proof that the database is there, so none is asked before.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import OperationalError, connection, transaction
from django.db.models import Q

from desk.fleet import orders
from desk.fleet.models import Happening, Heartbeat, digest
from desk.fleet.pace import BEATS, TooOftenError
from desk.fleet.standing import BROKEN, Weight
from kiosk.core import health

LARGEST = 2**31 - 1
"""That a column holds."""
DISK_LOW_MB = 500
HOT_C = 80.0
"""Where small computers begin to slow down."""
ON_PAPER = frozenset({"ok", "low", "out"})
WHO = """
SELECT fleet_kiosk.id, fleet_heartbeat.content, EXISTS (
    SELECT 1 FROM fleet_order
    WHERE fleet_order.kiosk_id = fleet_kiosk.id AND ended_at IS NULL AND expires_at > %s),
    fleet_heartbeat.paid_until, fleet_heartbeat.hurried_at > %s
FROM fleet_kiosk LEFT JOIN fleet_heartbeat ON fleet_heartbeat.kiosk_id = fleet_kiosk.id
WHERE token_digest = %s AND revoked_at IS NULL
"""
TOLD = (
    *("heard_at", "release", "paper", "waiting", "oldest_s", "in_service", "bundle_problem"),
    *("clock_off_s", "trouble", "location", "latitude", "longitude", "content", "paid_until"),
)
"""The columns that every heartbeat writes."""
AS_EVER = "UPDATE fleet_heartbeat SET {} WHERE kiosk_id = %s AND paid_until = %s".format(  # noqa: S608 - ours
    ", ".join(f"{each} = %s" for each in TOLD)
)
NEED_NOT_LAST = "SET LOCAL synchronous_commit = off; "
"""For this one statement PostgreSQL need not wait for its disk: after a power cut it has lost
what was told in its last half second, and every kiosk tells it again within the minute."""

HURRIED_AGAIN = timedelta(minutes=30)
"""For so long nothing is written down of a kiosk that comes too often."""

Content = dict[str, Any]
"""A `kiosk.core.health.Heartbeat` as it is kept."""


@dataclass(frozen=True, slots=True)
class Known:
    """A kiosk that showed its token. `before`: what it told last, None where it never did."""

    id: int
    before: Content | None
    has_orders: bool
    paid_until: int
    hurried: bool
    """That it comes too often was written down a while ago."""


def kiosk_with(token: str, now: datetime) -> Known | None:
    """Who shows this token, what it told last, and whether orders wait: one question."""
    # The question finds out itself whether the database is there.
    connection.health_check_done = True  # type: ignore[attr-defined] # missing in the stubs
    try:
        found = _who(token, now)
    except OperationalError:
        if connection.is_usable():
            raise
        connection.close()  # it was of a database that has started anew since
        found = _who(token, now)
    if found is None:
        return None
    kiosk_id, content, has_orders, paid_until, hurried = found
    before = None if content is None else json.loads(content)
    return Known(kiosk_id, before, bool(has_orders), paid_until or 0, bool(hurried))


def _who(token: str, now: datetime) -> Any:
    with connection.cursor() as cursor:
        moments = map(connection.ops.adapt_datetimefield_value, (now, now - HURRIED_AGAIN))
        cursor.execute(WHO, [*moments, digest(token)])
        return cursor.fetchone()


def wait_s(kiosk: Known, now: datetime) -> int:
    """Seconds until it may tell anything; 0 for now. Staff see who comes too often."""
    found = BEATS.wait_s(kiosk.paid_until, now)
    if found and not kiosk.hurried:
        beats = Heartbeat.objects.filter(kiosk_id=kiosk.id)
        long_ago = Q(hurried_at=None) | Q(hurried_at__lte=now - HURRIED_AGAIN)
        with transaction.atomic():
            if beats.filter(long_ago).update(hurried_at=now):
                Happening.objects.create(kiosk_id=kiosk.id, at=now, what="hurried")
    return found


def take_in(kiosk: Known, told: health.Heartbeat, now: datetime) -> health.HeartbeatAnswer:
    """Raises TooOftenError where the same kiosk tells something else at this very moment."""
    changes = dict(_changes(kiosk.before, told)) if kiosk.before is not None else {}
    if kiosk.before is not None and not changes:
        _write_over(kiosk, told, now)
    else:
        _write_down(kiosk, told, now, changes)
    if told.orders_done:
        orders.end(kiosk.id, told.orders_done, now)
    fetched = orders.fetch(kiosk.id, now) if kiosk.has_orders else ()
    return health.HeartbeatAnswer(orders=fetched)


def _write_over(kiosk: Known, told: health.Heartbeat, now: datetime) -> None:
    columns = _columns(kiosk, told, now) | {
        "heard_at": connection.ops.adapt_datetimefield_value(now),
        "content": told.model_dump_json(exclude={"orders_done"}),
    }
    lasting = "" if connection.vendor == "sqlite" else NEED_NOT_LAST
    with connection.cursor() as cursor:
        which = (kiosk.id, kiosk.paid_until)
        cursor.execute(lasting + AS_EVER, [*(columns[name] for name in TOLD), *which])
        if lasting:
            cursor.nextset()  # of two statements the second one counts
        if not cursor.rowcount:
            raise TooOftenError(1)


def _write_down(
    kiosk: Known, told: health.Heartbeat, now: datetime, changes: Mapping[str, str]
) -> None:
    """What is new, with its line in the history."""
    columns = _columns(kiosk, told, now)
    columns["content"] = told.model_dump(mode="json", exclude={"orders_done"})
    if "in_service" in changes or kiosk.before is None:
        columns["out_since"] = None if told.in_service else now
    if "crash" in changes:
        columns["crashed_at"] = now
    with transaction.atomic():
        if kiosk.before is None:
            Heartbeat.objects.update_or_create(kiosk_id=kiosk.id, defaults=columns)
        else:
            known = Heartbeat.objects.filter(kiosk_id=kiosk.id, paid_until=kiosk.paid_until)
            if not known.update(**columns):
                raise TooOftenError(1)
        Happening.objects.bulk_create(
            Happening(kiosk_id=kiosk.id, at=now, what=what, value=value[:500])
            for what, value in changes.items()
        )


def _columns(kiosk: Known, told: health.Heartbeat, now: datetime) -> dict[str, Any]:
    off = round((told.at - now).total_seconds())
    return {
        "heard_at": now,
        "release": min(told.bundle.release, LARGEST),
        "paper": told.paper,
        "waiting": min(told.waiting, LARGEST),
        "oldest_s": min(told.oldest_s, LARGEST),
        "in_service": told.in_service,
        "bundle_problem": bool(told.bundle.problem),
        "clock_off_s": max(-LARGEST, min(off, LARGEST)),
        "trouble": int(_trouble(told)),
        "location": told.location,
        "latitude": told.latitude,
        "longitude": told.longitude,
        "paid_until": BEATS.paid(kiosk.paid_until, now),
    }


def _trouble(told: health.Heartbeat) -> Weight:
    if told.paper == "out" or told.paper in BROKEN or told.bundle.problem:
        return Weight.GO
    small = (
        told.paper == "low",
        not told.in_service,
        told.sound == "fault",
        told.network in ("refuses_us", "unwell"),
        told.refused > 0,
        told.disk_free_mb is not None and told.disk_free_mb < DISK_LOW_MB,
        told.temperature_c is not None and told.temperature_c >= HOT_C,
    )
    return Weight.LOOK if any(small) else Weight.WELL


def _changes(before: Content, told: health.Heartbeat) -> Iterator[tuple[str, str]]:
    """What is otherwise than a minute ago, as `what` and `value` of a Happening."""
    if before.get("paper") != told.paper:
        yield ("paper" if told.paper in ON_PAPER else "printer"), told.paper
    if before.get("network") != told.network:
        yield "network", told.network
    if before.get("in_service") != told.in_service:
        yield "in_service", "yes" if told.in_service else "no"
    earlier = before.get("bundle", {})
    if earlier.get("release") != told.bundle.release:
        yield "release", str(told.bundle.release)
    if earlier.get("problem") != told.bundle.problem:
        yield "bundle", told.bundle.problem
    if told.crashes > before.get("crashes", 0):
        yield "crash", told.restart_reason
    elif told.restarts > before.get("restarts", 0):
        yield "restart", told.restart_reason
