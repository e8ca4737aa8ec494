"""Watching the kiosks, beside the handing over: a thread of the relay.

Of many relays whichever comes first has the round; see `desk.fleet.alerts`.
"""

import logging
import threading

from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone

from desk.fleet.alert_post import send_due
from desk.fleet.alerts import round_due

TICK_S = 5.0

log = logging.getLogger(__name__)


class Watch:
    """Looks and tells from `start` until `end`."""

    def __init__(self, tick_s: float = TICK_S) -> None:
        self._tick_s = tick_s
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watch")

    def start(self) -> None:
        self._thread.start()

    def end(self) -> None:
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stop.wait(self._tick_s):
            try:
                round_due(timezone.now())
                send_due(timezone.now())
            except DatabaseError:
                log.exception("the database cannot be used; trying again")
                close_old_connections()
            except Exception:  # one bad alert must not keep the others from being told
                log.exception("watching the kiosks stumbled")
        connection.close()
