"""Reading how incidents are in TOPdesk, and telling it that one is not solved."""

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from desk.backoffices.contract import Accepted, Names, News, NoNews, Refused, Result, TryLater
from desk.backoffices.http import NOT_ANSWERED, Answer, Http
from desk.backoffices.topdesk_check import WRONG_LOGIN
from desk.backoffices.topdesk_news import is_reopened, news_of, reopened
from desk.backoffices.topdesk_settings import TopdeskSettings, staff_link
from desk.backoffices.usual import set_wrong, usual

INCIDENTS = "incidents"
GONE = "TOPdesk kent deze melding niet (meer)."
NOT_REOPENED = "TOPdesk laat deze melding niet meer openen. Maak er zelf een nieuwe van."


def path_of(names: Names) -> str:
    """By id, or by the number that a person found."""
    kind = "id" if names.get("id") else "number"
    return f"{INCIDENTS}/{kind}/{quote(names[kind], safe='')}"


def field_named(content: Any) -> str:
    """Which field a refusal is about: `The value for the field 'category' cannot be found`."""
    listed = content.get("errors") if isinstance(content, dict) else content
    for each in listed if isinstance(listed, list) else ():
        said = each.get("errorMessage") or each.get("message") if isinstance(each, dict) else ""
        if found := re.search(r"'(?:caller\.)?(\w+)(?:\.\w+)?'", str(said)):
            return found[1]
    return ""


class Follow:
    def __init__(self, http: Http, settings: TopdeskSettings) -> None:
        self._http = http
        self.settings = settings

    def news(self, asked: Sequence[Names]) -> Sequence[News | NoNews]:
        return [self._told(names) for names in asked]

    def _told(self, names: Names) -> News | NoNews:
        incident = self._read(path_of(names))
        if isinstance(incident, NoNews):
            return incident
        actions = self._read(f"{path_of(names)}/actions")
        if isinstance(actions, NoNews):
            return actions
        if not isinstance(incident, dict) or not isinstance(actions, list):
            return NoNews(NOT_ANSWERED)
        link = staff_link(self.settings, names.get("id", ""), names.get("number", ""))
        return news_of(
            incident, actions if isinstance(actions, list) else [], self.settings.statuses, link
        )

    def _read(self, path: str) -> Any:
        """What is there, or NoNews."""
        answer = self._http.read(path)
        if isinstance(answer, TryLater):
            return NoNews(answer.why)
        if answer.status in {404, 410}:
            return NoNews(GONE, gone=True)
        if answer.status == 204:
            return []
        if answer.status not in {200, 206} or answer.json is None:
            waits = usual(answer, WRONG_LOGIN)
            return NoNews(waits.why if waits else NOT_ANSWERED)
        return answer.json

    def reopen(self, names: Names, code: str, why: str) -> Result | None:
        """Looked at first, so that a repeat changes nothing."""
        if not self.settings.reopen_status:
            return None
        incident, actions = self._read(path_of(names)), self._read(f"{path_of(names)}/actions")
        for each in (incident, actions):
            if isinstance(each, NoNews):
                return Refused(each.why) if each.gone else TryLater(each.why)
        if is_reopened(incident, actions):
            return Accepted()
        change = reopened(self.settings.reopen_status, code, why)
        answer = self._http.call("PATCH", path_of(names), json=change)
        if isinstance(answer, Answer) and answer.status in {405, 501}:
            answer = self._http.call("PUT", path_of(names), json=change)  # an older TOPdesk
        if not isinstance(answer, Answer):
            return TryLater(answer.why)
        if 200 <= answer.status < 300:
            return Accepted()
        if field_named(answer.json) == "processingStatus":
            return set_wrong(
                f"TOPdesk kent de status '{self.settings.reopen_status}' niet. Kijk de regel"
                " 'reopen_status' na in backoffices.yaml."
            )
        unclear = usual(answer, WRONG_LOGIN)
        if unclear is None:
            return Refused(NOT_REOPENED)
        return unclear if isinstance(unclear, TryLater) else TryLater(unclear.why)
