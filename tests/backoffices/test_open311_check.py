"""Whether an Open311 server is set up well, and reading whatever it says."""

from collections.abc import Iterator
from typing import Any

import pytest

from desk.backoffices.open311_reading import entries
from tests.backoffices.worlds.open311 import (
    MySocietyWorld,
    MySocietyXmlWorld,
    World,
    XmlWorld,
)

ALL = [World, XmlWorld, MySocietyWorld, MySocietyXmlWorld]


@pytest.fixture(params=ALL, ids=lambda kind: f"{kind.flavour}-{kind.form}")
def any_world(request: pytest.FixtureRequest) -> Iterator[World]:
    with request.param() as world:
        yield world


# Check.


def test_all_is_well_and_nothing_is_changed(any_world: World) -> None:
    assert any_world.connector().check(["LAMP", "LAMP"]) == []
    assert any_world.fake.reports == []


@pytest.mark.parametrize(
    ("changes", "targets", "said"),
    [
        ({"api_key": "other-key"}, ["LAMP"], "'api_key'"),
        ({}, ["WEG"], "De dienst 'WEG' bestaat niet (meer)"),
        ({}, [""], "noemt geen dienst"),
        ({}, ["30"], "om het gegeven 'KIND'"),
    ],
)
def test_a_check_says_what_is_wrong(
    any_world: World, changes: dict[str, Any], targets: list[str], said: str
) -> None:
    (problem,) = any_world.connector(**changes).check(targets)
    assert said in problem.what


def test_a_check_knows_a_wrong_address(any_world: World) -> None:
    for url in (any_world.fake.url, "http://127.0.0.1:1/open311/v2"):
        (problem,) = any_world.connector(url=url).check(["LAMP"])
        assert "'url'" in problem.what


def test_a_check_knows_a_wrong_jurisdiction(any_world: World) -> None:
    any_world.fake.jurisdiction_id = "voorbeeldstad.example"
    (problem,) = any_world.connector(jurisdiction_id="elders.example").check(["LAMP"])
    assert "'jurisdiction_id'" in problem.what


def test_a_service_with_what_it_asks_for_in_the_settings_is_well(any_world: World) -> None:
    assert any_world.connector(attributes={"30": {"KIND": "1"}}).check(["30"]) == []


def test_routes_can_choose_from_the_services(any_world: World) -> None:
    assert any_world.connector().targets() == [
        ("LAMP", "Straat: Straatverlichting"),
        ("30", "Afval: Afval"),
    ]


# Reading.


@pytest.mark.parametrize(
    "body",
    [
        b'<!DOCTYPE a [<!ENTITY b "c">]><services><service><a>&b;</a></service></services>',
        b'<!DOCTYPE services SYSTEM "http://127.0.0.1:1/a.dtd"><services/>',
        b"<a>" * 5000 + b"</a>" * 5000,
        b"[" * 100_000 + b"]" * 100_000,
        b"<services><service>",
        b"[1, 2]",
        b"",
    ],
)
def test_what_is_no_answer_or_a_trap_is_not_read(body: bytes) -> None:
    assert entries(body) is None


@pytest.mark.parametrize(
    "body",
    [
        b'[{"code": 400, "description": "Bad"}]',
        b'{"errors": {"code": 400, "description": "Bad"}}',
        b'{"errors": [{"code": 400, "description": "Bad"}]}',
        b"<errors><error><code>400</code><description>Bad</description></error></errors>",
        b"<errors><code>400</code><description>Bad</description></errors>",
    ],
)
def test_errors_are_read_however_they_are_spelt(body: bytes) -> None:
    (error,) = entries(body) or []
    assert (str(error["code"]), error["description"]) == ("400", "Bad")
