"""Handing over to MOR-core: everything in one call, nothing twice, and what its 500s mean."""

import base64
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import settings as rules
from hypothesis import strategies as st

from desk.backoffices.contract import (
    Accepted,
    Ambiguous,
    CannotTell,
    ContactTold,
    NotThere,
    Parcel,
    Place,
    Refused,
    TryLater,
)
from desk.backoffices.mor import Mor
from desk.backoffices.mor_signal import PHONE as LONGEST_PHONE
from desk.backoffices.mor_signal import signal
from tests.backoffices.fakes.server import Answer, json_answer
from tests.backoffices.parcels import NAME, PHONE, WORDS, attachment, parcel, picture, png, sound
from tests.backoffices.worlds.mor import World


@pytest.fixture(scope="module")
def shared() -> Iterator[World]:
    """For tests of what is sent: they may leave anything behind."""
    with World() as world:
        yield world


@pytest.fixture
def world() -> Iterator[World]:
    with World() as world:
        yield world


def hand_over(connector: Mor, told: Parcel) -> Any:
    (step,) = connector.steps(told)
    return step.do(told, {})


def look_up(connector: Mor, told: Parcel) -> Any:
    (step,) = connector.steps(told)
    assert step.look_up is not None
    return step.look_up(told, {})


def sent(world: World, told: Parcel) -> dict[str, Any]:
    return next(each.content for each in world.fake.signals if each.url == told.callback_url)


def answering(world: World, answer: Answer) -> None:
    """From now on a new signal gets this answer; the rest stays as it is."""
    usual = world.fake.answer
    world.fake.answer = (  # type: ignore[method-assign]
        lambda asked: answer if asked.method == "POST" and "signaal" in asked.path else usual(asked)
    )


def test_a_report_arrives_whole_with_its_place_and_pictures(world: World) -> None:
    told = parcel(target=world.target, attachments=(picture(), sound()))
    result = hand_over(world.connector(), told)
    (signal,) = world.fake.signals
    content = signal.content
    assert result == Accepted(
        {
            "signaal_url": told.callback_url,
            "signaal": f"{world.fake.url}/api/v1/signaal/{signal.uuid}/",
            "melding": f"{world.fake.url}/api/v1/melding/{signal.report.uuid}/",
        },
        "1",
        f"https://meldingen.example.org/melding/{signal.report.uuid}",
    )
    assert (content["bron_id"], content["bron_signaal_id"]) == ("Zuil", told.reference)
    assert content["omschrijving_melder"] == WORDS
    assert content["melder"] == {"naam": NAME, "telefoonnummer": "0612345678"}
    assert content["onderwerpen"] == [{"bron_url": world.target}]
    assert content["adressen"] == [
        {
            "plaatsnaam": "Voorbeeldstad",
            "straatnaam": "Dorpsstraat",
            "postcode": "1234 AB",
            "huisnummer": 12,
            "geometrie": {"type": "Point", "coordinates": [4.8922, 52.3731]},
        }
    ]
    assert [base64.b64decode(each["bestand"]) for each in content["bijlagen"]] == [png()]
    text = content["aanvullende_informatie"]
    assert all(said in text for said in (PHONE, told.code, "Gesproken bericht", "Foto"))
    assert {"question": "Nummer op de lantaarnpaal", "answers": ["4071"]} in (
        content["aanvullende_vragen"]
    )


@pytest.mark.parametrize(
    ("written", "number", "letter", "more"),
    [
        ("12", 12, None, None),
        ("12A", 12, "A", None),
        ("12 bis", 12, None, "bis"),
        ("12-3", 12, None, "3"),
        ("12 B-2", 12, "B", "2"),
        ("12-14-16", None, None, None),
        ("t/o 12", None, None, None),
        ("", None, None, None),
    ],
)
def test_a_house_number_is_sent_where_it_is_one(
    shared: World, written: str, number: int | None, letter: str | None, more: str | None
) -> None:
    told = parcel(place=Place("Dorpsstraat", 52.1, 5.1, "Dorpsstraat", written))
    assert isinstance(hand_over(shared.connector(), told), Accepted)
    (address,) = sent(shared, told)["adressen"]
    found = [address.get(name) for name in ("huisnummer", "huisletter", "toevoeging")]
    assert found == [number, letter, more]
    assert address["geometrie"]["coordinates"] == [5.1, 52.1]


def test_a_place_in_words_only_stands_in_the_text(shared: World) -> None:
    told = parcel(place=Place("Bij de ingang van het park"))
    assert isinstance(hand_over(shared.connector(), told), Accepted)
    assert sent(shared, told)["adressen"] == []
    assert "Bij de ingang van het park" in sent(shared, told)["aanvullende_informatie"]


