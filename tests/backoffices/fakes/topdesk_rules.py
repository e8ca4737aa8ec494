"""What a TOPdesk keeps, and what it refuses in an incident."""

import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


LONGEST = {"briefDescription": 80, "externalNumber": 60}
STATUSES = {"firstLine", "secondLine", "partial"}
TARGET_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d{4}")
UNKNOWN_TAG = re.compile(r"</?(?!(?:i|em|b|strong|u|br|h5|h6)\b)[a-zA-Z][^<>]*>")
# Fields that point into a list of the customer's own, as {"id": ...} or {"name": ...}.
REFERENCES = _words(
    "category subcategory callType entryType operatorGroup operator processingStatus impact"
    " urgency priority object location branch"
)
PLAIN = _words(
    "caller callerLookup status briefDescription request action actionInvisibleForCaller"
    " externalNumber targetDate optionalFields1 optionalFields2 completed closed"
)
KEPT_AS_IS = _words(
    "status briefDescription externalNumber targetDate optionalFields1 optionalFields2"
)


class Refused(Exception):  # noqa: N818 - the answer, on its way out
    """`errors` answers {"errors": [...]}; otherwise a list of messages."""

    def __init__(self, status: int, message: str, *, errors: bool = True) -> None:
        self.status, self.message, self.errors = status, message, errors


@dataclass(slots=True)
class Named:
    name: str
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    within: str = ""  # of a subcategory: the id of its category

    def reference(self) -> dict[str, str]:
        return {"id": self.id, "name": self.name}


@dataclass(slots=True)
class Attachment:
    id: str
    file_name: str
    content: bytes
    description: str
    invisible_for_caller: bool


@dataclass(slots=True)
class Incident:
    """`fields` is what GET shows."""

    id: str
    number: str
    fields: dict[str, Any]
    requests: list[dict[str, Any]] = field(default_factory=list)
    actions: list[dict[str, Any]] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    archived: bool = False


def check_shape(given: Any, *, new: bool) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise Refused(400, "The body is no JSON object", errors=False)
    unknown = set(given) - set(PLAIN) - set(REFERENCES)
    if unknown:
        raise Refused(400, f"The field '{min(unknown)}' is not known", errors=False)
    for name, most in LONGEST.items():
        value = given.get(name) or ""
        if not isinstance(value, str) or len(value) > most:
            raise Refused(400, f"The value for the field '{name}' is no text of at most {most}")
    if given.get("status", "firstLine") not in STATUSES:
        raise Refused(400, "The value for the field 'status' is not valid")
    if given.get("targetDate") and not TARGET_DATE.fullmatch(given["targetDate"]):
        raise Refused(400, "'targetDate' cannot be parsed", errors=False)
    if new and ("caller" in given) == ("callerLookup" in given):
        raise Refused(400, "Either 'caller' or 'callerLookup' must be given")
    return given


def check_uuid(value: object, where: str) -> str:
    try:
        return str(uuid.UUID(str(value)))
    except ValueError:
        raise Refused(400, f"'{where}' cannot be parsed", errors=False) from None


def picked(where: str, given: Any, among: Iterable[Named]) -> Named:
    """The one that {"id"} or {"name"} means."""
    if not isinstance(given, dict) or len(given.keys() & {"id", "name"}) != 1:
        raise Refused(400, f"'{where}' needs either 'id' or 'name'")
    if "id" in given:
        identifier = check_uuid(given["id"], f"{where}.id")
        found = [each for each in among if each.id == identifier]
    else:
        found = [each for each in among if each.name == given["name"]]
    if not found:
        raise Refused(400, f"The value for the field '{where}' cannot be found")
    if len(found) > 1:
        raise Refused(400, f"The name for the field '{where}' is not unique")
    return found[0]


def cleaned(html: str) -> str:
    """Tags outside its small subset are thrown away, with what stands in them."""
    return UNKNOWN_TAG.sub("", html)
