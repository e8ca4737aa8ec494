"""The private door of Signalen, over real HTTP: found again, read in full, reopened."""

from collections.abc import Iterator

import pytest

from desk.backoffices.contract import (
    Accepted,
    Ambiguous,
    CannotTell,
    Connector,
    ContactTold,
    News,
    NoNews,
    NotThere,
    Parcel,
    Problem,
    Push,
    Refused,
    TryLater,
)
from desk.backoffices.signalen import MAY_NOT_READ, Signalen
from desk.backoffices.signalen_states import INNER, REOPENABLE, SPLIT
from desk.backoffices.signalen_states import STATUSES as OURS
from desk.intake.models import Status
from tests.backoffices.fakes.server import Answer, json_answer
from tests.backoffices.fakes.signalen_rules import MAY_FOLLOW, STATES
from tests.backoffices.odd_signalen import OddWorld, lamp
from tests.backoffices.parcels import picture


@pytest.fixture
def world() -> Iterator[OddWorld]:
    with OddWorld() as made:
        yield made


def hand_over(connector: Signalen, sent: Parcel) -> Accepted:
    made = connector.steps(sent)[0].do(sent, {})
    assert isinstance(made, Accepted), made
    return made


def look_up(connector: Signalen, sent: Parcel) -> object:
    found = connector.steps(sent)[0].look_up
    assert found is not None
    return found(sent, {})


def test_a_report_arrives_once_under_our_source(world: OddWorld) -> None:
    sent = lamp()
    made = hand_over(world.connector(), sent)
    assert made.number == "SIG-1"
    assert made.link == "https://meldingen.example.org/manage/incident/1"
    assert world.signal(sent.reference).source == "Kiosk"
    connector: Connector = world.connector()
    assert not connector.steps(sent)[0].counts


def test_what_was_cut_off_after_storing_is_found_again(world: OddWorld) -> None:
    sent, connector = lamp(), world.connector()
    assert look_up(connector, sent) == NotThere()
    world.fake.cut_after_storing = True
    assert isinstance(connector.steps(sent)[0].do(sent, {}), Ambiguous)
    found = look_up(connector, sent)
    assert found == Accepted(
        {"id": "1", "signal_id": world.signal(sent.reference).signal_id},
        number="SIG-1",
        link="https://meldingen.example.org/manage/incident/1",
    )
    assert look_up(connector, lamp()) == NotThere()


def test_it_is_found_behind_a_hundred_newer_ones_of_ours(world: OddWorld) -> None:
    sent, connector = lamp(), world.connector()
    hand_over(connector, sent)
    for _ in range(101):
        hand_over(connector, lamp())
    asked = len(world.fake.asked)
    assert isinstance(look_up(connector, sent), Accepted)
    assert len(world.fake.asked) == asked + 2
    query = world.fake.asked[-1].query
    assert query["source"] == "Kiosk"
    assert query["created_after"] == "2026-11-23T13:05:30+00:00"


def test_it_is_found_where_signalen_made_the_source_another_one(world: OddWorld) -> None:
    contact = ContactTold("mail", email="collega@amsterdam.nl")
    sent, connector = lamp(contact=contact), world.connector()
    hand_over(connector, sent)
    assert world.signal(sent.reference).source == "Interne melding"
    assert isinstance(look_up(connector, sent), Accepted)


@pytest.mark.parametrize(
    "odd",
    [
        Answer(500, b"<h1>Server Error (500)", "text/html"),
        Answer(403),
        Answer(200, b"<h1>Welkom", "text/html"),
        json_answer(200, {"results": [{"id": 1}]}),
        Answer(503, b"API in maintenance mode", "text/plain"),
    ],
)
def test_a_look_up_without_a_proper_list_proves_nothing(world: OddWorld, odd: Answer) -> None:
    world.fake.odd["/private/signals"] = odd
    assert isinstance(look_up(world.connector(), lamp()), CannotTell)


