"""What an Open311 server is sent, plain or mySociety's, in JSON and XML, over real HTTP."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.backoffices.contract import (
    Accepted,
    ContactTold,
    News,
    Refused,
)
from tests.backoffices.fakes.server import Answer, Asked
from tests.backoffices.first_step import file, filed, long
from tests.backoffices.parcels import MAIL, NAME, PHONE, parcel, picture, sound
from tests.backoffices.worlds.open311 import (
    MySocietyWorld,
    MySocietyXmlWorld,
    World,
    XmlWorld,
)

ALL = [World, XmlWorld, MySocietyWorld, MySocietyXmlWorld]


@pytest.fixture(params=ALL, ids=lambda kind: f"{kind.flavour}-{kind.form}")
def any_world(request: pytest.FixtureRequest) -> Iterator[World]:
    with request.param() as world:
        yield world


@pytest.fixture
def world() -> Iterator[World]:
    with World() as made:
        yield made


@pytest.fixture
def town() -> Iterator[MySocietyWorld]:
    with MySocietyWorld() as made:
        yield made


def test_a_report_is_filed_as_the_form_asks(any_world: World) -> None:
    contact = ContactTold("mail", NAME, PHONE, MAIL)
    sent = parcel(target="LAMP", contact=contact)
    result = file(any_world.connector(staff_link="https://crm.example.org/{id}"), sent)
    assert isinstance(result, Accepted)
    assert (result.number, result.link) == ("1001", "https://crm.example.org/1001")
    (report,) = any_world.fake.reports
    told = dict(report.form)
    assert told["service_code"] == "LAMP"
    assert (float(told["lat"]), float(told["long"])) == (52.3731, 4.8922)
    assert told["address_string"] == "Dorpsstraat 12, 1234 AB Voorbeeldstad"
    assert (told["first_name"], told["last_name"]) == ("Fatima", "de Vries")
    assert (told["phone"], told["email"]) == (PHONE, MAIL)
    assert sent.words in told["description"]
    assert sent.code in told["description"]
    assert sent.reference in told["description"]
    (asked,) = any_world.fake.asked
    assert asked.headers["Content-Type"] == "application/x-www-form-urlencoded; charset=utf-8"


def test_what_everyone_can_read_does_not_tell_who_the_visitor_is(any_world: World) -> None:
    contact = ContactTold("mail", NAME, PHONE, MAIL, "Kerkweg", "3", "4321 BA")
    file(any_world.connector(), parcel(target="LAMP", contact=contact))
    told = any_world.fake.reports[0].get("description")
    assert [each for each in (NAME, PHONE, MAIL, "Kerkweg") if each in told] == []


def test_contact_stays_at_the_desk_where_staff_say_so(world: World) -> None:
    contact = ContactTold("mail", NAME, PHONE, MAIL)
    kept = {"send_name": False, "send_phone": False, "send_email": False}
    file(world.connector(**kept), parcel(target="LAMP", contact=contact))
    fields = {name for name, _ in world.fake.reports[0].form}
    assert fields & {"first_name", "last_name", "phone", "email"} == set()


def test_our_reference_is_an_attribute_at_mysociety_and_where_set(
    world: World, town: MySocietyWorld
) -> None:
    sent = parcel(target="LAMP")
    file(world.connector(), sent)
    file(world.connector(reference_attribute="kenmerk"), sent)
    file(town.connector(), sent)
    assert [name for name, _ in world.fake.reports[0].form if "attribute" in name] == []
    assert world.fake.reports[1].get("attribute[kenmerk]") == sent.reference
    assert town.fake.reports[0].get("attribute[fixmystreet_id]") == sent.reference


def test_what_a_service_asks_for_is_filled_from_the_settings(any_world: World) -> None:
    connector = any_world.connector(attributes={"30": {"KIND": "2"}})
    assert isinstance(file(connector, parcel(target="30")), Accepted)
    assert any_world.fake.reports[0].get("attribute[KIND]") == "2"


def test_a_jurisdiction_goes_with_every_call(any_world: World) -> None:
    any_world.fake.jurisdiction_id = "voorbeeldstad.example"
    connector = any_world.connector(jurisdiction_id="voorbeeldstad.example")
    names = filed(connector, parcel(target="LAMP"))
    (told,) = connector.news([names])
    assert isinstance(told, News)
    assert connector.check(["LAMP"]) == []


def test_html_of_a_visitor_is_no_html_there(world: World) -> None:
    file(world.connector(), parcel(target="LAMP", words="<b>Kapot</b>, 3 < 4"))
    told = world.fake.reports[0].get("description")
    assert re.search(r"<[a-zA-Z/!?]", told) is None
    assert "3 < 4" in told


def test_pictures_go_along_at_mysociety_and_sound_is_linked(town: MySocietyWorld) -> None:
    sent = parcel(target="LAMP", attachments=(picture(), sound(), picture("twee.png")))
    assert isinstance(file(town.connector(), sent), Accepted)
    (report,) = town.fake.reports
    assert [(name, kind) for name, kind, _ in report.files] == [
        ("foto.png", "image/png"),
        ("twee.png", "image/png"),
    ]
    assert report.files[0][2] == sent.attachments[0].read()
    assert sent.attachments[1].link in report.get("description")
    assert report.get("attribute[fixmystreet_id]") == sent.reference


def test_files_are_linked_where_the_server_takes_none(world: World) -> None:
    sent = parcel(target="LAMP", attachments=(picture(), sound()))
    assert isinstance(file(world.connector(), sent), Accepted)
    (report,) = world.fake.reports
    assert report.files == []
    assert all(each.link in report.get("description") for each in sent.attachments)


def test_pictures_that_are_too_large_do_not_keep_the_report_back(town: MySocietyWorld) -> None:
    usual = town.fake.answer

    def answer(asked: Asked) -> Answer:
        if asked.headers.get_content_type() == "multipart/form-data":
            return Answer(413, b"<html>Too large</html>", "text/html")
        return usual(asked)

    town.fake.answer = answer  # type: ignore[method-assign] # a proxy before it
    sent = parcel(target="LAMP", attachments=(picture(),))
    assert isinstance(file(town.connector(), sent), Accepted)
    assert town.times(sent.reference) == 1


@given(
    words=long(st.characters(exclude_categories=["Cs"]), 6000),
    name=st.text(st.characters(exclude_categories=["C"]), max_size=300),
    phone=st.from_regex(r"\+?[0-9 ]{6,40}", fullmatch=True),
)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_nothing_is_refused_for_its_length(world: World, words: str, name: str, phone: str) -> None:
    contact = ContactTold("phone", name.strip(), phone.strip())
    sent = parcel(target="LAMP", words=words, contact=contact)
    assert isinstance(file(world.connector(), sent), Accepted)
    told = dict(world.fake.reports[-1].form)
    assert len(told["description"]) <= 4000
    assert told.get("phone", "") == contact.phone
    assert sent.reference in told["description"]
    assert sent.link in told["description"]


def test_a_report_without_a_place_needs_an_address_from_the_settings(world: World) -> None:
    sent = parcel(target="LAMP", place=None)
    result = file(world.connector(), sent)
    assert isinstance(result, Refused)
    assert "default_address" in result.why
    assert isinstance(file(world.connector(default_address="Stadhuis"), sent), Accepted)
    assert world.fake.reports[0].get("address_string") == "Stadhuis"
