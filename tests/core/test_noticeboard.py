"""What hangs at a kiosk at which moment: days and hours as they are on the clock at the wall."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.board import Noticeboard
from kiosk.core.dates import DAYS, Announcement, Hours

HERE = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True)
class Notices:
    announcements: tuple[Announcement, ...] = ()
    hours: Hours | None = None


@dataclass
class Kiosk:
    """A notice board at a wall in the Netherlands."""

    notices: Notices = field(default_factory=Notices)

    def at(self, local: str) -> datetime:
        return datetime.fromisoformat(local).replace(tzinfo=HERE)

    def rests(self, local: str) -> bool:
        return Noticeboard(self.notices, HERE).now(self.at(local)).resting

    def shows(self, when: datetime) -> tuple[str, ...]:
        return Noticeboard(self.notices, HERE).now(when).announcements


def news(name: str, first: str | None = None, until: str | None = None) -> Announcement:
    content = {"announcement": name, "picture": "1F3EA", "from": first, "until": until}
    return Announcement.model_validate(content)


def test_an_announcement_hangs_from_its_first_day_to_the_end_of_its_last() -> None:
    kiosk = Kiosk(Notices((news("markt", "2026-12-01", "2026-12-05"),)))
    days = {
        "2026-11-30T23:59": (),
        "2026-12-01T00:00": ("markt",),
        "2026-12-05T23:59": ("markt",),
        "2026-12-06T00:00": (),
    }
    assert {local: kiosk.shows(kiosk.at(local)) for local in days} == days


def test_a_day_begins_at_midnight_here_and_not_in_greenwich() -> None:
    kiosk = Kiosk(Notices((news("markt", "2026-12-01", "2026-12-01"),)))
    assert kiosk.shows(datetime(2026, 11, 30, 23, 0, tzinfo=UTC)) == ("markt",)
    assert kiosk.shows(datetime(2026, 12, 1, 23, 0, tzinfo=UTC)) == ()


def test_without_days_it_always_hangs_and_the_order_is_that_of_the_file() -> None:
    kiosk = Kiosk(Notices((news("b"), news("a", until="2026-01-01"), news("c"))))
    assert kiosk.shows(kiosk.at("2026-06-01T12:00")) == ("b", "c")


def test_without_hours_it_never_rests() -> None:
    assert not Kiosk().rests("2026-12-25T03:00")


def test_it_rests_outside_its_hours() -> None:
    hours = Hours(monday=("08:00-12:00", "13:00-18:00"))
    kiosk = Kiosk(Notices(hours=hours))
    monday = {"07:59": True, "08:00": False, "12:00": True, "12:59": True, "17:59": False}
    assert {time: kiosk.rests(f"2026-11-30T{time}") for time in monday} == monday
    assert kiosk.rests("2026-12-01T09:00"), "a day that is not named is closed"


def test_hours_over_midnight_belong_to_the_evening_before() -> None:
    kiosk = Kiosk(Notices(hours=Hours(saturday=("20:00-02:00",))))
    times = {
        "2026-12-05T01:00": True,  # the night to saturday
        "2026-12-05T23:59": False,
        "2026-12-06T01:59": False,
        "2026-12-06T02:00": True,
        "2026-12-06T21:00": True,
    }
    assert {local: kiosk.rests(local) for local in times} == times


def test_until_midnight_is_the_whole_evening() -> None:
    kiosk = Kiosk(Notices(hours=Hours(saturday=("20:00-24:00",))))
    assert not kiosk.rests("2026-12-05T23:59")
    assert kiosk.rests("2026-12-06T00:00")


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25"])
def test_on_the_days_that_the_clock_changes_it_opens_by_the_clock(day: str) -> None:
    kiosk = Kiosk(Notices(hours=Hours(saturday=("20:00-04:00",), sunday=("08:00-18:00",))))
    times = {"03:59": False, "04:00": True, "07:59": True, "08:00": False, "18:00": True}
    assert {time: kiosk.rests(f"{day}T{time}") for time in times} == times
    board = Noticeboard(kiosk.notices, HERE)
    in_winter, in_summer = (datetime.fromisoformat(f"{day}T{h}:00+00:00") for h in ("07", "06"))
    opens = in_summer if day == "2026-03-29" else in_winter
    assert not board.now(opens).resting
    assert board.now(opens - timedelta(minutes=1)).resting


def test_orders_of_staff_hang_there_too() -> None:
    board = Noticeboard(Notices(), HERE)
    now = datetime(2026, 12, 1, 12, tzinfo=HERE)
    assert board.now(now).closed is None
    assert board.now(now, closed={"nl": "Dicht."}, volume=6).closed == {"nl": "Dicht."}
    assert board.now(now, volume=6).volume == 6
    assert board.now(now, volume=40).volume == 6
    assert board.now(now).volume == 3


@given(
    st.datetimes(
        datetime.fromisoformat("2026-01-01"),
        datetime.fromisoformat("2027-12-31"),
        timezones=st.just(HERE),
    ),
    st.tuples(st.integers(0, 23 * 60), st.integers(1, 60)),
)
def test_one_span_a_day_is_open_as_long_as_it_says(when: datetime, span: tuple[int, int]) -> None:
    start, end = span[0], span[0] + span[1]
    words = f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}"
    day = DAYS[when.weekday()]
    hours = Hours.model_validate({day: [words]})
    minute = when.hour * 60 + when.minute
    assert hours.is_open(when) == (start <= minute < end)
    assert not hours.is_open(when + timedelta(days=1)), date.isoformat(when.date())
