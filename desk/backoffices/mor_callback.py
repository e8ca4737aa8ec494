"""MOR-core tells that a report is closed: it logs in here, and calls the address of the signal.

    POST api-token-auth/                      {"username", "password"} -> {"token"}
    POST <reference>/melding-afgesloten/      Authorization: Token ...

A token is made from the password and the day, so nothing needs keeping. It is good until the
end of the next day, since MOR-core keeps one for an hour and tries again for hours.
"""

import hashlib
import hmac
import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl

from django.utils import timezone
from pydantic import SecretStr

from desk.backoffices.contract import Push, Pushed
from desk.backoffices.fields import part

LOGIN = "api-token-auth/"
CLOSED = re.compile(r"([0-9a-f]{32})/melding-afgesloten/")


class Callback:
    """`name` is the back-office's: the token of one is not good for another."""

    def __init__(self, name: str, username: str, password: SecretStr) -> None:
        self._name = name
        self._username = username
        self._password = password.get_secret_value().encode()

    def pushed(self, push: Push) -> Pushed | None:
        if push.method != "POST" or not self._password:
            return None
        if push.tail == LOGIN:
            return self._let_in(push.body)
        told = CLOSED.fullmatch(push.tail)
        if told is None or not self._is_theirs(push.headers.get("Authorization", "")):
            return None
        return Pushed(reference=told[1], answer="{}")

    def _let_in(self, body: bytes) -> Pushed | None:
        given = _fields(body)
        name, word = (
            str(part(given, each)).encode(errors="replace") for each in ("username", "password")
        )
        right_name = hmac.compare_digest(name, self._username.encode())
        if hmac.compare_digest(word, self._password) and right_name:
            return Pushed(answer=json.dumps({"token": self._token_of(timezone.now())}))
        return None

    def _is_theirs(self, authorization: str) -> bool:
        given = authorization.encode(errors="replace")
        now = timezone.now()
        return any(
            hmac.compare_digest(given, f"Token {self._token_of(day)}".encode())
            for day in (now, now - timedelta(days=1))
        )

    def _token_of(self, day: datetime) -> str:
        said = f"{self._name} {day.astimezone(UTC).date()}".encode()
        return hmac.new(self._password, said, hashlib.sha256).hexdigest()


def _fields(body: bytes) -> Any:
    """As JSON or as a form: logins of Django REST framework are sent as either."""
    try:
        return json.loads(body)
    except ValueError:
        return dict(parse_qsl(body.decode(errors="replace")))
