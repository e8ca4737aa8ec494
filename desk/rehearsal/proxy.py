"""The way from a browser to a trial: only its owner, and only what the mirror itself serves.

The mirror listens on this machine only and asks for no password; this view asks for login,
permission and Django's token against forged requests, each time. The page's own script hands
that token back (`screens/page/mirror.js`). Nothing waits here for longer than a few seconds,
so that a page that is left open does not hold a thread of the desk.
"""

import http.client
from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.http import require_http_methods

from desk.access.history import changes_nothing
from desk.rehearsal import trials
from desk.rehearsal.models import Trial
from desk.rehearsal.rights import own_trial, rehearsal_page

GET = frozenset({"", "mirror.css", "mirror.js", "view.json", "screen.png", "sound"})
POST = frozenset({"tap", "key", "scan", "type"})
NUMBERS = ("after", "heard", "seq")
WAITS_S = 3
ANSWERS_WITHIN_S = WAITS_S + 5
LONGEST_BODY = 16 * 1024
POLICY = (
    "default-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; "
    "frame-ancestors 'self'"
)
GONE, BUSY, SERVER_ERROR = 410, 409, 500


def framed(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """May stand in a frame of this desk, and nowhere else."""

    @wraps(view)
    def inner(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        response.headers["Content-Security-Policy"] = POLICY
        response.headers["X-Frame-Options"] = "SAMEORIGIN"
        return response

    return inner


@changes_nothing
@framed
@rehearsal_page
@require_http_methods(["GET", "POST"])
def proxy(request: HttpRequest, pk: UUID, name: str = "") -> HttpResponse:
    trial = own_trial(request, pk)
    if name not in (POST if request.method == "POST" else GET):
        return JsonResponse({"error": "There is nothing here."}, status=404)
    if len(request.body) > LONGEST_BODY or not trials.is_alive(trial):
        return JsonResponse({"error": "This trial is over."}, status=GONE)
    try:
        response = _asked(request, trial, name)
    except (OSError, http.client.HTTPException):
        trials.sweep()
        return JsonResponse({"error": "This trial does not answer."}, status=GONE)
    if name == "view.json":
        response.headers["X-CSRFToken"] = get_token(request)
    return response


def _asked(request: HttpRequest, trial: Trial, name: str) -> HttpResponse:
    query = {key: value for key in NUMBERS if (value := request.GET.get(key, "")).isdigit()}
    if name == "view.json":
        query["within"] = str(WAITS_S)
    headers = {}
    if request.method == "POST":
        headers["Content-Type"] = request.content_type or ""
    connection = http.client.HTTPConnection("127.0.0.1", trial.port, timeout=ANSWERS_WITHIN_S)
    try:
        connection.request(
            str(request.method),
            f"/{name}?{urlencode(query)}",
            request.body if request.method == "POST" else None,
            headers,
        )
        answer = connection.getresponse()
        response = HttpResponse(
            answer.read(),
            # It is stopping, or not there yet: no fault of the desk, and worth another try.
            status=answer.status if answer.status < SERVER_ERROR else BUSY,
            content_type=answer.getheader("Content-Type", "application/octet-stream"),
        )
        if number := answer.getheader("X-Sound"):
            response.headers["X-Sound"] = number
        return response
    finally:
        connection.close()
