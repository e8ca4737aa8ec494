"""What pages read from sums is what lies in the hours, whatever came before what."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction
from django.db.models import Q, Sum
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from desk.fleet.models import Kiosk
from desk.measuring import reading
from desk.measuring.models import Addition, Counted, FormSum, KioskSum, Span
from desk.measuring.period import Asked, end_of, start_of
from desk.measuring.statistics import Mean
from desk.measuring.storing import store
from desk.measuring.summing import add_up
from kiosk.core.counting import Count, Counts
from tests.measuring.conftest import counted, row

KEYS = ("flow", "step", "what", "language", "mode")
NOW = datetime(2027, 12, 1, tzinfo=UTC)
HOURS = [
    *(datetime(2026, 10, 24, 20, tzinfo=UTC) + timedelta(hours=each) for each in range(30)),
    *(datetime(2027, 3, 27, 21, tzinfo=UTC) + timedelta(hours=each) for each in range(28)),
    *(datetime(2026, 12, 31, 22, tzinfo=UTC) + timedelta(hours=each) for each in range(3)),
]
"""The day of 25 hours, the day of 23, and the turn of a month and a year."""
PERIODS = [
    (date(2026, 10, 25), date(2026, 10, 25)),
    (date(2027, 3, 28), date(2027, 3, 28)),
    (date(2026, 10, 1), date(2027, 3, 31)),
    (date(2026, 10, 25), date(2027, 3, 27)),
    (date(2026, 12, 31), date(2027, 1, 1)),
]


class KilledError(Exception):
    """Somebody pulled the plug."""


rows = st.builds(
    Count,
    flow=st.sampled_from(["melding", "klacht"]),
    step=st.sampled_from(["", "waar"]),
    language=st.sampled_from(["nl", "ar"]),
    mode=st.sampled_from(["touch", "keys"]),
    what=st.sampled_from(["step", "completed", "abandoned"]),
    number=st.integers(1, 9),
    seconds=st.integers(0, 900).map(float),
    seconds_squared=st.integers(0, 90_000).map(float),
)
told = st.builds(
    Counts,
    hour=st.sampled_from(HOURS),
    release=st.integers(1, 2),
    rows=st.lists(rows, max_size=5).map(tuple),
)
asks = st.builds(
    lambda period, more: Asked(*period, **more),
    st.sampled_from(PERIODS),
    st.sampled_from([{}, {"language": "nl"}, {"mode": "keys"}, {"kiosk": "zuil-1"}]),
)
happens = st.one_of(
    st.tuples(st.just("told"), st.integers(0, 1), told),
    st.tuples(st.just("told again"), st.integers(0, 1), st.lists(rows, max_size=5).map(tuple)),
    st.tuples(st.sampled_from(["added up", "killed"]), st.integers(1, 4), st.none()),
)


class SumsTest(TestCase):
    """Hypothesis needs the database emptied between its tries, which this does."""

    @settings(max_examples=10, deadline=None)
    @given(st.lists(st.tuples(happens, asks), min_size=1, max_size=10))
    def test_sums_are_what_the_hours_are_whatever_happened(self, story: Sequence[Any]) -> None:
        kiosks = [Kiosk.objects.create(name=f"zuil-{n}", token_digest=str(n)) for n in range(2)]
        last = Counts(hour=HOURS[0])
        for (what, number, more), asked in story:
            if what == "added up":
                add_up(number)
            elif what == "killed":
                with suppress(KilledError), transaction.atomic():
                    add_up(number)
                    raise KilledError
            else:
                last = more if what == "told" else last.model_copy(update={"rows": more})
                assert store(kiosks[number], last, NOW)
            _is_the_same(asked)
        while add_up(3):
            pass
        assert not Addition.objects.exists()
        for period in PERIODS:
            _is_the_same(Asked(*period))


def _is_the_same(asked: Asked) -> None:
    assert reading.totals(asked, *KEYS) == _from_hours(asked)
    assert reading.by_kiosk(asked, 9) == _kiosks_from_hours(asked)


def _hours(asked: Asked) -> Any:
    found = Counted.objects.filter(hour__gte=start_of(asked.first), hour__lt=end_of(asked.last))
    found = found.filter(kiosk__name=asked.kiosk) if asked.kiosk else found
    found = found.filter(language=asked.language) if asked.language else found
    return found.filter(mode=asked.mode) if asked.mode else found


def _from_hours(asked: Asked) -> reading.Totals:
    summed = _hours(asked).values_list(*KEYS).annotate(
        n=Sum("number"), s=Sum("seconds"), q=Sum("seconds_squared")
    )  # fmt: skip
    return {tuple(key): Mean(*numbers) for *key, numbers in ((*r[:5], r[5:]) for r in summed)}


def _kiosks_from_hours(asked: Asked) -> reading.Divided:
    summed = (
        _hours(asked)
        .filter(what__in=("completed", "abandoned"))
        .values_list("kiosk__name")
        .annotate(done=Sum("number", filter=Q(what="completed"), default=0), all=Sum("number"))
    )
    return {name: (done, begun) for name, done, begun in summed}


def test_every_language_that_was_counted_can_be_asked_for(town: Kiosk) -> None:
    counted(town, [row("completed", 1, language=each) for each in ("nl", "ar", "pl")])
    add_up()
    counted(town, [row("completed", 1, language="tr")], days_ago=2)
    assert reading.languages() == ["ar", "nl", "pl", "tr"]


def test_an_hour_that_is_told_again_unchanged_writes_nothing(town: Kiosk) -> None:
    counted(town, [row("completed", 10, seconds=60)])
    (before,) = Counted.objects.values_list("pk", flat=True)
    counted(town, [row("completed", 10, seconds=60)])
    assert list(Counted.objects.values_list("pk", flat=True)) == [before]
    assert Addition.objects.count() == 1


def test_an_hour_that_is_told_again_with_less_lowers_what_was_added_up(town: Kiosk) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    for number in (10, 4):
        counted(town, [row("completed", number), *([row("abandoned", 3)] if number > 4 else [])])
        add_up()
    assert reading.by_kiosk(Asked(yesterday, yesterday), 9) == {"zuil-1": (4, 4)}
    assert reading.totals(Asked(yesterday, yesterday), "what").keys() == {("completed",)}


def test_a_month_is_read_as_one_row_and_a_day_as_one(town: Kiosk) -> None:
    for day in (13, 14, 14, 28):
        told = Counts(hour=datetime(2026, 2, day, 9, tzinfo=UTC), rows=(row("completed", 10),))
        store(town, told, NOW)
    while add_up():
        pass
    assert list(FormSum.objects.order_by("span", "first").values_list("span", "number")) == [
        (Span.DAY, 10), (Span.DAY, 10), (Span.DAY, 10), (Span.MONTH, 30),
    ]  # fmt: skip
    months = KioskSum.objects.filter(span=Span.MONTH)
    assert set(months.values_list("language", "mode", "begun")) == {
        ("nl", "touch", 30), ("nl", "", 30), ("", "touch", 30), ("", "", 30),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("first", "last", "months", "days"),
    [
        (date(2026, 1, 13), date(2026, 3, 2), [date(2026, 2, 1)], 21),
        (date(2026, 1, 1), date(2026, 1, 30), [], 30),
        (date(2026, 1, 1), date(2026, 1, 31), [date(2026, 1, 1)], 0),
        (date(2024, 2, 1), date(2024, 2, 29), [date(2024, 2, 1)], 0),
        (date(2025, 12, 31), date(2027, 1, 1), [date(2026, n, 1) for n in range(1, 13)], 2),
    ],
)
def test_a_period_is_whole_months_and_the_days_beside_them(
    first: date, last: date, months: list[date], days: int
) -> None:
    found = Asked(first, last).spans()
    assert (found[0], len(found[1])) == (months, days)


def test_what_was_counted_before_there_were_sums_is_in_them(town: Kiosk) -> None:
    Counted.objects.bulk_create(
        Counted(
            kiosk=town, hour=hour, flow="melding", language=language, mode="touch",
            what=what, number=number, seconds=9 * number, seconds_squared=99 * number,
        )
        for number, hour in enumerate(HOURS, 1)
        for language in ("nl", "ar")
        for what in ("completed", "abandoned", "help")
    )  # fmt: skip
    import_module("desk.measuring.migrations.0003_fill_sums").fill(apps, None)
    for period in PERIODS:
        for language, mode in (("", ""), ("nl", ""), ("", "touch")):
            asked = Asked(*period, language=language, mode=mode)
            _is_the_same(asked)
            assert reading.totals(asked, "what")
