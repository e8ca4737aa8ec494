"""The fake Open Klant answers as the real one was seen to answer."""

from collections.abc import Iterator
from typing import Any

import pytest
import requests

from tests.backoffices.fakes.openklant import BASE, FakeOpenKlant

NOBODY = "6f1f0b8e-7d6a-4f0e-9a53-2f6d3a7f7a10"


@pytest.fixture
def klant() -> Iterator[FakeOpenKlant]:
    with FakeOpenKlant() as fake:
        yield fake


def call(klant: FakeOpenKlant, method: str, path: str, **more: Any) -> requests.Response:
    headers = {"Authorization": f"Token {klant.token}"}
    return requests.request(method, f"{klant.url}{BASE}{path}", headers=headers, timeout=10, **more)


def contact(klant: FakeOpenKlant, **changed: Any) -> requests.Response:
    content = {
        "klantcontact": {
            "kanaal": "zuil",
            "onderwerp": "Graag gebeld worden",
            "taal": "nld",
            "vertrouwelijk": True,
            "inhoud": "Over mijn paspoort",
            "referentienummer": "4821739055",
            **changed,
        },
        "betrokkene": {
            "wasPartij": None,
            "rol": "klant",
            "initiator": True,
            "contactnaam": {"voornaam": "Ada"},
        },
        "onderwerpobject": {
            "onderwerpobjectidentificator": {
                "objectId": "K-7F3A",
                "codeObjecttype": "melding",
                "codeRegister": "zuil",
                "codeSoortObjectId": "volgnummer",
            }
        },
    }
    return call(klant, "POST", "/maak-klantcontact", json=content)


def address(klant: FakeOpenKlant, person: str, **changed: Any) -> requests.Response:
    content = {
        "adres": "0612345678",
        "soortDigitaalAdres": "telefoonnummer",
        "omschrijving": "Telefoon",
        "verstrektDoorBetrokkene": {"uuid": person},
        **changed,
    }
    return call(klant, "POST", "/digitaleadressen", json=content)


def task(klant: FakeOpenKlant, **changed: Any) -> requests.Response:
    content = {
        "gevraagdeHandeling": "Terugbellen",
        "aanleidinggevendKlantcontact": {"uuid": klant.contacts[0].uuid},
        "toegewezenAanActor": {"uuid": klant.actor},
        "status": "te_verwerken",
        **changed,
    }
    return call(klant, "POST", "/internetaken", json=content)


def faults(answer: requests.Response) -> list[tuple[str, str]]:
    assert answer.status_code == 400
    problem = answer.json()
    assert {"type", "code", "title", "status", "detail", "instance"} < set(problem)
    return [(each["name"], each["code"]) for each in problem["invalidParams"]]


def test_nobody_gets_in_without_the_token(klant: FakeOpenKlant) -> None:
    url = f"{klant.url}{BASE}/klantcontacten"
    assert requests.get(url, timeout=10).json()["code"] == "not_authenticated"
    wrong = requests.get(url, headers={"Authorization": "Token x"}, timeout=10)
    assert (wrong.status_code, wrong.json()["code"]) == (401, "authentication_failed")


def test_a_contact_an_address_and_a_task_hang_together(klant: FakeOpenKlant) -> None:
    made = contact(klant)
    assert made.status_code == 201
    person = made.json()["betrokkene"]["uuid"]
    assert address(klant, person).status_code == 201
    assert task(klant).status_code == 201
    of_person = {"verstrektDoorBetrokkene__uuid": person}
    found = call(klant, "GET", "/digitaleadressen", params=of_person).json()["results"]
    assert [each["adres"] for each in found] == ["0612345678"]
    other = {"verstrektDoorBetrokkene__uuid": NOBODY}
    assert call(klant, "GET", "/digitaleadressen", params=other).json()["count"] == 0
    number = made.json()["klantcontact"]["uuid"]
    of_contact = {"aanleidinggevendKlantcontact__uuid": number}
    (waiting,) = call(klant, "GET", "/internetaken", params=of_contact).json()["results"]
    assert (waiting["status"], waiting["afgehandeldOp"]) == ("te_verwerken", None)
    other = {"aanleidinggevendKlantcontact__uuid": NOBODY}
    assert call(klant, "GET", "/internetaken", params=other).json()["count"] == 0


def test_a_number_that_is_taken_is_refused_as_not_unique(klant: FakeOpenKlant) -> None:
    assert contact(klant).status_code == 201
    assert faults(contact(klant)) == [("klantcontact.referentienummer", "unique")]
    assert klant.times("4821739055") == 1
    assert contact(klant, referentienummer="4821739056").status_code == 201


