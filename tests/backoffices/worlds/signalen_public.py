"""A Signalen, its public door, and the connector to it."""

from typing import Any

from desk.backoffices.signalen_public import SignalenPublic, SignalenPublicSettings
from tests.backoffices.worlds import signalen


class World(signalen.World):
    can_look_up = False

    def __init__(self) -> None:
        super().__init__()
        self.fake.public_per_hour = 1_000_000  # but for the tests of the throttle itself

    def settings_lines(self) -> dict[str, Any]:
        lines = super().settings_lines()
        same = ("url", "default_point", "staff_url", "timeout_s")
        return {"kind": "signalen-public"} | {name: lines[name] for name in same}

    def connector(self, **changes: Any) -> SignalenPublic:  # type: ignore[override] # other door
        lines = self.settings_lines() | changes
        return SignalenPublic("straat", SignalenPublicSettings.model_validate(lines))
