"""The inbox: newest first, narrowed down by how it stands, what it is, where it came from."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Count, Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from desk.codes import DIGITS
from desk.fleet.models import Kiosk
from desk.inbox.login import staff_page
from desk.intake.models import OPEN_STATUSES, Aside, Recording, Status, Submission

PER_PAGE = 50
LATE = "late"


@dataclass(frozen=True, slots=True)
class Tab:
    value: str
    label: str
    count: int
    address: str
    chosen: bool


@staff_page
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    asked = {
        name: request.GET.get(name, "").strip() for name in ("status", "flow", "kiosk", "code")
    }
    found = _narrowed(asked)
    page = Paginator(_with_status(found, asked["status"]), PER_PAGE).get_page(
        request.GET.get("page")
    )
    context = {
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1),
        "query": _query(asked),
        "asked": asked,
        "tabs": _tabs(found, asked),
        "flows": dict(Submission.objects.order_by("title").values_list("flow", "title").distinct()),
        "kiosks": Kiosk.objects.order_by("name"),
        "asides": Aside.objects.count(),
        "narrowed": any(asked[name] for name in ("flow", "kiosk", "code")),
    }
    return render(request, "inbox/list.html", context)


def _narrowed(asked: dict[str, str]) -> QuerySet[Submission]:
    found = Submission.objects.all()
    if asked["flow"]:
        found = found.filter(flow=asked["flow"])
    if asked["kiosk"]:
        found = found.filter(kiosk__name=asked["kiosk"])
    if asked["code"]:
        digits = "".join(sign for sign in asked["code"] if sign.isdigit())[:DIGITS]
        # A part is found as well: people read out the first or the last group.
        found = found.filter(code__contains=digits) if digits else found.none()
    return found


def _with_status(found: QuerySet[Submission], status: str) -> QuerySet[Submission]:
    if status == LATE:
        found = found.filter(status__in=OPEN_STATUSES, due__lt=timezone.localdate())
    elif status in Status.values:
        found = found.filter(status=status)
    spoken = Recording.objects.filter(submission=OuterRef("pk"))
    return found.select_related("kiosk").defer("raw").annotate(has_spoken=Exists(spoken))


def _tabs(found: QuerySet[Submission], asked: dict[str, str]) -> list[Tab]:
    counts = dict(found.order_by().values_list("status").annotate(Count("id")))
    late = found.filter(status__in=OPEN_STATUSES, due__lt=timezone.localdate()).count()
    every: list[tuple[str, str, int]] = [
        ("", "Alles", sum(counts.values())),
        *((status.value, str(status.label), counts.get(status.value, 0)) for status in Status),
        (LATE, "Te laat", late),
    ]
    return [
        Tab(value, label, count, f"?{_query(asked | {'status': value})}", asked["status"] == value)
        for value, label, count in every
    ]


def _query(asked: dict[str, str]) -> str:
    query = QueryDict(mutable=True)
    query.update({name: value for name, value in asked.items() if value})
    return query.urlencode()
