"""What staff read when an Open Klant is not set up well, and which departments there are."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.backoffices.worlds.openklant import World


@pytest.fixture
def world() -> Iterator[World]:
    with World() as world:
        yield world


def test_all_is_well_and_nothing_was_changed(world: World) -> None:
    assert world.connector().check([world.target, "", world.fake.actor]) == []
    assert {each.method for each in world.fake.asked} == {"GET"}


@pytest.mark.parametrize(
    ("changes", "says"),
    [({"token": "wrong"}, "'token'"), ({"url": "http://127.0.0.1:9"}, "niet te bereiken")],
)
def test_each_wrong_setting_has_its_sentence(
    world: World, changes: dict[str, Any], says: str
) -> None:
    (problem,) = world.connector(**changes).check([])
    assert says in problem.what


def test_an_address_that_is_a_step_too_deep_has_its_sentence(world: World) -> None:
    (problem,) = world.connector(url=f"{world.fake.url}/klantinteracties/api/v1").check([])
    assert "zonder '/klantinteracties/api/v1'" in problem.what


def test_each_wrong_department_has_its_sentence(world: World) -> None:
    missing = "7d1cbb3c-6d5a-4c3a-8a43-2f1de3b8a001"
    world.fake.actors[1].active = False
    problems = world.connector(actor=missing).check([world.target])
    assert [problem.what for problem in problems] == [
        f"De afdeling (actor) '{missing}' bestaat niet in Open Klant. "
        "Kijk 'actor' na in backoffices.yaml.",
        f"De afdeling (actor) '{world.target}' is in Open Klant niet meer actief. "
        "Kies een andere bij Routes.",
    ]


def test_departments_can_be_chosen_by_name(world: World) -> None:
    first, second = world.fake.actors
    assert world.connector().targets() == [(first.uuid, first.name), (second.uuid, second.name)]
    second.active = False
    assert world.connector().targets() == [(first.uuid, first.name)]
