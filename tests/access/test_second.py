"""The second step: asked of whoever set it up, and required of everyone where that is chosen."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django_otp.plugins.otp_static.models import StaticToken

from desk.access import second
from desk.access.models import Deed
from desk.contractors.models import Contractor
from tests.access.conftest import Browser, Named, code_of, is_in, typed_password, with_second

CODE, SETUP = "/beheer/tweede-stap/", "/beheer/tweede-stap/instellen/"


@pytest.fixture(autouse=True)
def _no_pause_after_a_wrong_code(settings: Any) -> None:
    """django-otp makes one wait for a second after the first wrong code; ours counts as well."""
    settings.OTP_TOTP_THROTTLE_FACTOR = settings.OTP_STATIC_THROTTLE_FACTOR = 0


@pytest.fixture
def anna(named: Named) -> User:
    return named("anna", "inbox")


def _type(client: Client, code: str, **more: str) -> Any:
    return client.post(CODE, {"code": code} | more)


def test_it_is_set_up_with_the_first_code_and_ten_for_a_lost_telephone(
    anna: User, logged_in: Browser
) -> None:
    client, elsewhere = logged_in(anna), logged_in(anna)
    page = client.get(SETUP).content.decode()
    picture = client.get(f"{SETUP}code/")
    assert (picture["Content-Type"], b"<svg" in picture.content) == ("image/svg+xml", True)
    assert b"style" not in picture.content
    again = client.get(SETUP).content.decode()
    assert _secret(again) == _secret(page)  # the same until it is used
    assert client.post(SETUP, {"code": "000000"}).status_code == 422
    assert not second.has_second(anna)
    codes = client.post(SETUP, {"code": code_of(anna)}).context["codes"]
    assert len(set(codes)) == second.BACKUP_CODES
    assert second.has_second(anna)
    assert is_in(client)  # this session goes on
    assert not is_in(elsewhere)  # others end


def _secret(page: str) -> str:
    return page.partition('class="secret">')[2].partition("<")[0]


def test_the_password_alone_lets_nobody_in(anna: User) -> None:
    with_second(anna)
    client = typed_password("anna")
    assert not is_in(client)
    assert client.get("/inbox/").status_code == 302
    assert _type(client, code_of(anna, later=1))["Location"] == "/inbox/"
    assert client.get("/inbox/").status_code == 200


def test_after_the_code_one_is_where_one_wanted_to_be_and_on_no_other_site(anna: User) -> None:
    with_second(anna)
    client = typed_password("anna")
    assert (
        _type(client, code_of(anna, later=1), next="/inbox/routes/")["Location"] == "/inbox/routes/"
    )
    codes = second.new_backup_codes(anna)
    client = typed_password("anna")
    assert _type(client, codes[0], next="https://evil.example/")["Location"] == "/inbox/"


def test_a_code_works_once(anna: User) -> None:
    paper = with_second(anna)
    code = code_of(anna, later=1)
    assert is_in(_then(typed_password("anna"), code))
    assert not is_in(_then(typed_password("anna"), code))
    assert is_in(_then(typed_password("anna"), paper[3]))
    assert not is_in(_then(typed_password("anna"), paper[3]))
    assert second.backup_codes_left(anna) == second.BACKUP_CODES - 1


def _then(client: Client, code: str) -> Client:
    _type(client, code)
    return client


def test_codes_on_paper_are_of_no_use_from_the_database(anna: User) -> None:
    with_second(anna)
    kept = StaticToken.objects.values_list("token", flat=True)[0]
    assert not is_in(_then(typed_password("anna"), kept))
    assert second.backup_codes_left(anna) == second.BACKUP_CODES


def test_somebody_elses_code_is_none(anna: User, named: Named) -> None:
    with_second(anna)
    bob = named("bob", "inbox")
    paper = with_second(bob)
    assert not is_in(_then(typed_password("anna"), paper[0]))
    assert is_in(_then(typed_password("bob"), paper[0]))


def test_five_wrong_codes_and_one_has_to_wait_from_anywhere(anna: User) -> None:
    with_second(anna)
    client = typed_password("anna")
    assert [_type(client, "000000").status_code for _ in range(5)] == [200] * 5
    right = code_of(anna, later=1)
    assert _type(client, right).status_code == 429
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert _type(typed_password("anna", elsewhere), right).status_code == 429
    assert Deed.objects.filter(what="access.second-step-failed").count() == 5


def test_the_code_is_asked_for_some_minutes_after_the_password(anna: User) -> None:
    with_second(anna)
    client = typed_password("anna")
    session = client.session
    number, password, since = session["half-in"]
    session["half-in"] = [number, password, since - 301]
    session.save()
    assert _type(client, code_of(anna, later=1))["Location"] == "/inbox/inloggen/"
    assert not is_in(client)


def test_a_password_that_was_changed_meanwhile_is_not_half_a_login(anna: User) -> None:
    with_second(anna)
    client = typed_password("anna")
    anna.set_password("een-heel-ander-1")
    anna.save()
    assert _type(client, code_of(anna, later=1))["Location"] == "/inbox/inloggen/"


def test_without_a_password_no_code_is_asked(own_state: object, db: None) -> None:
    assert _type(Client(), "123456")["Location"] == "/inbox/inloggen/"


def test_where_it_is_required_it_comes_before_anything_else(
    anna: User, logged_in: Browser, settings: Any
) -> None:
    settings.SECOND_FACTOR = "required"
    client = logged_in(anna)
    for path in ("/inbox/", "/beheer/mijn-login/", "/inbox/wachtwoord/"):
        assert client.get(path)["Location"] == SETUP
    client.post(SETUP, {"code": code_of_after_opening(client, anna)})
    assert client.get("/inbox/").status_code == 200
    response = client.post("/beheer/tweede-stap/uitzetten/", {"code": code_of(anna, later=1)})
    assert response.status_code == 302
    assert second.has_second(anna)  # it cannot be switched off then


def code_of_after_opening(client: Client, user: User) -> str:
    assert client.get(SETUP).status_code == 200
    return code_of(user)


def test_switching_it_off_asks_a_code(anna: User) -> None:
    with_second(anna)
    client = _then(typed_password("anna"), code_of(anna, later=1))
    client.post("/beheer/tweede-stap/uitzetten/", {"code": "000000"})
    assert second.has_second(anna)
    paper = second.new_backup_codes(anna)
    client.post("/beheer/tweede-stap/uitzetten/", {"code": paper[0]})
    assert not second.has_second(anna)
    assert is_in(client)


def test_a_session_without_it_cannot_set_up_another(anna: User, logged_in: Browser) -> None:
    with_second(anna)
    client = logged_in(anna)  # a session that never did its second step
    assert client.get(SETUP)["Location"] == CODE
    assert client.get(f"{SETUP}code/").status_code == 302
    assert client.post("/beheer/tweede-stap/reservecodes/")["Location"] == CODE
    assert is_in(_then(client, code_of(anna, later=1)))


def test_firms_log_in_as_before_where_it_is_required(
    settings: Any, own_state: object, db: None
) -> None:
    settings.SECOND_FACTOR = "required"
    user = User.objects.create_user("firma", password="heel-goed-geheim-1")
    Contractor.objects.create(user=user, firm="Firma", categories=["verlichting"])
    client = Client()
    said = {"username": "firma", "password": "heel-goed-geheim-1"}
    assert client.post("/aannemer/inloggen/", said)["Location"] == "/aannemer/"
    assert client.get("/aannemer/").status_code == 200
