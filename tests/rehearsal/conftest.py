"""A desk inside the test, whose draft is the factory bundle, and staff who may try it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from config.bundle import FACTORY, load_bundle
from desk.rehearsal import trials
from desk.rehearsal.models import Trial
from screens.text import TextEngine
from tests.desk.conftest import new_desk, own_state
from tests.screens.small_kiosk import SmallKiosk

__all__ = ["new_desk", "own_state"]
LOOK = "publishing.view_release"
CHANGE = "publishing.change_draft"
LogIn = Callable[..., Client]
Stand = Callable[[str], Trial]


@pytest.fixture
def desk_state(own_state: Path, settings: Any, db: None) -> Path:
    settings.BUNDLE = FACTORY
    return own_state


@pytest.fixture
def log_in(desk_state: Path) -> LogIn:
    """A browser of somebody with these permissions."""

    def browser(name: str, *permissions: str) -> Client:
        user = User.objects.create_user(name, is_staff=True)
        for each in permissions:
            app, _, codename = each.partition(".")
            user.user_permissions.add(
                Permission.objects.get(content_type__app_label=app, codename=codename)
            )
        client = Client(enforce_csrf_checks=True)
        client.force_login(user)
        return client

    return browser


@pytest.fixture
def anna(log_in: LogIn) -> Client:
    """Who changes drafts."""
    return log_in("anna", LOOK, CHANGE)


@pytest.fixture
def kiosk() -> Iterator[SmallKiosk]:
    """A real mirror, with the smallest kiosk behind it."""
    kiosk = SmallKiosk(dict(load_bundle(FACTORY).themes), TextEngine())
    yield kiosk
    kiosk.close()


@pytest.fixture
def stand(kiosk: SmallKiosk) -> Stand:
    """A trial of this person, as it stands once its kiosk has begun."""

    def trial_of(name: str) -> Trial:
        trial = Trial.objects.create(user=User.objects.get(username=name), port=kiosk.mirror.port)
        place = trials.folder(trial)
        (place / "state" / "receipts").mkdir(parents=True)
        (place / "rehearsal.json").write_text("{}")
        return trial

    return trial_of
