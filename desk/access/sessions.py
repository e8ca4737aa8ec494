"""Sessions of staff end: after an hour without them, after ten hours, and when somebody says so.

A page that fetches something by itself keeps nobody logged in: only opening a page or
sending a form shows that the person is still there. Contractors keep Django's own end
(ten hours): they are in the street with a telephone, and see only their own work.
"""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from desk.access.history import LOOKING
from desk.access.logins import BEGAN, SEEN, TURN, standing_of

Handler = Callable[[HttpRequest], HttpResponse]
WRITE_AFTER_S = 60
"""Being seen is written down once a minute, not at each page."""


def that_end(get_response: Handler) -> Handler:
    """Middleware, after the one that knows the user."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and request.user.is_staff:
            now = int(time.time())
            if _is_over(request, now):
                logout(request)
            elif _is_there(request) and now - request.session[SEEN] >= WRITE_AFTER_S:
                request.session[SEEN] = now
        return get_response(request)

    return middleware


def _is_over(request: HttpRequest, now: int) -> bool:
    session = request.session
    if now - session.get(BEGAN, 0) >= settings.SESSION_COOKIE_AGE:
        return True
    if now - session.get(SEEN, 0) >= settings.SESSION_IDLE_S:
        return True
    return bool(session.get(TURN) != standing_of(request.user).turn)  # type: ignore[arg-type] # logged in


def _is_there(request: HttpRequest) -> bool:
    navigates = request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"
    return navigates or request.method not in LOOKING
