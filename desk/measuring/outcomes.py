"""What came of reports: where they are many, and how long people wait for an answer.

From the submissions themselves, by category and by the four digits of a postcode, which is a
neighbourhood. Numbers below `FEW` are not shown: one report in a quiet street is somebody.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from statistics import median

from django.db.models import Count, QuerySet
from django.db.models.functions import Substr, TruncMonth
from django.utils import timezone

from desk.intake.models import Submission
from desk.measuring.hiding import left_out
from desk.measuring.period import Asked, end_of, start_of
from desk.measuring.statistics import few

MOST_SPOTS = 100
Month = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Spot:
    """Reports of one kind in one neighbourhood, month by month; None where there are few."""

    postcode: str
    category: str
    title: str
    months: tuple[int | None, ...]
    total: int
    shown: tuple[int | None, ...]
    """The months, without what could be reckoned from the total."""
    hidden: str
    """What stands in the place of those that are not shown."""


@dataclass(frozen=True, slots=True)
class Waited:
    """How long answers took, in days; `late` came after their day, or have not come yet."""

    key: str
    title: str
    received: int
    answered: int
    late: int
    median_days: float | None
    ninth_days: float | None
    """Nine of ten had it within this many days."""


def months_of(asked: Asked) -> tuple[Month, ...]:
    """The calendar months that the period touches."""
    found, year, month = [], asked.first.year, asked.first.month
    while (year, month) <= (asked.last.year, asked.last.month):
        found.append((year, month))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return tuple(found)


def spots(asked: Asked) -> tuple[Spot, ...]:
    """Where most is reported, by kind and neighbourhood; only what is not few in all."""
    rows = (
        _received(asked)
        .exclude(category_key="")
        .exclude(postcode="")
        .annotate(area=Substr("postcode", 1, 4), month=TruncMonth("received_at"))
        .values("area", "category_key", "category", "month")
        .annotate(n=Count("id"))
        .order_by()
    )
    cells: dict[tuple[str, str], Counter[Month]] = defaultdict(Counter)
    titles: dict[str, str] = {}
    for row in rows:
        local = timezone.localtime(row["month"])
        cells[row["area"], row["category_key"]][local.year, local.month] += row["n"]
        titles[row["category_key"]] = row["category"]
    months = months_of(asked)
    found = [
        _spot(area, key, titles[key], {month: by[month] for month in months}, by.total())
        for (area, key), by in cells.items()
        if not few(by.total())
    ]
    found.sort(key=lambda spot: (-spot.total, spot.postcode, spot.category))
    return tuple(found[:MOST_SPOTS])


def _spot(area: str, key: str, title: str, by: dict[Month, int], total: int) -> Spot:
    hidden = left_out(by, total)
    return Spot(
        area,
        key,
        title,
        tuple(None if few(number) else number for number in by.values()),
        total,
        tuple(None if month in hidden else number for month, number in by.items()),
        next(iter(hidden.values()), ""),
    )


def waited(asked: Asked) -> tuple[Waited, ...]:
    """By kind: the category, or the form where it has none. The slowest kinds first."""
    rows = _received(asked).values_list(
        "category_key", "category", "flow", "title", "received_at", "answered_at", "due"
    )
    today = timezone.localdate()
    took: dict[str, list[float]] = defaultdict(list)
    received: Counter[str] = Counter()
    late: Counter[str] = Counter()
    titles: dict[str, str] = {}
    for category_key, category, flow, title, received_at, answered_at, due in rows.iterator():
        key = category_key or flow
        titles[key] = category or title
        received[key] += 1
        ended: date = timezone.localdate(answered_at) if answered_at else today
        late[key] += due is not None and ended > due
        if answered_at:
            took[key].append(max(0.0, (answered_at - received_at).total_seconds() / 86400))
    found = [
        Waited(
            key,
            titles[key],
            count,
            len(took[key]),
            late[key],
            None if few(len(took[key])) or not took[key] else median(took[key]),
            None if few(len(took[key])) or not took[key] else _ninth(took[key]),
        )
        for key, count in received.items()
        if not few(count)
    ]
    return tuple(sorted(found, key=lambda each: (-(each.ninth_days or 0), each.title)))


def _received(asked: Asked) -> QuerySet[Submission]:
    found = Submission.objects.filter(
        received_at__gte=start_of(asked.first), received_at__lt=end_of(asked.last)
    ).order_by()
    return found.filter(kiosk__name=asked.kiosk) if asked.kiosk else found


def _ninth(days: list[float]) -> float:
    """The least number of days within which nine of ten were answered."""
    ordered = sorted(days)
    return ordered[-(-len(ordered) * 9 // 10) - 1]
