"""What Signalen refuses in a signal or a picture, and which state may follow which."""

import mimetypes
import re
from dataclasses import dataclass
from typing import Any

from tests.backoffices.fakes.drf import DUTCH, Fault, Fields

STATES = {
    "m": "Gemeld",
    "i": "In afwachting van behandeling",
    "b": "In behandeling",
    "h": "On hold",
    "ingepland": "Ingepland",
    "ready to send": "Extern: te verzenden",
    "o": "Afgehandeld",
    "a": "Geannuleerd",
    "reopened": "Heropend",
    "s": "Gesplitst",
    "closure requested": "Extern: verzoek tot afhandeling",
    "reaction requested": "Reactie gevraagd",
    "reaction received": "Reactie ontvangen",
    "forward to external": "Doorgezet naar extern",
    # The program sets these itself; no client may.
    "sent": "Extern: verzonden",
    "send failed": "Extern: mislukt",
    "done external": "Extern: afgehandeld",
    "reopen requested": "Verzoek tot heropenen",
}
OWN_STATES = ("sent", "send failed", "done external", "reopen requested")
_OPEN = "m,b,o,a,ready to send,reaction requested,forward to external"
_NEXT = {
    "m": _OPEN + ",i,ingepland",
    "i": _OPEN + ",i,ingepland,closure requested",
    "b": _OPEN + ",ingepland,closure requested",
    "ingepland": "m,ingepland,b,o,a,closure requested,reaction requested,forward to external",
    "h": "ingepland,a",
    "ready to send": "sent,send failed,a",
    "sent": "done external,o,a",
    "send failed": "m,ready to send,a",
    "done external": "o,a,b",
    "o": "reopened,reopen requested",
    "a": "a,reopened,b",
    "reopened": _OPEN + ",reopened",
    "s": "",
    "closure requested": "m,closure requested,i,o,a,b,forward to external",
    "reopen requested": "o,reopened,a",
    "reaction requested": _OPEN + ",i,ingepland,reaction received",
    "reaction received": _OPEN + ",i,ingepland",
    "forward to external": _OPEN + ",i,ingepland,closure requested,reaction received",
}
MAY_FOLLOW = {state: frozenset(then.split(",")) for state, then in _NEXT.items()}

CLOSED = ("o", "a", "s")
UPLOAD_LIMIT = 20_971_520  # bytes: API_MAX_UPLOAD_SIZE
_BOX = (3.3, 50.7, 7.3, 53.6)  # BOUNDING_BOX: west, south, east, north
_SUB = re.compile(
    r"(?:https?://[^/]+)?(/signals/v1/public/terms/categories/[^/]+/sub_categories/.+)"
)
_EXTRA_URL = re.compile(r"((https?://(www.|)([\w\d.:]*)|)(/[\w\d\-/]+))")
PUBLIC_KEYS = frozenset(
    (
        "text",
        "text_extra",
        "location",
        "category",
        "reporter",
        "incident_date_start",
        "incident_date_end",
        "extra_properties",
        "source",
        "session",
    )
)
PRIVATE_KEYS = PUBLIC_KEYS | {"parent", "priority", "type", "notes", "directing_departments"}


@dataclass
class Source:
    name: str
    is_active: bool = True
    is_public: bool = True


class AddressCrashError(Exception):
    """The address check of Signalen itself falls over this address."""


def check(
    content: object, paths: frozenset[str], unknown_addresses: set[str], keys: frozenset[str]
) -> Fields:
    """All that does not hang on who asks. `paths` are those of the sub categories.

    Raises AddressCrashError.
    """
    fields = Fields(content, DUTCH)
    fields.text("text", 3000, required=True, blank=False)
    fields.text("text_extra", 10_000)
    fields.when("incident_date_start", required=True)
    fields.when("incident_date_end", null=True)
    reporter = fields.inner("reporter", required=True)
    if reporter is not None:
        reporter.mail("email", null=True)
        reporter.text("phone", 17, null=True)
        reporter.truth("sharing_allowed")
    category = fields.inner("category", required=True)
    if category is not None:
        _check_category(category, paths)
    location = fields.inner("location", required=True)
    if location is not None:
        _check_location(location, unknown_addresses)
    _check_extra(fields)
    more = sorted(set(fields.content) - keys)
    if more and not fields.bad:  # looked at last, when every field was right
        fields.faults["non_field_errors"] = Fault(
            "invalid", f"Extra properties present: {', '.join(more)}"
        )
    return fields


