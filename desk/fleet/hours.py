"""Whether a kiosk should be heard now: by the hours that the published bundle gives it.

It should when it is open now and was some minutes ago as well: one whose power goes off at
night has that time to start in the morning. A kiosk without hours is always open, and so is
every one while the bundle cannot be read: a silence too many is better than one nobody
hears of.
"""

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from config.bundle import Bundle
from config.groups import for_kiosk
from config.problems import Mistakes
from desk.bundle import bundle

NOT_NAMED = ""
"""Stands for all kiosks that the bundle does not name: they are all alike."""


def expected(now: datetime, silent: timedelta) -> Q:
    """The kiosks that are open, and have been for as long as one may be silent."""
    try:
        found = bundle()
    except Mistakes:
        return Q()
    moments = (timezone.localtime(now), timezone.localtime(now - silent))
    usual = _is_open(found, NOT_NAMED, moments)
    others = [name for name in found.kiosks if _is_open(found, name, moments) is not usual]
    if usual:
        return ~Q(name__in=others) if others else Q()
    return Q(name__in=others)


def _is_open(found: Bundle, name: str, moments: tuple[datetime, ...]) -> bool:
    hours = for_kiosk(found, name).hours
    return hours is None or all(hours.is_open(moment) for moment in moments)
