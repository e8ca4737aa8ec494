"""Looking up in a TOPdesk whether a report or a file arrived, and putting files with it."""

from collections.abc import Iterator
from typing import Any

import pytest

from desk.backoffices.contract import (
    Accepted,
    Ambiguous,
    CannotTell,
    Names,
    NotThere,
    Parcel,
    Refused,
    Result,
    TryLater,
)
from desk.backoffices.topdesk import Topdesk
from tests.backoffices.first_step import fall_over, file, filed, say
from tests.backoffices.parcels import parcel, picture, sound, wav
from tests.backoffices.worlds.topdesk import World

BOTH = ["fiql", "old"]


def report(**changes: Any) -> Parcel:
    return parcel(target=World.target, **changes)


def looked(connector: Topdesk, sent: Parcel, step: int = 0, names: Names | None = None) -> object:
    look_up = connector.steps(sent)[step].look_up
    assert look_up is not None
    return look_up(sent, names or {})


@pytest.fixture
def world() -> Iterator[World]:
    with World() as made:
        yield made


# Looking up.


@pytest.mark.parametrize("query", BOTH)
def test_a_report_is_found_by_our_reference(world: World, query: str) -> None:
    world.fake.version = "3.9.0" if query == "fiql" else "3.1.0"
    connector, sent = world.connector(query=query), report()
    assert looked(connector, sent) == NotThere()
    names = filed(connector, sent)
    filed(connector, report())
    found = looked(connector, sent)
    assert isinstance(found, Accepted)
    assert found.names == names
    assert looked(connector, report()) == NotThere()


def test_an_old_topdesk_that_lists_everything_proves_nothing(world: World) -> None:
    world.fake.version = "3.1.0"
    connector, sent = world.connector(), report()
    filed(connector, report())
    result = looked(connector, sent)
    assert isinstance(result, CannotTell)
    assert "'query: old'" in result.why


@pytest.mark.parametrize("status", [401, 404, 500, 503])
def test_a_look_up_that_fails_cannot_tell(world: World, status: int) -> None:
    say(world.fake, status, method="GET")
    assert isinstance(looked(world.connector(), report()), CannotTell)


def test_a_look_up_without_a_line_cannot_tell(world: World) -> None:
    world.fake.away()
    assert isinstance(looked(world.connector(), report()), CannotTell)


def test_a_report_that_was_cut_off_after_it_was_stored_is_found(world: World) -> None:
    connector, sent = world.connector(), report()
    fall_over(world.fake, "POST")
    assert isinstance(file(connector, sent), Ambiguous)
    world.fake.back()
    assert isinstance(looked(connector, sent), Accepted)
    assert world.times(sent.reference) == 1


# Files.


def test_pictures_and_sound_are_put_with_it(world: World) -> None:
    sent = report(attachments=(picture(), sound(), picture()))
    connector = world.connector()
    names = filed(connector, sent)
    steps = connector.steps(sent)
    assert [each.name for each in steps] == ["report", "file-1", "file-2", "file-3"]
    assert [each.needed for each in steps] == [True, False, False, False]
    for n, step in enumerate(steps[1:], 1):
        assert looked(connector, sent, n, names) == NotThere()
        assert step.do(sent, names) == Accepted()
        assert looked(connector, sent, n, names) == Accepted()
    stored = world.incident(sent.reference).attachments
    assert [each.file_name.rpartition(".")[2] for each in stored] == ["png", "wav", "png"]
    assert stored[1].content == wav()
    assert len({each.file_name for each in stored}) == 3
    assert all(each.invisible_for_caller for each in stored)
    assert stored[1].description == "Gesproken bericht, 1 seconde"


@pytest.mark.parametrize(
    ("status", "expected"),
    [(413, Refused), (422, Refused), (404, Refused), (401, TryLater), (502, Ambiguous)],
)
def test_what_an_answer_to_a_file_means(world: World, status: int, expected: type[Result]) -> None:
    sent = report(attachments=(picture(),))
    connector = world.connector()
    names = filed(connector, sent)
    say(world.fake, status)
    assert isinstance(connector.steps(sent)[1].do(sent, names), expected)
