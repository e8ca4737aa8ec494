"""A desk inside the test, whose draft is the bundle that comes with the program."""

from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.cache import cache
from django.test import Client

from config.bundle import FACTORY
from desk.publishing.drafts import draft, text_of

LOOK = ("publishing", "view_release")
CHANGE = ("publishing", "change_draft")


@pytest.fixture
def own_desk(settings: Any, tmp_path: Path, db: None) -> Path:
    settings.STATE = tmp_path
    settings.BUNDLE = FACTORY
    settings.CACHES = {"default": settings.CACHES["default"] | {"LOCATION": tmp_path / "limits"}}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick
    cache.clear()
    return tmp_path


def person(name: str, *permissions: tuple[str, str]) -> Client:
    """A browser in which somebody with these permissions has logged in."""
    user = User.objects.create_user(name, password="goed-geheim-1", is_staff=True)
    for app, codename in permissions:
        user.user_permissions.add(
            Permission.objects.get(content_type__app_label=app, codename=codename)
        )
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def clerk(own_desk: Path) -> Client:
    return person("anna", LOOK, CHANGE)


@pytest.fixture
def colleague(own_desk: Path) -> Client:
    return person("bert", LOOK, CHANGE)


def file(path: str) -> str:
    """A file of the draft as it is now."""
    return text_of(draft().files, path)


def shown(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return answer.content.decode()


def seen_on(page: str) -> list[str]:
    """What the page sends along, so that the desk knows what it was made from."""
    marker = 'name="seen" value="'
    return list(dict.fromkeys(part.split('"')[0] for part in page.split(marker)[1:]))
