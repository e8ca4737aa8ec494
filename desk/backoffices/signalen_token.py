"""What lets us in at the private door of Signalen: a token that staff set, or one that we
get from the identity provider with our own id and secret (OpenID Connect, the client
credentials grant of RFC 6749, 4.4), kept until shortly before it ends.

Signalen breaks down over a call without a token (500), so there is never one without.
"""

import threading
import time
from urllib.parse import urlsplit

from pydantic import SecretStr

from desk.backoffices.contract import TryLater
from desk.backoffices.http import Answer, Http
from desk.backoffices.usual import set_wrong

MARGIN_S = 30.0
"""A token that ends within this time may have ended when it arrives."""
UNTOLD_S = 300.0
"""How long a token is used that does not say how long it lasts."""
NOT_LET_IN = (
    "De inlogdienst geeft geen token. Controleer 'token_url', 'client_id' en 'client_secret' in"
    " backoffices.yaml."
)


NOT_HEARD = "De inlogdienst antwoordt niet. Controleer 'token_url' in backoffices.yaml."


class FixedToken:
    def __init__(self, token: SecretStr) -> None:
        self._token = token

    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._token.get_secret_value()}"}

    def forget(self) -> None:
        """There is no other."""

    def close(self) -> None:
        pass


class ClientToken:
    """One for all threads; `forget` it where it is refused before its time."""

    def __init__(
        self, url: str, client_id: str, client_secret: SecretStr, scope: str, timeout_s: float
    ) -> None:
        self._url = url
        parts = urlsplit(url)
        self._http = Http(f"{parts.scheme}://{parts.netloc}", timeout_s)
        self._form = {"grant_type": "client_credentials", "client_id": client_id}
        if scope:
            self._form["scope"] = scope
        self._secret = client_secret
        self._lock = threading.Lock()
        self._token = ""
        self._ends = 0.0

    def headers(self) -> dict[str, str] | TryLater:
        with self._lock:
            if not self._token or time.monotonic() > self._ends - MARGIN_S:
                problem = self._get()
                if problem:
                    return problem
            return {"Authorization": f"Bearer {self._token}"}

    def forget(self) -> None:
        with self._lock:
            self._token = ""

    def close(self) -> None:
        self._http.close()

    def _get(self) -> TryLater | None:
        form = {**self._form, "client_secret": self._secret.get_secret_value()}
        answer = self._http.make(self._url, data=form)
        if not isinstance(answer, Answer):
            return TryLater(NOT_HEARD, all_wait=True)
        if answer.status == 429 or answer.status >= 500:
            return TryLater("De inlogdienst is er even niet.", answer.retry_after_s, all_wait=True)
        content = answer.json if isinstance(answer.json, dict) else {}
        token, lasts_s = content.get("access_token"), content.get("expires_in")
        if answer.status != 200 or not isinstance(token, str) or not token:
            return set_wrong(NOT_LET_IN)
        lasts_s = lasts_s if isinstance(lasts_s, int | float) else UNTOLD_S
        self._token, self._ends = token, time.monotonic() + lasts_s
        return None
