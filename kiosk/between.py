"""When a kiosk may start anew: after a visit, never during one.

Whoever wants a restart (an update that is ready, an order from afar) asks; the loop looks
each turn. It says yes when for `QUIET_S` nobody stood there: a receipt may still be on its
way out of the printer, and who walks up at once is not turned away.
"""

import threading
from collections.abc import Callable
from typing import Literal

Reason = Literal["update", "order"]
QUIET_S = 10.0
"""Longer than a printer may take for a receipt."""


class Between:
    """`ask` from any thread; `due` is asked by the loop. `wake` ends the loop's sleep."""

    def __init__(self, wake: Callable[[], None]) -> None:
        self._wake = wake
        self._lock = threading.Lock()
        self._wanted: Reason | None = None
        self._busy_at: float | None = None

    @property
    def wanted(self) -> Reason | None:
        """Who asked first; None while nobody did."""
        return self._wanted

    def ask(self, reason: Reason) -> None:
        with self._lock:
            self._wanted = self._wanted or reason
        self._wake()

    def withdraw(self) -> None:
        """It cannot be done now: whoever asked may ask again."""
        with self._lock:
            self._wanted = None

    def due(self, now: float, *, active: bool) -> Reason | None:
        """Why to start anew now; None while nobody asked, or a visitor is or was just there."""
        if active or self._busy_at is None:
            self._busy_at = now
        return self._wanted if now - self._busy_at >= QUIET_S else None
