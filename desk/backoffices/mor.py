"""Handing over to MOR-core (Rotterdam): one call with everything in it, and a call back when done.

It knows a signal by our own address for it (`signaal_url`) and refuses a second one with the
same number, so nothing arrives twice. It says almost everything with status 500: that it has
a signal already, that a field is wrong, that our address is not registered. When a report is
closed it tells (`mor_callback.py`); what was written for the public is then read there.

Read in its source (forza-mor-rotterdam/mor-core): `PATCH /api/v1/melding/{uuid}/heropenen/`
opens a report again.
"""

import hashlib
import json
import re
from collections.abc import Sequence
from typing import Any, ClassVar

from desk.backoffices.contract import (
    Accepted,
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
from desk.backoffices.fields import moment, part
from desk.backoffices.http import NOT_REACHED, Answer
from desk.backoffices.mor_callback import Callback
from desk.backoffices.mor_line import NOT_REACHED_AT, SAID_NOTHING, WRONG_ADDRESS, Line, other
from desk.backoffices.mor_settings import STATUSES, MorSettings
from desk.backoffices.mor_signal import pictures_of, signal
from desk.backoffices.mor_subjects import Subjects
from desk.backoffices.usual import set_wrong
from desk.backoffices.wording import shorten

SIGNALS = "/api/v1/signaal/"
MOST_URL = 200
MOST_REASON = 1000
UNIQUE = "must make a unique set"
UNREGISTERED = "De applicatie voor deze uri"
CLOSED = ("afgehandeld", "geannuleerd")
IN_USE = "De melding is in MOR bij iemand anders in gebruik."
BY_HAND = "Bij deze melding hoort geen signaal in MOR dat wij kennen. Kijk daar hoe het staat."
GONE = "Dit signaal staat niet meer in MOR."
TOO_LONG = (
    f"Het adres van deze desk, met het nummer erbij, is langer dan de {MOST_URL} tekens van MOR."
    " Geef de desk een korter adres."
)
NO_SUBJECT = "Het onderwerp van deze route bestaat niet in MOR. Kies een ander bij Routes."
NOT_REGISTERED = (
    "MOR kent het adres van deze desk niet. Laat het in MOR toevoegen als applicatie van het type"
    " signaalapplicatie."
)
NOT_REOPENED = "MOR kan deze melding niet heropenen. Doe het daar, of bel de afdeling."


class Mor:
    kind: ClassVar[str] = "mor"
    settings_type: ClassVar[type[Settings]] = MorSettings

    def __init__(self, name: str, settings: MorSettings) -> None:
        self._settings = settings
        self._line = Line(settings)
        self._subjects = Subjects(settings.subjects_url, settings.timeout_s)
        self._callback = Callback(name, settings.callback_username, settings.callback_password)
        self._statuses = STATUSES | settings.statuses

    def steps(self, parcel: Parcel) -> Sequence[Step]:  # noqa: ARG002 - the same for every parcel
        return (Step("signal", self._send, self._look_up, counts=True),)

    def _send(self, parcel: Parcel, _names: Names) -> Result:
        if len(parcel.callback_url) > MOST_URL:
            return Refused(TOO_LONG)
        use = self._settings
        content = signal(parcel, use.source, use.channel, use.town)
        pictures = pictures_of(parcel, use.pictures_most_bytes)
        answer = self._line.call("POST", SIGNALS, json=content | {"bijlagen": pictures})
        if pictures and isinstance(answer, Answer) and _pictures_refused(answer):
            # Nothing was made of it; the text links to them.
            answer = self._line.call("POST", SIGNALS, json=content)
        return self._meaning(parcel, answer) if isinstance(answer, Answer) else answer

    def _meaning(self, parcel: Parcel, answer: Answer) -> Result:
        told = answer.json
        match answer.status:
            case 200 | 201 if isinstance(told, dict):
                return self._accepted(parcel.callback_url, told)
            case 400 | 500 if isinstance(told, dict) and UNIQUE in answer.text:
                found = self._look_up(parcel, {})
                # Certain that it is there, even when it cannot be shown just now.
                known = Accepted({"signaal_url": parcel.callback_url})
                return found if isinstance(found, Accepted) else known
            case 400 | 500 if isinstance(told, dict) and UNREGISTERED in answer.text:
                return set_wrong(NOT_REGISTERED)
            case 400 | 500 if isinstance(told, dict) and (wrong := _fields_in(told)):
                return Refused(f"MOR neemt deze velden zo niet aan: {', '.join(wrong)}.")
            case 406:
                return Refused(NO_SUBJECT)
            case 423:
                return TryLater(IN_USE)
        return other(answer)

    def _accepted(self, url: str, told: dict[str, Any]) -> Accepted:
        links, report = part(told, "_links"), part(told, "melding")
        uuid = _uuid(told)
        names = {
            "signaal_url": url,
            "signaal": str(part(links, "self") or ""),
            "melding": str(part(links, "melding") or ""),
        }
        page = self._settings.page.replace("{uuid}", uuid) if uuid else ""
        return Accepted(names, str(part(report, "id") or ""), page)

    def _look_up(self, parcel: Parcel, _names: Names) -> Looked:
        found = self._signal(parcel.callback_url)
        return self._accepted(parcel.callback_url, found) if isinstance(found, dict) else found

    def _signal(self, url: str) -> dict[str, Any] | NotThere | CannotTell:
        answer = self._line.read(SIGNALS, params={"signaal_url": url})
        if isinstance(answer, TryLater):
            return CannotTell(answer.why)
        listed = part(answer.json, "results") if answer.status == 200 else None
        if not isinstance(listed, list):
            return CannotTell(other(answer).why)
        for each in listed:
            if part(each, "signaal_url") == url:
                return dict(each)
        return CannotTell(SAID_NOTHING) if listed else NotThere()

    def news(self, asked: Sequence[Names]) -> Sequence[News | NoNews]:
        return [self._news(names.get("signaal_url", "")) for names in asked]

    def _news(self, url: str) -> News | NoNews:
        if not url:
            return NoNews(BY_HAND, gone=True)
        found = self._signal(url)
        match found:
            case CannotTell(why):
                return NoNews(why)
            case NotThere():
                return NoNews(GONE, gone=True)
        report = part(found, "melding")
        status = str(part(part(report, "status"), "naam") or "")
        if not status:
            return NoNews("In MOR hoort nog geen melding bij dit signaal.")
        resolution = str(part(report, "resolutie") or "")
        last = part(report, "laatste_meldinggebeurtenis")
        text = str(part(last, "omschrijving_extern") or "").strip()
        closed = str(part(report, "afgesloten_op") or "")
        seen = json.dumps([status, resolution, text, closed])
        there = self._accepted(url, found)
        return News(
            f"{status} ({resolution})" if resolution else status,
            self._statuses.get(f"{status}/{resolution}") or self._statuses.get(status),
            hashlib.sha256(seen.encode()).hexdigest()[:32],
            text,
            changed_at=moment(closed or part(report, "aangepast_op")),
            number=there.number,
            link=there.link,
        )

    def names_of(self, number: str) -> Names:  # noqa: ARG002 - it is asked by our address only
        return {}

    def reopen(self, names: Names, code: str, why: str) -> Result | None:
        if "signaal_url" not in names:
            return None
        found = self._signal(names["signaal_url"])
        match found:
            case CannotTell(reason):
                return TryLater(reason)
            case NotThere():
                return Refused(GONE)
        if part(part(part(found, "melding"), "status"), "naam") not in CLOSED:
            return Accepted(names)  # open already: by an earlier try, or by somebody there
        said = f"De melder zegt dat het niet is opgelost. Zuil-nummer: {code}. {why}"
        content = {
            "status": {"naam": "openstaand"},
            "resolutie": "niet_opgelost",
            "omschrijving_intern": shorten(said, MOST_REASON),
        }
        path = f"/api/v1/melding/{_uuid(found)}/heropenen/"
        answer = self._line.call("PATCH", path, json=content)
        if not isinstance(answer, Answer):
            return answer
        match answer.status:
            case 200:
                return Accepted(names)
            case 423:
                return TryLater(IN_USE)
            case 400 | 404 | 405 | 500 if isinstance(answer.json, dict):
                return Refused(NOT_REOPENED)
        return other(answer)

    def pushed(self, push: Push) -> Pushed | None:
        return self._callback.pushed(push)

    def check(self, targets: Sequence[str]) -> Sequence[Problem]:
        answer = self._line.read(SIGNALS, params={"limit": "1"})
        if isinstance(answer, TryLater):
            return [Problem(NOT_REACHED_AT if answer.why == NOT_REACHED else answer.why)]
        if answer.status != 200:
            return [Problem(other(answer).why)]
        if not isinstance(part(answer.json, "results"), list):
            return [Problem(WRONG_ADDRESS)]
        return self._subjects.check(targets)

    def targets(self) -> Sequence[tuple[str, str]]:
        return self._subjects.all()

    def close(self) -> None:
        self._line.close()
        self._subjects.close()


def _fields_in(told: dict[str, Any]) -> list[str]:
    """Their names alone: what is said of them may quote the visitor."""
    return sorted(name for name in told if re.fullmatch(r"[a-z_]{1,40}", name) and name != "detail")


def _pictures_refused(answer: Answer) -> bool:
    about_them = isinstance(answer.json, dict) and "bijlagen" in answer.json
    return answer.status == 413 or (answer.status in (400, 500) and about_them)


def _uuid(told: dict[str, Any]) -> str:
    """Of the report that a signal belongs to."""
    found = re.search(r"/([0-9a-f-]{36})/?$", str(part(part(told, "_links"), "melding")))
    return found[1] if found else ""
