"""With very many submissions a page stays quick: few questions, and none reads all wide rows.

Time is measured in `benchmarks/inbox.py`; here stands what makes it so, which no busy
machine can change.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from desk.intake.models import Submission
from desk.open311.models import App
from tests.desk.conftest import TakeIn
from tests.desk.handed import backoffices, handed
from tests.desk.samples import appointment, street_light

__all__ = ["backoffices"]
PAGES = [
    *("", "?page=3", "?status=attention", "?status=late", "?status=waiting"),
    *("?status=received", "?status=planned", "?status=done", "?status=done&page=2"),
    *("?flow=melding", "?kiosk=ZUIL-1", "?kiosk=app:BuitenBeter", "?code=marktstraat"),
    *("?code=4711", "?code=lamp&status=done&flow=melding&kiosk=ZUIL-1"),
    *("routes/", "zaaksystemen/"),
]
MOST_QUERIES = 20
"""Of a page, its login and its menu with it. The same for three rows and for a full page."""
WIDE = ("intake_submission", "intake_recording", "intake_picture", "intake_statuschange")
"""Tables that are never read from end to end. (Search texts are: they are narrow for that.)"""

Asked = list[tuple[str, Any]]

HOLDS_FEW = (" USING INDEX unrouted", " USING INDEX maybe_twice")
"""Indexes of only those that no relay has seen yet, and that may be there twice."""

sqlite_only = pytest.mark.skipif(connection.vendor != "sqlite", reason="other plans than SQLite's")


@contextmanager
def _asking() -> Iterator[Asked]:
    asked: Asked = []

    def listen(execute: Any, sql: str, parameters: Any, many: bool, context: Any) -> Any:
        asked.append((sql, parameters))
        return execute(sql, parameters, many, context)

    with connection.execute_wrapper(listen):
        yield asked


def _plan(sql: str, parameters: Any) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}", parameters)
        return [row[3] for row in cursor.fetchall()]


def _read_whole(sql: str, parameters: Any) -> list[str]:
    """The wide tables that are read row by row, by their names in the plan."""
    names = dict.fromkeys(WIDE, "") | {
        alias: table for table, alias in re.findall(r'"(\w+)" (U\d+|T\d+)', sql)
    }
    scans = [step for step in _plan(sql, parameters) if step.startswith("SCAN ")]
    return [
        step
        for step in scans
        if "COVERING INDEX" not in step
        and not step.endswith(HOLDS_FEW)
        and (name := step.split()[1]) in names
        and (names[name] or name) in WIDE
    ]


@pytest.fixture
def kept(take_in: TakeIn, backoffices: Path) -> list[Submission]:
    app = App.objects.create(name="BuitenBeter", key_digest="x")
    found = [take_in(street_light()) for _ in range(3)] + [take_in(appointment())]
    Submission.objects.filter(pk=found[0].pk).update(app=app, kiosk=None, status="done")
    for each, state in zip(found, ("arrived", "refused", "waiting", "unrouted"), strict=True):
        handed(each, state)
    return found


@sqlite_only
def test_no_list_reads_the_wide_rows_of_all_submissions(
    staff: Client, kept: list[Submission]
) -> None:
    for path in PAGES:
        with _asking() as asked:
            assert staff.get(f"/inbox/{path}").status_code == 200
        selects = [(sql, parameters) for sql, parameters in asked if sql.startswith("SELECT")]
        assert selects
        assert [whole for each in selects for whole in _read_whole(*each)] == [], path


def test_no_list_asks_more_for_more_rows(
    staff: Client, take_in: TakeIn, kept: list[Submission]
) -> None:
    def questions(path: str) -> int:
        with _asking() as asked:
            staff.get(f"/inbox/{path}")
        return len(asked)

    for path in PAGES:
        staff.get(f"/inbox/{path}")  # what is remembered, is by now
    few = {path: questions(path) for path in PAGES}
    for state in ("refused", "waiting", "arrived"):
        for _ in range(10):
            handed(take_in(street_light()), state, maybe_twice=state == "arrived")
    for path in PAGES:
        many = questions(path)
        assert many <= few[path] + 2, path  # a page that was empty asks for its rows
        assert many <= MOST_QUERIES, path


def test_what_was_said_is_not_fetched_for_a_list(staff: Client, kept: list[Submission]) -> None:
    with _asking() as asked:
        staff.get("/inbox/")
    assert not any('"raw"' in sql or '"journal"' in sql for sql, _ in asked)


@sqlite_only
def test_a_full_scan_would_be_seen(db: None) -> None:
    """The test itself: a condition on a column that no index has."""
    query = Submission.objects.filter(sentence="x").order_by().query
    assert _read_whole(*query.sql_with_params()) == ["SCAN intake_submission"]
