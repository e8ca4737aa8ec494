"""The network between the desk and a back-office, on its worst days.

    with FaultProxy(town.url) as network:
        network.play = [Fault.CUT_AFTER, Fault.BUSY]   what happens to the next calls
        network.stormy = 0.3                           how often a call meets one by chance
        network.away(), network.back()                 nobody is there at all

`played` counts what happened.
"""

import random
import time
from collections import Counter
from enum import Enum, auto

import requests

from tests.backoffices.fakes.server import Answer, Asked, CutError, FakeServer


class Fault(Enum):
    NONE = auto()
    LATE = auto()
    """It is done at once, but the answer comes after the desk has stopped waiting."""
    CUT_BEFORE = auto()
    """The line breaks before the back-office has it."""
    CUT_AFTER = auto()
    """The back-office has it, and the line breaks before the answer."""
    HALF = auto()
    """The back-office has it, and half of its answer arrives."""
    THROTTLED = auto()
    """429 with Retry-After; not passed on."""
    ERROR = auto()
    """500 from something in between; not passed on."""
    ERROR_AFTER = auto()
    """500 from something in between, though the back-office has it."""
    BAD_GATEWAY = auto()
    """502, though the back-office has it."""
    BUSY = auto()
    """503; not passed on."""


ERROR_PAGE = b"<html><body><h1>Server Error</h1></body></html>"
PASSED = ("Authorization", "Content-Type", "Accept", "Content-Crs")


class FaultProxy(FakeServer):
    def __init__(self, url: str, luck: random.Random | None = None, late_s: float = 1.2) -> None:
        super().__init__()
        self.target = url
        self.play: list[Fault] = []
        self.stormy = 0.0
        self.played: Counter[Fault] = Counter()
        self._luck = luck or random.Random(1)
        self._late_s = late_s

    def answer(self, asked: Asked) -> Answer:
        fault = self._next()
        match fault:
            case Fault.CUT_BEFORE:
                raise CutError
            case Fault.THROTTLED:
                body = b'{"detail": "Aanvraag was verstikt."}'
                return Answer(429, body, headers={"Retry-After": "1"})
            case Fault.ERROR:
                return Answer(500, ERROR_PAGE, "text/html")
            case Fault.BUSY:
                return Answer(503, b"busy", "text/plain")
        real = self._pass_on(asked)
        match fault:
            case Fault.CUT_AFTER:
                raise CutError
            case Fault.ERROR_AFTER:
                return Answer(500, ERROR_PAGE, "text/html")
            case Fault.BAD_GATEWAY:
                return Answer(502, ERROR_PAGE, "text/html")
            case Fault.HALF:
                return Answer(real.status, real.body, real.content_type, real.headers, half=True)
            case Fault.LATE:
                time.sleep(self._late_s)
        return real

    def _next(self) -> Fault:
        with self.lock:
            if self.play:
                fault = self.play.pop(0)
            elif self._luck.random() < self.stormy:
                fault = self._luck.choice(list(Fault))
            else:
                fault = Fault.NONE
            self.played[fault] += 1
            return fault

    def _pass_on(self, asked: Asked) -> Answer:
        """What the back-office answers; the line breaks where it is not there."""
        headers = {name: asked.headers[name] for name in PASSED if name in asked.headers}
        try:
            answer = requests.request(
                asked.method,
                self.target + asked.path,
                params=asked.query,
                data=asked.body,
                headers=headers,
                timeout=20,
                allow_redirects=False,
            )
        except requests.RequestException:
            raise CutError from None
        kept = {
            name: value
            for name, value in answer.headers.items()
            if name not in ("Content-Length", "Content-Type", "Connection", "Date", "Server")
        }
        media_type = answer.headers.get("Content-Type", "")
        return Answer(answer.status_code, answer.content, media_type, kept)
