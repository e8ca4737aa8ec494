"""Kiosks that have counted, and staff who look at it."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils import timezone

from config.bundle import FACTORY
from desk.fleet.models import Kiosk
from desk.measuring.storing import store
from kiosk.core.counting import Count, Counts, Mode, What
from tests.desk.conftest import own_state, take_in  # noqa: F401 - fixtures

Counting = Callable[..., None]


@pytest.fixture
def town(own_state: Path, settings: object, db: None) -> Kiosk:  # noqa: F811 - the fixture
    settings.BUNDLE = FACTORY  # type: ignore[attr-defined]
    return Kiosk.objects.create(name="zuil-1", token_digest="one")


def row(
    what: What,
    number: int,
    *,
    flow: str = "melding",
    step: str = "",
    seconds: float = 0,
    language: str = "nl",
    mode: Mode = "touch",
) -> Count:
    """`seconds` is what each of them took, give or take a fifth."""
    spread = (seconds / 5) ** 2
    return Count(
        flow=flow,
        step=step,
        language=language,
        mode=mode,
        what=what,
        number=number,
        seconds=number * seconds,
        seconds_squared=number * (seconds * seconds + spread),
    )


def hour(days_ago: int = 1, hour_of_day: int = 10) -> datetime:
    """Of a day in the town, as pages reckon days."""
    day = timezone.localdate() - timedelta(days=days_ago)
    return datetime.combine(day, time(hour_of_day), timezone.get_current_timezone())


def counted(kiosk: Kiosk, rows: list[Count], days_ago: int = 1, release: int = 1) -> None:
    assert store(kiosk, Counts(hour=hour(days_ago), release=release, rows=tuple(rows)))


@pytest.fixture
def analyst(town: Kiosk, client: Client) -> Client:
    """Staff who may see figures, write notes, and set what a call costs."""
    user = User.objects.create_user("anna", password="goed-geheim-1", is_staff=True)
    wanted = ("view_figures", "add_stepnote", "change_effort")
    user.user_permissions.set(Permission.objects.filter(codename__in=wanted))
    client.force_login(user)
    return client
