"""A report in TOPdesk: an incident of the first line, with the files of the visitor at it.

TOPdesk does not refuse a repeat, but it can be asked by `externalNumber`, which holds our
reference; what is unclear is looked up there and not sent again. A category that is gone
refuses the report; a branch, login or other setting that is wrong makes all reports wait.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any, ClassVar

from desk.backoffices.contract import (
    Accepted,
    Ambiguous,
    Attachment,
    CannotTell,
    Looked,
    Names,
    News,
    NoNews,
    NotThere,
    Parcel,
    Problem,
    Push,
    Pushed,
    Refused,
    Result,
    Settings,
    Step,
    TryLater,
)
from desk.backoffices.http import NOT_ANSWERED, Answer, Http
from desk.backoffices.topdesk_check import NO_TARGET, WRONG_LOGIN, WRONG_URL, check, targets
from desk.backoffices.topdesk_follow import GONE, INCIDENTS, Follow, field_named, path_of
from desk.backoffices.topdesk_news import pushed
from desk.backoffices.topdesk_settings import (
    TopdeskSettings,
    external_number,
    incident_of,
    staff_link,
)
from desk.backoffices.usual import set_wrong, usual

OF_ALL = {
    "branch": "branch",
    "callType": "call_type",
    "entryType": "entry_type",
    "operatorGroup": "operator_group",
    "processingStatus": "processing_status",
}
"""Fields that a setting fills, and which."""
NOT_LIKE_THIS = (
    "TOPdesk neemt deze melding zo niet aan. Kies een andere route of geef haar zelf door."
)
OLD_QUERY = "TOPdesk begrijpt de vraag niet. Zet 'query: old' in backoffices.yaml."
FILE_REFUSED = "TOPdesk neemt dit bestand niet aan. Het is bij de zuil te openen."


class Topdesk:
    kind: ClassVar[str] = "topdesk"
    settings_type: ClassVar[type[Settings]] = TopdeskSettings

    def __init__(self, name: str, settings: TopdeskSettings) -> None:
        self.name = name
        self.settings = settings
        self._http = Http(
            f"{settings.url.rstrip('/')}/tas/api",
            settings.timeout_s,
            headers={"Accept": "application/json"},
            auth=(settings.login, settings.password.get_secret_value()),
        )
        self._follow = Follow(self._http, settings)

    def steps(self, parcel: Parcel) -> Sequence[Step]:
        files = [
            Step(
                f"file-{n}",
                partial(self._attach, n, each),
                partial(self._attached, n, each),
                needed=False,
                what=each.what,
            )
            for n, each in enumerate(parcel.attachments, 1)
        ]
        return [Step("report", self._file, self._filed, counts=True), *files]

    def _file(self, parcel: Parcel, names: Names) -> Result:  # noqa: ARG002 - nothing before it
        if not parcel.target:
            return Refused(NO_TARGET)
        answer = self._http.make(INCIDENTS, json=incident_of(parcel, self.settings))
        if not isinstance(answer, Answer):
            return answer
        if 200 <= answer.status < 300:
            return self._accepted(answer.json) or Ambiguous(NOT_ANSWERED)
        return usual(answer, WRONG_LOGIN) or self._not_accepted(parcel, answer)

    def _not_accepted(self, parcel: Parcel, answer: Answer) -> Result:
        if answer.status not in {400, 409, 422}:
            return set_wrong(WRONG_URL)
        field = field_named(answer.json)
        if field in {"category", "subcategory"}:
            return Refused(
                f"De categorie '{parcel.target}' bestaat niet (meer) in TOPdesk, of komt er twee"
                " keer voor. Kies een andere bij Routes."
            )
        if field in OF_ALL:
            return set_wrong(
                f"TOPdesk kent niet wat er bij '{OF_ALL[field]}' staat in backoffices.yaml, of"
                " vraagt daar iets. Kijk die regel na."
            )
        return Refused(NOT_LIKE_THIS)

    def _accepted(self, content: Any) -> Accepted | None:
        """None where it does not say which incident it is."""
        if not isinstance(content, dict) or not content.get("id"):
            return None
        which, number = str(content["id"]), str(content.get("number") or "")
        names = {"id": which, "number": number}
        return Accepted(names, number=number, link=staff_link(self.settings, which, number))

    def _filed(self, parcel: Parcel, names: Names) -> Looked:  # noqa: ARG002 - it has none yet
        """An old TOPdesk does not know `query` and lists everything: so every one is compared."""
        wanted = external_number(parcel)
        fiql = {"query": f"externalNumber=={wanted}"}
        asked = fiql if self.settings.query == "fiql" else {"external_number": wanted}
        answer = self._http.read(INCIDENTS, params=asked | {"page_size": "10"})
        if isinstance(answer, TryLater):
            return CannotTell(answer.why)
        if answer.status == 204:
            return NotThere()
        listed = answer.json
        if answer.status not in {200, 206} or not isinstance(listed, list):
            waits = usual(answer, WRONG_LOGIN)
            return CannotTell(waits.why if waits else OLD_QUERY)
        for each in listed:
            if isinstance(each, dict) and each.get("externalNumber") == wanted:
                return self._accepted(each) or CannotTell(NOT_ANSWERED)
        return CannotTell(OLD_QUERY) if listed else NotThere()

    def _attach(self, n: int, file: Attachment, parcel: Parcel, names: Names) -> Result:
        hidden = str(self.settings.attachments_hidden).lower()
        answer = self._http.make(
            f"{path_of(names)}/attachments",
            files={"file": (_file_name(n, file, parcel), file.read(), file.media_type)},
            data={"invisibleForCaller": hidden, "description": file.what},
        )
        if not isinstance(answer, Answer):
            return answer
        if 200 <= answer.status < 300:
            return Accepted()
        return usual(answer, WRONG_LOGIN) or Refused(GONE if answer.status == 404 else FILE_REFUSED)

    def _attached(self, n: int, file: Attachment, parcel: Parcel, names: Names) -> Looked:
        answer = self._http.read(f"{path_of(names)}/attachments")
        if isinstance(answer, TryLater):
            return CannotTell(answer.why)
        if answer.status == 204:
            return NotThere()
        if answer.status not in {200, 206} or not isinstance(answer.json, list):
            waits = usual(answer, WRONG_LOGIN)
            return CannotTell(waits.why if waits else NOT_ANSWERED)
        wanted = _file_name(n, file, parcel)
        there = any(isinstance(e, dict) and e.get("fileName") == wanted for e in answer.json)
        return Accepted() if there else NotThere()

    def names_of(self, number: str) -> Names:
        return {"number": number}

    def news(self, asked: Sequence[Names]) -> Sequence[News | NoNews]:
        return self._follow.news(asked)

    def reopen(self, names: Names, code: str, why: str) -> Result | None:
        return self._follow.reopen(names, code, why)

    def pushed(self, push: Push) -> Pushed | None:
        return pushed(push, self.settings)

    def check(self, targets: Sequence[str]) -> Sequence[Problem]:
        return check(self._http, self.settings, targets)

    def targets(self) -> Sequence[tuple[str, str]]:
        return targets(self._http)

    def close(self) -> None:
        self._http.close()


def _file_name(n: int, file: Attachment, parcel: Parcel) -> str:
    """Its own for every file, so that it can be looked up."""
    return f"{parcel.code}-{n}-{file.name}"
