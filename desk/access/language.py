"""The language of staff pages: Dutch, or English for whoever chose it in the header.

The choice is a cookie of this browser. What a browser says that it prefers counts for
nothing here: most of them are English without their owner knowing. Pages for visitors and
for contractors have languages of their own, so they stay as they are whatever staff chose.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

STAFF_PAGES = ("/inbox/", "/zuilen/", "/bundel/", "/cijfers/", "/beheer/")
Handler = Callable[[HttpRequest], HttpResponse]


def staff_language(get_response: Handler) -> Handler:
    """Middleware: everything in this request is said in one language."""

    def middleware(request: HttpRequest) -> HttpResponse:
        with translation.override(_language(request)):
            request.LANGUAGE_CODE = translation.get_language()
            return get_response(request)

    return middleware


def _language(request: HttpRequest) -> str:
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    if request.path.startswith(STAFF_PAGES) and chosen in dict(settings.LANGUAGES):
        return chosen
    return settings.LANGUAGE_CODE
