"""What kiosks counted in an hour: `/api/kiosk/counts`."""

from typing import Any, Literal

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema
from ninja.errors import Throttled
from ninja.responses import Status as Answer
from pydantic import ValidationError

from desk.fleet.models import Kiosk
from desk.fleet.pace import SENDING
from desk.fleet.token import KioskToken
from desk.measuring.storing import store
from kiosk.core.counting import Counts

router = Router()
LARGEST_BYTES = 1024 * 1024


class Stored(Schema):
    result: Literal["stored"]


class Refusal(Schema):
    error: str


@router.put(
    "/counts",
    auth=KioskToken(),
    summary="What was counted in one hour. Doing it again replaces it.",
    response={200: Stored, (401, 411, 413, 422, 429, 503): Refusal},
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": Counts.model_json_schema()}},
        }
    },
)
def put_counts(request: HttpRequest) -> Answer[Any]:
    length = request.META.get("CONTENT_LENGTH") or ""
    if not length.isdecimal():
        return Answer(411, Refusal(error="Say how long it is (Content-Length)."))
    if int(length) > LARGEST_BYTES:
        return Answer(413, Refusal(error="The counts of an hour are at most 1 MiB."))
    body = request.read(LARGEST_BYTES)
    kiosk: Kiosk = request.auth  # type: ignore[attr-defined] # set by ninja
    if wait_s := kiosk.pay(SENDING, timezone.now()):
        raise Throttled(wait_s)
    try:
        counts = Counts.model_validate_json(body)
    except ValidationError:
        return Answer(422, Refusal(error="These are not the counts of an hour."))
    if not store(kiosk, counts):
        return Answer(422, Refusal(error="This hour is not over, or not a whole hour."))
    return Answer(200, Stored(result="stored"))
