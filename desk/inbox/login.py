"""Who may come in: staff with a name and a password, tried a few times and then not for a while."""

import math
from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.contrib.auth.decorators import user_passes_test
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.cache import never_cache

from desk.limits import Limit, address
from desk.middleware import CONTENT_SECURITY_POLICY

View = Callable[..., HttpResponseBase]


def staff_page(view: View) -> View:
    """For staff only, and never kept by the browser.

    The page's own forms need their origin named: with `no-referrer` a browser sends
    `Origin: null`, which Django's check against forged requests refuses.
    """
    inner = never_cache(user_passes_test(lambda user: user.is_active and user.is_staff)(view))

    @wraps(view)
    def page(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        response = inner(request, *args, **kwargs)
        response.headers["Referrer-Policy"] = "same-origin"
        # What a visitor said plays here and nowhere else.
        response.headers["Content-Security-Policy"] = f"{CONTENT_SECURITY_POLICY}; media-src 'self'"
        return response

    return page


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

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        for limit, who in self._limits():
            limit.take(who)
        return super().form_invalid(form)

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        by_name, who = self._limits()[0]
        by_name.forget(who)
        return super().form_valid(form)

    def _limits(self) -> tuple[tuple[Limit, str], tuple[Limit, str]]:
        """Wrong tries for this name from this address, and for any name from this address."""
        where = address(self.request)
        name = self.request.POST.get("username", "").strip().casefold()
        wait_s = settings.LOGIN_WAIT_S
        return (
            (Limit("login-name", settings.LOGIN_TRIES, wait_s), f"{where} {name}"),
            (Limit("login-address", settings.LOGIN_TRIES_PER_ADDRESS, wait_s), where),
        )
