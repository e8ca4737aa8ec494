"""An Open311 back-office, as the specification says ("plain") or as mySociety made it.

    with FakeOpen311("mysociety") as town:
        town.endpoint       http://127.0.0.1:<port>/open311/v2
        town.api_key        what POST asks for
        town.reports        what was filed; `town.times(code)` counts those that hold a code
        town.set_status("1001", "closed", "De lamp brandt weer.")
        town.push_update(desk_url, "1001", "fixed", "Gemaakt.")

"plain" speaks XML and JSON with real booleans and numbers, answers 201, 403 for a bad key, 404
for an unknown service and 400 for all else. "mysociety" behaves as open311-adapter: 200, strict
about form fields and dates, "true" as a word, 400 where the specification says 403 or 404, and
`servicerequestupdates`. Neither tells repeats apart unless `refuse_duplicates` is set.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Literal

import requests

from tests.backoffices.fakes.open311_formats import (
    error,
    news,
    report_content,
    service_content,
    spelt,
    written,
)
from tests.backoffices.fakes.open311_rules import (
    ATTRIBUTE,
    STATES,
    Form,
    Refused,
    Report,
    Service,
    Update,
    check_fields,
    check_key,
    check_update,
    example_services,
    form_of,
    span,
    w3,
)
from tests.backoffices.fakes.server import Answer, Asked, FakeServer

PATH = re.compile(r"/open311/v2/(\w+)(?:/([^/]+))?\.(json|xml)")
MOST = 1000


class FakeOpen311(FakeServer):
    """`reports`, and `posted`: the updates that clients sent; `updates`: the town's own."""

    def __init__(self, flavour: Literal["plain", "mysociety"] = "plain") -> None:
        super().__init__()
        self.flavour = flavour
        self.mysociety = flavour == "mysociety"
        self.api_key = "key-of-the-desk"
        self.jurisdiction_id = ""  # set: asked for in every request
        self.services = example_services()
        self.reports: list[Report] = []
        self.updates: list[Update] = []
        self.posted: list[Update] = []
        self.gives: Literal["id", "token", "nothing"] = "id"
        self.polls_before_id = 2
        self.failure = ""  # "The CRM is down": what POST requests answers
        self.refuse_duplicates = False  # as SeeClickFix does
        self.now: Callable[[], datetime] = lambda: datetime.now(UTC)

    def _second(self) -> datetime:
        return self.now().replace(microsecond=0)  # as exact as its answers

    @property
    def endpoint(self) -> str:
        return f"{self.url}/open311/v2"

    def times(self, reference: str) -> int:
        with self.lock:
            return sum(reference in str(report.form) for report in self.reports)

    # What a clerk does.

    def set_status(self, service_request_id: str, status: str, status_notes: str = "") -> None:
        """At mySociety's the text goes into an update: its requests have no status_notes."""
        if status not in (STATES if self.mysociety else {"open", "closed"}):
            raise ValueError(f"{status!r} is no status of a {self.flavour} Open311 server")
        with self.lock:
            report = self._report(service_request_id)
            report.status, report.status_notes = status, status_notes
            report.updated = self._second()
            if self.mysociety:
                self.add_update(service_request_id, status, status_notes)

    def add_update(self, service_request_id: str, status: str, description: str) -> Update:
        with self.lock:
            identifier = str(len(self.updates) + 1)
            update = Update(identifier, service_request_id, status, description, self._second())
            self.updates.append(update)
            return update

    def push_update(
        self,
        url: str,
        service_request_id: str,
        status: str,
        description: str,
        *,
        update_id: str = "",
        api_key: str = "",
        jurisdiction_id: str = "",
        updated_datetime: str = "",
        **more: str,
    ) -> requests.Response:
        """POST to `url` (the desk's .../servicerequestupdates.json or .xml), as an adapter does.
        With the `update_id` of one of `updates` it is a repeat."""
        known = [each for each in self.updates if each.update_id == update_id]
        update = known[0] if known else self.add_update(service_request_id, status, description)
        form = {
            "jurisdiction_id": jurisdiction_id,
            "api_key": api_key or self.api_key,
            "service_request_id": service_request_id,
            "update_id": update.update_id,
            "updated_datetime": updated_datetime or w3(update.updated),
            "status": status,
            "description": description,
        }
        return requests.post(url, data=form | more, timeout=10)

    # What the server answers.

    def answer(self, asked: Asked) -> Answer:
        found = PATH.fullmatch(asked.path)
        if found is None:
            return Answer(404, b"Bad extension. We support .xml and .json", "text/plain")
        what, which, form = found.groups()
        try:
            with self.lock:
                return self._answer(asked, what, which or "", form)
        except Refused as refused:
            return error(form, refused.status, *refused.descriptions)

    def _answer(self, asked: Asked, what: str, which: str, form: str) -> Answer:
        if asked.method == "GET":
            self._check_jurisdiction(asked.query.get("jurisdiction_id", ""))
        match asked.method, what, which:
            case "GET", "services", "":
                listed = [service_content(each) for each in self.services.values()]
                return written(form, 200, "services", spelt(form, listed, self.mysociety))
            case "GET", "services", code:
                definition = spelt(form, self._definition(code), self.mysociety)
                return written(form, 200, "service_definition", definition)
            case "GET", "tokens", token:
                return self._requests(form, self._poll(token))
            case "GET", "requests", "":
                return self._requests(form, [self._shown(r) for r in self._found(asked.query)])
            case "GET", "requests", identifier:
                return self._requests(form, [self._shown_alone(identifier)])
            case "POST", "requests", "":
                return self._requests(form, [self._file(asked)], 200 if self.mysociety else 201)
            case "GET", "servicerequestupdates", "" if self.mysociety:
                found = news(self.updates, asked.query)
                return written(form, 200, "service_request_updates", found)
            case "POST", "servicerequestupdates", "" if self.mysociety:
                return self._take_update(form, asked)
        raise Refused(404, "Resource not found")

    def _requests(self, form: str, content: list[dict[str, Any]], status: int = 200) -> Answer:
        return written(form, status, "service_requests", spelt(form, content, self.mysociety))

    def _definition(self, code: str) -> dict[str, Any]:
        if code not in self.services:
            raise Refused(404, "Resource not found" if self.mysociety else "service_code not found")
        return {"service_code": code, "attributes": self.services[code].attributes}

    def _poll(self, token: str) -> list[dict[str, Any]]:
        for report in self.reports:
            if token and report.token == token:
                report.polls += 1
                known = report.polls > self.polls_before_id
                content = {"service_request_id": report.service_request_id, "token": token}
                return [content] if known else []
        raise Refused(404, "token not found")

    def _file(self, asked: Asked) -> dict[str, Any]:
        fields, files = form_of(asked, self.mysociety)
        service = self._checked(fields)
        if self.failure:
            raise Refused(500 if self.mysociety else 400, self.failure)
        kept = [(name, value) for name, value in fields if name != "api_key"]
        if self.refuse_duplicates and any(each.form == kept for each in self.reports):
            raise Refused(400, "Invalid service request: base is a duplicate.")
        now = self._second()
        report = Report(str(1001 + len(self.reports)), kept, files, now, now)
        self.reports.append(report)
        if self.gives == "token" or service.type == "batch":
            report.token = f"token-{report.service_request_id}"
            return {"token": report.token, "service_notice": "", "account_id": ""}
        if self.gives == "nothing" or service.type == "blackbox":
            return {"service_notice": "", "account_id": ""}
        identifier = report.service_request_id
        return {"service_request_id": identifier, "service_notice": "", "account_id": ""}

    def _checked(self, fields: Form) -> Service:
        given = dict(fields)
        check_key(given, self.api_key, self.mysociety)
        code = given.get("service_code", "")
        if not code:
            raise Refused(400, "service_code was not provided")
        if code not in self.services:
            raise Refused(400, "Bad request") if self.mysociety else Refused(404, "unknown service")
        self._check_jurisdiction(given.get("jurisdiction_id", ""))
        check_fields(given, self.mysociety)
        service = self.services[code]
        sent = {found[1] for name in given if given[name] and (found := ATTRIBUTE.fullmatch(name))}
        missing = [e["code"] for e in service.attributes if e["required"] and e["code"] not in sent]
        if missing:
            raise Refused(400, f"attribute[{missing[0]}] is required")
        return service

    def _check_jurisdiction(self, given: str) -> None:
        if self.jurisdiction_id and not given:
            raise Refused(400, "jurisdiction_id was not provided")
        if self.jurisdiction_id and given != self.jurisdiction_id:
            raise Refused(404, "jurisdiction_id provided was not found")

    def _report(self, identifier: str) -> Report:
        for report in self.reports:
            if report.service_request_id == identifier:
                return report
        raise Refused(404, "Resource not found" if self.mysociety else "service_request_id unknown")

    def _found(self, query: dict[str, str]) -> list[Report]:
        if query.get("service_request_id"):
            wanted = query["service_request_id"].split(",")
            return [each for each in self.reports if each.service_request_id in wanted]
        after, before = span(query, self._second(), self.mysociety)
        codes = [code for code in query.get("service_code", "").split(",") if code]
        states = [state for state in query.get("status", "").split(",") if state]
        if not set(states) <= {"open", "closed"}:
            raise Refused(400, "status is open or closed")
        newest = sorted(self.reports, key=lambda each: each.requested, reverse=True)
        return [
            each
            for each in newest
            if after <= each.requested <= before
            and (not codes or each.get("service_code") in codes)
            and (not states or each.status in states)
        ][:MOST]

    def _shown(self, report: Report) -> dict[str, Any]:
        name = self.services[report.get("service_code")].service_name
        return report_content(report, name, self.mysociety)

    def _shown_alone(self, identifier: str) -> dict[str, Any]:
        shown = self._shown(self._report(identifier))
        if isinstance(shown["media_url"], list):
            raise Refused(500, "Error in output for GET_Service_Request")
        return shown

    def _take_update(self, form: str, asked: Asked) -> Answer:
        fields, _ = form_of(asked, self.mysociety)
        given = dict(fields)
        check_key(given, self.api_key, self.mysociety)
        updated = check_update(given)
        report = self._report(given["service_request_id"])
        if any(each.update_id == given["update_id"] for each in self.posted):
            content = {"code": 400, "description": "Bad request: already exists"}
            return written(form, 400, "errors", {"errors": content} if form == "json" else content)
        update_id, status, description = (given[n] for n in ("update_id", "status", "description"))
        kept = [(name, value) for name, value in fields if name != "api_key"]
        update = Update(update_id, report.service_request_id, status, description, updated, kept)
        self.posted.append(update)
        if status == "REOPEN":
            report.status, report.updated = "open", self._second()
        return written(form, 200, "service_request_updates", [{"update_id": update_id}])
