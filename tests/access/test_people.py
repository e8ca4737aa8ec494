"""Administrators make logins, give roles, and take away again; and never lock everybody out."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client

from desk.access.models import Deed, Standing
from desk.access.rights import rights_of
from desk.access.roles import roles_of
from tests.access.conftest import Browser, Named, is_in, typed_password, with_second

NEW_PASSWORD = "nieuw-en-lang-genoeg"


def _roles(user: User) -> set[str]:
    return {each.value for each in roles_of(User.objects.get(pk=user.pk))}


def test_a_new_login_has_a_password_once_and_must_replace_it(administrator: Client) -> None:
    said = {"name": "anna", "roles": ["inbox", "editor"], "rights": ["read-contact"]}
    page = administrator.post("/beheer/nieuw/", said).content.decode()
    password = re.search(r'class="secret">([0-9a-f-]+)<', page)
    assert password
    user = User.objects.get(username="anna")
    assert (_roles(user), rights_of(user)) == ({"inbox", "editor"}, ["read-contact"])
    assert password[1] not in administrator.get(f"/beheer/login/{user.pk}/").content.decode()

    client = Client()
    client.post("/inbox/inloggen/", {"username": "anna", "password": password[1]})
    assert client.get("/inbox/")["Location"] == "/inbox/wachtwoord/"
    said = {
        "old_password": password[1],
        "new_password1": NEW_PASSWORD,
        "new_password2": NEW_PASSWORD,
    }
    assert client.post("/inbox/wachtwoord/", said)["Location"] == "/"
    assert client.get("/inbox/").status_code == 200


@pytest.mark.parametrize("name", ["", "twee woorden", "beheer", "x" * 151])
def test_a_name_that_cannot_be_is_said_beside_it(administrator: Client, name: str) -> None:
    response = administrator.post("/beheer/nieuw/", {"name": name})
    assert response.status_code == 422
    assert User.objects.count() == 1


def test_roles_are_changed_and_written_down(
    administrator: Client, named: Named, logged_in: Browser
) -> None:
    anna = named("anna", "inbox")
    client = logged_in(anna)
    said = {"roles": ["viewer", "publisher"], "rights": ["edit-texts"]}
    assert administrator.post(f"/beheer/login/{anna.pk}/", said).status_code == 302
    assert _roles(anna) == {"viewer", "publisher"}
    assert not is_in(client)  # their sessions have ended
    deed = Deed.objects.get(what="access.roles")
    assert (deed.who_named, deed.about) == ("beheer", "anna")
    assert deed.why == "viewer, publisher, edit-texts"


def test_a_role_that_does_not_exist_changes_nothing(administrator: Client, named: Named) -> None:
    anna = named("anna", "inbox")
    administrator.post(f"/beheer/login/{anna.pk}/", {"roles": ["koning"]})
    assert _roles(anna) == {"inbox"}


def test_the_last_administrator_stays_one(administrator: Client, named: Named) -> None:
    me = User.objects.get(username="beheer")
    page = administrator.post(f"/beheer/login/{me.pk}/", {"roles": ["inbox"]}, follow=True)
    assert "kan niemand meer logins beheren" in page.content.decode()
    assert _roles(me) == {"administrator"}
    administrator.post(f"/beheer/login/{me.pk}/blokkeren/", {"block": "yes"})
    me.refresh_from_db()
    assert me.is_active
    other = named("ander", "administrator")
    administrator.post(f"/beheer/login/{me.pk}/", {"roles": ["inbox"]})
    assert (_roles(me), _roles(other)) == ({"inbox"}, {"administrator"})


def test_a_blocked_administrator_does_not_count_as_one(administrator: Client, named: Named) -> None:
    named("ander", "administrator", is_active=False)
    me = User.objects.get(username="beheer")
    administrator.post(f"/beheer/login/{me.pk}/", {"roles": []})
    assert _roles(me) == {"administrator"}


def test_blocking_ends_everything_at_once(
    administrator: Client, named: Named, logged_in: Browser
) -> None:
    anna = named("anna", "inbox")
    client = logged_in(anna)
    assert is_in(client)
    administrator.post(f"/beheer/login/{anna.pk}/blokkeren/", {"block": "yes"})
    assert not is_in(client)
    assert not is_in(typed_password("anna"))
    administrator.post(f"/beheer/login/{anna.pk}/blokkeren/", {"block": "no"})
    assert not is_in(client)  # the old session is over all the same
    assert is_in(typed_password("anna"))


def test_a_new_one_time_password_ends_the_old_one(administrator: Client, named: Named) -> None:
    anna = named("anna", "inbox")
    client = typed_password("anna")
    page = administrator.post(f"/beheer/login/{anna.pk}/wachtwoord/").content.decode()
    assert 'class="secret"' in page
    assert not is_in(client)
    assert not is_in(typed_password("anna"))
    assert Standing.objects.get(user=anna).one_time


def test_a_lost_telephone_is_forgotten(administrator: Client, named: Named) -> None:
    anna = named("anna", "inbox")
    with_second(anna)
    assert not is_in(typed_password("anna"))
    administrator.post(f"/beheer/login/{anna.pk}/tweede-stap/")
    assert is_in(typed_password("anna"))


def test_all_sessions_of_somebody_end(
    administrator: Client, named: Named, logged_in: Browser
) -> None:
    anna = named("anna", "inbox")
    clients = [logged_in(anna), logged_in(anna)]
    administrator.post(f"/beheer/login/{anna.pk}/uitloggen/")
    assert [is_in(each) for each in clients] == [False, False]
    assert is_in(administrator)


ACTS = ("", "blokkeren/", "wachtwoord/", "tweede-stap/", "uitloggen/")


@pytest.mark.parametrize("act", ACTS)
def test_who_may_everything_is_changed_only_by_another_who_may(
    administrator: Client, named: Named, logged_in: Browser, act: str
) -> None:
    chief = named("chef", is_superuser=True)
    assert administrator.post(f"/beheer/login/{chief.pk}/{act}").status_code == 403
    other = logged_in(named("ander", is_superuser=True))
    assert other.post(f"/beheer/login/{chief.pk}/{act}").status_code in {200, 302}


@pytest.mark.parametrize("act", ACTS)
def test_only_an_administrator_touches_a_login(named: Named, logged_in: Browser, act: str) -> None:
    anna, publisher = named("anna", "inbox"), logged_in(named("uitgever", "publisher", "editor"))
    before = User.objects.get(pk=anna.pk).password
    assert publisher.post(f"/beheer/login/{anna.pk}/{act}", {"block": "yes"}).status_code == 403
    after = User.objects.get(pk=anna.pk)
    assert (after.password, after.is_active, _roles(anna)) == (before, True, {"inbox"})


def test_firms_are_no_staff(administrator: Client, own_state: object) -> None:
    firm = User.objects.create_user("firma")
    assert administrator.get(f"/beheer/login/{firm.pk}/").status_code == 404
    assert "firma" not in administrator.get("/beheer/").content.decode()