plain_text = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=400)
long_text = st.builds(lambda text, times: text * times, plain_text, st.integers(1, 40))


people = st.builds(
    ContactTold,
    st.just("phone"),
    plain_text,
    st.one_of(plain_text, st.from_regex(r"\+?[0-9][0-9 ()-]{0,30}", fullmatch=True)),
    st.one_of(st.emails(), plain_text),
    plain_text,
    plain_text,
    plain_text,
)
places = st.builds(Place, plain_text, st.just(52.1), st.just(5.1), plain_text, plain_text)


LONG = "lang " * 1000
LONG_CONTACT = ContactTold("mail", LONG, LONG, f"{'a' * 300}@example.org", LONG, LONG, LONG)


@rules(max_examples=60, deadline=None)
@given(words=long_text, contact=people, place=places)
@example(LONG, LONG_CONTACT, Place(LONG, 52.1, 5.1, LONG, LONG, LONG))
@example("", LONG_CONTACT, Place(LONG, 52.1, 5.1, LONG, LONG, LONG))
def test_nothing_is_refused_for_its_length(
    shared: World, words: str, contact: ContactTold, place: Place
) -> None:
    told = parcel(words=words, contact=contact, place=place)
    assert isinstance(hand_over(shared.connector(), told), Accepted)


@rules(max_examples=200, deadline=None)
@given(st.from_regex(r"(\+31|\+32|00|0)?[1-9][0-9 ()-]{0,30}", fullmatch=True))
def test_a_telephone_number_is_sent_to_its_last_digit_or_not_at_all(phone: str) -> None:
    contact = ContactTold("phone", phone=phone)
    number = signal(parcel(contact=contact), "", "", "")["melder"].get("telefoonnummer", "")
    assert len(number) <= LONGEST_PHONE
    assert "".join(filter(str.isdecimal, phone)).endswith(number[-4:])


@pytest.mark.parametrize("phone", ["+49 12345678901234", "+49 123456789012345"])
def test_a_number_that_is_longer_than_its_field_stays_in_the_text(
    shared: World, phone: str
) -> None:
    told = parcel(contact=ContactTold("phone", phone=phone))
    hand_over(shared.connector(), told)
    fits = len(phone.replace(" ", "")) <= LONGEST_PHONE
    assert ("telefoonnummer" in sent(shared, told)["melder"]) == fits
    assert phone in sent(shared, told)["aanvullende_informatie"]


def test_pictures_that_are_too_large_together_stay_behind_and_are_linked(world: World) -> None:
    small, large = picture("klein.png"), attachment("groot.png", "image/png", bytes(5000), "Foto")
    told = parcel(attachments=(large, small))
    connector = world.connector(pictures_most_bytes=len(png()))
    assert isinstance(hand_over(connector, told), Accepted)
    assert len(sent(world, told)["bijlagen"]) == 1
    assert large.link in sent(world, told)["aanvullende_informatie"]


def test_a_picture_that_it_does_not_take_does_not_keep_the_report_out(world: World) -> None:
    told = parcel(attachments=(attachment("x.png", "image/png", b"no picture", "Foto"),))
    assert isinstance(hand_over(world.connector(), told), Accepted)
    assert world.times(told.reference) == 1
    assert "bijlagen" not in sent(world, told)


def test_a_second_time_is_accepted_as_the_first_and_stored_once(world: World) -> None:
    told = parcel()
    first = hand_over(world.connector(), told)
    assert hand_over(world.connector(), told) == first
    assert world.times(told.reference) == 1


def test_a_second_time_is_accepted_even_when_it_cannot_be_shown(world: World) -> None:
    told = parcel()
    unique = {"non_field_errors": ["The fields bron_id, bron_signaal_id must make a unique set."]}
    answering(world, json_answer(500, unique))
    assert hand_over(world.connector(), told) == Accepted({"signaal_url": told.callback_url})


def test_a_look_up_tells_there_from_not_there_from_cannot_tell(world: World) -> None:
    told, connector = parcel(), world.connector()
    assert look_up(connector, told) == NotThere()
    assert look_up(connector, told) == NotThere()
    accepted = hand_over(connector, told)
    assert look_up(connector, told) == accepted
    world.fake.away()
    assert isinstance(look_up(connector, told), CannotTell)


