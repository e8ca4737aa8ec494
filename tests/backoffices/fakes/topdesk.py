"""A TOPdesk: incidents with a number, a caller, actions and attachments, behind Basic auth.

    with FakeTopdesk() as town:
        town.url, town.login, town.password
        town.incidents                  `town.times(code)` counts those that hold a code
        town.ambiguous("Afval")         a second category with that name
        town.set_processing_status("I 2301 001", "Gereed", completed=True)
        town.add_action("I 2301 001", "De lamp is vervangen.")
        town.automated_action(desk_url, "secret", incident, '{"number": "${number}"}')

It looks nothing up by itself: the same externalNumber twice is two incidents.
"""

import base64
import json
import re
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from string import Template
from typing import Any
from urllib.parse import unquote

import requests

from tests.backoffices.fakes.server import Answer, Asked, FakeServer, json_answer
from tests.backoffices.fakes.topdesk_listing import attached, page_of, search, text_of
from tests.backoffices.fakes.topdesk_rules import (
    KEPT_AS_IS,
    REFERENCES,
    Attachment,
    Incident,
    Named,
    Refused,
    check_shape,
    check_uuid,
    cleaned,
    picked,
)

ONE = re.compile(r"/tas/api/incidents/(id|number)/([^/]+)(?:/(\w+))?(?:/([^/]+)/download)?")


