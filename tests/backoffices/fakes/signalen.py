"""A Signalen of Amsterdam on loopback: its public door, its private door, and its odd answers.

    with FakeSignalen() as signalen:
        signalen.signals                       what it holds, oldest first
        signalen.times("4821-7390-5560")       how many signals contain this reference
        signalen.set_status(signal, "o", "De lamp is vervangen.")
        signalen.unknown_addresses.add("Dorpsstraat 1")
        signalen.public_per_hour = 2           and an hour lasts `retry_after_s`
        signalen.maintenance = True

The same signal handed in twice is two signals: this back-office knows no repeats.
"""

import json
import math
import re
import secrets
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from tests.backoffices.fakes.drf import (
    host_of,
    html_500,
    method_not_allowed,
    moment_of,
    not_json,
    now,
    rendered,
)
from tests.backoffices.fakes.server import Answer, Asked, FakeServer, json_answer
from tests.backoffices.fakes.signalen_records import (
    TREE,
    Attachment,
    Category,
    Signal,
    attached_view,
    page_view,
    private_view,
    public_view,
    sub_view,
)
from tests.backoffices.fakes.signalen_rules import (
    MAY_FOLLOW,
    OWN_STATES,
    PRIVATE_KEYS,
    PUBLIC_KEYS,
    STATES,
    AddressCrashError,
    Source,
    check,
    upload_fault,
)

_UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"


