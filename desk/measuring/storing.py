"""Keeping the counts of kiosks: an hour that is told again replaces what was known of it.

With the hour is kept by how much it raised the sums of its day (`Addition`), in one
transaction. These are rows of their own for each hour: ten thousand kiosks that tell theirs
within minutes wait for nothing of each other.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from desk.fleet.models import Kiosk
from desk.measuring.models import Addition, Counted
from kiosk.core.counting import Counts, summed

AHEAD = timedelta(hours=26)
"""A kiosk's clock may be wrong by a day; what is further ahead is no figure."""


def store(kiosk: Kiosk, counts: Counts, now: datetime | None = None) -> bool:
    """Whether it could be kept: a whole hour, and not far in the future."""
    now = now or timezone.now()
    hour = counts.hour.astimezone(UTC)
    if (hour.minute, hour.second, hour.microsecond) != (0, 0, 0) or hour > now + AHEAD:
        return False
    known = Counted.objects.filter(kiosk=kiosk, hour=hour, release=counts.release)
    told = [
        Counted(
            kiosk=kiosk,
            hour=hour,
            release=counts.release,
            flow=row.flow,
            step=row.step,
            language=row.language,
            mode=row.mode,
            what=row.what,
            number=row.number,
            seconds=row.seconds,
            seconds_squared=row.seconds_squared,
        )
        for row in summed(counts.rows)
    ]
    with transaction.atomic():
        # A kiosk that waited too long for an answer tells it again while the first is at work.
        Kiosk.objects.select_for_update(no_key=True).get(pk=kiosk.pk)
        rose = list(_rose(list(known), told, timezone.localdate(hour)))
        if rose:  # mostly: else it is the same as before
            known.delete()
            Counted.objects.bulk_create(told)
            Addition.objects.bulk_create(rose)
    return True


def _rose(before: Sequence[Counted], after: Sequence[Counted], day: date) -> Iterator[Addition]:
    """By how much each kind of row rose; nothing of those that are as they were."""
    rows: dict[tuple[str, ...], list[float]] = {}
    for sign, side in ((-1, before), (1, after)):
        for row in side:
            key = (row.flow, row.step, row.language, row.mode, row.what)
            known = rows.setdefault(key, [0, 0, 0])
            for place, value in enumerate((row.number, row.seconds, row.seconds_squared)):
                known[place] += sign * value
    for (flow, step, language, mode, what), (number, seconds, squares) in rows.items():
        if number or seconds or squares:
            yield Addition(
                kiosk_id=(before or after)[0].kiosk_id,
                day=day,
                flow=flow,
                step=step,
                language=language,
                mode=mode,
                what=what,
                number=number,
                seconds=seconds,
                seconds_squared=squares,
            )