class FakeTopdesk(FakeServer):
    def __init__(self) -> None:
        super().__init__()
        self.login = "kiosk"
        self.password = "abcde-fghij-klmno-pqrst-uvwxy"
        self.may_use_api = True  # the permission group "REST API"
        self.version = "3.9.0"  # before 3.3 it does not know `query`, and lists everything
        self.branch_needed = False  # for a caller who is not registered
        street, waste = Named("Straat"), Named("Afval")
        self.lists: dict[str, list[Named]] = {name: [] for name in REFERENCES}
        self.lists["category"] = [street, waste]
        self.lists["subcategory"] = [Named("Lamp", within=street.id), Named("Bak", within=waste.id)]
        self.lists["processingStatus"] = [
            Named(name) for name in ("Aangemeld", "In behandeling", "Gepland", "Gereed")
        ]
        self.lists["callType"] = [Named("Melding")]
        self.lists["entryType"] = [Named("Kiosk")]
        self.lists["operatorGroup"] = [Named("Buitendienst")]
        self.lists["branch"] = [Named("Voorbeeldstad")]
        self.persons: dict[str, str] = {}  # id by e-mail address
        self.incidents: list[Incident] = []
        self.now: Callable[[], datetime] = lambda: datetime.now(UTC)

    def times(self, reference: str) -> int:
        with self.lock:
            return sum(reference in text_of(incident) for incident in self.incidents)

    # What a clerk does.

    def ambiguous(self, category: str) -> None:
        self.lists["category"].append(Named(category))

    def set_processing_status(
        self, number: str, name: str, *, completed: bool = False, closed: bool = False
    ) -> None:
        with self.lock:
            status = picked("processingStatus", {"name": name}, self.lists["processingStatus"])
            change = {"processingStatus": status.reference()}
            self._change(self._by("number", number), change, completed, closed)

    def add_action(self, number: str, text: str, *, invisible: bool = False) -> None:
        with self.lock:
            self._note(self._by("number", number).actions, text, invisible)

    def automated_action(
        self,
        url: str,
        secret: str,
        incident: Incident,
        body_template: str,
        header: str = "X-Topdesk-Secret",
    ) -> requests.Response:
        """The HTTP request of an action sequence. `body_template` is the customer's JSON, with
        ${id}, ${number}, ${externalNumber}, ${briefDescription}, ${status}, ${completed},
        ${closed} and ${action}: the newest one that the caller may read."""
        shown = incident.fields
        visible = [each for each in incident.actions if not each["invisibleForCaller"]]
        variables = {
            name: str(shown[name] or "")
            for name in ("id", "number", "externalNumber", "briefDescription")
        }
        variables["status"] = (shown["processingStatus"] or {}).get("name", "")
        variables |= {name: str(shown[name]).lower() for name in ("completed", "closed")}
        variables["action"] = visible[-1]["memoText"] if visible else ""
        escaped = {name: json.dumps(value)[1:-1] for name, value in variables.items()}
        body = Template(body_template).substitute(escaped)
        headers = {"Content-Type": "application/json", header: secret}
        return requests.post(url, data=body.encode(), headers=headers, timeout=10)

    # What the server answers.

    def answer(self, asked: Asked) -> Answer:
        try:
            self._check_rights(asked)
            with self.lock:
                return self._answer(asked)
        except Refused as refused:
            if refused.errors:
                return json_answer(refused.status, {"errors": [{"errorMessage": refused.message}]})
            return json_answer(refused.status, [{"message": refused.message}])

    def _check_rights(self, asked: Asked) -> None:
        right = base64.b64encode(f"{self.login}:{self.password}".encode()).decode()
        if asked.headers.get("Authorization") != f"Basic {right}":
            raise Refused(401, "The login or application password is not right", errors=False)
        if not self.may_use_api:
            raise Refused(403, "No permission for the REST API", errors=False)

    def _answer(self, asked: Asked) -> Answer:
        match asked.method, asked.path.removeprefix("/tas/api/"):
            case "GET", "version":
                return json_answer(200, {"version": self.version})
            case "GET", "incidents/categories":
                return self._listed("category")
            case "GET", "incidents/subcategories":
                return self._listed("subcategory")
            case "GET", "incidents/processing_status":
                return self._listed("processingStatus")
            case "GET", "incidents/call_types":
                return self._listed("callType")
            case "GET", "incidents/entry_types":
                return self._listed("entryType")
            case "GET", "incidents":
                return search(self.incidents, asked.query, self.version)
            case "POST", "incidents":
                return json_answer(201, self._create(_json(asked)).fields)
        found = ONE.fullmatch(asked.path)
        if found is None:
            raise Refused(404, "Not found", errors=False)
        incident = self._by(found[1], unquote(found[2]))
        return self._on(incident, asked, found[3] or "", found[4] or "")

    def _on(self, incident: Incident, asked: Asked, what: str, which: str) -> Answer:
        if asked.method != "GET" and incident.archived and what != "unarchive":
            raise Refused(422, "The incident is archived")
        match asked.method, what:
            case "GET", "":
                return json_answer(200, incident.fields)
            case (("PUT" | "PATCH"), ""):
                self._update(incident, _json(asked))
                return json_answer(200, incident.fields)
            case "PUT", "escalate" | "deescalate":
                line = "secondLine" if what == "escalate" else "firstLine"
                self._change(incident, {"status": line})
                return json_answer(200, incident.fields)
            case "PUT", "archive" | "unarchive":
                incident.archived = what == "archive"
                return json_answer(200, incident.fields)
            case "GET", "actions":
                return page_of(incident.actions)
            case "GET", "requests":
                return page_of(incident.requests)
            case "GET", "attachments" if which:
                for each in incident.attachments:
                    if each.id == which:
                        return Answer(200, each.content, "application/octet-stream")
            case "GET", "attachments":
                return page_of([attached(incident, each) for each in incident.attachments])
            case "POST", "attachments":
                return json_answer(200, attached(incident, self._attach(incident, asked)))
        raise Refused(404, "Not found", errors=False)

    def _listed(self, kind: str) -> Answer:
        categories = {each.id: each.reference() for each in self.lists["category"]}
        listed = [
            each.reference() | ({"category": categories[each.within]} if each.within else {})
            for each in self.lists[kind]
        ]
        return json_answer(200, listed)

    def _by(self, kind: str, value: str) -> Incident:
        wanted = check_uuid(value, "id") if kind == "id" else value.lower()
        for incident in self.incidents:
            if wanted == (incident.id if kind == "id" else incident.number.lower()):
                return incident
        raise Refused(404, "The incident does not exist", errors=False)

    def _create(self, given: Any) -> Incident:
        content = check_shape(given, new=True)
        caller = self._caller(content)
        now = self.now()
        serial = len(self.incidents) + 1
        number = f"I {now:%y%m} {serial:03}"
        fields: dict[str, Any] = {"id": str(uuid.uuid4()), "number": number, "caller": caller}
        fields |= dict.fromkeys((*KEPT_AS_IS, *REFERENCES))
        fields |= {"status": "firstLine", "request": "", "creationDate": _date(now)}
        fields |= {"completed": False, "completedDate": None, "closed": False, "closedDate": None}
        incident = Incident(fields["id"], number, fields)
        self._update(incident, content, new=True)
        self.incidents.append(incident)
        return incident

    def _caller(self, content: dict[str, Any]) -> dict[str, Any]:
        if "caller" in content:
            caller: dict[str, Any] = content["caller"]
            if not caller.get("dynamicName"):
                raise Refused(400, "'caller.dynamicName' is needed")
            if self.branch_needed and "branch" not in caller:
                raise Refused(400, "'caller.branch' is needed")
            if "branch" in caller:
                branch = picked("caller.branch", caller["branch"], self.lists["branch"])
                caller = caller | {"branch": branch.reference()}
            return caller
        lookup = content["callerLookup"]
        if "id" in lookup:
            check_uuid(lookup["id"], "callerLookup.id")
        for email, identifier in self.persons.items():
            if lookup.get("id") == identifier or lookup.get("email") == email:
                return {"id": identifier, "email": email}
        raise Refused(400, "'callerLookup' finds no person")

    def _update(self, incident: Incident, given: Any, *, new: bool = False) -> None:
        content = check_shape(given, new=new)
        change = {name: content[name] for name in KEPT_AS_IS if name in content}
        for name in REFERENCES:
            if name in content:
                among = self.lists[name]
                if name == "subcategory":
                    within = (change.get("category") or incident.fields["category"] or {}).get("id")
                    among = [each for each in among if within in (None, each.within)]
                change[name] = picked(name, content[name], among).reference()
        if content.get("request"):
            self._note(incident.requests, content["request"])
            change["request"] = "<br>".join(each["memoText"] for each in incident.requests)
        if content.get("action"):
            invisible = bool(content.get("actionInvisibleForCaller"))
            self._note(incident.actions, content["action"], invisible)
        completed, closed = content.get("completed"), content.get("closed")
        self._change(incident, change, completed, closed)

    def _change(
        self,
        incident: Incident,
        change: dict[str, Any],
        completed: bool | None = None,
        closed: bool | None = None,
    ) -> None:
        now = _date(self.now())
        for name, value in (("completed", completed), ("closed", closed)):
            if value is not None:
                change = change | {name: value, f"{name}Date": now if value else None}
        incident.fields |= change | {"modificationDate": now}

    def _note(self, among: list[dict[str, Any]], text: str, invisible: bool = False) -> None:
        note = {"id": str(uuid.uuid4()), "memoText": cleaned(text)}
        among.append(note | {"invisibleForCaller": invisible, "entryDate": _date(self.now())})

    def _attach(self, incident: Incident, asked: Asked) -> Attachment:
        if asked.headers.get_content_type() != "multipart/form-data":
            raise Refused(400, "The body is no multipart form", errors=False)
        files = [(name, body) for key, name, _, body in asked.parts() if key == "file" and name]
        if len(files) != 1:
            raise Refused(400, "'file' is needed")
        form = dict(asked.form())
        invisible = form.get("invisibleForCaller", "false") == "true"
        description = form.get("description", "")
        attachment = Attachment(str(uuid.uuid4()), *files[0], description, invisible)
        incident.attachments.append(attachment)
        return attachment


def _json(asked: Asked) -> Any:
    try:
        return asked.json()
    except ValueError:
        raise Refused(400, "The body cannot be parsed", errors=False) from None


def _date(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.000%z")
