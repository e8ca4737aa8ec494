"""An Open311 server tells us about an update of a report (mySociety's extension).

    POST .../servicerequestupdates.json
    api_key=...&service_request_id=1001&update_id=7&status=fixed&description=...

Who sends it proves it with the key that staff agreed on (`push_key`). The answer is in the
format of the address, its refusals as FixMyStreet spells them.
"""

import hmac
import json
from collections.abc import Mapping
from urllib.parse import parse_qsl
from xml.etree import ElementTree as ET

from pydantic import SecretStr

from desk.backoffices.contract import News, Push, Pushed
from desk.backoffices.open311_reading import UNCHANGED, moment, news_of
from desk.intake.models import Status

MOST_FIELDS = 100
NEEDED = ("service_request_id", "update_id", "updated_datetime", "status", "description")


def pushed(push: Push, key: SecretStr | None, statuses: Mapping[str, Status]) -> Pushed | None:
    what, _, form = push.tail.strip("/").partition(".")
    if push.method != "POST" or what != "servicerequestupdates" or form not in {"json", "xml"}:
        return None
    try:
        text = push.body.decode()
        given = dict(parse_qsl(text, keep_blank_values=True, max_num_fields=MOST_FIELDS))
    except ValueError:
        return None
    proof = given.get("api_key", "").encode()
    if key is None or not hmac.compare_digest(proof, key.get_secret_value().encode()):
        return None
    missing = [name for name in NEEDED if not given.get(name) and name != "description"]
    if missing:
        return _refused(form, f"Bad request: {missing[0]} is missing")
    if moment(given["updated_datetime"]) is None:
        return _refused(form, "Bad request: updated_datetime is no date and time")
    number = given["service_request_id"]
    return Pushed(
        number=number,
        news=_news(given, statuses),
        answer=_update_answer(form, given["update_id"]),
        media_type=_media_type(form),
    )


def _news(given: Mapping[str, str], statuses: Mapping[str, Status]) -> News | None:
    """None where it says that nothing changed: how it is must be read there."""
    if given["status"].lower() == UNCHANGED:
        return None
    return news_of(None, [given], statuses)


def _refused(form: str, why: str) -> Pushed:
    return Pushed(status=400, answer=_errors(form, why), media_type=_media_type(form))


def _media_type(form: str) -> str:
    return "application/json" if form == "json" else "text/xml; charset=utf-8"


def _errors(form: str, why: str) -> str:
    if form == "json":
        return json.dumps({"errors": {"code": 400, "description": why}})
    return _xml("errors", {"code": "400", "description": why})


def _update_answer(form: str, update_id: str) -> str:
    if form == "json":
        return json.dumps([{"update_id": update_id}])
    return _xml("service_request_updates", {"update_id": update_id}, "request_update")


def _xml(root: str, fields: Mapping[str, str], within: str = "") -> str:
    element = ET.Element(root)
    holder = ET.SubElement(element, within) if within else element
    for name, value in fields.items():
        ET.SubElement(holder, name).text = value
    return ET.tostring(element, encoding="unicode", xml_declaration=True)
