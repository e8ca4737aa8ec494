"""Sessions end by themselves, by their owner, by a colleague, and by what changes about them."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.test import Client

from desk.access.models import Deed
from tests.access.conftest import PASSWORD, Browser, Named, is_in, typed_password

HOUR_S = 3600


@pytest.fixture
def anna(named: Named) -> User:
    return named("anna", "inbox")


def _ago(client: Client, **seconds: int) -> None:
    """As if that had been so long ago."""
    session = client.session
    for name, ago in seconds.items():
        session[name] -= ago
    session.save()


def test_after_an_hour_without_its_owner_it_ends(anna: User) -> None:
    client = typed_password("anna")
    _ago(client, seen=HOUR_S - 5)
    assert is_in(client)  # being there begins the hour anew
    _ago(client, seen=HOUR_S - 5)
    assert is_in(client)
    _ago(client, seen=HOUR_S)
    assert not is_in(client)
    assert Deed.objects.filter(what="access.logout").count() == 1


def test_a_page_that_fetches_by_itself_keeps_nobody_logged_in(anna: User) -> None:
    client = typed_password("anna")
    _ago(client, seen=HOUR_S - 5)
    fetched = client.get("/inbox/", HTTP_SEC_FETCH_MODE="cors")
    assert fetched.status_code == 200
    _ago(client, seen=10)
    assert not is_in(client)


def test_after_ten_hours_it_ends_whoever_is_there(anna: User) -> None:
    client = typed_password("anna")
    _ago(client, began=10 * HOUR_S - 5)
    assert is_in(client)
    _ago(client, began=5)
    assert not is_in(client)


def test_a_session_of_before_these_rules_ends(anna: User) -> None:
    client = typed_password("anna")
    session = client.session
    del session["began"]
    session.save()
    assert not is_in(client)


def test_logging_in_gives_the_session_another_key(anna: User) -> None:
    client = Client()
    client.get("/inbox/inloggen/")
    session = client.session
    session["planted"] = "by somebody else"
    session.save()
    client.cookies["sessionid"] = str(session.session_key)
    before = session.session_key
    typed_password("anna", client)
    assert is_in(client)
    assert client.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()


def test_logging_out_leaves_nothing(anna: User) -> None:
    client = typed_password("anna")
    key = client.session.session_key
    client.post("/inbox/uitloggen/")
    assert not is_in(client)
    client.cookies["sessionid"] = str(key)  # somebody kept it
    assert not is_in(client)


def test_a_new_password_ends_the_sessions_elsewhere(anna: User) -> None:
    here, elsewhere = typed_password("anna"), typed_password("anna")
    new = "nieuw-en-lang-genoeg"
    said = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    key = here.session.session_key
    assert here.post("/inbox/wachtwoord/", said).status_code == 302
    assert (is_in(here), is_in(elsewhere)) == (True, False)
    assert here.session.session_key != key


def test_one_can_log_oneself_out_everywhere_else(anna: User) -> None:
    here, elsewhere = typed_password("anna"), typed_password("anna")
    here.post("/beheer/mijn-login/uitloggen/")
    assert (is_in(here), is_in(elsewhere)) == (True, False)


def test_nobody_else_is_logged_out_with_it(anna: User, named: Named, logged_in: Browser) -> None:
    bob = logged_in(named("bob", "inbox"))
    typed_password("anna").post("/beheer/mijn-login/uitloggen/")
    assert is_in(bob)


def test_cookies_are_for_this_desk_only(anna: User, settings: Any) -> None:
    client = typed_password("anna")
    cookie = client.cookies["sessionid"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    client.post("/beheer/taal/", {"language": "en"})
    assert client.cookies["django_language"]["httponly"]
