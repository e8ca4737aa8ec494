"""The history of the bundle: each file that somebody changed, when, why, and what became of it."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from desk.access.may import may
from desk.publishing.differences import difference
from desk.publishing.models import Change

PER_PAGE = 20


@may("publishing.view_release")
@require_safe
def history(request: HttpRequest) -> HttpResponse:
    path, who = request.GET.get("bestand", ""), request.GET.get("wie", "")
    found = Change.objects.select_related("release")
    if path:
        found = found.filter(path=path)
    if who:
        found = found.filter(who_named=who)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    every = Change.objects.order_by()
    context = {
        "here": "bundle",
        "tab": "history",
        "page": page,
        "rows": [(each, difference(each.path, each.before, each.after)) for each in page],
        "paths": every.values_list("path", flat=True).distinct().order_by("path"),
        "people": every.values_list("who_named", flat=True).distinct().order_by("who_named"),
        "query": "".join(
            f"{urlencode({name: said})}&"
            for name, said in (("bestand", path), ("wie", who))
            if said
        ),
        "path": path,
        "who": who,
    }
    return render(request, "publishing/history.html", context)
