"""Intervals that keep their promise: held against published values and against simulation."""

import random
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.measuring.statistics import Mean, few, means_differ, share, shares_differ


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_shares_as_newcombe_published_them(part: int, whole: int, low: float, high: float) -> None:
    """Newcombe 1998, two-sided confidence intervals for the single proportion, table I."""
    found = share(part, whole)
    assert found is not None
    assert (found.low, found.high) == pytest.approx((low, high), abs=0.0001)


@pytest.mark.parametrize(
    ("after", "before", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
)
def test_differences_as_newcombe_published_them(
    after: tuple[int, int], before: tuple[int, int], low: float, high: float
) -> None:
    """Newcombe 1998, interval estimation for the difference, method 10, table II."""
    found = shares_differ(before, after)
    assert found is not None
    assert (found.low, found.high) == pytest.approx((low, high), abs=0.0001)


@given(st.integers(0, 500), st.integers(1, 500))
def test_a_share_lies_in_its_interval(part: int, whole: int) -> None:
    found = share(min(part, whole), whole)
    assert found is not None
    assert 0 <= found.low <= found.value <= found.high <= 1


def test_nothing_is_said_of_nothing() -> None:
    assert share(0, 0) is None
    assert shares_differ((0, 0), (1, 2)) is None
    assert means_differ(Mean(1, 3, 9), Mean(9, 9, 9)) is None
    with pytest.raises(ValueError, match="between"):
        share(3, 2)


def test_the_difference_of_means_holds_the_truth_nineteen_times_of_twenty() -> None:
    luck = random.Random(4)
    held = 0
    for _ in range(400):
        sides = []
        for middle in (20.0, 23.0):
            took = [luck.gauss(middle, 6) for _ in range(60)]
            sides.append(Mean(60, sum(took), sum(each * each for each in took)))
        found = means_differ(*sides)
        assert found is not None
        held += found.low <= 3.0 <= found.high
    assert abs(held / 400 - 0.95) < 4 * sqrt(0.95 * 0.05 / 400)


@pytest.mark.parametrize(("number", "is_few"), [(0, False), (1, True), (4, True), (5, False)])
def test_small_numbers_are_not_shown(number: int, is_few: bool) -> None:
    assert few(number) is is_few
