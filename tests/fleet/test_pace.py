"""A kiosk as it is meant to be never waits; one that hurries gets some at once, then a share."""

from datetime import UTC, datetime, timedelta

import pytest

from desk.fleet.pace import BEATS, SENDING, Pace
from kiosk.core.health import HeartbeatAnswer
from kiosk.counts import MOST_FILES
from kiosk.heartbeat import JITTER

BEGAN = datetime(2026, 11, 26, 10, tzinfo=UTC)


class Coming:
    """Comes at moments of our own, and pays for what is taken in."""

    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        self.paid_until = 0

    def waits(self, after_s: float) -> int:
        now = BEGAN + timedelta(seconds=after_s)
        wait_s = self.pace.wait_s(self.paid_until, now)
        if not wait_s:
            self.paid_until = self.pace.paid(self.paid_until, now)
        return wait_s


def test_a_kiosk_that_beats_each_minute_and_has_news_in_between_never_waits() -> None:
    kiosk = Coming(BEATS)
    soonest_s = HeartbeatAnswer().every_s * (1 - JITTER)
    assert not any(kiosk.waits(turn * soonest_s + news) for turn in range(60) for news in range(4))


@pytest.mark.parametrize("pace", [BEATS, SENDING])
def test_who_hurries_gets_so_many_at_once_and_then_a_share(pace: Pace) -> None:
    kiosk = Coming(pace)
    taken = [tenth for tenth in range(1000) if not kiosk.waits(tenth / 10)]
    later = range(10 * pace.each_s, 1000, 10 * pace.each_s)
    assert taken == [*range(pace.at_once), *later]


def test_who_waits_as_long_as_asked_is_taken_in() -> None:
    kiosk = Coming(BEATS)
    wait_s = next(filter(None, (kiosk.waits(0) for _ in range(99))))
    assert kiosk.waits(wait_s - 1) == 1
    assert kiosk.waits(wait_s) == 0


def test_after_a_quiet_while_so_many_may_come_at_once_again() -> None:
    kiosk = Coming(BEATS)
    for _ in range(2):
        assert [kiosk.waits(0) for _ in range(BEATS.at_once)] == [0] * BEATS.at_once
        assert kiosk.waits(0)
        kiosk.paid_until -= BEATS.at_once * BEATS.each_s


def test_two_months_of_hours_are_in_within_a_working_day() -> None:
    assert (MOST_FILES - SENDING.at_once) * SENDING.each_s <= 8 * 3600


def test_a_clock_that_was_set_back_keeps_nobody_out() -> None:
    kiosk = Coming(BEATS)
    for _ in range(BEATS.at_once):
        kiosk.waits(3600)
    assert kiosk.waits(0) == 0
    assert kiosk.waits(0) == 0
    assert kiosk.paid_until == int(BEGAN.timestamp()) + 2 * BEATS.each_s
