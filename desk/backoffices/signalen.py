"""The private door of Signalen: with a login, and so the better one.

No throttle, every state with its text, pictures at any time, and reports can be found again
by our reference: what was cut off is looked up before anything is sent twice.
"""

import re
from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Any, ClassVar

from desk.backoffices import signalen_categories, wording
from desk.backoffices.contract import (
    Accepted,
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
from desk.backoffices.http import Answer
from desk.backoffices.signalen_common import (
    GONE,
    NOT_KNOWN,
    UNREADABLE,
    attached,
    file_name,
    mend,
    moment,
    news_of_all,
    pictures,
    plain,
)
from desk.backoffices.signalen_login import PrivateLine, SignalenLogin
from desk.backoffices.signalen_report import Report, clean, create, email, no_source, stored
from desk.backoffices.signalen_states import REOPENABLE, REOPENED, SPLIT, STATUSES

REPORTS = "v1/private/signals/"
SOURCES = "v1/private/sources"
PER_PAGE = 100
CLOCKS_APART = timedelta(hours=1)
"""How far the clock of Signalen may be behind that of the desk."""
STATUS_TEXT = 3000  # characters
MAY_NOT_READ = (
    "Deze gebruiker mag in Signalen geen meldingen lezen. Geef dat recht, voor alle categorieën:"
    " anders vindt Zuil de eigen meldingen niet terug."
)


class Signalen:
    kind: ClassVar[str] = "signalen"
    settings_type: ClassVar[type[Settings]] = SignalenLogin

    def __init__(self, name: str, settings: SignalenLogin) -> None:
        self.name = name
        self._settings = settings
        self._line = PrivateLine(settings)

    def steps(self, parcel: Parcel) -> Sequence[Step]:
        report = Step("report", self._report, self._find)
        files = [
            Step(
                f"file-{number}",
                partial(self._file, number, file),
                partial(self._find_file, number, file),
                needed=False,
                what=file.what,
            )
            for number, file in pictures(parcel)
        ]
        return [report, *files]

    def _report(self, parcel: Parcel, _: Names) -> Result:
        return create(partial(self._line.call, "POST", REPORTS), Report(self._settings, parcel))

    def _find(self, parcel: Parcel, _: Names) -> Looked:
        """All of ours since it came in. By the mail address where there is one: reports from
        the town's own addresses get another source than ours."""
        mail = email(parcel.contact.email)
        asked = {"reporter_email": mail} if mail else {"source": self._settings.source}
        asked |= {"created_after": (parcel.received_at - CLOCKS_APART).isoformat()}
        page = 1
        while True:
            params = {**asked, "page": page, "page_size": PER_PAGE}
            answer = self._line.read(REPORTS, params=params)
            if isinstance(answer, TryLater):
                return CannotTell(answer.why)
            try:
                for each in answer.json["results"]:
                    if parcel.reference in each["text_extra"]:
                        return stored(self._settings, each)
                if not signalen_categories.has_next(answer.json):
                    return NotThere()
            except (KeyError, TypeError):  # no list of Signalen: it proves nothing
                return CannotTell(UNREADABLE)
            page += 1

    def _file(self, number: int, file: Attachment, parcel: Parcel, names: Names) -> Result:
        sent = {"file": (file_name(parcel, number, file), file.read(), file.media_type)}
        answer = self._line.call("POST", f"{REPORTS}{names['id']}/attachments/", files=sent)
        return attached(answer) if isinstance(answer, Answer) else answer

    def _find_file(self, number: int, file: Attachment, parcel: Parcel, names: Names) -> Looked:
        answer = self._line.read(f"{REPORTS}{names['id']}/attachments/")
        if isinstance(answer, TryLater):
            return CannotTell(answer.why)
        stem = file_name(parcel, number, file).rpartition(".")[0]  # it may add to a name
        try:
            there = any(stem in each["location"] for each in answer.json["results"])
        except (KeyError, TypeError):
            return CannotTell(UNREADABLE)
        return Accepted() if there else NotThere()

    def news(self, asked: Sequence[Names]) -> Sequence[News | NoNews]:
        return news_of_all(asked, "id", lambda it: self._line.get(f"{REPORTS}{it}"), self._told)

    def _told(self, content: dict[str, Any]) -> News:
        """The newest status carries its own text: an older one's would be about another state."""
        status = content["status"]
        state, since = str(status["state"]), str(status["created_at"])
        inner = state in self._settings.inner_states
        return News(
            their_status=str(status.get("state_display") or state),
            status=self._settings.statuses.get(state, STATUSES.get(state)),
            version=f"{state} {since}",
            text="" if inner else str(status.get("text") or "").strip(),
            changed_at=moment(since),
            number=str(content.get("id_display") or ""),
        )

    def names_of(self, number: str) -> Names:
        """`SIG-11` is 11 there, whatever stands before it."""
        found = re.search(r"\d+$", number.strip())
        return {"id": found[0]} if found else {}

    def reopen(self, names: Names, code: str, why: str) -> Result | None:
        """Asks first: only what is finished can be reopened, and what is open needs it not."""
        if "id" not in names:
            return Refused(NOT_KNOWN)
        path = f"{REPORTS}{names['id']}"
        answer = self._line.get(path)
        if isinstance(answer, TryLater):
            return answer
        if answer.status != 200 or not isinstance(answer.json, dict):
            return Refused(GONE) if answer.status == 404 else plain(answer)
        state = (answer.json.get("status") or {}).get("state")
        if state not in STATUSES:
            return TryLater(UNREADABLE)
        if state == SPLIT:
            return Refused("De melding is in Signalen gesplitst en kan niet heropend worden. Meld"
                           " het daar bij een van de delen.")  # fmt: skip
        if state not in REOPENABLE:
            return Accepted()
        said = clean(f"Niet opgelost, zegt de burger (Zuil-nummer {code}). {why}")
        text = wording.shorten(said, STATUS_TEXT)
        status = {"state": REOPENED, "text": text, "send_email": False}
        told = self._line.call("PATCH", path, json={"status": status})
        if not isinstance(told, Answer):
            return told
        if told.status == 400:
            return TryLater("De melding veranderde in Signalen op hetzelfde moment.")
        return Accepted() if told.status == 200 else plain(told)

    def pushed(self, push: Push) -> Pushed | None:  # noqa: ARG002 - Signalen calls nobody
        return None

    def check(self, targets: Sequence[str]) -> Sequence[Problem]:
        """Whether it may make reports only shows when it makes one."""
        answer = self._line.read(SOURCES, params={"page_size": PER_PAGE * 10})
        if isinstance(answer, TryLater):
            return [Problem(mend(answer.why))]
        problems = [*self._source_problems(answer.json), *self._reading_problems()]
        return [*problems, *signalen_categories.check(self._line.http, targets)]

    def _source_problems(self, content: Any) -> list[Problem]:
        wanted = self._settings.source.lower()
        try:
            known = [each for each in content["results"] if each["name"].lower() == wanted]
        except (KeyError, TypeError):
            return [Problem(UNREADABLE)]
        if any(each["is_active"] and not each["is_public"] for each in known):
            return []
        return [Problem(no_source(self._settings.source))]

    def _reading_problems(self) -> list[Problem]:
        answer = self._line.get(REPORTS, params={"page_size": 1})
        if isinstance(answer, TryLater):
            return [Problem(answer.why)]
        if answer.status in (401, 403):
            return [Problem(MAY_NOT_READ)]
        return [] if answer.status == 200 else [Problem(plain(answer).why)]

    def targets(self) -> Sequence[tuple[str, str]]:
        return signalen_categories.active(self._line.http)

    def close(self) -> None:
        self._line.close()
