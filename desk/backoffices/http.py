"""Talking HTTP to a back-office: one line kept open per thread, and what may have arrived.

    answer = self._http.post("/api/v1/signaal/", json=...)   an `Answer`, or a Result instead

What never left this machine is TryLater; what left it and was not answered whole is
Ambiguous for a call that makes something, and TryLater for one that only reads.
"""

import threading
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

import requests
from django.utils import timezone
from requests.adapters import HTTPAdapter

from desk.backoffices.contract import Ambiguous, TryLater

NOT_REACHED = "Het systeem is niet te bereiken."
NOT_ANSWERED = "Het systeem gaf geen (heel) antwoord."


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, whole. `json` is None where the body is none."""

    status: int
    body: bytes
    json: Any
    headers: Any
    """Names in any case."""

    @property
    def text(self) -> str:
        return self.body.decode(errors="replace")

    @property
    def retry_after_s(self) -> float | None:
        """Seconds, or a date (RFC 9110, 10.2.3)."""
        said = str(self.headers.get("Retry-After", "")).strip()
        if said.isdigit():
            return float(said)
        try:
            return max(0.0, (parsedate_to_datetime(said) - timezone.now()).total_seconds())
        except (ValueError, TypeError):
            return None


class Http:
    """`headers` go with every call; `auth` is a pair for Basic."""

    def __init__(
        self,
        url: str,
        timeout_s: float,
        headers: dict[str, str] | None = None,
        auth: tuple[str, str] | None = None,
    ) -> None:
        self.url = url.rstrip("/")
        self._timeout = (min(5.0, timeout_s), timeout_s)
        self._headers = {"User-Agent": "Zuil-desk", **(headers or {})}
        self._auth = auth
        self._here = threading.local()
        self._all: list[requests.Session] = []

    def read(self, path: str, **options: Any) -> Answer | TryLater:
        """GET: whatever goes wrong, nothing happened."""
        answer = self.call("GET", path, **options)
        return TryLater(answer.why) if isinstance(answer, Ambiguous) else answer

    def make(self, path: str, **options: Any) -> Answer | TryLater | Ambiguous:
        """POST."""
        return self.call("POST", path, **options)

    def call(self, method: str, path: str, **options: Any) -> Answer | TryLater | Ambiguous:
        """`path` is behind our address, or a whole address below it."""
        url = path if path.startswith(f"{self.url}/") else f"{self.url}/{path.lstrip('/')}"
        try:
            answer = self._session().request(
                method, url, timeout=self._timeout, allow_redirects=False, **options
            )
        except (requests.exceptions.ConnectTimeout, requests.exceptions.SSLError):
            return TryLater(NOT_REACHED, all_wait=True)
        except requests.exceptions.ConnectionError as error:
            return _cut(error)
        except requests.RequestException:
            return Ambiguous(NOT_ANSWERED)
        return Answer(answer.status_code, answer.content, _json(answer), answer.headers)

    def _session(self) -> requests.Session:
        found: requests.Session | None = getattr(self._here, "session", None)
        if found is None:
            found = self._here.session = requests.Session()
            found.trust_env = False  # a .netrc or proxy of whoever starts the desk is not ours
            found.headers.update(self._headers)
            found.auth = self._auth
            found.mount("https://", HTTPAdapter(pool_connections=1, pool_maxsize=1))
            found.mount("http://", HTTPAdapter(pool_connections=1, pool_maxsize=1))
            self._all.append(found)
        return found

    def close(self) -> None:
        for session in self._all:
            session.close()


def _cut(error: requests.exceptions.ConnectionError) -> TryLater | Ambiguous:
    """Whether anything can have arrived: not where no line was ever made."""
    reason = error.args[0] if error.args else None
    cause = getattr(reason, "reason", reason)
    if type(cause).__name__ in ("NewConnectionError", "NameResolutionError", "ConnectTimeoutError"):
        return TryLater(NOT_REACHED, all_wait=True)
    return Ambiguous(NOT_ANSWERED)


def _json(answer: requests.Response) -> Any:
    try:
        return answer.json()
    except ValueError:
        return None
