"""What an Open311 server says, whichever way it spells it, and how a report is there.

JSON with or without a root, numbers and booleans as such or as words, one error as an object
or several as a list, or XML: `entries` makes the same list of it.

    <services><service><service_code>30</service_code></service></services>
    {"services": [{"service_code": 30}]}
    [{"service_code": "30"}]                    all: [{"service_code": ...}], said() gives "30"

Where there are updates (mySociety) beside the request itself, the update says how it is,
because its states are finer; unless the request was closed or opened again since.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils import timezone

from desk.backoffices.contract import News
from desk.intake.models import FINAL_STATUSES, Status

LARGEST_BYTES = 20_000_000
DEEPEST = 8
LISTS = frozenset(
    ("services", "attributes", "values", "service_requests", "service_request_updates", "errors")
)
STATUSES = {
    "open": Status.RECEIVED,
    "for_triage": Status.RECEIVED,
    "investigating": Status.IN_PROGRESS,
    "in_progress": Status.IN_PROGRESS,
    "internal_referral": Status.IN_PROGRESS,
    "reopen": Status.IN_PROGRESS,
    "planned": Status.PLANNED,
    "action_scheduled": Status.PLANNED,
    "fixed": Status.DONE,
    "closed": Status.DONE,
    "duplicate": Status.CANNOT,
    "not_councils_responsibility": Status.CANNOT,
    "no_further_action": Status.CANNOT,
    "cancelled": Status.CANNOT,
}
UNCHANGED = "unchanged"
OURS = "zuil-"
"""Every update that we post has an id that begins so."""
_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)

Entry = Mapping[str, Any]


def entries(body: bytes) -> list[Entry] | None:
    """None where it cannot be read: cut off, no Open311 at all, or dangerous."""
    if len(body) > LARGEST_BYTES:
        return None
    try:
        content = _xml(body) if body.lstrip()[:1] == b"<" else json.loads(body)
    except (ValueError, ParseError, DefusedXmlException, RecursionError):
        return None
    if isinstance(content, dict):
        roots = [name for name in content if name in LISTS and name not in {"attributes", "values"}]
        content = content[roots[0]] if roots else content
    listed = [content] if isinstance(content, dict) else content
    if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
        return None
    return listed


def _xml(body: bytes) -> Any:
    root = fromstring(body, forbid_dtd=True)
    return {root.tag: _content(root, DEEPEST)} if root.tag in LISTS else _content(root, DEEPEST)


def _content(element: Element, deepest: int) -> Any:
    if not len(element):
        return [] if element.tag in LISTS else element.text or ""
    if deepest == 0:
        raise ValueError("nested deeper than any answer of Open311")
    if element.tag in LISTS and all(len(each) for each in element):
        return [_content(each, deepest - 1) for each in element]
    return {each.tag: _content(each, deepest - 1) for each in element}


def said(entry: Entry, name: str) -> str:
    """As text, whatever it was; empty where it is no single value."""
    value = entry.get(name)
    if isinstance(value, bool):
        return str(value).lower()
    return str(value).strip() if isinstance(value, str | int | float) else ""


def moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else timezone.make_aware(found)


def news_of(
    request: Entry | None, updates: Sequence[Entry], statuses: Mapping[str, Status]
) -> News | None:
    """How one report is; None where nothing is known of it."""
    updates = sorted(updates, key=_when)
    changes = [each for each in updates if said(each, "status").lower() != UNCHANGED]
    change = changes[-1] if changes else None
    if change and not (request and _overruled(change, request, statuses)):
        return _news(change, request, updates, statuses)
    if request is None:
        return None
    return _news(request, request, [] if change else updates, statuses)


def _news(
    decides: Entry,
    request: Entry | None,
    updates: Sequence[Entry],
    statuses: Mapping[str, Status],
) -> News:
    theirs = said(decides, "status").lower()
    request = request or {}
    expected = moment(said(request, "expected_datetime"))
    return News(
        their_status=theirs,
        status=statuses.get(theirs),
        version=version(theirs, said(updates[-1], "update_id") if updates
                        else said(decides, "updated_datetime")),
        text=public_text(updates) if updates else said(request, "status_notes"),
        changed_at=moment(said(updates[-1] if updates else decides, "updated_datetime")),
        planned_for=timezone.localdate(expected) if expected else None,
        organisation=said(request, "agency_responsible"),
        number=said(decides, "service_request_id"),
    )  # fmt: skip


def version(theirs: str, which: str) -> str:
    return f"{theirs} {which}"


def public_text(updates: Sequence[Entry]) -> str:
    """What they wrote last, unless we told them since then that it is not solved."""
    text = ""
    for each in updates:
        ours = said(each, "update_id").startswith(OURS)
        text = "" if ours else said(each, "description") or text
    return text


def _when(entry: Entry) -> datetime:
    return moment(said(entry, "updated_datetime")) or _LONG_AGO


def _overruled(change: Entry, request: Entry, statuses: Mapping[str, Status]) -> bool:
    """The request was closed or opened since, without an update about it."""
    final = [statuses.get(said(each, "status").lower()) in FINAL_STATUSES
             for each in (change, request)]  # fmt: skip
    return final[0] != final[1] and _when(request) >= _when(change)