def _check_category(category: Fields, paths: frozenset[str]) -> None:
    name = "category_url" if "category_url" in category.content else "sub_category"
    url = category.text(name, required=True)
    if url is None:
        return
    path = _SUB.fullmatch(url)
    if path is None:
        reason = "Ongeldige hyperlink - Geen overeenkomende URL."
        category.faults[name] = Fault("no_match", reason)
    elif path[1].rstrip("/") not in paths:
        reason = "Ongeldige hyperlink - Object bestaat niet."
        category.faults[name] = Fault("does_not_exist", reason)


def _check_location(location: Fields, unknown_addresses: set[str]) -> None:
    location.one_of("stadsdeel", "ABEMNTKFHW", null=True)
    location.text("buurt_code", 4, null=True)
    for name in ("area_type_code", "area_code", "area_name"):
        location.text(name, 256, null=True)
    point = location.content.get("geometrie")
    if point is None:
        location.say("geometrie", "null" if "geometrie" in location.content else "required")
    else:
        _check_point(location, point)
    address = location.content.get("address")
    if location.bad or not address:
        return
    if "openbare_ruimte" not in address or "huisnummer" not in address:
        raise AddressCrashError
    if any(name in address and address[name] is None for name in ("postcode", "woonplaats")):
        raise AddressCrashError
    if f"{address['openbare_ruimte']} {address['huisnummer']}" in unknown_addresses:
        location.faults["location"] = "Niet-bestaand adres."  # a string, where others are lists


def _check_point(location: Fields, point: Any) -> None:
    try:
        east, north = (float(number) for number in point["coordinates"])
        right = point["type"] == "Point"
    except (TypeError, KeyError, ValueError):
        right = False
    if not right:
        location.faults["geometrie"] = Fault("invalid", "Ongeldige geometrie.")
    elif not (_BOX[0] <= east <= _BOX[2] and _BOX[1] <= north <= _BOX[3]):
        location.faults["geometrie"] = Fault(
            "invalid",
            "The location coordinates (WS84) are not inside the bounding box"
            " we are accepting signals for.",
        )


def _check_extra(fields: Fields) -> None:
    for item in fields.many("extra_properties"):
        for name in ("id", "label", "answer", "category_url"):
            if name not in item.content:
                item.say(name, "required")
        url = str(item.content.get("category_url", "/is-missing"))
        if not _EXTRA_URL.fullmatch(url):
            item.faults["category_url"] = Fault("invalid", "Invalid input.")


def sniffed(content: bytes) -> str:
    """The media type of content, by its first bytes."""
    for start, media_type in (
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"GIF8", "image/gif"),
        (b"%PDF-", "application/pdf"),
    ):
        if content.startswith(start):
            return media_type
    return "image/webp" if content[8:12] == b"WEBP" else "application/octet-stream"


def upload_fault(file_name: str, content: bytes, *, private: bool) -> str | None:
    """Why a file is refused, or None."""
    media_type = sniffed(content)
    allowed = ["image/jpeg", "image/png", "image/gif"] + ["application/pdf"] * private
    if media_type not in allowed:
        return f"'{media_type}' is not an allowed mime type!"
    if mimetypes.guess_type(file_name)[0] != media_type:
        return f"'{media_type}' does not match filename extension!"
    if len(content) > UPLOAD_LIMIT:
        return f"Bestand mag maximaal {UPLOAD_LIMIT} bytes groot zijn."
    return None
