"""Calls to MOR-core with the token that our login gives: fetched once, renewed when it runs out."""

import threading
from typing import Any

from desk.backoffices.contract import Ambiguous, Refused, TryLater
from desk.backoffices.fields import part
from desk.backoffices.http import NOT_REACHED, Answer, Http
from desk.backoffices.mor_settings import MorSettings
from desk.backoffices.usual import set_wrong, usual

WRONG_LOGIN = "MOR neemt onze login niet aan. Kijk 'username' en 'password' na in backoffices.yaml."
NO_RIGHTS = "De login bij 'username' mag in MOR geen signalen zien of maken. Vraag daar om rechten."
WRONG_ADDRESS = (
    "Op het adres bij 'url' in backoffices.yaml antwoordt geen MOR. Zet daar het adres zonder"
    " '/api/v1'."
)
NOT_REACHED_AT = f"{NOT_REACHED} Kijk of het adres bij 'url' in backoffices.yaml klopt."
SAID_NOTHING = "MOR gaf een antwoord dat niets zegt over de melding."


class Line:
    def __init__(self, settings: MorSettings) -> None:
        self._settings = settings
        self._http = Http(settings.url, settings.timeout_s)
        self._token = ""
        self._renewing = threading.Lock()

    def read(self, path: str, **options: Any) -> Answer | TryLater:
        answer = self.call("GET", path, **options)
        return TryLater(answer.why) if isinstance(answer, Ambiguous) else answer

    def call(self, method: str, path: str, **options: Any) -> Answer | TryLater | Ambiguous:
        token = self._token or self._log_in("")
        answer = self._with(token, method, path, options)
        if isinstance(token, str) and isinstance(answer, Answer) and answer.status == 401:
            answer = self._with(self._log_in(token), method, path, options)
        return answer

    def _with(
        self, token: str | TryLater, method: str, path: str, options: dict[str, Any]
    ) -> Answer | TryLater | Ambiguous:
        if isinstance(token, TryLater):
            return token
        headers = {"Authorization": f"Token {token}"}
        return self._http.call(method, path, headers=headers, **options)

    def _log_in(self, worn: str) -> str | TryLater:
        """One thread does it for all; `worn` is the token that did not work."""
        with self._renewing:
            if self._token != worn:
                return self._token
            secret = self._settings.password.get_secret_value()
            login = {"username": self._settings.username, "password": secret}
            answer = self._http.call("POST", "/api-token-auth/", json=login)
            if not isinstance(answer, Answer):
                return TryLater(answer.why, all_wait=True)
            token = part(answer.json, "token")
            if answer.status == 200 and isinstance(token, str):
                self._token = token
                return token
            if answer.status in (400, 401, 403) and isinstance(answer.json, dict):
                return set_wrong(WRONG_LOGIN)
            meant = other(answer)
            return meant if isinstance(meant, TryLater) else set_wrong(WRONG_ADDRESS)

    def close(self) -> None:
        self._http.close()


def other(answer: Answer) -> TryLater | Ambiguous | Refused:
    """What an answer means that says nothing of its own about the signal."""
    match answer.status:
        case 301 | 302 | 307 | 308 | 404:
            return set_wrong(WRONG_ADDRESS)
        case status if 400 <= status < 500:
            why = f"MOR neemt deze melding niet aan (antwoord {status})."
            mend = WRONG_LOGIN if status == 401 else NO_RIGHTS
            return usual(answer, mend) or Refused(why)
    return usual(answer, "") or Ambiguous(SAID_NOTHING)
