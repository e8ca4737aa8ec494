"""A Signalen, its private door, and the connector to it."""

from types import TracebackType
from typing import Any, Self

from desk.backoffices.signalen import Signalen
from desk.backoffices.signalen_login import SignalenLogin
from tests.backoffices.fakes.signalen import FakeSignalen
from tests.backoffices.fakes.signalen_records import Signal

TOWN_HALL = [4.9, 52.37]
THEIRS = {
    "received": "m",
    "in_progress": "b",
    "planned": "ingepland",
    "done": "o",
    "cannot": "a",
    "forwarded": "forward to external",
}


class World:
    target = "wegen-verkeer-straatmeubilair/straatverlichting"
    can_look_up = True
    takes_pictures = True

    def __init__(self) -> None:
        self.fake = FakeSignalen()

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
            "kind": "signalen",
            "url": f"{self.fake.url}/signals",
            "token": self.fake.token,
            "source": "Kiosk",
            "default_point": TOWN_HALL,
            "staff_url": "https://meldingen.example.org",
            "timeout_s": 5.0,
        }

    def connector(self, **changes: Any) -> Signalen:
        lines = {**self.settings_lines(), **changes}
        return Signalen("straat", SignalenLogin.model_validate(lines))

    def times(self, reference: str) -> int:
        return self.fake.times(reference)

    def signal(self, reference: str) -> Signal:
        with self.fake.lock:
            (found,) = [each for each in self.fake.signals if reference in each.said]
        return found

    def clerk_sets(self, reference: str, status: str, text: str) -> None:
        self.fake.set_status(self.signal(reference), THEIRS[status], text)
