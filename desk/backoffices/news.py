"""What a back-office says of a report, told to the visitor: read there, or pushed to us.

Their status becomes one of ours, with their public text and the date; it may go backwards.
A text that repeats what the visitor told about themselves is not shown to anyone with the
receipt: the usual sentence is, and staff are told. A status that we do not know is for staff.
"""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils import timezone

from desk.answers.discreet import repeated
from desk.answers.telling import Told, tell
from desk.backoffices.contract import News, NoNews
from desk.backoffices.journal import names_of
from desk.backoffices.models import Handover, HandoverNote
from desk.backoffices.registry import BackOffice
from desk.backoffices.retry import pause_s
from desk.backoffices.writing import writing
from desk.intake.models import FINAL_STATUSES, Status, StatusChange
from desk.intake.store import add_to_search

MOST_AT_ONCE = 50
LEASE_S = 300.0
SELDOM_S = 24 * 3600.0
"""After the answer it may still be reopened over there: looked at once a day."""
WATCHED_DAYS = 60
LONGEST_SENTENCE = 1000
NOT_SHOWN = "De tekst van het zaaksysteem is niet getoond: er staat iets in van de burger zelf."
UNKNOWN_STATUS = "Het zaaksysteem zegt '{status}'. Wij weten niet wat dat voor de burger betekent."
GONE = "Het zaaksysteem kent deze melding niet meer. {why}"

log = logging.getLogger(__name__)


def claim_polls(backoffice: str, now: datetime) -> list[Handover]:
    """What is to be looked at now; nobody else looks at it for a while."""
    with writing():
        due = list(
            Handover.objects.select_for_update(skip_locked=True, of=("self",))
            .filter(backoffice=backoffice, poll_at__lte=now, current=True)
            .select_related("submission")
            .order_by("poll_at")[:MOST_AT_ONCE]
        )
        ids = [each.pk for each in due]
        if ids:
            Handover.objects.filter(pk__in=ids).update(poll_at=now + timedelta(seconds=LEASE_S))
    return due


def look(backoffice: BackOffice, due: Sequence[Handover]) -> None:
    """Ask how they are, and tell what changed."""
    found = backoffice.connector.news([names_of(each) for each in due])
    for handover, news in zip(due, found, strict=True):
        match news:
            case News():
                hear(handover, news, every_s=backoffice.settings.ask_every_s)
            case NoNews(why, gone):
                _nothing(handover, why, gone=gone)


def hear(handover: Handover, news: News, *, every_s: float) -> None:
    """Take news in; hearing the same again changes nothing."""
    now = timezone.now()
    with writing():
        kept = Handover.objects.select_for_update(of=("self",)).get(pk=handover.pk)
        version = news.version[:300]
        if version != kept.their_version:
            _tell(kept, news, now)
        kept.their_version = version
        kept.their_status = news.their_status[:200]
        kept.asked_at, kept.ask_failures = now, 0
        if news.number and news.number != kept.number:
            kept.number = news.number[:200]
            add_to_search(kept.submission, kept.number)
        kept.link = news.link[:500] or kept.link
        kept.poll_at = _next_look(news, now, every_s)
        kept.save(
            update_fields=["their_version", "their_status", "asked_at", "ask_failures", "number",
                           "link", "poll_at"]
        )  # fmt: skip


def _tell(handover: Handover, news: News, now: datetime) -> None:
    if news.status is None:
        _note(handover, UNKNOWN_STATUS.format(status=news.their_status[:100]), now)
        return
    submission = handover.submission
    status = news.status
    if status == Status.RECEIVED and submission.changes.exists():
        status = Status.IN_PROGRESS  # taken up again: that it was received is no news any more
    sentence = news.text.strip()[:LONGEST_SENTENCE]
    if repeated(sentence, submission.content):
        sentence = ""
        _note(handover, NOT_SHOWN, now)
    tell(
        submission.pk,
        Told(
            status,
            sentence,
            planned_for=news.planned_for,
            organisation=news.organisation[:200],
        ),
        source=StatusChange.Source.BACKOFFICE,
        via=handover.backoffice,
    )


def _next_look(news: News, now: datetime, every_s: float) -> datetime | None:
    if not every_s:
        return None
    if news.status not in FINAL_STATUSES:
        return now + timedelta(seconds=every_s)
    changed = news.changed_at or now
    if now - changed > timedelta(days=WATCHED_DAYS):
        return None
    return now + timedelta(seconds=max(every_s, SELDOM_S))


def _nothing(handover: Handover, why: str, *, gone: bool) -> None:
    now = timezone.now()
    failures = handover.ask_failures + 1
    again = None if gone else now + timedelta(seconds=max(60.0, pause_s(failures)))
    Handover.objects.filter(pk=handover.pk).update(
        poll_at=again, ask_failures=failures, asked_at=now
    )
    if gone:
        _note(handover, GONE.format(why=why), now)


def _note(handover: Handover, what: str, now: datetime) -> None:
    HandoverNote.objects.create(handover=handover, at=now, what=what)
