"""A MOR-core of Rotterdam on loopback: reports of the public space, told back by a webhook.

    with FakeMor(desk_url=desk.url) as mor:
        mor.desk_username, mor.desk_password   the login that the desk gave this back-office
        mor.signals, mor.reports               what it holds, oldest first
        mor.times("4821-7390-5560")            how many signals contain this reference
        mor.set_status(report, "in_behandeling", "We gaan kijken.")
        mor.close_report(report, "De lamp is vervangen.")   tells the desk; gives its answers
        mor.locked = True                      423; `mor.closed_for_more = True` 405

A signal with the same bron_id and bron_signaal_id as one before is refused, as is every body
with a fault in it: with 500, and the reason as JSON.
"""

import json
import re
import secrets
import uuid
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import requests

from tests.backoffices.fakes.drf import (
    ENGLISH,
    Fields,
    host_of,
    method_not_allowed,
    not_json,
    now,
    rendered,
)
from tests.backoffices.fakes.mor_rules import RefusedUrlError, UnknownApplicationError, check
from tests.backoffices.fakes.server import Answer, Asked, FakeServer, json_answer

STATES = (
    "openstaand",
    "in_behandeling",
    "controle",
    "afgehandeld",
    "geannuleerd",
    "wachten_melder",
    "pauze",
)


@dataclass
class Report:
    """A melding: what the town does something about. One or more signals led to it."""

    id: int
    state: str = "openstaand"
    resolution: str | None = None
    public_text: str = ""
    closed_at: datetime | None = None
    reopened_because: str = ""
    uuid: str = field(default_factory=lambda: str(uuid.uuid4()))
    created_at: datetime = field(default_factory=now)
    changed_at: datetime = field(default_factory=now)


@dataclass
class Signal:
    """`content` is what was sent; `said` the same as JSON text without the attachments."""

    content: dict[str, Any]
    said: str
    report: Report
    uuid: str = field(default_factory=lambda: str(uuid.uuid4()))
    created_at: datetime = field(default_factory=now)

    @property
    def url(self) -> str:
        return str(self.content["signaal_url"])

    @property
    def key(self) -> tuple[str, str] | None:
        key = (self.content.get("bron_id"), self.content.get("bron_signaal_id"))
        return None if None in key else (str(key[0]), str(key[1]))


