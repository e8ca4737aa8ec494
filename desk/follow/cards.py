"""One submission on the public page: how it stands, in four steps that can be seen."""

from dataclasses import dataclass
from typing import Literal

from django.utils import timezone

from desk.follow.bundle_words import promise_in, subject_in
from desk.follow.reports import written_for
from desk.follow.texts import Words
from desk.intake.models import Submission


@dataclass(frozen=True, slots=True)
class StepShown:
    name: str
    """`sent`, `received`, `in_progress`, `done` or `cannot`: its words and its drawing."""
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
    steps: tuple[StepShown, ...]
    received: str
    time: str
    changed: str
    promise: str
    """What was promised; empty once it is over."""
    promise_language: str
    promise_until: str
    late: bool


def card(submission: Submission, words: Words) -> Card:
    written = written_for(submission, words.language)
    promised = submission.is_open and submission.content.category
    received = timezone.localtime(submission.received_at)
    changed = timezone.localdate(submission.changed_at)
    due = submission.due if promised else None
    subject, subject_language = subject_in(words.language, submission.content)
    promise, promise_language = promise_in(words.language, promised.promise if promised else "")
    return Card(
        subject=subject,
        subject_language=subject_language,
        status=submission.status,
        heading=words(f"status-{submission.status}"),
        written=written,
        dutch="" if written else submission.sentence,
        usual=words(f"status-{submission.status}-sentence"),
        steps=_steps(submission.status),
        received=words.day(received.date()),
        time=words.time(received),
        changed=words.day(changed) if submission.changed_at != submission.received_at else "",
        promise=promise,
        promise_language=promise_language,
        promise_until=words("promise-until", day=words.day(due)) if due else "",
        late=submission.is_late,
    )


def _steps(status: str) -> tuple[StepShown, ...]:
    last = "cannot" if status == "cannot" else "done"
    names = ("sent", "received", "in_progress", last)
    now = names.index(status)
    states: tuple[Literal["past", "now", "later"], ...] = ("past", "now", "later")
    return tuple(
        StepShown(name, states[1 + (place > now) - (place < now)])
        for place, name in enumerate(names)
    )
