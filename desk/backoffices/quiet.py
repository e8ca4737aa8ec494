"""When a back-office is not to be asked for anything new: throttled, or fallen over.

One for all relays together. A throttle of sixty an hour is kept by counting what was begun
within the last hour; what they answer (`Retry-After`) goes before what we counted.
"""

from datetime import datetime, timedelta

from desk.backoffices.models import Quiet
from desk.backoffices.retry import pause_s
from desk.backoffices.writing import writing

HOUR_S = 3600.0


def quiet_now(now: datetime) -> dict[str, Quiet]:
    """The back-offices that are left alone at this moment, and why."""
    return {each.backoffice: each for each in Quiet.objects.filter(until__gt=now)}


def troubled() -> set[str]:
    """The back-offices that failed the last time."""
    return set(Quiet.objects.filter(failures__gt=0).values_list("backoffice", flat=True))


def hush(backoffice: str, now: datetime, why: str, wait_s: float | None) -> datetime:
    """Leave it alone for as long as they asked, or longer each time; until when."""
    with writing():
        found, _ = Quiet.objects.select_for_update().get_or_create(backoffice=backoffice)
        if found.until is None or found.until <= now:  # many fail together, and count once
            found.failures += 1
            found.until = now + timedelta(seconds=wait_s or pause_s(found.failures))
        elif wait_s is not None:
            found.until = max(found.until, now + timedelta(seconds=wait_s))
        found.why = why
        found.save(update_fields=["failures", "until", "why"])
        return found.until


def went_well(backoffice: str) -> None:
    """It takes things in again."""
    Quiet.objects.filter(backoffice=backoffice).update(failures=0, until=None, why="")


def take_call(backoffice: str, per_hour: int, now: datetime) -> float:
    """Count one new report and answer 0; or count nothing and answer the seconds to wait."""
    with writing():
        found, _ = Quiet.objects.select_for_update().get_or_create(backoffice=backoffice)
        moment = now.timestamp()
        calls = [call for call in found.calls if moment - HOUR_S < call <= moment]
        if len(calls) >= per_hour:
            return float(calls[-per_hour]) + HOUR_S - moment
        found.calls = [*calls, moment]
        found.save(update_fields=["calls"])
    return 0.0
