"""`/beheer/`: who works here. Making a login, its roles, and taking it away again.

Nobody without every right changes the login of somebody who has: they could become that
person. And the last one who can let others in cannot stop being that.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from desk.access import second
from desk.access.history import write_down
from desk.access.logins import end_sessions
from desk.access.may import may
from desk.access.mine import IN_WORDS
from desk.access.models import Role, Standing
from desk.access.rights import give_rights, one_time_password, rights_of
from desk.access.roles import administrators, give, roles_of
from desk.staff import PERMISSIONS, RIGHTS

CHANGE_USER = "auth.change_user"


class LastAdministratorError(Exception):
    """Nobody would be left who can let others in."""


class Roles(forms.Form):
    roles = forms.MultipleChoiceField(choices=Role, required=False)
    rights = forms.MultipleChoiceField(
        choices=[(each, each) for each in PERMISSIONS], required=False
    )


class NewLogin(Roles):
    name = forms.CharField(max_length=150)

    def clean_name(self) -> str:
        name = str(self.cleaned_data["name"]).strip()
        try:
            User(username=name, password="-").full_clean()  # noqa: S106 - none at all
        except ValidationError:
            raise forms.ValidationError(
                _("Deze naam kan niet, of bestaat al. Gebruik letters, cijfers en @ . + - _")
            ) from None
        return name


@may(CHANGE_USER)
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    found = User.objects.filter(is_staff=True).prefetch_related("groups").order_by("username")
    rows = [(user, roles_of(user), second.has_second(user)) for user in found]
    context = {"rows": rows, "required": second.is_required(), "here": "access"}
    return render(request, "access/people.html", context)


@may(CHANGE_USER)
@require_http_methods(["GET", "HEAD", "POST"])
def make(request: HttpRequest) -> HttpResponse:
    form = NewLogin(request.POST or None, initial={"roles": [Role.INBOX.value]})
    if form.is_valid():
        said, password = form.cleaned_data, one_time_password()
        with transaction.atomic():
            user = User.objects.create_user(said["name"], password=password, is_staff=True)
            Standing.objects.create(user=user, one_time=True)
            give(user, said["roles"])
            give_rights(user, said["rights"])
            write_down(cast(User, request.user), "access.make", user.username, _held(user))
        return shown_once(request, user, password)
    context = {"form": form, **_choices(form), "here": "access"}
    return render(request, "access/make.html", context, status=422 if form.errors else 200)


@may(CHANGE_USER)
@require_http_methods(["GET", "HEAD", "POST"])
def person(request: HttpRequest, number: int) -> HttpResponse:
    user = found(request, number)
    held = {"roles": [each.value for each in roles_of(user)], "rights": rights_of(user)}
    form = Roles(request.POST or None, initial=held)
    if request.method == "POST" and form.is_valid():
        _save(request, user, form.cleaned_data)
        return redirect("access:person", number=user.pk)
    standing = Standing.objects.filter(user=user).first()
    context = {
        "person": user,
        "by_provider": bool(standing and standing.subject),
        "has_second": second.has_second(user),
        "is_self": user.pk == request.user.pk,
        **_choices(form),
        "here": "access",
    }
    return render(request, "access/person.html", context)


def _save(request: HttpRequest, user: User, said: dict[str, list[str]]) -> None:
    by = cast(User, request.user)
    standing = Standing.objects.filter(user=user).first()
    try:
        with one_administrator_left():
            if standing is None or standing.subject is None:
                give(user, said["roles"])
            give_rights(user, said["rights"])
            write_down(by, "access.roles", user.username, _held(user))
    except LastAdministratorError:
        say_last(request)
    else:
        end_sessions(user, but=request)
        messages.success(request, _("Opgeslagen."), IN_WORDS)


@contextmanager
def one_administrator_left() -> Iterator[None]:
    """A transaction that is undone where it would leave nobody who can let others in."""
    with transaction.atomic():
        yield
        if not administrators().exists():
            raise LastAdministratorError


def say_last(request: HttpRequest) -> None:
    said = _("Dit kan niet: dan kan niemand meer logins beheren. Maak eerst een ander beheerder.")
    messages.error(request, said, IN_WORDS)


def found(request: HttpRequest, number: int) -> User:
    user = get_object_or_404(User, pk=number, is_staff=True)
    if user.is_superuser and not cast(User, request.user).is_superuser:
        raise PermissionDenied
    return user


def shown_once(request: HttpRequest, user: User, password: str) -> HttpResponse:
    context = {"person": user, "password": password, "here": "access"}
    return render(request, "access/password_once.html", context)


def _held(user: User) -> str:
    fresh = User.objects.get(pk=user.pk)
    return ", ".join([*(each.value for each in roles_of(fresh)), *rights_of(fresh)])


def _choices(form: Roles) -> dict[str, object]:
    roles, rights = form["roles"].value() or [], form["rights"].value() or []
    return {
        "roles": [(each.value, each.label, each.value in roles) for each in Role],
        "rights": [(name, label, name in rights) for name, label in RIGHTS.items()],
    }
