"""Sending what is due: texts and mails, one after the other, and each at most twice.

    Accepted     done                            ByHand    on the list of staff
    TryLater     again after 1, 2, 4 ... 60 minutes, at most 8 times; then the call list
                 (where nobody is reached, one try counts for all that are due)
    Refused      the call list
    Ambiguous, or killed before an answer came
                 once more with the same reference; the second time a person decides

A notice is taken for some minutes (`LEASE`) and written down as under way before it is
sent: whoever is killed loses nothing, and whoever comes next knows that it may have gone.
Any number of relays share the work on PostgreSQL; on SQLite there is one.
"""

import logging
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Q, QuerySet

from config.problems import Mistakes
from desk.answers import mail
from desk.answers.models import Channel, Notice
from desk.answers.notices import to_call_list
from desk.answers.reach import SETUP_WRONG, e164, problem_with
from desk.answers.setup import Answers, load
from desk.answers.sms import ByHand, Given, HttpGateway, InboxGateway, gateway
from desk.answers.texts import languages_of, said
from desk.backoffices.contract import Accepted, Ambiguous, Refused, TryLater
from desk.codes import grouped
from desk.municipality import municipality

LEASE = timedelta(minutes=5)
"""Longer than any send: a mail takes eight answers of at most 15 s, a text one of 20 s."""
MOST_TRIES = 8
LONGEST_WAIT = timedelta(hours=1)
UNDER_WAY = "Wordt verstuurd. Er is nog geen antwoord."
UNDER_WAY_AGAIN = "Wordt nog een keer verstuurd. Er is nog geen antwoord."
MAYBE_SENT = "Twee keer verstuurd, zonder antwoord. Misschien is het al aangekomen."
TOO_OFTEN = "Het versturen lukt niet."
NO_WAY = "Er is niets ingesteld om dit mee te versturen."

log = logging.getLogger(__name__)


def send_due(now: datetime, *, most: int = 50) -> int:
    """Send what is due at `now`, at most so many. How many were taken in hand."""
    post = _Post()
    try:
        for count in range(most):
            notice = _claim(now)
            if notice is None:
                return count
            _send(notice, post, now)
    finally:
        post.close()
    return most


class _Post:
    """The ways out, opened at first use."""

    def __init__(self) -> None:
        self._gateway: HttpGateway | InboxGateway | None = None
        self._answers: Answers | None = None

    def give(self, notice: Notice) -> Given:
        try:
            answers = self._answers = self._answers or load()
        except Mistakes as mistakes:
            log.error("%s", mistakes)
            return TryLater(SETUP_WRONG, all_wait=True)
        contact = notice.submission.content.contact
        if problem := problem_with(notice.channel, contact, answers):
            return Refused(problem)
        reference = f"zuil-{notice.submission_id.hex}-{notice.pk}"
        if notice.channel == Channel.SMS and answers.sms:
            self._gateway = self._gateway or gateway(answers.sms)
            to = e164(contact.phone, answers.phone_region)
            return self._gateway.send(to, notice.text, reference)
        if notice.channel == Channel.MAIL and answers.mail:
            subject = said(
                languages_of(Channel.MAIL, notice.language)[0],
                "mail-subject",
                municipality=municipality().name,
                number=grouped(notice.submission.code),
            )
            return mail.send(answers.mail, contact.email, subject, notice.text, reference)
        return Refused(NO_WAY)

    def close(self) -> None:
        if isinstance(self._gateway, HttpGateway):
            self._gateway.close()


def _due(now: datetime) -> QuerySet[Notice]:
    free = Q(leased_until=None) | Q(leased_until__lte=now)
    return Notice.objects.filter(free, state=Notice.State.WAITING, due_at__lte=now)


def _claim(now: datetime) -> Notice | None:
    """The next one, ours for a while and written down as under way; committed."""
    waiting = _due(now)
    if not waiting.exists():  # mostly: then nobody else has to wait for a lock
        return None
    with transaction.atomic():
        if connection.features.has_select_for_update_skip_locked:
            waiting = waiting.select_for_update(skip_locked=True, of=("self",))
        found = waiting.select_related("submission", "change").order_by("due_at", "id").first()
        if found is None:
            return None
        found.leased_until = now + LEASE
        found.tries += 1
        found.save(update_fields=["leased_until", "tries"])
    return found


def _send(notice: Notice, post: _Post, now: datetime) -> None:
    before = notice.problem
    if before == UNDER_WAY_AGAIN:
        to_call_list(notice, MAYBE_SENT)
        return
    under_way = UNDER_WAY_AGAIN if before == UNDER_WAY else UNDER_WAY
    still_to_send = Notice.objects.filter(pk=notice.pk, state=Notice.State.WAITING)
    if not still_to_send.update(problem=under_way):
        return  # superseded a moment ago
    result = post.give(notice)
    match result:
        case Accepted():  # even if it was superseded meanwhile: the visitor has it
            Notice.objects.filter(pk=notice.pk).update(
                state=Notice.State.DONE, done_at=now, leased_until=None, problem=""
            )
        case ByHand():
            still_to_send.update(state=Notice.State.TO_DO, leased_until=None, tries=0, problem="")
        case Refused(why):
            to_call_list(notice, why)
        case Ambiguous() if before == UNDER_WAY:
            to_call_list(notice, MAYBE_SENT)
        case Ambiguous():
            _later(notice, now, problem=under_way)
        case TryLater():
            # Whether the time before arrived is still unknown; this time it did not.
            _later(notice, now, result, problem=before if before == UNDER_WAY else result.why)
            if result.all_wait:
                _others_later(notice.channel, now, result)


def _later(notice: Notice, now: datetime, asked: TryLater | None = None, *, problem: str) -> None:
    if notice.tries >= MOST_TRIES:
        to_call_list(notice, f"{TOO_OFTEN} {asked.why}" if asked else MAYBE_SENT)
        return
    Notice.objects.filter(pk=notice.pk, state=Notice.State.WAITING).update(
        due_at=now + _wait(notice.tries, asked), leased_until=None, problem=problem
    )


def _others_later(channel: str, now: datetime, asked: TryLater) -> None:
    """Nobody is reached this way now: that counts as a try of all that are due."""
    others = _due(now).filter(channel=channel).exclude(problem=UNDER_WAY_AGAIN)
    for tries in range(1, MOST_TRIES):
        others.filter(tries=tries - 1).update(tries=tries, due_at=now + _wait(tries, asked))
    for other in others.filter(tries__gte=MOST_TRIES - 1).select_related("submission", "change"):
        to_call_list(other, f"{TOO_OFTEN} {asked.why}")


def _wait(tries: int, asked: TryLater | None) -> timedelta:
    """Before the next try: longer each time, and as long as they asked."""
    wait = min(timedelta(minutes=2.0 ** (tries - 1)), LONGEST_WAIT)
    return max(wait, timedelta(seconds=asked.wait_s or 0)) if asked else wait
