"""What a back-office can be sent, and whether it is set up well: asked beside the page.

A back-office that is down must not hold up a page. So it is asked in a thread; a page waits
for a moment at most and otherwise shows what was heard the last time.
"""

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLong
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core.cache import cache
from django.utils import timezone

from desk.backoffices.models import Route
from desk.backoffices.registry import BackOffice

FRESH = timedelta(minutes=10)
AGAIN_AFTER = timedelta(minutes=1)
"""Where nothing was heard."""
KEPT_S = 7 * 24 * 3600
MOMENT_S = 0.5
CHECK_S = 10.0
TOO_LONG = (
    f"De controle duurt langer dan {CHECK_S:.0f} seconden. Kijk na of het adres klopt en of het "
    "systeem aanstaat."
)
STUMBLED = (
    "De controle is mislukt door een fout in het programma. De beheerder vindt die in het log."
)

Targets = Sequence[tuple[str, str]]
log = logging.getLogger(__name__)
_askers = ThreadPoolExecutor(4, "asking")
_asking: dict[str, Future[Any]] = {}


@dataclass(frozen=True, slots=True)
class Checked:
    """`problems` is empty where all is well."""

    at: datetime
    problems: Sequence[str]


def targets_known(backoffice: BackOffice) -> Targets:
    """What a route to it may name; empty where it has no list, or none was heard yet."""
    key = f"targets-{backoffice.name}"
    kept: tuple[datetime, Targets] | None = cache.get(key)
    now = timezone.now()
    if kept is None or now - kept[0] > (FRESH if kept[1] else AGAIN_AFTER):
        cache.set(key, (now, kept[1] if kept else ()), KEPT_S)  # others need not wait as well
        asked = _ask(key, lambda: _hear_targets(key, backoffice))
        if kept is None:
            return _within(asked, MOMENT_S) or ()
    return kept[1] if kept else ()


def _hear_targets(key: str, backoffice: BackOffice) -> Targets:
    kept: tuple[datetime, Targets] | None = cache.get(key)
    found = list(backoffice.connector.targets()) or (kept[1] if kept else [])
    cache.set(key, (timezone.now(), found), KEPT_S)
    return found


def check(backoffice: BackOffice) -> Checked:
    """Its address, our rights and the targets of all its routes, within some seconds."""
    key = f"check-{backoffice.name}"
    routes = Route.objects.filter(backoffice=backoffice.name).exclude(target="")
    targets = list(routes.order_by("target").values_list("target", flat=True).distinct())

    def hear() -> Checked:
        problems = [each.what for each in backoffice.connector.check(targets)]
        _hear_targets(f"targets-{backoffice.name}", backoffice)  # as fresh as the check itself
        return Checked(timezone.now(), problems)

    asked = _ask(key, hear)
    try:
        found: Checked = asked.result(CHECK_S)
    except TooLong:
        found = Checked(timezone.now(), [TOO_LONG])
    except Exception:  # whatever it was, the page says so and the others are still checked
        log.exception("the check of %s stumbled", backoffice.name)
        found = Checked(timezone.now(), [STUMBLED])
    cache.set(key, found, KEPT_S)
    return found


def last_check(name: str) -> Checked | None:
    found: Checked | None = cache.get(f"check-{name}")
    return found


def _ask(key: str, ask: Callable[[], Any]) -> Future[Any]:
    """Once at a time: a page that is opened again waits for the same answer."""
    under_way = _asking.get(key)
    if under_way is None or under_way.done():
        under_way = _asking[key] = _askers.submit(ask)
    return under_way


def _within(asked: Future[Any], seconds: float) -> Any:
    """The answer, or None where it did not come in time or not at all."""
    try:
        return asked.result(seconds)
    except TooLong:
        return None
    except Exception:
        log.exception("a back-office could not say what it takes")
        return None
