"""How is my report? One question to the desk, and always one answer within four seconds.

`GET /api/status/<code>` tells what the public may know. A code that the desk does not
know is an answer too: no reports. No network, a slow desk, or an answer that is not the
desk's (a hotel's log-in page, half a document) is `StatusFailed`, never a guess.
"""

import threading
from collections.abc import Callable
from http import HTTPStatus
from urllib import parse

import requests
from pydantic import BaseModel, ConfigDict, ValidationError

from kiosk.core.events import Report, StatusFailed, StatusFound
from kiosk.delivery import desk_session

LIMIT_S = 4.0
TIMEOUT_S = (3.05, 3.5)
LARGEST_ANSWER_BYTES = 64 * 1024


class _Answer(BaseModel):
    """The desk's answer. A newer desk may say more than we know; what we know must be right."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    code: str
    reports: tuple[Report, ...]


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
            if answer.status_code != HTTPStatus.OK:
                return StatusFailed(code)
            body = b""
            for piece in answer.iter_content(8192):
                body += piece
                if len(body) > LARGEST_ANSWER_BYTES:
                    return StatusFailed(code)
        known = _Answer.model_validate_json(body)
    except (requests.RequestException, ValidationError):
        return StatusFailed(code)
    return StatusFound(code, known.reports) if known.code == code else StatusFailed(code)


class StatusDesk:
    """Asks in a thread per question; `on_answer` gets exactly one event for each `ask`.

    The event comes from another thread and without a time: the receiver adds `at`.
    """

    def __init__(
        self,
        desk_url: str,
        token: str,
        on_answer: Callable[[StatusFound | StatusFailed], None],
        *,
        limit_s: float = LIMIT_S,
    ) -> None:
        self._desk_url = desk_url
        self._token = token
        self._on_answer = on_answer
        self._limit_s = limit_s

    def ask(self, code: str, language: str) -> None:
        first = threading.Lock()

        def answer(event: StatusFound | StatusFailed) -> None:
            if first.acquire(blocking=False):
                self._on_answer(event)

        # A desk that sends one byte a second never meets a time limit between bytes.
        limit = threading.Timer(self._limit_s, answer, [StatusFailed(code)])
        limit.daemon = True

        def question() -> None:
            with desk_session(self._token) as session:
                answer(ask_status(session, self._desk_url, code, language))
            limit.cancel()
            # urllib remembers addresses, and this one has the code in it.
            parse.clear_cache()  # type: ignore[attr-defined]  # typeshed does not know it

        limit.start()
        threading.Thread(target=question, name="status", daemon=True).start()
