"""The fake Open311 back-offices answer as the specification, and as open311-adapter, do."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import requests

from tests.backoffices.fakes.open311 import FakeOpen311
from tests.backoffices.fakes.server import Answer, Asked, FakeServer, json_answer

PLACE = {"lat": "52.1", "long": "5.1"}
FILES = [("photo1", ("lamp.jpg", b"\xff\xd8jpeg", "image/jpeg"))]


@pytest.fixture
def plain() -> Iterator[FakeOpen311]:
    with FakeOpen311("plain") as town:
        yield town


@pytest.fixture
def mysociety() -> Iterator[FakeOpen311]:
    with FakeOpen311("mysociety") as town:
        yield town


@pytest.fixture(params=["plain", "mysociety"])
def town(request: pytest.FixtureRequest) -> Iterator[FakeOpen311]:
    with FakeOpen311(request.param) as town:
        yield town


def form(town: FakeOpen311, **more: str) -> dict[str, str]:
    return {"api_key": town.api_key, "service_code": "LAMP", "description": "K-7F3A"} | PLACE | more


def post(town: FakeOpen311, **more: str) -> requests.Response:
    return requests.post(f"{town.endpoint}/requests.json", data=form(town, **more), timeout=5)


def get(town: FakeOpen311, what: str, **query: str) -> Any:
    return requests.get(f"{town.endpoint}/{what}", query, timeout=5)


def update(town: FakeOpen311, **more: str) -> requests.Response:
    fields = {
        "api_key": town.api_key,
        "service_request_id": "1001",
        "update_id": "7",
        "status": "REOPEN",
        "updated_datetime": "2026-03-01T10:00:00Z",
        "description": "Niet opgelost",
    }
    url = f"{town.endpoint}/servicerequestupdates.json"
    return requests.post(url, data=fields | more, timeout=5)


def outcome(answer: requests.Response) -> tuple[int, str]:
    (error,) = answer.json()
    assert error["code"] == answer.status_code
    return answer.status_code, error["description"]


def test_services_are_listed_in_xml_and_in_json(plain: FakeOpen311) -> None:
    root = ET.fromstring(get(plain, "services.xml").content)  # noqa: S314 - our own fake's
    assert root.tag == "services"
    assert [each.findtext("service_code") for each in root.findall("service")] == ["LAMP", "30"]
    assert [each.findtext("metadata") for each in root] == ["false", "true"]
    listed = get(plain, "services.json").json()
    assert [each["metadata"] for each in listed] == [False, True]
    assert [each["service_code"] for each in listed] == ["LAMP", 30]


def test_mysociety_writes_booleans_as_words(mysociety: FakeOpen311) -> None:
    listed = get(mysociety, "services.json").json()
    assert [each["metadata"] for each in listed] == ["false", "true"]
    (kind,) = get(mysociety, "services/30.json").json()["attributes"]
    assert (kind["required"], kind["variable"]) == ("true", "true")


def test_a_definition_has_its_attributes_and_their_values(plain: FakeOpen311) -> None:
    (kind,) = get(plain, "services/30.json").json()["attributes"]
    assert (kind["required"], kind["datatype"], kind["code"]) == (True, "singlevaluelist", "KIND")
    assert kind["values"] == [{"key": 1, "name": "Restafval"}, {"key": 2, "name": "Glas"}]
    root = ET.fromstring(get(plain, "services/30.xml").content)  # noqa: S314 - our own fake's
    assert root.findtext("attributes/attribute/values/value/name") == "Restafval"
    assert get(plain, "services/NOPE.json").status_code == 404


def test_filing_gives_an_id(plain: FakeOpen311, mysociety: FakeOpen311) -> None:
    first, second = post(plain), post(mysociety)
    assert (first.status_code, first.json()[0]["service_request_id"]) == (201, 1001)
    assert (second.status_code, second.json()[0]["service_request_id"]) == (200, "1001")
    url = f"{plain.endpoint}/requests.xml"
    root = ET.fromstring(requests.post(url, form(plain), timeout=5).content)  # noqa: S314 - ours
    assert root.findtext("request/service_request_id") == "1002"


def test_a_repeat_is_a_second_report(town: FakeOpen311) -> None:
    assert post(town).ok
    assert post(town).ok
    assert (town.times("K-7F3A"), town.times("K-9999")) == (2, 0)


def test_a_server_that_refuses_duplicates_says_400(plain: FakeOpen311) -> None:
    plain.refuse_duplicates = True
    post(plain)
    assert outcome(post(plain)) == (400, "Invalid service request: base is a duplicate.")
    assert post(plain, description="anders").status_code == 201
    assert plain.times("K-7F3A") == 1


def test_plain_refuses_a_bad_key_with_403_and_an_unknown_service_with_404(
    plain: FakeOpen311,
) -> None:
    assert post(plain, api_key="wrong").status_code == 403
    assert post(plain, api_key="").status_code == 403
    assert post(plain, service_code="NOPE").status_code == 404
    assert plain.reports == []


@pytest.mark.parametrize(
    "wrong",
    [{"lat": ""}, {"lat": "north"}, {"service_code": ""}, {"description": "x" * 4001}],
)
def test_plain_answers_400_to_all_else(plain: FakeOpen311, wrong: dict[str, str]) -> None:
    assert post(plain, **wrong).status_code == 400


def test_an_address_does_instead_of_a_point(town: FakeOpen311) -> None:
    url = f"{town.endpoint}/requests.json"
    nowhere = {name: value for name, value in form(town).items() if name not in PLACE}
    assert requests.post(url, nowhere, timeout=5).status_code == 400
    assert requests.post(url, nowhere | {"address_string": "Dorp 1"}, timeout=5).ok


def test_an_empty_field_is_no_field_except_to_mysociety(
    plain: FakeOpen311, mysociety: FakeOpen311
) -> None:
    empty = {"lat": "", "long": "", "address_string": "Dorp 1"}
    assert post(plain, **empty).status_code == 201
    assert post(mysociety, **empty).status_code == 400


def test_a_crm_that_is_down_is_a_400(plain: FakeOpen311, mysociety: FakeOpen311) -> None:
    plain.failure = mysociety.failure = "The CRM is down"
    assert outcome(post(plain)) == (400, "The CRM is down")
    assert outcome(post(mysociety)) == (500, "The CRM is down")
    assert plain.reports == mysociety.reports == []


def test_a_required_attribute_is_asked_for(town: FakeOpen311) -> None:
    assert post(town, service_code="30").status_code == 400
    assert post(town, service_code="30", **{"attribute[KIND]": "1"}).ok
    assert post(town, service_code="30", **{"attribute[KIND][]": "1"}).ok


def test_plain_ignores_unknown_fields_and_takes_no_other_body(plain: FakeOpen311) -> None:
    assert post(plain, kiosk_reference="K-7F3A").status_code == 201
    url = f"{plain.endpoint}/requests.json"
    assert requests.post(url, json=form(plain), timeout=5).status_code == 400


def test_mysociety_refuses_unknown_fields_but_not_unknown_attributes(
    mysociety: FakeOpen311,
) -> None:
    assert post(mysociety, kiosk_reference="K-7F3A").status_code == 400
    assert post(mysociety, **{"attribute[kiosk_reference]": "K-8888"}).status_code == 200
    assert mysociety.times("K-8888") == 1


def test_mysociety_answers_400_without_a_key_and_to_an_unknown_service(
    mysociety: FakeOpen311,
) -> None:
    assert post(mysociety, api_key="").status_code == 400
    answer = post(mysociety, service_code="NOPE")
    assert answer.json() == [{"code": 400, "description": "Bad request"}]


def test_mysociety_answers_400_to_json(mysociety: FakeOpen311) -> None:
    url = f"{mysociety.endpoint}/requests.json"
    assert requests.post(url, json=form(mysociety), timeout=5).status_code == 400


def test_mysociety_takes_files_beside_the_fields(mysociety: FakeOpen311) -> None:
    url = f"{mysociety.endpoint}/requests.json"
    answer = requests.post(url, data=form(mysociety), files=FILES, timeout=5)
    assert answer.status_code == 200
    assert mysociety.reports[0].files == [("lamp.jpg", "image/jpeg", b"\xff\xd8jpeg")]
    assert mysociety.times("K-7F3A") == 1


def test_two_pictures_break_mysociety_reading_one_request_but_not_the_list(
    mysociety: FakeOpen311,
) -> None:
    url = f"{mysociety.endpoint}/requests.json"
    pictures = [("media_url", "http://a/1.jpg"), ("media_url", "http://a/2.jpg")]
    requests.post(url, data=[*form(mysociety).items(), *pictures[:1]], timeout=5)
    requests.post(url, data=[*form(mysociety).items(), *pictures], timeout=5)
    assert get(mysociety, "requests/1001.json").json()[0]["media_url"] == "http://a/1.jpg"
    assert get(mysociety, "requests/1002.json").status_code == 500
    (listed,) = get(mysociety, "requests.json", service_request_id="1002").json()
    assert listed["media_url"] == ["http://a/1.jpg", "http://a/2.jpg"]


def test_a_token_becomes_an_id_after_some_polls(town: FakeOpen311) -> None:
    town.gives, town.polls_before_id = "token", 2
    (filed,) = post(town).json()
    assert "service_request_id" not in filed
    polls = [get(town, f"tokens/{filed['token']}.json").json() for _ in range(3)]
    assert polls[:2] == [[], []]
    assert str(polls[2][0]["service_request_id"]) == "1001"
    assert polls[2][0]["token"] == filed["token"]


def test_a_black_box_gives_neither_token_nor_id(town: FakeOpen311) -> None:
    town.gives = "nothing"
    assert post(town).json()[0].keys().isdisjoint({"token", "service_request_id"})
    assert town.times("K-7F3A") == 1


def test_requests_are_read_by_ids_whatever_else_is_asked(town: FakeOpen311) -> None:
    for _ in range(3):
        post(town)
    found = get(town, "requests.json", service_request_id="1001,1003", status="closed").json()
    assert [str(each["service_request_id"]) for each in found] == ["1001", "1003"]
    assert get(town, "requests/9999.json").status_code == 404


def test_the_list_reaches_back_ninety_days_and_the_ids_further(town: FakeOpen311) -> None:
    now = datetime.now(UTC)
    town.now = lambda: now - timedelta(days=91)
    post(town)
    town.now = lambda: now
    post(town)
    listed = get(town, "requests.json").json()
    assert [str(each["service_request_id"]) for each in listed] == ["1002"]
    assert get(town, "requests.json", service_request_id="1001").json() != []


def test_the_list_ends_at_a_thousand(town: FakeOpen311) -> None:
    post(town)
    town.reports *= 1001
    assert len(get(town, "requests.json").json()) == 1000


def test_start_and_end_are_at_most_ninety_days_apart(town: FakeOpen311) -> None:
    town.now = lambda: datetime(2026, 3, 1, tzinfo=UTC)
    post(town)
    start, near, far = "2026-01-01T00:00:00Z", "2026-04-01T00:00:00Z", "2026-04-02T00:00:00Z"
    assert len(get(town, "requests.json", start_date=start, end_date=near).json()) == 1
    assert get(town, "requests.json", start_date=start, end_date=far).status_code == 400
    assert get(town, "requests.json", end_date=start).json() == []
    assert len(get(town, "requests.json", start_date=start).json()) == 1


def test_dates_need_a_zone_and_at_mysociety_seconds_too(
    plain: FakeOpen311, mysociety: FakeOpen311
) -> None:
    asked = {
        "2026-01-01T00:00:00+01:00": (200, 200),
        "2026-01-01T00:00:00.000Z": (200, 400),
        "2026-01-01T00:00:00": (400, 400),
        "2026-01-01": (400, 400),
    }
    for date, expected in asked.items():
        answers = [get(each, "requests.json", start_date=date) for each in (plain, mysociety)]
        assert tuple(each.status_code for each in answers) == expected, date


def test_the_list_is_filtered_by_open_or_closed_only(town: FakeOpen311) -> None:
    post(town)
    post(town)
    town.set_status("1001", "closed", "De lamp brandt weer.")
    closed = get(town, "requests.json", status="closed").json()
    assert [str(each["service_request_id"]) for each in closed] == ["1001"]
    assert get(town, "requests.json", status="fixed").status_code == 400


def test_a_clerk_closes_a_request_with_notes(plain: FakeOpen311) -> None:
    post(plain)
    plain.set_status("1001", "closed", "De lamp brandt weer.")
    (shown,) = get(plain, "requests/1001.json").json()
    assert (shown["status"], shown["status_notes"]) == ("closed", "De lamp brandt weer.")
    with pytest.raises(ValueError, match="no status of a plain"):
        plain.set_status("1001", "in_progress")


def test_mysociety_tells_the_text_in_updates(mysociety: FakeOpen311) -> None:
    post(mysociety)
    mysociety.set_status("1001", "in_progress", "We zijn ermee bezig.")
    (shown,) = get(mysociety, "requests/1001.json").json()
    assert shown["status"] == "in_progress"
    assert "status_notes" not in shown
    (told,) = get(mysociety, "servicerequestupdates.json").json()
    assert (told["service_request_id"], told["status"]) == ("1001", "in_progress")
    assert told["description"] == "We zijn ermee bezig."
    later = "2100-01-01T00:00:00Z"
    assert get(mysociety, "servicerequestupdates.json", start_date=later).json() == []


def test_plain_knows_no_updates(plain: FakeOpen311) -> None:
    post(plain)
    assert get(plain, "servicerequestupdates.json").status_code == 404
    assert update(plain).status_code == 404


def test_mysociety_reopens_on_an_update_in_capitals(mysociety: FakeOpen311) -> None:
    post(mysociety)
    mysociety.set_status("1001", "fixed")
    assert update(mysociety, status="reopen").status_code == 400
    answer = update(mysociety)
    assert (answer.status_code, answer.json()) == (200, [{"update_id": "7"}])
    assert get(mysociety, "requests/1001.json").json()[0]["status"] == "open"


def test_mysociety_takes_an_update_once(mysociety: FakeOpen311) -> None:
    post(mysociety)
    update(mysociety)
    again = update(mysociety)
    expected = {"errors": {"code": 400, "description": "Bad request: already exists"}}
    assert (again.status_code, again.json()) == (400, expected)
    assert len(mysociety.posted) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"api_key": ""},
        {"updated_datetime": "2026-03-01"},
        {"status": "SOLVED"},
        {"colour": "red"},
        {"update_id": "a/b"},
        {"service_request_id": "a b"},
    ],
)
def test_mysociety_is_strict_about_updates(mysociety: FakeOpen311, wrong: dict[str, str]) -> None:
    post(mysociety)
    assert update(mysociety, **wrong).status_code == 400
    assert update(mysociety, **{"attribute[x]": "1", "email": "a@example.nl"}).status_code == 200


def test_an_endpoint_for_several_towns_asks_which(town: FakeOpen311) -> None:
    town.jurisdiction_id = "voorbeeldstad.nl"
    assert get(town, "services.json").status_code == 400
    assert get(town, "services.json", jurisdiction_id="elders.nl").status_code == 404
    assert get(town, "services.json", jurisdiction_id="voorbeeldstad.nl").status_code == 200
    assert post(town).status_code == 400
    assert post(town, jurisdiction_id="voorbeeldstad.nl").ok


def test_what_was_filed_is_still_there_when_it_comes_back(town: FakeOpen311) -> None:
    post(town)
    town.away()
    with pytest.raises(requests.ConnectionError):
        post(town)
    town.back()
    assert get(town, "requests/1001.json").status_code == 200


class Desk(FakeServer):
    def answer(self, asked: Asked) -> Answer:  # noqa: ARG002 - it says yes to all
        return json_answer(200, [])


def test_updates_are_pushed_to_the_desk_as_a_form(mysociety: FakeOpen311) -> None:
    post(mysociety)
    with Desk() as desk:
        url = f"{desk.url}/open311/v2/servicerequestupdates.json"
        assert mysociety.push_update(url, "1001", "fixed", "Gemaakt.", jurisdiction_id="8").ok
        assert mysociety.push_update(url, "1001", "fixed", "Gemaakt.", update_id="1").ok
        first, repeat = (dict(asked.form()) for asked in desk.asked)
        assert desk.asked[0].headers.get_content_type() == "application/x-www-form-urlencoded"
    (told,) = get(mysociety, "servicerequestupdates.json").json()
    assert {name: first[name] for name in told if name != "media_url"} == {
        name: value for name, value in told.items() if name != "media_url"
    }
    assert (first["jurisdiction_id"], first["api_key"]) == ("8", mysociety.api_key)
    assert repeat["update_id"] == first["update_id"]
