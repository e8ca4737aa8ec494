"""How to reach a visitor: hidden, until somebody who may see it says what it is for.

It is then on that one page, once, and who saw it, when and what for is written down.
Answers that say it again are hidden with it. What cannot be read as a submission may say
it anywhere, so of that everything is hidden.
"""

from dataclasses import dataclass
from typing import cast

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext, gettext_noop

from desk.intake.models import ContactReading
from desk.personal.erasing import repeats_contact
from kiosk.core import submission as core

READ_CONTACT = "intake.read_contact"
WHY = {
    "bellen": gettext_noop("Bellen"),
    "brief": gettext_noop("Brief"),
    "vraag": gettext_noop("Vraag van de burger"),
    "anders": gettext_noop("Anders"),
}
"""Written down in Dutch, whatever language the person reads; shown in theirs."""


@dataclass(frozen=True, slots=True)
class ContactAsked:
    """What a page needs to ask why: where that goes to, and whether this person may."""

    address: str
    allowed: bool
    reasons: dict[str, str]
    readings: QuerySet[ContactReading]


@dataclass(frozen=True, slots=True)
class AnswerShown:
    question: str
    shown: str
    hidden: bool


def asked(request: HttpRequest, address: str, readings: QuerySet[ContactReading]) -> ContactAsked:
    user = cast(User, request.user)
    reasons = {key: gettext(why) for key, why in WHY.items()}
    return ContactAsked(
        address, user.has_perm(READ_CONTACT), reasons, readings.select_related("by")
    )


def write_down(request: HttpRequest, reading: ContactReading) -> bool:
    """Write down that it is read now; False where no reason was given. Raises PermissionDenied."""
    user = cast(User, request.user)
    if not user.has_perm(READ_CONTACT):
        raise PermissionDenied
    why = WHY.get(request.POST.get("why", ""))
    if why is None:
        return False
    reading.by, reading.why = user, why
    reading.save()
    return True


def without_contact(content: core.Submission) -> core.Submission:
    """Without all that says how to reach the visitor, so that a page cannot show it."""
    return content.model_copy(
        update={
            "contact": core.Contact(channel=content.contact.channel),
            "answers": tuple(
                answer.model_copy(update={"value": "", "shown": ""})
                if repeats_contact(answer, content.contact)
                else answer
                for answer in content.answers
            ),
        }
    )


def answers_shown(content: core.Submission, *, hidden: bool) -> tuple[AnswerShown, ...]:
    return tuple(
        AnswerShown(each.question, "" if hide else each.shown, hide)
        for each in content.answers
        for hide in [hidden and repeats_contact(each, content.contact)]
    )


def is_reachable(contact: core.Contact) -> bool:
    """Whether there is anything to hide: a name counts as well."""
    return any(contact.model_dump(exclude={"channel"}).values())
