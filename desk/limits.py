"""Not too often: how many times someone may ask within a time, counted by all workers together.

Keeps moments in Django's cache (files in the state folder) under a lock, so that two
workers never lose a count. The name of who asks is kept only as a keyed digest.
Clocks: the wall clock, since it must outlive a process; a moment in the future, after
the clock was set back, does not count.
"""

import fcntl
import hashlib
import hmac
import ipaddress
import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

IPV6_SUBSCRIBER_BITS = 64
"""One household or firm holds at least a /64, so its addresses count as one (RFC 6177)."""


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `allowed` times in any `window_s` seconds."""

    scope: str
    allowed: int
    window_s: int

    def take(self, who: str) -> int:
        """Count one and answer 0, or count nothing and answer the seconds to wait."""
        with _alone():
            moments = self._moments(who)
            wait_s = self._wait_s(moments)
            if not wait_s:
                cache.set(self._key(who), [*moments, time.time()], self.window_s)
        return wait_s

    def wait_s(self, who: str) -> int:
        """Seconds to wait before the next time is allowed; 0 for now."""
        return self._wait_s(self._moments(who))

    def forget(self, who: str) -> None:
        cache.delete(self._key(who))

    def _moments(self, who: str) -> list[float]:
        now = time.time()
        kept: list[float] = cache.get(self._key(who), [])
        return [moment for moment in kept if now - self.window_s < moment <= now]

    def _wait_s(self, moments: list[float]) -> int:
        if len(moments) < self.allowed:
            return 0
        return max(1, math.ceil(moments[-self.allowed] + self.window_s - time.time()))

    def _key(self, who: str) -> str:
        secret = settings.SECRET_KEY.encode()
        return hmac.new(secret, f"{self.scope} {who}".encode(), hashlib.sha256).hexdigest()


def public_pages() -> Limit:
    """For everything that anyone may ask by tracking code."""
    return Limit("public", settings.PUBLIC_PER_MINUTE, 60)


def address(request: HttpRequest) -> str:
    """Where a request comes from, as far as our own proxies vouch for it."""
    said = str(request.META.get("REMOTE_ADDR", ""))
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    if settings.PROXIES and forwarded != [""]:
        said = forwarded[-min(settings.PROXIES, len(forwarded))]
    try:
        parsed = ipaddress.ip_address(said)
    except ValueError:
        return said
    if parsed.version == 6 and parsed.ipv4_mapped is None:
        return str(ipaddress.ip_network((parsed, IPV6_SUBSCRIBER_BITS), strict=False))
    return str(getattr(parsed, "ipv4_mapped", None) or parsed)


@contextmanager
def _alone() -> Iterator[None]:
    with (settings.STATE / "limits.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
