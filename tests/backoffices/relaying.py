"""One hand-over, tried again and again as a relay would, on a clock that the test moves."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.utils import timezone

from desk.backoffices.contract import Connector, Settings
from desk.backoffices.handover import Giving
from desk.backoffices.journal import Journal
from desk.backoffices.models import Handover, HandoverNote
from desk.backoffices.parcel import parcel_of
from desk.intake.models import Submission

LEASE_S = 60.0
MOST_TURNS = 40


@dataclass
class Clock:
    now: datetime = field(default_factory=timezone.now)

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)  # no two moments are the same
        return self.now

    def pass_(self, **time: float) -> None:
        self.now += timedelta(**time)


def waiting(submission: Submission, target: str = "") -> Handover:
    return Handover.objects.create(submission=submission, backoffice="straat", target=target)


@dataclass
class Relaying:
    """`once` is one turn of a relay; `to_the_end` as many as it takes, an hour apart."""

    connector: Connector
    settings: Settings
    clock: Clock = field(default_factory=Clock)

    def once(self, handover: Handover) -> Handover:
        lease = self.clock() + timedelta(seconds=LEASE_S)
        Handover.objects.filter(pk=handover.pk).update(leased_until=lease)
        kept = Handover.objects.select_related("submission__kiosk", "submission__app").get(
            pk=handover.pk
        )
        journal = Journal(kept, LEASE_S)
        Giving(self.connector, self.settings, journal, parcel_of(kept), self.clock).run()
        return Handover.objects.get(pk=handover.pk)

    def to_the_end(self, handover: Handover) -> Handover:
        for _ in range(MOST_TURNS):
            kept = self.once(handover)
            if kept.next_try is None:
                return kept
            self.clock.now = max(self.clock.now, kept.next_try) + timedelta(hours=1)
        raise AssertionError(f"it does not end: {kept.problem}")


def notes(handover: Handover) -> list[str]:
    """The history of a hand-over, the oldest line first."""
    found = HandoverNote.objects.filter(handover=handover).order_by("at", "id")
    return [note.what for note in found]
