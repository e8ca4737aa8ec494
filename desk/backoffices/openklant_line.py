"""Calls to Open Klant, and what its answers mean, whatever was asked for."""

import re
from collections.abc import Iterator
from typing import Any

from desk.backoffices.contract import Ambiguous, CannotTell, Refused, TryLater
from desk.backoffices.fields import part
from desk.backoffices.http import NOT_REACHED, Answer, Http
from desk.backoffices.openklant_settings import OpenKlantSettings
from desk.backoffices.usual import set_wrong, usual

BASE = "/klantinteracties/api/v1"
MOST_PAGES = 50
NOT_LET_IN = (
    "Open Klant neemt ons token niet aan, of geeft het te weinig rechten. Kijk 'token' na in"
    " backoffices.yaml."
)
WRONG_ADDRESS = (
    "Op het adres bij 'url' in backoffices.yaml antwoordt geen Open Klant. Zet daar het adres"
    f" zonder '{BASE}'."
)
WRONG_CHANNEL = (
    "Open Klant kent het kanaal bij 'channel' in backoffices.yaml niet. Zet daar een kanaal dat"
    " er in de lijst staat."
)
NO_ACTOR = (
    "De afdeling (actor) van deze route bestaat niet in Open Klant. Kies een andere bij Routes,"
    " of kijk 'actor' na in backoffices.yaml."
)
NOT_REACHED_AT = f"{NOT_REACHED} Kijk of het adres bij 'url' in backoffices.yaml klopt."
SAID_NOTHING = "Open Klant gaf een antwoord dat niets zegt over het bericht."


class Line:
    def __init__(self, settings: OpenKlantSettings) -> None:
        token = settings.token.get_secret_value()
        headers = {"Authorization": f"Token {token}"}
        self._http = Http(settings.url, settings.timeout_s, headers)

    def read(self, kind: str, **query: str) -> Answer | TryLater:
        return self._http.read(f"{BASE}/{kind}", params=query)

    def make(self, kind: str, content: dict[str, Any]) -> Answer | TryLater | Ambiguous:
        return self._http.make(f"{BASE}/{kind}", json=content)

    def listed(self, kind: str, **query: str) -> list[dict[str, Any]] | CannotTell:
        """All of them, page after page."""
        found: list[dict[str, Any]] = []
        for page in range(1, MOST_PAGES + 1):
            answer = self.read(kind, **query, page=str(page))
            if isinstance(answer, TryLater):
                return CannotTell(answer.why)
            results = part(answer.json, "results")
            if answer.status != 200 or not isinstance(results, list):
                return CannotTell(other(answer).why)
            found += [each for each in results if isinstance(each, dict)]
            if not part(answer.json, "next"):
                return found
        return CannotTell(SAID_NOTHING)

    def close(self) -> None:
        self._http.close()


def other(answer: Answer) -> TryLater | Ambiguous | Refused:
    """What an answer means that is not the awaited one."""
    match answer.status:
        case 301 | 302 | 307 | 308 | 404:
            return set_wrong(WRONG_ADDRESS)
        case 400:
            return _refused(answer)
        case status if 400 <= status < 500:
            why = f"Open Klant neemt dit bericht niet aan (antwoord {status})."
            return usual(answer, NOT_LET_IN) or Refused(why)
    return usual(answer, NOT_LET_IN) or Ambiguous(SAID_NOTHING)


def _refused(answer: Answer) -> TryLater | Refused:
    """By the names of the fields alone: what is said of them may quote the visitor."""
    names = {name for name, _ in faults(answer)}
    if any(name.endswith("kanaal") for name in names):
        return set_wrong(WRONG_CHANNEL)
    if any("toegewezenAanActor" in name for name in names):
        return Refused(NO_ACTOR)
    known = sorted(name for name in names if re.fullmatch(r"[A-Za-z0-9_.]{1,80}", name))
    fields = ", ".join(known) or "onbekend"
    return Refused(f"Open Klant neemt deze velden zo niet aan: {fields}.")


def faults(answer: Answer) -> Iterator[tuple[str, str]]:
    """Field and code of everything that it finds wrong."""
    told = part(answer.json, "invalidParams")
    for each in told if isinstance(told, list) else []:
        yield str(part(each, "name")), str(part(each, "code"))
