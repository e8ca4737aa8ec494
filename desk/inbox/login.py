"""Who may come in: staff with a name and a password, tried a few times and then not for a while.

Whoever set up a second step is not logged in until that is done as well (`desk.access.second`).
"""

import math
import time
from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.contrib.auth.models import User
from django.contrib.auth.views import LoginView, PasswordChangeView, redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.views.decorators.cache import never_cache

from desk.access import second
from desk.access.history import write_down
from desk.access.logins import end_sessions, standing_of
from desk.access.models import Standing
from desk.limits import Limit, address
from desk.menu import first_page
from desk.middleware import CONTENT_SECURITY_POLICY

View = Callable[..., HttpResponseBase]
STAFF_ALSO = "media-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'"
HALF_IN = "half-in"
"""In the session: whose password was right, and since when; the second step is still to come."""
PASSWORD, SETUP, CODE = "inbox:password", "access:second-setup", "access:second"
PICTURE = "access:second-picture"


def staff_page(view: View) -> View:
    """For staff only, and never kept by the browser.

    The page's own forms need their origin named: with `no-referrer` a browser sends
    `Origin: null`, which Django's check against forged requests refuses.
    """

    @wraps(view)
    def page(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        response = _in_the_way(request) or view(request, *args, **kwargs)
        response.headers["Referrer-Policy"] = "same-origin"
        # What a visitor said plays here and nowhere else; scripts are files of this desk.
        response.headers.setdefault(
            "Content-Security-Policy", f"{CONTENT_SECURITY_POLICY}; {STAFF_ALSO}"
        )
        return response

    return never_cache(page)


def _in_the_way(request: HttpRequest) -> HttpResponseBase | None:
    """Where somebody has to go before this page; nothing for who may go on."""
    user = request.user
    if not (isinstance(user, User) and user.is_active and user.is_staff):
        return redirect_to_login(request.get_full_path())
    wanted = ""
    if second.is_missing(request):
        wanted = CODE
    elif standing_of(user).one_time:
        wanted = PASSWORD
    elif not second.is_done(request) and second.is_required():
        wanted = SETUP
    here = request.resolver_match.view_name if request.resolver_match else ""
    if not wanted or here == wanted or (wanted, here) == (SETUP, PICTURE):
        return None
    return redirect(wanted)


class Login(LoginView):
    template_name = "inbox/login.html"

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        response = super().dispatch(request, *args, **kwargs)
        response.headers["Referrer-Policy"] = "same-origin"  # as in staff_page
        return response

    def post(self, request: HttpRequest, *args: str, **kwargs: object) -> HttpResponse:
        wait_s = max(limit.wait_s(who) for limit, who in self._limits())
        if wait_s:
            context = self.get_context_data(
                form=self.get_form_class()(request), wait_minutes=math.ceil(wait_s / 60)
            )
            response = self.render_to_response(context, status=429)
            response["Retry-After"] = str(wait_s)
            return response
        return super().post(request, *args, **kwargs)

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        return super().get_context_data(**kwargs) | {"provider": settings.OIDC_NAME}

    def get_default_redirect_url(self) -> str:
        if self.next_page:
            return super().get_default_redirect_url()
        return first_page(self.request.user)

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        for limit, who in self._limits():
            limit.take(who)
        return super().form_invalid(form)

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        by_name, who = self._limits()[0]
        by_name.forget(who)
        user = form.get_user()
        if not (user.is_staff and second.has_second(user)):
            return super().form_valid(form)
        self.request.session.cycle_key()
        self.request.session[HALF_IN] = [user.pk, user.get_session_auth_hash(), int(time.time())]
        query = urlencode({"next": self.get_redirect_url()})
        return redirect(f"{reverse(CODE)}?{query}")

    def _limits(self) -> tuple[tuple[Limit, str], tuple[Limit, str]]:
        """Wrong tries for this name from this address, and for any name from this address."""
        where = address(self.request)
        name = self.request.POST.get("username", "").strip().casefold()
        wait_s = settings.LOGIN_WAIT_S
        return (
            (Limit("login-name", settings.LOGIN_TRIES, wait_s), f"{where} {name}"),
            (Limit("login-address", settings.LOGIN_TRIES_PER_ADDRESS, wait_s), where),
        )


class Password(PasswordChangeView):
    """A new password ends every other session of this login."""

    template_name = "inbox/password.html"
    success_url = reverse_lazy("home")

    def form_valid(self, form: PasswordChangeForm) -> HttpResponse:
        user = form.save()
        Standing.objects.filter(user=user).update(one_time=False)
        update_session_auth_hash(self.request, user)
        end_sessions(user, but=self.request)
        write_down(user, "access.password")
        return redirect(self.get_success_url())