def test_a_filter_that_does_nothing_proves_nothing(world: World) -> None:
    hand_over(world.connector(), parcel())
    usual = world.fake.answer

    def unfiltered(asked: Any) -> Answer:
        asked.query.clear()
        return usual(asked)

    world.fake.answer = unfiltered  # type: ignore[method-assign]
    assert isinstance(look_up(world.connector(), parcel()), CannotTell)


HTML = Answer(500, b"<h1>Server Error (500)</h1>", "text/html")


@pytest.mark.parametrize(
    ("answer", "meant"),
    [
        (HTML, Ambiguous),
        (json_answer(500, {"detail": "A server error occurred."}), Ambiguous),
        (Answer(502, b"bad gateway", "text/html"), Ambiguous),
        (Answer(201, b'{"_links": {', "application/json"), Ambiguous),
        (json_answer(406, {"detail": "Url fout: onderwerp bron_url"}), Refused),
        (json_answer(405, {"detail": "De melding is afgesloten"}), Refused),
        (json_answer(423, {"detail": "De melding is in gebruik"}), TryLater),
        (json_answer(503, {}), TryLater),
        (json_answer(404, {}), TryLater),
        (json_answer(403, {}), TryLater),
    ],
)
def test_an_answer_is_taken_by_its_meaning(
    world: World, answer: Answer, meant: type[object]
) -> None:
    answering(world, answer)
    assert type(hand_over(world.connector(), parcel())) is meant


def test_a_busy_town_says_how_long_everyone_waits(world: World) -> None:
    answering(world, json_answer(429, {}, Retry_After="120"))
    result = hand_over(world.connector(), parcel())
    assert isinstance(result, TryLater)
    assert (result.wait_s, result.all_wait) == (120.0, True)


def test_wrong_fields_are_named_but_never_what_stood_in_them(world: World) -> None:
    faults = {"melder": {"email": ["'fatima' is no address"]}, "kanaal": ["fatima"]}
    answering(world, json_answer(500, faults))
    why = "MOR neemt deze velden zo niet aan: kanaal, melder."
    assert hand_over(world.connector(), parcel()) == Refused(why)


def test_an_unknown_subject_is_for_whoever_makes_routes(world: World) -> None:
    result = hand_over(world.connector(), parcel(target="http://elsewhere.example.org/1/"))
    assert isinstance(result, Refused)
    assert "Routes" in result.why


def test_a_desk_that_is_not_registered_waits_until_it_is(world: World) -> None:
    told = parcel(callback_url="https://other.example.org/terug/straat/1/")
    result = hand_over(world.connector(), told)
    assert isinstance(result, TryLater)
    assert result.all_wait
    assert "applicatie" in result.why


def test_an_address_of_the_desk_that_is_too_long_is_never_sent(world: World) -> None:
    told = parcel(callback_url=f"https://zuil.example.org/{'x' * 200}/")
    assert isinstance(hand_over(world.connector(), told), Refused)
    assert world.fake.asked == []


def test_nobody_at_home_is_later_and_cut_off_is_ambiguous(world: World) -> None:
    connector = world.connector()
    hand_over(connector, parcel())
    usual = world.fake.answer

    def gone(asked: Any) -> Answer:
        answer = usual(asked)
        world.fake.away()
        return answer

    world.fake.answer = gone  # type: ignore[method-assign]
    assert isinstance(hand_over(connector, parcel()), Ambiguous)
    assert isinstance(hand_over(connector, parcel()), TryLater)


def test_it_logs_in_once_and_again_when_its_token_runs_out(world: World) -> None:
    connector = world.connector()
    hand_over(connector, parcel())
    hand_over(connector, parcel())
    assert [each.path for each in world.fake.asked].count("/api-token-auth/") == 1
    world.fake.token = "another"
    assert isinstance(hand_over(connector, parcel()), Accepted)
    assert [each.path for each in world.fake.asked].count("/api-token-auth/") == 2


def test_a_token_that_runs_out_is_renewed_once_for_all_that_are_under_way(world: World) -> None:
    connector = world.connector()
    hand_over(connector, parcel())
    world.fake.token = "another"
    world.fake.delay_s = 0.1
    with ThreadPoolExecutor(8) as threads:
        results = list(threads.map(lambda _: hand_over(connector, parcel()), range(8)))
    assert all(isinstance(result, Accepted) for result in results)
    assert [each.path for each in world.fake.asked].count("/api-token-auth/") == 2


def test_a_wrong_password_refuses_nothing_and_says_which_setting(world: World) -> None:
    result = hand_over(world.connector(password="wrong"), parcel())
    assert isinstance(result, TryLater)
    assert (result.wait_s, result.all_wait) == (900.0, True)
    assert "'password'" in result.why
