"""Reading what a kiosk sends: a line may be slow, but not silent, and not everyone at once.

A spoken message of a minute is 3.6 MB, two minutes of a line of 256 kbit/s. So there is
no limit on how long it may take, only on how long nothing may come: a kiosk that lost its
power in the middle gives its place back. Large bodies get half of the places, so that
whoever follows a report never waits for them; a kiosk that finds none comes back later.
"""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from django.conf import settings
from django.http import HttpRequest

CHUNK_BYTES = 64 * 1024
SILENCE_S = 30.0
"""As long as nothing may come from a kiosk that is sending. TCP repeats what is lost within it."""
SMALL_BYTES = 256 * 1024
"""Without sound a submission is some kilobytes; those are never kept waiting."""
LARGE_PER_KIOSK = 2
"""A kiosk sends one at a time; the second place is for when it was cut off and we do not know."""


class _Line(Protocol):
    def settimeout(self, value: float | None) -> None: ...


class Places:
    """How many large bodies this worker reads at once, in all and from one kiosk."""

    def __init__(self, at_once: int, per_kiosk: int = LARGE_PER_KIOSK) -> None:
        self._at_once = at_once
        self._per_kiosk = per_kiosk
        self._reading: Counter[int] = Counter()
        self._lock = threading.Lock()

    @contextmanager
    def taken(self, kiosk: int, length: int) -> Iterator[bool]:
        """Whether there is a place for a body of `length` bytes; it is held until the end."""
        if length <= SMALL_BYTES:
            yield True
            return
        with self._lock:
            free = self._reading.total() < self._at_once
            free = free and self._reading[kiosk] < self._per_kiosk
            self._reading[kiosk] += free
        try:
            yield free
        finally:
            with self._lock:
                self._reading[kiosk] -= free


PLACES = Places(settings.LARGE_AT_ONCE)


def read_body(request: HttpRequest, length: int) -> bytes | None:
    """The whole body; None where less came than was said.

    Raises UnreadablePostError where the kiosk hung up, or was silent for too long.
    """
    body = bytearray()
    with _listening(request):
        while len(body) < length:
            piece = request.read(min(CHUNK_BYTES, length - len(body)))
            if not piece:
                return None
            body += piece
    return bytes(body)


def read_past(request: HttpRequest, most: int) -> None:
    """Read what nobody wants, so that the sender hears the answer and keeps its connection."""
    with _listening(request):
        for _ in range(most // CHUNK_BYTES):
            if not request.read(CHUNK_BYTES):
                return


@contextmanager
def _listening(request: HttpRequest) -> Iterator[None]:
    """Give up on a line that says nothing. Only gunicorn lends us the line."""
    line: _Line | None = request.META.get("gunicorn.socket")
    if line is None:
        yield
        return
    line.settimeout(SILENCE_S)
    try:
        yield
    finally:
        line.settimeout(None)