def test_an_unknown_address_is_left_out_and_a_public_source_waits(world: OddWorld) -> None:
    world.fake.unknown_addresses.add("Dorpsstraat 12")
    hand_over(world.connector(), lamp())
    assert "address" not in world.fake.signals[0].content["location"]
    told = world.connector(source="online").steps(lamp())[0].do(lamp(), {})
    assert isinstance(told, TryLater)
    assert (told.all_wait, "'source'" in told.why) == (True, True)


def test_pictures_are_taken_at_any_time_and_found_again(world: OddWorld) -> None:
    sent = lamp(attachments=(picture("a.png"), picture("b.png")))
    connector = world.connector()
    names = hand_over(connector, sent).names
    world.clerk_sets(sent.reference, "in_progress", "")
    first, second = connector.steps(sent)[1:]
    assert first.look_up is not None
    assert second.look_up is not None
    assert (first.what, first.needed) == ("Foto", False)
    assert first.look_up(sent, names) == NotThere()
    world.fake.cut_after_storing = True
    assert isinstance(first.do(sent, names), Ambiguous)
    assert first.look_up(sent, names) == Accepted()
    assert second.look_up(sent, names) == NotThere()
    assert second.do(sent, names) == Accepted()
    assert len(world.signal(sent.reference).attachments) == 2
    world.fake.odd["/attachments"] = Answer(502)
    assert isinstance(second.look_up(sent, names), CannotTell)


# The answer.


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_a_meaning_and_its_text_where_it_is_public(
    world: OddWorld, state: str
) -> None:
    sent, connector = lamp(), world.connector()
    names = hand_over(connector, sent).names
    world.fake.set_status(world.signal(sent.reference), state, "De lamp brandt weer.")
    (news,) = connector.news([names])
    assert isinstance(news, News)
    assert news.status == OURS[state]
    assert news.their_status == STATES[state]
    assert news.text == ("" if state in INNER else "De lamp brandt weer.")
    assert news.changed_at == world.signal(sent.reference).updated_at


def test_the_states_mean_what_visitors_are_told() -> None:
    assert {state for state in STATES if OURS[state] == Status.DONE} == {"o"}
    assert {state for state in STATES if OURS[state] == Status.CANNOT} == {"a"}
    assert {state for state in STATES if OURS[state] == Status.FORWARDED} == {"forward to external"}
    assert {state for state in STATES if OURS[state] == Status.PLANNED} == {"ingepland"}
    assert OURS["b"] == Status.IN_PROGRESS
    assert OURS["m"] == OURS["reopened"] == Status.RECEIVED


def test_the_same_state_with_another_text_is_news(world: OddWorld) -> None:
    sent, connector = lamp(), world.connector()
    names = hand_over(connector, sent).names
    seen = []
    for text in ("Wij kijken maandag.", "Wij kijken dinsdag."):
        world.clerk_sets(sent.reference, "in_progress", text)
        (news,) = connector.news([names])
        assert isinstance(news, News)
        assert connector.news([names]) == [news]
        seen.append((news.version, news.text))
    assert seen[0][0] != seen[1][0]
    assert [text for _, text in seen] == ["Wij kijken maandag.", "Wij kijken dinsdag."]


def test_a_town_may_have_other_meanings_and_other_public_texts(world: OddWorld) -> None:
    sent = lamp()
    connector = world.connector(statuses={"h": "planned"}, inner_states=["b"])
    names = hand_over(connector, sent).names
    world.fake.set_status(world.signal(sent.reference), "h", "Na de winter.")
    (news,) = connector.news([names])
    assert isinstance(news, News)
    assert (news.status, news.text) == (Status.PLANNED, "Na de winter.")


def test_a_state_that_we_do_not_know_is_shown_to_staff(world: OddWorld) -> None:
    content = {"status": {"state": "z", "created_at": "2026-11-24T10:00:00+00:00"}}
    world.fake.odd["/signals/1"] = json_answer(200, content)
    (news,) = world.connector().news([{"id": "1"}])
    assert isinstance(news, News)
    assert (news.status, news.their_status) == (None, "z")


