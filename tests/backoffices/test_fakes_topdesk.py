"""The fake TOPdesk answers as its documentation and its clients say."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
import requests

from tests.backoffices.fakes.server import Answer, Asked, FakeServer, json_answer
from tests.backoffices.fakes.topdesk import FakeTopdesk

CALLER = {"dynamicName": "Bezoeker", "phoneNumber": "0612345678"}
TEMPLATE = '{"nummer": "${number}", "klaar": ${completed}, "tekst": "${action}"}'


@pytest.fixture
def town() -> Iterator[FakeTopdesk]:
    with FakeTopdesk() as town:
        yield town


def call(town: FakeTopdesk, method: str, path: str, **how: Any) -> requests.Response:
    auth = (town.login, town.password)
    return requests.request(method, f"{town.url}/tas/api/{path}", auth=auth, timeout=5, **how)


def create(town: FakeTopdesk, **more: Any) -> requests.Response:
    content = {"caller": CALLER, "briefDescription": "Lamp", "externalNumber": "K-7F3A"}
    return call(town, "POST", "incidents", json=content | more)


def test_it_wants_the_login_and_the_application_password(town: FakeTopdesk) -> None:
    url = f"{town.url}/tas/api/version"
    assert requests.get(url, timeout=5).status_code == 401
    assert requests.get(url, auth=(town.login, "wrong"), timeout=5).status_code == 401
    assert call(town, "GET", "version").json() == {"version": "3.9.0"}
    town.may_use_api = False
    assert call(town, "GET", "version").status_code == 403


def test_a_new_incident_has_an_id_and_a_number_with_a_space(town: FakeTopdesk) -> None:
    answer = create(town)
    assert answer.status_code == 201
    assert re.fullmatch(r"I \d{4} \d{3}", answer.json()["number"])
    assert re.fullmatch(r"[0-9a-f-]{36}", answer.json()["id"])
    assert (answer.json()["completed"], answer.json()["closed"]) == (False, False)


def test_the_same_external_number_twice_is_two_incidents(town: FakeTopdesk) -> None:
    assert create(town).status_code == create(town).status_code == 201
    assert (town.times("K-7F3A"), town.times("K-9999")) == (2, 0)


@pytest.mark.parametrize("name", ["query", "external_number"])
def test_an_incident_is_found_by_its_external_number(town: FakeTopdesk, name: str) -> None:
    create(town)
    create(town, externalNumber="K-8888")

    def found(code: str) -> requests.Response:
        value = f"externalNumber=={code}" if name == "query" else code
        return call(town, "GET", "incidents", params={name: value})

    assert [each["externalNumber"] for each in found("K-8888").json()] == ["K-8888"]
    assert found("K-8888").status_code == 200
    assert (found("K-9999").status_code, found("K-9999").content) == (204, b"")


def test_an_old_one_does_not_know_the_query_and_lists_all(town: FakeTopdesk) -> None:
    town.version = "3.2.0"
    create(town)
    found = call(town, "GET", "incidents", params={"query": "externalNumber==K-9999"})
    assert [each["externalNumber"] for each in found.json()] == ["K-7F3A"]


def test_a_page_that_is_not_the_last_is_206(town: FakeTopdesk) -> None:
    for _ in range(3):
        create(town)
    first = call(town, "GET", "incidents", params={"page_size": 2, "fields": "number"})
    assert (first.status_code, [set(each) for each in first.json()]) == (206, [{"number"}] * 2)
    last = call(town, "GET", "incidents", params={"page_size": 2, "start": 2})
    assert (last.status_code, len(last.json())) == (200, 1)
    assert call(town, "GET", "incidents", params={"page_size": 10_000}).status_code == 200
    assert call(town, "GET", "incidents", params={"page_size": 10_001}).status_code == 400


@pytest.mark.parametrize(("name", "most"), [("briefDescription", 80), ("externalNumber", 60)])
def test_a_field_that_is_too_long_is_refused(town: FakeTopdesk, name: str, most: int) -> None:
    assert create(town, **{name: "x" * most}).status_code == 201
    answer = create(town, **{name: "x" * (most + 1)})
    assert answer.status_code == 400
    assert name in answer.json()["errors"][0]["errorMessage"]


def test_a_caller_or_a_registered_one_is_needed(town: FakeTopdesk) -> None:
    town.persons = {"jan@example.nl": "b1f0e1a2-0000-4000-8000-000000000001"}
    url, brief = "incidents", {"briefDescription": "Lamp"}
    assert call(town, "POST", url, json=brief).status_code == 400
    known = brief | {"callerLookup": {"email": "jan@example.nl"}}
    assert call(town, "POST", url, json=known).status_code == 201
    unknown = brief | {"callerLookup": {"email": "piet@example.nl"}}
    assert call(town, "POST", url, json=unknown).status_code == 400
    town.branch_needed = True
    assert create(town).status_code == 400
    assert create(town, caller=CALLER | {"branch": {"name": "Voorbeeldstad"}}).status_code == 201


def test_both_shapes_of_errors_occur(town: FakeTopdesk) -> None:
    lookup = {"briefDescription": "Lamp", "callerLookup": {"id": "jan"}}
    answer = call(town, "POST", "incidents", json=lookup)
    assert (answer.status_code, answer.json()) == (
        400,
        [{"message": "'callerLookup.id' cannot be parsed"}],
    )
    assert list(create(town, category={"name": "Nergens"}).json()) == ["errors"]
    assert call(town, "POST", "incidents", data="{").json() == [
        {"message": "The body cannot be parsed"}
    ]


def test_a_category_is_given_by_id_or_by_a_name_that_is_unique(town: FakeTopdesk) -> None:
    listed = {each["name"]: each["id"] for each in call(town, "GET", "incidents/categories").json()}
    assert create(town, category={"id": listed["Afval"]}).json()["category"]["name"] == "Afval"
    assert create(town, category={"name": "Afval"}).status_code == 201
    both = {"id": listed["Afval"], "name": "Afval"}
    assert create(town, category=both).status_code == 400
    town.ambiguous("Afval")
    answer = create(town, category={"name": "Afval"})
    assert (answer.status_code, "not unique" in answer.text) == (400, True)
    assert create(town, category={"id": listed["Afval"]}).status_code == 201


def test_a_subcategory_lies_in_its_category(town: FakeTopdesk) -> None:
    (lamp, _) = call(town, "GET", "incidents/subcategories").json()
    assert (lamp["name"], lamp["category"]["name"]) == ("Lamp", "Straat")
    inside = {"category": {"name": "Straat"}, "subcategory": {"name": "Lamp"}}
    assert create(town, **inside).status_code == 201
    assert create(town, **inside | {"category": {"name": "Afval"}}).status_code == 400


def test_the_processing_states_are_listed(town: FakeTopdesk) -> None:
    listed = call(town, "GET", "incidents/processing_status").json()
    assert [each["name"] for each in listed][-1] == "Gereed"
    assert call(town, "GET", "incidents/call_types").json()[0]["name"] == "Melding"
    assert call(town, "GET", "incidents/entry_types").json()[0]["name"] == "Kiosk"


def test_status_and_target_date_have_their_own_spelling(town: FakeTopdesk) -> None:
    assert create(town, status="thirdLine").status_code == 400
    assert create(town, status="partial").json()["status"] == "partial"
    assert create(town, targetDate="2026-11-15T14:00:00Z").status_code == 400
    assert create(town, targetDate="2026-11-15T14:00:00.000+0200").status_code == 201


def test_tags_that_it_does_not_know_are_lost(town: FakeTopdesk) -> None:
    html = "<b>Lamp</b><br>5 &lt; 6 <script>x</script> <janssen@example.nl>"
    assert create(town, request=html).json()["request"] == "<b>Lamp</b><br>5 &lt; 6 x "


def test_an_incident_is_read_by_id_and_by_number(town: FakeTopdesk) -> None:
    made = create(town).json()
    by_id = call(town, "GET", f"incidents/id/{made['id']}")
    by_number = call(town, "GET", f"incidents/number/{quote(made['number'].lower())}")
    assert by_id.json() == by_number.json() == made
    assert call(town, "GET", "incidents/number/I%202301%20999").status_code == 404


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_an_incident_is_changed(town: FakeTopdesk, method: str) -> None:
    path = f"incidents/id/{create(town, request='Eerst').json()['id']}"
    change = {"action": "Geheim", "actionInvisibleForCaller": True, "request": "Dan"}
    changed = call(town, method, path, json=change | {"processingStatus": {"name": "Gepland"}})
    assert changed.status_code == 200
    assert changed.json()["processingStatus"]["name"] == "Gepland"
    (action,) = call(town, "GET", f"{path}/actions").json()
    assert (action["memoText"], action["invisibleForCaller"]) == ("Geheim", True)
    requested = call(town, "GET", f"{path}/requests").json()
    assert [each["memoText"] for each in requested] == ["Eerst", "Dan"]


def test_an_incident_without_actions_has_an_empty_list_as_204(town: FakeTopdesk) -> None:
    path = f"incidents/id/{create(town).json()['id']}"
    assert call(town, "GET", f"{path}/actions").status_code == 204


def test_lines_and_the_archive(town: FakeTopdesk) -> None:
    path = f"incidents/id/{create(town).json()['id']}"
    assert call(town, "PUT", f"{path}/escalate").json()["status"] == "secondLine"
    assert call(town, "PUT", f"{path}/deescalate").json()["status"] == "firstLine"
    assert call(town, "PUT", f"{path}/archive").status_code == 200
    assert call(town, "PUT", path, json={"action": "x"}).status_code == 422
    assert call(town, "PUT", f"{path}/unarchive").status_code == 200
    assert call(town, "PUT", path, json={"action": "x"}).status_code == 200


def test_a_picture_is_attached_and_fetched(town: FakeTopdesk) -> None:
    path = f"incidents/id/{create(town).json()['id']}/attachments"
    files = {"file": ("lamp.jpg", b"\xff\xd8jpeg", "image/jpeg")}
    form = {"invisibleForCaller": "true", "description": "De lamp"}
    made = call(town, "POST", path, files=files, data=form)
    assert made.status_code == 200
    (kept,) = town.incidents[0].attachments
    assert (kept.file_name, kept.description, kept.invisible_for_caller) == (
        "lamp.jpg",
        "De lamp",
        True,
    )
    url = made.json()["downloadUrl"].removeprefix("/tas/api/")
    assert call(town, "GET", url).content == b"\xff\xd8jpeg"
    assert call(town, "GET", path).json() == [made.json()]
    assert call(town, "POST", path, data=form).status_code == 400


def test_a_clerk_finishes_an_incident_and_takes_it_back(town: FakeTopdesk) -> None:
    made = create(town).json()
    town.set_processing_status(made["number"], "Gereed", completed=True)
    shown = call(town, "GET", f"incidents/id/{made['id']}").json()
    assert (shown["processingStatus"]["name"], shown["completed"]) == ("Gereed", True)
    assert shown["completedDate"]
    town.set_processing_status(made["number"], "In behandeling")
    shown = call(town, "GET", f"incidents/id/{made['id']}").json()
    assert (shown["completed"], shown["completedDate"]) == (False, None)


class Desk(FakeServer):
    def answer(self, asked: Asked) -> Answer:  # noqa: ARG002 - it says yes to all
        return json_answer(200, {})


def test_an_automated_action_sends_the_customers_own_json_and_the_secret(
    town: FakeTopdesk,
) -> None:
    number = create(town).json()["number"]
    town.add_action(number, 'De "lamp" is vervangen.')
    town.add_action(number, "Kosten: 80 euro", invisible=True)
    town.set_processing_status(number, "Gereed", completed=True)
    with Desk() as desk:
        (incident,) = town.incidents
        assert town.automated_action(f"{desk.url}/hook", "s3cret", incident, TEMPLATE).ok
        (asked,) = desk.asked
    assert (asked.method, asked.path) == ("POST", "/hook")
    assert asked.headers["X-Topdesk-Secret"] == "s3cret"
    said = {"nummer": number, "klaar": True, "tekst": 'De "lamp" is vervangen.'}
    assert asked.json() == said
