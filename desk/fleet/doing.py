"""What staff do with a kiosk: give and withdraw orders, make it a trial kiosk, keep it out.

Everything here is written down in the history, with who did it.
"""

from typing import cast, get_args
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from pydantic import ValidationError

from desk.access.history import write_down
from desk.access.may import may
from desk.fleet import orders
from desk.fleet.listing import VIEW
from desk.fleet.models import Kiosk, Order
from desk.fleet.shown import ORDERS
from kiosk.core.health import OrderKind

ORDER, ENROL = "fleet.order_kiosk", "fleet.enrol_kiosk"
IN_WORDS = "in-words"
LONGEST_TEXT = 300
TEXT_PREFIX = "text-"
KINDS = get_args(OrderKind)


@may(VIEW, to_change=ORDER)
@require_POST
def order(request: HttpRequest, name: str) -> HttpResponse:
    kiosk = get_object_or_404(Kiosk, name=name, revoked_at=None)
    what = request.POST.get("what", "")
    if what not in KINDS:
        return _back(request, name, _("Deze opdracht bestaat niet."), good=False)
    volume = request.POST.get("volume", "")
    try:
        orders.make(
            kiosk,
            cast(OrderKind, what),
            cast(User, request.user),
            volume=int(volume) if what == "volume" and volume.isdecimal() else None,
            text=_text(request) if what == "out_of_service" else None,
        )
    except orders.TooLongError:
        return _back(request, name, _("De teksten samen zijn te lang. Maak ze korter."), good=False)
    except ValidationError:
        fault = _("De opdracht klopt niet. Kies een geluid van 1 tot 7, en teksten van hoogstens "
                  "300 tekens.")  # fmt: skip
        return _back(request, name, fault, good=False)
    return _back(
        request,
        name,
        _("Gegeven: {what}. De zuil doet het zodra er niemand is.").format(what=ORDERS[what]),
    )


@may(VIEW, to_change=ORDER)
@require_POST
def withdraw(request: HttpRequest, name: str, order_id: UUID) -> HttpResponse:
    every = Order.objects.select_related("kiosk")
    given = get_object_or_404(every, pk=order_id, kiosk__name=name)
    if orders.withdraw(given, cast(User, request.user)):
        return _back(request, name, _("De opdracht is ingetrokken."))
    return _back(request, name, _("Deze opdracht was al voorbij."), good=False)


@may(VIEW, to_change=ORDER)
@require_POST
def keep(request: HttpRequest, name: str) -> HttpResponse:
    """Trial kiosk or not, and the note."""
    trial, note = request.POST.get("trial") == "yes", request.POST.get("note", "").strip()[:500]
    user = cast(User, request.user)
    with transaction.atomic():
        kiosk = get_object_or_404(Kiosk.objects.select_for_update(), name=name)
        if kiosk.trial != trial:
            write_down(user, "fleet.trial.on" if trial else "fleet.trial.off", name)
        if kiosk.note != note:
            write_down(user, "fleet.note", name)
        kiosk.trial, kiosk.note = trial, note.replace("\0", "")
        kiosk.save(update_fields=["trial", "note"])
    return _back(request, name, _("Opgeslagen."))


@may(ENROL)
@require_http_methods(["GET", "HEAD", "POST"])
def revoke(request: HttpRequest, name: str) -> HttpResponse:
    """Asked once; then its token is refused from the next request on."""
    kiosk = get_object_or_404(Kiosk, name=name, revoked_at=None)
    if request.method != "POST":
        return render(request, "fleet/revoke.html", {"here": "fleet", "kiosk": kiosk})
    with transaction.atomic():
        now = timezone.now()
        Kiosk.objects.filter(pk=kiosk.pk).update(revoked_at=now)
        Order.objects.filter(kiosk=kiosk, ended_at=None).update(
            ended_at=now, result=orders.WITHDRAWN
        )
        why = request.POST.get("why", "").replace("\0", "")
        write_down(cast(User, request.user), "fleet.revoke", name, why)
    return _back(request, name, _("{name} is buitengesloten.").format(name=name))


def _text(request: HttpRequest) -> dict[str, str]:
    said = {
        name.removeprefix(TEXT_PREFIX): " ".join(str(value).split())
        for name, value in request.POST.items()
        if name.startswith(TEXT_PREFIX)
    }
    return {language: text for language, text in said.items() if text}


def _back(request: HttpRequest, name: str, sentence: str, *, good: bool = True) -> HttpResponse:
    level = messages.SUCCESS if good else messages.ERROR
    messages.add_message(request, level, sentence, extra_tags=IN_WORDS)
    return redirect("fleet:detail", name=name)
