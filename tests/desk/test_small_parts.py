"""Codes, working days, limits, logs and colours: the small rules that everything leans on."""

import logging
import re
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import requests
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from desk.codes import grouped, read_code
from desk.limits import Limit, address
from desk.logs import Discreet, LineFormatter
from desk.workdays import add_workdays, easter_sunday, holidays, is_workday
from tests.desk.running import ROOT, RunningDesk
from tests.desk.samples import code


def test_a_code_is_read_however_it_is_grouped() -> None:
    digits = code()
    for between in (" ", "-", ".", "\t", "\u00a0", "\u2010", "\u2011", "\u2013", "\u2014"):
        assert read_code(grouped(digits).replace(" ", between)) == digits
    assert read_code(f" {digits} ") == digits


@given(st.integers(0, 11), st.integers(1, 9))
def test_one_wrong_digit_is_no_code(place: int, shift: int) -> None:
    digits = code()
    wrong = str((int(digits[place]) + shift) % 10)
    assert read_code(digits[:place] + wrong + digits[place + 1 :]) is None


@given(st.text(max_size=30))
def test_any_text_is_a_code_or_nothing(text: str) -> None:
    assert read_code(text) is None or re.fullmatch(r"[0-9]{12}", read_code(text) or "")


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(2000, 4, 23), (2016, 3, 27), (2019, 4, 21), (2026, 4, 5), (2027, 3, 28), (2038, 4, 25)],
)
def test_easter_falls_where_the_almanac_says(year: int, month: int, day: int) -> None:
    assert easter_sunday(year) == date(year, month, day)


def test_holidays_of_2026_are_those_of_the_law() -> None:
    assert sorted(holidays(2026)) == [
        date(2026, 1, 1),
        date(2026, 4, 3),
        date(2026, 4, 6),
        date(2026, 4, 27),
        date(2026, 5, 5),
        date(2026, 5, 14),
        date(2026, 5, 25),
        date(2026, 12, 25),
        date(2026, 12, 26),
    ]


def test_kings_day_is_kept_on_saturday_when_it_would_be_sunday() -> None:
    assert date(2025, 4, 26) in holidays(2025)
    assert date(2025, 4, 27) not in holidays(2025)


def test_five_working_days_over_christmas_end_on_new_years_eve() -> None:
    assert add_workdays(date(2026, 12, 23), 5) == date(2026, 12, 31)


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)), st.integers(1, 60))
def test_a_promise_ends_on_a_working_day_after_exactly_that_many(day: date, count: int) -> None:
    end = add_workdays(day, count)
    between = (day + timedelta(days=ahead) for ahead in range(1, (end - day).days + 1))
    assert is_workday(end)
    assert sum(map(is_workday, between)) == count


def test_a_limit_lets_so_many_through_and_then_says_how_long(own_state: Path) -> None:
    limit = Limit("test", 3, 60)
    assert [limit.take("a") for _ in range(3)] == [0, 0, 0]
    assert 58 <= limit.take("a") <= 60
    assert limit.take("b") == 0


def test_a_limit_forgets_after_its_window(own_state: Path) -> None:
    limit = Limit("test", 1, 1)
    assert limit.take("a") == 0
    deadline = time.monotonic() + 5
    while (wait_s := limit.take("a")) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert wait_s == 0


def test_no_count_is_lost_when_many_ask_at_once(own_state: Path) -> None:
    limit = Limit("test", 20, 60)
    with ThreadPoolExecutor(8) as pool:
        waits = list(pool.map(lambda _: limit.take("a"), range(60)))
    assert waits.count(0) == 20


def test_addresses_are_not_written_down(own_state: Path) -> None:
    Limit("test", 3, 60).take("192.0.2.77")
    kept = b"".join(file.read_bytes() for file in (own_state / "limits").iterdir())
    assert kept
    assert b"192.0.2" not in kept


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "203.0.113.9", "192.0.2.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "6.6.6.6, 203.0.113.9", "203.0.113.9"),
        (2, "203.0.113.9, 10.0.0.1", "203.0.113.9"),
        (1, "", "192.0.2.1"),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        (1, "::ffff:203.0.113.9", "203.0.113.9"),
    ],
)
def test_only_our_own_proxies_are_believed_about_addresses(
    settings: Any, rf: RequestFactory, proxies: int, forwarded: str, expected: str
) -> None:
    settings.PROXIES = proxies
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    assert address(rf.get("/", headers=headers, REMOTE_ADDR="192.0.2.1")) == expected


@pytest.mark.soak  # a desk of its own, with workers
def test_workers_count_together_and_kiosks_are_exempt(
    new_desk: Callable[..., RunningDesk],
) -> None:
    desk = new_desk(PUBLIC_PER_MINUTE="10")
    desk.enrol()
    desk.start(workers=2)
    url = f"{desk.url}/api/status/{code()}"
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: requests.get(url, timeout=15), range(30)))
    statuses = [answer.status_code for answer in answers]
    assert (statuses.count(404), statuses.count(429)) == (10, 20)
    refused = next(answer for answer in answers if answer.status_code == 429)
    assert 1 <= int(refused.headers["Retry-After"]) <= 60
    assert list(refused.json()) == ["error"]
    page = requests.get(f"{desk.url}/volg/{code()}", timeout=15)
    assert page.status_code == 429
    assert "Even wachten" in page.text
    assert 1 <= int(page.headers["Retry-After"]) <= 60
    token = {"Authorization": f"Bearer {desk.device['kiosk_token']}"}
    assert requests.get(url, headers=token, timeout=15).status_code == 404
    guessed = {"Authorization": "Bearer guessed"}
    assert requests.get(url, headers=guessed, timeout=15).status_code == 429


def test_a_traceback_in_the_log_holds_no_words_of_the_exception() -> None:
    try:
        raise ValueError("Johanna, 0612345678")
    except ValueError:
        said = (f"Internal Server Error: /volg/{code()}?naam=Johanna",)
        record = logging.LogRecord("django", 40, "f", 1, "%s", said, sys.exc_info())
    Discreet().filter(record)
    line = LineFormatter().format(record)
    assert "ValueError" in line
    assert "test_small_parts.py" in line
    assert "/volg/(code)" in line
    for private in ("Johanna", "0612345678", str(said)):
        assert private not in line


def test_every_colour_of_text_stands_out_seven_to_one() -> None:
    css = (ROOT / "desk" / "static" / "desk" / "house.css").read_text()
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", css))
    grounds_of = {
        "ink": ("ground", "card", "yellow-pale", "yellow", "green-pale", "blue-pale", "white"),
        "ink-soft": ("ground", "card", "yellow-pale", "blue-pale"),
        "blue": ("ground", "card", "blue-pale", "white", "yellow-pale"),
        "green": ("card", "green-pale"),
        "red": ("card", "red-pale"),
        "white": ("blue", "green", "ink"),
    }
    low = {
        (text, ground): ratio
        for text, grounds in grounds_of.items()
        for ground in grounds
        if (ratio := _contrast(colours[text], colours[ground])) < 7
    }
    assert low == {}
    assert _contrast(colours["line-strong"], colours["card"]) >= 3


def _contrast(one: str, other: str) -> float:
    """WCAG 2.2, definition of contrast ratio."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
