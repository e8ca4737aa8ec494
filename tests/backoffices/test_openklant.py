"""Handing over to Open Klant: contact, address and task, each once, going on where it stopped."""

from collections.abc import Iterator
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
from desk.backoffices.openklant import OpenKlant
from desk.backoffices.openklant_content import LANGUAGES, numbers_of
from tests.backoffices.fakes.server import Answer, Asked, json_answer
from tests.backoffices.parcels import MAIL, NAME, PHONE, WORDS, parcel, picture, sound
from tests.backoffices.worlds.openklant import World, hand_over


@pytest.fixture(scope="module")
def shared() -> Iterator[World]:
    """For tests of what is sent: they may leave anything behind."""
    with World() as world:
        yield world


@pytest.fixture
def world() -> Iterator[World]:
    with World() as world:
        yield world


def first_step(connector: OpenKlant, told: Parcel) -> Any:
    return connector.steps(told)[0].do(told, {})


def look_up(connector: OpenKlant, told: Parcel, name: str, names: dict[str, str]) -> Any:
    (step,) = [each for each in connector.steps(told) if each.name == name]
    assert step.look_up is not None
    return step.look_up(told, names)


def answering(world: World, kind: str, answer: Answer) -> None:
    """From now on what is posted to `kind` gets this answer; the rest stays as it is."""
    usual = world.fake.answer
    world.fake.answer = (  # type: ignore[method-assign]
        lambda asked: (
            answer if asked.method == "POST" and asked.path.endswith(kind) else usual(asked)
        )
    )


def test_a_request_to_be_called_arrives_as_contact_address_and_task(world: World) -> None:
    told = parcel(attachments=(picture(), sound()), language="ar", language_name="Arabisch")
    connector = world.connector()
    names = hand_over(connector, told)
    (contact,), (address,), (task,) = world.fake.contacts, world.fake.addresses, world.fake.tasks
    assert names == {
        "contact": contact.uuid,
        "person": contact.person,
        "address-telefoonnummer": address.uuid,
        "task": task.uuid,
        "actor": world.fake.actor,
    }
    sent = contact.content["klantcontact"]
    assert sent["onderwerp"] == "Kapotte straatlamp, Dorpsstraat 12, 1234 AB Voorbeeldstad"
    assert (sent["taal"], sent["kanaal"], sent["vertrouwelijk"]) == ("ara", "Zuil", False)
    assert sent["metadata"]["zuil_referentie"] == told.reference
    assert all(said in sent["inhoud"] for said in (WORDS, PHONE, told.code, "Gesproken bericht"))
    person = contact.content["betrokkene"]
    assert person["contactnaam"] == {"achternaam": NAME}
    assert "correspondentieadres" not in person
    assert contact.object_id == told.code
    assert (address.content["adres"], address.person) == ("0612345678", contact.person)
    asked = task.content["gevraagdeHandeling"]
    assert asked.startswith("De burger wil gebeld worden: Kapotte straatlamp")
    assert PHONE in task.content["toelichting"]
    assert (task.contact, task.status) == (contact.uuid, "te_verwerken")


def test_the_number_for_people_and_the_page_for_staff_come_with_the_contact(world: World) -> None:
    told = parcel()
    result = first_step(world.connector(), told)
    (contact,) = world.fake.contacts
    assert result.number == contact.number == numbers_of(told.reference)[0]
    assert result.link == f"https://kiss.example.org/contacten/{contact.uuid}"


def test_a_route_names_the_department(world: World) -> None:
    names = hand_over(world.connector(), parcel(target=world.target))
    (task,) = world.fake.tasks
    assert task.content["toegewezenAanActor"] == {"uuid": world.target}
    assert names["actor"] == world.target


def test_who_wants_a_letter_has_an_address_for_post_and_no_other(world: World) -> None:
    contact = ContactTold("letter", NAME, "", "", "Dorpsstraat", "12", "1234 AB")
    told = parcel(contact=contact)
    hand_over(world.connector(), told)
    person = world.contact(told.reference).content["betrokkene"]
    lines = {"adresregel1": "Dorpsstraat 12", "adresregel2": "1234 AB"}
    assert person["correspondentieadres"] == lines
    assert world.fake.addresses == []


def test_telephone_and_mail_are_two_addresses(world: World) -> None:
    hand_over(world.connector(), parcel(contact=ContactTold("mail", NAME, PHONE, MAIL)))
    found = {each.content["soortDigitaalAdres"]: each.content for each in world.fake.addresses}
    assert {kind: each["adres"] for kind, each in found.items()} == {
        "telefoonnummer": "0612345678",
        "email": MAIL,
    }


