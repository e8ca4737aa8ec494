"""What anybody may read of what was handed in: never who, never their words."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from desk.answers.telling import Told, tell
from desk.intake.models import Status, StatusChange, Submission
from tests.desk.conftest import TakeIn
from tests.desk.samples import NAME, PHONE, WORDS, appointment, street_light
from tests.open311.conftest import Post
from tests.open311.samples import parsed

BASE = "/open311/v2"


def _found(client: Client, **query: str) -> list[str]:
    response = client.get(f"{BASE}/requests.json", query)
    assert response.status_code == 200, response.content
    return [each["service_request_id"] for each in response.json()]


def test_a_report_from_a_kiosk_is_shown_without_the_visitor(
    town: None, take_in: TakeIn, client: Client
) -> None:
    kept = take_in(street_light())
    response = client.get(f"{BASE}/requests/{kept.pk}.json")
    (said,) = response.json()
    for secret in (WORDS, NAME, PHONE, kept.code):
        assert secret not in response.content.decode()
    assert said == {
        "service_request_id": str(kept.pk),
        "status": "open",
        "status_notes": "Uw bericht is goed binnengekomen. U hoeft niets te doen.",
        "service_name": "Kapotte straatlamp",
        "service_code": "straat-lamp-kapot",
        "description": "Kapotte straatlamp",
        "agency_responsible": "Gemeente Voorbeeldstad",
        "service_notice": None,
        "requested_datetime": timezone.localtime(kept.received_at).isoformat(timespec="seconds"),
        "updated_datetime": timezone.localtime(kept.changed_at).isoformat(timespec="seconds"),
        "expected_datetime": said["expected_datetime"],
        "address": "Marktstraat 12",
        "address_id": None,
        "zipcode": "7511 AB",
        "lat": 52.2215,
        "long": 6.8937,
        "media_url": None,
    }
    assert said["expected_datetime"].startswith(f"{kept.due}T23:59:59+0")


def test_a_report_at_the_visitors_own_home_is_shown_without_its_place(
    town: None, take_in: TakeIn, client: Client
) -> None:
    home = {"postcode": "7511AB", "house_number": "12"}
    kept = take_in(street_light(contact={"channel": "letter", "name": NAME, **home}))
    (said,) = client.get(f"{BASE}/requests/{kept.pk}.json").json()
    assert [said[name] for name in ("address", "zipcode", "lat", "long")] == [None] * 4


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Markt 1", "Markt 1"),
        ("Markt 1, bel 053-4812020", "Markt 1, bel •••"),
        ("Markt 1, bij Verhoeven", None),
        ("voor de bakker brandt al drie weken", None),
    ],
)
def test_an_address_that_tells_who_it_is_is_not_shown(
    post: Post, client: Client, typed: str, shown: str | None
) -> None:
    said = post(address_string=typed, last_name="Verhoeven").json()[0]
    found = client.get(f"{BASE}/requests/{said['service_request_id']}.json").json()[0]
    assert found["address"] == shown


def test_what_is_nobody_elses_business_is_not_there(
    town: None, take_in: TakeIn, post: Post, client: Client
) -> None:
    passport = take_in(appointment())
    said = {"service_code": "klacht", "attribute[soort]": "idee", "attribute[onderwerp]": "buurt"}
    complaint = post(**said).json()[0]["service_request_id"]
    for hidden in (str(passport.pk), complaint):
        assert client.get(f"{BASE}/requests/{hidden}.json").status_code == 404
        assert _found(client, service_request_id=hidden) == []
    assert _found(client) == []
    assert client.get(f"{BASE}/tokens/{passport.pk}.json").status_code == 404
    # An app that asks for the number of what it handed in itself gets it.
    assert client.get(f"{BASE}/tokens/{complaint}.json").json() == [
        {"service_request_id": complaint, "token": complaint}
    ]


def test_what_the_municipality_told_is_shown_and_ends_it(post: Post, client: Client) -> None:
    number = post().json()[0]["service_request_id"]
    told = Told(Status.DONE, "De lamp brandt weer.")
    tell(uuid.UUID(number), told, source=StatusChange.Source.BACKOFFICE)
    (said,) = client.get(f"{BASE}/requests/{number}.json").json()
    assert (said["status"], said["status_notes"]) == ("closed", "De lamp brandt weer.")
    assert (said["service_code"], said["service_name"]) == (
        "verlichting-lamp-uit",
        "Lamp brandt niet",
    )


def test_requests_are_found_by_number_service_status_and_day(post: Post, client: Client) -> None:
    lamp, waste, old = (
        post(service_code=code).json()[0]["service_request_id"]
        for code in ("verlichting-lamp-uit", "afval-zwerfvuil", "afval-zwerfvuil")
    )
    tell(uuid.UUID(waste), Told(Status.DONE, "Weg."), source=StatusChange.Source.BACKOFFICE)
    now = timezone.now()
    Submission.objects.filter(pk=old).update(received_at=now - timedelta(days=100))
    assert _found(client) == [waste, lamp]
    assert _found(client, service_request_id=f"{lamp}, {old},nope") == [lamp, old]
    assert _found(client, service_code="afval-zwerfvuil") == [waste]
    assert _found(client, service_code="afval-zwerfvuil,verlichting-lamp-uit") == [waste, lamp]
    assert _found(client, status="open") == [lamp]
    assert _found(client, status="closed") == [waste]
    assert _found(client, status="open,closed") == [waste, lamp]
    long_ago = (now - timedelta(days=150)).isoformat(timespec="seconds")
    until = timezone.localdate(now - timedelta(days=98)).isoformat()
    assert _found(client, start_date=long_ago, end_date=until) == [old]
    assert _found(client, start_date=long_ago.replace("+00:00", "Z")) == [old]
    assert _found(client, end_date=until) == [old]
    recently = (now - timedelta(days=80)).date().isoformat()
    assert _found(client, start_date=recently) == [waste, lamp]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({"status": "broken"}, 400),
        ({"service_code": "nope"}, 404),
        ({"start_date": "yesterday"}, 400),
        ({"start_date": "2026-11-22T10:00:00"}, 400),
        ({"start_date": "0001-01-01"}, 400),
        ({"end_date": "9999-12-31T23:59:59Z"}, 400),
        ({"start_date": "2026-01-01", "end_date": "2026-06-01"}, 400),
        ({"start_date": "2026-06-01", "end_date": "2026-01-01"}, 400),
        ({"service_request_id": "1," * 1001}, 400),
    ],
)
def test_a_question_that_makes_no_sense_is_refused(
    town: None, client: Client, query: dict[str, str], code: int
) -> None:
    response = client.get(f"{BASE}/requests.json", query)
    assert (response.status_code, response.json()[0]["code"]) == (code, code)


def test_not_more_than_a_thousand_at_once(post: Post, client: Client) -> None:
    first = Submission.objects.get(pk=post().json()[0]["service_request_id"])
    names = ("code", "app", "flow", "title", "category", "category_key", "language", "raw")
    columns = {name: getattr(first, name) for name in names}
    Submission.objects.bulk_create(Submission(id=uuid.uuid4(), **columns) for _ in range(1100))
    assert len(_found(client)) == 1000


def test_xml_has_the_same_requests(post: Post, client: Client) -> None:
    number = post(address_string="Markt <1> & \x0bzo", form="xml")
    root = parsed(number.content)
    kept = root.findtext("request/service_request_id")
    found = parsed(client.get(f"{BASE}/requests/{kept}.xml").content)
    assert found.tag == "service_requests"
    assert found.findtext("request/address") == "Markt <1> & zo"
    assert found.findtext("request/lat") == "52.2215"
    assert found.findtext("request/media_url") == ""


def test_a_sentence_that_xml_cannot_hold_does_not_break_it(post: Post, client: Client) -> None:
    number = post().json()[0]["service_request_id"]
    tell(uuid.UUID(number), Told(Status.PLANNED, "Dins\x0cdag"), source=StatusChange.Source.STAFF)
    found: Any = parsed(client.get(f"{BASE}/requests/{number}.xml").content)
    assert found.findtext("request/status_notes") == "Dinsdag"
