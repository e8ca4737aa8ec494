"""A TOPdesk and the connector to it."""

from types import TracebackType
from typing import Any, Self

import requests

from desk.backoffices.topdesk import Topdesk
from desk.backoffices.topdesk_settings import TopdeskSettings
from tests.backoffices.fakes.topdesk import FakeTopdesk
from tests.backoffices.fakes.topdesk_rules import Incident, Named

PUSH_SECRET = "secret-of-the-action"
THEIRS = {
    "received": "Aangemeld",
    "in_progress": "In behandeling",
    "planned": "Gepland",
    "done": "Gereed",
    "cannot": "Afgewezen",
}


class World:
    target = "Straat/Lamp"
    can_look_up = True
    takes_pictures = True

    def __init__(self) -> None:
        self.fake = FakeTopdesk()
        self.fake.lists["processingStatus"].append(Named("Afgewezen"))

    def __enter__(self) -> Self:
        self.fake.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.fake.__exit__(kind, error, trace)

    def settings_lines(self) -> dict[str, Any]:
        return {
            "kind": "topdesk",
            "url": self.fake.url,
            "login": self.fake.login,
            "password": self.fake.password,
            "branch": "Voorbeeldstad",
            "reopen_status": "In behandeling",
            "push_secret": PUSH_SECRET,
            "timeout_s": 5.0,
        }

    def connector(self, **changes: Any) -> Topdesk:
        lines = self.settings_lines() | changes
        return Topdesk("topdesk", TopdeskSettings.model_validate(lines))

    def times(self, reference: str) -> int:
        return self.fake.times(reference)

    def incident(self, reference: str) -> Incident:
        with self.fake.lock:
            (found,) = [
                each
                for each in self.fake.incidents
                if reference in str(each.fields["externalNumber"])
            ]
        return found

    def clerk_sets(self, reference: str, status: str, text: str) -> None:
        number = self.incident(reference).number
        if text:
            self.fake.add_action(number, text)
        done = status in {"done", "cannot"}
        self.fake.set_processing_status(number, THEIRS[status], completed=done, closed=done)

    def pushes(self, url: str, reference: str, status: str, text: str) -> requests.Response:
        self.clerk_sets(reference, status, text)
        body = '{"number": "${number}"}'
        incident = self.incident(reference)
        return self.fake.automated_action(url, PUSH_SECRET, incident, body, "X-Zuil-Secret")
