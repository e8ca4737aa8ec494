"""To the provider and back. There is no such page where no provider is set up."""

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.cache import never_cache


@never_cache
def begin(request: HttpRequest) -> HttpResponseBase:
    return _view("Begin")(request)


@never_cache
def callback(request: HttpRequest) -> HttpResponseBase:
    return _view("Callback")(request)


def _view(name: str) -> Callable[[HttpRequest], HttpResponseBase]:
    if settings.OIDC is None:
        raise Http404
    from desk.access import oidc  # noqa: PLC0415 - its library is only there where it is wanted

    view: Callable[[HttpRequest], HttpResponseBase] = getattr(oidc, name).as_view()
    return view
