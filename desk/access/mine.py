"""Somebody's own login: where they begin, their language, password, second step and sessions."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.i18n import set_language

from desk.access import second
from desk.access.history import changes_nothing, write_down
from desk.access.logins import end_sessions
from desk.access.roles import roles_of
from desk.inbox.login import staff_page
from desk.menu import first_page

IN_WORDS = "in-words"
"""The message is the sentence itself, for the page to show as it is."""


@require_safe
def home(request: HttpRequest) -> HttpResponseBase:
    return redirect(first_page(request.user))


@staff_page
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    user = cast(User, request.user)
    context = {
        "roles": roles_of(user),
        "has_second": second.has_second(user),
        "codes_left": second.backup_codes_left(user),
        "required": second.is_required(),
        "by_provider": bool(request.session.get(second.BY_PROVIDER)),
        "here": "mine",
    }
    return render(request, "access/mine.html", context)


@staff_page
@require_POST
def end_others(request: HttpRequest) -> HttpResponse:
    user = cast(User, request.user)
    end_sessions(user, but=request)
    write_down(user, "access.end-sessions", user.get_username())
    messages.success(request, _("Gedaan. U bent nu alleen hier nog ingelogd."), IN_WORDS)
    return redirect("access:mine")


@changes_nothing
@require_POST
def language(request: HttpRequest) -> HttpResponseBase:
    """A cookie of this browser; also before logging in."""
    return set_language(request)