def test_who_wants_no_answer_is_a_visitor_without_a_name(world: World) -> None:
    told = parcel(contact=ContactTold("none"))
    names = hand_over(world.connector(), told)
    assert world.contact(told.reference).content["betrokkene"] == {
        "wasPartij": None,
        "rol": "klant",
        "initiator": True,
    }
    assert set(names) == {"contact", "person", "task", "actor"}


def test_a_language_that_has_no_code_there_is_undetermined(world: World) -> None:
    told = parcel(language="xx", language_name="xx")
    hand_over(world.connector(), told)
    assert world.contact(told.reference).content["klantcontact"]["taal"] == "und"
    assert {len(code) for code in LANGUAGES.values()} == {3}


plain_text = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=300)
long_text = st.builds(lambda text, times: text * times, plain_text, st.integers(1, 40))
people = st.builds(
    ContactTold,
    st.sampled_from(["none", "letter", "sms", "phone", "mail"]),
    plain_text,
    st.one_of(plain_text, st.from_regex(r"(\+|00|0)?[1-9][0-9 ()-]{0,30}", fullmatch=True)),
    st.one_of(st.emails(), plain_text),
    plain_text,
    plain_text,
    plain_text,
)


LONG = "lang " * 1000


@rules(max_examples=60, deadline=None)
@example(
    LONG, ContactTold("mail", LONG, LONG, f"{'a' * 70}@example.org", LONG, LONG, LONG), LONG, LONG
)
@given(words=long_text, contact=people, label=plain_text, subject=plain_text)
def test_nothing_is_refused_for_its_length(
    shared: World, words: str, contact: ContactTold, label: str, subject: str
) -> None:
    told = parcel(
        words=words, contact=contact, place=Place(label), subject=f"Over {subject}".strip()
    )
    hand_over(shared.connector(), told)
    (task,) = shared.tasks(told.reference)
    assert told.code in task.content["toelichting"]


# Once, and going on.


def test_a_second_time_is_the_same_contact(world: World) -> None:
    told, connector = parcel(), world.connector()
    first = first_step(connector, told)
    assert first_step(connector, told) == first
    assert world.times(told.reference) == 1


def test_a_number_that_somebody_else_has_is_passed_over(world: World) -> None:
    told, connector = parcel(), world.connector()
    first, second, third = numbers_of(told.reference)
    other = parcel()
    first_step(connector, other)
    taken = world.contact(other.reference)
    world.fake._by_number[first] = taken
    taken.number = first
    assert first_step(connector, told).number == second
    assert look_up(connector, told, "contact", {}).number == second
    assert third not in world.fake._by_number
    assert world.times(told.reference) == 1


def test_numbers_that_are_all_taken_are_for_a_person(world: World) -> None:
    told, connector = parcel(), world.connector()
    for number in numbers_of(told.reference):
        other = parcel()
        first_step(connector, other)
        taken = world.contact(other.reference)
        world.fake._by_number[number] = taken
        taken.number = number
    assert isinstance(first_step(connector, told), Refused)
    assert look_up(connector, told, "contact", {}) == NotThere()
    assert world.times(told.reference) == 0


def test_a_taken_number_that_cannot_be_looked_at_is_ambiguous(world: World) -> None:
    told, connector = parcel(), world.connector()
    first_step(connector, told)
    usual = world.fake.answer
    world.fake.answer = (  # type: ignore[method-assign]
        lambda asked: json_answer(503, {}) if asked.method == "GET" else usual(asked)
    )
    assert isinstance(first_step(connector, told), Ambiguous)


def test_its_own_contact_is_known_where_no_metadata_comes_back(world: World) -> None:
    told, connector = parcel(), world.connector()
    first_step(connector, told)
    first_step(connector, parcel())
    for contact in world.fake.contacts:
        del contact.content["klantcontact"]["metadata"]
    again = first_step(connector, told)
    assert again == look_up(connector, told, "contact", {})
    assert again.names["contact"] == world.fake.contacts[0].uuid
    assert len(world.fake.contacts) == 2


def test_the_same_submission_has_the_same_numbers_below_those_that_are_counted_there() -> None:
    for told in (parcel() for _ in range(200)):
        numbers = numbers_of(told.reference)
        assert numbers == numbers_of(told.reference)
        assert len(set(numbers)) == 3
        assert all(1_000_000_000 <= int(number) < 5_000_000_000 for number in numbers)


