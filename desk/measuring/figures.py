"""Where people get stuck: each step of a form, and what became of those who came there.

All from sums (`desk.measuring.reading`). Numbers below `FEW` are not shown, nor what could be
reckoned from them; the pages say "fewer than 5".
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desk.measuring import reading
from desk.measuring.period import Asked
from desk.measuring.reading import ENDS, NOTHING, Divided, Totals, totals
from desk.measuring.statistics import Interval, Mean, few, share

__all__ = ["Asked", "FlowFigures", "Glance", "StepFigures", "by_kiosk", "flow", "glance"]

MOST_SHOWN = 50
"""Rows of what is divided, such as kiosks."""


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


@dataclass(frozen=True, slots=True)
class Glance:
    """All forms that were begun; how many came, and how long they stayed; in which languages
    and ways of using forms were gone through."""

    flows: tuple[FlowFigures, ...]
    visits: Mean
    languages: Divided
    modes: Divided


def glance(asked: Asked, order: Mapping[str, Sequence[str]]) -> Glance:
    """`order`: the steps of each form, as the bundle has them.

    One question for everything: it is adding up the rows that takes long.
    """
    sums: Totals = {}
    languages: Divided = {}
    modes: Divided = {}
    found = totals(asked, "flow", "step", "what", "language", "mode")
    for (flow, step, what, language, mode), mean in found.items():
        key = (flow, step, what)
        sums[key] = sums.get(key, NOTHING) + mean
        if what in ENDS:
            for name, divided in ((language, languages), (mode, modes)):
                done, begun = divided.get(name, (0, 0))
                done += mean.number * (what == "completed")
                divided[name] = (done, begun + mean.number)
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
    return _flow(totals(asked, "flow", "step", "what", flow=name), name, order)


def by_kiosk(asked: Asked) -> Divided:
    """Completed, and completed or abandoned, by the name of the kiosk."""
    return reading.by_kiosk(asked, MOST_SHOWN)


def _largest_first(divided: Divided) -> Divided:
    return dict(sorted(divided.items(), key=lambda item: -item[1][1]))


def _flow(sums: Totals, name: str, order: Sequence[str]) -> FlowFigures:
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


def _step(sums: Totals, flow: str, step: str) -> StepFigures:
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
