"""The list of kiosks: worst first, at a glance, narrowed down by state, words and place."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from desk.access.may import may
from desk.fleet.alert_models import Alert
from desk.fleet.models import Kiosk
from desk.fleet.overview import Overview, Seen, kept_out, let_in
from desk.fleet.shown import NETWORK, PAPER, ago, duration, told
from desk.fleet.standing import State, Weight

PER_PAGE = 50
LONGEST_WORDS = 100
TRIAL, OUTSIDE = "proef", "buitengesloten"
VIEW = "fleet.view_kiosk"


@dataclass(frozen=True, slots=True)
class Asked:
    """As it stands in the address. `gebied`: south, west, north, east, with commas."""

    staat: str = ""
    zoek: str = ""
    gebied: str = ""

    @classmethod
    def of(cls, request: HttpRequest) -> "Asked":
        said = {name: request.GET.get(name, "").strip() for name in ("staat", "zoek", "gebied")}
        return cls(said["staat"], said["zoek"].replace("\0", "")[:LONGEST_WORDS], said["gebied"])

    @property
    def query(self) -> str:
        made = QueryDict(mutable=True)
        made.update({name: value for name, value in asdict(self).items() if value})
        return made.urlencode()

    @property
    def area(self) -> tuple[float, float, float, float] | None:
        try:
            south, west, north, east = (float(each) for each in self.gebied.split(","))
        except ValueError:
            return None
        corners = (south, west, north, east)
        return corners if all(math.isfinite(each) for each in corners) else None


@dataclass(frozen=True, slots=True)
class Tab:
    label: Promise
    count: int
    address: str
    chosen: bool
    weight: Weight


@dataclass(frozen=True, slots=True)
class Row:
    """What is asked of one kiosk at a glance."""

    seen: Seen
    heard: str
    paper: object
    network: object
    waiting: str
    program: str
    last_visit: Any

    @classmethod
    def of(cls, seen: Seen, now: datetime) -> "Row":
        beat = seen.heartbeat
        said = told(beat)
        waiting = f"{beat.waiting} ({duration(beat.oldest_s)})" if beat and beat.waiting else ""
        return cls(
            seen,
            ago(beat.heard_at, now) if beat else "",
            PAPER.get(beat.paper, beat.paper) if beat else "",
            NETWORK.get(said.network, "") if said else "",
            waiting,
            said.program if said else "",
            said.last_visit if said else None,
        )


@may(VIEW)
@require_safe
def kiosks(request: HttpRequest) -> HttpResponse:
    return render(request, "fleet/list.html", context_for(request))


def context_for(request: HttpRequest) -> dict[str, Any]:
    """What the list and the plan have in common."""
    view, asked = Overview.now(), Asked.of(request)
    page, rows = page_of(narrowed(asked, view), view, request.GET.get("blad"))
    counts, kinds = view.counts(let_in()), _kinds()
    total = kinds[""]
    return {
        "here": "fleet",
        "view": view,
        "asked": asked,
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1),
        "rows": rows,
        "tabs": tabs(asked, counts, kinds),
        "total": total,
        "well": counts[State.WELL] + counts[State.AWAY],
        "open_alerts": Alert.objects.filter(ended_at=None).count(),
    }


def narrowed(asked: Asked, view: Overview) -> QuerySet[Kiosk]:
    found = kept_out() if asked.staat == OUTSIDE else let_in()
    if asked.staat == TRIAL:
        found = found.filter(trial=True)
    if asked.staat in set(State):
        found = found.filter(view.is_in(State(asked.staat)))
    for word in asked.zoek.split():
        found = found.filter(
            Q(name__icontains=word)
            | Q(heartbeat__location__icontains=word)
            | Q(note__icontains=word)
        )
    if area := asked.area:
        south, west, north, east = area
        found = found.filter(
            heartbeat__latitude__range=(south, north), heartbeat__longitude__range=(west, east)
        )
    return found


def page_of(
    kiosks: QuerySet[Kiosk], view: Overview, number: str | None
) -> tuple[Page[int], list[Row]]:
    """One page: which kiosks are on it, and then all that is shown of those."""
    ids = view.worst_first(kiosks).values_list("pk", flat=True)
    pages: Paginator[int] = Paginator(ids, PER_PAGE)
    page = pages.get_page(number)
    return page, [Row.of(seen, view.moment) for seen in view.seen(list(page.object_list))]


def _kinds() -> dict[str, int]:
    """How many may come in, are on trial, and are kept out."""
    inside = Q(revoked_at=None)
    found: dict[str, int] = Kiosk.objects.aggregate(
        inside=Count("pk", filter=inside),
        trial=Count("pk", filter=inside & Q(trial=True)),
        outside=Count("pk", filter=~inside),
    )
    return {"": found["inside"], TRIAL: found["trial"], OUTSIDE: found["outside"]}


def tabs(asked: Asked, counts: Mapping[State, int], kinds: Mapping[str, int]) -> Sequence[Tab]:
    """What there is none of is left out, so that what is the matter stands together."""
    found: list[tuple[str, Promise, int, Weight]] = [("", _("Alle"), kinds[""], Weight.WELL)]
    found += [
        (state.value, state.label, counts[state], state.weight)
        for state in State
        if counts[state] or asked.staat == state
    ]
    found += [
        (value, label, kinds[value], Weight.WELL)
        for value, label in ((TRIAL, _("Proefzuilen")), (OUTSIDE, _("Buitengesloten")))
        if kinds[value] or asked.staat == value
    ]
    return [
        Tab(label, number, f"?{replace(asked, staat=value).query}", asked.staat == value, weight)
        for value, label, number, weight in found
    ]


def enrol_address(request: HttpRequest) -> str:
    """Where kiosks are let in; empty for who may not."""
    if not request.user.has_perm("fleet.enrol_kiosk"):
        return ""
    try:
        return reverse("fleet:enrol")
    except NoReverseMatch:
        return ""
