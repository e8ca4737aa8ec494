"""A report at an Open311 server (GeoReport v2), plain or as mySociety extended it.

It cannot be asked whether a report arrived, and a repeat is a second report; so whatever is
unclear is Ambiguous, and staff see it. A 400 is no proof of anything: it may be a wrong field
or a system behind it that is down. So the list of services is asked before a report is refused
for good, and otherwise it waits.

Some servers answer with a token and give the number later: the second step asks for it.
"""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import ClassVar
from urllib.parse import quote

from desk.backoffices import open311_push
from desk.backoffices.contract import (
    Accepted,
    Ambiguous,
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
from desk.backoffices.http import NOT_ANSWERED, Answer
from desk.backoffices.open311_client import (
    NO_TARGET,
    WRONG_JURISDICTION,
    WRONG_KEY,
    WRONG_URL,
    Client,
    attribute_missing,
    target_gone,
    told,
)
from desk.backoffices.open311_follow import NO_NUMBER_YET, Follow
from desk.backoffices.open311_reading import entries, said
from desk.backoffices.open311_settings import Open311Settings, form_of, pictures_of
from desk.backoffices.usual import set_wrong, usual

NO_PLACE = (
    "Deze melding heeft geen plaats, en zonder plaats neemt Open311 niets aan. Kies iets anders"
    " bij Routes, of vul 'default_address' in in backoffices.yaml."
)
DUPLICATE = (
    "Open311 zegt dat deze melding er al is, maar niet onder welk nummer. Zoek haar daar op en"
    " vul het nummer in."
)
NOT_LIKE_THIS = (
    "Open311 neemt deze melding zo niet aan: een veld heeft daar een andere vorm. Kies een ander"
    " systeem bij Routes."
)
DOWN = "Open311 neemt nu niets aan. Het systeem erachter ligt misschien stil."
UNCLEAR = "Open311 meldde een storing. Niet zeker is of de melding aankwam."
NUMBER_GONE = (
    "Open311 nam de melding aan, maar geeft er geen nummer meer voor. Zoek haar daar op en vul"
    " het nummer in."
)


class Open311:
    kind: ClassVar[str] = "open311"
    settings_type: ClassVar[type[Settings]] = Open311Settings

    def __init__(self, name: str, settings: Open311Settings) -> None:
        self.name = name
        self.settings = settings
        self._client = Client(settings)
        self._follow = Follow(self._client)

    def steps(self, parcel: Parcel) -> Sequence[Step]:  # noqa: ARG002 - the same for all
        return (
            Step("report", self._file, counts=True),
            Step("number", self._number, _ask_again, needed=False, what="Het nummer"),
        )

    def _file(self, parcel: Parcel, names: Names) -> Result:  # noqa: ARG002 - nothing before it
        if not parcel.target:
            return Refused(NO_TARGET)
        form = form_of(parcel, self.settings)
        if not {"lat", "address_string"} & dict(form).keys():
            return Refused(NO_PLACE)
        pictures = [
            (f"photo{n}", (each.name, each.read(), each.media_type))
            for n, each in enumerate(pictures_of(parcel, self.settings), 1)
        ]
        answer = self._client.post("requests", form, pictures)
        if isinstance(answer, Answer) and answer.status == 413 and pictures:
            answer = self._client.post("requests", form)  # too large; the description links to them
        if not isinstance(answer, Answer):
            return answer
        if 200 <= answer.status < 300:
            return self._accepted(answer)
        return self._not_accepted(parcel, answer)

    def _accepted(self, answer: Answer) -> Result:
        found = entries(answer.body)
        if not found:
            return Ambiguous(NOT_ANSWERED)
        names = {"filed": datetime.now(UTC).isoformat("T", "seconds")}
        if number := said(found[0], "service_request_id"):
            return self._known(number, names)
        token = said(found[0], "token")
        return Accepted(names | ({"token": token} if token else {}))

    def _known(self, number: str, names: Names) -> Accepted:
        return Accepted({**names, "id": number}, number=number, link=self._link(number))

    def _link(self, number: str) -> str:
        return self.settings.staff_link.replace("{id}", number)

    def _not_accepted(self, parcel: Parcel, answer: Answer) -> Result:
        words = told(answer)
        said_so = words.lower()
        if re.search(r"duplicate|already exists", said_so):
            return Ambiguous(DUPLICATE)
        if re.search(r"time[d ]*-?out", said_so):
            return Ambiguous(UNCLEAR)
        if answer.status >= 500 and re.search(r"\bdown\b|unavailable|maintenance", said_so):
            return TryLater(DOWN, wait_s=answer.retry_after_s, all_wait=True)
        if result := usual(answer, WRONG_KEY):
            return result
        if "api_key" in said_so:
            return set_wrong(WRONG_KEY)
        if "jurisdiction" in said_so:
            return set_wrong(WRONG_JURISDICTION)
        if missing := re.search(r"attribute\[(\w{1,60})\]", words):
            return Refused(attribute_missing(parcel.target, missing[1]))
        if said_so.startswith("error in input"):
            return Refused(NOT_LIKE_THIS)
        return self._after_looking(parcel, answer)

    def _after_looking(self, parcel: Parcel, answer: Answer) -> Result:
        """It does not say what is wrong. Is it the service?"""
        services = self._client.services()
        if isinstance(services, str):
            return TryLater(DOWN) if answer.status == 400 else set_wrong(WRONG_URL)
        if parcel.target not in services:
            return Refused(target_gone(parcel.target))
        return TryLater(DOWN)

    def _number(self, parcel: Parcel, names: Names) -> Result:  # noqa: ARG002 - the names tell
        token = names.get("token", "")
        if not token or names.get("id"):
            return Accepted()
        answer = self._client.get(f"tokens/{quote(token, safe='')}")
        if isinstance(answer, TryLater):
            return answer
        if answer.status == 200:
            for each in entries(answer.body) or ():
                if number := said(each, "service_request_id"):
                    return self._known(number, {})
            return TryLater(NO_NUMBER_YET, wait_s=self.settings.number_wait_s)
        if answer.status in {400, 404, 410}:
            return Refused(NUMBER_GONE)
        waits = usual(answer, WRONG_KEY)
        return waits if isinstance(waits, TryLater) else TryLater(NO_NUMBER_YET)

    def news(self, asked: Sequence[Names]) -> Sequence[News | NoNews]:
        return self._follow.news(asked)

    def names_of(self, number: str) -> Names:
        return {"id": number}

    def reopen(self, names: Names, code: str, why: str) -> Result | None:
        return self._follow.reopen(names, code, why)

    def pushed(self, push: Push) -> Pushed | None:
        return open311_push.pushed(push, self.settings.push_key, self._follow.statuses)

    def check(self, targets: Sequence[str]) -> Sequence[Problem]:
        return self._client.check(targets)

    def targets(self) -> Sequence[tuple[str, str]]:
        return self._client.targets()

    def close(self) -> None:
        self._client.close()


def _ask_again(parcel: Parcel, names: Names) -> Looked:  # noqa: ARG001 - whatever was asked
    """Asking for a number makes nothing, so it may be asked again."""
    return NotThere()
