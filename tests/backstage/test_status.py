"""How is my report? Always one answer."""

import json
import time
from collections.abc import Iterator
from typing import Any

import pytest

from kiosk.core.events import Report, StatusFailed, StatusFound
from kiosk.status import StatusDesk
from tests.backstage.desk_double import TOKEN, Cut, DeskDouble, Late, Say
from tests.backstage.waiting import until

CODE = "482173905569"
REPORT = {
    "day": "2026-11-22",
    "status": "in_progress",
    "flow": "melding",
    "title": "Melding",
    "sentence": "Wij kijken ernaar.",
    "changed": "2026-11-23",
}


@pytest.fixture
def desk() -> Iterator[DeskDouble]:
    with DeskDouble() as desk:
        yield desk


def ask(desk: DeskDouble, token: str = TOKEN, limit_s: float = 4.0) -> list[Any]:
    answers: list[StatusFound | StatusFailed] = []
    StatusDesk(desk.url, token, answers.append, limit_s=limit_s).ask(CODE, "nl")
    until(lambda: bool(answers))
    return answers


def test_the_visitor_hears_what_the_desk_says(desk: DeskDouble) -> None:
    desk.reports[CODE] = [REPORT, REPORT | {"status": "done"}]
    (answer,) = ask(desk)
    known = Report("2026-11-22", "in_progress", "melding", "Wij kijken ernaar.", "2026-11-23")
    assert answer.reports[0] == known
    assert [report.status for report in answer.reports] == ["in_progress", "done"]
    assert desk.asked == [f"/api/status/{CODE}?taal=nl"]


def test_a_code_that_the_desk_does_not_know_is_an_answer(desk: DeskDouble) -> None:
    assert ask(desk) == [StatusFound(CODE, ())]


@pytest.mark.parametrize("act", [Say(500), Say(401), Say(302), Say(204), Cut(False)], ids=str)
def test_a_desk_that_does_not_answer_the_question_cannot_be_asked(
    desk: DeskDouble, act: Say | Cut
) -> None:
    desk.reports[CODE] = [REPORT]
    desk.status = act
    assert ask(desk) == [StatusFailed(CODE)]


@pytest.mark.parametrize(
    "body",
    [
        b"<html>Welcome to the hotel</html>",
        b"[]",
        b"\xff\xfe",
        json.dumps({"code": CODE, "reports": [REPORT | {"status": "lost"}]}).encode(),
        json.dumps({"code": "111111111111", "reports": [REPORT]}).encode(),
        json.dumps({"code": CODE, "reports": [REPORT] * 1000}).encode(),
    ],
)
def test_an_answer_that_is_not_the_desks_is_not_believed(desk: DeskDouble, body: bytes) -> None:
    desk.raw_status = json.dumps({"code": CODE, "reports": [REPORT]}).encode()
    assert isinstance(ask(desk)[0], StatusFound)
    desk.raw_status = body
    assert ask(desk) == [StatusFailed(CODE)]


def test_without_a_network_it_is_known_at_once(desk: DeskDouble) -> None:
    desk.away()
    assert ask(desk) == [StatusFailed(CODE)]


def test_a_late_desk_is_not_waited_for_and_its_answer_is_not_given_twice(desk: DeskDouble) -> None:
    desk.status = Late(0.3)
    began = time.monotonic()
    answers = ask(desk, limit_s=0.05)
    assert time.monotonic() - began < 0.25
    # Until well after the desk has answered, too late.
    until(lambda: time.monotonic() - began > 0.5)
    assert answers == [StatusFailed(CODE)]
