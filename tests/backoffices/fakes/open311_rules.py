"""What an Open311 back-office keeps, and what it refuses: the rules of both flavours.

`mysociety` is open311-adapter, which checks the shape of every field first; otherwise the
rules are those of GeoReport v2.
"""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.backoffices.fakes.server import Asked


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


IDENTIFIER = re.compile(r"[\w-]+")
STRICT_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
ATTRIBUTE = re.compile(r"attribute\[(\w+)\](\[\])?")
FIELDS = _words(
    "api_key jurisdiction_id service_code lat long address_string address_id email device_id"
    " account_id first_name last_name phone description media_url"
)
UPDATE_NEEDS = _words("api_key service_request_id update_id status updated_datetime description")
UPDATE_MAY = _words(
    "jurisdiction_id email phone first_name last_name title media_url account_id service_code"
)
# The states of mySociety's extension; in a POST they are in capitals.
STATES = _words(
    "unchanged open closed fixed in_progress planned action_scheduled investigating duplicate"
    " not_councils_responsibility no_further_action internal_referral cancelled reopen"
    " for_triage"
)
LONGEST_SPAN = timedelta(days=90)
Form = list[tuple[str, str]]


class Refused(Exception):  # noqa: N818 - the answer, on its way out
    def __init__(self, status: int, *descriptions: str) -> None:
        self.status, self.descriptions = status, descriptions


@dataclass(slots=True)
class Service:
    service_code: str
    service_name: str
    type: str = "realtime"
    group: str = ""
    attributes: list[dict[str, Any]] = field(default_factory=list)


@dataclass(slots=True)
class Report:
    service_request_id: str
    form: Form  # as it was filed, without the key
    files: list[tuple[str, str, bytes]]  # file name, media type, content
    requested: datetime
    updated: datetime
    status: str = "open"
    status_notes: str = ""
    token: str = ""
    polls: int = 0

    def get(self, name: str) -> str:
        return dict(self.form).get(name, "")

    def all(self, name: str) -> list[str]:
        return [value for key, value in self.form if key == name]


@dataclass(slots=True)
class Update:
    update_id: str
    service_request_id: str
    status: str
    description: str
    updated: datetime
    form: Form = field(default_factory=list)


def example_services() -> dict[str, Service]:
    kinds = [{"key": "1", "name": "Restafval"}, {"key": "2", "name": "Glas"}]
    kind = {"variable": True, "code": "KIND", "datatype": "singlevaluelist", "required": True}
    kind |= {"datatype_description": None, "order": 1, "description": "Welk afval?"}
    return {
        "LAMP": Service("LAMP", "Straatverlichting", group="Straat"),
        "30": Service("30", "Afval", group="Afval", attributes=[kind | {"values": kinds}]),
    }


def w3(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def check_key(given: dict[str, str], api_key: str, mysociety: bool) -> None:
    key = given.get("api_key", "")
    if mysociety and not IDENTIFIER.fullmatch(key):
        raise Refused(400, "Error in input for POST_Service_Request", "api_key")
    if key != api_key:
        raise Refused(403, "Missing or invalid api_key")


def form_of(asked: Asked, mysociety: bool) -> tuple[Form, list[tuple[str, str, bytes]]]:
    kind = asked.headers.get_content_type()
    if kind == "multipart/form-data" and mysociety:
        files = [(name, media, body) for _, name, media, body in asked.parts() if name]
        return asked.form(), files
    if kind != "application/x-www-form-urlencoded":
        raise Refused(400, "Error in input for POST: it is no form")
    return asked.form(), []


def check_fields(given: dict[str, str], mysociety: bool) -> None:
    unknown = [n for n in given if n not in FIELDS and not ATTRIBUTE.fullmatch(n)]
    if mysociety and unknown:
        raise Refused(400, "Error in input for POST_Service_Request", f"extra: {unknown[0]}")
    if not mysociety and len(given.get("description", "")) > 4000:
        raise Refused(400, "description is longer than 4000 characters")
    # An empty field is no field to the specification; open311-adapter wants a number in it.
    point = [given[n] for n in ("lat", "long") if given.get(n) or (mysociety and n in given)]
    if not all(re.fullmatch(r"-?\d+(\.\d+)?", each) for each in point):
        raise Refused(400, "lat and long must be numbers")
    if len(point) < 2 and not given.get("address_string") and not given.get("address_id"):
        raise Refused(400, "lat and long, address_string or address_id is needed")


def span(query: dict[str, str], now: datetime, mysociety: bool) -> tuple[datetime, datetime]:
    after, before = (date_of(query.get(name, ""), mysociety) for name in ("start_date", "end_date"))
    if after and before and before - after > LONGEST_SPAN:
        raise Refused(400, "start_date and end_date are more than 90 days apart")
    before = before or (after + LONGEST_SPAN if after else now)
    return after or before - LONGEST_SPAN, before


def date_of(given: str, mysociety: bool) -> datetime | None:
    if not given:
        return None
    try:
        date = datetime.fromisoformat(given)
    except ValueError:
        date = None
    strict = not mysociety or STRICT_DATE.fullmatch(given)
    if date is None or date.tzinfo is None or not strict:
        raise Refused(400, "found value is no datetime with a zone")
    return date


def check_update(given: dict[str, str]) -> datetime:
    missing = [name for name in UPDATE_NEEDS if name not in given]
    unknown = set(given) - set(UPDATE_NEEDS) - UPDATE_MAY
    unknown = {name for name in unknown if not ATTRIBUTE.fullmatch(name)}
    if missing or unknown:
        raise Refused(400, "Error in input for POST_Service_Request_Update", *missing, *unknown)
    ids = [given[name] for name in ("update_id", "service_request_id")]
    if not all(IDENTIFIER.fullmatch(each) for each in ids):
        raise Refused(400, "Error in input for POST_Service_Request_Update", "identifier")
    status = given["status"]
    if status != status.upper() or status.lower() not in STATES:
        raise Refused(400, "Error in input for POST_Service_Request_Update", "status")
    updated = date_of(given["updated_datetime"], mysociety=True)
    if updated is None:
        raise Refused(400, "Error in input for POST_Service_Request_Update", "updated_datetime")
    return updated
