"""Firms with their kinds of work and their area, each logged in on a telephone of its own."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from desk.contractors.models import Contractor
from tests.desk.conftest import own_state, staff, take_in
from tests.desk.running import RunningDesk

__all__ = ["own_state", "staff", "take_in"]
Firm = Callable[..., Contractor]
PASSWORD = "goed-geheim-1"


@pytest.fixture
def firm(own_state: Any, db: None) -> Firm:
    """Make a firm; without an area it works in the whole town."""

    def make(name: str = "licht", **what: Any) -> Contractor:
        user = User.objects.create_user(name, password=PASSWORD)
        what = {"firm": f"Jansen {name}", "categories": ["straat"]} | what
        return Contractor.objects.create(user=user, **what)

    return make


@pytest.fixture
def phone() -> Callable[[Contractor], Client]:
    """A browser in which this firm has logged in."""

    def logged_in(contractor: Contractor) -> Client:
        client = Client()
        client.force_login(contractor.user)
        return client

    return logged_in


@pytest.fixture(scope="session")
def running_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    desk = RunningDesk(tmp_path_factory.mktemp("desk") / "state", PUBLIC_PER_MINUTE="100000")
    desk.enrol()
    desk.start()
    yield desk
    desk.stop()
