"""Where people get stuck: each step of a form, and what became of those who came there.

All from `Counted`, sums per kiosk and hour. Numbers below `FEW` are not shown, nor what
could be reckoned from them; the pages say "fewer than 5".
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q, QuerySet, Sum
from django.utils import timezone

from desk.fleet.models import Kiosk
from desk.measuring.models import Counted
from desk.measuring.statistics import Interval, Mean, few, share

MOST_SHOWN = 50
"""Rows of what is divided, such as kiosks."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked at. Empty means all. `first` and `last` are whole days, both included."""

    first: date
    last: date
    kiosk: str = ""
    language: str = ""
    mode: str = ""
    release: int | None = None

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def rows(self, *what: str) -> QuerySet[Counted]:
        found = Counted.objects.filter(hour__gte=start_of(self.first), hour__lt=end_of(self.last))
        if what:
            found = found.filter(what__in=what)
        if self.kiosk:
            found = found.filter(kiosk__name=self.kiosk)
        if self.language:
            found = found.filter(language=self.language)
        if self.mode:
            found = found.filter(mode=self.mode)
        if self.release is not None:
            found = found.filter(release=self.release)
        return found


@dataclass(frozen=True, slots=True)
class StepFigures:
    """One step. `left` counts how often it was left, in whatever way; the others are of these."""

    step: str
    left: int
    took: Mean
    abandoned: int = 0
    back: int = 0
    help: int = 0
    repeat: int = 0

    @property
    def is_few(self) -> bool:
        return few(self.left)

    @property
    def abandoned_share(self) -> Interval | None:
        return share(min(self.abandoned, self.left), self.left)

    @property
    def seconds(self) -> float:
        return self.took.value


@dataclass(frozen=True, slots=True)
class FlowFigures:
    """One form: how often it was begun, how often it came to its end, and its steps in order."""

    flow: str
    completed: int
    abandoned: int
    took: Mean
    """Of those that were completed, from the first step to the last."""
    steps: tuple[StepFigures, ...] = ()

    @property
    def begun(self) -> int:
        return self.completed + self.abandoned

    @property
    def is_few(self) -> bool:
        return few(self.begun)

    @property
    def completed_share(self) -> Interval | None:
        return share(self.completed, self.begun)

    @property
    def stuck(self) -> StepFigures | None:
        """The step at which most people leave; None where nothing sensible can be said."""
        known = [step for step in self.steps if not step.is_few and step.abandoned]
        return max(known, key=lambda step: step.abandoned, default=None)


Divided = dict[str, tuple[int, int]]
"""Completed, and completed or abandoned, by some name; the largest first."""


@dataclass(frozen=True, slots=True)
class Glance:
    """All forms that were begun; how many came, and how long they stayed; in which languages
    and ways of using forms were gone through."""

    flows: tuple[FlowFigures, ...]
    visits: Mean
    languages: Divided
    modes: Divided


def start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def end_of(day: date) -> datetime:
    return start_of(day + timedelta(days=1))


def glance(asked: Asked, order: Mapping[str, Sequence[str]]) -> Glance:
    """`order`: the steps of each form, as the bundle has them.

    One question for everything: it is adding up the rows that takes long.
    """
    sums: Sums = {}
    languages: Divided = {}
    modes: Divided = {}
    rows = asked.rows().values("flow", "step", "what", "language", "mode")
    for row in _summed(rows):
        what = row["what"]
        key = (row["flow"], row["step"], what)
        sums[key] = sums.get(key, NOTHING) + Mean(int(row["n"]), row["s"], row["q"])
        if what in ("completed", "abandoned"):
            for name, divided in ((row["language"], languages), (row["mode"], modes)):
                done, begun = divided.get(name, (0, 0))
                number = int(row["n"])
                divided[name] = (done + number * (what == "completed"), begun + number)
    names = {flow for flow, _, _ in sums if flow}
    known = [name for name in order if name in names]
    return Glance(
        tuple(
            _flow(sums, name, order.get(name, ())) for name in [*known, *sorted(names - set(known))]
        ),
        sums.get(("", "", "visit"), NOTHING),
        _largest_first(languages),
        _largest_first(modes),
    )


def flow(asked: Asked, name: str, order: Sequence[str]) -> FlowFigures:
    """One form, with zeros where nobody began it."""
    return _flow(_sums(asked.rows().filter(flow=name)), name, order)


def by_kiosk(asked: Asked) -> Divided:
    """Completed, and completed or abandoned, by the name of the kiosk.

    Ten thousand of them are added up by number; only those that are shown are called by name.
    """
    rows = asked.rows("completed", "abandoned").values("kiosk")
    rows = rows.annotate(
        begun=Sum("number"), done=Sum("number", filter=Q(what="completed"), default=0)
    )
    found = list(rows.order_by("-begun", "kiosk")[:MOST_SHOWN])
    names = dict(
        Kiosk.objects.filter(pk__in=[row["kiosk"] for row in found]).values_list("pk", "name")
    )
    return {names[row["kiosk"]]: (int(row["done"]), int(row["begun"])) for row in found}


def _largest_first(divided: Divided) -> Divided:
    return dict(sorted(divided.items(), key=lambda item: -item[1][1]))


Sums = dict[tuple[str, str, str], Mean]
NOTHING = Mean(0, 0, 0)


def _sums(rows: QuerySet[Counted]) -> Sums:
    """By flow, step and what."""
    return {
        (row["flow"], row["step"], row["what"]): Mean(int(row["n"]), row["s"], row["q"])
        for row in _summed(rows.values("flow", "step", "what"))
    }


def _summed(rows: QuerySet[Counted, Any]) -> QuerySet[Counted, Any]:
    summed = rows.annotate(n=Sum("number"), s=Sum("seconds"), q=Sum("seconds_squared"))
    return summed.order_by()


def _flow(sums: Sums, name: str, order: Sequence[str]) -> FlowFigures:
    steps = {step for flow, step, _ in sums if flow == name and step}
    abandoned = sum(sums[key].number for key in sums if key[0] == name and key[2] == "abandoned")
    done = sums.get((name, "", "completed"), NOTHING)
    return FlowFigures(
        name,
        done.number,
        abandoned,
        done,
        tuple(_step(sums, name, step) for step in _in_order(steps, order)),
    )


def _step(sums: Sums, flow: str, step: str) -> StepFigures:
    def number(what: str) -> int:
        return sums.get((flow, step, what), NOTHING).number

    return StepFigures(
        step,
        number("step"),
        sums.get((flow, step, "step"), NOTHING),
        number("abandoned"),
        number("back"),
        number("help"),
        number("repeat"),
    )


LAST = ("advice", "check", "saving", "thanks", "leaflet", "looking", "which-day", "report")
"""Places that are no steps come after the steps, in the order in which a visit passes them."""


def _in_order(steps: Iterable[str], order: Sequence[str]) -> list[str]:
    places = [*order, *LAST]
    known = [step for step in places if step in set(steps)]
    return [*known, *sorted(set(steps) - set(known))]
