"""What kiosks ask of the desk, over HTTP. Described for machines at `/api/openapi.json`.

Every refusal is `{"error": one sentence}` that quotes nothing of what was sent.
"""

import math
import threading
from datetime import date
from typing import Any, Literal
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from ninja import NinjaAPI, Path, Schema
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError
from ninja.responses import Status as Answer
from ninja.throttling import BaseThrottle

from desk.codes import read_code
from desk.fleet import api as fleet
from desk.fleet import enrol_api
from desk.fleet.models import Kiosk
from desk.fleet.token import KioskToken
from desk.follow.reopening import not_solved_on
from desk.follow.reports import Report, reports
from desk.follow.texts import language_for
from desk.intake import store
from desk.intake.bodies import PLACES, read_body, read_past
from desk.limits import address, public_pages
from desk.measuring import api as measuring

RETRY_AFTER_S = 30
CUT_OFF = "The submission was cut off."
NO_CODE = "A tracking code has twelve digits; this is not one."
MOST_MIB = settings.SUBMISSION_MAX_BYTES // 2**20
READ_PAST_MAX_BYTES = 2 * settings.SUBMISSION_MAX_BYTES
"""More than this is cut off unread."""


class BusyError(Exception):
    """Too many large submissions are being read already."""


class PublicThrottle(BaseThrottle):
    """The limit of everything that is asked by tracking code; enrolled kiosks are exempt."""

    def __init__(self) -> None:
        self._here = threading.local()  # one throttle serves all threads

    def allow_request(self, request: HttpRequest) -> bool:
        if KioskToken()(request):
            return True
        self._here.wait_s = public_pages().take(address(request))
        return bool(self._here.wait_s == 0)

    def wait(self) -> float:
        return float(self._here.wait_s)


class Taken(Schema):
    result: Literal["stored", "known"]


class NotSolved(Schema):
    day: date
    """When the desk received it, as its status says."""


class Reopening(Schema):
    result: Literal["reopened", "known"]


class Refusal(Schema):
    error: str


class StatusAnswer(Schema):
    code: str
    reports: list[Report]


api = NinjaAPI(
    title="Zuil desk",
    version="1",
    description="Kiosks hand in submissions; anyone with a tracking code may ask how it goes.",
    docs_url=None,  # the page that ninja offers loads its scripts from elsewhere
)
for router in (fleet.router, enrol_api.router, measuring.router):
    api.add_router("/kiosk", router)
