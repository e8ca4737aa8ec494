"""The counts of this kiosk: kept by the hour on its disk, handed to the desk when the hour is over.

`observe` is called by the loop for each event and only adds numbers in memory. `flush` and
`send` belong to a thread. What was counted in the last minute before a power cut is lost:
these are sums, not promises. Without a desk they wait for two months, then the oldest go.
"""

import logging
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path

import requests
from pydantic import ValidationError

from kiosk.core.counting import MOST_ROWS, Count, Counts, Watch, summed, watched
from kiosk.core.events import AnyEvent
from kiosk.core.session import Session
from kiosk.delivery import TIMEOUT_S
from kiosk.retry import retry_after_s

log = logging.getLogger(__name__)
MOST_FILES = 24 * 62
NEVER = {
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNPROCESSABLE_ENTITY,
}


class CountKeeper:
    """`release` is the bundle in use; `wall` tells the hour, `clock` never goes back."""

    def __init__(
        self,
        folder: Path,
        release: int,
        wall: Callable[[], datetime] = lambda: datetime.now(UTC),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._folder = folder
        self._release = release
        self._wall = wall
        self._clock = clock
        self._asked_until = clock()
        self._watch = Watch()
        self._lock = threading.Lock()
        self._new: list[Count] = []

    def observe(self, before: Session, event: AnyEvent, after: Session) -> None:
        """From the loop: what this event counts for."""
        self._watch, rows = watched(self._watch, before, event, after)
        if rows:
            with self._lock:
                self._new += rows

    def flush(self) -> None:
        """Put what is new to what is on the disk. A full disk: it is tried again next time."""
        with self._lock:
            new, self._new = self._new, []
        if not new:
            return
        hour = self._hour()
        path = self._folder / f"{hour:%Y%m%dT%H}-{self._release}.json"
        known = _read(path)
        rows = summed([*(known.rows if known else ()), *new])[:MOST_ROWS]
        counts = Counts(hour=hour, release=self._release, rows=rows)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            beside = path.with_suffix(".new")
            beside.write_text(counts.model_dump_json(), encoding="utf-8")
            beside.replace(path)
        except OSError as error:
            log.warning("counts could not be kept: %s", error.strerror)
            with self._lock:
                self._new = [*new, *self._new][:MOST_ROWS]

    def send(self, session: requests.Session, desk_url: str) -> None:
        """Hand over the hours that are over. `session` carries the kiosk's token.

        After many hours in a row the desk may ask to wait; the others go after that.
        """
        self._drop_oldest()
        if self._clock() < self._asked_until:
            return
        for path in self._over():
            counts = _read(path)
            if counts is None:
                path.unlink(missing_ok=True)
                continue
            try:
                with session.put(
                    f"{desk_url.rstrip('/')}/api/kiosk/counts",
                    data=counts.model_dump_json().encode(),
                    headers={"Content-Type": "application/json"},
                    timeout=TIMEOUT_S,
                    allow_redirects=False,
                    stream=True,
                ) as answer:
                    status, asked_s = answer.status_code, retry_after_s(answer.headers)
            except requests.RequestException:
                return
            if status == HTTPStatus.OK:
                path.unlink(missing_ok=True)
            elif status in NEVER:
                log.warning("the desk does not take the counts of an hour: %d", status)
                path.unlink(missing_ok=True)
            else:
                self._asked_until = self._clock() + (asked_s or 0.0)
                return

    def _hour(self) -> datetime:
        return self._wall().astimezone(UTC).replace(minute=0, second=0, microsecond=0)

    def _over(self) -> list[Path]:
        now = f"{self._hour():%Y%m%dT%H}"
        return [path for path in self._files() if not path.name.startswith(now)]

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob("*.json"))

    def _drop_oldest(self) -> None:
        for path in self._files()[:-MOST_FILES]:
            with suppress(OSError):
                path.unlink()


def _read(path: Path) -> Counts | None:
    """None where there is nothing, or half a file after a power cut."""
    try:
        return Counts.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None
