"""How is my report, and 'it is not solved': one question to the desk, and one answer each.

`GET /api/status/<code>` tells what the public may know. A code that the desk does not
know is an answer too: no reports. No network, a slow desk, or an answer that is not the
desk's (a hotel's log-in page, half a document) is `StatusFailed`, never a guess.

`POST /api/status/<code>/not-solved` says that the report of one day is not solved after
all. Only the desk's own word (`reopened`, or `known` from an earlier time) is
`NotSolvedTold`; whatever else happens is `NotSolvedFailed`, so that nobody goes home with
a promise that nobody gave. Nothing is kept to be told later.

Each has its answer within four seconds, whatever the desk does.
"""

import threading
from collections.abc import Callable
from datetime import date
from http import HTTPStatus
from typing import Literal, Self
from urllib import parse

import requests
from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from kiosk.core.events import (
    NotSolvedFailed,
    NotSolvedTold,
    Report,
    StatusFailed,
    StatusFound,
)
from kiosk.delivery import desk_session

LIMIT_S = 4.0
TIMEOUT_S = (3.05, 3.5)
LARGEST_ANSWER_BYTES = 64 * 1024

Answer = StatusFound | StatusFailed | NotSolvedTold | NotSolvedFailed


class _Known(BaseModel):
    """The desk's answer. A newer desk may say more than we know; what we know must be right."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    code: str
    reports: tuple[Report, ...]

    @model_validator(mode="after")
    def _days_are_days(self) -> Self:
        """They are shown in words: what is no day would stop the screen."""
        for report in self.reports:
            date.fromisoformat(report.day)
            if report.planned_for:
                date.fromisoformat(report.planned_for)
        return self


class _Reopened(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    result: Literal["reopened", "known"]


def ask_status(
    session: requests.Session, desk_url: str, code: str, language: str
) -> StatusFound | StatusFailed:
    """Ask the desk once. `session` carries the kiosk's token, as `desk_session` makes it."""
    try:
        with session.get(
            f"{desk_url.rstrip('/')}/api/status/{code}",
            params={"taal": language},
            timeout=TIMEOUT_S,
            allow_redirects=False,
            stream=True,
        ) as answer:
            if answer.status_code == HTTPStatus.NOT_FOUND:
                return StatusFound(code, ())
            known = _Known.model_validate_json(_body(answer))
    except (requests.RequestException, ValidationError):
        return StatusFailed(code)
    return StatusFound(code, known.reports) if known.code == code else StatusFailed(code)


def tell_not_solved(
    session: requests.Session, desk_url: str, code: str, day: str
) -> NotSolvedTold | NotSolvedFailed:
    """Tell the desk once. To tell it again changes nothing there."""
    try:
        with session.post(
            f"{desk_url.rstrip('/')}/api/status/{code}/not-solved",
            json={"day": day},
            timeout=TIMEOUT_S,
            allow_redirects=False,
            stream=True,
        ) as answer:
            _Reopened.model_validate_json(_body(answer))
    except (requests.RequestException, ValidationError):
        return NotSolvedFailed(code)
    return NotSolvedTold(code)


def _body(answer: requests.Response) -> bytes:
    """What a desk that takes the question says; of any other nothing is believed."""
    body = b""
    if answer.status_code != HTTPStatus.OK:
        return body
    for piece in answer.iter_content(8192):
        body += piece
        if len(body) > LARGEST_ANSWER_BYTES:
            return b""
    return body


class StatusDesk:
    """Asks in a thread per question; `on_answer` gets exactly one event for each.

    The event comes from another thread and without a time: the receiver adds `at`.
    """

    def __init__(
        self,
        desk_url: str,
        token: str,
        on_answer: Callable[[Answer], None],
        *,
        limit_s: float = LIMIT_S,
    ) -> None:
        self._desk_url = desk_url
        self._token = token
        self._on_answer = on_answer
        self._limit_s = limit_s

    def ask(self, code: str, language: str) -> None:
        self._once(
            lambda session: ask_status(session, self._desk_url, code, language),
            StatusFailed(code),
        )

    def tell_not_solved(self, code: str, day: str) -> None:
        self._once(
            lambda session: tell_not_solved(session, self._desk_url, code, day),
            NotSolvedFailed(code),
        )

    def _once(self, question: Callable[[requests.Session], Answer], failed: Answer) -> None:
        first = threading.Lock()

        def answer(event: Answer) -> None:
            if first.acquire(blocking=False):
                self._on_answer(event)

        # A desk that sends one byte a second never meets a time limit between bytes.
        limit = threading.Timer(self._limit_s, answer, [failed])
        limit.daemon = True

        def put() -> None:
            with desk_session(self._token) as session:
                answer(question(session))
            limit.cancel()
            # urllib remembers addresses, and this one has the code in it.
            parse.clear_cache()  # type: ignore[attr-defined]  # typeshed does not know it

        limit.start()
        threading.Thread(target=put, name="status", daemon=True).start()