def test_a_contact_is_found_by_its_number_and_by_its_object(klant: FakeOpenKlant) -> None:
    contact(klant)
    for name, value, other in (
        ("referentienummer", "4821739055", "1"),
        ("onderwerpobject__onderwerpobjectidentificatorObjectId", "K-7F3A", "K-7F3B"),
    ):
        found = call(klant, "GET", "/klantcontacten", params={name: value}).json()
        assert [each["uuid"] for each in found["results"]] == [klant.contacts[0].uuid]
        assert found["results"][0]["hadBetrokkenen"][0]["uuid"] == klant.contacts[0].person
        assert call(klant, "GET", "/klantcontacten", params={name: other}).json()["count"] == 0


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"kanaal": "x" * 51}, ("klantcontact.kanaal", "max_length")),
        ({"onderwerp": "x" * 201}, ("klantcontact.onderwerp", "max_length")),
        ({"onderwerp": ""}, ("klantcontact.onderwerp", "blank")),
        ({"taal": "nlds"}, ("klantcontact.taal", "max_length")),
        ({"vertrouwelijk": None}, ("klantcontact.vertrouwelijk", "null")),
        ({"inhoud": "x" * 1001}, ("klantcontact.inhoud", "max_length")),
        ({"referentienummer": "48217390556"}, ("klantcontact.referentienummer", "max_length")),
        ({"referentienummer": "4821-7390"}, ("klantcontact.referentienummer", "invalid")),
    ],
)
def test_a_wrong_field_of_a_contact_is_refused_by_name(
    klant: FakeOpenKlant, changed: dict[str, Any], fault: tuple[str, str]
) -> None:
    assert faults(contact(klant, **changed)) == [fault]
    assert klant.contacts == []


def test_two_letters_of_a_language_are_taken_too(klant: FakeOpenKlant) -> None:
    assert contact(klant, taal="nl").status_code == 201


def test_required_fields_are_named(klant: FakeOpenKlant) -> None:
    empty = call(klant, "POST", "/maak-klantcontact", json={"klantcontact": {}, "betrokkene": {}})
    assert faults(empty) == [
        ("klantcontact.kanaal", "required"),
        ("klantcontact.onderwerp", "required"),
        ("klantcontact.taal", "required"),
        ("klantcontact.vertrouwelijk", "required"),
        ("betrokkene.wasPartij", "required"),
        ("betrokkene.rol", "required"),
        ("betrokkene.initiator", "required"),
    ]
    assert faults(call(klant, "POST", "/maak-klantcontact", json={})) == [
        ("klantcontact", "required")
    ]


@pytest.mark.parametrize("number", ["0612345678", "+31612345678", "0031612345678"])
def test_a_telephone_number_without_spaces_is_taken(klant: FakeOpenKlant, number: str) -> None:
    contact(klant)
    assert address(klant, klant.contacts[0].person, adres=number).status_code == 201


@pytest.mark.parametrize("number", ["06 12345678", "06-12345678", "0012", "061234567", "bel mij"])
def test_any_other_telephone_number_is_refused(klant: FakeOpenKlant, number: str) -> None:
    contact(klant)
    answer = address(klant, klant.contacts[0].person, adres=number)
    assert faults(answer) == [("adres", "invalid")]


def test_an_address_has_limits_and_an_owner(klant: FakeOpenKlant) -> None:
    contact(klant)
    person = klant.contacts[0].person
    long = address(klant, person, soortDigitaalAdres="overig", adres="x" * 81)
    assert faults(long) == [("adres", "max_length")]
    assert faults(address(klant, person, omschrijving="x" * 41)) == [("omschrijving", "max_length")]
    wrong = address(klant, person, soortDigitaalAdres="fax")
    assert faults(wrong) == [("soortDigitaalAdres", "invalid_choice")]
    nobodys = address(klant, NOBODY)
    assert faults(nobodys) == [("verstrektDoorBetrokkene.uuid", "does_not_exist")]


def test_a_task_has_limits_a_contact_and_someone_to_do_it(klant: FakeOpenKlant) -> None:
    contact(klant)
    long = task(klant, gevraagdeHandeling="x" * 201, toelichting="x" * 1001)
    assert faults(long) == [("gevraagdeHandeling", "max_length"), ("toelichting", "max_length")]
    assert faults(task(klant, status="klaar")) == [("status", "invalid_choice")]
    of_nobody = task(klant, aanleidinggevendKlantcontact={"uuid": NOBODY})
    assert faults(of_nobody) == [("aanleidinggevendKlantcontact.uuid", "does_not_exist")]
    for_nobody = task(klant, toegewezenAanActor={"uuid": NOBODY})
    assert faults(for_nobody) == [("toegewezenAanActor.uuid", "does_not_exist")]
    content = {
        "gevraagdeHandeling": "Terugbellen",
        "aanleidinggevendKlantcontact": {"uuid": klant.contacts[0].uuid},
        "status": "te_verwerken",
    }
    unassigned = call(klant, "POST", "/internetaken", json=content)
    assert faults(unassigned) == [("nonFieldErrors", "invalid")]
    assert klant.tasks == []


def test_a_task_that_is_done_says_when_and_can_be_opened_again(klant: FakeOpenKlant) -> None:
    contact(klant)
    path = f"/internetaken/{task(klant).json()['uuid']}"
    klant.close(klant.tasks[0])
    done = call(klant, "GET", path).json()
    assert done["status"] == "verwerkt"
    assert done["afgehandeldOp"]
    again = call(klant, "PATCH", path, json={"status": "te_verwerken"}).json()
    assert (again["status"], again["afgehandeldOp"]) == ("te_verwerken", None)
    assert call(klant, "GET", f"/internetaken/{NOBODY}").status_code == 404


def test_broken_json_is_said(klant: FakeOpenKlant) -> None:
    assert call(klant, "POST", "/internetaken", data="{").json()["code"] == "parse_error"