@pytest.mark.parametrize("name", ["contact", "address-telefoonnummer", "task"])
def test_every_step_can_be_looked_up(world: World, name: str) -> None:
    told, connector = parcel(), world.connector()
    names: dict[str, str] = {}
    for step in connector.steps(told):
        if step.name == name:
            assert look_up(connector, told, name, names) == NotThere()
            result = step.do(told, names)
            assert look_up(connector, told, name, names) == result
        result = step.do(told, names) if step.name != name else result
        assert isinstance(result, Accepted)
        names |= result.names
    world.fake.away()
    assert isinstance(look_up(connector, told, name, names), CannotTell)


def test_a_look_up_reads_on_over_all_pages(world: World) -> None:
    told, connector = parcel(), world.connector()
    names = hand_over(connector, told)
    usual = world.fake.answer

    def small_pages(asked: Asked) -> Answer:
        asked.query["pageSize"] = "1"
        asked.query.pop("verstrektDoorBetrokkene__uuid", None)
        return usual(asked)

    for _ in range(3):
        hand_over(connector, parcel())
    world.fake.answer = small_pages  # type: ignore[method-assign]
    found = look_up(connector, told, "address-telefoonnummer", names)
    assert found == Accepted({"address-telefoonnummer": names["address-telefoonnummer"]})
    assert len(connector.targets()) == 2


# What its answers mean.


def fault(name: str, code: str) -> Answer:
    faults = [{"name": name, "code": code, "reason": f"'{NAME}' is wrong"}]
    return json_answer(400, {"code": "invalid", "invalidParams": faults})


@pytest.mark.parametrize(
    ("answer", "meant"),
    [
        (Answer(500, b"<h1>Server Error (500)</h1>", "text/html"), Ambiguous),
        (Answer(502, b"", "text/html"), Ambiguous),
        (Answer(201, b'{"klantcontact": {', "application/json"), Ambiguous),
        (json_answer(201, {}), Ambiguous),
        (fault("klantcontact.onderwerp", "max_length"), Refused),
        (fault("klantcontact.kanaal", "invalid"), TryLater),
        (json_answer(405, {"code": "method_not_allowed"}), Refused),
        (json_answer(404, {"code": "not_found"}), TryLater),
        (json_answer(401, {"code": "not_authenticated"}), TryLater),
        (json_answer(403, {"code": "permission_denied"}), TryLater),
        (json_answer(503, {}), TryLater),
    ],
)
def test_an_answer_is_taken_by_its_meaning(
    world: World, answer: Answer, meant: type[object]
) -> None:
    answering(world, "maak-klantcontact", answer)
    assert type(first_step(world.connector(), parcel())) is meant


def test_wrong_fields_are_named_but_never_what_stood_in_them(world: World) -> None:
    answering(world, "maak-klantcontact", fault("klantcontact.onderwerp", "max_length"))
    why = "Open Klant neemt deze velden zo niet aan: klantcontact.onderwerp."
    assert first_step(world.connector(), parcel()) == Refused(why)


def test_a_wrong_token_refuses_nothing_and_says_which_setting(world: World) -> None:
    result = first_step(world.connector(token="wrong"), parcel())
    assert isinstance(result, TryLater)
    assert (result.wait_s, result.all_wait) == (900.0, True)
    assert "'token'" in result.why


def test_a_department_that_is_gone_is_for_whoever_makes_routes(world: World) -> None:
    told, connector = parcel(target="7d1cbb3c-6d5a-4c3a-8a43-2f1de3b8a001"), world.connector()
    *before, task = connector.steps(told)
    names: dict[str, str] = {}
    for step in before:
        result = step.do(told, names)
        assert isinstance(result, Accepted)
        names |= result.names
    result = task.do(told, names)
    assert isinstance(result, Refused)
    assert "Routes" in result.why


def test_nobody_at_home_is_later_and_cut_off_is_ambiguous(world: World) -> None:
    connector = world.connector()
    usual = world.fake.answer

    def gone(asked: Asked) -> Answer:
        answer = usual(asked)
        world.fake.away()
        return answer

    world.fake.answer = gone  # type: ignore[method-assign]
    assert isinstance(first_step(connector, parcel()), Ambiguous)
    assert isinstance(first_step(connector, parcel()), TryLater)


def test_a_task_on_a_contact_that_we_do_not_know_is_refused(world: World) -> None:
    told, connector = parcel(), world.connector()
    assert isinstance(connector.steps(told)[-1].do(told, {}), Refused)
    assert look_up(connector, told, "task", {}) == NotThere()
