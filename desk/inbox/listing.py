"""The inbox: what is late on top, then the newest first; narrowed down by how it stands, what
it is, where it came from, and by words. Each row says what waits for a person, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from desk.access.may import inbox_page
from desk.fleet.models import Kiosk
from desk.inbox.finding import APP, ATTENTION, LATE, NEWEST_FOUND, WAITING, Asked, Found
from desk.inbox.work import Reason, current_handovers, reasons, silences
from desk.intake.models import Aside, Status, Submission
from desk.open311.models import App

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Tab:
    """`urgent`: somebody must do something about what stands behind it."""

    value: str
    label: str
    count: int
    address: str
    chosen: bool
    urgent: bool


@dataclass(frozen=True, slots=True)
class Row:
    submission: Submission
    reasons: Sequence[Reason]
    number: str
    """In the back-office, where it has one."""


@inbox_page
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    asked = _asked(request)
    found = Found(asked)
    listed: Any = found.of(asked.status)  # has what the paginator asks of it: a count, and slices
    pages: Paginator[Submission] = Paginator(listed, PER_PAGE)
    page = pages.get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": _rows(list(page.object_list)),
        "pages": pages.get_elided_page_range(page.number, on_each_side=1, on_ends=1),
        "query": _query(asked),
        "asked": asked,
        "tabs": _tabs(found.counts, asked),
        "flows": _flows(),
        "kiosks": Kiosk.objects.order_by("name"),
        "apps": [(f"{APP}{app.name}", app.name) for app in App.objects.order_by("name")],
        "asides": Aside.objects.filter(settled_at=None).count(),
        "narrowed": asked.is_narrowed,
        "too_many": NEWEST_FOUND if found.too_many else 0,
        "silences": silences(),
        "here": "inbox",
    }
    return render(request, "inbox/list.html", context)


def _asked(request: HttpRequest) -> Asked:
    names = Asked.__dataclass_fields__
    return Asked(**{name: request.GET.get(name, "").strip() for name in names})


def _rows(submissions: Sequence[Submission]) -> list[Row]:
    handovers = current_handovers(each.pk for each in submissions)
    return [
        Row(each, reasons(each, handover), handover.number if handover else "")
        for each in submissions
        for handover in [handovers.get(each.pk)]
    ]


def _flows() -> dict[str, str]:
    """Every kind that there is, by its name: one step through the index for each."""
    found: dict[str, str] = {}
    kinds = Submission.objects.order_by("flow", "-title").values_list("flow", "title")
    last = ""
    while (kind := kinds.filter(flow__gt=last).first()) is not None:
        last, title = kind
        found[last] = title
    return dict(sorted(found.items(), key=lambda kind: kind[1]))


def _tabs(counts: Mapping[str, int], asked: Asked) -> list[Tab]:
    attention = counts[ATTENTION]
    every = [
        *([(ATTENTION, _("Aandacht"))] if attention or asked.status == ATTENTION else []),
        ("", _("Alles")),
        *((status.value, str(status.label)) for status in Status),
        (LATE, _("Te laat")),
        (WAITING, _("Wacht op versturen")),
    ]
    return [
        Tab(
            value,
            label,
            counts[value],
            f"?{_query(replace(asked, status=value))}",
            asked.status == value,
            urgent=value in {ATTENTION, LATE} and counts[value] > 0,
        )
        for value, label in every
    ]


def _query(asked: Asked) -> str:
    query = QueryDict(mutable=True)
    query.update({name: value for name, value in asdict(asked).items() if value})
    return query.urlencode()
