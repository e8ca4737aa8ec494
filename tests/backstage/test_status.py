"""How is my report, and 'it is not solved': always one answer."""

import json
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from kiosk.core.events import (
    NotSolvedFailed,
    NotSolvedTold,
    Report,
    StatusFailed,
    StatusFound,
)
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
    answers: list[Any] = []
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


def test_all_six_statuses_are_understood_with_their_day_their_organisation_and_the_question(
    desk: DeskDouble,
) -> None:
    desk.reports[CODE] = [
        REPORT | {"status": "received"},
        REPORT | {"status": "in_progress"},
        REPORT | {"status": "planned", "planned_for": "2026-12-02"},
        REPORT | {"status": "done", "may_reopen": True},
        REPORT | {"status": "cannot"},
        REPORT | {"status": "forwarded", "organisation": "Waterschap"},
    ]
    (answer,) = ask(desk)
    told = [
        (one.status, one.planned_for, one.organisation, one.may_reopen) for one in answer.reports
    ]
    assert told == [
        ("received", "", "", False),
        ("in_progress", "", "", False),
        ("planned", "2026-12-02", "", False),
        ("done", "", "", True),
        ("cannot", "", "", False),
        ("forwarded", "", "Waterschap", False),
    ]


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
        json.dumps({"code": CODE, "reports": [REPORT | {"day": "yesterday"}]}).encode(),
        json.dumps({"code": CODE, "reports": [REPORT | {"planned_for": "soon"}]}).encode(),
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


DAY = "2026-11-22"
DONE = REPORT | {"status": "done", "may_reopen": True}


def tell(
    desk: DeskDouble, day: str = DAY, *, token: str = TOKEN, limit_s: float = 4.0
) -> list[Any]:
    answers: list[Any] = []
    StatusDesk(desk.url, token, answers.append, limit_s=limit_s).tell_not_solved(CODE, day)
    until(lambda: bool(answers))
    return answers


def test_the_desk_is_told_of_which_day_it_is_that_is_not_solved(desk: DeskDouble) -> None:
    desk.reports[CODE] = [DONE | {"day": "2026-11-20"}, DONE]
    assert tell(desk) == [NotSolvedTold(CODE)]
    assert desk.posted == [(f"/api/status/{CODE}/not-solved", {"day": DAY})]
    assert desk.reopened == [(CODE, DAY)]


def test_what_was_open_again_already_is_as_good(desk: DeskDouble) -> None:
    desk.reports[CODE] = [DONE]
    assert tell(desk) == tell(desk) == [NotSolvedTold(CODE)]
    assert desk.reopened == [(CODE, DAY)]


def test_what_may_not_be_opened_again_and_what_the_desk_does_not_know_has_failed(
    desk: DeskDouble,
) -> None:
    desk.reports[CODE] = [REPORT]
    assert tell(desk) == [NotSolvedFailed(CODE)]  # 409
    assert tell(desk, "2026-11-20") == [NotSolvedFailed(CODE)]  # 404
    desk.reports[CODE] = [DONE]
    assert tell(desk, token="another") == [NotSolvedFailed(CODE)]  # 401
    assert desk.reopened == []


@pytest.mark.parametrize(
    "act",
    [
        *(Say(status) for status in (201, 204, 302, 404, 409, 500, 503)),
        Say(429, {"Retry-After": "3600"}),
        *(Cut(stored=False), Cut(stored=True)),
    ],
    ids=str,
)
def test_whatever_is_not_the_desks_word_has_failed_and_is_not_sent_twice(
    desk: DeskDouble, act: Say | Cut
) -> None:
    desk.reports[CODE] = [DONE]
    desk.not_solved = act
    desk.raw_not_solved = b'{"result": "reopened"}'
    assert tell(desk) == [NotSolvedFailed(CODE)]
    assert len(desk.posted) == 1


@pytest.mark.parametrize(
    "body",
    [b"", b"{}", b"<html>hotel</html>", b'{"result": "perhaps"}', b'{"result": "known"}' * 9000],
    ids=len,
)
def test_a_yes_that_is_not_the_desks_is_not_believed(desk: DeskDouble, body: bytes) -> None:
    desk.raw_not_solved = b'{"result": "reopened", "more": 1}'
    assert tell(desk) == [NotSolvedTold(CODE)]
    desk.raw_not_solved = body
    assert tell(desk) == [NotSolvedFailed(CODE)]


def test_without_a_network_it_is_known_at_once_that_it_was_not_told(desk: DeskDouble) -> None:
    desk.away()
    assert tell(desk) == [NotSolvedFailed(CODE)]


def test_a_desk_that_never_answers_is_not_waited_for(desk: DeskDouble) -> None:
    desk.reports[CODE] = [DONE]
    desk.not_solved = Late(60)
    began = time.monotonic()
    answers = tell(desk, limit_s=0.2)
    assert time.monotonic() - began < 1
    until(lambda: desk.reopened == [(CODE, DAY)])
    desk.away()  # it hangs up, and no second answer comes of that
    until(lambda: not any(thread.name == "status" for thread in threading.enumerate()))
    assert answers == [NotSolvedFailed(CODE)]
