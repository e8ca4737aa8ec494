"""What a TOPdesk lists: a page of incidents (200, 206 when there is more, 204 when there is
none), found by `external_number` or, from REST 3.3 on, by `query=externalNumber==X`."""

import json
import re
from typing import Any

from tests.backoffices.fakes.server import Answer, json_answer
from tests.backoffices.fakes.topdesk_rules import Attachment, Incident, Refused

CONDITION = re.compile(r"""(\w+)==(["']?)(.*)\2""")
MOST_PER_PAGE = 10_000
FIRST_WITH_QUERY = (3, 3)


def search(incidents: list[Incident], query: dict[str, str], version: str) -> Answer:
    knows_query = tuple(int(part) for part in version.split(".")) >= FIRST_WITH_QUERY
    conditions = []
    if "external_number" in query:
        conditions.append(("externalNumber", query["external_number"]))
    if "query" in query and knows_query:
        for each in query["query"].split(";"):
            condition = CONDITION.fullmatch(each)
            if condition is None or condition[1] not in {"externalNumber", "number", "id"}:
                raise Refused(400, "The query cannot be parsed", errors=False)
            conditions.append((condition[1], condition[3]))
    found = [
        each.fields
        for each in incidents
        if all(each.fields[name] == value for name, value in conditions)
    ]
    size, start = query.get("page_size", "10"), query.get("start", "0")
    if not size.isdecimal() or not start.isdecimal() or not 1 <= int(size) <= MOST_PER_PAGE:
        raise Refused(400, f"page_size is 1 to {MOST_PER_PAGE}", errors=False)
    first, last = int(start), int(start) + int(size)
    names = [name for name in query.get("fields", "").split(",") if name]
    page = [
        {name: each[name] for name in each if not names or name in names}
        for each in found[first:last]
    ]
    return page_of(page, more=last < len(found))


def page_of(content: list[dict[str, Any]], *, more: bool = False) -> Answer:
    if not content:
        return Answer(204)
    return json_answer(206 if more else 200, content)


def attached(incident: Incident, attachment: Attachment) -> dict[str, Any]:
    return {
        "id": attachment.id,
        "fileName": attachment.file_name,
        "size": len(attachment.content),
        "description": attachment.description,
        "invisibleForCaller": attachment.invisible_for_caller,
        "downloadUrl": f"/tas/api/incidents/id/{incident.id}/attachments/{attachment.id}/download",
    }


def text_of(incident: Incident) -> str:
    whole = (incident.fields, incident.requests, incident.actions)
    names = [(each.file_name, each.description) for each in incident.attachments]
    return json.dumps([whole, names], ensure_ascii=False)
