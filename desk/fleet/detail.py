"""One kiosk: how it is now, its start screen, what was asked of it, and what happened to it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.functional import Promise
from django.views.decorators.http import require_safe

from config.bundle import Bundle
from config.groups import for_kiosk
from config.problems import Mistakes
from desk.access.may import may
from desk.bundle import bundle
from desk.fleet.alert_models import Alert
from desk.fleet.listing import VIEW, enrol_address
from desk.fleet.models import Happening, IdlePicture, Kiosk, Order
from desk.fleet.overview import Overview
from desk.fleet.shown import (
    NETWORK,
    ORDERS,
    PAPER,
    RESTART,
    SOUND,
    ago,
    duration,
    happened,
    outcome,
    told,
)
from desk.languages import language_name
from desk.publishing.models import Publication, Release

ORDERS_SHOWN = 20
HAPPENINGS_PER_PAGE = 40
VOLUMES = range(1, 8)


@dataclass(frozen=True, slots=True)
class OrderShown:
    order: Order
    what: object
    outcome: str
    open: bool


@dataclass(frozen=True, slots=True)
class Line:
    at: datetime
    what: str


@may(VIEW)
@require_safe
def detail(request: HttpRequest, name: str) -> HttpResponse:
    kiosk = get_object_or_404(Kiosk, name=name)
    return render(request, "fleet/detail.html", context_of(request, kiosk))


@may(VIEW)
@require_safe
def picture(
    request: HttpRequest,  # noqa: ARG001 - every view is given it
    name: str,
) -> HttpResponse:
    found = get_object_or_404(IdlePicture, kiosk__name=name)
    return HttpResponse(bytes(found.png), content_type="image/png")


def context_of(request: HttpRequest, kiosk: Kiosk) -> dict[str, Any]:
    view = Overview.now()
    (seen,) = view.seen([kiosk.pk])
    beat = seen.heartbeat
    said = told(beat)
    happenings = Paginator(Happening.objects.filter(kiosk=kiosk), HAPPENINGS_PER_PAGE)
    page = happenings.get_page(request.GET.get("blad"))
    return {
        "here": "fleet",
        "kiosk": kiosk,
        "seen": seen,
        "beat": beat,
        "said": said,
        "heard": ago(beat.heard_at, view.moment) if beat else "",
        "paper": PAPER.get(beat.paper, beat.paper) if beat else "",
        "network": NETWORK.get(said.network, "") if said else "",
        "sound": SOUND.get(said.sound, "") if said else "",
        "restart": RESTART.get(said.restart_reason, "") if said else "",
        "oldest": duration(beat.oldest_s) if beat and beat.waiting else "",
        "clock": duration(abs(beat.clock_off_s)) if beat else "",
        "picture": IdlePicture.objects.filter(kiosk=kiosk).defer("png").first(),
        "alerts": Alert.objects.filter(kiosk=kiosk, ended_at=None),
        "orders": orders_shown(kiosk, view.moment),
        "kinds": ORDERS,
        "volumes": VOLUMES,
        "languages": _languages(kiosk.name),
        "page": page,
        "history": [Line(each.at, happened(each)) for each in page.object_list],
        "release": _release(beat.release if beat else 0),
        "publications": _publications(beat.release if beat else 0),
        "enrol_address": enrol_address(request),
    }


def orders_shown(kiosk: Kiosk, now: datetime) -> list[OrderShown]:
    found = Order.objects.filter(kiosk=kiosk).select_related("asked_by")[:ORDERS_SHOWN]
    return [
        OrderShown(
            each,
            ORDERS.get(each.what, each.what),
            outcome(each, now),
            each.ended_at is None and each.expires_at > now,
        )
        for each in found
    ]


def _languages(name: str) -> list[tuple[str, str]]:
    """What visitors may read there, for the text of a kiosk that is out of service."""
    found = _bundle()
    codes = for_kiosk(found, name).texts.languages if found else ("nl",)
    return [(code, language_name(code)) for code in codes]


def _bundle() -> Bundle | None:
    try:
        return bundle()
    except Mistakes:
        return None


def _release(number: int) -> Release | None:
    return Release.objects.filter(pk=number).defer("files").first() if number else None


def _publications(number: int) -> list[tuple[Promise | str, Publication]]:
    """Where the release that it uses was published, the newest first."""
    found = Publication.objects.filter(release_id=number, published_at__isnull=False)
    return [(each.get_ring_display(), each) for each in found[:5]] if number else []
