"""How a report is in TOPdesk, and that it is not solved."""

from collections.abc import Iterator
from typing import Any

import pytest

from desk.backoffices.contract import (
    Accepted,
    News,
    NoNews,
    Parcel,
    Refused,
    TryLater,
)
from desk.backoffices.topdesk_settings import as_text
from desk.intake.models import Status
from tests.backoffices.first_step import fall_over, filed, say
from tests.backoffices.parcels import parcel
from tests.backoffices.worlds.topdesk import World


def report(**changes: Any) -> Parcel:
    return parcel(target=World.target, **changes)


@pytest.fixture
def world() -> Iterator[World]:
    with World() as made:
        yield made


# How it is.


@pytest.mark.parametrize(
    ("theirs", "ended", "ours"),
    [
        ("Aangemeld", False, Status.RECEIVED),
        ("In behandeling", False, Status.IN_PROGRESS),
        ("Gepland", False, Status.PLANNED),
        ("Gereed", False, Status.DONE),
        ("In behandeling", True, Status.DONE),
        ("Afgewezen", True, Status.CANNOT),
        ("Eigen woord", False, None),
        ("Eigen woord", True, Status.DONE),
    ],
)
def test_every_status_has_a_meaning(
    world: World, theirs: str, ended: bool, ours: Status | None
) -> None:
    connector, sent = world.connector(), report()
    names = filed(connector, sent)
    incident = world.incident(sent.reference)
    incident.fields |= {"processingStatus": {"id": "x", "name": theirs}, "completed": ended}
    (told,) = connector.news([names])
    assert isinstance(told, News)
    assert (told.their_status, told.status) == (theirs, ours)


def test_their_own_words_are_in_the_settings(world: World) -> None:
    sent = report()
    connector = world.connector(statuses={"eigen Woord": "forwarded"})
    names = filed(connector, sent)
    world.incident(sent.reference).fields["processingStatus"] = {"name": "Eigen woord"}
    (told,) = connector.news([names])
    assert isinstance(told, News)
    assert told.status == Status.FORWARDED


def test_the_public_text_is_what_the_caller_may_read(world: World) -> None:
    connector, sent = world.connector(), report()
    names = filed(connector, sent)
    (first,) = connector.news([names])
    assert isinstance(first, News)
    assert (first.status, first.text) == (Status.RECEIVED, "")
    number = world.incident(sent.reference).number
    world.fake.add_action(number, "Wij komen <b>morgen</b>.<br>Tot dan &amp; dank.")
    world.fake.add_action(number, "Bel eerst de leverancier.", invisible=True)
    (told,) = connector.news([names])
    assert isinstance(told, News)
    assert told.text == "Wij komen morgen.\nTot dan & dank."
    assert told.version != first.version
    (again,) = connector.news([names])
    assert again == told


def test_one_that_is_gone_does_not_hide_the_others(world: World) -> None:
    connector = world.connector()
    names = filed(connector, report())
    gone = {"id": "00000000-0000-0000-0000-000000000000", "number": "I 0000 000"}
    first, second = connector.news([gone, names])
    assert isinstance(first, NoNews)
    assert first.gone
    assert isinstance(second, News)


@pytest.mark.parametrize("status", [200, 401, 500, 503])
def test_news_that_cannot_be_read_comes_later(world: World, status: int) -> None:
    connector = world.connector()
    names = filed(connector, report())
    say(world.fake, status, b"<html>", method="GET")
    (told,) = connector.news([names])
    assert isinstance(told, NoNews)
    assert not told.gone


# Not solved.


def test_a_report_is_opened_again(world: World) -> None:
    connector, sent = world.connector(), report()
    names = filed(connector, sent)
    world.clerk_sets(sent.reference, "done", "De lamp is vervangen.")
    (done,) = connector.news([names])
    assert isinstance(done, News)
    assert (done.status, done.text) == (Status.DONE, "De lamp is vervangen.")
    assert connector.reopen(names, sent.code, "Hij brandt <nog> niet.") == Accepted()
    (told,) = connector.news([names])
    assert isinstance(told, News)
    assert (told.status, told.text) == (Status.IN_PROGRESS, "")
    assert told.version != done.version
    action = world.incident(sent.reference).actions[-1]
    assert action["invisibleForCaller"]
    assert "Hij brandt <nog> niet." in as_text(action["memoText"])
    assert sent.code in action["memoText"]


def test_a_reopening_that_was_cut_off_is_told_once(world: World) -> None:
    connector, sent = world.connector(), report()
    names = filed(connector, sent)
    world.clerk_sets(sent.reference, "done", "Klaar.")
    fall_over(world.fake, "PATCH")
    assert isinstance(connector.reopen(names, "1", "Nee."), TryLater)
    world.fake.back()
    assert connector.reopen(names, "1", "Nee.") == Accepted()
    incident = world.incident(sent.reference)
    assert len(incident.actions) == 2
    world.clerk_sets(sent.reference, "done", "")
    assert connector.reopen(names, "1", "Nee.") == Accepted()
    assert len(incident.actions) == 3
    assert not incident.fields["completed"]


def test_a_report_that_a_person_found_has_news_and_is_opened_again(world: World) -> None:
    connector, sent = world.connector(), report()
    filed(connector, sent)
    world.clerk_sets(sent.reference, "done", "Klaar.")
    names = connector.names_of(world.incident(sent.reference).number)
    (told,) = connector.news([names])
    assert isinstance(told, News)
    assert told.text == "Klaar."
    assert connector.reopen(names, sent.code, "Nee.") == Accepted()


def test_an_older_topdesk_takes_a_put(world: World) -> None:
    connector, sent = world.connector(), report()
    names = filed(connector, sent)
    say(world.fake, 405, method="PATCH")
    assert connector.reopen(names, sent.code, "") == Accepted()
    assert world.fake.asked[-1].method == "PUT"


def test_reopening_is_told_to_staff_where_no_status_is_set(world: World) -> None:
    connector = world.connector(reopen_status="")
    assert connector.reopen(filed(connector, report()), "1", "") is None


def test_what_an_answer_to_a_reopening_means(world: World) -> None:
    sent = report()
    connector = world.connector(reopen_status="Weg")
    names = filed(connector, sent)
    wrong = connector.reopen(names, sent.code, "")
    assert isinstance(wrong, TryLater)
    assert "'reopen_status'" in wrong.why
    world.incident(sent.reference).archived = True
    assert isinstance(connector.reopen(names, sent.code, ""), Refused)
    gone = {"id": "00000000-0000-0000-0000-000000000000"}
    assert isinstance(connector.reopen(gone, sent.code, ""), Refused)
    assert isinstance(world.connector(password="x").reopen(names, sent.code, ""), TryLater)
