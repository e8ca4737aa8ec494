"""An Open Klant and the connector to it. Nothing in it is written for the public."""

from types import TracebackType
from typing import Any, Self

from desk.backoffices.contract import Accepted, Parcel
from desk.backoffices.openklant import OpenKlant
from desk.backoffices.openklant_settings import OpenKlantSettings
from tests.backoffices.fakes.openklant import Contact, FakeOpenKlant, Task

THEIRS = {"received": "te_verwerken", "done": "verwerkt"}


class World:
    can_look_up = True
    takes_pictures = False

    def __init__(self) -> None:
        self.fake = FakeOpenKlant()

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

    @property
    def target(self) -> str:
        """Another department than the usual one."""
        return self.fake.actors[1].uuid

    def settings_lines(self) -> dict[str, Any]:
        return {
            "kind": "openklant",
            "url": self.fake.url,
            "token": self.fake.token,
            "actor": self.fake.actor,
            "page": "https://kiss.example.org/contacten/{uuid}",
            "timeout_s": 5.0,
        }

    def connector(self, **changes: Any) -> OpenKlant:
        lines = self.settings_lines() | changes
        return OpenKlant("klantcontact", OpenKlantSettings.model_validate(lines))

    def times(self, reference: str) -> int:
        return self.fake.times(reference)

    def contact(self, reference: str) -> Contact:
        with self.fake.lock:
            (found,) = [each for each in self.fake.contacts if reference in each.said]
        return found

    def tasks(self, reference: str) -> list[Task]:
        """Oldest first."""
        contact = self.contact(reference)
        with self.fake.lock:
            return [each for each in self.fake.tasks if each.contact == contact.uuid]

    def clerk_sets(self, reference: str, status: str, text: str) -> None:  # noqa: ARG002 - no text
        self.fake.set_status(self.tasks(reference)[-1], THEIRS[status])


def hand_over(connector: OpenKlant, told: Parcel) -> dict[str, str]:
    """All steps, which all have to be accepted: the names."""
    names: dict[str, str] = {}
    for step in connector.steps(told):
        result = step.do(told, names)
        assert isinstance(result, Accepted), (step.name, result)
        names |= result.names
    return names
