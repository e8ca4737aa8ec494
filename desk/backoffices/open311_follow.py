"""How reports are at an Open311 server, and telling it that one is not solved.

Read by number, fifty at a time. mySociety's servers tell updates apart from the reports: what is
there for the public stands in those, so they are read as well.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from desk.backoffices.contract import Accepted, Names, News, NoNews, Refused, Result, TryLater
from desk.backoffices.http import NOT_ANSWERED, Answer
from desk.backoffices.open311_client import WRONG_KEY, Client, told
from desk.backoffices.open311_reading import OURS, STATUSES, Entry, entries, moment, news_of, said
from desk.backoffices.open311_settings import DESCRIPTION_MAX
from desk.backoffices.usual import usual
from desk.backoffices.wording import shorten
from desk.intake.models import FINAL_STATUSES, Status

AT_A_TIME = 50
"""Numbers in one question: some 500 characters of an address."""
NO_NUMBER_YET = "De melding is aangenomen. Het nummer komt nog."
NO_NUMBER = "Open311 gaf voor deze melding geen nummer, dus er komt geen bericht terug."
UNKNOWN_THERE = "Open311 kent deze melding niet (meer)."
NOT_REOPENED = "Open311 neemt nu niet aan dat deze melding niet is opgelost."


class Follow:
    def __init__(self, client: Client) -> None:
        self._client = client
        self.settings = client.settings
        self.statuses: Mapping[str, Status] = {**STATUSES, **client.settings.statuses}

    def news(self, asked: Sequence[Names]) -> Sequence[News | NoNews]:
        numbers = [number for names in asked if (number := names.get("id"))]
        updates = self._updates(asked)
        requests: dict[str, Entry | NoNews] = {}
        for some in _chunks(numbers):
            requests |= self._requests(some)
        return [self._told(names, requests, updates) for names in asked]

    def _told(
        self,
        names: Names,
        requests: Mapping[str, Entry | NoNews],
        updates: Mapping[str, list[Entry]] | NoNews,
    ) -> News | NoNews:
        number, token = names.get("id"), names.get("token")
        if not number:
            return NoNews(NO_NUMBER_YET) if token else NoNews(NO_NUMBER, gone=True)
        if isinstance(updates, NoNews):
            return updates
        request = requests.get(number)
        known = None if isinstance(request, NoNews) else request
        news = news_of(known, updates.get(number, ()), self.statuses)
        if news is None:
            return request if isinstance(request, NoNews) else NoNews(UNKNOWN_THERE, gone=True)
        link = self.settings.staff_link.replace("{id}", number)
        return replace(news, link=link)

    def _requests(self, numbers: Sequence[str]) -> dict[str, Entry | NoNews]:
        """By number. Some servers answer 404 for all where they do not know one."""
        answer = self._client.get("requests", service_request_id=",".join(numbers))
        if isinstance(answer, TryLater):
            return dict.fromkeys(numbers, NoNews(answer.why))
        if answer.status == 404:
            if len(numbers) == 1:
                return {}
            alone = [self._requests([number]) for number in numbers]
            return {number: entry for found in alone for number, entry in found.items()}
        found = entries(answer.body) if answer.status == 200 else None
        if found is None:
            waits = usual(answer, WRONG_KEY)
            return dict.fromkeys(numbers, NoNews(waits.why if waits else NOT_ANSWERED))
        return {said(each, "service_request_id"): each for each in found}

    def _updates(self, asked: Sequence[Names]) -> dict[str, list[Entry]] | NoNews:
        """Since the first of these was filed, by number."""
        if not self.settings.mysociety:
            return {}
        now = datetime.now(UTC)
        earliest = now - timedelta(days=self.settings.updates_days)
        filed = [at for names in asked if (at := moment(names.get("filed", "")))]
        since = max(earliest, min(filed, default=earliest) - timedelta(hours=1))
        span = {"start_date": _w3(since), "end_date": _w3(now + timedelta(hours=1))}
        answer = self._client.get("servicerequestupdates", **span)
        if isinstance(answer, TryLater):
            return NoNews(answer.why)
        found = entries(answer.body) if answer.status == 200 else None
        if found is None:
            return {} if answer.status == 404 else NoNews(NOT_ANSWERED)
        by_number: dict[str, list[Entry]] = {}
        for each in found:
            by_number.setdefault(said(each, "service_request_id"), []).append(each)
        return by_number

    def reopen(self, names: Names, code: str, why: str) -> Result | None:
        """What was told there last is in the id of our update: sent again it is the same one,
        and "already exists" then means that it arrived."""
        number = names.get("id")
        if not self.settings.mysociety or not number:
            return None
        (latest,) = self.news([names])
        if isinstance(latest, NoNews):
            return Refused(latest.why) if latest.gone else TryLater(latest.why)
        if latest.status not in {*FINAL_STATUSES, None}:
            return Accepted()
        which = hashlib.sha256(f"{number} {latest.version}".encode()).hexdigest()[:12]
        form = [
            ("service_request_id", number),
            ("update_id", f"{OURS}{re.sub(r'[^0-9A-Za-z]', '', code)}-{which}"),
            ("status", "REOPEN"),
            ("updated_datetime", _w3(datetime.now(UTC))),
            ("description", shorten(f"{why} (Zuil {code})", DESCRIPTION_MAX)),
        ]
        answer = self._client.post("servicerequestupdates", form)
        if not isinstance(answer, Answer):
            return TryLater(answer.why)  # sent again it is the same one
        if 200 <= answer.status < 300 or "already exists" in told(answer).lower():
            return Accepted()
        if answer.status == 404:
            return Refused(UNKNOWN_THERE)
        unclear = usual(answer, WRONG_KEY)
        return unclear if isinstance(unclear, TryLater) else TryLater(NOT_REOPENED)


def _chunks(numbers: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(numbers), AT_A_TIME):
        yield numbers[start : start + AT_A_TIME]


def _w3(when: datetime) -> str:
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
