"""One submission on the public page: how it stands, in four steps that can be seen."""

from dataclasses import dataclass
from typing import Literal

from django.utils import timezone

from desk.follow.bundle_words import DUTCH, promise_in, subject_in
from desk.follow.reports import may_reopen, usual, was_reopened, written_for
from desk.follow.texts import Words
from desk.intake.models import Status, Submission


@dataclass(frozen=True, slots=True)
class StepShown:
    name: str
    """`sent` or a status: its words and its drawing."""
    state: Literal["past", "now", "later"]


@dataclass(frozen=True, slots=True)
class Card:
    subject: str
    subject_language: str
    status: str
    heading: str
    written: str
    """The municipality's sentence in the language of the page, or empty."""
    dutch: str
    """Its sentence in Dutch, where there is none in the language of the page."""
    usual: str
    reopened: bool
    detail: str
    """The day for which it is planned, or the organisation to which it was sent on."""
    detail_language: str
    steps: tuple[StepShown, ...]
    received: str
    time: str
    changed: str
    promise: str
    """What was promised; empty once it is over."""
    promise_language: str
    promise_until: str
    late: bool
    may_reopen: bool
    number: int
    """Which it is of all with its tracking code, the oldest first."""


def card(submission: Submission, words: Words, number: int) -> Card:
    written = written_for(submission, words.language)
    promised = submission.is_open and submission.content.category
    received = timezone.localtime(submission.received_at)
    changed = timezone.localdate(submission.changed_at)
    due = submission.due if promised else None
    subject, subject_language = subject_in(words.language, submission.content)
    detail, detail_language = _detail(submission, words)
    promise, promise_language = promise_in(words.language, promised.promise if promised else "")
    return Card(
        subject=subject,
        subject_language=subject_language,
        status=submission.status,
        heading=words(f"status-{submission.status}"),
        written=written,
        dutch="" if written else submission.sentence,
        usual=usual(submission, words),
        reopened=was_reopened(submission),
        detail=detail,
        detail_language=detail_language,
        steps=_steps(submission.status),
        received=words.day(received.date()),
        time=words.time(received),
        changed=words.day(changed) if submission.changed_at != submission.received_at else "",
        promise=promise,
        promise_language=promise_language,
        promise_until=words("promise-until", day=words.day(due)) if due else "",
        late=submission.is_late,
        may_reopen=may_reopen(submission),
        number=number,
    )


def _detail(submission: Submission, words: Words) -> tuple[str, str]:
    """What belongs to the present step, and in which language that is."""
    if submission.status == Status.PLANNED and submission.planned_for:
        return words.day(submission.planned_for), words.language
    if submission.status == Status.FORWARDED:
        return submission.organisation, DUTCH
    return "", words.language


def _steps(status: str) -> tuple[StepShown, ...]:
    under_way = status if status == Status.PLANNED else "in_progress"
    last = status if status in (Status.CANNOT, Status.FORWARDED) else "done"
    names = ("sent", "received", under_way, last)
    now = names.index(status)
    states: tuple[Literal["past", "now", "later"], ...] = ("past", "now", "later")
    return tuple(
        StepShown(name, states[1 + (place > now) - (place < now)])
        for place, name in enumerate(names)
    )
