"""What Signalen gets of a submission: within its limits, with nothing lost and the place right."""

from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from desk.backoffices.contract import Accepted, ContactTold, Place
from desk.backoffices.signalen_public import SignalenPublicSettings
from desk.backoffices.signalen_report import NOT_EXACT, Report, phone
from tests.backoffices.fakes.signalen_records import Signal
from tests.backoffices.parcels import MAIL, NAME, PHONE, WORDS_ONLY, parcel, picture, sound
from tests.backoffices.worlds.signalen import TOWN_HALL
from tests.backoffices.worlds.signalen_public import World

URL = "https://meldingen.example.org/signals"
LAMP = World.target


def content(**changes: Any) -> dict[str, Any]:
    asked = SignalenPublicSettings(kind="signalen-public", url=URL, default_point=(4.9, 52.37))
    return Report(asked, parcel(target=LAMP, **changes)).content


def test_a_report_is_what_signalen_asks_for() -> None:
    sent = parcel(target=LAMP)
    asked = SignalenPublicSettings(
        kind="signalen-public", url=URL, default_point=(4.9, 52.37), source="zuil"
    )
    made = Report(asked, sent).content
    assert made["category"] == {
        "sub_category": "/signals/v1/public/terms/categories/"
        "wegen-verkeer-straatmeubilair/sub_categories/straatverlichting"
    }
    assert made["incident_date_start"] == "2026-11-23T14:05:30+00:00"
    assert made["location"] == {
        "geometrie": {"type": "Point", "coordinates": [4.8922, 52.3731]},  # longitude first
        "address": {
            "openbare_ruimte": "Dorpsstraat",
            "huisnummer": "12",
            "postcode": "1234AB",
        },
    }
    assert made["reporter"] == {"phone": PHONE}
    assert made["source"] == "zuil"
    assert sent.code in made["text"]
    extra = made["text_extra"].split("\n")
    assert f"Zuil-kenmerk: {sent.reference}" in extra
    assert f"Bij Zuil: {sent.link}" in extra
    assert NOT_EXACT not in extra


def test_how_to_reach_the_visitor_stands_with_the_reporter_and_not_in_the_text() -> None:
    told = ContactTold("mail", name=NAME, phone=PHONE, email=MAIL)
    made = content(contact=told)
    assert made["reporter"] == {"phone": PHONE, "email": MAIL}
    for said in (PHONE, MAIL):
        assert said not in made["text"]
        assert said not in made["text_extra"]
    assert NAME not in made["text"]
    assert f"Naam: {NAME}" in made["text_extra"]  # a reporter has no name
    assert "De burger wil een e-mail." in made["text_extra"]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (None, None),
        (WORDS_ONLY, WORDS_ONLY.label),
        (Place("Omgekeerd", 4.8922, 52.3731), "Breedte en lengte: 4.8922, 52.3731"),
        (Place("In Brussel", 50.6, 4.35), "In Brussel"),
    ],
)
def test_without_a_point_in_the_town_it_goes_to_the_town_hall_and_says_so(
    place: Place | None, words: str | None
) -> None:
    made = content(place=place)
    assert made["location"] == {"geometrie": {"type": "Point", "coordinates": TOWN_HALL}}
    assert NOT_EXACT in made["text_extra"].split("\n")
    assert words is None or words in made["text_extra"]


@pytest.mark.parametrize("missing", ["street", "house_number"])
def test_half_an_address_is_not_sent_as_an_address(missing: str) -> None:
    known = {"street": "Dorpsstraat", "house_number": "12", "postcode": "1234 AB"} | {missing: ""}
    made = content(place=Place("Ergens", 52.3731, 4.8922, **known))
    assert "address" not in made["location"]
    assert "1234 AB" in made["text_extra"]


@pytest.mark.parametrize(
    ("told", "held"),
    [
        ("06 12345678", "06 12345678"),
        ("+31 6 12 34 56 78", "+31 6 12 34 56 78"),
        ("00 31 6 12 34 56 78", "0031612345678"),
        ("+31 (0)20 - 624 11 11", "+31(0)20-6241111"),
        ("0 0 3 1 (0) 6 - 1 2 - 3 4 - 5 6 - 7 8", "0612345678"),
        ("06 12345678 of anders 020 6241111", ""),
        ("06 12345678 toestel 12", ""),
    ],
)
def test_spaces_go_before_digits_do(told: str, held: str) -> None:
    assert phone(told) == held
    made = content(contact=ContactTold("phone", phone=told))
    assert made["reporter"].get("phone", "") == held
    assert (f"Telefoon: {told}" in made["text_extra"]) == (not held)


def test_a_mail_address_that_signalen_would_refuse_stands_in_the_text() -> None:
    made = content(contact=ContactTold("mail", email="fatima@example"))
    assert made["reporter"] == {}
    assert "E-mail: fatima@example" in made["text_extra"]


def test_the_town_hall_has_to_lie_in_the_town() -> None:
    with pytest.raises(ValidationError, match="longitude, latitude"):
        SignalenPublicSettings(kind="signalen-public", url=URL, default_point=(52.37, 4.9))


ANYTHING = st.text(st.characters(exclude_categories=[]), max_size=60)
LONG = st.builds(lambda text, times: text * times, ANYTHING, st.integers(1, 400))
PHONES = st.text("0123456789 +()-", max_size=40) | LONG


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    words=LONG,
    answer=LONG,
    name=LONG,
    told=PHONES,
    mail=LONG | st.emails(),
    label=LONG,
    street=LONG,
)
@example(
    words="\ud800\0",
    answer="\0",
    name="x" * 20_000,
    told="0" * 18,
    mail="a@b.nl",
    label="\0",
    street="\udfff",
)
def test_nothing_is_refused_for_its_length_or_its_signs(
    *, words: str, answer: str, name: str, told: str, mail: str, label: str, street: str
) -> None:
    sent = parcel(
        target=LAMP,
        words=words,
        answers=(("Wat?", answer), ("Wat is uw nummer?", told)),
        contact=ContactTold("phone", name=name, phone=told, email=mail),
        place=Place(label, 52.3731, 4.8922, street, "12"),
        attachments=(picture(), sound()),
    )
    stored = _stored(sent)
    made = stored.content
    assert sent.reference in made["text_extra"]
    assert sent.code in made["text"]
    assert stored.said.encode()  # no half characters, which its database would fall over
    digits = [sign for sign in told if sign in "0123456789"]
    held = made["reporter"].get("phone", "")
    assert not held or [sign for sign in held if sign in "0123456789"][-8:] == digits[-8:]


_WORLD = World()


@pytest.fixture(autouse=True, scope="module")
def _running() -> Any:
    with _WORLD:
        yield


def _stored(sent: Any) -> Signal:
    """What came of it at a Signalen that is strict about every field."""
    connector = _WORLD.connector()
    made = connector.steps(sent)[0].do(sent, {})
    connector.close()
    assert isinstance(made, Accepted), made
    return _WORLD.signal(sent.reference)
