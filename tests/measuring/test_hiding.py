"""A number that is not shown cannot be reckoned from what is."""

import csv
import re
from datetime import timedelta
from io import StringIO

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from desk.fleet.models import Kiosk
from desk.measuring.hiding import left_out
from desk.measuring.outcomes import spots
from desk.measuring.period import Asked
from desk.measuring.statistics import few
from tests.measuring.conftest import counted, row
from tests.measuring.test_figures import report, some_visits

FEW, WITHHELD = "minder dan 5", "niet getoond"


@pytest.mark.parametrize(
    ("parts", "hidden", "word"),
    [
        ([25, 12, 0, 30], [], ""),
        ([25, 12, 3], [12, 3], WITHHELD),
        ([25, 2, 3], [2, 3], FEW),
        ([25, 1, 1, 12], [1, 1, 12], WITHHELD),
        ([25, 4, 4, 12], [4, 4, 12], WITHHELD),
        ([2, 1], [2, 1], FEW),  # the total is not shown either
        ([0, 3], [3], FEW),
    ],
)
def test_what_a_total_would_give_away_is_left_out(
    parts: list[int], hidden: list[int], word: str
) -> None:
    found = left_out(dict(enumerate(parts)), sum(parts))
    assert [parts[place] for place in sorted(found)] == hidden
    assert set(found.values()) <= {word}


@given(st.lists(st.integers(0, 30), min_size=2, max_size=6))
def test_each_small_number_might_be_another(parts: list[int]) -> None:
    """As somebody reckons who has the total and all that is shown."""
    found = left_out(dict(enumerate(parts)), sum(parts))
    assert found.keys() >= {place for place, number in enumerate(parts) if few(number)}
    rest = sum(parts[place] for place in found)
    if not found or few(sum(parts)) or all(number < 5 for number in parts):
        return
    highest = rest - len(found) + 1 if WITHHELD in found.values() else 4
    assert len(found) < rest < len(found) * highest


def test_a_form_that_few_began_is_not_alone_in_being_left_out(analyst: Client, town: Kiosk) -> None:
    some_visits(town, 1, stopped=30)
    counted(town, [row("completed", 3, flow="klacht"), row("completed", 23, flow="afspraak")], 2)
    page = analyst.get("/cijfers/").content.decode()
    assert ">126<" in page  # the total
    assert not re.search(r">\s*(3|23)\s*<", page)
    text = analyst.get("/cijfers/?vorm=csv").content.decode("utf-8-sig")
    shown = [each[1] for each in csv.reader(StringIO(text), delimiter=";")][1:]
    assert sorted(shown) == ["100", WITHHELD, WITHHELD]


def test_where_few_stopped_is_not_reckoned_from_those_who_did_not_end(
    analyst: Client, town: Kiosk
) -> None:
    steps = [row("step", 90, step=step) for step in ("wat", "waar", "vertel")]
    stops = [
        row("abandoned", number, step=step)
        for step, number in (("wat", 3), ("waar", 19), ("vertel", 33))
    ]
    counted(town, [row("completed", 45), *steps, *stops])
    text = analyst.get("/cijfers/formulier/melding/?vorm=csv").content.decode("utf-8-sig")
    assert [each[2] for each in csv.reader(StringIO(text), delimiter=";")][1:] == [
        WITHHELD, WITHHELD, "33",
    ]  # fmt: skip
    page = analyst.get("/cijfers/formulier/melding/").content.decode()
    assert page.count(WITHHELD) == 2
    assert "19" not in re.findall(r">(\d+) ", page)


def test_a_month_with_few_is_not_reckoned_from_all_months(analyst: Client, town: Kiosk) -> None:
    report(town, 6)
    report(town, 2, received_at=timezone.now() - timedelta(days=40))
    (spot,) = spots(Asked(timezone.localdate() - timedelta(days=70), timezone.localdate()))
    assert (spot.total, [month for month in spot.shown if month]) == (8, [])
    assert spot.hidden == WITHHELD
