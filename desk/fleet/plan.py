"""The plan: where the kiosks stand, drawn from nothing but their own places.

No map of somebody else is asked for. North is up, a line shows the scale; kiosks that would
cover each other are one mark with their number, which leads closer. Colour never stands alone:
the mark of who needs somebody is a triangle, of what wants a look a square, of well a circle.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.views.decorators.http import require_safe

from desk.access.may import may
from desk.fleet.listing import VIEW, Asked, context_for, narrowed
from desk.fleet.standing import State, Weight

WIDTH, HEIGHT, EDGE, CELL = 960.0, 640.0, 60.0, 44.0
"""In units of the drawing, as in plan.html; a mark has room for a finger in its cell."""
AROUND = sorted(product((-1, 0, 1), repeat=2), key=lambda step: abs(step[0]) + abs(step[1]))
"""A cell and those around it, the nearest first."""
METRES_A_DEGREE = 111_320.0
LEAST_M = 200.0
"""One kiosk alone is drawn in the middle of as much."""
LABEL_WIDTH, LABEL_HEIGHT = 150.0, 20.0
WITHIN = 1e-6
"""Degrees around what stands in one place, 0.1 m: rounding must not leave any out."""
STATES = tuple(State)


@dataclass(frozen=True, slots=True)
class Place:
    name: str
    latitude: float
    longitude: float
    state: State


@dataclass(frozen=True, slots=True)
class Mark:
    """One kiosk, or several that stand close together."""

    x: float
    y: float
    weight: Weight
    label: str
    state: Promise
    """Of the worst of them."""
    number: int
    address: str
    named: bool = False
    """Its label is written beside it: there is room."""


@dataclass(frozen=True, slots=True)
class Scale:
    units: float
    label: str


@may(VIEW)
@require_safe
def plan(request: HttpRequest) -> HttpResponse:
    context = context_for(request)
    view, asked = context["view"], context["asked"]
    rows = view.places(narrowed(asked, view))
    found = [Place(name, south, east, STATES[rank]) for name, south, east, rank in rows]
    drawn = Drawing(found, asked)
    without = context["page"].paginator.count - len(found)
    wider = replace(asked, gebied="").query if asked.gebied else ""
    context |= {"marks": drawn.marks, "scale": drawn.scale, "without": without, "wider": wider}
    return render(request, "fleet/plan.html", context)


class Drawing:
    def __init__(self, found: Sequence[Place], asked: Asked) -> None:
        self._asked = asked
        self.scale: Scale | None = None
        self.marks: list[Mark] = []
        if not found:
            return
        self._middle = (_middle(p.latitude for p in found), _middle(p.longitude for p in found))
        self._narrower = max(0.01, math.cos(math.radians(self._middle[0])))
        self._metres = self._metres_a_unit(found)
        self.scale = _scale(self._metres)
        self.marks = _with_labels([self._mark(each) for each in self._groups(found)])

    def _metres_a_unit(self, found: Sequence[Place]) -> float:
        wide = _span(p.longitude for p in found) * METRES_A_DEGREE * self._narrower
        high = _span(p.latitude for p in found) * METRES_A_DEGREE
        within = (WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE)
        return max(wide / within[0], high / within[1], LEAST_M / within[1])

    def _point(self, place: Place) -> tuple[float, float]:
        east = (place.longitude - self._middle[1]) * METRES_A_DEGREE * self._narrower
        north = (place.latitude - self._middle[0]) * METRES_A_DEGREE
        return WIDTH / 2 + east / self._metres, HEIGHT / 2 - north / self._metres

    def _groups(self, found: Sequence[Place]) -> Iterable["_Group"]:
        """Whoever stands within a cell of the worst one is one mark with it."""
        by_cell: dict[tuple[int, int], list[_Group]] = {}
        for place in found:
            x, y = self._point(place)
            column, row = int(x // CELL), int(y // CELL)
            group = _near(by_cell, column, row, x, y)
            if group is None:
                group = _Group(x, y, [])
                by_cell.setdefault((column, row), []).append(group)
            group.places.append(place)
        return (group for groups in by_cell.values() for group in groups)

    def _mark(self, group: "_Group") -> Mark:
        worst, places = group.places[0], group.places
        weight = max(place.state.weight for place in places)
        if len(places) == 1:
            address = reverse("fleet:detail", args=[worst.name])
            return Mark(group.x, group.y, weight, worst.name, worst.state.label, 1, address)
        closer = replace(self._asked, gebied=_around(places)).query
        number = len(places)
        return Mark(group.x, group.y, weight, "", worst.state.label, number, f"?{closer}")


@dataclass(frozen=True, slots=True)
class _Group:
    """Where its worst kiosk stands, and all that stand there, the worst first."""

    x: float
    y: float
    places: list[Place]


def _near(
    by_cell: Mapping[tuple[int, int], Sequence[_Group]], column: int, row: int, x: float, y: float
) -> _Group | None:
    """A group within a cell's width. Plain loops: ten thousand kiosks pass through here."""
    for across, down in AROUND:
        for group in by_cell.get((column + across, row + down), ()):
            if math.hypot(group.x - x, group.y - y) < CELL:
                return group
    return None


def _with_labels(marks: list[Mark]) -> list[Mark]:
    """Names are written where no other mark stands; a screen reader hears them all."""
    return [
        replace(
            mark,
            named=mark.number == 1
            and not any(
                other is not mark
                and 0 <= other.x - mark.x + CELL / 2 < LABEL_WIDTH + CELL / 2
                and abs(other.y - mark.y) < LABEL_HEIGHT
                for other in marks
            ),
        )
        for mark in marks
    ]


def _around(places: Sequence[Place]) -> str:
    south, north = (each(p.latitude for p in places) for each in (min, max))
    west, east = (each(p.longitude for p in places) for each in (min, max))
    corners = (south - WITHIN, west - WITHIN, north + WITHIN, east + WITHIN)
    return ",".join(f"{each:.7f}" for each in corners)


def _scale(metres_a_unit: float) -> Scale:
    """The longest round length that fits into a quarter of the drawing."""
    room = WIDTH / 4 * metres_a_unit
    power = 10.0 ** math.floor(math.log10(room))
    length = max(step * power for step in (1, 2, 5) if step * power <= room)
    label = f"{length / 1000:g} km" if length >= 1000 else f"{length:g} m"
    return Scale(length / metres_a_unit, label)


def _span(numbers: Iterable[float]) -> float:
    found = list(numbers)
    return max(found) - min(found)


def _middle(numbers: Iterable[float]) -> float:
    found = list(numbers)
    return (max(found) + min(found)) / 2
