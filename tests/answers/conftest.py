"""A desk inside the test, with answers.yaml as each test wants it, and changes to tell of."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.contrib.auth.models import Permission
from django.test import Client
from django.utils import timezone

from desk.answers.models import Notice
from desk.answers.telling import Told, tell
from desk.intake.models import Status, StatusChange, Submission
from tests.desk.conftest import TakeIn, clerk_named, own_state, take_in  # noqa: F401 - fixtures
from tests.desk.samples import street_light

Setup = Callable[..., None]
WORD_OF_STAFF = "De lamp brandt weer. Dank u wel."


@pytest.fixture
def setup(own_state: Path) -> Setup:  # noqa: F811 - the fixture
    """Write answers.yaml: `setup(sms={...})`."""

    def write(**content: Any) -> None:
        file = own_state / "answers.yaml"
        file.touch(mode=0o600)
        file.write_text(yaml.safe_dump(content))

    return write


class Visitor:
    """Somebody who handed something in and waits for an answer."""

    def __init__(self, submission: Submission) -> None:
        self.submission = submission

    def hears(self, status: str, sentence: str = WORD_OF_STAFF, **more: Any) -> StatusChange | None:
        source = more.pop("source", StatusChange.Source.BACKOFFICE)
        note = more.pop("note", "")
        told = Told(Status(status), sentence, **more)
        return tell(self.submission.pk, told, source=source, note=note)

    @property
    def notices(self) -> list[Notice]:
        return list(Notice.objects.filter(submission=self.submission).order_by("id"))

    @property
    def notice(self) -> Notice:
        """The only one that counts."""
        (found,) = [each for each in self.notices if each.state != Notice.State.SUPERSEDED]
        return found


Visit = Callable[..., Visitor]


@pytest.fixture
def visitor(take_in: TakeIn) -> Visit:  # noqa: F811 - the fixture
    """`visitor("sms", phone="0612345678", language="ar")`"""

    def make(channel: str, language: str = "nl", **contact: str) -> Visitor:
        content = street_light(language=language, contact={"channel": channel, **contact})
        return Visitor(take_in(content))

    return make


@pytest.fixture
def clerk(own_state: Path, client: Client, db: None) -> Client:  # noqa: F811 - the fixture
    """A browser of somebody who may read how to reach a visitor, and edit texts."""
    user = clerk_named("balie")
    names = ("read_contact", "change_template")
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(user)
    return client


def later(minutes: float = 11) -> datetime:
    """After the grace time."""
    return timezone.now() + timedelta(minutes=minutes)


def grace_over() -> None:
    """As if the grace time were over for everything on a list."""
    Notice.objects.update(due_at=timezone.now() - timedelta(seconds=1))
