"""Adding up what was counted, for the pages: from the sums of days and months, with what is not in
them yet.

Each answer is one question to the database. So it sees all of what a relay moves into the sums
or nothing of it, and counts nothing twice. One kiosk's own figures come from its hours: they are
few, and lie together.
"""

from collections.abc import Iterable
from heapq import nsmallest
from typing import Any

from django.db.models import Q, QuerySet, Sum

from desk.fleet.models import Kiosk
from desk.measuring.models import Addition, Counted, FormSum, KioskSum, Span
from desk.measuring.period import Asked, end_of, start_of
from desk.measuring.statistics import Mean

ENDS = ("completed", "abandoned")
"""What a form that was begun comes to."""
NOTHING = Mean(0, 0, 0)
Totals = dict[tuple[str, ...], Mean]
Divided = dict[str, tuple[int, int]]
"""Completed, and completed or abandoned, by some name; the largest first."""


def totals(asked: Asked, *keys: str, flow: str = "") -> Totals:
    """All that was counted, by these columns; of one form, or of all. No zeros."""
    which = _narrowed(asked) & (Q(flow=flow) if flow else Q())
    if asked.kiosk:
        hours = Q(hour__gte=start_of(asked.first), hour__lt=end_of(asked.last))
        counted = Counted.objects.filter(which, hours, kiosk__name=asked.kiosk)
        rows = _summed(counted, keys)
    else:
        sums = FormSum.objects.filter(which, _in_spans(asked))
        added = Addition.objects.filter(which, _added_in(asked))
        rows = _summed(sums, keys).union(_summed(added, keys), all=True)
    found: Totals = {}
    for *key, number, seconds, squares in rows:
        mean = Mean(int(number), seconds, squares)
        found[tuple(key)] = found.get(tuple(key), NOTHING) + mean
    return {key: mean for key, mean in found.items() if mean.number}


def by_kiosk(asked: Asked, most: int) -> Divided:
    """By the name of the kiosk.

    Ten thousand of them are added up by number; only those that are shown are called by name.
    """
    one = Q(kiosk__name=asked.kiosk) if asked.kiosk else Q()
    rolled_up = Q(language=asked.language, mode=asked.mode)
    sums = KioskSum.objects.filter(one, rolled_up, _in_spans(asked)).values_list("kiosk")
    added = Addition.objects.filter(one, _narrowed(asked), _added_in(asked), what__in=ENDS)
    rows: Iterable[Any] = (
        sums.annotate(done=Sum("completed"), all=Sum("begun"))
        .order_by()
        .union(
            added.values_list("kiosk")
            .annotate(done=Sum("number", filter=Q(what="completed"), default=0), all=Sum("number"))
            .order_by(),
            all=True,
        )
    )
    found: dict[int, tuple[int, int]] = {}
    for kiosk, done, begun in rows:
        known = found.get(kiosk, (0, 0))
        found[kiosk] = (known[0] + int(done), known[1] + int(begun))
    some = ((kiosk, numbers) for kiosk, numbers in found.items() if numbers[1])
    shown = dict(nsmallest(most, some, key=lambda each: (-each[1][1], each[0])))
    names = dict(Kiosk.objects.filter(pk__in=list(shown)).values_list("pk", "name"))
    return {names[kiosk]: numbers for kiosk, numbers in shown.items()}


def languages() -> list[str]:
    """In which anything was ever counted. One after the other: there are few, and many rows."""
    found = set(Addition.objects.order_by().values_list("language", flat=True).distinct())
    known = FormSum.objects.order_by("language").values_list("language", flat=True)
    following = known.first()
    while following is not None:
        found.add(following)
        following = known.filter(language__gt=following).first()
    return sorted(found)


def _narrowed(asked: Asked) -> Q:
    which = Q(language=asked.language) if asked.language else Q()
    return which & Q(mode=asked.mode) if asked.mode else which


def _in_spans(asked: Asked) -> Q:
    months, days = asked.spans()
    return Q(span=Span.MONTH, first__in=months) | Q(span=Span.DAY, first__in=days)


def _added_in(asked: Asked) -> Q:
    return Q(day__gte=asked.first, day__lte=asked.last)


def _summed(rows: "QuerySet[Any]", keys: tuple[str, ...]) -> "QuerySet[Any, Any]":
    by_key: QuerySet[Any, Any] = rows.values_list(*keys).order_by()
    sums = {"n": Sum("number"), "s": Sum("seconds"), "q": Sum("seconds_squared")}
    summed: QuerySet[Any, Any] = by_key.annotate(**sums)
    return summed
