"""A trial that goes wrong ends by itself; one that goes well is left alone."""

import calendar
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from config.bundle import FACTORY, load_bundle
from desk.access.models import Deed
from desk.fleet.models import Heartbeat
from desk.publishing.models import Publication, Release, Ring, current
from desk.publishing.publisher import Publisher
from desk.publishing.publishing import publish
from tests.publishing.conftest import Hear

Write = Callable[[str], Release]


@pytest.fixture
def began(publisher: Publisher, written: Write, anna: User, hear: Hear) -> datetime:
    """Release 1 is on all, release 2 on trial since this moment, on two kiosks that were well."""
    began = timezone.now()
    for name in ("zuil-1", "zuil-2"):
        hear(name, began - timedelta(minutes=1), crashes=4)
    publish(written("Welkom"), Ring.ALL, anna, "begin", at_once=True)
    publisher.turn(began)
    publish(written("Hallo"), Ring.TRIAL, anna, "proberen")
    publisher.turn(began)
    return began


def at_work(publisher: Publisher, began: datetime, minutes: float) -> None:
    """All the time, for so many minutes."""
    time = began
    while time < began + timedelta(minutes=minutes):
        time += timedelta(seconds=30)
        assert publisher.turn(time) == ""


def after(publisher: Publisher, began: datetime, minutes: float) -> Publication:
    """The trial, so many minutes later."""
    at_work(publisher, began, minutes)
    return Publication.objects.get(release=2)


IN_USE = {"release": 2, "newest": 2}


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (
            {
                "bundle": {
                    "release": 1,
                    "newest": 2,
                    "refused": 2,
                    "problem": "flows/x.yaml is missing",
                }
            },
            "zuil-1 kan deze uitgave niet gebruiken: flows/x.yaml is missing",
        ),
        (
            {"bundle": IN_USE, "crashes": 5, "restart_reason": "crash"},
            "zuil-1 is vastgelopen met deze uitgave.",
        ),
        (
            {"bundle": {"release": 1, "newest": 2}, "crashes": 5, "restart_reason": "fallback"},
            "zuil-1 kon niet starten en ging terug naar de vorige uitgave.",
        ),
        (
            {
                "bundle": {"release": 1, "newest": 2},
                "crashes": 4,
                "restart_reason": "fallback",
                "started_at": "2100-01-01T00:00:00+00:00",
            },
            "zuil-1 kon niet starten en ging terug naar de vorige uitgave.",
        ),
    ],
)
def test_a_kiosk_in_trouble_halts_the_trial(
    publisher: Publisher, began: datetime, hear: Hear, told: dict[str, Any], said: str
) -> None:
    hear("zuil-1", began + timedelta(minutes=1), **({"crashes": 4} | told))
    trial = after(publisher, began, 1)
    assert (trial.state, trial.problem_said) == ("halted", said)
    back = current(Ring.TRIAL)
    assert back
    assert (back.release_id, back.release.same_as_id) == (3, 1)
    deed = Deed.objects.get(what="bundle.halt")
    assert (deed.who, deed.about, deed.why) == (None, "2", said)


@pytest.mark.parametrize(
    "told",
    [
        {"bundle": IN_USE, "crashes": 4},
        {"bundle": IN_USE | {"problem": "the repository does not answer"}},
        {"bundle": {"release": 1, "newest": 1, "problem": "expired"}},
        {"bundle": {"release": 1, "newest": 2, "problem": "the repository does not answer"}},
        {"bundle": {"release": 1, "newest": 2, "refused": 1, "problem": "too large"}},
        {"bundle": {"release": 1, "newest": 1}, "crashes": 5},
    ],
    ids=[
        "well",
        "network",
        "not offered yet",
        "network while it is on its way",
        "an older one was bad",
        "crashed with the one before",
    ],
)
def test_what_is_no_fault_of_the_bundle_halts_nothing(
    publisher: Publisher, began: datetime, hear: Hear, told: dict[str, Any]
) -> None:
    hear("zuil-1", began + timedelta(minutes=1), **({"crashes": 4} | told))
    assert after(publisher, began, 2).state == "published"


def test_a_kiosk_that_falls_silent_halts_the_trial(
    publisher: Publisher, began: datetime, hear: Hear
) -> None:
    hear("zuil-1", began + timedelta(minutes=5), bundle=IN_USE, crashes=4)
    hear("zuil-2", began + timedelta(minutes=1), bundle=IN_USE, crashes=4)
    assert after(publisher, began, 11).state == "published"
    trial = after(publisher, began, 12)
    assert trial.problem_said == "Van zuil-2 is al 10 minuten niets gehoord."
    back = current(Ring.TRIAL)
    assert back
    assert back.release_id == 3


def test_silence_out_of_hours_halts_nothing(
    publisher: Publisher, written: Write, anna: User, hear: Hear, settings: Any
) -> None:
    settings.BUNDLE = settings.STATE / "bundle"
    shutil.copytree(FACTORY, settings.BUNDLE)
    began = timezone.now()
    another_day = calendar.day_name[(timezone.localtime(began).weekday() + 3) % 7].lower()
    with (settings.BUNDLE / "bundle.yaml").open("a") as front:
        front.write(f'hours: {{{another_day}: ["09:00-17:00"]}}\n')
    assert load_bundle(settings.BUNDLE).hours
    hear("zuil-1", began)
    publish(written("Hallo"), Ring.TRIAL, anna, "proberen")
    publisher.turn(began)
    at_work(publisher, began, 15)
    assert Publication.objects.get().state == "published"


def test_a_kiosk_that_was_silent_long_before_proves_nothing(
    publisher: Publisher, written: Write, anna: User, hear: Hear
) -> None:
    began = timezone.now()
    hear("zuil-1", began - timedelta(hours=2))
    publish(written("Hallo"), Ring.TRIAL, anna, "proberen")
    publisher.turn(began)
    at_work(publisher, began, 15)
    assert Publication.objects.get().state == "published"


def test_silence_counts_only_while_somebody_listened(
    publisher: Publisher, began: datetime, hear: Hear
) -> None:
    publisher.turn(began + timedelta(hours=3))  # asleep until now
    assert Publication.objects.get(release=2).state == "published"
    for name in ("zuil-1", "zuil-2"):
        hear(name, began + timedelta(hours=3), bundle=IN_USE, crashes=4)
    publisher.turn(began + timedelta(hours=3, seconds=30))
    assert Publication.objects.get(release=2).state == "published"


def test_a_kiosk_that_joins_later_is_compared_with_how_it_was_then(
    publisher: Publisher, began: datetime, hear: Hear
) -> None:
    hear("zuil-3", began + timedelta(minutes=1), bundle=IN_USE, crashes=9)
    after(publisher, began, 1)
    assert Publication.objects.get(release=2).watched["zuil-3"]["crashes"] == 9
    hear("zuil-3", began + timedelta(minutes=2), bundle=IN_USE, crashes=10)
    assert after(publisher, began, 2).state == "halted"


def test_what_took_the_place_of_a_halted_trial_is_not_halted_itself(
    publisher: Publisher, began: datetime, hear: Hear
) -> None:
    hear("zuil-1", began + timedelta(minutes=1), bundle=IN_USE, crashes=5)
    after(publisher, began, 30)  # zuil-2 says nothing all the time
    assert [each.number for each in Release.objects.all()] == [3, 2, 1]
    assert Heartbeat.objects.count() == 2
