"""How sure a figure is: shares and means with their 95 % interval, and the difference of two.

Shares: Wilson's interval; the difference of two shares by Newcombe's method 10 (Statistics in
Medicine 17, 1998), which keeps its promise for small numbers. Means: the difference with
Welch's standard error. Visits are taken as independent, which they are not quite: one person
may come twice. The pages say so.
"""

from dataclasses import dataclass
from math import sqrt

Z = 1.959964
"""Of a standard normal variable 95 % lies within this many standard deviations."""
FEW = 5
"""A number below this is not shown: it might be about somebody."""
ENOUGH = 30
"""Below this many on either side nothing is said about a difference."""


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate and where it may lie; `low` <= `value` <= `high`."""

    value: float
    low: float
    high: float

    @property
    def excludes_zero(self) -> bool:
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean of `number` measurements, from their sum and the sum of their squares."""

    number: int
    total: float
    squares: float

    def __add__(self, other: "Mean") -> "Mean":
        """Of all measurements together."""
        return Mean(
            self.number + other.number, self.total + other.total, self.squares + other.squares
        )

    @property
    def value(self) -> float:
        return self.total / self.number if self.number else 0.0

    @property
    def variance(self) -> float:
        """Of one measurement; 0 where there are fewer than two."""
        if self.number < 2:
            return 0.0
        spread = self.squares - self.total * self.total / self.number
        return max(0.0, spread / (self.number - 1))


def share(part: int, whole: int) -> Interval | None:
    """`part` of `whole`; None of nothing. Raises ValueError where it is not a part."""
    if whole == 0:
        return None
    if not 0 <= part <= whole:
        raise ValueError("a share is between nothing and all")
    p, z2 = part / whole, Z * Z
    middle = (p + z2 / (2 * whole)) / (1 + z2 / whole)
    reach = Z * sqrt(p * (1 - p) / whole + z2 / (4 * whole * whole)) / (1 + z2 / whole)
    return Interval(p, min(p, max(0.0, middle - reach)), max(p, min(1.0, middle + reach)))


def shares_differ(before: tuple[int, int], after: tuple[int, int]) -> Interval | None:
    """How much the share rose, from `(part, whole)` to `(part, whole)`; None of nothing."""
    one, two = share(*before), share(*after)
    if one is None or two is None:
        return None
    rose = two.value - one.value
    low = rose - sqrt((two.value - two.low) ** 2 + (one.high - one.value) ** 2)
    high = rose + sqrt((two.high - two.value) ** 2 + (one.value - one.low) ** 2)
    return Interval(rose, low, high)


def means_differ(before: Mean, after: Mean) -> Interval | None:
    """How much the mean rose; None where either side has fewer than two."""
    if before.number < 2 or after.number < 2:
        return None
    rose = after.value - before.value
    reach = Z * sqrt(before.variance / before.number + after.variance / after.number)
    return Interval(rose, rose - reach, rose + reach)


def few(number: int) -> bool:
    """Whether this number is too small to be shown."""
    return 0 < number < FEW
