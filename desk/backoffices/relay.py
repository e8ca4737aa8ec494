"""The relay: a process that hands over what has come in, and hears how it goes.

    python -m desk relay

Any number of them beside each other on PostgreSQL, one on SQLite. Each takes what is due
under a lease and hands over several at a time. Killed at any moment it loses nothing: what
it had in hand is taken up by the next, which knows from the journal what may have arrived.
It also sends what visitors are to hear (`desk.answers`) and erases what may no longer be kept,
and adds up what kiosks counted (`desk.measuring`).
"""

import logging
import os
import socket
import threading
import time
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.conf import settings
from django.db import DatabaseError, close_old_connections
from django.db.models import F, Q
from django.utils import timezone

from config.problems import Mistakes
from desk.answers.sending import send_due
from desk.backoffices import news, registry
from desk.backoffices.hands import Hands
from desk.backoffices.models import Beat, Handover
from desk.backoffices.quiet import quiet_now, troubled
from desk.backoffices.registry import BackOffice
from desk.backoffices.routing import route_new
from desk.measuring.summing import add_up
from desk.personal.erasing import erase_due

TICK_S = 0.5
BEAT_EVERY_S = 10.0
CHORES_EVERY_S = 2.0
ERASE_EVERY = timedelta(hours=1)
SUMS_FOR_S = 3.0
"""Adding up what kiosks counted: what visitors are to hear does not wait longer."""
DATABASE_PAUSE_S = 3.0

log = logging.getLogger(__name__)


class Relay:
    """Hands over with `backoffices` until `end`."""

    def __init__(self, backoffices: Mapping[str, BackOffice]) -> None:
        self.name = f"{socket.gethostname()}-{os.getpid()}"
        self._stop = threading.Event()
        self._woken = threading.Event()
        self._hands = {name: Hands(each) for name, each in backoffices.items()}
        self._beaten_at: datetime | None = None
        self._file_seen = _file_version()

    def run(self) -> None:
        """Until `end`. A database that is away for a while is waited for."""
        chores = threading.Thread(target=self._chores, name="chores")
        chores.start()
        while not self._stop.is_set():
            try:
                more = self.turn()
            except DatabaseError:
                log.exception("the database cannot be used; trying again")
                close_old_connections()
                self._stop.wait(DATABASE_PAUSE_S)
                continue
            if not more:
                self._woken.wait(TICK_S)
            self._woken.clear()
        for hands in self._hands.values():
            hands.close()
        chores.join()
        Beat.objects.filter(relay=self.name).delete()

    def end(self) -> None:
        """Stop soon: what is under way ends first."""
        self._stop.set()
        self._woken.set()

    def turn(self) -> bool:
        """Take in hand what is due and there are hands for; whether there is more to route."""
        now = timezone.now()
        self._beat(now)
        more = route_new(self._hands.keys()) > 0
        take_up_reopened(now)
        quiet, trouble = quiet_now(now), troubled()
        for name, hands in self._hands.items():
            hands.was_troubled = name in trouble
            for handover_id, lease in hands.claim(now, only_rest=name in quiet):
                hands.give(handover_id, lease, self._woken.set)
            if hands.may_look and (due := news.claim_polls(name, now)):
                hands.look(due, self._woken.set)
        return more

    def _beat(self, now: datetime) -> None:
        if self._beaten_at is not None and now - self._beaten_at < timedelta(seconds=BEAT_EVERY_S):
            return
        Beat.objects.update_or_create(relay=self.name, defaults={"at": now})
        Beat.objects.filter(at__lt=now - timedelta(days=1)).delete()
        self._beaten_at = now
        self._look_at_file()

    def _look_at_file(self) -> None:
        """A changed backoffices.yaml counts from now on; a bad one changes nothing."""
        if (seen := _file_version()) == self._file_seen:
            return
        self._file_seen = seen
        try:
            changed = registry.load()
        except Mistakes as mistakes:
            log.error("backoffices.yaml was changed and cannot be used:\n%s", mistakes)
            return
        for hands in self._hands.values():
            hands.close()
        self._hands = {name: Hands(each) for name, each in changed.items()}
        log.info("backoffices.yaml was changed: %s", ", ".join(changed) or "none")

    def _chores(self) -> None:
        """What has its own pace, beside the handing over."""
        erased_at: datetime | None = None
        while not self._stop.wait(CHORES_EVERY_S):
            now = timezone.now()
            try:
                while send_due(now) and not self._stop.is_set():
                    pass
                if erased_at is None or now - erased_at > ERASE_EVERY:
                    while erase_due(now) and not self._stop.is_set():
                        pass
                    erased_at = now
                until = time.monotonic() + SUMS_FOR_S
                while add_up() and time.monotonic() < until and not self._stop.is_set():
                    pass
            except DatabaseError:
                log.exception("the database cannot be used; trying again")
                close_old_connections()
            except Exception:  # a bad notice must not keep the others from going
                log.exception("a notice, an erasure or adding up stumbled")


def take_up_reopened(now: datetime) -> None:
    """What a visitor called not solved since it was last passed on is due again."""
    fresh = Q(reopened_at=None) | Q(reopened_at__lt=F("submission__not_solved_at"))
    due = Handover.objects.filter(
        fresh,
        submission__not_solved_at__isnull=False,
        current=True,
        state=Handover.State.ARRIVED,
        next_try=None,
    )
    ids = list(due.values_list("pk", flat=True)[:200])
    if ids:
        Handover.objects.filter(pk__in=ids, next_try=None).update(next_try=now)


def _file_version() -> tuple[int, int]:
    try:
        found = settings.BACKOFFICES.stat()
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)
