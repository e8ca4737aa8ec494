"""How a contact at Open Klant goes on: done or not, and a new task where it is not solved."""

from collections.abc import Iterator

import pytest

from desk.backoffices.contract import Accepted, News, NoNews, Push, TryLater
from desk.intake.models import Status
from tests.backoffices.parcels import parcel
from tests.backoffices.worlds.openklant import World, hand_over


@pytest.fixture
def world() -> Iterator[World]:
    with World() as world:
        yield world


@pytest.mark.parametrize(
    ("theirs", "ours"), [("te_verwerken", Status.RECEIVED), ("verwerkt", Status.DONE)]
)
def test_each_status_has_its_meaning(world: World, theirs: str, ours: Status) -> None:
    told, connector = parcel(), world.connector()
    names = hand_over(connector, told)
    world.fake.set_status(world.tasks(told.reference)[0], theirs)
    (news,) = connector.news([names])
    assert isinstance(news, News)
    assert (news.their_status, news.status, news.text) == (theirs, ours, "")
    assert news.changed_at is not None
    assert connector.news([names]) == [news]


def test_settings_say_what_a_status_means_here(world: World) -> None:
    connector = world.connector(statuses={"te_verwerken": "in_progress"})
    (news,) = connector.news([hand_over(connector, parcel())])
    assert isinstance(news, News)
    assert news.status == Status.IN_PROGRESS


def test_news_of_what_is_gone_and_of_what_cannot_be_asked(world: World) -> None:
    connector = world.connector()
    names = hand_over(connector, parcel())
    world.fake.tasks.clear()
    gone, unnamed = connector.news([names, {}])
    world.fake.away()
    (unknown,) = connector.news([names])
    found = [each.gone for each in (gone, unnamed, unknown) if isinstance(each, NoNews)]
    assert found == [True, True, False]
    assert connector.reopen(connector.names_of("1"), "1", "") is None


def test_not_solved_is_one_new_task_that_news_follows(world: World) -> None:
    told, connector = parcel(target=world.target), world.connector()
    names = hand_over(connector, told)
    world.clerk_sets(told.reference, "done", "")
    (done,) = connector.news([names])
    result = connector.reopen(names, told.code, "De burger zegt: nog steeds donker.")
    old, new = world.tasks(told.reference)
    assert result == Accepted({**names, "task": new.uuid})
    assert old.status == "verwerkt"
    assert told.code in new.content["toelichting"]
    assert new.content["toegewezenAanActor"] == {"uuid": world.target}
    assert isinstance(result, Accepted)
    (again,) = connector.news([result.names])
    assert isinstance(done, News)
    assert isinstance(again, News)
    assert (done.status, again.status) == (Status.DONE, Status.RECEIVED)
    assert done.version != again.version
    assert connector.reopen(names, told.code, "Nog eens.") == result
    assert len(world.tasks(told.reference)) == 2


def test_not_solved_waits_while_it_cannot_be_asked(world: World) -> None:
    connector = world.connector()
    names = hand_over(connector, parcel())
    world.fake.away()
    assert isinstance(connector.reopen(names, "1", ""), TryLater)


def test_nobody_calls_us_for_it(world: World) -> None:
    assert world.connector().pushed(Push("POST", "", {}, b"{}")) is None