def test_what_a_person_found_by_its_number_is_followed(world: OddWorld) -> None:
    connector = world.connector()
    hand_over(connector, lamp())
    (news,) = connector.news([connector.names_of(" SIG-1 ")])
    assert isinstance(news, News)
    assert news.number == "SIG-1"
    assert connector.names_of("weet ik niet") == {}


def test_news_that_cannot_be_read(world: OddWorld) -> None:
    connector = world.connector()
    names = hand_over(connector, lamp()).names
    world.fake.odd["/signals/1"] = json_answer(200, {"status": None})
    told = connector.news([names, {}, {"id": "99"}])
    assert [isinstance(each, NoNews) and each.gone for each in told] == [False, False, True]


@pytest.mark.parametrize("state", sorted(REOPENABLE))
def test_what_is_finished_is_reopened(world: OddWorld, state: str) -> None:
    assert "reopened" in MAY_FOLLOW[state]
    sent, connector = lamp(), world.connector()
    names = hand_over(connector, sent).names
    signal = world.signal(sent.reference)
    world.fake.set_status(signal, state, "Klaar.")
    assert connector.reopen(names, sent.code, "Hij knippert nu.") == Accepted()
    assert signal.state == "reopened"
    assert sent.code in signal.status_text
    assert "Hij knippert nu." in signal.status_text
    (news,) = connector.news([names])
    assert isinstance(news, News)
    assert (news.status, news.text) == (Status.RECEIVED, "")
    assert connector.reopen(names, sent.code, "Nog eens.") == Accepted()
    assert len(signal.history) == 2


@pytest.mark.parametrize("state", sorted(set(STATES) - REOPENABLE))
def test_what_is_not_finished_is_left_as_it_is(world: OddWorld, state: str) -> None:
    sent, connector = lamp(), world.connector()
    names = hand_over(connector, sent).names
    world.fake.set_status(world.signal(sent.reference), state)
    told = connector.reopen(names, sent.code, "Nog kapot.")
    assert isinstance(told, Refused if state == SPLIT else Accepted)
    assert world.signal(sent.reference).state == state


def test_reopening_what_is_gone_or_away(world: OddWorld) -> None:
    connector = world.connector()
    assert isinstance(connector.reopen({}, "1", ""), Refused)
    assert isinstance(connector.reopen({"id": "9"}, "1", ""), Refused)
    world.fake.odd["/signals/9"] = json_answer(200, {"status": {"state": "z"}})
    assert isinstance(connector.reopen({"id": "9"}, "1", ""), TryLater)
    world.fake.away()
    assert isinstance(connector.reopen({"id": "9"}, "1", ""), TryLater)
    assert connector.pushed(Push("POST", "", {}, b"")) is None


# Checks.


def test_a_check_is_silent_when_all_is_well_and_changes_nothing(world: OddWorld) -> None:
    assert world.connector(source="kiosk").check([OddWorld.target]) == []
    assert {asked.method for asked in world.fake.asked} == {"GET"}


@pytest.mark.parametrize("source", ["Onbekend", "Oude kiosk", "online"])
def test_a_check_names_a_source_that_cannot_be_used(world: OddWorld, source: str) -> None:
    (problem,) = world.connector(source=source).check([OddWorld.target])
    assert f"'{source}'" in problem.what
    assert "'source'" in problem.what


def test_a_check_says_when_reports_cannot_be_read(world: OddWorld) -> None:
    world.fake.odd["/private/signals"] = Answer(403)
    assert world.connector().check([OddWorld.target]) == [Problem(MAY_NOT_READ)]


def test_a_check_names_a_category_that_is_no_more(world: OddWorld) -> None:
    (problem,) = world.connector().check(["wegen-verkeer-straatmeubilair/gaten"])
    assert "niet meer actief" in problem.what
    assert ("overig/overig", "Overig: Overig") in world.connector().targets()


def test_a_check_says_that_nobody_answers(world: OddWorld) -> None:
    world.fake.away()
    (problem,) = world.connector().check([OddWorld.target])
    assert problem.what == "Het systeem is niet te bereiken. Controleer 'url' in backoffices.yaml."
