"""Figures for staff: did a change help, where is much reported, how long do answers take."""

from collections.abc import Sequence
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from desk.access.may import may
from desk.measuring.asking import asked, choices
from desk.measuring.comparing import compare, periods
from desk.measuring.models import StepNote
from desk.measuring.outcomes import Spot, months_of, spots, waited
from desk.measuring.pages import VIEW
from desk.measuring.statistics import ENOUGH
from desk.measuring.tables import as_csv
from desk.measuring.words import names
from desk.publishing.models import Publication, PublicationState, Ring

DAYS = (7, 14, 28, 56)


@may(VIEW)
@require_safe
def before_and_after(request: HttpRequest, name: str) -> HttpResponse:
    """The days before a release went to all kiosks, beside as many days after it."""
    question, words = asked(request), names()
    if name not in words.order:
        raise Http404
    published = Publication.objects.filter(
        ring=Ring.ALL,
        state__in=(PublicationState.PUBLISHED, PublicationState.REPLACED),
        published_at__isnull=False,
    )[:50]
    chosen = next((each for each in published if str(each.pk) == request.GET.get("uitgave")), None)
    changed = _day(request.GET.get("dag", ""))
    if chosen is not None and chosen.published_at is not None:
        changed = timezone.localdate(chosen.published_at)
    days = next((each for each in DAYS if str(each) == request.GET.get("dagen")), 28)
    two = periods(question, changed, days, timezone.localdate()) if changed else None
    found = compare(*two, name, words.order[name]) if two else None
    context = {
        "here": "figures",
        "tab": "overview",
        "asked": question,
        **choices(),
        "flow": name,
        "name": words.flow(name),
        "published": published,
        "chosen": chosen,
        "changed": changed,
        "days": days,
        "all_days": DAYS,
        "periods": two,
        "found": found,
        "steps": [(words.step(name, each.step), each) for each in found.steps] if found else [],
        "enough": ENOUGH,
        "notes": StepNote.objects.filter(flow=name, release=chosen.release_id) if chosen else (),
    }
    return render(request, "measuring/compare.html", context)


@may(VIEW)
@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """Where much is reported, over time."""
    question = asked(request, days=182)
    found = spots(question)
    months = [date(year, month, 1) for year, month in months_of(question)]
    if request.GET.get("vorm") == "csv":
        head = [_("Postcode"), _("Soort"), *(f"{day:%Y-%m}" for day in months), _("Samen")]
        return as_csv("plekken", head, [_row(spot) for spot in found])
    most = max((month or 0 for spot in found for month in spot.shown), default=0)
    context = {
        "here": "figures",
        "tab": "places",
        "asked": question,
        **choices(),
        "spots": found,
        "months": [date_format(day, "M") for day in months],
        "most": most,
    }
    return render(request, "measuring/places.html", context)


@may(VIEW)
@require_safe
def answers(request: HttpRequest) -> HttpResponse:
    """How long people wait for an answer."""
    question = asked(request, days=91)
    found = waited(question)
    if request.GET.get("vorm") == "csv":
        head = [
            _("Soort"), _("Ontvangen"), _("Beantwoord"), _("Helft binnen (dagen)"),
            _("Negen van tien binnen (dagen)"), _("Te laat"),
        ]  # fmt: skip
        rows = [
            [each.title, each.received, each.answered, each.median_days, each.ninth_days, each.late]
            for each in found
        ]
        return as_csv("antwoorden", head, rows)
    context = {
        "here": "figures",
        "tab": "answers",
        "asked": question,
        **choices(),
        "waited": found,
        "most": max((each.ninth_days or 0 for each in found), default=0),
    }
    return render(request, "measuring/answers.html", context)


def _row(spot: Spot) -> Sequence[object]:
    months = [spot.hidden if month is None else month for month in spot.shown]
    return [spot.postcode, spot.title, *months, spot.total]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
