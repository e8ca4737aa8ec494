"""`/beheer/geschiedenis/`: who changed what, when and why; narrowed down, and as a file.

The file begins with a byte order mark, so that a spreadsheet reads it as UTF-8. A cell that
a spreadsheet would take for a formula gets an apostrophe in front.
"""

import csv
import io
from collections.abc import Iterator
from datetime import date

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_safe

from desk.access.may import may
from desk.access.models import Deed
from desk.access.naming import named

VIEW_DEED = "access.view_deed"
PER_PAGE = 100
FILTERS = ("who", "what", "about", "from", "until")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@may(VIEW_DEED)
@require_safe
def history(request: HttpRequest) -> HttpResponse:
    asked = {name: request.GET.get(name, "").strip() for name in FILTERS}
    pages = Paginator(_found(asked), PER_PAGE)
    page = pages.get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    whats = Deed.objects.order_by("what").values_list("what", flat=True).distinct()
    context = {
        "rows": [(deed, named(deed.what)) for deed in page.object_list],
        "page": page,
        "pages": pages.get_elided_page_range(page.number, on_each_side=1, on_ends=1),
        "query": query.urlencode(),
        "asked": asked | {"from_day": asked["from"]},
        "whats": [(what, named(what)) for what in whats],
        "narrowed": any(asked.values()),
        "here": "access",
    }
    return render(request, "access/history.html", context)


@may(VIEW_DEED)
@require_safe
def as_csv(request: HttpRequest) -> StreamingHttpResponse:
    deeds = _found({name: request.GET.get(name, "").strip() for name in FILTERS})
    response = StreamingHttpResponse(_lines(deeds), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{timezone.localdate()}.csv"'
    return response


def _found(asked: dict[str, str]) -> QuerySet[Deed]:
    found: QuerySet[Deed] = Deed.objects.all()
    if asked["who"]:
        found = found.filter(who_named=asked["who"])
    if asked["what"]:
        found = found.filter(what=asked["what"])
    if asked["about"]:
        found = found.filter(about__icontains=asked["about"])
    if first := _day(asked["from"]):
        found = found.filter(at__date__gte=first)
    if last := _day(asked["until"]):
        found = found.filter(at__date__lte=last)
    return found


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _lines(deeds: QuerySet[Deed]) -> Iterator[str]:
    written = io.StringIO()
    rows = csv.writer(written)
    written.write("\ufeff")
    rows.writerow(("at", "who", "what", "about", "why"))
    for deed in deeds.iterator(chunk_size=1000):
        at = timezone.localtime(deed.at).isoformat(timespec="seconds")
        rows.writerow([at, *map(_cell, (deed.who_named, deed.what, deed.about, deed.why))])
        yield written.getvalue()
        written.seek(0)
        written.truncate()
    yield written.getvalue()


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text
