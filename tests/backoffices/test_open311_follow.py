"""How a report is at an Open311 server, and that it is not solved."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desk.backoffices.contract import (
    Accepted,
    Names,
    News,
    NoNews,
    Refused,
    Result,
    TryLater,
)
from desk.intake.models import Status
from tests.backoffices.fakes.open311_rules import STATES
from tests.backoffices.fakes.server import Answer, Asked
from tests.backoffices.first_step import fall_over, filed, say
from tests.backoffices.parcels import parcel
from tests.backoffices.worlds.open311 import (
    MySocietyWorld,
    MySocietyXmlWorld,
    World,
    XmlWorld,
)

ALL = [World, XmlWorld, MySocietyWorld, MySocietyXmlWorld]


def errors(description: str, code: int = 400) -> bytes:
    return json.dumps([{"code": code, "description": description}]).encode()


@pytest.fixture(params=ALL, ids=lambda kind: f"{kind.flavour}-{kind.form}")
def any_world(request: pytest.FixtureRequest) -> Iterator[World]:
    with request.param() as world:
        yield world


@pytest.fixture
def world() -> Iterator[World]:
    with World() as made:
        yield made


@pytest.fixture
def town() -> Iterator[MySocietyWorld]:
    with MySocietyWorld() as made:
        yield made


# How it is.


def test_every_state_of_mysociety_has_a_meaning(town: MySocietyWorld) -> None:
    connector = town.connector()
    names = filed(connector, parcel(target="LAMP"))
    found = {}
    for state in sorted(STATES - {"unchanged"}):
        town.fake.set_status(names["id"], state, f"Nu {state}.")
        (told,) = connector.news([names])
        assert isinstance(told, News)
        assert (told.their_status, told.text) == (state, f"Nu {state}.")
        found[state] = told.status
    assert None not in found.values()
    assert found["fixed"] == found["closed"] == Status.DONE
    assert found["reopen"] == found["investigating"] == Status.IN_PROGRESS
    assert found["action_scheduled"] == Status.PLANNED
    assert found["not_councils_responsibility"] == Status.CANNOT


def test_open_and_closed_with_their_text_and_day(world: World) -> None:
    connector = world.connector(staff_link="https://crm.example.org/{id}")
    names = filed(connector, parcel(target="LAMP"))
    (first,) = connector.news([names])
    assert isinstance(first, News)
    assert (first.status, first.text) == (Status.RECEIVED, "")
    world.fake.set_status("1001", "closed", "De lamp brandt weer.")
    (told,) = connector.news([names])
    assert isinstance(told, News)
    assert (told.status, told.text) == (Status.DONE, "De lamp brandt weer.")
    assert told.changed_at == world.fake.reports[0].updated
    assert told.version != first.version
    assert told.link == "https://crm.example.org/1001"
    world.fake.set_status("1001", "open")
    (again,) = connector.news([names])
    assert isinstance(again, News)
    assert again.status == Status.RECEIVED


def test_news_that_is_no_news_has_the_same_version(any_world: World) -> None:
    connector = any_world.connector()
    names = filed(connector, parcel(target="LAMP"))
    any_world.fake.set_status("1001", "closed", "Klaar.")
    assert connector.news([names]) == connector.news([names])


def test_an_update_that_changes_nothing_still_tells_something(town: MySocietyWorld) -> None:
    connector = town.connector()
    names = filed(connector, parcel(target="LAMP"))
    town.fake.set_status("1001", "planned", "Volgende week.")
    (before,) = connector.news([names])
    town.fake.add_update("1001", "unchanged", "Het wordt een week later.")
    (after,) = connector.news([names])
    assert isinstance(before, News)
    assert isinstance(after, News)
    assert (after.status, after.text) == (Status.PLANNED, "Het wordt een week later.")
    assert after.version != before.version


def test_a_status_of_their_own_is_shown_or_translated(town: MySocietyWorld) -> None:
    names = filed(town.connector(), parcel(target="LAMP"))
    later = datetime.now(UTC) + timedelta(minutes=5)
    town.fake.now = lambda: later
    town.fake.add_update("1001", "naar_waterschap", "Het waterschap doet dit.")
    (told,) = town.connector().news([names])
    assert isinstance(told, News)
    assert (told.their_status, told.status) == ("naar_waterschap", None)
    (told,) = town.connector(statuses={"naar_waterschap": "forwarded"}).news([names])
    assert isinstance(told, News)
    assert told.status == Status.FORWARDED


def test_many_are_asked_about_by_fifty(any_world: World) -> None:
    connector = any_world.connector()
    asked: list[Names] = [filed(connector, parcel(target="LAMP")) for _ in range(120)]
    any_world.fake.asked.clear()
    told = connector.news(asked)
    assert [each.number for each in told if isinstance(each, News)] == [n["id"] for n in asked]
    questions = [
        each for each in any_world.fake.asked if each.path.endswith(f"requests.{any_world.form}")
    ]
    assert [len(each.query["service_request_id"].split(",")) for each in questions] == [50, 50, 20]


def test_one_that_is_gone_does_not_hide_the_others(any_world: World) -> None:
    connector = any_world.connector()
    names = filed(connector, parcel(target="LAMP"))
    gone = {**names, "id": "9999"}
    first, second = connector.news([gone, names])
    assert isinstance(first, NoNews)
    assert first.gone
    assert isinstance(second, News)


def test_a_404_for_all_is_asked_one_by_one(world: World) -> None:
    connector = world.connector()
    names = filed(connector, parcel(target="LAMP"))
    usual = world.fake.answer

    def answer(asked: Asked) -> Answer:
        unknown = "9999" in asked.query.get("service_request_id", "")
        return Answer(404, errors("not found", 404)) if unknown else usual(asked)

    world.fake.answer = answer  # type: ignore[method-assign] # some servers are strict
    first, second = connector.news([{**names, "id": "9999"}, names])
    assert isinstance(first, NoNews)
    assert first.gone
    assert isinstance(second, News)


def test_news_that_cannot_be_read_comes_later(any_world: World) -> None:
    connector = any_world.connector()
    names = filed(connector, parcel(target="LAMP"))
    say(any_world.fake, 503, b"", method="GET")
    (told,) = connector.news([names])
    assert isinstance(told, NoNews)
    assert not told.gone
    any_world.fake.away()
    (told,) = connector.news([names])
    assert isinstance(told, NoNews)
    assert not told.gone


# Not solved.


def test_a_report_is_opened_again_once(town: MySocietyWorld) -> None:
    connector, sent = town.connector(), parcel(target="LAMP")
    names = filed(connector, sent)
    town.fake.set_status("1001", "fixed", "De lamp brandt weer.")
    assert connector.reopen(names, sent.code, "Hij brandt nog niet.") == Accepted()
    assert connector.reopen(names, sent.code, "Hij brandt nog niet.") == Accepted()
    (update,) = town.fake.posted
    assert update.status == "REOPEN"
    assert "Hij brandt nog niet." in update.description
    (told,) = connector.news([names])
    assert isinstance(told, News)
    assert (told.status, told.text) == (Status.RECEIVED, "")


def test_a_repeat_that_they_know_already_has_arrived(town: MySocietyWorld) -> None:
    connector, sent = town.connector(), parcel(target="LAMP")
    names = filed(connector, sent)
    town.fake.set_status("1001", "fixed")
    connector.reopen(names, sent.code, "")
    town.fake.reports[0].status = "fixed"  # it takes a while until it shows there
    assert connector.reopen(names, sent.code, "") == Accepted()
    assert len(town.fake.posted) == 1
    town.fake.set_status("1001", "fixed", "Nu echt.")
    assert connector.reopen(names, sent.code, "") == Accepted()
    assert len(town.fake.posted) == 2


def test_a_report_that_a_person_found_has_news_and_is_opened_again(town: MySocietyWorld) -> None:
    connector = town.connector()
    filed(connector, parcel(target="LAMP"))
    town.fake.set_status("1001", "fixed", "De lamp brandt weer.")
    names = connector.names_of("1001")
    (told,) = connector.news([names])
    assert isinstance(told, News)
    assert told.text == "De lamp brandt weer."
    assert connector.reopen(names, "1", "Nee.") == Accepted()
    assert town.fake.reports[0].status == "open"


def test_what_we_told_them_is_not_shown_as_what_they_tell_the_public(
    town: MySocietyWorld,
) -> None:
    connector = town.connector()
    names = filed(connector, parcel(target="LAMP"))
    town.fake.set_status("1001", "fixed", "De lamp brandt weer.")
    connector.reopen(names, "1", "Hij brandt nog niet.")
    ours = town.fake.posted[0]
    town.fake.updates.append(replace(ours, status="reopen"))  # some list ours among their own
    (told,) = connector.news([names])
    assert isinstance(told, News)
    assert (told.status, told.text) == (Status.IN_PROGRESS, "")


def test_a_reopening_that_was_cut_off_is_told_once(town: MySocietyWorld) -> None:
    connector = town.connector()
    names = filed(connector, parcel(target="LAMP"))
    town.fake.set_status("1001", "fixed")
    fall_over(town.fake, "POST")
    assert isinstance(connector.reopen(names, "1", "Nee."), TryLater)
    town.fake.back()
    assert connector.reopen(names, "1", "Nee.") == Accepted()
    assert len(town.fake.posted) == 1


def test_a_plain_server_cannot_be_told(world: World) -> None:
    connector = world.connector()
    assert connector.reopen(filed(connector, parcel(target="LAMP")), "1", "") is None


@pytest.mark.parametrize(
    ("status", "expected"), [(403, TryLater), (404, Refused), (502, TryLater), (400, TryLater)]
)
def test_what_an_answer_to_a_reopening_means(
    town: MySocietyWorld, status: int, expected: type[Result]
) -> None:
    connector = town.connector()
    names = filed(connector, parcel(target="LAMP"))
    town.fake.set_status("1001", "fixed")
    say(town.fake, status, b"")
    assert isinstance(connector.reopen(names, "1", ""), expected)
