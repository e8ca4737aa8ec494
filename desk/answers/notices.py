"""Who is to hear what by which way, decided in the moment that a status changes.

    letter   goes to the print list          sms, mail   wait until `sending` sends them
    phone    goes to the call list

Every notice waits a while first (`NOTICE_AFTER_S`): a status that changes again meanwhile
supersedes it, so that nobody hears twice within ten minutes. What cannot go by the way
that the visitor chose goes to the call list with the reason, and is never dropped.

A change by the visitor makes no notice, and neither does one that says nothing new.
"""

from collections.abc import Mapping
from datetime import timedelta

from django.conf import settings

from config.problems import Mistakes
from desk.answers import sms, texts
from desk.answers.models import Channel, Notice
from desk.answers.reach import for_call_list, problem_with
from desk.answers.setup import Answers, load
from desk.intake.models import Status, StatusChange
from kiosk.core.submission import Contact

_ENDS = frozenset({Status.DONE, Status.CANNOT, Status.FORWARDED})
TOLD: Mapping[Channel, frozenset[Status]] = {
    Channel.LETTER: _ENDS,
    Channel.SMS: _ENDS | {Status.PLANNED},
    Channel.MAIL: _ENDS | {Status.PLANNED},
    Channel.PHONE: _ENDS,
}
"""What is told by which way. A letter or a call that only says 'planned' costs more than it
brings; a text does not."""
_SAYS = ("status", "sentence", "sentence_translated", "planned_for", "organisation")
_NOT_GONE = (Notice.State.WAITING, Notice.State.TO_DO)
_AT_ONCE = (Channel.SMS, Channel.MAIL)
"""These are sent by the relay; the others are for staff."""


def announce(change: StatusChange) -> None:
    """See to it that the visitor hears of this change. Call it in the transaction of the change."""
    if not _is_new(change):
        return
    Notice.objects.filter(submission_id=change.submission_id, state__in=_NOT_GONE).update(
        state=Notice.State.SUPERSEDED, leased_until=None
    )
    contact = change.submission.content.contact
    if contact.channel != "none" and _is_told(change, Channel(contact.channel)):
        _make(change, Channel(contact.channel), contact)


def _is_new(change: StatusChange) -> bool:
    earlier = change.submission.changes.exclude(pk=change.pk).order_by("-at", "-id").first()
    return earlier is None or any(getattr(earlier, name) != getattr(change, name) for name in _SAYS)


def _is_told(change: StatusChange, channel: Channel) -> bool:
    if change.source == StatusChange.Source.VISITOR or change.status not in TOLD[channel]:
        return False
    return change.status != Status.PLANNED or bool(change.planned_for or change.sentence)


def _make(change: StatusChange, chosen: Channel, contact: Contact) -> None:
    try:
        answers = load()
    except Mistakes:  # what is set up cannot be read now: it is tried when it is sent
        answers, problem = Answers(), ""
    else:
        problem = problem_with(chosen, contact, answers)
    channel = Channel.PHONE if problem else chosen
    if channel == Channel.PHONE:
        problem = for_call_list(problem, contact)
    waits = channel in _AT_ONCE
    language = change.submission.language
    Notice.objects.create(
        submission=change.submission,
        change=change,
        chosen=chosen,
        channel=channel,
        status=change.status,
        language=language,
        state=Notice.State.WAITING if waits else Notice.State.TO_DO,
        made_at=change.at,
        due_at=change.at + timedelta(seconds=settings.NOTICE_AFTER_S),
        problem=problem,
        text=worded(change, channel, language),
    )


def worded(change: StatusChange, channel: str, language: str) -> str:
    if channel == Channel.SMS:
        return sms.worded(change, language)
    return texts.worded(change, channel, language)


def to_call_list(notice: Notice, problem: str) -> None:
    """It did not work by its own way: somebody calls. Saved where it is still to be told."""
    contact = notice.submission.content.contact
    Notice.objects.filter(pk=notice.pk, state__in=_NOT_GONE).update(
        channel=Channel.PHONE,
        state=Notice.State.TO_DO,
        leased_until=None,
        tries=0,
        problem=for_call_list(problem, contact),
        text=worded(notice.change, Channel.PHONE, notice.language),
    )
