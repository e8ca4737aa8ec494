"""Staff let a kiosk in: its name in, a code out, to be typed or scanned at the kiosk."""

from io import BytesIO
from typing import cast

import qrcode
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from qrcode.image.svg import SvgPathImage

from desk.access.history import write_down
from desk.access.may import may
from desk.codes import grouped
from desk.fleet.enrolling import make_code, withdraw
from desk.fleet.models import EnrolmentCode, Kiosk
from desk.fleet.names import has_page

ENROL = "fleet.enrol_kiosk"


@may(ENROL)
@require_http_methods(["GET", "HEAD", "POST"])
def enrol(request: HttpRequest) -> HttpResponse:
    """The form and the open codes; after the form the new code, this once."""
    name = request.POST.get("name", request.GET.get("name", "")).strip()
    context: dict[str, object] = {"here": "fleet", "name": name}
    status = 200
    if request.method == "POST":
        fault = _fault(name)
        if fault:
            context["fault"], status = fault, 422
        else:
            code, made = make_code(name, cast(User, request.user))
            address = f"{settings.URL}{reverse('fleet:enrol')}#{code}"
            context |= {"code": grouped(code), "qr": _qr(address), "made": made}
    known = Kiosk.objects.filter(name=name, revoked_at=None).exists() if name else False
    open_codes = EnrolmentCode.objects.filter(used_at=None, expires_at__gt=timezone.now())
    context |= {"known": known, "open": open_codes.select_related("made_by")}
    return render(request, "fleet/enrol.html", context, status=status)


@may(ENROL)
@require_POST
def take_back(request: HttpRequest) -> HttpResponse:
    """An open code is of no use any more."""
    name = request.POST.get("name", "")
    if withdraw(name):
        write_down(cast(User, request.user), "fleet.enrolment-code-withdrawn", name)
        told = _("De code voor {name} werkt niet meer.").format(name=name)
        messages.success(request, told, extra_tags="in-words")
    return redirect("fleet:enrol")


def _fault(name: str) -> str:
    if any(ord(sign) < 32 or sign == "/" for sign in name):
        return _("Gebruik geen schuine streep in de naam.")
    try:
        Kiosk(name=name).clean_fields(exclude=["token_digest", "last_seen", "revoked_at"])
    except ValidationError:
        return _("Geef de zuil een naam van 1 tot 100 tekens, zoals zuil-bibliotheek.")
    if not has_page(name) and not Kiosk.objects.filter(name=name).exists():
        return _("Zo heet al een pagina van deze website. Kies een andere naam.")
    return ""


def _qr(text: str) -> SafeString:
    """A path and nothing else: no script, no style."""
    image = qrcode.make(text, image_factory=SvgPathImage, border=2)
    out = BytesIO()
    image.save(out)
    svg = out.getvalue().decode()
    return mark_safe(svg[svg.index("<svg") :])  # noqa: S308 - drawn by us; digits and our address
