"""Members of staff with this role or that, each with a browser of their own."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django_otp.oath import TOTP

from desk.access import second
from desk.access.locking import AppDevice
from desk.access.roles import give
from tests.desk.conftest import own_state, take_in

__all__ = ["own_state", "take_in"]
PASSWORD = "heel-goed-geheim-1"
Named = Callable[..., User]
Browser = Callable[[User], Client]


@pytest.fixture
def named(own_state: Path, db: None) -> Named:
    def make(name: str, *roles: str, **more: Any) -> User:
        user = User.objects.create_user(name, password=PASSWORD, is_staff=True, **more)
        give(user, roles)
        return user

    return make


@pytest.fixture
def logged_in() -> Browser:
    def log_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return log_in


@pytest.fixture
def administrator(named: Named, logged_in: Browser) -> Client:
    return logged_in(named("beheer", "administrator"))


def typed_password(name: str, client: Client | None = None) -> Client:
    """A browser in which somebody typed their name and password, whatever came of it."""
    client = client or Client()
    client.post("/inbox/inloggen/", {"username": name, "password": PASSWORD})
    return client


def is_in(client: Client) -> bool:
    return client.get("/beheer/mijn-login/").status_code == 200


def with_second(user: User) -> list[str]:
    """Set up the second step; the codes on paper."""
    device = second.begun(user)
    assert second.confirm(user, code_of(user)) == device
    return second.new_backup_codes(user)


def code_of(user: User, later: int = 0) -> str:
    """What the app shows now, or so many half minutes later."""
    device = AppDevice.objects.filter(user=user).latest("pk")
    device.refresh_from_db()
    return str(TOTP(device.bin_key, drift=later).token()).zfill(6)
