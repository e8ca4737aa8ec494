"""What staff must know without looking: found once a minute, told once, and once when it is over.

    round_due(now)       one look at all kiosks, by whichever relay comes first

An alert is one cause at one kiosk. It begins when the cause is there, and ends when it has
been away for some minutes: paper that is low, well and low again is one alert. Silence that
began in opening hours ends when the kiosk is heard, not when the doors close.

When no kiosk at all is heard, it is the desk or its line: that is one alert, and until some
time after everyone is back no kiosk is blamed for being silent.
"""

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max, Q, QuerySet

from desk.fleet.alert_models import Alert, AlertMessage, AlertSettings, Cause
from desk.fleet.alert_words import tell
from desk.fleet.models import Happening, Heartbeat, Kiosk
from desk.fleet.overview import Overview, let_in
from desk.fleet.standing import Limits, State

EVERY = timedelta(minutes=1)
LEASE = timedelta(minutes=5)
"""Whoever died in a round is waited for as long as this."""
SETTLES = timedelta(minutes=5)
"""A cause must be away for so long."""
LULL = timedelta(minutes=3)
"""Nobody heard for so long, among at least two: it is not the kiosks."""
KEPT = timedelta(days=180)
MESSAGES_KEPT = timedelta(days=30)
BY_STATE = {
    Cause.SILENT: State.SILENT,
    Cause.PAPER_OUT: State.PAPER_OUT,
    Cause.PRINTER: State.PRINTER,
    Cause.WAITING: State.WAITING,
    Cause.BUNDLE: State.BUNDLE,
    Cause.RESTARTS: State.CRASHED,
    Cause.PAPER_LOW: State.PAPER_LOW,
    Cause.CLOCK: State.CLOCK,
}

log = logging.getLogger(__name__)


def round_due(now: datetime) -> bool:
    """Look at all kiosks if it is time and nobody else does. Whether it was done here."""
    AlertSettings.objects.get_or_create(pk=1, defaults={"next_round_at": now})
    turn = AlertSettings.objects.filter(pk=1, next_round_at__lte=now)
    if not turn.update(next_round_at=now + LEASE):
        return False
    row = AlertSettings.objects.get(pk=1)
    with transaction.atomic():
        back_at = look(now, row)
        tell(now, row)
        _clear_away(now, row.round_at)
        AlertSettings.objects.filter(pk=1).update(
            round_at=now, next_round_at=now + EVERY, back_at=back_at
        )
    return True


def look(now: datetime, row: AlertSettings) -> datetime | None:
    """Begin and end alerts by how it is now. Answers `back_at` as it is from here on."""
    limits = Limits.of(row)
    view = Overview(now, limits)
    heard = let_in().aggregate(last=Max("heartbeat__heard_at"))["last"]
    quiet_for = now - heard if heard else timedelta(0)
    back_at = row.back_at
    was_away = row.round_at is not None and now - row.round_at > LEASE
    if was_away or (quiet_for > LULL and _lately(now).count() > 1):
        back_at = now
    forgiven = back_at is not None and now - back_at < limits.silent
    silent = _ids(view.is_in(State.SILENT))
    for cause, state in BY_STATE.items():
        there = silent if state is State.SILENT else _ids(view.is_in(state))
        if cause is Cause.SILENT:
            away = _ids(view.is_in(State.AWAY))
            _settle(cause, now, begins=set() if forgiven else there, goes_on=there | away)
        else:
            _settle(cause, now, begins=there, goes_on=there)
    long_out = _ids(Q(heartbeat__in_service=False, heartbeat__out_since__lte=now - limits.out))
    _settle(Cause.OUT_LONG, now, begins=long_out, goes_on=long_out)
    _settle_desk(now, is_away=quiet_for >= limits.silent and len(silent) > 1)
    return back_at


def _ids(which: Q) -> set[int]:
    return set(let_in().filter(which).values_list("pk", flat=True))


def _lately(now: datetime) -> QuerySet[Kiosk]:
    return let_in().filter(heartbeat__heard_at__gt=now - timedelta(days=1))


def _settle(cause: Cause, now: datetime, *, begins: set[int], goes_on: set[int]) -> None:
    there = dict(Alert.objects.filter(cause=cause, ended_at=None).values_list("kiosk_id", "pk"))
    _begin(cause, begins - there.keys(), now)
    _end([pk for kiosk, pk in there.items() if kiosk not in goes_on], now)
    still = [pk for kiosk, pk in there.items() if kiosk in goes_on]
    Alert.objects.filter(pk__in=still, away_since__isnull=False).update(away_since=None)


def _settle_desk(now: datetime, *, is_away: bool) -> None:
    there = Alert.objects.filter(cause=Cause.DESK, kiosk=None, ended_at=None)
    if is_away and not there.exists():
        Alert.objects.create(cause=Cause.DESK, began_at=now)
    if is_away:
        there.update(away_since=None)
    else:
        _end(list(there.values_list("pk", flat=True)), now)


def _begin(cause: Cause, kiosks: set[int], now: datetime) -> None:
    found = Heartbeat.objects.filter(kiosk_id__in=kiosks)
    told = {
        kiosk: (heard_at, waiting)
        for kiosk, heard_at, waiting in found.values_list("kiosk_id", "heard_at", "waiting")
    }
    problems = (
        dict(found.values_list("kiosk_id", "content__bundle__problem"))
        if cause is Cause.BUNDLE
        else {}
    )
    new = []
    for kiosk, (heard_at, waiting) in told.items():
        detail = str(waiting) if cause is Cause.WAITING else problems.get(kiosk, "")
        began = heard_at if cause is Cause.SILENT else now
        new.append(Alert(kiosk_id=kiosk, cause=cause, detail=detail[:500], began_at=began))
    Alert.objects.bulk_create(new, batch_size=500)


def _end(pks: Iterable[int], now: datetime) -> None:
    gone = Alert.objects.filter(pk__in=list(pks))
    kept_out = gone.filter(kiosk__revoked_at__isnull=False)
    Alert.objects.filter(pk__in=list(kept_out.values_list("pk", flat=True))).update(
        ended_at=now, end_told_at=now
    )
    gone.filter(away_since__lte=now - SETTLES).update(ended_at=now)
    gone.filter(away_since=None, ended_at=None).update(away_since=now)


def _clear_away(now: datetime, last: datetime | None) -> None:
    """Once an hour: nobody looks at what is so old."""
    if last is not None and (last.date(), last.hour) == (now.date(), now.hour):
        return
    Happening.objects.filter(at__lt=now - KEPT).delete()
    Alert.objects.filter(ended_at__lt=now - KEPT).delete()
    AlertMessage.objects.filter(made_at__lt=now - MESSAGES_KEPT).delete()
