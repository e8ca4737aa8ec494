"""Keeping the counts of kiosks: an hour that is told again replaces what was known of it."""

from datetime import UTC, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from desk.fleet.models import Kiosk
from desk.measuring.models import Counted
from kiosk.core.counting import Counts, summed

AHEAD = timedelta(hours=26)
"""A kiosk's clock may be wrong by a day; what is further ahead is no figure."""


def store(kiosk: Kiosk, counts: Counts, now: datetime | None = None) -> bool:
    """Whether it could be kept: a whole hour, and not far in the future."""
    now = now or timezone.now()
    hour = counts.hour.astimezone(UTC)
    if (hour.minute, hour.second, hour.microsecond) != (0, 0, 0) or hour > now + AHEAD:
        return False
    with transaction.atomic():
        Counted.objects.filter(kiosk=kiosk, hour=hour, release=counts.release).delete()
        Counted.objects.bulk_create(
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
        )
    return True
