"""What a TOPdesk is sent and what its answers mean, over real HTTP."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.backoffices.contract import (
    Accepted,
    Ambiguous,
    ContactTold,
    Parcel,
    Refused,
    Result,
    TryLater,
)
from desk.backoffices.topdesk_settings import as_text
from tests.backoffices.first_step import file, filed, long, say
from tests.backoffices.parcels import MAIL, NAME, PHONE, parcel
from tests.backoffices.worlds.topdesk import World


def report(**changes: Any) -> Parcel:
    return parcel(target=World.target, **changes)


def message(text: str) -> bytes:
    return json.dumps({"errors": [{"errorMessage": text}]}).encode()


@pytest.fixture
def world() -> Iterator[World]:
    with World() as made:
        yield made


# What is sent.


def test_a_report_becomes_an_incident(world: World) -> None:
    sent = report(contact=ContactTold("mail", NAME, PHONE, MAIL))
    link = "https://topdesk.example.org/tas/secure/incident?unid={id}&nr={number}"
    result = file(world.connector(staff_link=link), sent)
    assert isinstance(result, Accepted)
    incident = world.incident(sent.reference)
    assert result.number == incident.number
    assert result.names == {"id": incident.id, "number": incident.number}
    assert incident.id in result.link
    assert " " not in result.link
    fields = incident.fields
    assert fields["briefDescription"].startswith("Kapotte straatlamp, Dorpsstraat 12")
    assert fields["category"]["name"] == "Straat"
    assert fields["subcategory"]["name"] == "Lamp"
    assert fields["status"] == "firstLine"
    caller = fields["caller"]
    assert (caller["dynamicName"], caller["phoneNumber"], caller["email"]) == (NAME, PHONE, MAIL)
    assert caller["branch"]["name"] == "Voorbeeldstad"
    assert sent.reference in fields["externalNumber"]
    assert sent.code in fields["externalNumber"]
    assert sent.words in fields["request"]
    assert sent.link in fields["request"]


def test_settings_and_targets_may_be_ids(world: World) -> None:
    ids = {name: listed[0].id for name, listed in world.fake.lists.items() if listed}
    connector = world.connector(
        branch=ids["branch"],
        call_type=ids["callType"],
        entry_type="Kiosk",
        operator_group=ids["operatorGroup"],
        processing_status="Gepland",
        line="secondLine",
    )
    sent = parcel(target=f"{ids['category']}/{ids['subcategory']}")
    filed(connector, sent)
    fields = world.incident(sent.reference).fields
    assert fields["category"]["name"] == "Straat"
    assert fields["callType"]["name"] == "Melding"
    assert fields["entryType"]["name"] == "Kiosk"
    assert fields["operatorGroup"]["name"] == "Buitendienst"
    assert fields["processingStatus"]["name"] == "Gepland"
    assert fields["status"] == "secondLine"


def test_what_looks_like_html_is_shown_as_it_was_said(world: World) -> None:
    sent = report(words="<script>hij</script> doet 3 < 4 & meer\nen nog iets")
    filed(world.connector(), sent)
    request = world.incident(sent.reference).fields["request"]
    assert sent.words in as_text(request)
    assert set(re.findall(r"<[^>]*>", request)) == {"<br>"}


def test_a_visitor_without_a_name_is_a_caller_too(world: World) -> None:
    world.fake.branch_needed = True
    sent = report(contact=ContactTold("none"))
    filed(world.connector(), sent)
    assert world.incident(sent.reference).fields["caller"]["dynamicName"] == "Burger via de zuil"


def test_a_number_or_address_too_long_for_its_field_stands_in_the_request_only(
    world: World,
) -> None:
    phone, email = "0031 6 1234 5678 of 020 123 45 67", f"{'a' * 60}@{'b' * 60}.example.org"
    sent = report(contact=ContactTold("phone", NAME, phone, email))
    filed(world.connector(), sent)
    fields = world.incident(sent.reference).fields
    assert fields["caller"].keys() & {"phoneNumber", "email"} == set()
    assert phone in fields["request"]
    assert email in fields["request"]


@given(
    subject=long(st.characters(exclude_categories=["C"]), 200),
    words=long(st.characters(exclude_categories=["Cs"]), 5000),
    name=long(st.characters(exclude_categories=["C"]), 300),
    phone=st.from_regex(r"\+?[0-9 ]{6,40}", fullmatch=True),
)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_nothing_is_refused_for_its_length(
    world: World, subject: str, words: str, name: str, phone: str
) -> None:
    contact = ContactTold("phone", name.strip(), phone.strip())
    sent = report(subject=subject, words=words, contact=contact)
    filed(world.connector(), sent)
    fields = world.incident(sent.reference).fields
    assert len(fields["briefDescription"]) <= 80
    assert 1 <= len(fields["caller"]["dynamicName"]) <= 109
    assert fields["caller"].get("phoneNumber", contact.phone) == contact.phone
    assert contact.phone in fields["request"]


# What the answers mean.


@pytest.mark.parametrize(
    ("status", "body", "expected", "all_wait"),
    [
        (400, message("The value for the field 'category' cannot be found"), Refused, False),
        (400, message("The name for the field 'subcategory' is not unique"), Refused, False),
        (400, message("The value for the field 'caller.branch' cannot be found"), TryLater, True),
        (422, message("'caller.branch' is needed"), TryLater, True),
        (400, b'[{"message": "\'callType.id\' cannot be parsed"}]', TryLater, True),
        (400, b'[{"message": "The body cannot be parsed"}]', Refused, False),
        (422, b"", Refused, False),
        (401, b"", TryLater, True),
        (403, b"", TryLater, True),
        (404, b"<html></html>", TryLater, True),
        (429, b"", TryLater, True),
        (503, b"", TryLater, True),
        (500, b"", Ambiguous, False),
        (502, b"", Ambiguous, False),
        (504, b"", Ambiguous, False),
        (201, b'{"id": "12', Ambiguous, False),
        (200, b"[]", Ambiguous, False),
    ],
)
def test_what_an_answer_means(
    world: World, status: int, body: bytes, expected: type[Result], all_wait: bool
) -> None:
    say(world.fake, status, body)
    result = file(world.connector(), report())
    assert isinstance(result, expected), result
    assert getattr(result, "all_wait", False) == all_wait


def test_the_category_that_is_gone_is_named(world: World) -> None:
    result = file(world.connector(), parcel(target="Straat/Weg"))
    assert isinstance(result, Refused)
    assert "'Straat/Weg'" in result.why
    assert isinstance(file(world.connector(), parcel(target="")), Refused)


def test_a_category_that_is_there_twice_is_refused(world: World) -> None:
    world.fake.ambiguous("Straat")
    assert isinstance(file(world.connector(), report()), Refused)


def test_wrong_settings_make_all_wait_and_are_named(world: World) -> None:
    for changes, named in (
        ({"password": "wrong"}, "'password'"),
        ({"branch": "Elders"}, "'branch'"),
        ({"call_type": "Elders"}, "'call_type'"),
        ({"url": f"{world.fake.url}/elders"}, "'url'"),
    ):
        result = file(world.connector(**changes), report())
        assert isinstance(result, TryLater)
        assert (result.all_wait, result.wait_s) == (True, 900)
        assert named in result.why


def test_a_branch_that_is_asked_for_is_named(world: World) -> None:
    world.fake.branch_needed = True
    result = file(world.connector(branch=""), report())
    assert isinstance(result, TryLater)
    assert "'branch'" in result.why
