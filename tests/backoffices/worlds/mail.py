"""A mail server on loopback, and the connector to it."""

from types import TracebackType
from typing import Any, Self

from desk.backoffices.mail import Mail
from desk.backoffices.mail_settings import MailSettings
from tests.backoffices.fakes.smtp import FakeMailServer


class World:
    target = "meldingen@voorbeeldstad.example"
    can_look_up = False
    takes_pictures = True

    def __init__(self) -> None:
        self.fake = FakeMailServer()

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
            "kind": "mail",
            "host": self.fake.host,
            "port": self.fake.port,
            "security": "none",
            "sender": "zuil@voorbeeldstad.example",
            "timeout_s": 5.0,
        }

    def connector(self, **changes: Any) -> Mail:
        return Mail("mail", MailSettings.model_validate(self.settings_lines() | changes))

    def times(self, reference: str) -> int:
        return self.fake.times(reference)
