"""The kiosk tells its desk each minute how it is, and hears what staff ask of it.

`POST /api/kiosk/heartbeat`, one at a time, in a thread of its own, at the pace that the last
answer gave, some a little sooner and some a little later: ten thousand kiosks that start
together do not come together. No network, a desk that does not take it, half an answer or
far too much of one: then nothing is believed, and it is tried again at the next beat. Where the
desk asks to wait, news waits too.

`PUT /api/kiosk/picture`, once after the start: the start screen, drawn anew for it. A new
bundle means a new start, so the picture is always that of the bundle in use.
"""

import logging
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

import requests
from pydantic import ValidationError
from urllib3.exceptions import HTTPError

from kiosk.background import Background
from kiosk.core.health import Heartbeat, HeartbeatAnswer
from kiosk.delivery import LARGE_TIMEOUT_S, TIMEOUT_S, desk_session
from kiosk.retry import retry_after_s

log = logging.getLogger(__name__)
JITTER = 0.2
LARGEST_ANSWER_BYTES = 512 * 1024
"""Twenty orders of the largest kind; usually it is some 50 bytes."""
LARGEST_PICTURE_BYTES = 400_000
WHOLE_S = 30.0
"""A desk that sends one byte a second is not listened to for longer."""
EVERY_S = HeartbeatAnswer().every_s


@dataclass(frozen=True, slots=True)
class Unheard:
    """Why there is no answer that can be used; for the log, in a word."""

    why: str
    wait_s: float = 0.0
    """What the desk asked for, at least."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds. The first beat comes at a moment of this range after the start."""

    first_s: tuple[float, float] = (1.0, 5.0)
    every_s: float = EVERY_S


def beat(session: requests.Session, desk_url: str, how: Heartbeat) -> HeartbeatAnswer | Unheard:
    """Tell the desk once. `session` carries the kiosk's token, as `desk_session` makes it."""
    try:
        with session.post(
            f"{desk_url.rstrip('/')}/api/kiosk/heartbeat",
            data=how.model_dump_json().encode(),
            # What is not compressed cannot grow when it is read.
            headers={"Content-Type": "application/json", "Accept-Encoding": "identity"},
            timeout=TIMEOUT_S,
            allow_redirects=False,
            stream=True,
        ) as answer:
            if answer.status_code != HTTPStatus.OK:
                return Unheard(f"answered {answer.status_code}", retry_after_s(answer.headers) or 0)
            body = _body(answer)
    except (requests.RequestException, HTTPError) as error:
        return Unheard(f"not reached: {type(error).__name__}")
    try:
        return HeartbeatAnswer.model_validate_json(body)
    except ValidationError:
        return Unheard("gave an answer that cannot be used")


def _body(answer: requests.Response) -> bytes:
    """All of it; nothing where it is too much or takes too long."""
    body, until = b"", time.monotonic() + WHOLE_S
    while piece := answer.raw.read1(8192):
        body += piece
        if len(body) > LARGEST_ANSWER_BYTES or time.monotonic() > until:
            return b""
    return body


class Heartbeats:
    """`gather` tells how the kiosk is; `on_answer` gets what was sent and what came back.

    `draw` makes the picture, or None while it had better wait. `also` is done after each
    answer, over the same connection: whatever else the desk should have.
    """

    def __init__(
        self,
        desk_url: str,
        token: str,
        gather: Callable[[], Heartbeat],
        on_answer: Callable[[Heartbeat, HeartbeatAnswer], None],
        *,
        draw: Callable[[], bytes | None] = lambda: None,
        also: Callable[[requests.Session], None] = lambda _: None,
        rng: random.Random | None = None,
        pace: Pace | None = None,
    ) -> None:
        self._url = desk_url.rstrip("/")
        self._session = desk_session(token)
        self._gather = gather
        self._on_answer = on_answer
        self._draw = draw
        self._also = also
        self._rng = rng or random.SystemRandom()
        self._pace = pace or Pace()
        self._every_s = self._pace.every_s
        self._has_sent_picture = False
        self._trouble = ""
        self._thread = Background(self._run, "heartbeat")

    def start(self) -> None:
        self._thread.start()

    def soon(self) -> None:
        """There is news that staff wait for: do not wait for the next beat."""
        self._thread.wake()

    def close(self) -> None:
        self._thread.close()

    def wait_s(self, asked_s: float = 0.0) -> float:
        """Until the next beat: what the desk asked for, at a moment of our own."""
        return max(self._every_s * self._rng.uniform(1 - JITTER, 1 + JITTER), asked_s)

    def _run(self) -> None:
        asked_s, wait_s = 0.0, self._rng.uniform(*self._pace.first_s)
        while True:
            self._thread.sleep(wait_s, asked_s)
            if self._thread.is_ending:
                return
            self._thread.had_news()  # it goes with this beat
            asked_s, wait_s = self._beat()
            # As in `kiosk.delivery`: an idle connection may be cut unseen.
            self._session.close()

    def _beat(self) -> tuple[float, float]:
        """Once; and how long to wait for the next: at least, and without news."""
        sent = self._gather()
        heard = beat(self._session, self._url, sent)
        if isinstance(heard, Unheard):
            self._tell(heard.why)
            return heard.wait_s, self.wait_s(heard.wait_s)
        self._tell("")
        self._every_s = heard.every_s
        self._on_answer(sent, heard)
        if not self._has_sent_picture:
            self._send_picture()
        self._also(self._session)
        return 0.0, self.wait_s()

    def _send_picture(self) -> None:
        png = self._draw()
        if png is None:
            return
        if len(png) > LARGEST_PICTURE_BYTES:
            log.warning("the picture of the start screen is too large: %d bytes", len(png))
            self._has_sent_picture = True
            return
        try:
            answer = self._session.put(
                f"{self._url}/api/kiosk/picture",
                data=png,
                headers={"Content-Type": "image/png"},
                timeout=LARGE_TIMEOUT_S,
                allow_redirects=False,
                stream=True,
            )
        except requests.RequestException:
            return
        answer.close()
        # A desk that is unwell, or had one just now, may take it later; one that refuses it need
        # not be asked again.
        too_often = answer.status_code == HTTPStatus.TOO_MANY_REQUESTS
        unwell = answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR
        self._has_sent_picture = not (too_often or unwell)

    def _tell(self, trouble: str) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            log.info("heartbeat: %s", f"the desk {trouble}" if trouble else "the desk answers")
