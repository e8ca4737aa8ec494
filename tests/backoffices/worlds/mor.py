"""A MOR-core with its register of subjects, and the connector to it."""

import secrets
from types import TracebackType
from typing import Any, Self

import requests

from desk.backoffices.mor import Mor
from desk.backoffices.mor_settings import MorSettings
from tests.backoffices.fakes.mor import FakeMor, Report
from tests.backoffices.fakes.mor_subjects import FakeSubjects
from tests.backoffices.parcels import DESK

THEIRS = {
    "received": "openstaand",
    "in_progress": "in_behandeling",
    "done": "afgehandeld",
    "cannot": "geannuleerd",
}


class World:
    """Signals come from `DESK`; a test with another desk adds it to `fake.applications`."""

    can_look_up = True
    takes_pictures = True

    def __init__(self) -> None:
        self.fake = FakeMor(desk_url=DESK)
        self.subjects = FakeSubjects()

    def __enter__(self) -> Self:
        self.fake.__enter__()
        self.subjects.__enter__()
        self.fake.subjects_url = self.subjects.base
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.subjects.__exit__(kind, error, trace)
        self.fake.__exit__(kind, error, trace)

    @property
    def target(self) -> str:
        return self.subjects.address("lamp")

    def settings_lines(self) -> dict[str, Any]:
        return {
            "kind": "mor",
            "url": self.fake.url,
            "username": self.fake.username,
            "password": self.fake.password,
            "callback_username": self.fake.desk_username,
            "callback_password": self.fake.desk_password,
            "subjects_url": self.subjects.base,
            "page": "https://meldingen.example.org/melding/{uuid}",
            "town": "Voorbeeldstad",
            "timeout_s": 5.0,
        }

    def connector(self, **changes: Any) -> Mor:
        lines = self.settings_lines() | changes
        return Mor("straat", MorSettings.model_validate(lines))

    def times(self, reference: str) -> int:
        return self.fake.times(reference)

    def report(self, reference: str) -> Report:
        with self.fake.lock:
            (found,) = [each for each in self.fake.signals if reference in each.said]
        return found.report

    def clerk_sets(self, reference: str, status: str, text: str) -> None:
        resolution = "opgelost" if status == "done" else None
        self.fake.set_status(self.report(reference), THEIRS[status], text, resolution)

    def pushes(self, url: str, reference: str, status: str, text: str) -> requests.Response:
        """To `url`, where back-offices tell the desk something; it ends with `/`."""
        self.clerk_sets(reference, status, text)
        login = {"username": self.fake.desk_username, "password": self.fake.desk_password}
        door = requests.post(f"{url}api-token-auth/", json=login, timeout=10)
        token = door.json()["token"] if door.ok else secrets.token_hex(8)
        return requests.post(
            f"{url}{reference}/melding-afgesloten/",
            json={"melding_url": f"{self.fake.url}/api/v1/melding/{self.report(reference).uuid}/"},
            headers={"Authorization": f"Token {token}"},
            timeout=10,
        )
