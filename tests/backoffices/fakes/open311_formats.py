"""How an Open311 answer is written down: JSON, or the XML that GeoReport v2 asks for.

    written("json", 200, "services", [{"service_code": "LAMP", "metadata": True}])
        [{"service_code": "LAMP", "metadata": true}]
    written("xml", 200, "services", [{"service_code": "LAMP", "metadata": True}])
        <services><service><service_code>LAMP</service_code><metadata>true</metadata>...

JSON leaves the root's name out; in XML each entry of a list has a name of its own.
"""

import json
import re
from typing import Any
from xml.etree import ElementTree as ET

from tests.backoffices.fakes.open311_rules import Report, Service, Update, date_of, w3
from tests.backoffices.fakes.server import Answer

ENTRY = {
    "services": "service",
    "attributes": "attribute",
    "values": "value",
    "service_requests": "request",
    "service_request_updates": "request_update",
    "errors": "error",
}


def written(form: str, status: int, root: str, content: object) -> Answer:
    if form == "json":
        body = json.dumps(content, ensure_ascii=False).encode()
        return Answer(status, body, "application/json; charset=utf-8")
    body = ET.tostring(_element(root, content), encoding="utf-8", xml_declaration=True)
    return Answer(status, body, "text/xml; charset=utf-8")


def error(form: str, status: int, *descriptions: str) -> Answer:
    content = [{"code": status, "description": each} for each in descriptions]
    return written(form, status, "errors", content)


def spelt(form: str, content: Any, mysociety: bool, name: str = "") -> Any:
    """mySociety writes "true"; the specification's own examples make numbers of codes."""
    match content:
        case dict():
            return {key: spelt(form, each, mysociety, key) for key, each in content.items()}
        case list():
            return [spelt(form, each, mysociety, name) for each in content]
        case bool() if mysociety:
            return str(content).lower()
        case str() if form == "json" and not mysociety:
            coded = name in {"service_code", "key", "service_request_id"}
            if coded and re.fullmatch(r"[1-9]\d*", content):
                return int(content)
            return float(content) if name in {"lat", "long"} and content else content
    return content


def service_content(service: Service) -> dict[str, Any]:
    return {
        "service_code": service.service_code,
        "service_name": service.service_name,
        "description": service.service_name,
        "metadata": bool(service.attributes),
        "type": service.type,
        "keywords": "",
        "group": service.group,
    }


def report_content(report: Report, service_name: str, mysociety: bool) -> dict[str, Any]:
    code = report.get("service_code")
    pictures = report.all("media_url")
    shown: dict[str, Any] = {
        "service_request_id": report.service_request_id,
        "status": report.status,
        "service_name": service_name,
        "service_code": code,
        "description": report.get("description"),
        "requested_datetime": w3(report.requested),
        "updated_datetime": w3(report.updated),
        "address": report.get("address_string"),
        "address_id": report.get("address_id"),
        "zipcode": "",
        "lat": report.get("lat"),
        "long": report.get("long"),
        "media_url": pictures if len(pictures) > 1 else "".join(pictures),
    }
    if not mysociety:
        shown |= {"status_notes": report.status_notes, "agency_responsible": ""}
        shown |= {"media_url": pictures[0] if pictures else ""}
    return shown


def news(updates: list[Update], query: dict[str, str]) -> list[dict[str, Any]]:
    after, before = (
        date_of(query.get(name, ""), mysociety=True) for name in ("start_date", "end_date")
    )
    return [
        {
            "update_id": each.update_id,
            "service_request_id": each.service_request_id,
            "status": each.status,
            "updated_datetime": w3(each.updated),
            "description": each.description,
            "media_url": "",
        }
        for each in updates
        if (not after or each.updated >= after) and (not before or each.updated <= before)
    ]


def _element(name: str, content: object) -> ET.Element:
    element = ET.Element(name)
    if isinstance(content, dict):
        element.extend(_element(key, value) for key, value in content.items())
    elif isinstance(content, list):
        element.extend(_element(ENTRY.get(name, name), each) for each in content)
    elif isinstance(content, bool):
        element.text = "true" if content else "false"
    elif content is not None:
        element.text = str(content)
    return element