SEALED_BODY = {
    "requestBody": {
        "required": True,
        "description": "The submission as JSON, sealed to the desk's public key (libsodium "
        f"sealed box), with what was spoken in it as WAV. At most {MOST_MIB} MiB.",
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


@api.put(
    "/submissions/{uuid:submission_id}",
    auth=KioskToken(),
    summary="Hand in a submission. Doing it again changes nothing.",
    response={(200, 201): Taken, (400, 401, 408, 409, 411, 413, 422, 503): Refusal},
    openapi_extra=SEALED_BODY,
)
def put_submission(request: HttpRequest, submission_id: Path[UUID]) -> Answer[Any]:
    length = request.META.get("CONTENT_LENGTH") or ""
    if not length.isdecimal():
        return _refuse(411, "Say how long the submission is (Content-Length).")
    if int(length) > settings.SUBMISSION_MAX_BYTES:
        read_past(request, READ_PAST_MAX_BYTES)
        return _refuse(413, f"A submission is at most {MOST_MIB} MiB.")
    kiosk: Kiosk = request.auth  # type: ignore[attr-defined] # set by ninja
    with PLACES.taken(kiosk.pk, int(length)) as place:
        if not place:
            raise BusyError
        body = read_body(request, int(length))
    if body is None:
        return _refuse(408, CUT_OFF)
    match store.take_in(submission_id, body, kiosk):
        case store.Stored():
            return Answer(201, Taken(result="stored"))
        case store.Known():
            return Answer(200, Taken(result="known"))
        case store.Unreadable():
            return _refuse(400, "This was not sealed for this desk, or it is damaged.")
        case store.Invalid(problems):
            return _refuse(422, f"The submission is not valid: {'; '.join(problems)}.")
        case store.Conflict():
            return _refuse(409, "There is another submission with this id.")


@api.get(
    "/status/{code}",
    throttle=PublicThrottle(),
    summary="How it is with a tracking code. No personal data.",
    response={(200, 404): StatusAnswer, (400, 429, 503): Refusal},
)
def get_status(
    request: HttpRequest,  # noqa: ARG001 - ninja's signature
    code: str,
    taal: str = "nl",
) -> Answer[Any]:
    bare = read_code(code)
    if bare is None:
        return _refuse(400, NO_CODE)
    found = reports(bare, language_for(taal))
    return Answer(200 if found else 404, StatusAnswer(code=bare, reports=list(found)))


@api.post(
    "/status/{code}/not-solved",
    auth=KioskToken(),
    summary="A visitor says at a kiosk that it is not solved. Saying it again changes nothing.",
    response={200: Reopening, (400, 401, 404, 408, 409, 422, 503): Refusal},
)
def post_not_solved(
    request: HttpRequest,  # noqa: ARG001 - ninja's signature
    code: str,
    said: NotSolved,
) -> Answer[Any]:
    bare = read_code(code)
    if bare is None:
        return _refuse(400, NO_CODE)
    match not_solved_on(bare, said.day):
        case "unknown":
            return _refuse(404, "Nothing with this tracking code was received on that day.")
        case "refused":
            return _refuse(409, "It is not done, or was done too long ago to be reopened.")
        case result:
            return Answer(200, Reopening(result=result))


def _refuse(status: int, sentence: str) -> Answer[Any]:
    return Answer(status, Refusal(error=sentence))


@api.exception_handler(AuthenticationError)
def _no_token(request: HttpRequest, _: AuthenticationError) -> HttpResponse:
    answer = {"error": "This needs the token of an enrolled kiosk."}
    response: HttpResponse = api.create_response(request, answer, status=401)
    response["WWW-Authenticate"] = "Bearer"
    return response


@api.exception_handler(ValidationError)
@api.exception_handler(HttpError)
def _not_understood(request: HttpRequest, _: Exception) -> HttpResponse:
    """Ninja's own words would quote what was sent."""
    answer = {"error": 'This was not understood; send JSON such as {"day": "2026-11-22"}.'}
    return api.create_response(request, answer, status=422)


@api.exception_handler(Throttled)
def _too_often(request: HttpRequest, throttled: Throttled) -> HttpResponse:
    answer = {"error": "Too often; wait a little."}
    response: HttpResponse = api.create_response(request, answer, status=429)
    response["Retry-After"] = str(math.ceil(throttled.wait or 1))
    return response


@api.exception_handler(UnreadablePostError)
def _hung_up(request: HttpRequest, _: UnreadablePostError) -> HttpResponse:
    """The kiosk went away in mid-sentence, or its line was silent for too long.

    Mostly nobody hears this. A kiosk that does must come back: 408, never 400, which would
    tell it that this desk will not take the submission at all.
    """
    return api.create_response(request, {"error": CUT_OFF}, status=408)


@api.exception_handler(BusyError)
def _busy(request: HttpRequest, _: BusyError) -> HttpResponse:
    """Unread, and gunicorn then closes the line: reading it would take a place after all."""
    answer = {"error": "Too many large submissions at once; try again later."}
    response: HttpResponse = api.create_response(request, answer, status=503)
    response["Retry-After"] = str(RETRY_AFTER_S)
    return response


@api.exception_handler(DatabaseError)
def _database_failing(request: HttpRequest, _: DatabaseError) -> HttpResponse:
    """Full disk, locked too long: the kiosk keeps its copy and comes back."""
    answer = {"error": "The desk cannot store anything now; try again later."}
    response: HttpResponse = api.create_response(request, answer, status=503)
    response["Retry-After"] = str(RETRY_AFTER_S)
    return response
