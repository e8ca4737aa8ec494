"""The fake MOR-core answers as the real one was seen to answer, and calls back as it does."""

import base64
from collections.abc import Iterator
from typing import Any

import pytest
import requests

from tests.backoffices.fakes.mor import FakeMor
from tests.backoffices.fakes.server import Answer, Asked, FakeServer, json_answer

JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 20


class Desk(FakeServer):
    """Takes the webhook, as the desk will."""

    def answer(self, asked: Asked) -> Answer:
        if asked.path == "/api-token-auth/":
            right = asked.json() == {"username": "mor-core", "password": self.password}
            return json_answer(200, {"token": "t"}) if right else json_answer(400, {})
        return json_answer(200 if asked.headers["Authorization"] == "Token t" else 401, {})

    password = ""


@pytest.fixture
def desk() -> Iterator[Desk]:
    with Desk() as server:
        yield server


@pytest.fixture
def mor(desk: Desk) -> Iterator[FakeMor]:
    with FakeMor(desk_url=desk.url) as fake:
        desk.password = fake.desk_password
        yield fake


def call(mor: FakeMor, method: str, path: str, **more: Any) -> requests.Response:
    headers = {"Authorization": f"Token {mor.token}"}
    return requests.request(method, f"{mor.url}{path}", headers=headers, timeout=10, **more)


def post(mor: FakeMor, **changed: Any) -> requests.Response:
    content = {
        "signaal_url": f"{mor.desk_url}/mor/1/",
        "bron_id": "Zuil",
        "bron_signaal_id": "4821-7390-5560",
        "omschrijving_melder": "De lamp is kapot",
        **changed,
    }
    return call(mor, "POST", "/api/v1/signaal/", json=content)


def file(content: bytes) -> dict[str, str]:
    return {"bestand": base64.b64encode(content).decode()}


def test_a_login_gives_the_token(mor: FakeMor) -> None:
    login = {"username": mor.username, "password": mor.password}
    url = f"{mor.url}/api-token-auth/"
    assert requests.post(url, json=login, timeout=10).json() == {"token": mor.token}
    assert requests.post(url, json=login | {"password": "x"}, timeout=10).status_code == 400
    assert requests.get(f"{mor.url}/api/v1/signaal/", timeout=10).status_code == 401


def test_only_the_signaal_url_is_required(mor: FakeMor) -> None:
    made = call(mor, "POST", "/api/v1/signaal/", json={"signaal_url": f"{mor.desk_url}/mor/1/"})
    assert made.status_code == 201
    assert set(made.json()["_links"]) == {"self", "melding"}
    assert requests.get(
        made.json()["_links"]["melding"],
        headers={"Authorization": f"Token {mor.token}"},
        timeout=10,
    ).json()["status"] == {"naam": "openstaand"}
    empty = call(mor, "POST", "/api/v1/signaal/", json={})
    assert (empty.status_code, empty.json()) == (
        500,
        {"signaal_url": ["This field is required."]},
    )


def test_a_repeat_is_refused_with_500_and_kept_once(mor: FakeMor) -> None:
    assert post(mor).status_code == 201
    again = post(mor)
    said = "The fields bron_id, bron_signaal_id must make a unique set."
    assert (again.status_code, again.json()) == (500, {"non_field_errors": [said]})
    assert mor.times("4821-7390-5560") == 1
    assert post(mor, bron_signaal_id="4821-7390-5561").status_code == 201
    assert len(mor.reports) == 2


