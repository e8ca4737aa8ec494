"""Before and after a publication: did it help, and how sure is that?

The same number of days on either side of the day on which a release went to all kiosks; that
day itself belongs to neither. Nothing is said below `ENOUGH` visits on either side. A
difference that the interval does not tell from none is called that, not an improvement.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from desk.measuring.figures import FlowFigures, StepFigures, flow
from desk.measuring.period import Asked
from desk.measuring.statistics import ENOUGH, Interval, Mean, means_differ, shares_differ

Verdict = Literal["better", "worse", "unclear", "too-few"]


@dataclass(frozen=True, slots=True)
class Difference:
    """How much a figure rose; `verdict` says whether that is good."""

    what: Literal["completed", "abandoned", "help", "back", "seconds"]
    before: float
    after: float
    rose: Interval | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class StepCompared:
    step: str
    before: StepFigures
    after: StepFigures
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    before: FlowFigures
    after: FlowFigures
    differences: tuple[Difference, ...]
    steps: tuple[StepCompared, ...]


def periods(asked: Asked, changed: date, days: int, today: date) -> tuple[Asked, Asked] | None:
    """As many whole days before and after the change; None where no day has passed since."""
    passed = (today - changed).days - 1
    days = min(days, passed)
    if days < 1:
        return None
    before = replace(asked, first=changed - timedelta(days=days), last=changed - timedelta(days=1))
    after = replace(asked, first=changed + timedelta(days=1), last=changed + timedelta(days=days))
    return before, after


def compare(before: Asked, after: Asked, name: str, order: tuple[str, ...]) -> Compared:
    """One form in two periods."""
    one, two = flow(before, name, order), flow(after, name, order)
    enough = min(one.begun, two.begun) >= ENOUGH
    whole = (
        _share("completed", (one.completed, one.begun), (two.completed, two.begun), enough),
        _seconds(one.took, two.took),
    )
    steps = {step.step: step for step in one.steps}
    found = [_step(steps[step.step], step) for step in two.steps if step.step in steps]
    return Compared(one, two, whole, tuple(found))


def _step(one: StepFigures, two: StepFigures) -> StepCompared:
    enough = min(one.left, two.left) >= ENOUGH
    differences = (
        _share("abandoned", (one.abandoned, one.left), (two.abandoned, two.left), enough),
        _share("help", (one.help, one.left), (two.help, two.left), enough),
        _share("back", (one.back, one.left), (two.back, two.left), enough),
        _seconds(one.took, two.took),
    )
    return StepCompared(two.step, one, two, differences)


GOOD_WHEN_RISES = ("completed",)


def _share(
    what: Literal["completed", "abandoned", "help", "back"],
    before: tuple[int, int],
    after: tuple[int, int],
    enough: bool,
) -> Difference:
    # Somebody may ask for help twice at one step: then it counts once.
    one, two = (min(before[0], before[1]), before[1]), (min(after[0], after[1]), after[1])
    rose = shares_differ(one, two) if enough else None
    return Difference(
        what,
        one[0] / one[1] if one[1] else 0.0,
        two[0] / two[1] if two[1] else 0.0,
        rose,
        _verdict(rose, good_when_rises=what in GOOD_WHEN_RISES),
    )


def _seconds(before: Mean, after: Mean) -> Difference:
    enough = min(before.number, after.number) >= ENOUGH
    rose = means_differ(before, after) if enough else None
    return Difference("seconds", before.value, after.value, rose, _verdict(rose))


def _verdict(rose: Interval | None, *, good_when_rises: bool = False) -> Verdict:
    if rose is None:
        return "too-few"
    if not rose.excludes_zero:
        return "unclear"
    return "better" if (rose.value > 0) == good_when_rises else "worse"