class FakeSignalen(FakeServer):
    def __init__(self) -> None:
        super().__init__()
        self.token = secrets.token_urlsafe(16)
        self.signals: list[Signal] = []
        self.categories = [
            Category("afval", "grofvuil", "Grofvuil"),
            Category("afval", "overig-afval", "Overig afval"),
            Category("wegen-verkeer-straatmeubilair", "straatverlichting", "Straatverlichting"),
            Category("wegen-verkeer-straatmeubilair", "gaten", "Gaten", is_active=False),
            Category("overig", "overig", "Overig"),
        ]
        self.sources = [
            Source("online"),
            Source("Telefoon – CCA", is_public=False),
            Source("Kiosk", is_public=False),
            Source("Oude kiosk", is_active=False, is_public=False),
        ]
        self.unknown_addresses: set[str] = set()  # "<openbare_ruimte> <huisnummer>"
        self.public_per_hour = 60
        self.retry_after_s = 3600.0  # how long the throttle's hour lasts
        self.maintenance = False
        self._posts: defaultdict[str, list[float]] = defaultdict(list)

    # What a test asks, and does as the clerk.

    def times(self, reference: str) -> int:
        with self.lock:
            return sum(reference in signal.said for signal in self.signals)

    def set_status(self, signal: Signal, state: str, text: str = "") -> None:
        """As a clerk who may do anything; PATCH keeps to the workflow."""
        with self.lock:
            signal.state, signal.status_text, signal.updated_at = state, text, now()
            signal.history.insert(
                0,
                {
                    "identifier": f"UPDATE_STATUS_{len(signal.history)}",
                    "when": signal.updated_at.isoformat(),
                    "what": "UPDATE_STATUS",
                    "action": f"Status gewijzigd naar: {STATES[state]}",
                    "description": text,
                    "who": "behandelaar@example.org",
                    "_signal": signal.id,
                },
            )

    def close(self, signal: Signal, text: str) -> None:
        self.set_status(signal, "o", text)

    # What it answers.

    def answer(self, asked: Asked) -> Answer:
        if self.maintenance:
            return Answer(503, b"API in maintenance mode", "text/plain")
        with self.lock:
            answer = self._routed(asked)
        return Answer(
            answer.status,
            answer.body,
            answer.content_type,
            {**answer.headers, "X-API-Version": "2.50.12"},
        )

    def _routed(self, asked: Asked) -> Answer:
        path = asked.path.rstrip("/")
        if path == "/signals":
            about = {"version": "2.50.12", "status": "in development"}
            return json_answer(200, {"v1": about, "version": "2.50.12"})
        if path.startswith("/signals/v1/private/"):
            refusal = self._who(asked)
            return refusal or self._private(asked, path.removeprefix("/signals/v1/private"))
        if path.startswith(TREE):
            return self._terms(asked, path)
        if path == "/signals/v1/public/signals":
            return self._public_create(asked) if asked.method == "POST" else _no_method(asked)
        found = re.fullmatch(rf"/signals/v1/public/signals/({_UUID})(/attachments)?", path)
        signal = self._by("signal_id", found[1]) if found else None
        if found is None or signal is None:
            return _not_found()
        if found[2]:
            return self._attach(asked, signal, private=False)
        return json_answer(200, public_view(signal)) if asked.method == "GET" else _no_method(asked)

    def _by(self, name: str, value: object) -> Signal | None:
        return next((each for each in self.signals if getattr(each, name) == value), None)

    def _who(self, asked: Asked) -> Answer | None:
        given = asked.headers["Authorization"]
        if given is None:
            return html_500()  # as the real one: a TypeError, not a 401
        if given != f"Bearer {self.token}":
            return json_answer(401, {"detail": "Ongeldige authenticatiegegevens."})
        return None

    def _throttled(self, asked: Asked) -> Answer | None:
        posts = self._posts[asked.headers["X-Forwarded-For"] or "127.0.0.1"]
        moment = time.monotonic()
        posts[:] = [post for post in posts if post > moment - self.retry_after_s]
        if len(posts) < self.public_per_hour:
            posts.append(moment)
            return None
        oldest = posts[0] if posts else moment
        wait_s = math.ceil(oldest + self.retry_after_s - moment)
        detail = f"Aanvraag was verstikt. Expected available in {wait_s} seconds."
        return json_answer(429, {"detail": detail}, Retry_After=str(wait_s))

    def _public_create(self, asked: Asked) -> Answer:
        refusal = self._throttled(asked)
        if refusal:
            return refusal
        try:
            made = self._made(asked.json(), private=False)
        except ValueError as error:
            return json_answer(400, not_json(error))
        except AddressCrashError:
            return html_500()
        if not isinstance(made, Signal):
            return json_answer(400, made)
        self.signals.append(made)
        return json_answer(201, public_view(made))

    def _made(self, content: Any, *, private: bool, after: int = 0) -> Signal | dict[str, Any]:
        """A new signal, or its faults."""
        paths = frozenset(category.path for category in self.categories)
        keys = PRIVATE_KEYS if private else PUBLIC_KEYS
        fields = check(content, paths, self.unknown_addresses, keys)
        source = str(fields.content.get("source", "online"))
        known = [each for each in self.sources if each.name.lower() == source.lower()]
        if "source" in fields.content and not any(
            each.is_active and each.is_public != private for each in known
        ):
            fields.faults["source"] = (
                ["Invalid source given for authenticated user"]
                if private
                else ["Invalid source given, value not known"]
            )
        if fields.bad:
            faults: dict[str, Any] = rendered(fields.faults)
            return faults
        mail = str(content["reporter"].get("email") or "")
        name = "Interne melding" if mail.lower().endswith("@amsterdam.nl") else source
        number = len(self.signals) + after + 1
        return Signal(number, content, name, json.dumps(content, ensure_ascii=False))

    def _attach(self, asked: Asked, signal: Signal, *, private: bool) -> Answer:
        if private and asked.method == "GET":
            return json_answer(
                200, page_view([attached_view(asked, file) for file in signal.attachments])
            )
        if asked.method != "POST":
            return _no_method(asked)
        if asked.headers.get_content_type() != "multipart/form-data":
            said = f'Ongeldige media type "{asked.headers.get_content_type()}" in aanvraag.'
            return json_answer(415, {"detail": said})
        files = [part for part in asked.parts() if part[0] == "file" and part[1]]
        if not files:
            return json_answer(400, {"file": ["Er is geen bestand opgestuurd."]})
        _, name, _, content = files[-1]
        fault = upload_fault(name, content, private=private)
        if fault:
            return json_answer(400, {"file": [fault]})
        still = signal.state in ("m", "reaction requested")
        if not (private or still or (signal.state == "o" and signal.feedback_asked)):
            return json_answer(400, ["Public uploads not allowed in current signal state."])
        file = Attachment(name, content, now())
        signal.attachments.append(file)
        return json_answer(201, attached_view(asked, file))

    def _terms(self, asked: Asked, path: str) -> Answer:
        host = host_of(asked)
        if path != TREE:
            subs = [sub_view(host, each) for each in self.categories if each.path == path]
            return json_answer(200, subs[0]) if subs else _not_found()
        mains = list(dict.fromkeys(each.main for each in self.categories))
        results = [
            {
                "_links": {"self": {"href": f"{host}{TREE}/{main}"}},
                "name": main.replace("-", " ").capitalize(),
                "slug": main,
                "public_name": "",
                "is_public_accessible": False,
                "sub_categories": [sub_view(host, c) for c in self.categories if c.main == main],
                "configuration": None,
            }
            for main in mains
        ]
        return self._paged(asked, results)

    def _paged(self, asked: Asked, results: list[dict[str, Any]]) -> Answer:
        size = int(asked.query.get("page_size") or 100)
        number = int(asked.query.get("page") or 1)
        query = {**asked.query, "page": str(number + 1)}
        onward = "&".join(f"{name}={value}" for name, value in query.items())
        more = len(results) > number * size
        here = f"{host_of(asked)}{asked.path}"
        links = {"self": {"href": here}, "next": {"href": f"{here}?{onward}" if more else None}}
        part = results[(number - 1) * size : number * size]
        return json_answer(200, {"_links": links, "count": len(results), "results": part})

    # The private door.

    def _private(self, asked: Asked, path: str) -> Answer:
        if path == "/sources":
            return json_answer(200, page_view([vars(source) for source in self.sources]))
        if path == "/signals":
            if asked.method == "POST":
                return self._private_create(asked)
            if asked.method == "GET":
                return self._paged(
                    asked, [private_view(asked, each) for each in self._found(asked)]
                )
            return _no_method(asked)
        found = re.fullmatch(r"/signals/(\d+)(/history|/attachments)?", path)
        signal = self._by("id", int(found[1])) if found else None
        if found is None or signal is None:
            return _not_found()
        if found[2] == "/attachments":
            return self._attach(asked, signal, private=True)
        if asked.method == "PATCH" and not found[2]:
            return self._patch(asked, signal)
        if asked.method != "GET":
            return _no_method(asked)
        return json_answer(200, signal.history if found[2] else private_view(asked, signal))

    def _private_create(self, asked: Asked) -> Answer:
        """One signal, or a list of at most ten: all or none."""
        try:
            content = asked.json()
            several = content if isinstance(content, list) else [content]
            made = [self._made(each, private=True, after=n) for n, each in enumerate(several)]
        except ValueError as error:
            return json_answer(400, not_json(error))
        except AddressCrashError:
            return html_500()
        if len(made) > 10:
            return json_answer(400, ["Maximaal 10 meldingen per keer."])
        good = [each for each in made if isinstance(each, Signal)]
        if len(good) < len(made):
            faults = [{} if isinstance(each, Signal) else each for each in made]
            return json_answer(400, faults if isinstance(content, list) else faults[0])
        self.signals += good
        shown = [private_view(asked, each) for each in good]
        return json_answer(201, shown if isinstance(content, list) else shown[0])

    def _found(self, asked: Asked) -> Iterator[Signal]:
        """Newest first. Filters that it does not know change nothing, as with django-filter."""
        query = asked.query
        for signal in reversed(self.signals):
            if (
                query.get("id") in (None, "", str(signal.id))
                and query.get("source") in (None, "", signal.source)
                and query.get("status") in (None, "", signal.state)
                and _between(signal.created_at, query, "created")
                and _between(signal.updated_at, query, "updated")
            ):
                yield signal

    def _patch(self, asked: Asked, signal: Signal) -> Answer:
        try:
            status = asked.json().get("status", {})
        except ValueError as error:
            return json_answer(400, not_json(error))
        state = status.get("state")
        if state not in STATES or state in OWN_STATES:
            return json_answer(400, {"status": {"state": [f'"{state}" is een ongeldige keuze.']}})
        if state not in MAY_FOLLOW[signal.state]:
            said = f"Invalid state transition from `{STATES[signal.state]}` to `{STATES[state]}`."
            return json_answer(400, {"state": [said]})
        self.set_status(signal, state, status.get("text") or "")
        return json_answer(200, private_view(asked, signal))


def _between(moment: datetime, query: dict[str, str], name: str) -> bool:
    after, before = (moment_of(query.get(f"{name}_{side}")) for side in ("after", "before"))
    return (after is None or moment >= after) and (before is None or moment <= before)


def _not_found() -> Answer:
    return json_answer(404, {"detail": "Niet gevonden."})


def _no_method(asked: Asked) -> Answer:
    return method_not_allowed(asked)
