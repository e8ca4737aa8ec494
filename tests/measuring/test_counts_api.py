"""What kiosks counted reaches the figures once, however often it is told."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from desk.fleet.models import Kiosk
from desk.fleet.pace import SENDING
from desk.measuring.models import Counted
from kiosk.core.counting import Counts
from tests.measuring.conftest import hour, row


@pytest.fixture
def token(town: Kiosk) -> str:
    return Kiosk.objects.enrol("zuil-1")


def put(client: Client, token: str, body: str) -> int:
    answer = asked(client, token, body)
    assert "error" in answer.json() or answer.json() == {"result": "stored"}
    status: int = answer.status_code
    return status


def asked(client: Client, token: str, body: str) -> Any:
    return client.put(
        "/api/kiosk/counts",
        body,
        content_type="application/json",
        headers={"Authorization": f"Bearer {token}"},
    )


def test_an_hour_told_twice_counts_once(client: Client, token: str) -> None:
    told = Counts(hour=hour(), release=3, rows=(row("visit", 7), row("visit", 1)))
    assert put(client, token, told.model_dump_json()) == 200
    assert put(client, token, told.model_dump_json()) == 200
    (kept,) = Counted.objects.all()
    assert (kept.number, kept.release, kept.kiosk.name) == (8, 3, "zuil-1")


def test_two_releases_within_an_hour_are_both_kept(client: Client, token: str) -> None:
    for release in (3, 4):
        told = Counts(hour=hour(), release=release, rows=(row("visit", 7),))
        put(client, token, told.model_dump_json())
    assert Counted.objects.count() == 2


@pytest.mark.parametrize(
    "body",
    ["", "{}", "[]", "\x00", '{"hour": "2026-11-26T10:00:00+00:00", "rows": [{"what": "name"}]}'],
)
def test_what_are_no_counts_is_refused(client: Client, token: str, body: str) -> None:
    assert put(client, token, body) in (411, 422)
    assert not Counted.objects.exists()


def test_half_an_hour_and_next_week_are_refused(client: Client, token: str) -> None:
    for moment in (hour() + timedelta(minutes=30), hour() + timedelta(days=7)):
        told = Counts(hour=moment, rows=(row("visit", 7),))
        assert put(client, token, told.model_dump_json()) == 422
    assert not Counted.objects.exists()


def test_a_kiosk_that_tells_far_too_many_hours_is_asked_to_wait(client: Client, token: str) -> None:
    ahead_s = (SENDING.at_once - 1) * SENDING.each_s - 1
    Kiosk.objects.update(paid_until=int(timezone.now().timestamp()) + ahead_s)
    told = [Counts(hour=hour(back), rows=(row("visit", 7),)).model_dump_json() for back in (1, 2)]
    assert put(client, token, told[0]) == 200
    refused = asked(client, token, told[1])
    assert refused.status_code == 429
    assert 1 <= int(refused["Retry-After"]) <= SENDING.each_s
    assert Counted.objects.count() == 1


def test_of_two_hours_told_at_the_very_same_moment_one_comes_later(token: str) -> None:
    first, second = Kiosk.objects.with_token(token), Kiosk.objects.with_token(token)
    assert first is not None
    assert second is not None
    assert [each.pay(SENDING, timezone.now()) for each in (first, second)] == [0, 1]


def test_nobody_else_tells_counts(client: Client, token: str) -> None:
    told = Counts(hour=hour(), rows=(row("visit", 7),)).model_dump_json()
    assert put(client, "another", told) == 401
    Kiosk.objects.update(revoked_at=timezone.now())
    assert put(client, token, told) == 401
    assert not Counted.objects.exists()
