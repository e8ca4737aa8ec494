"""What kiosks tell of themselves, and what they are asked to do: `/api/kiosk/heartbeat`.

A heartbeat is read without ninja's own machinery, which costs as much as all the rest: it is
sent ten thousand times a minute. What is said of it to machines stands in `_BEAT`.
"""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router, Schema
from ninja.errors import Throttled
from ninja.responses import Status as Answer
from ninja.security import HttpBearer
from pydantic import BaseModel, ValidationError

from desk.fleet import beats, pictures
from desk.fleet.models import IdlePicture, Kiosk
from desk.fleet.pace import SENDING, TooOftenError
from desk.fleet.token import KioskToken
from desk.intake.bodies import PLACES, read_body, read_past
from kiosk.core.health import Heartbeat, HeartbeatAnswer

router = Router()

MOST_BYTES = 16 * 1024
EARLIEST, LATEST = 1970, 2200
"""Years. A clock without a battery says 1970."""
NO_LENGTH = "Say how long it is (Content-Length)."
CUT_OFF = "It was cut off."
TOO_LONG = "A heartbeat is at most 16 KB."
TOO_LARGE = "A picture is at most 400 KB."
NO_PICTURE = "This is not a whole PNG of a screen."
BUSY = "Too much at once; try again later."


class Refusal(Schema):
    error: str


class Stored(Schema):
    result: str


class _KnownToken(HttpBearer):
    """The same token as everywhere, and all that a heartbeat asks of the database with it."""

    def authenticate(
        self,
        request: HttpRequest,  # noqa: ARG002 - ninja's signature
        token: str,
    ) -> beats.Known | None:
        return beats.kiosk_with(token, timezone.now())


def _schema(model: type[BaseModel]) -> dict[str, Any]:
    """The model for machines, with what it refers to in its place."""
    whole = model.model_json_schema()
    parts = whole.pop("$defs", {})

    def inlined(part: Any) -> Any:
        if isinstance(part, list):
            return [inlined(each) for each in part]
        if not isinstance(part, dict):
            return part
        if "$ref" in part:
            return inlined(parts[part["$ref"].rsplit("/", 1)[-1]])
        return {name: inlined(each) for name, each in part.items()}

    found: dict[str, Any] = inlined(whole)
    return found


_BEAT = {
    "requestBody": {
        "required": True,
        "description": "How the kiosk is; at most 16 KB.",
        "content": {"application/json": {"schema": _schema(Heartbeat)}},
    }
}
_PNG = {
    "requestBody": {
        "required": True,
        "description": "The start screen, never a visitor's; at most 400 KB.",
        "content": {"image/png": {"schema": {"type": "string", "format": "binary"}}},
    }
}


@router.post(
    "/heartbeat",
    auth=_KnownToken(),
    summary="Say how the kiosk is, and hear what is asked of it.",
    response={200: HeartbeatAnswer, (401, 408, 411, 413, 422, 429, 503): Refusal},
    openapi_extra=_BEAT,
)
def post_heartbeat(request: HttpRequest) -> Any:
    body = _body(request, MOST_BYTES, TOO_LONG)
    if isinstance(body, Answer):
        return body
    known: beats.Known = request.auth  # type: ignore[attr-defined] # set by ninja
    now = timezone.now()
    if wait_s := beats.wait_s(known, now):
        raise Throttled(wait_s)
    try:
        told = Heartbeat.model_validate_json(body)
    except ValidationError as error:
        return _refuse(422, f"The heartbeat is not valid: {_where(error)}.")
    if b"\\u0000" in body or not _is_of_this_age(told):
        return _refuse(422, "The heartbeat is not valid: a time or a text that cannot be.")
    try:
        answer = beats.take_in(known, told, now)
    except TooOftenError as too_often:
        raise Throttled(too_often.wait_s) from None
    return HttpResponse(answer.model_dump_json(), content_type="application/json")


@router.put(
    "/picture",
    auth=KioskToken(),
    summary="Show the start screen as this kiosk draws it. Replaces the one before.",
    response={200: Stored, (401, 408, 411, 413, 422, 429, 503): Refusal},
    openapi_extra=_PNG,
)
def put_picture(request: HttpRequest) -> Answer[Any]:
    kiosk: Kiosk = request.auth  # type: ignore[attr-defined] # set by ninja
    body = _body(request, pictures.MOST_BYTES, TOO_LARGE, kiosk)
    if isinstance(body, Answer):
        return body
    if wait_s := kiosk.pay(SENDING, timezone.now()):
        raise Throttled(wait_s)
    png = pictures.start_screen(body)
    if png is None:
        return _refuse(422, NO_PICTURE)
    IdlePicture.objects.update_or_create(
        kiosk=kiosk, defaults={"png": png, "taken_at": timezone.now()}
    )
    return Answer(200, Stored(result="stored"))


def _body(
    request: HttpRequest, most: int, too_much: str, kiosk: Kiosk | None = None
) -> bytes | Answer[Any]:
    said = request.META.get("CONTENT_LENGTH") or ""
    if not said.isdecimal() or len(said) > 12:
        return _refuse(411, NO_LENGTH)
    length = int(said)
    if length > most:
        read_past(request, 2 * most)
        return _refuse(413, too_much)
    with PLACES.taken(kiosk.pk if kiosk else 0, length) as place:
        body = read_body(request, length) if place else None
    if not place:
        return _refuse(503, BUSY)
    return _refuse(408, CUT_OFF) if body is None else body


def _where(error: ValidationError) -> str:
    """Places and rules, never what stood there."""
    faults = error.errors(include_url=False, include_context=False, include_input=False)[:5]
    return "; ".join(
        f"{'.'.join(map(str, fault['loc'])) or 'body'}: {fault['type']}" for fault in faults
    )


def _is_of_this_age(told: Heartbeat) -> bool:
    moments: tuple[datetime | None, ...] = (
        told.at,
        told.started_at,
        told.last_visit,
        told.last_test_print,
        told.bundle.checked_at,
    )
    return all(each is None or EARLIEST <= each.year < LATEST for each in moments)


def _refuse(status: int, sentence: str) -> Answer[Any]:
    return Answer(status, Refusal(error=sentence))
