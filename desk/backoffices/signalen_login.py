"""How the desk gets in at the private door of Signalen: its settings, and calls with a token."""

from typing import Any, Self

from pydantic import Field, SecretStr, model_validator

from desk.backoffices.contract import Ambiguous, TryLater
from desk.backoffices.fields import Url
from desk.backoffices.http import Answer, Http
from desk.backoffices.signalen_common import SignalenSettings, plain
from desk.backoffices.signalen_states import INNER
from desk.backoffices.signalen_token import ClientToken, FixedToken


class SignalenLogin(SignalenSettings):
    """Either `token`, or `token_url`, `client_id` and `client_secret`."""

    source: str = Field(min_length=1)
    """Active in Signalen, and not a public one: Kiosk."""
    token: SecretStr | None = None
    token_url: Url | None = None
    """The token endpoint of the identity provider."""
    client_id: str = ""
    client_secret: SecretStr | None = None
    scope: str = ""
    """Where the identity provider asks for one."""
    inner_states: frozenset[str] = INNER
    """States whose text visitors never see."""

    @model_validator(mode="after")
    def _one_way_in(self) -> Self:
        given = [bool(each) for each in (self.token_url, self.client_id, self.client_secret)]
        if any(given) != all(given) or all(given) == bool(self.token):
            raise ValueError("give 'token', or 'token_url', 'client_id' and 'client_secret'")
        return self

    def way_in(self) -> FixedToken | ClientToken:
        if self.token is not None:
            return FixedToken(self.token)
        return ClientToken(
            self.token_url or "",
            self.client_id,
            self.client_secret or SecretStr(""),
            self.scope,
            self.timeout_s,
        )


class PrivateLine:
    """Calls with a token. A token that is refused is not used again."""

    def __init__(self, settings: SignalenLogin) -> None:
        self.http = Http(settings.url, settings.timeout_s)
        self._way_in = settings.way_in()

    def call(self, method: str, path: str, **options: Any) -> Answer | TryLater | Ambiguous:
        headers = self._way_in.headers()
        if isinstance(headers, TryLater):
            return headers
        answer = self.http.call(method, path, headers=headers, **options)
        if isinstance(answer, Answer) and answer.status == 401:
            self._way_in.forget()
        return answer

    def get(self, path: str, **options: Any) -> Answer | TryLater:
        answer = self.call("GET", path, **options)
        return TryLater(answer.why) if isinstance(answer, Ambiguous) else answer

    def read(self, path: str, **options: Any) -> Answer | TryLater:
        """What is there (200), or why it cannot be read just now."""
        answer = self.get(path, **options)
        if isinstance(answer, TryLater) or answer.status == 200:
            return answer
        meant = plain(answer)
        return meant if isinstance(meant, TryLater) else TryLater(meant.why)

    def close(self) -> None:
        self.http.close()
        self._way_in.close()
