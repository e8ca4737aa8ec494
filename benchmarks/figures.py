"""A figure: what was measured, what it must reach, and whether it does. Computed, never claimed."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. Smaller is better in all of them, but where there is an `at_least`.

    `at_most` is the reach in `unit`; `ratio_at_most` the reach as a part of Chromium's.
    A figure with none of them is told for completeness. `values` are the single measurements.
    """

    name: str
    unit: str
    zuil: float
    chromium: float | None = None
    at_most: float | None = None
    ratio_at_most: float | None = None
    at_least: float | None = None
    values: Sequence[float] = field(default=(), repr=False)
    chromium_values: Sequence[float] = field(default=(), repr=False)

    @property
    def ratio(self) -> float | None:
        return None if not self.chromium else self.zuil / self.chromium

    @property
    def met(self) -> bool | None:
        """None where there is nothing to reach, or nothing to compare with."""
        if self.at_most is None and self.ratio_at_most is None and self.at_least is None:
            return None
        if self.at_most is not None and self.zuil > self.at_most:
            return False
        if self.at_least is not None and self.zuil < self.at_least:
            return False
        if self.ratio_at_most is None:
            return True
        return None if self.ratio is None else self.ratio <= self.ratio_at_most

    @property
    def reach(self) -> str:
        parts = []
        if self.at_most is not None:
            parts.append(f"{self.at_most:g} {self.unit}".strip())
        if self.at_least is not None:
            parts.append(f"at least {self.at_least:g} {self.unit}")
        if self.ratio_at_most is not None:
            parts.append(f"{self.ratio_at_most:g} of Chromium")
        return ", ".join(parts)

    def as_json(self) -> dict[str, object]:
        return {
            "figure": self.name,
            "unit": self.unit,
            "zuil": self.zuil,
            "chromium": self.chromium,
            "ratio": self.ratio,
            "reach": self.reach,
            "met": self.met,
            "values": [round(value, 4) for value in self.values],
            "chromium_values": [round(value, 4) for value in self.chromium_values],
        }


def median(values: Sequence[float]) -> float:
    return statistics.median(values)


def percentile_95(values: Sequence[float]) -> float:
    """The smallest measurement that 95 % of all do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-95 * len(ordered) // 100) - 1)]


def table(figures: Sequence[Figure]) -> str:
    """All figures as a table in Markdown, to be read on a terminal and pasted into a page."""
    head = ("figure", "Zuil", "Chromium", "ratio", "reach", "met")
    rows = [head, *(_row(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    lines = [
        f"| {' | '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))} |"
        for row in rows
    ]
    lines.insert(1, f"|{'|'.join('-' * (width + 2) for width in widths)}|")
    return "\n".join(lines)


def _row(figure: Figure) -> tuple[str, ...]:
    return (
        figure.name,
        _amount(figure.zuil, figure.unit),
        "" if figure.chromium is None else _amount(figure.chromium, figure.unit),
        "" if figure.ratio is None else f"{figure.ratio:.2f}",
        figure.reach,
        {None: "", True: "yes", False: "no"}[figure.met],
    )


def _amount(value: float, unit: str) -> str:
    return f"{value:.{0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2}f} {unit}".strip()
