"""A heartbeat costs two questions, changes become history, and nonsense is refused in our words."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from desk.fleet import beats
from desk.fleet.models import Happening, Heartbeat, Kiosk
from desk.fleet.pace import BEATS, TooOftenError
from kiosk.core import health
from kiosk.core.health import HeartbeatAnswer
from tests.fleet.conftest import NewKiosk, Staff, Teller, beat_content


def test_a_heartbeat_is_kept_and_answered(kiosk: Teller, client: Client) -> None:
    answer = kiosk.posts(client, paper="low", waiting=2, oldest_s=40, latitude=52.2, longitude=6.9)
    assert answer.status_code == 200
    assert HeartbeatAnswer.model_validate_json(answer.content) == HeartbeatAnswer()
    kept = kiosk.heartbeat
    assert (kept.paper, kept.waiting, kept.oldest_s, kept.release) == ("low", 2, 40, 3)
    assert (kept.location, kept.latitude, kept.longitude) == ("Bibliotheek", 52.2, 6.9)
    assert abs(kept.heard_at - timezone.now()) < timedelta(minutes=1)


def test_an_unchanged_heartbeat_is_one_question_and_one_update(
    kiosk: Teller, client: Client
) -> None:
    kiosk.posts(client)
    with CaptureQueriesContext(connection) as asked:
        assert kiosk.posts(client).status_code == 200
    question, update = (each["sql"] for each in asked)
    assert "SELECT" in question
    assert "UPDATE" in update
    assert Happening.objects.count() == 0


def test_a_heartbeat_without_news_writes_over_all_that_the_one_before_said(
    kiosk: Teller, new_kiosk: NewKiosk, client: Client
) -> None:
    now: dict[str, Any] = {
        "waiting": 3, "oldest_s": 90, "location": "Hal", "latitude": 52.2, "longitude": 6.9,
        "temperature_c": 91.0, "refused": 1, "headphones": True,
    }  # fmt: skip
    kiosk.posts(client)
    kiosk.posts(client, **now)
    other = new_kiosk("zuil-2")
    other.posts(client, **now)
    assert told_by(kiosk) == told_by(other)
    assert kiosk.heartbeat.content["temperature_c"] == 91.0


def told_by(kiosk: Teller) -> dict[str, Any]:
    """Its row, but for whose it is, when that was, and how often it may come."""
    row: dict[str, Any] = {**Heartbeat.objects.filter(kiosk=kiosk.row).values().get()}
    row["content"] = {name: row["content"][name] for name in row["content"].keys() - WHEN}
    return {name: row[name] for name in row.keys() - {"kiosk_id", "heard_at", "paid_until"}}


WHEN = {"at", "started_at"}


def test_only_what_changed_is_history(kiosk: Teller) -> None:
    kiosk.says()
    kiosk.says(paper="out", network="unreachable", in_service=False)
    kiosk.says(paper="cover_open", network="unreachable", in_service=False)
    kiosk.says(bundle={"release": 4, "problem": ""})
    kiosk.says(bundle={"release": 4, "problem": "too large"})
    assert kiosk.history == [
        ("paper", "out"), ("network", "unreachable"), ("in_service", "no"),
        ("printer", "cover_open"),
        ("paper", "ok"), ("network", "well"), ("in_service", "yes"), ("release", "4"),
        ("bundle", "too large"),
    ]  # fmt: skip


def test_a_restart_says_why_and_a_crash_is_called_one(kiosk: Teller) -> None:
    kiosk.says()
    kiosk.says(restarts=5, restart_reason="order")
    assert kiosk.heartbeat.crashed_at is None
    kiosk.says(restarts=6, crashes=2, restart_reason="crash")
    crashed_at = kiosk.heartbeat.crashed_at
    assert crashed_at is not None
    kiosk.says(restarts=6, crashes=2, restart_reason="crash")
    assert kiosk.heartbeat.crashed_at == crashed_at
    assert kiosk.history == [("restart", "order"), ("crash", "crash")]


def test_since_when_it_is_out_of_service_is_remembered(kiosk: Teller) -> None:
    began = timezone.now() - timedelta(hours=30)
    kiosk.says(began, in_service=False)
    kiosk.says(began + timedelta(hours=9), in_service=False)
    assert kiosk.heartbeat.out_since == began
    kiosk.says()
    assert kiosk.heartbeat.out_since is None


@pytest.mark.parametrize("off_s", [0, 420, -420])
def test_a_clock_that_is_off_is_known_by_how_much(
    kiosk: Teller, client: Client, off_s: int
) -> None:
    content = beat_content(timezone.now()) | {
        "at": (timezone.now() + timedelta(seconds=off_s)).isoformat()
    }
    kiosk.posts(client, json.dumps(content))
    assert abs(kiosk.heartbeat.clock_off_s - off_s) <= 1


def test_a_revoked_kiosk_is_not_heard_any_more(kiosk: Teller, client: Client) -> None:
    assert kiosk.posts(client).status_code == 200
    Kiosk.objects.update(revoked_at=timezone.now())
    answer = kiosk.posts(client)
    assert answer.status_code == 401
    assert "token" in answer.json()["error"]


def test_without_a_token_nothing_is_looked_up(kiosk: Teller, client: Client) -> None:
    assert client.post("/api/kiosk/heartbeat", "{}", "application/json").status_code == 401
    assert client.put("/api/kiosk/picture", b"", "image/png").status_code == 401


SECRET = "mevrouw-jansen"


@pytest.mark.parametrize(
    "otherwise",
    [
        {"paper": SECRET},
        {"waiting": -1},
        {"at": f"{SECRET}"},
        {"at": "2026-11-22T10:00:00"},
        {"at": "9999-12-31T23:59:59+00:00"},
        {"started_at": "0001-01-01T00:00:00+14:00"},
        {"location": f"{SECRET}\0"},
        {"bundle": {"version": SECRET * 9}},
        {"latitude": 91},
        {"orders_done": [{"id": SECRET, "result": "done"}]},
    ],
)
def test_nonsense_is_refused_and_not_quoted(
    kiosk: Teller, client: Client, otherwise: dict[str, Any]
) -> None:
    answer = kiosk.posts(client, **otherwise)
    assert answer.status_code == 422
    assert answer.json()["error"].startswith("The heartbeat is not valid: ")
    assert SECRET not in answer.content.decode()
    assert not Heartbeat.objects.exists()


@pytest.mark.parametrize("body", ["[]", "null", "\xff", '{"at": ' * 500, "NaN"])
def test_what_is_no_heartbeat_at_all_is_refused(kiosk: Teller, client: Client, body: str) -> None:
    assert kiosk.posts(client, body).status_code == 422


def test_numbers_beyond_a_column_are_cut_to_fit(kiosk: Teller, client: Client) -> None:
    huge = 10**18
    more = {"waiting": huge, "oldest_s": huge, "restarts": huge, "bundle": {"release": huge}}
    assert kiosk.posts(client, **more).status_code == 200
    assert kiosk.heartbeat.waiting == 2**31 - 1


def test_a_heartbeat_of_more_than_16_kb_is_refused(kiosk: Teller, client: Client) -> None:
    content = beat_content(timezone.now()) | {"unknown": "x" * 17_000}
    assert kiosk.posts(client, json.dumps(content)).status_code == 413
    assert kiosk.posts(client, json.dumps(content | {"unknown": "x" * 9_000})).status_code == 200
    assert "unknown" not in kiosk.heartbeat.content


def test_a_kiosk_that_comes_far_too_often_is_asked_to_wait_and_staff_see_it(
    kiosk: Teller, client: Client, staff: Staff
) -> None:
    kiosk.posts(client)
    ahead_s = (BEATS.at_once - 1) * BEATS.each_s - 1
    Heartbeat.objects.update(paid_until=int(timezone.now().timestamp()) + ahead_s)
    assert kiosk.posts(client, waiting=1).status_code == 200
    asked = [kiosk.posts(client, waiting=2) for _ in range(3)]
    assert [each.status_code for each in asked] == [429] * 3
    assert all(1 <= int(each["Retry-After"]) <= BEATS.each_s for each in asked)
    assert kiosk.heartbeat.waiting == 1
    assert kiosk.history == [("hurried", "")]
    with CaptureQueriesContext(connection) as questions:
        kiosk.posts(client)
    assert len(questions) == 1
    for address in ("/zuilen/", "/zuilen/zuil-1/"):
        page = staff("view_kiosk").get(address).content.decode().split("<main")[1]
        assert "Meldt zich te vaak" in page


@pytest.mark.parametrize("news", [{}, {"paper": "out"}])
def test_of_two_heartbeats_at_the_very_same_moment_one_comes_later(
    kiosk: Teller, news: dict[str, Any]
) -> None:
    kiosk.says()
    now = timezone.now()
    first, second = (beats.kiosk_with(kiosk.token, now) for _ in range(2))
    assert first is not None
    assert second is not None
    beats.take_in(first, health.Heartbeat(**beat_content(now, waiting=1)), now)
    with pytest.raises(TooOftenError):
        beats.take_in(second, health.Heartbeat(**beat_content(now, waiting=2, **news)), now)
    assert kiosk.heartbeat.waiting == 1
    assert kiosk.history == []


def test_two_kiosks_do_not_mix(new_kiosk: NewKiosk) -> None:
    one, two = new_kiosk("zuil-1"), new_kiosk("zuil-2")
    one.says(paper="low")
    two.says(paper="out")
    assert (one.heartbeat.paper, two.heartbeat.paper) == ("low", "out")


def test_machines_can_read_what_a_heartbeat_is(client: Client) -> None:
    said = client.get("/api/openapi.json").json()["paths"]["/api/kiosk/heartbeat"]["post"]
    schema = said["requestBody"]["content"]["application/json"]["schema"]
    assert schema["properties"]["bundle"]["properties"]["release"]["minimum"] == 0
    assert "$ref" not in json.dumps(schema)
