"""Two desks for the tests: one inside the test (quick), one running for real."""

import base64
import json
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.cache import cache
from django.test import Client

from desk.access.models import Role
from desk.access.roles import give
from desk.fleet.models import Kiosk
from desk.intake import sealing, store
from desk.intake.models import Submission
from tests.desk.running import BUNDLE, RunningDesk
from tests.desk.samples import seal

TakeIn = Callable[[dict[str, Any]], Submission]


@pytest.fixture
def own_state(settings: Any, tmp_path: Path) -> Path:
    """A state folder of this test's own, with keys, and a town."""
    settings.STATE = tmp_path
    settings.BUNDLE = tmp_path
    settings.CACHES = {"default": settings.CACHES["default"] | {"LOCATION": tmp_path / "limits"}}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick
    settings.WHITENOISE_AUTOREFRESH = True  # or each new client looks through all static files
    (tmp_path / "bundle.yaml").write_text(BUNDLE)
    sealing.make_key_pair()
    cache.clear()
    return tmp_path


@pytest.fixture
def take_in(own_state: Path, db: None) -> TakeIn:
    """Hand a submission in, as the API does, and get the kept one."""
    kiosk, _ = Kiosk.objects.get_or_create(name="ZUIL-1", defaults={"token_digest": "none"})

    def take(content: dict[str, Any]) -> Submission:
        box = seal(json.dumps(content).encode(), base64.b64decode(sealing.public_key()))
        assert store.take_in(uuid.UUID(content["id"]), box, kiosk) == store.Stored()
        return Submission.objects.get(pk=content["id"])

    return take


def clerk_named(name: str, **more: Any) -> User:
    """A member of staff with the role of the inbox."""
    user = User.objects.create_user(name, is_staff=True, **more)
    give(user, [Role.INBOX])
    return user


@pytest.fixture
def staff(own_state: Path, client: Client, db: None) -> Client:
    """A browser in which a member of staff has logged in."""
    client.force_login(clerk_named("beheer", password="goed-geheim-1"))
    return client


@pytest.fixture
def reader(staff: Client) -> Client:
    """The same, of one who may see how to reach a visitor."""
    permission = Permission.objects.get(codename="read_contact")
    User.objects.get(username="beheer").user_permissions.add(permission)
    return staff


@pytest.fixture(scope="session")
def running_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    """One running desk with one kiosk; tests make their own submissions on it."""
    desk = RunningDesk(tmp_path_factory.mktemp("desk") / "state", PUBLIC_PER_MINUTE="100000")
    desk.enrol()
    desk.start()
    yield desk
    desk.stop()


@pytest.fixture
def new_desk(tmp_path: Path) -> Iterator[Callable[..., RunningDesk]]:
    """Make desks that a test may stop, kill and start again."""
    made: list[RunningDesk] = []

    def make(**settings: str) -> RunningDesk:
        made.append(RunningDesk(tmp_path / f"state{len(made)}", **settings))
        return made[-1]

    yield make
    for desk in made:
        if desk.process:
            desk.kill()
