"""A text-message gateway over HTTP: one message per POST, a bearer token, an id in return.

with FakeSmsGateway() as gateway:
    POST {gateway.url}/messages  {"to": "+31612345678", "text": "...", "reference": "..."}
    gateway.messages            what was taken in
    gateway.credit = 0          402 until somebody pays
    gateway.retry_after_s = 30  429 with Retry-After
    gateway.idempotent = True   a reference that it knows is answered, not sent again
"""

import re
from dataclasses import dataclass

from tests.backoffices.fakes.server import Answer, Asked, FakeServer, json_answer

NUMBER = re.compile(r"\+[1-9]\d{7,14}")  # E.164
LONGEST = 1530  # ten messages stuck together


@dataclass(frozen=True, slots=True)
class Sms:
    id: str
    to: str
    text: str
    reference: str


class FakeSmsGateway(FakeServer):
    def __init__(self) -> None:
        super().__init__()
        self.token = "token-of-the-desk"
        self.messages: list[Sms] = []
        self.credit: int | None = None  # messages that are paid for; None: no end
        self.retry_after_s = 0
        self.accepts_with = 202  # some gateways say 200
        self.idempotent = False

    def times(self, reference: str) -> int:
        with self.lock:
            return sum(reference in str(message) for message in self.messages)

    def answer(self, asked: Asked) -> Answer:
        with self.lock:
            return self._answer(asked)

    def _answer(self, asked: Asked) -> Answer:
        if (asked.method, asked.path) != ("POST", "/messages"):
            return json_answer(404, {"error": "not found"})
        if asked.headers.get("Authorization") != f"Bearer {self.token}":
            return json_answer(401, {"error": "unknown token"}, WWW_Authenticate="Bearer")
        if self.retry_after_s:
            wait = str(self.retry_after_s)
            return json_answer(429, {"error": "too many messages"}, Retry_After=wait)
        try:
            given = asked.json()
            to, text, reference = (given[name] for name in ("to", "text", "reference"))
        except (ValueError, KeyError, TypeError):
            return json_answer(400, {"error": "give JSON with to, text and reference"})
        if not isinstance(to, str) or not NUMBER.fullmatch(to):
            return json_answer(400, {"error": "to: not a number like +31612345678"})
        if not isinstance(text, str) or not 0 < len(text) <= LONGEST:
            return json_answer(400, {"error": f"text: 1 to {LONGEST} characters"})
        known = [message for message in self.messages if message.reference == reference]
        if self.idempotent and known:
            return json_answer(200, {"id": known[0].id})
        if self.credit == 0:
            return json_answer(402, {"error": "no credit"})
        if self.credit:
            self.credit -= 1
        message = Sms(f"sms-{len(self.messages) + 1}", to, text, str(reference))
        self.messages.append(message)
        return json_answer(self.accepts_with, {"id": message.id})
