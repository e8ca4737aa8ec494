"""What apps are told can be handed in, in JSON and in XML."""

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client

from config.bundle import FACTORY, load_bundle
from tests.open311.samples import parsed

BASE = "/open311/v2"


def _services(client: Client, **query: str) -> dict[str, Any]:
    found = client.get(f"{BASE}/services.json", query).json()
    return {each["service_code"]: each for each in found}


def test_each_category_is_a_service_with_its_promise(town: None, client: Client) -> None:
    assert _services(client)["verlichting-lamp-uit"] == {
        "service_code": "verlichting-lamp-uit",
        "service_name": "Lamp brandt niet",
        "description": "Wij maken het binnen 5\u00a0werkdagen.",
        "metadata": False,
        "type": "realtime",
        "keywords": "Lamp of verkeerslicht,Lamp brandt niet",
        "group": "Lamp of verkeerslicht",
    }
    bundle = load_bundle(FACTORY)
    categories = {
        f"{main.value}-{sub.value}" for main in bundle.catalogue.categories for sub in main.sub
    }
    others = {"klacht", "afspraak", "geldhulp", "terugbellen"}
    assert set(_services(client)) == categories | others


def test_services_are_named_in_the_language_that_is_asked_for(town: None, client: Client) -> None:
    dutch, english = _services(client), _services(client, lang="en")
    assert english["klacht"]["service_name"] != dutch["klacht"]["service_name"]
    assert _services(client, lang="xx") == dutch


def test_the_choices_of_a_form_are_attributes_and_the_fields_of_the_standard_are_not(
    town: None, client: Client
) -> None:
    said = client.get(f"{BASE}/services/klacht.json").json()
    assert said["service_code"] == "klacht"
    assert [each["code"] for each in said["attributes"]] == ["soort", "onderwerp"]
    assert said["attributes"][0] | {"values": []} == {
        "variable": True,
        "code": "soort",
        "datatype": "singlevaluelist",
        "required": True,
        "datatype_description": "",
        "order": 1,
        "description": "Wat wilt u laten weten?",
        "values": [],
    }
    assert {"key": "idee", "name": "Een idee"} in said["attributes"][0]["values"]


def test_a_bundle_that_cannot_be_used_offers_nothing_and_breaks_nothing(
    own_state: Path, db: None, client: Client
) -> None:
    assert client.get(f"{BASE}/services.json").json() == []
    assert client.get(f"{BASE}/requests.json").json() == []


def test_a_changed_bundle_is_offered_at_once(
    own_state: Path, settings: Any, db: None, client: Client, tmp_path: Path
) -> None:
    folder = tmp_path / "own"
    for file in FACTORY.rglob("*"):
        if file.is_file():
            copy = folder / file.relative_to(FACTORY)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
    settings.BUNDLE = folder
    before = _services(client)
    text = (folder / "catalogue.yaml").read_text()
    line = "      - {value: grofvuil, picture: 1F6CB, promise: bekeken-3}\n"
    assert line in text
    (folder / "catalogue.yaml").write_text(text.replace(line, ""))
    assert before.keys() - _services(client).keys() == {"afval-grofvuil"}


@pytest.mark.parametrize("path", ["services/nope", "requests/nope", "tokens/nope"])
def test_what_is_not_there_is_said_as_the_specification_has_it(
    town: None, client: Client, path: str
) -> None:
    response = client.get(f"{BASE}/{path}.json")
    assert response.status_code == 404
    assert [each["code"] for each in response.json()] == [404]
    response = client.get(f"{BASE}/{path}.xml")
    root = parsed(response.content)
    assert [root.tag, root[0].tag, root.findtext("error/code")] == ["errors", "error", "404"]


def test_xml_says_what_json_says(town: None, client: Client) -> None:
    for path, root in (
        ("services", "services"),
        ("services/klacht", "service_definition"),
        ("discovery", "discovery"),
    ):
        response = client.get(f"{BASE}/{path}.xml")
        assert response["Content-Type"] == "text/xml; charset=utf-8"
        assert response.content.lower().startswith(b"<?xml version='1.0' encoding='utf-8'?>")
        element = parsed(response.content)
        assert element.tag == root
        assert _plain(element) == _as_text(client.get(f"{BASE}/{path}.json").json())


def test_discovery_names_the_end_point(town: None, settings: Any, client: Client) -> None:
    settings.URL = "https://desk.example"
    said = client.get(f"{BASE}/discovery.json").json()
    assert said["contact"] == "Gemeente Voorbeeldstad, 14 0999"
    assert said["endpoints"][0]["url"] == "https://desk.example/open311/v2"
    assert said["endpoints"][0]["formats"] == ["application/json", "text/xml"]


def test_another_town_is_not_served_here(town: None, settings: Any, client: Client) -> None:
    asked = {"jurisdiction_id": "elders.nl"}
    assert client.get(f"{BASE}/services.json", asked).status_code == 200
    settings.JURISDICTION = "voorbeeldstad.nl"
    assert client.get(f"{BASE}/services.json", asked).status_code == 404
    asked = {"jurisdiction_id": "voorbeeldstad.nl"}
    assert client.get(f"{BASE}/services.json", asked).status_code == 200


def _plain(element: ElementTree.Element) -> Any:
    """XML as JSON has it: what ends with an s is a list."""
    lists = ("services", "attributes", "values", "endpoints", "formats")
    if element.tag in lists:
        return [_plain(each) for each in element]
    if len(element):
        return {each.tag: _plain(each) for each in element}
    return element.text or ""


def _as_text(value: Any) -> Any:
    match value:
        case dict():
            return {name: _as_text(each) for name, each in value.items()}
        case list():
            return [_as_text(each) for each in value]
        case bool():
            return str(value).lower()
    return "" if value is None else str(value)
