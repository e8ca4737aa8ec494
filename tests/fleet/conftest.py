"""A desk inside the test with kiosks that tell how they are, and staff who watch them."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils import timezone

from desk.fleet import beats
from desk.fleet.models import Happening, Heartbeat, Kiosk
from kiosk.core import health
from tests.desk.conftest import own_state  # noqa: F401 - a fixture

LONG_AGO = timedelta(days=2)


def beat_content(at: datetime, /, **otherwise: Any) -> dict[str, Any]:
    """What a kiosk says of itself; `bundle` adds to the lines of the bundle."""
    bundle = {"version": "abcdef123456", "release": 3, "newest": 3}
    content = {
        "at": at.isoformat(),
        "program": "2.1.0",
        "bundle": bundle | otherwise.pop("bundle", {}),
        "location": "Bibliotheek",
        "paper": "ok",
        "network": "well",
        "display": "1080x1920",
        "started_at": (at - LONG_AGO).isoformat(),
        "restarts": 4,
        "crashes": 1,
    }
    return content | otherwise


@dataclass(frozen=True)
class Teller:
    """A kiosk with its token."""

    name: str
    token: str

    @property
    def row(self) -> Kiosk:
        return Kiosk.objects.get(name=self.name)

    @property
    def heartbeat(self) -> Heartbeat:
        return Heartbeat.objects.get(kiosk__name=self.name)

    @property
    def history(self) -> list[tuple[str, str]]:
        """What happened, the oldest first."""
        found = Happening.objects.filter(kiosk__name=self.name).order_by("id")
        return list(found.values_list("what", "value"))

    def says(self, at: datetime | None = None, **otherwise: Any) -> health.HeartbeatAnswer:
        """As the API takes it in, at `at` by the desk's clock."""
        now = at or timezone.now()
        known = beats.kiosk_with(self.token, now)
        assert known is not None
        return beats.take_in(known, health.Heartbeat(**beat_content(now, **otherwise)), now)

    def posts(self, client: Client, body: Any = None, **otherwise: Any) -> Any:
        """Over HTTP."""
        content = json.dumps(beat_content(timezone.now(), **otherwise)) if body is None else body
        return client.post(
            "/api/kiosk/heartbeat",
            content,
            content_type="application/json",
            headers={"Authorization": f"Bearer {self.token}"},
        )


NewKiosk = Callable[..., Teller]


@pytest.fixture
def new_kiosk(own_state: Path, db: None) -> NewKiosk:  # noqa: F811 - the fixture
    """`new_kiosk("zuil-2")`"""

    def make(name: str = "zuil-1") -> Teller:
        return Teller(name, Kiosk.objects.enrol(name))

    return make


@pytest.fixture
def kiosk(new_kiosk: NewKiosk) -> Teller:
    return new_kiosk()


Staff = Callable[..., Client]


@pytest.fixture
def staff(own_state: Path, db: None) -> Staff:  # noqa: F811 - the fixture
    """A browser of somebody who may: `staff("view_kiosk", "order_kiosk")`."""

    def make(*rights: str) -> Client:
        user, _ = User.objects.get_or_create(username="-".join(("x", *rights)), is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=rights))
        client = Client()
        client.force_login(user)
        return client

    return make
