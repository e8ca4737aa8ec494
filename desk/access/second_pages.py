"""Pages of the second step: typing its code at login, setting it up, new codes on paper."""

import time
from typing import cast

import django_otp
from django.conf import settings
from django.contrib import auth, messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.crypto import constant_time_compare
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from desk.access import second
from desk.access.history import write_down
from desk.access.logins import end_sessions
from desk.access.mine import IN_WORDS
from desk.inbox.login import HALF_IN, staff_page
from desk.menu import first_page

HALF_IN_S = 300
"""Seconds between the password and the code."""
MODEL_BACKEND = "django.contrib.auth.backends.ModelBackend"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponseBase:
    """Between the password and being logged in."""
    user = _half_in(request)
    if user is None:
        return redirect("inbox:login")
    wait_s = second.limit().wait_s(str(user.pk))
    wrong = False
    if request.method == "POST" and not wait_s:
        device = second.matched(user, request.POST.get("code", ""))
        if device is not None:
            return _let_in(request, user, device)
        wrong = True
        write_down(user, "access.second-step-failed")
    context = {"wrong": wrong, "wait_minutes": -(-wait_s // 60), "next": _next(request)}
    response = render(request, "access/code.html", context, status=429 if wait_s else 200)
    response["Referrer-Policy"] = "same-origin"  # as in staff_page
    return response


def _half_in(request: HttpRequest) -> User | None:
    """Whose password was right a moment ago, or who is in a session without its second step."""
    if isinstance(request.user, User) and request.user.is_staff:
        return request.user
    number, password, since = request.session.get(HALF_IN, (None, "", 0))
    user = User.objects.filter(pk=number, is_active=True, is_staff=True).first()
    if user is None or time.time() - since > HALF_IN_S:
        return None
    same = constant_time_compare(password, user.get_session_auth_hash())
    return user if same else None


def _let_in(request: HttpRequest, user: User, device: django_otp.models.Device) -> HttpResponse:
    request.session.pop(HALF_IN, None)
    if not request.user.is_authenticated:
        auth.login(request, user, backend=MODEL_BACKEND)
    request.user.otp_device = device  # type: ignore[union-attr] # as its middleware would set it
    django_otp.login(request, device)
    return redirect(_next(request) or first_page(user))


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next", "")
    fine = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if fine else ""


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def setup(request: HttpRequest) -> HttpResponse:
    user = cast(User, request.user)
    device, wrong = second.begun(user), False
    if request.method == "POST":
        confirmed = second.confirm(user, request.POST.get("code", ""))
        if confirmed is not None:
            end_sessions(user, but=request)
            request.session[second.ASKED] = True
            django_otp.login(request, confirmed)
            write_down(user, "access.second-step-set-up", user.get_username())
            return _codes(request, user)
        wrong = True
    context = {
        "secret": second.secret_to_type(device),
        "wrong": wrong,
        "required": second.is_required(),
        "has_second": second.has_second(user),
        "here": "mine",
    }
    return render(request, "access/setup.html", context, status=422 if wrong else 200)


@staff_page
@require_safe
def picture(request: HttpRequest) -> HttpResponse:
    """The QR code for the app; only until it has been used."""
    user = cast(User, request.user)
    return HttpResponse(second.qr_svg(second.begun(user)), content_type="image/svg+xml")


@staff_page
@require_POST
def new_codes(request: HttpRequest) -> HttpResponse:
    user = cast(User, request.user)
    if not second.has_second(user):
        return redirect("access:second-setup")
    end_sessions(user, but=request)
    write_down(user, "access.backup-codes", user.get_username())
    return _codes(request, user)


@staff_page
@require_POST
def switch_off(request: HttpRequest) -> HttpResponse:
    """Asks a code once more: whoever finds an open browser cannot take the second step away."""
    user = cast(User, request.user)
    if second.is_required() or second.matched(user, request.POST.get("code", "")) is None:
        messages.error(request, _("De code klopt niet. De tweede stap staat nog aan."), IN_WORDS)
        return redirect("access:mine")
    second.forget(user)
    end_sessions(user, but=request)
    request.session[second.ASKED] = False
    write_down(user, "access.second-step-off", user.get_username())
    messages.success(request, _("De tweede stap staat uit."), IN_WORDS)
    return redirect("access:mine")


def _codes(request: HttpRequest, user: User) -> HttpResponse:
    context = {"codes": second.new_backup_codes(user), "here": "mine", "host": settings.URL}
    return render(request, "access/codes.html", context)
