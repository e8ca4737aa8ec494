"""Every kiosk at a glance, worst first: judged, counted and sorted by the database.

    view = Overview.now()
    view.counts()                      State -> how many kiosks have it
    view.worst_first(kiosks)           to be cut into pages
    view.seen(ids)                     of these, all that is the matter

A state counts for a kiosk when it is the matter with it, also beside a worse one.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import BooleanField, Case, Count, IntegerField, Q, QuerySet, Value, When
from django.utils import timezone

from desk.fleet.alert_models import AlertSettings
from desk.fleet.models import Heartbeat, Kiosk
from desk.fleet.standing import RANKS, Limits, State, Weight, conditions

BY_ITSELF = frozenset(State) - {State.LOOK, State.AWAY, State.WELL}
"""Where one of these is the matter, that something small is as well need not be said."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A kiosk, and all that is the matter with it, the worst first."""

    kiosk: Kiosk
    states: tuple[State, ...]

    @property
    def worst(self) -> State:
        return self.states[0]

    @property
    def weight(self) -> Weight:
        return max(state.weight for state in self.states)

    @property
    def heartbeat(self) -> Heartbeat | None:
        return getattr(self.kiosk, "heartbeat", None)


def chosen() -> AlertSettings:
    """What counts as too long, as staff set it; as it comes where they never did."""
    return AlertSettings.objects.filter(pk=1).first() or AlertSettings(pk=1)


class Overview:
    def __init__(self, now: datetime, limits: Limits) -> None:
        self.moment = now
        self.limits = limits
        self._when = conditions(now, limits)

    @classmethod
    def now(cls) -> "Overview":
        return cls(timezone.now(), Limits.of(chosen()))

    def is_in(self, state: State) -> Q:
        """The kiosks with which this is the matter."""
        if state is State.WELL:
            return ~self._any(State)
        if state in BY_ITSELF:
            return self._when[state]
        worse = BY_ITSELF if state is State.LOOK else {State.SILENT}
        return self._when[state] & ~self._any(worse)

    def counts(self, kiosks: QuerySet[Kiosk]) -> Counter[State]:
        asked = {state.value: Count("pk", filter=self.is_in(state)) for state in State}
        found = kiosks.aggregate(**asked)
        return Counter({State(name): number for name, number in found.items()})

    def worst_first(self, kiosks: QuerySet[Kiosk]) -> QuerySet[Kiosk]:
        ranked = Case(
            *(When(when, then=Value(RANKS[state])) for state, when in self._when.items()),
            default=Value(RANKS[State.WELL]),
            output_field=IntegerField(),
        )
        return kiosks.annotate(rank=ranked).order_by("rank", "name")

    def places(self, kiosks: QuerySet[Kiosk]) -> list[tuple[str, float, float, int]]:
        """Name, latitude, longitude and rank of those that told where they stand."""
        there = kiosks.filter(heartbeat__latitude__isnull=False, heartbeat__longitude__isnull=False)
        columns = ("name", "heartbeat__latitude", "heartbeat__longitude", "rank")
        return list(self.worst_first(there).values_list(*columns))

    def seen(self, ids: Sequence[int]) -> list[Seen]:
        """In the order of `ids`."""
        marks = {
            f"is_{state}": Case(
                When(when, then=Value(True)), default=Value(False), output_field=BooleanField()
            )
            for state, when in self._when.items()
        }
        found = Kiosk.objects.filter(pk__in=ids).select_related("heartbeat").annotate(**marks)
        by_id = {kiosk.pk: Seen(kiosk, self._states(kiosk)) for kiosk in found}
        return [by_id[each] for each in ids if each in by_id]

    def _states(self, kiosk: Kiosk) -> tuple[State, ...]:
        found = [state for state in self._when if getattr(kiosk, f"is_{state}")]
        if State.SILENT in found:
            found.remove(State.AWAY)
        if State.LOOK in found and BY_ITSELF.intersection(found):
            found.remove(State.LOOK)
        return tuple(found) or (State.WELL,)

    def _any(self, states: Iterable[State]) -> Q:
        either = Q(pk__in=())
        for state in states:
            if state in self._when:
                either |= self._when[state]
        return either


def let_in() -> QuerySet[Kiosk]:
    """All kiosks that may come in."""
    return Kiosk.objects.filter(revoked_at=None)


def kept_out() -> QuerySet[Kiosk]:
    return Kiosk.objects.filter(revoked_at__isnull=False)
