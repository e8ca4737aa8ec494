"""An Open311 server, plain or mySociety's, and the connector to it."""

from types import TracebackType
from typing import Any, ClassVar, Literal, Self

import requests

from desk.backoffices.open311 import Open311
from desk.backoffices.open311_settings import Open311Settings
from tests.backoffices.fakes.open311 import FakeOpen311

PUSH_KEY = "key-of-the-town"
THEIRS = {
    "plain": {"in_progress": "open", "done": "closed"},
    "mysociety": {
        "received": "open",
        "in_progress": "investigating",
        "planned": "action_scheduled",
        "done": "fixed",
        "cannot": "no_further_action",
    },
}


class World:
    flavour: ClassVar[Literal["plain", "mysociety"]] = "plain"
    form: ClassVar[Literal["json", "xml"]] = "json"
    target = "LAMP"
    can_look_up = False
    takes_pictures = False

    def __init__(self) -> None:
        self.fake = FakeOpen311(self.flavour)

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
            "kind": "open311",
            "url": self.fake.endpoint,
            "api_key": self.fake.api_key,
            "flavour": self.flavour,
            "format": self.form,
            "push_key": PUSH_KEY,
            "timeout_s": 5.0,
        }

    def connector(self, **changes: Any) -> Open311:
        lines = self.settings_lines() | changes
        return Open311("meldingen", Open311Settings.model_validate(lines))

    def times(self, reference: str) -> int:
        return self.fake.times(reference)

    def number(self, reference: str) -> str:
        (found,) = [r for r in self.fake.reports if reference in r.get("description")]
        return found.service_request_id

    def clerk_sets(self, reference: str, status: str, text: str) -> None:
        self.fake.set_status(self.number(reference), THEIRS[self.flavour][status], text)

    def pushes(self, url: str, reference: str, status: str, text: str) -> requests.Response:
        """To `url`, where back-offices tell the desk something; it ends with `/`."""
        address = f"{url}servicerequestupdates.{self.form}"
        theirs = THEIRS[self.flavour][status]
        return self.fake.push_update(
            address, self.number(reference), theirs, text, api_key=PUSH_KEY
        )


class XmlWorld(World):
    form = "xml"


class MySocietyWorld(World):
    flavour = "mysociety"
    takes_pictures = True


class MySocietyXmlWorld(MySocietyWorld):
    form = "xml"