class FakeMor(FakeServer):
    def __init__(self, desk_url: str = "http://127.0.0.1:8800") -> None:
        super().__init__()
        self.desk_url = desk_url  # where it logs in for the webhook
        self.desk_username = "mor-core"
        self.desk_password = secrets.token_urlsafe(12)
        self.tells_when_closed = True  # stuur_notificatie_melding_afgesloten
        self.applications: set[str] = set()  # more hosts that signals may come from
        self.subjects_url = "http://onderwerpen.example.org/api/v1/onderwerp/"
        self.username = "desk@example.org"
        self.password = secrets.token_urlsafe(12)
        self.token = secrets.token_hex(20)
        self.signals: list[Signal] = []
        self.reports: list[Report] = []
        self.locked = False
        self.closed_for_more = False
        self._by_key: dict[tuple[str, str], Signal] = {}
        self._address = ""  # the host under which it was last asked

    # What a test asks, and does as the clerk.

    def times(self, reference: str) -> int:
        with self.lock:
            return sum(reference in signal.said for signal in self.signals)

    def report_of(self, signaal_url: str) -> Report:
        with self.lock:
            return next(each.report for each in self.signals if each.url == signaal_url)

    def set_status(
        self, report: Report, state: str, text: str = "", resolution: str | None = None
    ) -> None:
        """Changes it without a word to the desk."""
        if state not in STATES:
            raise ValueError(f"no such state: {state}")
        with self.lock:
            report.state, report.public_text, report.resolution = state, text, resolution
            report.changed_at = now()
            report.closed_at = now() if state in ("afgehandeld", "geannuleerd") else None

    def close_report(
        self, report: Report, text: str, resolution: str = "opgelost", state: str = "afgehandeld"
    ) -> list[int]:
        """Closes it and tells the desk of each signal: the statuses that the desk answered.

        Only of `afgehandeld`; of a report that was cancelled the desk hears nothing.
        """
        self.set_status(report, state, text, resolution)
        if state != "afgehandeld" or not self.tells_when_closed:
            return []
        with self.lock:
            signals = [signal for signal in self.signals if signal.report is report]
        return [self.tell(signal) for signal in signals]

    def tell(self, signal: Signal) -> int:
        """One try of the webhook; the real one tries up to six times more, 2 to 30 minutes apart.

        The status of the desk's answer; that of the login where it was refused.
        """
        login = {"username": self.desk_username, "password": self.desk_password}
        door = requests.post(f"{self.desk_url}/api-token-auth/", json=login, timeout=10)
        if door.status_code != 200:
            return door.status_code
        told = requests.post(
            signal.url + "melding-afgesloten/",  # with nothing in between
            json={"melding_url": f"{self._address or self.url}{_path(signal.report)}"},
            headers={"Authorization": f"Token {door.json()['token']}"},
            timeout=10,
        )
        return told.status_code

    # What it answers.

    def answer(self, asked: Asked) -> Answer:
        with self.lock:
            self._address = host_of(asked)
            if asked.path == "/api-token-auth/":
                return self._login(asked)
            refusal = self._who(asked)
            if refusal:
                return refusal
            if asked.path == "/api/v1/signaal/":
                match asked.method:
                    case "POST":
                        return self._create(asked)
                    case "GET":
                        return self._list(asked)
                return method_not_allowed(asked)
            return self._detail(asked)

    def _login(self, asked: Asked) -> Answer:
        if asked.method != "POST":
            return method_not_allowed(asked)
        try:
            json_sent = asked.headers.get_content_type() == "application/json"
            given = asked.json() if json_sent else dict(asked.form())
        except ValueError as error:
            return json_answer(400, not_json(error))
        fields = Fields(given, ENGLISH)
        name = fields.text("username", required=True, blank=False)
        word = fields.text("password", required=True, blank=False)
        if fields.bad:
            return json_answer(400, rendered(fields.faults))
        if (name, word) != (self.username, self.password):
            said = "Unable to log in with provided credentials."
            return json_answer(400, {"non_field_errors": [said]})
        return json_answer(200, {"token": self.token})

    def _who(self, asked: Asked) -> Answer | None:
        given = asked.headers["Authorization"] or ""
        if given == f"Token {self.token}":
            return None
        said = (
            "Invalid token."
            if given.startswith("Token ")
            else "Authentication credentials were not provided."
        )
        return json_answer(401, {"detail": said}, WWW_Authenticate="Token")

    def _create(self, asked: Asked) -> Answer:
        if self.locked:
            return json_answer(423, {"detail": "De melding is in gebruik"})
        if self.closed_for_more:
            return json_answer(405, {"detail": "De melding is afgesloten"})
        try:
            content = asked.json()
        except ValueError as error:
            return json_answer(400, not_json(error))
        desk = urlsplit(self.desk_url)
        known = self.applications | {f"{desk.scheme}://{desk.netloc}"}
        try:
            fields = check(content, known, self.subjects_url)
        except UnknownApplicationError as error:
            said = "De applicatie voor deze uri kon niet worden gevonden"
            return json_answer(500, {"detail": f"{said}: uri={error}"})
        except RefusedUrlError as error:
            return json_answer(406, {"detail": f"Url fout: {error}"})
        report = self._meant(fields)
        if fields.bad or report is None:
            return json_answer(500, rendered(fields.faults))
        with_files = {name: value for name, value in content.items() if name != "bijlagen"}
        signal = Signal(content, json.dumps(with_files, ensure_ascii=False), report)
        key = signal.key
        if key in self._by_key:
            said = "The fields bron_id, bron_signaal_id must make a unique set."
            return json_answer(500, {"non_field_errors": [said]})
        if key is not None:
            self._by_key[key] = signal
        if report not in self.reports:
            self.reports.append(report)
        self.signals.append(signal)
        return json_answer(201, {**self._shown(signal), "uuid": signal.uuid})

    def _meant(self, fields: Fields) -> Report | None:
        """The report that the signal is one more of, or a new one."""
        number = fields.content.get("melding")
        if number is None:
            return Report(len(self.reports) + 1)
        found = [report for report in self.reports if report.id == number]
        if not found:
            fields.faults["melding"] = [f'Invalid pk "{number}" - object does not exist.']
        return found[0] if found else None

    def _list(self, asked: Asked) -> Answer:
        """Filters that it does not know change nothing."""
        url = asked.query.get("signaal_url")
        found = [each for each in self.signals if not url or each.url == url]
        size = int(asked.query.get("limit") or 10)
        start = int(asked.query.get("offset") or 0)
        results = [self._shown(each) for each in found[start : start + size]]
        return json_answer(
            200, {"count": len(found), "next": None, "previous": None, "results": results}
        )

    def _detail(self, asked: Asked) -> Answer:
        found = re.fullmatch(r"/api/v1/(signaal|melding)/([0-9a-f-]{36})/(heropenen/)?", asked.path)
        if found is None:
            return Answer(404, b"<!doctype html><title>Not Found</title>", "text/html")
        if found[3]:
            return self._reopen(asked, found[2])
        if asked.method != "GET":
            return method_not_allowed(asked)
        if found[1] == "signaal":
            for signal in self.signals:
                if signal.uuid == found[2]:
                    return json_answer(200, self._shown(signal))
        for report in self.reports:
            if report.uuid == found[2]:
                return json_answer(200, self._shown_report(report))
        return json_answer(404, {"detail": "Not found."})

    def _reopen(self, asked: Asked, wanted: str) -> Answer:
        """As in its source: PATCH with {"status": {"naam"}, "resolutie", "omschrijving_intern"}."""
        if asked.method != "PATCH":
            return method_not_allowed(asked)
        if self.locked:
            return json_answer(423, {"detail": "De melding is in gebruik"})
        report = next((each for each in self.reports if each.uuid == wanted), None)
        if report is None:
            return json_answer(404, {"detail": "Not found."})
        content = asked.json()
        report.reopened_because = content["omschrijving_intern"]
        self.set_status(report, content["status"]["naam"], "", content["resolutie"])
        return json_answer(200, self._shown_report(report))

    def _shown(self, signal: Signal) -> dict[str, Any]:
        return {
            "_links": {
                "self": f"{self._address}/api/v1/signaal/{signal.uuid}/",
                "melding": f"{self._address}{_path(signal.report)}",
            },
            "signaal_url": signal.url,
            "bron_id": signal.content.get("bron_id"),
            "bron_signaal_id": signal.content.get("bron_signaal_id"),
            "melder": signal.content.get("melder"),
            "melding": self._shown_report(signal.report),
        }

    def _shown_report(self, report: Report) -> dict[str, Any]:
        closed = report.closed_at
        return {
            "_links": {"self": f"{self._address}{_path(report)}"},
            "id": report.id,
            "uuid": report.uuid,
            "meta": {},
            "aangemaakt_op": report.created_at.isoformat(),
            "aangepast_op": report.changed_at.isoformat(),
            "origineel_aangemaakt": report.created_at.isoformat(),
            "afgesloten_op": closed.isoformat() if closed else None,
            "status": {"naam": report.state},
            "resolutie": report.resolution,
            "laatste_meldinggebeurtenis": {"omschrijving_extern": report.public_text},
        }


def _path(report: Report) -> str:
    return f"/api/v1/melding/{report.uuid}/"
