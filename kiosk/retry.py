"""When to try again: the patience of a kiosk with its desk, without a clock of its own.

Every answer that may be better later makes one envelope wait: 30, 60, 120 seconds and
so on up to 15 minutes, with jitter so that kiosks which lost the desk together do not
come back together. `Retry-After` goes before that list. Only a clock that never goes
back is used, so a wrong wall clock changes nothing, and nothing of this is written
down: after a restart everything is due at once.

Three envelopes in a row that the desk cannot take now say more about the desk than
about them: then everything waits. An envelope that keeps failing on its own moves
behind the others and never holds them up.
"""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from uuid import UUID

FIRST_WAIT_S = 30.0
LONGEST_WAIT_S = 900.0
JITTER = 0.1
LONGEST_RETRY_AFTER_S = 3600.0
"""A desk that asks for more than an hour is mistaken, or is not the desk."""
SHORTEST_RETRY_AFTER_S = 1.0
UNWELL_AFTER = 3


def next_wait_s(tries: int, rng: random.Random, first_wait_s: float = FIRST_WAIT_S) -> float:
    """Seconds to wait after this many tries in vain: 30, 60, 120, 240, 480, 900, 900, ..."""
    wait_s: float = min(LONGEST_WAIT_S, first_wait_s * 2.0 ** min(tries - 1, 16))
    return min(LONGEST_WAIT_S, wait_s * rng.uniform(1 - JITTER, 1 + JITTER))


def retry_after_s(headers: Mapping[str, str]) -> float | None:
    """The seconds that `Retry-After` asks for (RFC 9110 10.2.3), or None.

    A date is compared with the desk's own `Date`, never with our clock.
    """
    asked = headers.get("Retry-After", "").strip()
    if asked.isascii() and asked.isdigit():
        seconds = float(asked[:9])
    else:
        try:
            until, now = (
                parsedate_to_datetime(text).replace(tzinfo=UTC)
                for text in (asked, headers.get("Date", ""))
            )
        except ValueError:
            return None
        seconds = (until - now).total_seconds()
    return min(LONGEST_RETRY_AFTER_S, max(SHORTEST_RETRY_AFTER_S, seconds))


@dataclass(slots=True)
class _Wait:
    tries: int = 0
    until: float = 0.0
    cut: bool = False
    """It waits because the connection failed, not because of an answer."""


class Patience:
    """Who waits and until when. `now` is always seconds on a clock that never goes back."""

    def __init__(self, rng: random.Random, first_wait_s: float = FIRST_WAIT_S) -> None:
        self._rng = rng
        self._first_wait_s = first_wait_s
        self._waits: dict[UUID, _Wait] = {}
        self._asked_until = 0.0
        self._unwell_until = 0.0
        self._unwell_times = 0
        self._in_a_row = 0

    def ready(self, owed: Iterable[UUID], now: float) -> list[UUID]:
        """Which of these may be tried now; the least tried first, then as they came."""
        if now < self.desk_until:
            return []
        due = [row for row in owed if self._wait(row).until <= now]
        return sorted(due, key=lambda row: self._wait(row).tries)

    def next_at(self, owed: Iterable[UUID]) -> float | None:
        """When the first of these may be tried; None when there are none."""
        first = min((self._wait(row).until for row in owed), default=None)
        return None if first is None else max(first, self.desk_until)

    @property
    def desk_until(self) -> float:
        """Until when nothing at all is tried."""
        return max(self._asked_until, self._unwell_until)

    def settled(self, row: UUID) -> None:
        """The desk has decided on this one, so it is well."""
        self._waits.pop(row, None)
        self._unwell_times = 0
        self._in_a_row = 0

    def later(self, row: UUID, now: float, asked_s: float | None = None) -> None:
        """The desk answered that it cannot take this one now."""
        self._postpone(row, now, asked_s, cut=False)
        if asked_s is not None:
            self._asked_until = max(self._asked_until, now + asked_s)
        self._in_a_row += 1
        if self._in_a_row >= UNWELL_AFTER:
            self._in_a_row = 0
            self._unwell_times += 1
            wait_s = next_wait_s(self._unwell_times, self._rng, self._first_wait_s)
            self._unwell_until = now + wait_s

    def cut(self, row: UUID, now: float) -> None:
        """The connection failed while this one was handed over."""
        self._postpone(row, now, None, cut=True)

    def reached_again(self) -> None:
        """The network is back: whatever waited for it is due at once.

        Not what was cut three times while the desk was there before and after: then it is
        this envelope that breaks connections, and it keeps to the list.
        """
        for wait in self._waits.values():
            if wait.cut and wait.tries < UNWELL_AFTER:
                wait.until = 0.0

    def something_new(self) -> None:
        """A visitor sent something: try now, unless the desk itself asked to wait."""
        self._unwell_until = 0.0

    def _wait(self, row: UUID) -> _Wait:
        return self._waits.get(row, _Wait())

    def _postpone(self, row: UUID, now: float, asked_s: float | None, *, cut: bool) -> None:
        wait = self._waits.setdefault(row, _Wait())
        wait.tries += 1
        wait.cut = cut
        if asked_s is None:
            asked_s = next_wait_s(wait.tries, self._rng, self._first_wait_s)
        wait.until = now + asked_s
