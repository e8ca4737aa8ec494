"""The public door of Signalen: for a town that gives us no login. Anyone may knock.

It takes sixty calls an hour from one address, shows of a report only open or closed, and
cannot be asked whether something arrived. Pictures are taken until someone over there has
looked at the report. Where there is a login, `signalen` is the better door.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any, ClassVar

from desk.backoffices import signalen_categories
from desk.backoffices.contract import (
    Attachment,
    Names,
    News,
    NoNews,
    Parcel,
    Problem,
    Push,
    Pushed,
    Result,
    Settings,
    Step,
)
from desk.backoffices.http import Answer, Http
from desk.backoffices.signalen_common import (
    SignalenSettings,
    attached,
    file_name,
    moment,
    news_of_all,
    pictures,
)
from desk.backoffices.signalen_report import Report, create
from desk.intake.models import Status

REPORTS = "v1/public/signals/"
STATUSES = {"OPEN": Status.RECEIVED, "CLOSED": Status.DONE}
"""Closed may also mean that it cannot be done: it does not say."""


class SignalenPublicSettings(SignalenSettings):
    per_hour: int | None = 60
    """Its PUBLIC_THROTTLE_RATE."""


class SignalenPublic:
    kind: ClassVar[str] = "signalen-public"
    settings_type: ClassVar[type[Settings]] = SignalenPublicSettings

    def __init__(self, name: str, settings: SignalenPublicSettings) -> None:
        self.name = name
        self._settings = settings
        self._http = Http(settings.url, settings.timeout_s)

    def steps(self, parcel: Parcel) -> Sequence[Step]:
        report = Step("report", self._report, counts=True)
        files = [
            Step(f"file-{number}", partial(self._file, number, file), needed=False, what=file.what)
            for number, file in pictures(parcel)
        ]
        return [report, *files]

    def _report(self, parcel: Parcel, _: Names) -> Result:
        return create(partial(self._http.make, REPORTS), Report(self._settings, parcel))

    def _file(self, number: int, file: Attachment, parcel: Parcel, names: Names) -> Result:
        sent = {"file": (file_name(parcel, number, file), file.read(), file.media_type)}
        answer = self._http.make(f"{REPORTS}{names['signal_id']}/attachments/", files=sent)
        return attached(answer) if isinstance(answer, Answer) else answer

    def news(self, asked: Sequence[Names]) -> Sequence[News | NoNews]:
        return news_of_all(
            asked, "signal_id", lambda value: self._http.read(f"{REPORTS}{value}"), self._told
        )

    def _told(self, content: dict[str, Any]) -> News:
        state = str(content["status"]["state"])
        return News(
            their_status=state,
            status=self._settings.statuses.get(state, STATUSES.get(state)),
            version=state,
            changed_at=moment(content.get("updated_at")),
            number=str(content.get("id_display") or ""),
        )

    def names_of(self, number: str) -> Names:  # noqa: ARG002 - as all
        """What it asks for is no number that its people know."""
        return {}

    def reopen(self, names: Names, code: str, why: str) -> Result | None:  # noqa: ARG002 - as all
        """Its form for "not solved" can only be reached by a mail to the reporter."""
        return None

    def pushed(self, push: Push) -> Pushed | None:  # noqa: ARG002 - Signalen calls nobody
        return None

    def check(self, targets: Sequence[str]) -> Sequence[Problem]:
        return signalen_categories.check(self._http, targets)

    def targets(self) -> Sequence[tuple[str, str]]:
        return signalen_categories.active(self._http)

    def close(self) -> None:
        self._http.close()
