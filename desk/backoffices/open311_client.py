"""Asking an Open311 server, and what it offers: its services, and whether we may file there.

Every call carries the municipality where the server has several; every POST carries the key.
"""

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from desk.backoffices.contract import Ambiguous, Problem, TryLater
from desk.backoffices.http import Answer, Http
from desk.backoffices.open311_reading import Entry, entries, said
from desk.backoffices.open311_settings import Form, Open311Settings
from desk.backoffices.usual import usual

FORM = {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}
WRONG_KEY = "Open311 neemt onze sleutel niet aan. Kijk de regel 'api_key' na in backoffices.yaml."
WRONG_JURISDICTION = (
    "Open311 kent onze gemeente zo niet. Kijk de regel 'jurisdiction_id' na in backoffices.yaml."
)
WRONG_URL = "Op dit adres is geen Open311. Kijk de regel 'url' na in backoffices.yaml."
NO_TARGET = "De route noemt geen dienst van Open311. Kies er een bij Routes."


def target_gone(target: str) -> str:
    return f"De dienst '{target}' bestaat niet (meer) in Open311. Kies een andere bij Routes."


def attribute_missing(target: str, code: str) -> str:
    return (
        f"Open311 vraagt bij de dienst '{target}' om het gegeven '{code}'. Vul het in onder"
        " 'attributes' in backoffices.yaml, of kies een andere dienst bij Routes."
    )


def told(answer: Answer) -> str:
    """What it says is wrong, in its own words: to decide by, not to show."""
    return " ".join(said(each, "description") for each in entries(answer.body) or ())


class Client:
    def __init__(self, settings: Open311Settings) -> None:
        self.settings = settings
        self._http = Http(settings.url, settings.timeout_s)
        given = settings.jurisdiction_id
        self._jurisdiction = {"jurisdiction_id": given} if given else {}

    def post(
        self, what: str, form: Form, files: Sequence[Any] = ()
    ) -> Answer | TryLater | Ambiguous:
        path = f"{what}.{self.settings.format}"
        key = [("api_key", self.settings.api_key.get_secret_value()), *self._jurisdiction.items()]
        if files:
            return self._http.make(path, data=[*key, *form], files=files)
        return self._http.make(path, data=[*key, *form], headers=FORM)

    def get(self, what: str, **query: str) -> Answer | TryLater:
        path = f"{what}.{self.settings.format}"
        return self._http.read(path, params=self._jurisdiction | query)

    def services(self) -> dict[str, Entry] | str:
        """By code; or what is wrong."""
        answer = self.get("services")
        if isinstance(answer, TryLater):
            return f"{answer.why} Kijk de regel 'url' na in backoffices.yaml."
        found = entries(answer.body) if answer.status == 200 else None
        if found is not None:
            return {said(each, "service_code"): each for each in found}
        if "jurisdiction" in told(answer):
            return WRONG_JURISDICTION
        waits = usual(answer, WRONG_KEY)
        return waits.why if waits else WRONG_URL

    def check(self, targets: Sequence[str]) -> Sequence[Problem]:
        services = self.services()
        if isinstance(services, str):
            return [Problem(services)]
        problems = [Problem(WRONG_KEY)] if self._key_is_wrong() else []
        for target in dict.fromkeys(targets):
            if target not in services:
                problems.append(Problem(target_gone(target) if target else NO_TARGET))
            elif said(services[target], "metadata").lower() == "true":
                given = {*self.settings.attributes.get(target, {}), self.settings.reference_name}
                missing = sorted(self._needed(target) - given)
                problems += [Problem(attribute_missing(target, code)) for code in missing]
        return problems

    def _key_is_wrong(self) -> bool:
        """Asked with a form of which no server can make a report: no service, words or place."""
        answer = self.post("requests", [])
        if not isinstance(answer, Answer):
            return False
        return answer.status in {401, 403} or (answer.status == 400 and "api_key" in told(answer))

    def _needed(self, target: str) -> set[str]:
        """What a service asks for, beside the form."""
        answer = self.get(f"services/{quote(target, safe='')}")
        read = answer if isinstance(answer, Answer) and answer.status == 200 else None
        found = entries(read.body) if read else None
        return {
            said(each, "code")
            for definition in found or ()
            for each in definition.get("attributes") or ()
            if said(each, "required").lower() == "true"
        }

    def targets(self) -> Sequence[tuple[str, str]]:
        services = self.services()
        if isinstance(services, str):
            return ()
        return [
            (code, ": ".join(filter(None, (said(each, "group"), said(each, "service_name")))))
            for code, each in services.items()
        ]

    def close(self) -> None:
        self._http.close()
