"""What staff read when a MOR-core is not set up well, and which subjects a route may name."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.backoffices.fakes.server import json_answer
from tests.backoffices.worlds.mor import World


@pytest.fixture
def world() -> Iterator[World]:
    with World() as world:
        yield world


def test_all_is_well_and_nothing_was_changed(world: World) -> None:
    assert world.connector().check([world.target, ""]) == []
    assert world.fake.signals == []


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"password": "wrong"}, "'password'"),
        ({"url": "http://127.0.0.1:9"}, "niet te bereiken"),
    ],
)
def test_each_wrong_setting_has_its_sentence(
    world: World, changes: dict[str, Any], says: str
) -> None:
    (problem,) = world.connector(**changes).check([])
    assert says in problem.what


def test_an_address_without_a_mor_has_its_sentence(world: World) -> None:
    (problem,) = world.connector(url=world.subjects.url).check([])
    assert "geen MOR" in problem.what


def test_missing_rights_have_their_sentence(world: World) -> None:
    usual = world.fake.answer
    world.fake.answer = (  # type: ignore[method-assign]
        lambda asked: json_answer(403, {}) if asked.method == "GET" else usual(asked)
    )
    (problem,) = world.connector().check([])
    assert "rechten" in problem.what


def test_each_wrong_subject_has_its_sentence(world: World) -> None:
    old, strange = world.subjects.address("weg"), "https://elsewhere.example.org/1/"
    problems = world.connector().check([old, strange, world.target])
    assert [problem.what for problem in problems] == [
        f"Het onderwerp '{old}' bestaat niet meer. Kies een ander bij Routes.",
        f"Het onderwerp '{strange}' is geen adres onder 'subjects_url'. Kies een ander bij Routes.",
    ]
    world.subjects.away()
    (problem,) = world.connector().check([world.target])
    assert "'subjects_url'" in problem.what


def test_subjects_can_be_chosen_by_name(world: World) -> None:
    assert world.connector().targets() == [
        (world.subjects.address("lamp"), "Straatverlichting"),
        (world.subjects.address("afval"), "Afval"),
        (world.subjects.address("boom"), "Bomen"),
    ]
    assert world.connector(subjects_url=None).targets() == []
