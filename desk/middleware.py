"""What holds for every page: a log line without personal data, no other hosts, and `/health`."""

import logging
import time
from collections.abc import Callable

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse

from desk.fleet.models import Kiosk

Handler = Callable[[HttpRequest], HttpResponse]
log = logging.getLogger("desk.access")

BAD_REQUEST = 400
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
PERMISSIONS_POLICY = ", ".join(
    f"{each}=()"
    for each in ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
)


def access_log(get_response: Handler) -> Handler:
    """One line per page asked, with its route: never the address, the code or the query.

    Probes and style sheets have no route; they are only written down when they fail.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        began = time.monotonic()
        response = get_response(request)
        match = request.resolver_match
        if match or response.status_code >= BAD_REQUEST:
            route = f"/{match.route}" if match else "(no route)"
            took_ms = (time.monotonic() - began) * 1000
            method, status = request.method, response.status_code
            parts = {"method": method, "route": route, "status": status, "ms": round(took_ms, 1)}
            log.info("%s %s %d %.0f ms", method, route, status, took_ms, extra=parts)
        return response

    return middleware


def own_resources_only(get_response: Handler) -> Handler:
    """Pages load styles and pictures from this desk and nothing else, and run no scripts.

    No page here needs a camera, a microphone or a place, whoever asks for it.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        return response

    return middleware


def health(get_response: Handler) -> Handler:
    """`GET /health`: whether this desk can take submissions in; says nothing else."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path != "/health":
            return get_response(request)
        try:
            Kiosk.objects.exists()
        except DatabaseError:
            return JsonResponse({"status": "failing", "database": "failing"}, status=503)
        return JsonResponse({"status": "ok", "database": "ok"})

    return middleware
