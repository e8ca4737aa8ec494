"""Logging in through the organisation's provider, and everything that must not let anybody in."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from django.contrib.auth.models import User
from django.test import Client

from desk.access.models import Deed, Role
from desk.access.provider import Provider, ProviderError, provider_of
from desk.access.roles import roles_of
from tests.access import identity
from tests.access.conftest import PASSWORD, Named, is_in
from tests.access.identity import Identity

BEGIN, BACK = "/beheer/organisatie/", "/beheer/organisatie/terug/"


@pytest.fixture(scope="module")
def server() -> Iterator[Identity]:
    with identity.running() as found:
        yield found


@pytest.fixture
def provider(server: Identity, settings: Any, own_state: Path, db: None) -> Identity:
    """The provider, with Anna at its keyboard."""
    file = own_state / "oidc-secret"
    file.write_text(identity.SECRET + "\n")
    env = {
        "OIDC_ISSUER": server.url,
        "OIDC_CLIENT_ID": identity.CLIENT,
        "OIDC_CLIENT_SECRET_FILE": str(file),
        "OIDC_ROLES": "balie=inbox, redactie=editor",
        "OIDC_NAME": "Voorbeeldstad",
    }
    settings.OIDC = provider_of(_reader(env))
    settings.OIDC_NAME = "Voorbeeldstad"
    settings.AUTHENTICATION_BACKENDS = [
        *settings.AUTHENTICATION_BACKENDS,
        "desk.access.oidc.Backend",
    ]
    server.person = {"sub": "person-1", "preferred_username": "anna", "groups": ["balie", "overig"]}
    server.lies, server.told_of, server.wrong_key, server.asked = {}, {}, False, []
    return server


def _go(client: Client, then: str = "") -> str:
    """From the button to the provider and back; the address that the provider sends one to."""
    asked = client.get(BEGIN, {"next": then} if then else {})["Location"]
    answer = requests.get(asked, allow_redirects=False, timeout=5)
    back = urlsplit(answer.headers["Location"])
    return f"{back.path}?{back.query}"


def _log_in(client: Client | None = None, then: str = "") -> Client:
    client = client or Client()
    client.get(_go(client, then))
    return client


def test_the_first_time_makes_a_login_with_the_roles_of_the_provider(provider: Identity) -> None:
    client = Client()
    assert "Inloggen met Voorbeeldstad" in client.get("/inbox/inloggen/").content.decode()
    assert client.get(_go(client))["Location"] == "/inbox/"
    assert client.get("/inbox/").status_code == 200
    user = User.objects.get()
    assert (user.username, user.is_staff, user.is_superuser) == ("anna", True, False)
    assert (user.has_usable_password(), roles_of(user)) == (False, [Role.INBOX])
    (asked,) = provider.asked
    assert asked["code_challenge_method"] == "S256"
    assert min(len(asked[name]) for name in ("state", "nonce", "code_challenge")) >= 32
    assert [deed.what for deed in Deed.objects.order_by("id")] == [
        "access.make",
        "access.roles",
        "access.login",
    ]


def test_the_same_person_has_the_same_login_whatever_their_name(provider: Identity) -> None:
    _log_in()
    provider.person["preferred_username"] = "anna.de.vries"
    assert is_in(_log_in())
    assert User.objects.get().username == "anna"


def test_roles_follow_the_provider_at_each_login(provider: Identity) -> None:
    first = _log_in()
    provider.person["groups"] = ["redactie"]
    second = _log_in()
    assert roles_of(User.objects.get()) == [Role.EDITOR]
    assert (is_in(first), is_in(second)) == (False, True)
    provider.person["groups"] = []
    assert not is_in(_log_in())
    assert roles_of(User.objects.get()) == []
    assert not is_in(second)


def test_a_login_of_that_name_that_is_there_already_is_not_theirs(
    provider: Identity, named: Named
) -> None:
    chief = named("anna", is_superuser=True)
    assert is_in(_log_in())
    assert sorted(User.objects.values_list("username", flat=True)) == ["anna", "anna-2"]
    chief.refresh_from_db()
    assert roles_of(chief) == []


def test_without_a_role_there_is_no_login(provider: Identity) -> None:
    provider.person["groups"] = ["overig"]
    client = Client()
    assert client.get(_go(client))["Location"] == "/inbox/inloggen/"
    assert not User.objects.exists()
    assert "is niet gelukt" in client.get("/inbox/inloggen/").content.decode()


def test_who_is_blocked_here_stays_out(provider: Identity) -> None:
    client = _log_in()
    User.objects.update(is_active=False)
    assert not is_in(_log_in())
    assert not is_in(client)
    assert not client.get("/inbox/inloggen/").wsgi_request.user.is_authenticated


@pytest.mark.parametrize(
    "lies",
    [
        {"aud": "another-client"},
        {"aud": [identity.CLIENT, "another-client"]},
        {"aud": None},
        {"iss": "https://evil.example"},
        {"exp": 1},
        {"exp": None},
        {"nonce": "another"},
        {"nonce": None},
        {"sub": ""},
    ],
    ids=str,
)
def test_a_token_that_is_not_for_this_login_lets_nobody_in(provider: Identity, lies: Any) -> None:
    provider.lies = lies
    assert not is_in(_log_in())
    assert not User.objects.exists()


def test_a_token_for_several_is_for_us_where_it_says_so(provider: Identity) -> None:
    provider.lies = {"aud": [identity.CLIENT, "another"], "azp": identity.CLIENT}
    assert is_in(_log_in())


def test_a_token_signed_by_somebody_else_lets_nobody_in(provider: Identity) -> None:
    provider.wrong_key = True
    assert not is_in(_log_in())


def test_what_is_said_of_somebody_else_is_refused(provider: Identity) -> None:
    provider.told_of = {"sub": "person-2"}
    assert not is_in(_log_in())


def test_the_state_is_of_this_browser_and_works_once(provider: Identity) -> None:
    mine, theirs = Client(), Client()
    address = _go(theirs)
    mine.get(address)  # somebody made me follow their link
    assert not is_in(mine)
    _go(mine)  # even where I had begun myself
    mine.get(address)
    assert not is_in(mine)
    theirs.get(address)
    assert is_in(theirs)
    theirs.post("/inbox/uitloggen/")
    theirs.get(address)
    assert not is_in(theirs)


def test_the_form_for_a_password_is_no_back_door_to_the_provider(provider: Identity) -> None:
    """Its address may carry a code; without a compared state and nonce it is worth nothing."""
    client = Client()
    query = urlsplit(_go(client)).query
    provider.lies = {"nonce": None}
    client.post(f"/inbox/inloggen/?{query}", {"username": "x", "password": "y"})
    assert not is_in(client)
    assert not User.objects.exists()


def test_a_wrong_secret_or_an_unreachable_provider_is_one_sentence(
    provider: Identity, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.OIDC.client_secret_file.write_text("mis")
    client = Client()
    page = client.get(_go(client), follow=True).content.decode()
    assert "Inloggen via Voorbeeldstad is niet gelukt" in page
    assert identity.SECRET not in caplog.text
    assert "invalid_grant" not in caplog.text


def test_where_one_wanted_to_be_is_never_another_site(provider: Identity) -> None:
    client = Client()
    assert client.get(_go(client, "/inbox/routes/"))["Location"] == "/inbox/routes/"
    client = Client()
    assert client.get(_go(client, "https://evil.example/"))["Location"] == "/inbox/"


def test_the_second_step_is_the_providers(provider: Identity, settings: Any) -> None:
    settings.SECOND_FACTOR = "required"
    assert is_in(_log_in())


def test_roles_of_such_a_login_are_not_changed_here(
    provider: Identity, administrator: Client
) -> None:
    _log_in()
    anna = User.objects.get(username="anna")
    administrator.post(
        f"/beheer/login/{anna.pk}/", {"roles": ["administrator"], "rights": ["edit-texts"]}
    )
    assert roles_of(User.objects.get(pk=anna.pk)) == [Role.INBOX]
    assert User.objects.get(pk=anna.pk).has_perm("answers.change_template")


def test_passwords_work_beside_it(provider: Identity, named: Named) -> None:
    named("beheer", is_superuser=True)
    client = Client()
    client.post("/inbox/inloggen/", {"username": "beheer", "password": PASSWORD})
    assert is_in(client)


def test_without_a_provider_there_is_no_such_page(own_state: object, db: None) -> None:
    assert [Client().get(path).status_code for path in (BEGIN, BACK)] == [404, 404]


def _settings(**given: str) -> Provider | None:
    env = {f"OIDC_{name.upper()}": value for name, value in given.items()}
    return provider_of(_reader(env))


def _reader(env: dict[str, str]) -> Callable[[str, str], str]:
    return lambda name, default: env.get(name) or default


def test_settings_that_are_not_whole_say_what_is_missing() -> None:
    assert _settings() is None
    with pytest.raises(ProviderError, match="CLIENT_ID"):
        _settings(issuer="https://a.example")
    whole = {"issuer": "https://a.example", "client_id": "zuil", "client_secret_file": "x"}
    with pytest.raises(ProviderError, match=r"'balie=koning'.*inbox, viewer"):
        _settings(**whole, roles="a=inbox,balie=koning")


@pytest.mark.parametrize(
    ("said", "roles"),
    [
        (["balie"], ["inbox"]),
        ("balie redactie", ["editor", "inbox"]),
        ({}, []),
        (None, []),
        ([1], []),
    ],
)
def test_the_claim_is_a_list_or_a_text(said: object, roles: list[str]) -> None:
    given = {"issuer": "https://a.example", "client_id": "zuil", "client_secret_file": "x"}
    provider = _settings(**given, roles="balie=inbox,redactie=editor")
    assert provider is not None
    assert provider.roles_in({"groups": said}) == roles
