"""A one-time code lets one kiosk in, once."""

import argparse
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils import timezone

from desk import commands
from desk.access.models import Deed
from desk.fleet.enrolling import LASTS, let_in, make_code
from desk.fleet.models import EnrolmentCode, Kiosk
from kiosk.enrolling import Given
from tests.desk.conftest import own_state  # noqa: F401 - a fixture


@pytest.fixture
def clerk(own_state: Path, db: None) -> User:  # noqa: F811 - the fixture
    user = User.objects.create_user("beheer", password="goed-geheim-1", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="enrol_kiosk"))
    return user


def ask(client: Client, code: str) -> Any:
    return client.post(
        "/api/kiosk/enrol", json.dumps({"code": code}), content_type="application/json"
    )


def test_a_code_gives_all_that_a_kiosk_needs_and_then_is_dead(clerk: User, client: Client) -> None:
    code, _ = make_code("zuil-7", clerk)
    answer = ask(client, code)
    assert answer.status_code == 200
    given = Given.model_validate_json(answer.content)
    assert given.kiosk_name == "zuil-7"
    kiosk = Kiosk.objects.with_token(given.kiosk_token)
    assert kiosk is not None
    assert kiosk.name == "zuil-7"
    assert ask(client, code).status_code == 404
    assert Deed.objects.filter(what="fleet.enrolled", about="zuil-7").exists()


def test_neither_the_code_nor_the_token_is_kept(clerk: User) -> None:
    code, made = make_code("zuil-7", clerk)
    assert code not in str(EnrolmentCode.objects.values().get())
    enrolment = let_in(code)
    assert enrolment is not None
    assert enrolment["kiosk_token"] not in str(list(Kiosk.objects.values()))
    assert made.name == "zuil-7"


def test_a_code_that_is_too_old_is_of_no_use(clerk: User) -> None:
    code, _ = make_code("zuil-7", clerk)
    assert let_in(code, timezone.now() + LASTS + timedelta(seconds=1)) is None
    assert let_in(f"{code[:4]} {code[4:8]}\u2013{code[8:]}") is not None


def test_a_new_code_for_a_kiosk_replaces_the_open_one(clerk: User) -> None:
    first, _ = make_code("zuil-7", clerk)
    second, _ = make_code("zuil-7", clerk)
    assert let_in(first) is None
    assert let_in(second) is not None


def test_enrolling_again_ends_the_old_token(clerk: User) -> None:
    tokens = []
    for _ in range(2):
        enrolment = let_in(make_code("zuil-7", clerk)[0])
        assert enrolment is not None
        tokens.append(enrolment["kiosk_token"])
    assert Kiosk.objects.with_token(tokens[0]) is None
    assert Kiosk.objects.with_token(tokens[1]) is not None


def test_guessing_is_slowed_down(clerk: User, client: Client) -> None:
    code, _ = make_code("zuil-7", clerk)
    wrong = "000000000000" if code != "000000000000" else "1" * 12
    answers = [ask(client, wrong).status_code for _ in range(11)]
    assert answers == [404] * 10 + [429]
    assert ask(client, code).status_code == 429


@pytest.mark.parametrize("body", ["", "[]", '{"code": 5}', '{"code": "' + "1" * 99 + '"}', "\x00"])
def test_what_is_no_code_is_refused(clerk: User, client: Client, body: str) -> None:
    answer = client.post("/api/kiosk/enrol", body, content_type="application/json")
    assert answer.status_code == 422
    assert "error" in answer.json()


def test_the_page_shows_the_code_once(clerk: User, client: Client) -> None:
    client.force_login(clerk)
    page = client.post("/zuilen/aanmelden/", {"name": "zuil-7"})
    shown = page.context["code"].replace(" ", "")
    assert "<svg" in page.content.decode()
    again = client.get("/zuilen/aanmelden/").content.decode()
    assert "zuil-7" in again
    assert page.context["code"] not in again
    client.post("/zuilen/aanmelden/intrekken/", {"name": "zuil-7"})
    assert let_in(shown) is None


@pytest.mark.parametrize("name", ["", "a" * 101, "zuil/7", "zuil\n7"])
def test_a_name_that_is_no_name_makes_no_code(clerk: User, client: Client, name: str) -> None:
    client.force_login(clerk)
    assert client.post("/zuilen/aanmelden/", {"name": name}).status_code in (200, 422)
    assert EnrolmentCode.objects.filter(name=name).count() == 0


@pytest.mark.parametrize("name", ["plan", "aanmelden", "waarschuwingen", ".."])
def test_the_name_of_a_page_makes_no_code(clerk: User, client: Client, name: str) -> None:
    client.force_login(clerk)
    refused = client.post("/zuilen/aanmelden/", {"name": name})
    assert refused.status_code == 422
    assert "Zo heet al een pagina" in refused.content.decode()
    assert not EnrolmentCode.objects.exists()


@pytest.mark.parametrize("name", ["plan", "a/opdracht", ".."])
def test_the_name_of_a_page_is_not_enrolled(
    clerk: User,
    name: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)  # the file of the database is touched; here it is in memory
    out = tmp_path / "kiosk.yaml"
    asked = argparse.Namespace(command="enrol", name=name, out=out, desk_url="https://desk.example")
    assert commands.run(asked) == 1
    assert f"a page of its own called {name}." in capsys.readouterr().err
    assert not Kiosk.objects.exists()
    assert not out.exists()


def test_a_kiosk_that_was_named_like_a_page_may_be_let_in_again(
    clerk: User, client: Client
) -> None:
    Kiosk.objects.enrol("plan")
    client.force_login(clerk)
    page = client.post("/zuilen/aanmelden/", {"name": "plan"})
    assert let_in(page.context["code"]) is not None


def test_who_may_not_let_kiosks_in_makes_no_code(clerk: User, client: Client) -> None:
    client.force_login(User.objects.create_user("kijker", password="goed-geheim-1", is_staff=True))
    assert client.get("/zuilen/aanmelden/").status_code == 403
    assert client.post("/zuilen/aanmelden/", {"name": "zuil-7"}).status_code == 403
    assert not EnrolmentCode.objects.exists()
