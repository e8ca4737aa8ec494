"""An Open311 server tells us about an update."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlencode

import pytest

from desk.backoffices.contract import (
    News,
    Push,
    Pushed,
)
from desk.backoffices.open311_reading import entries
from desk.intake.models import Status
from tests.backoffices.first_step import filed
from tests.backoffices.parcels import parcel
from tests.backoffices.worlds.open311 import (
    PUSH_KEY,
    MySocietyWorld,
)


@pytest.fixture
def town() -> Iterator[MySocietyWorld]:
    with MySocietyWorld() as made:
        yield made


def update(form: str = "json", **changes: str) -> Push:
    fields = {
        "api_key": PUSH_KEY,
        "service_request_id": "1001",
        "update_id": "7",
        "updated_datetime": "2026-11-24T10:00:00Z",
        "status": "fixed",
        "description": "De lamp brandt weer.",
    } | changes
    body = urlencode({name: value for name, value in fields.items() if value != "-"}).encode()
    return Push("POST", f"servicerequestupdates.{form}", {}, body)


@pytest.mark.parametrize("form", ["json", "xml"])
def test_an_update_is_taken_in(town: MySocietyWorld, form: str) -> None:
    pushed = town.connector().pushed(update(form))
    assert pushed is not None
    assert (pushed.number, pushed.status) == ("1001", 200)
    assert pushed.news is not None
    assert (pushed.news.status, pushed.news.text) == (Status.DONE, "De lamp brandt weer.")
    assert ("json" if form == "json" else "xml") in pushed.media_type
    (answer,) = entries(pushed.answer.encode()) or []
    assert answer["update_id"] == "7"


def test_what_was_pushed_and_then_read_is_the_same_news(town: MySocietyWorld) -> None:
    connector = town.connector()
    names = filed(connector, parcel(target="LAMP"))
    town.fake.set_status("1001", "fixed", "De lamp brandt weer.")
    known = town.fake.updates[0]
    pushed = connector.pushed(update(update_id=known.update_id))
    (told,) = connector.news([names])
    assert pushed is not None
    assert pushed.news is not None
    assert isinstance(told, News)
    assert pushed.news.version == told.version


@pytest.mark.parametrize("key", ["", "-", "wrong", PUSH_KEY + "x", "é"])
def test_who_cannot_prove_it_is_not_heard(town: MySocietyWorld, key: str) -> None:
    assert town.connector().pushed(update(api_key=key)) is None


def test_without_a_key_in_the_settings_nobody_is_heard(town: MySocietyWorld) -> None:
    assert town.connector(push_key=None).pushed(update()) is None
    assert town.connector(push_key=None).pushed(update(api_key="")) is None


@pytest.mark.parametrize("form", ["json", "xml"])
@pytest.mark.parametrize(
    "changes",
    [{"update_id": "-"}, {"status": ""}, {"service_request_id": "-"}, {"updated_datetime": "now"}],
)
def test_an_update_with_a_hole_in_it_is_answered_as_fixmystreet_does(
    town: MySocietyWorld, form: str, changes: dict[str, str]
) -> None:
    pushed = town.connector().pushed(update(form, **changes))
    assert pushed is not None
    assert (pushed.status, pushed.number, pushed.news) == (400, "", None)
    (error,) = entries(pushed.answer.encode()) or []
    assert str(error["code"]) == "400"
    assert error["description"].startswith("Bad request")


def test_unchanged_must_be_read_there(town: MySocietyWorld) -> None:
    pushed = town.connector().pushed(update(status="unchanged"))
    assert isinstance(pushed, Pushed)
    assert (pushed.number, pushed.news) == ("1001", None)


@pytest.mark.parametrize(
    "push",
    [
        replace(update(), method="GET"),
        replace(update(), tail="requests.json"),
        replace(update(), tail="servicerequestupdates"),
        replace(update(), body=b"\xff\xfe"),
        replace(update(), body=b"a=1&" * 500),
    ],
)
def test_other_calls_are_not_for_us(town: MySocietyWorld, push: Push) -> None:
    assert town.connector().pushed(push) is None
