"""How a kiosk gets in with a one-time code: `/api/kiosk/enrol`."""

from typing import Any

from django.http import HttpRequest
from ninja import Field, Router, Schema
from ninja.responses import Status as Answer

from desk.fleet.enrolling import let_in
from desk.limits import Limit, address

router = Router()
TRIES = Limit("enrol", 10, 300)
EVERYONE = Limit("enrol-all", 300, 3600)
"""Of all addresses together: whoever has many of them gets no further."""


class Code(Schema):
    code: str = Field(max_length=30)


class Enrolment(Schema):
    desk_url: str
    desk_public_key: str
    kiosk_name: str
    kiosk_token: str
    orders_key: str
    updates_url: str | None = None
    updates_root: str | None = None


class Refusal(Schema):
    error: str


@router.post(
    "/enrol",
    summary="Exchange a one-time code for an enrolment. The code dies.",
    response={200: Enrolment, (404, 422, 429, 503): Refusal},
)
def post_enrol(request: HttpRequest, given: Code) -> Answer[Any]:
    wait_s = TRIES.take(address(request)) or EVERYONE.take("all")
    if wait_s:
        return Answer(429, Refusal(error="Too often; wait a few minutes."))
    enrolment = let_in(given.code)
    if enrolment is None:
        return Answer(404, Refusal(error="This code is wrong, was used, or is too old."))
    return Answer(200, Enrolment(**enrolment))
