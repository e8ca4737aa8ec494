"""The threads that talk to one back-office: several hand-overs at a time, and one for its news."""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime, timedelta

from django.db import DatabaseError, close_old_connections
from django.db.models import Q
from django.utils import timezone

from desk.backoffices import news
from desk.backoffices.handover import Giving
from desk.backoffices.journal import Journal, LostError
from desk.backoffices.models import Handover
from desk.backoffices.parcel import parcel_of
from desk.backoffices.quiet import went_well
from desk.backoffices.registry import BackOffice
from desk.backoffices.retry import pause_s
from desk.backoffices.writing import writing

LEASE_MORE_S = 60.0
"""Beside the time that an answer may take: until then nobody else takes it in hand."""
STUMBLED = "Er ging iets mis in het programma. Het wordt later opnieuw geprobeerd."
ERASED = "De gegevens van de burger zijn gewist; er is niets meer om te versturen."

Then = Callable[[], None]
State = Handover.State
log = logging.getLogger(__name__)


class Hands:
    """The threads that talk to one back-office."""

    def __init__(self, backoffice: BackOffice) -> None:
        self.backoffice = backoffice
        self.was_troubled = False
        self._pool = ThreadPoolExecutor(backoffice.settings.at_once, backoffice.name)
        self._looker = ThreadPoolExecutor(1, f"{backoffice.name}-news")
        self._looking: Future[None] | None = None
        self._lock = threading.Lock()
        self.outstanding = 0

    @property
    def free(self) -> int:
        """As many as are in hand wait behind them, so that no thread is ever without work."""
        return 2 * self.backoffice.settings.at_once - self.outstanding

    @property
    def lease_s(self) -> float:
        return self.backoffice.settings.timeout_s + LEASE_MORE_S

    @property
    def may_look(self) -> bool:
        return self._looking is None or self._looking.done()

    def claim(self, now: datetime, *, only_rest: bool) -> list[tuple[int, datetime]]:
        """Take what is due under a lease, as much as there are hands for.

        `only_rest`: nothing new now, only the pictures of what has arrived.
        """
        if self.free < self.backoffice.settings.at_once:
            return []
        lease = now + timedelta(seconds=self.lease_s)
        mine = Q(leased_until=None) | Q(leased_until__lt=now)
        due = Handover.objects.filter(
            mine, backoffice=self.backoffice.name, current=True, next_try__lte=now
        )
        if only_rest:
            due = due.filter(state=State.ARRIVED)
        with writing():
            ids = list(
                due.select_for_update(skip_locked=True)
                .order_by("next_try", "pk")
                .values_list("pk", flat=True)[: self.free]
            )
            if ids:
                Handover.objects.filter(pk__in=ids).update(leased_until=lease)
        return [(each, lease) for each in ids]

    def give(self, handover_id: int, lease: datetime, then: Then) -> None:
        with self._lock:
            self.outstanding += 1

        def over(_: Future[None]) -> None:
            with self._lock:
                self.outstanding -= 1
            if self.free >= self.backoffice.settings.at_once:
                then()

        self._pool.submit(self._give, handover_id, lease).add_done_callback(over)

    def _give(self, handover_id: int, lease: datetime) -> None:
        handover = (
            Handover.objects.select_related("submission__kiosk", "submission__app")
            .filter(pk=handover_id, leased_until=lease)
            .first()
        )
        if handover is None:
            return
        journal = Journal(handover, self.lease_s)
        try:
            self._hand_over(handover, journal)
        except LostError:
            log.info("hand-over %d was taken over by another relay", handover_id)
        except DatabaseError:
            log.exception("hand-over %d could not be written down", handover_id)
            close_old_connections()  # the lease ends by itself
        except Exception:  # one bad hand-over must not keep the others from going
            log.exception("hand-over %d stumbled", handover_id)
            _stumbled(handover)

    def _hand_over(self, handover: Handover, journal: Journal) -> None:
        if handover.submission.erased_at is not None and handover.state != State.ARRIVED:
            journal.end(timezone.now(), state=State.WITHDRAWN, next_try=None, note=ERASED)
            return
        settings, connector = self.backoffice.settings, self.backoffice.connector
        Giving(connector, settings, journal, parcel_of(handover)).run()
        if self.was_troubled and handover.state == State.ARRIVED:
            went_well(self.backoffice.name)

    def look(self, due: list[Handover], then: Then) -> None:
        self._looking = self._looker.submit(self._look, due)
        self._looking.add_done_callback(lambda _: then())

    def _look(self, due: list[Handover]) -> None:
        try:
            news.look(self.backoffice, due)
        except DatabaseError:
            log.exception("news of %s could not be written down", self.backoffice.name)
            close_old_connections()
        except Exception:
            log.exception("news of %s stumbled", self.backoffice.name)

    def close(self) -> None:
        """What is under way may end; what only waited in line is let go of."""
        self._pool.shutdown(cancel_futures=True)
        self._looker.shutdown(cancel_futures=True)
        self.backoffice.connector.close()


def _stumbled(handover: Handover) -> None:
    """Let go of it, unless it is somebody else's by now; what may have arrived stays written."""
    later = timezone.now() + timedelta(seconds=pause_s(handover.tries + 1))
    Handover.objects.filter(pk=handover.pk, leased_until=handover.leased_until).update(
        leased_until=None, next_try=later, tries=handover.tries + 1, problem=STUMBLED
    )
