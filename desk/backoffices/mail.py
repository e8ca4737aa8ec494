"""Handing over by mail, for a municipality without any system that takes reports.

Everything is in the one mail, so there is nothing to look up and nothing comes back: staff say
at the desk how it goes. A mail that may have arrived has the Message-ID of its report, so a
second one can be told for what it is. That it is not solved is an answer in the same thread.
"""

from collections.abc import Sequence
from email.policy import SMTP
from typing import ClassVar

from django.utils import timezone

from desk.backoffices.contract import (
    Accepted,
    Attachment,
    Names,
    News,
    NoNews,
    Parcel,
    Problem,
    Push,
    Pushed,
    Refused,
    Result,
    Settings,
    Step,
)
from desk.backoffices.mail_line import NOT_TAKEN, Line, TooLarge
from desk.backoffices.mail_message import is_address, message_of, not_solved
from desk.backoffices.mail_settings import MailSettings

NOTHING_COMES_BACK = "Een mail geeft geen bericht terug. Zeg zelf hoe het gaat."
NO_ADDRESS = (
    "De route noemt geen mailadres. Vul er een in bij Routes, of bij 'to' in backoffices.yaml."
)


class Mail:
    kind: ClassVar[str] = "mail"
    settings_type: ClassVar[type[Settings]] = MailSettings

    def __init__(self, name: str, settings: MailSettings) -> None:
        self.name = name
        self.settings = settings
        self._line = Line(settings)

    def steps(self, parcel: Parcel) -> Sequence[Step]:  # noqa: ARG002 - the same for all
        return (Step("mail", self._send, counts=True),)

    def _send(self, parcel: Parcel, names: Names) -> Result:  # noqa: ARG002 - nothing before it
        to = parcel.target or self.settings.to
        if not to:
            return Refused(NO_ADDRESS)
        if not is_address(to):
            return Refused(_no_address(to))
        files = self._files(parcel)
        result = self._line.send(to, self._written(parcel, to, files))
        if isinstance(result, TooLarge) and files:
            result = self._line.send(to, self._written(parcel, to, []))
        if isinstance(result, TooLarge):
            return Refused(NOT_TAKEN)
        if isinstance(result, Accepted):
            return Accepted({"reference": parcel.reference, "to": to})
        return result

    def _files(self, parcel: Parcel) -> list[Attachment]:
        """As many as fit, in their order; the text links to all of them."""
        room, files = self.settings.attach_up_to_bytes, []
        for each in parcel.attachments:
            if each.size <= room:
                files.append(each)
                room -= each.size
        return files

    def _written(self, parcel: Parcel, to: str, files: Sequence[Attachment]) -> bytes:
        message = message_of(parcel, self.settings.sender, to, files, timezone.now())
        return message.as_bytes(policy=SMTP)

    def news(self, asked: Sequence[Names]) -> Sequence[News | NoNews]:
        return [NoNews(NOTHING_COMES_BACK) for _ in asked]

    def names_of(self, number: str) -> Names:  # noqa: ARG002 - a mail has none
        return {}

    def reopen(self, names: Names, code: str, why: str) -> Result | None:
        to, reference = names.get("to"), names.get("reference")
        if not to or not reference:
            return None
        message = not_solved(
            self.settings.sender, to, reference, code, why=why, moment=timezone.now()
        )
        result = self._line.send(to, message.as_bytes(policy=SMTP))
        return Refused(NOT_TAKEN) if isinstance(result, TooLarge) else result

    def pushed(self, push: Push) -> Pushed | None:  # noqa: ARG002 - nobody pushes by mail
        return None

    def check(self, targets: Sequence[str]) -> Sequence[Problem]:
        wanted = list(dict.fromkeys(target or self.settings.to for target in targets))
        problems = [Problem(_no_address(each) if each else NO_ADDRESS)
                    for each in wanted if not is_address(each)]  # fmt: skip
        found = self._line.try_out([each for each in wanted if is_address(each)])
        if isinstance(found, str):
            return [*problems, Problem(found)]
        return [*problems, *(Problem(_not_taken(each)) for each in found)]

    def targets(self) -> Sequence[tuple[str, str]]:
        return ()

    def close(self) -> None:
        self._line.close()


def _no_address(to: str) -> str:
    return f"'{to}' is geen mailadres. Verbeter het bij Routes."


def _not_taken(to: str) -> str:
    return f"De mailserver neemt geen mail aan voor '{to}'. Verbeter het adres bij Routes."
