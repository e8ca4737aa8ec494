"""When to try again."""

import random
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.retry import Patience, next_wait_s, retry_after_s

A, B, C, D = (UUID(int=number) for number in range(1, 5))


@pytest.fixture
def patience() -> Patience:
    return Patience(random.Random(1))


@pytest.mark.parametrize(
    ("tries", "wait_s"), [(1, 30), (2, 60), (3, 120), (4, 240), (5, 480), (6, 900), (7, 900)]
)
def test_waits_double_from_thirty_seconds_to_a_quarter_of_an_hour(tries: int, wait_s: int) -> None:
    waits = [next_wait_s(tries, random.Random(seed)) for seed in range(200)]
    assert all(wait_s * 0.9 <= wait <= min(900, wait_s * 1.1) for wait in waits)
    assert len(set(waits)) > 50, "kiosks would all come back together"


@given(st.integers(1, 10**9), st.integers())
def test_no_number_of_tries_makes_it_wait_longer_than_a_quarter_of_an_hour(
    tries: int, seed: int
) -> None:
    assert 27 <= next_wait_s(tries, random.Random(seed)) <= 900


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [("7", 7), ("0", 1), ("86400", 3600), ("9" * 400, 3600), ("", None), ("-5", None), ("x", None)],
)
def test_retry_after_in_seconds_is_obeyed_up_to_an_hour(asked: str, seconds: float | None) -> None:
    assert retry_after_s({"Retry-After": asked}) == seconds


@given(st.integers(-(10**6), 10**6))
def test_retry_after_as_a_date_is_measured_from_the_desks_own_clock(ahead_s: int) -> None:
    desk_now = datetime(1999, 1, 1, tzinfo=UTC)
    headers = {
        "Date": format_datetime(desk_now, usegmt=True),
        "Retry-After": format_datetime(desk_now + timedelta(seconds=ahead_s), usegmt=True),
    }
    assert retry_after_s(headers) == min(3600, max(1, ahead_s))
    del headers["Date"]
    assert retry_after_s(headers) is None


@given(st.text(), st.text())
def test_no_header_is_too_strange(asked: str, date: str) -> None:
    wait_s = retry_after_s({"Retry-After": asked, "Date": date})
    assert wait_s is None or 1 <= wait_s <= 3600


def test_one_that_fails_waits_and_moves_behind_the_others(patience: Patience) -> None:
    patience.later(A, now=100)
    assert patience.ready([A, B, C], now=101) == [B, C]
    assert patience.ready([A, B, C], now=140) == [B, C, A]


def test_three_failures_in_a_row_make_everything_wait(patience: Patience) -> None:
    for row in (A, B, C):
        assert patience.ready([D], now=100) == [D]
        patience.later(row, now=100)
    assert patience.ready([A, B, C, D], now=126) == []
    assert patience.ready([A, B, C, D], now=134) == [D, A, B, C]


def test_the_desk_that_takes_one_in_between_is_well(patience: Patience) -> None:
    for row in (A, B):
        patience.later(row, now=100)
        patience.settled(C)
    patience.later(A, now=100)
    assert patience.ready([D], now=100) == [D]


def test_something_new_is_tried_although_the_desk_was_unwell(patience: Patience) -> None:
    for row in (A, B, C):
        patience.later(row, now=100)
    patience.something_new()
    assert patience.ready([A, D], now=101) == [D]


def test_something_new_waits_too_when_the_desk_asked_for_it(patience: Patience) -> None:
    patience.later(A, now=100, asked_s=200)
    patience.something_new()
    assert patience.ready([A, D], now=299) == []
    assert patience.next_at([A, D]) == 300
    assert patience.ready([A, D], now=300) == [D, A]


def test_what_was_cut_is_due_when_the_network_is_back(patience: Patience) -> None:
    patience.cut(A, now=100)
    patience.later(B, now=100)
    assert patience.ready([A, B, C], now=101) == [C]
    patience.reached_again()
    assert patience.ready([A, B, C], now=101) == [C, A]


def test_one_that_always_breaks_the_connection_keeps_to_the_list(patience: Patience) -> None:
    for _ in range(3):
        patience.cut(A, now=100)
        patience.reached_again()
    assert patience.ready([A, B], now=101) == [B]
    assert patience.next_at([A]) == pytest.approx(220, abs=13)
