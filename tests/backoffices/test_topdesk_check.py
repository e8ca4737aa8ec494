"""A TOPdesk tells us something, and whether it is set up well."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from desk.backoffices.contract import (
    Push,
)
from tests.backoffices.worlds.topdesk import PUSH_SECRET, World


@pytest.fixture
def world() -> Iterator[World]:
    with World() as made:
        yield made


# They tell us.


PUSH = Push("POST", "", {"X-Zuil-Secret": PUSH_SECRET}, b'{"number": "I 2611 001"}')


def test_a_call_says_which_report_is_to_be_read(world: World) -> None:
    pushed = world.connector().pushed(PUSH)
    assert pushed is not None
    assert (pushed.number, pushed.news) == ("I 2611 001", None)


def test_header_and_field_are_as_the_customer_made_them(world: World) -> None:
    connector = world.connector(push_secret_header="X-Geheim", push_number_field="melding")
    push = replace(PUSH, headers={"x-geheim": PUSH_SECRET}, body=b'{"melding": "I 1"}')
    pushed = connector.pushed(push)
    assert pushed is not None
    assert pushed.number == "I 1"


@pytest.mark.parametrize(
    "push",
    [
        replace(PUSH, headers={}),
        replace(PUSH, headers={"X-Zuil-Secret": ""}),
        replace(PUSH, headers={"X-Zuil-Secret": f"{PUSH_SECRET}x"}),
        replace(PUSH, body=b"number=1"),
        replace(PUSH, body=b"[]"),
        replace(PUSH, body=b"[" * 100_000),
        replace(PUSH, body=b'{"number": ["I 1"]}'),
        replace(PUSH, body=b'{"number": " "}'),
    ],
)
def test_what_does_not_prove_to_be_theirs_or_is_nothing_is_not_heard(
    world: World, push: Push
) -> None:
    assert world.connector().pushed(push) is None


def test_without_a_secret_in_the_settings_nobody_is_heard(world: World) -> None:
    connector = world.connector(push_secret=None)
    assert connector.pushed(PUSH) is None
    assert connector.pushed(replace(PUSH, headers={"X-Zuil-Secret": ""})) is None


# Check.


def test_all_is_well_and_nothing_is_changed(world: World) -> None:
    connector = world.connector(call_type="Melding", processing_status="Gepland")
    assert connector.check(["Straat/Lamp", "Afval", *(one for one, _ in connector.targets())]) == []
    assert world.fake.incidents == []
    assert {each.method for each in world.fake.asked} == {"GET"}


@pytest.mark.parametrize(
    ("changes", "targets", "said"),
    [
        ({"password": "wrong"}, ["Straat"], "'password'"),
        ({"url": "http://127.0.0.1:1"}, ["Straat"], "'url'"),
        ({"reopen_status": "Weg"}, [], "'reopen_status'"),
        ({"call_type": "Weg"}, [], "'call_type'"),
        ({}, ["Weg/Lamp"], "categorie 'Weg' bestaat niet"),
        ({}, ["Straat/Bak"], "subcategorie 'Straat/Bak' bestaat niet"),
        ({}, [""], "noemt geen categorie"),
        ({}, ["Dubbel"], "staat twee keer"),
    ],
)
def test_a_check_says_what_is_wrong(
    world: World, changes: dict[str, Any], targets: list[str], said: str
) -> None:
    world.fake.ambiguous("Dubbel")
    world.fake.ambiguous("Dubbel")
    (problem,) = world.connector(**changes).check(targets)
    assert said in problem.what


def test_a_check_knows_another_address_rights_and_age(world: World) -> None:
    (problem,) = world.connector(url=f"{world.fake.url}/elders").check([])
    assert "'url'" in problem.what
    world.fake.version = "3.1.0"
    (problem,) = world.connector().check([])
    assert "'query: old'" in problem.what
    assert world.connector(query="old").check([]) == []
    world.fake.may_use_api = False
    (problem,) = world.connector().check([])
    assert "REST API" in problem.what


def test_routes_can_choose_from_the_categories(world: World) -> None:
    assert [name for _, name in world.connector().targets()] == [
        "Straat",
        "Straat: Lamp",
        "Afval",
        "Afval: Bak",
    ]
