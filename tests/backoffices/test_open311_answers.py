"""What the answers of an Open311 server mean for a report."""

import json
from collections.abc import Iterator

import pytest

from desk.backoffices.contract import (
    Accepted,
    Ambiguous,
    News,
    NoNews,
    NotThere,
    Refused,
    Result,
    TryLater,
)
from tests.backoffices.first_step import fall_over, file, filed, say
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


# What the answers mean.


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (400, errors("The CRM is down"), TryLater),
        (400, errors("Invalid service request: base is a duplicate."), Ambiguous),
        (400, errors("Backend timed out"), Ambiguous),
        (400, errors("api_key was not provided"), TryLater),
        (400, errors("jurisdiction_id was not provided"), TryLater),
        (400, errors("attribute[KIND] is required"), Refused),
        (400, errors("Error in input for POST_Service_Request"), Refused),
        (401, b"", TryLater),
        (403, errors("Missing or invalid api_key", 403), TryLater),
        (404, errors("unknown service", 404), TryLater),  # it is in the list
        (429, b"", TryLater),
        (500, b"<html>Oops</html>", Ambiguous),
        (500, errors("The CRM is down"), TryLater),
        (502, b"", Ambiguous),
        (503, b"", TryLater),
        (504, b"", Ambiguous),
        (200, b'[{"service_req', Ambiguous),
        (201, b"<html>Welcome</html>", Ambiguous),
        (200, b"[]", Ambiguous),
        (200, b"<service_requests><request><service_request_id>7<", Ambiguous),
    ],
)
def test_what_an_answer_means(
    any_world: World, status: int, body: bytes, expected: type[Result]
) -> None:
    say(any_world.fake, status, body)
    result = file(any_world.connector(), parcel(target="LAMP"))
    assert isinstance(result, expected), result


@pytest.mark.parametrize("status", [401, 403])
def test_a_wrong_key_waits_for_all_and_says_which_setting(world: World, status: int) -> None:
    say(world.fake, status, b"")
    result = file(world.connector(), parcel(target="LAMP"))
    assert isinstance(result, TryLater)
    assert result.all_wait
    assert result.wait_s == 900
    assert "'api_key'" in result.why


def test_a_wrong_key_is_told_by_the_server_itself(any_world: World) -> None:
    result = file(any_world.connector(api_key="other-key"), parcel(target="LAMP"))
    assert isinstance(result, TryLater)
    assert result.all_wait


def test_a_service_that_is_gone_is_refused(any_world: World) -> None:
    result = file(any_world.connector(), parcel(target="WEG"))
    assert result == Refused(
        "De dienst 'WEG' bestaat niet (meer) in Open311. Kies een andere bij Routes."
    )


def test_a_system_behind_it_that_is_down_is_tried_later(any_world: World) -> None:
    any_world.fake.failure = "The CRM is down"
    sent = parcel(target="LAMP")
    assert isinstance(file(any_world.connector(), sent), TryLater)
    any_world.fake.failure = ""
    assert isinstance(file(any_world.connector(), sent), Accepted)


def test_a_duplicate_has_no_number_so_a_person_looks(any_world: World) -> None:
    any_world.fake.refuse_duplicates = True
    sent = parcel(target="LAMP")
    connector = any_world.connector()
    assert isinstance(file(connector, sent), Accepted)
    result = file(connector, sent)
    assert isinstance(result, Ambiguous)
    assert any_world.times(sent.reference) == 1


def test_nobody_there_is_tried_later_and_a_cut_is_unclear(world: World) -> None:
    connector = world.connector()
    fall_over(world.fake, "POST")
    sent = parcel(target="LAMP")
    assert isinstance(file(connector, sent), Ambiguous)
    assert world.times(sent.reference) == 1
    result = file(connector, sent)
    assert isinstance(result, TryLater)
    assert result.all_wait


def test_there_is_no_asking_whether_a_report_arrived(any_world: World) -> None:
    assert any_world.connector().steps(parcel())[0].look_up is None


# A number that comes later.


def test_a_token_becomes_a_number(any_world: World) -> None:
    any_world.fake.gives = "token"
    any_world.fake.polls_before_id = 2
    connector, sent = any_world.connector(), parcel(target="LAMP")
    names = filed(connector, sent)
    assert names["token"] == "token-1001"
    (none_yet,) = connector.news([names])
    assert isinstance(none_yet, NoNews)
    assert not none_yet.gone
    number = connector.steps(sent)[1]
    assert not number.needed
    for _ in range(2):
        waits = number.do(sent, names)
        assert isinstance(waits, TryLater)
        assert waits.wait_s is not None
        assert waits.wait_s >= 600
        assert not waits.all_wait
    known = number.do(sent, names)
    assert isinstance(known, Accepted)
    assert (known.names["id"], known.number) == ("1001", "1001")
    (told,) = connector.news([{**names, **known.names}])
    assert isinstance(told, News)


def test_asking_for_a_number_again_does_no_harm(world: World) -> None:
    number = world.connector().steps(parcel())[1]
    assert number.look_up is not None
    assert number.look_up(parcel(), {}) == NotThere()


def test_a_number_that_is_there_already_is_not_asked_for(world: World) -> None:
    connector, sent = world.connector(), parcel(target="LAMP")
    names = filed(connector, sent)
    before = len(world.fake.asked)
    assert connector.steps(sent)[1].do(sent, names) == Accepted()
    assert len(world.fake.asked) == before


def test_a_token_that_is_gone_is_told_to_staff(world: World) -> None:
    connector, sent = world.connector(), parcel(target="LAMP")
    assert isinstance(connector.steps(sent)[1].do(sent, {"token": "weg"}), Refused)


def test_a_black_box_gives_no_number_and_no_news(any_world: World) -> None:
    any_world.fake.gives = "nothing"
    connector = any_world.connector()
    names = filed(connector, parcel(target="LAMP"))
    (told,) = connector.news([names])
    assert isinstance(told, NoNews)
    assert told.gone
