"""Who may try and check a draft: whoever changes it, and whoever publishes it."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase

from desk.access.may import may
from desk.rehearsal.models import Trial

LOOK = "publishing.view_release"
TRY = ("publishing.change_draft", "publishing.publish_release")
View = Callable[..., HttpResponseBase]


def rehearsal_page(view: View) -> View:
    """For staff who see the bundle; only who may try can send anything."""

    @wraps(view)
    def inner(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if request.method not in {"GET", "HEAD"} and not may_try(request):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return may(LOOK)(inner)


def may_try(request: HttpRequest) -> bool:
    user = request.user
    return isinstance(user, User) and any(user.has_perm(each) for each in TRY)


def own_trial(request: HttpRequest, pk: UUID) -> Trial:
    """The trial of this very person: those of others do not exist for them."""
    if not may_try(request):
        raise PermissionDenied
    trial = Trial.objects.filter(pk=pk, user=request.user.pk).first()
    if trial is None:
        raise Http404
    return trial
