"""How a report at MOR-core goes on: its status, what is written for the public, not solved."""

from collections.abc import Iterator

import pytest

from desk.backoffices.contract import Accepted, News, NoNews, TryLater
from desk.intake.models import Status
from tests.backoffices.first_step import filed
from tests.backoffices.parcels import parcel
from tests.backoffices.worlds.mor import World


@pytest.fixture
def world() -> Iterator[World]:
    with World() as world:
        yield world


@pytest.mark.parametrize(
    ("theirs", "resolution", "ours"),
    [
        ("openstaand", None, Status.RECEIVED),
        ("in_behandeling", None, Status.IN_PROGRESS),
        ("controle", None, Status.IN_PROGRESS),
        ("wachten_melder", None, Status.IN_PROGRESS),
        ("pauze", None, Status.IN_PROGRESS),
        ("afgehandeld", "opgelost", Status.DONE),
        ("afgehandeld", "niet_opgelost", Status.CANNOT),
        ("geannuleerd", None, Status.CANNOT),
    ],
)
def test_each_status_has_its_meaning_and_public_text(
    world: World, theirs: str, resolution: str | None, ours: Status
) -> None:
    told, connector = parcel(), world.connector()
    names = filed(connector, told)
    report = world.report(told.reference)
    (before,) = connector.news([names])
    world.fake.set_status(report, theirs, "We zijn geweest.", resolution)
    (after,) = connector.news([names])
    assert isinstance(before, News)
    assert isinstance(after, News)
    assert (after.status, after.text, after.number) == (ours, "We zijn geweest.", "1")
    assert after.version != before.version
    assert after.changed_at == (report.closed_at or report.changed_at)


def test_news_that_did_not_change_has_the_same_version(world: World) -> None:
    told, connector = parcel(), world.connector()
    names = filed(connector, told)
    first, second = (connector.news([names])[0] for _ in range(2))
    assert first == second


def test_settings_say_what_a_status_means_here(world: World) -> None:
    told, connector = parcel(), world.connector(statuses={"controle": "planned"})
    names = filed(connector, told)
    world.fake.set_status(world.report(told.reference), "controle")
    (news,) = connector.news([names])
    assert isinstance(news, News)
    assert news.status == Status.PLANNED


def test_news_of_what_is_gone_and_of_what_cannot_be_asked(world: World) -> None:
    connector = world.connector()
    names = filed(connector, parcel())
    unnamed, there = connector.news([{}, names])
    assert isinstance(unnamed, NoNews)
    assert unnamed.gone
    assert isinstance(there, News)
    assert connector.reopen(connector.names_of("1"), "1", "") is None
    world.fake.signals.clear()
    (gone,) = connector.news([names])
    assert isinstance(gone, NoNews)
    assert gone.gone
    world.fake.away()
    (unknown,) = connector.news([names])
    assert isinstance(unknown, NoNews)
    assert not unknown.gone


def test_not_solved_opens_it_again_once(world: World) -> None:
    told, connector = parcel(), world.connector()
    names = filed(connector, told)
    world.clerk_sets(told.reference, "done", "De lamp is vervangen.")
    assert connector.reopen(names, told.code, "De burger zegt: niet opgelost.") == Accepted(names)
    report = world.report(told.reference)
    assert told.code in report.reopened_because
    (news,) = connector.news([names])
    assert isinstance(news, News)
    assert news.status == Status.RECEIVED
    asked = len([each for each in world.fake.asked if each.method == "PATCH"])
    assert connector.reopen(names, told.code, "Nog eens.") == Accepted(names)
    assert len([each for each in world.fake.asked if each.method == "PATCH"]) == asked == 1


def test_not_solved_waits_while_somebody_has_it_open(world: World) -> None:
    told, connector = parcel(), world.connector()
    names = filed(connector, told)
    world.clerk_sets(told.reference, "done", "")
    world.fake.locked = True
    assert isinstance(connector.reopen(names, told.code, ""), TryLater)
