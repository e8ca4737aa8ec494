"""How it is with a kiosk: all that can be the matter, the worst first. One rule for all who ask.

    silent       nothing was heard for some minutes while it is open
    paper_out    it prints nothing               printer      nor does it here: cover, cable ...
    waiting      submissions wait for too long   bundle       it cannot use the newest bundle
    hurried      it comes more often than a kiosk does: perhaps its token is with somebody else
    out          out of service                  paper_low    soon out of paper
    crashed      it started again by itself      clock        its clock is wrong
    look         something small                 never        enrolled, and not heard yet
    away         nothing was heard, and it is closed          well

The rules are conditions for the database: ten thousand kiosks are judged, counted and sorted
where they lie. A silent kiosk keeps what it said last: who goes there wants to know that the
paper is out too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from desk.fleet.alert_models import AlertSettings
from desk.fleet.hours import expected

HURRY_COUNTS = timedelta(hours=1)
"""For so long staff see that it came too often."""
CRASH_COUNTS = timedelta(hours=1)
"""For so long a start that nobody asked for is worth looking at."""
BROKEN = ("cover_open", "offline", "lost", "fault")
"""What a printer says when it prints nothing for another reason than paper."""


class Weight(IntEnum):
    """0 well, 1 look at it, 2 go there."""

    WELL = 0
    LOOK = 1
    GO = 2


class State(StrEnum):
    """In this order on the pages."""

    SILENT = "silent"
    PAPER_OUT = "paper_out"
    PRINTER = "printer"
    WAITING = "waiting"
    BUNDLE = "bundle"
    HURRIED = "hurried"
    OUT = "out"
    PAPER_LOW = "paper_low"
    CRASHED = "crashed"
    CLOCK = "clock"
    LOOK = "look"
    NEVER = "never"
    AWAY = "away"
    WELL = "well"

    @property
    def label(self) -> Promise:
        return LABELS[self]

    @property
    def weight(self) -> Weight:
        return WEIGHTS.get(self, Weight.LOOK)


RANKS = {state: rank for rank, state in enumerate(State)}
LABELS: Mapping[State, Promise] = {
    State.SILENT: _("Stil"),
    State.PAPER_OUT: _("Papier op"),
    State.PRINTER: _("Printer werkt niet"),
    State.WAITING: _("Inzendingen wachten"),
    State.BUNDLE: _("Bundel niet bruikbaar"),
    State.HURRIED: _("Meldt zich te vaak"),
    State.OUT: _("Buiten dienst"),
    State.PAPER_LOW: _("Papier bijna op"),
    State.CRASHED: _("Net vastgelopen"),
    State.CLOCK: _("Klok loopt verkeerd"),
    State.LOOK: _("Kijk ernaar"),
    State.NEVER: _("Nog niet gehoord"),
    State.AWAY: _("Uit, gesloten"),
    State.WELL: _("Goed"),
}
WEIGHTS = {
    State.SILENT: Weight.GO,
    State.PAPER_OUT: Weight.GO,
    State.PRINTER: Weight.GO,
    State.WAITING: Weight.GO,
    State.BUNDLE: Weight.GO,
    State.AWAY: Weight.WELL,
    State.WELL: Weight.WELL,
}


@dataclass(frozen=True, slots=True)
class Limits:
    """From when on something counts, as staff set it."""

    silent: timedelta
    waiting_s: int
    clock_s: int
    out: timedelta

    @classmethod
    def of(cls, chosen: AlertSettings) -> "Limits":
        return cls(
            timedelta(minutes=chosen.silent_minutes),
            chosen.waiting_minutes * 60,
            chosen.clock_minutes * 60,
            timedelta(hours=chosen.out_hours),
        )


def conditions(now: datetime, limits: Limits) -> dict[State, Q]:
    """When a kiosk is in each state but WELL, in the order of State."""
    quiet = Q(heartbeat__heard_at__lte=now - limits.silent)
    open_now = expected(now, limits.silent)
    fast, slow = limits.clock_s, -limits.clock_s
    return {
        State.SILENT: quiet & open_now,
        State.PAPER_OUT: Q(heartbeat__paper="out"),
        State.PRINTER: Q(heartbeat__paper__in=BROKEN),
        State.WAITING: Q(heartbeat__waiting__gt=0, heartbeat__oldest_s__gt=limits.waiting_s),
        State.BUNDLE: Q(heartbeat__bundle_problem=True),
        State.HURRIED: Q(heartbeat__hurried_at__gt=now - HURRY_COUNTS),
        State.OUT: Q(heartbeat__in_service=False),
        State.PAPER_LOW: Q(heartbeat__paper="low"),
        State.CRASHED: Q(heartbeat__crashed_at__gt=now - CRASH_COUNTS),
        State.CLOCK: Q(heartbeat__clock_off_s__gt=fast) | Q(heartbeat__clock_off_s__lt=slow),
        State.LOOK: Q(heartbeat__trouble__gt=0),
        State.NEVER: Q(heartbeat=None),
        State.AWAY: quiet,
    }
