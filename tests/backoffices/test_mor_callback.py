"""MOR-core logs in at the desk and tells that a report is closed; nobody else can."""

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.utils import timezone

from desk.backoffices.contract import Push, Pushed
from desk.backoffices.mor import Mor
from desk.backoffices.mor_settings import MorSettings
from tests.backoffices.fakes.server import json_answer
from tests.backoffices.parcels import parcel
from tests.backoffices.worlds.mor import World


@pytest.fixture
def world() -> Iterator[World]:
    with World() as world:
        yield world


def login(world: World, **changes: str) -> Push:
    usual = {"username": world.fake.desk_username, "password": world.fake.desk_password}
    return Push("POST", "api-token-auth/", {}, json_answer(200, usual | changes).body)


def closed(reference: str, token: str, method: str = "POST") -> Push:
    headers = {"Authorization": f"Token {token}"}
    return Push(method, f"{reference}/melding-afgesloten/", headers, b"{}")


def token_of(connector: Mor, world: World) -> str:
    let_in = connector.pushed(login(world))
    assert let_in is not None
    return let_in.answer.split('"')[3]


def test_it_logs_in_here_and_tells_that_a_report_is_closed(world: World) -> None:
    told, connector = parcel(), world.connector()
    token = token_of(connector, world)
    expected = Pushed(reference=told.reference, answer="{}")
    assert connector.pushed(closed(told.reference, token)) == expected
    assert world.connector().pushed(closed(told.reference, token)) == expected  # no state


def test_it_may_log_in_with_a_form(world: World) -> None:
    form = {"username": world.fake.desk_username, "password": world.fake.desk_password}
    connector = world.connector()
    push = Push("POST", "api-token-auth/", {}, urlencode(form).encode())
    assert connector.pushed(push) == connector.pushed(login(world)) is not None


def test_a_call_that_does_not_prove_to_be_theirs_means_nothing(world: World) -> None:
    told, connector = parcel(), world.connector()
    token = token_of(connector, world)
    bodies = (
        b"",
        b"[]",
        b"\xff",
        b"username=mor-core",
        b"{}",
        b'{"username": "mor-core"}',
        b'{"username": "\\ud800"}',
    )
    refused = [
        login(world, password="wrong"),
        login(world, username="somebody-else"),
        *(Push("POST", "api-token-auth/", {}, body) for body in bodies),
        closed(told.reference, "wrong"),
        closed(told.reference, ""),
        closed(told.reference, token, "GET"),
        closed("no-reference", token),
        Push("POST", f"{told.reference}/melding-afgesloten/", {}, b""),
        Push("POST", f"{told.reference}/iets-anders/", {"Authorization": f"Token {token}"}, b""),
    ]
    assert [connector.pushed(push) for push in refused] == [None] * len(refused)


def test_a_token_of_one_back_office_is_not_good_for_another(world: World) -> None:
    settings = MorSettings.model_validate(world.settings_lines())
    told, token = parcel(), token_of(Mor("water", settings), world)
    assert world.connector().pushed(closed(told.reference, token)) is None


def test_without_a_password_of_its_own_nobody_is_let_in(world: World) -> None:
    connector = world.connector(callback_username="", callback_password="")
    assert connector.pushed(Push("POST", "api-token-auth/", {}, b'{"username": ""}')) is None
    forged = Mor("straat", connector._settings)._callback._token_of(timezone.now())
    assert connector.pushed(closed(parcel().reference, forged)) is None


def test_a_token_is_good_until_the_end_of_the_next_day(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, connector, now = parcel(), world.connector(), timezone.now()
    token = token_of(connector, world)
    taken = []
    for days in range(3):
        monkeypatch.setattr(timezone, "now", lambda days=days: now + timedelta(days=days))
        taken.append(connector.pushed(closed(told.reference, token)) is not None)
    assert taken == [True, True, False]
