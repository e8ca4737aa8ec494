"""What an administrator does to a login, each a button: block it, end its sessions, and so on."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from desk.access import second
from desk.access.history import write_down
from desk.access.logins import end_sessions
from desk.access.may import may
from desk.access.mine import IN_WORDS
from desk.access.models import Standing
from desk.access.people import (
    CHANGE_USER,
    LastAdministratorError,
    found,
    one_administrator_left,
    say_last,
    shown_once,
)
from desk.access.rights import one_time_password


@may(CHANGE_USER)
@require_POST
def block(request: HttpRequest, number: int) -> HttpResponse:
    """Or let in again. Nothing that they did is lost."""
    user = found(request, number)
    blocks = request.POST.get("block") == "yes"
    try:
        with one_administrator_left():
            User.objects.filter(pk=user.pk).update(is_active=not blocks)
            end_sessions(user)
            _wrote(request, "access.block" if blocks else "access.unblock", user)
    except LastAdministratorError:
        say_last(request)
    else:
        done = _("Geblokkeerd. Deze login werkt niet meer.") if blocks else _("Kan weer inloggen.")
        messages.success(request, done, IN_WORDS)
    return redirect("access:person", number=number)


@may(CHANGE_USER)
@require_POST
def new_password(request: HttpRequest, number: int) -> HttpResponse:
    """A one-time password, shown once; all sessions with the old one end."""
    user = found(request, number)
    password = one_time_password()
    with transaction.atomic():
        user.set_password(password)
        user.save(update_fields=["password"])
        Standing.objects.update_or_create(user=user, defaults={"one_time": True})
        end_sessions(user)
        _wrote(request, "access.new-password", user)
    return shown_once(request, user, password)


@may(CHANGE_USER)
@require_POST
def forget_second(request: HttpRequest, number: int) -> HttpResponse:
    user = found(request, number)
    with transaction.atomic():
        second.forget(user)
        end_sessions(user)
        _wrote(request, "access.second-step-reset", user)
    said = _("Gedaan. Deze persoon kan de tweede stap opnieuw instellen.")
    messages.success(request, said, IN_WORDS)
    return redirect("access:person", number=number)


@may(CHANGE_USER)
@require_POST
def end_all(request: HttpRequest, number: int) -> HttpResponse:
    user = found(request, number)
    with transaction.atomic():
        end_sessions(user, but=request)
        _wrote(request, "access.end-sessions", user)
    messages.success(request, _("Gedaan. Deze login is nergens meer ingelogd."), IN_WORDS)
    return redirect("access:person", number=number)


def _wrote(request: HttpRequest, what: str, user: User) -> None:
    write_down(cast(User, request.user), what, user.username)
