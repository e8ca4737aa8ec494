"""Getting in at the private door of Signalen: a token of one's own, or one that is fetched."""

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

from desk.backoffices.contract import Accepted, Result, TryLater
from desk.backoffices.signalen import Signalen
from desk.backoffices.signalen_common import NO_RIGHTS
from desk.backoffices.signalen_login import SignalenLogin
from tests.backoffices.fakes.server import Answer, Asked, FakeServer, json_answer
from tests.backoffices.fakes.signalen import FakeSignalen
from tests.backoffices.odd_signalen import OddWorld, lamp


@pytest.fixture
def world() -> Iterator[OddWorld]:
    with OddWorld() as made:
        yield made


def report(connector: Signalen) -> Result:
    sent = lamp()
    return connector.steps(sent)[0].do(sent, {})


def test_a_wrong_token_makes_all_wait_and_refuses_nothing(world: OddWorld) -> None:
    connector = world.connector(token="verkeerd")
    told = report(connector)
    assert told == TryLater(NO_RIGHTS, 900.0, all_wait=True)
    assert [each.what for each in connector.check([])] == [NO_RIGHTS]
    assert "verkeerd" not in NO_RIGHTS + repr(connector.check([]))


class IdentityProvider(FakeServer):
    """Gives tokens to whoever knows the secret; the newest one is right at Signalen."""

    def __init__(self, signalen: FakeSignalen) -> None:
        super().__init__()
        self.signalen = signalen
        self.lasts_s = 300
        self.odd: Answer | None = None

    def answer(self, asked: Asked) -> Answer:
        form = dict(asked.form())
        if self.odd:
            return self.odd
        if (asked.path, form.get("grant_type")) != ("/realms/stad/token", "client_credentials"):
            return json_answer(400, {"error": "unsupported_grant_type"})
        if (form.get("client_id"), form.get("client_secret")) != ("zuil", "geheim"):
            return json_answer(401, {"error": "invalid_client"})
        self.signalen.token = f"token-{len(self.asked)}"
        return json_answer(
            200,
            {"access_token": self.signalen.token, "expires_in": self.lasts_s, "token_type": "B"},
        )


@pytest.fixture
def provider(world: OddWorld) -> Iterator[IdentityProvider]:
    with IdentityProvider(world.fake) as made:
        yield made


def client(provider: IdentityProvider) -> dict[str, Any]:
    url = f"{provider.url}/realms/stad/token"
    return {"token": None, "token_url": url, "client_id": "zuil", "client_secret": "geheim"}


def test_a_token_is_got_once_and_kept_until_shortly_before_it_ends(
    world: OddWorld, provider: IdentityProvider
) -> None:
    connector = world.connector(**client(provider), scope="openid")
    assert isinstance(report(connector), Accepted)
    assert isinstance(report(connector), Accepted)
    assert len(provider.asked) == 1
    assert dict(provider.asked[0].form())["scope"] == "openid"
    provider.lasts_s = 29  # ends within the margin: another one for every call
    other = world.connector(**client(provider))
    assert isinstance(report(other), Accepted)
    assert isinstance(report(other), Accepted)
    assert len(provider.asked) == 3


@pytest.mark.parametrize("lasts", [{}, {"expires_in": "3600"}])
def test_a_token_that_does_not_say_how_long_it_lasts_is_used_for_some_minutes(
    world: OddWorld, provider: IdentityProvider, lasts: dict[str, str]
) -> None:
    provider.odd = json_answer(200, {"access_token": world.fake.token, **lasts})
    connector = world.connector(**client(provider))
    assert isinstance(report(connector), Accepted)
    assert isinstance(report(connector), Accepted)
    assert len(provider.asked) == 1


def test_a_token_that_is_refused_before_its_time_is_not_used_again(
    world: OddWorld, provider: IdentityProvider
) -> None:
    connector = world.connector(**client(provider))
    assert isinstance(report(connector), Accepted)
    world.fake.token = "andere sleutels"
    assert isinstance(report(connector), TryLater)
    assert isinstance(report(connector), Accepted)
    assert len(provider.asked) == 2


@pytest.mark.parametrize(
    ("odd", "words"),
    [
        (json_answer(401, {"error": "invalid_client"}), "'client_secret'"),
        (json_answer(200, {"token": "zonder"}), "'token_url'"),
        (Answer(200, b"<h1>Welkom", "text/html"), "'token_url'"),
        (Answer(503), "even niet"),
    ],
)
def test_without_a_token_nothing_is_sent_and_all_wait(
    world: OddWorld, provider: IdentityProvider, odd: Answer, words: str
) -> None:
    provider.odd = odd
    connector = world.connector(**client(provider))
    told = report(connector)
    assert isinstance(told, TryLater)
    assert told.all_wait
    assert words in told.why
    assert "geheim" not in told.why
    assert world.fake.asked == []


def test_an_identity_provider_that_is_away_is_named_in_the_check(
    world: OddWorld, provider: IdentityProvider
) -> None:
    provider.away()
    (problem,) = world.connector(**client(provider)).check([OddWorld.target])
    assert "'token_url'" in problem.what


@pytest.mark.parametrize(
    "lines",
    [
        {"token": None},
        {"client_id": "zuil"},
        {"token": None, "token_url": "https://id.example.org/token", "client_id": "zuil"},
        {"source": ""},
    ],
)
def test_settings_that_do_not_lead_in_are_refused(world: OddWorld, lines: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as caught:
        world.connector(**lines)
    assert world.fake.token not in str(caught.value)


def test_a_secret_is_not_shown_with_the_settings(world: OddWorld) -> None:
    assert world.fake.token not in repr(SignalenLogin.model_validate(world.settings_lines()))
