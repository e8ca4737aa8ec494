"""Who may come in here: contractors, who see their own work and nothing of the inbox."""

from collections.abc import Callable
from functools import wraps
from typing import cast

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.models import AbstractBaseUser, User
from django.contrib.auth.views import LogoutView, redirect_to_login
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache

from desk.contractors.models import Contractor
from desk.inbox.login import Login as StaffLogin
from desk.middleware import CONTENT_SECURITY_POLICY

View = Callable[..., HttpResponse]


def contractor_page(view: View) -> View:
    """For contractors only, and never kept by the browser. The view gets the contractor."""

    @wraps(view)
    def page(request: HttpRequest, **kwargs: object) -> HttpResponse:
        contractor = Contractor.objects.filter(user=request.user.pk).first()
        if contractor is None:  # also one that is blocked: Django then knows no user
            login = reverse("contractors:login")
            return cast(HttpResponse, redirect_to_login(request.get_full_path(), login))
        response = view(request, contractor, **kwargs)
        # As on staff pages: forms must name their origin, and what was said plays here only.
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["Content-Security-Policy"] = f"{CONTENT_SECURITY_POLICY}; media-src 'self'"
        return response

    return never_cache(page)


class ContractorForm(AuthenticationForm):
    def confirm_login_allowed(self, user: AbstractBaseUser) -> None:
        """Said as for a wrong password: who is staff is nobody's business here."""
        super().confirm_login_allowed(cast(User, user))
        if not Contractor.objects.filter(user=user.pk).exists():
            raise ValidationError(self.error_messages["invalid_login"], code="invalid_login")


class Login(StaffLogin):
    template_name = "contractors/login.html"
    authentication_form = ContractorForm
    next_page = "contractors:list"


class Logout(LogoutView):
    next_page = "contractors:login"