def test_without_both_source_fields_a_repeat_is_a_second_signal(mor: FakeMor) -> None:
    assert [post(mor, bron_id=None).status_code for _ in range(2)] == [201, 201]


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        (
            "omschrijving_melder",
            "x" * 2001,
            ["Ensure this field has no more than 2000 characters."],
        ),
        (
            "aanvullende_informatie",
            "x" * 5001,
            ["Ensure this field has no more than 5000 characters."],
        ),
        (
            "bron_signaal_id",
            "x" * 501,
            ["Ensure this field has no more than 500 characters."],
        ),
        ("signaal_url", "http://desk/1/", ["Enter a valid URL."]),
        (
            "melder",
            {"telefoonnummer": "0" * 18},
            {"telefoonnummer": ["Ensure this field has no more than 17 characters."]},
        ),
        (
            "adressen",
            [{"plaatsnaam": "Rotterdam", "huisnummer": "1 hoog"}],
            [{"huisnummer": ["A valid integer is required."]}],
        ),
        (
            "adressen",
            [{}, {"toevoeging": "achter"}],
            [{}, {"toevoeging": ["Ensure this field has no more than 4 characters."]}],
        ),
        (
            "bijlagen",
            [file(JPEG), file(b"RIFF....WAVEfmt ")],
            [{}, {"bestand": ["The type of the file couldn't be determined."]}],
        ),
        ("melding", 7, ['Invalid pk "7" - object does not exist.']),
    ],
)
def test_a_wrong_field_is_refused_by_name_with_500(
    mor: FakeMor, name: str, value: object, reason: object
) -> None:
    answer = post(mor, **{name: value})
    assert (answer.status_code, answer.json()) == (500, {name: reason})
    assert mor.signals == []


def test_a_host_that_nobody_registered_is_refused_with_a_sentence(mor: FakeMor) -> None:
    answer = post(mor, signaal_url="https://elders.example.org/1/")
    assert answer.status_code == 500
    assert "De applicatie voor deze uri kon niet worden gevonden" in answer.text
    mor.applications.add("https://elders.example.org")
    assert post(mor, signaal_url="https://elders.example.org/1/").status_code == 201


def test_a_subject_of_another_register_is_not_acceptable(mor: FakeMor) -> None:
    answer = post(mor, onderwerpen=[{"bron_url": "http://elders.example.org/1"}])
    assert answer.status_code == 406
    assert "Url fout: onderwerp bron_url" in answer.text
    assert post(mor, onderwerpen=[{"bron_url": f"{mor.subjects_url}1/"}]).status_code == 201


def test_a_signal_can_join_a_report_that_is_there(mor: FakeMor) -> None:
    post(mor)
    assert post(mor, bron_signaal_id="2", melding=mor.reports[0].id).status_code == 201
    assert (len(mor.signals), len(mor.reports)) == (2, 1)


def test_a_lock_answers_423_and_a_closed_one_405(mor: FakeMor) -> None:
    mor.locked = True
    assert post(mor).status_code == 423
    mor.locked, mor.closed_for_more = False, True
    assert post(mor).status_code == 405
    assert mor.signals == []


def test_the_status_is_found_by_signaal_url(mor: FakeMor) -> None:
    post(mor)
    url = f"{mor.desk_url}/mor/1/"
    mor.set_status(mor.report_of(url), "geannuleerd", "Niet van ons.", "niet_opgelost")
    post(mor, bron_signaal_id="2", signaal_url=f"{mor.desk_url}/mor/2/")
    page = call(mor, "GET", "/api/v1/signaal/", params={"signaal_url": url}).json()
    (found,) = page["results"]
    assert found["melding"]["status"] == {"naam": "geannuleerd"}
    assert found["melding"]["resolutie"] == "niet_opgelost"
    told = found["melding"]["laatste_meldinggebeurtenis"]
    assert told == {"omschrijving_extern": "Niet van ons."}


def test_closing_a_report_logs_in_at_the_desk_and_tells_it(mor: FakeMor, desk: Desk) -> None:
    made = post(mor).json()
    assert mor.close_report(mor.reports[0], "De lamp is vervangen.") == [200]
    assert [(asked.method, asked.path) for asked in desk.asked] == [
        ("POST", "/api-token-auth/"),
        ("POST", "/mor/1/melding-afgesloten/"),
    ]
    assert desk.asked[1].json() == {"melding_url": made["_links"]["melding"]}


def test_the_desk_hears_at_a_wrong_place_when_the_url_has_no_last_slash(
    mor: FakeMor, desk: Desk
) -> None:
    post(mor, signaal_url=f"{mor.desk_url}/mor/1")
    mor.close_report(mor.reports[0], "Klaar")
    assert desk.asked[1].path == "/mor/1melding-afgesloten/"


def test_the_desk_hears_nothing_of_a_cancelled_report(mor: FakeMor, desk: Desk) -> None:
    post(mor)
    assert mor.close_report(mor.reports[0], "Dubbel", state="geannuleerd") == []
    assert desk.asked == []
    mor.desk_password = "changed at the desk"
    assert mor.close_report(mor.reports[0], "Klaar") == [400]
