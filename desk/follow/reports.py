"""What the public may know of a submission: its subject, its status and one sentence.

Nothing that the visitor typed is ever among it: the subject comes from the bundle, the
sentence from the municipality.
"""

from datetime import date, timedelta
from typing import Literal

from django.utils import timezone
from pydantic import BaseModel

from desk.follow.bundle_words import subject_in
from desk.follow.texts import Words, words
from desk.intake.models import FINAL_STATUSES, Status, Submission

REOPEN_WITHIN = timedelta(days=28)
"""After the answer. By then a visitor has been past it, and a later fault is a new report."""


class Report(BaseModel):
    """One submission as anyone with its tracking code may see it. Days are local days."""

    day: date
    status: Literal["received", "in_progress", "planned", "done", "cannot", "forwarded"]
    flow: str
    title: str
    sentence: str
    language: str
    """Of the sentence: Dutch where the municipality wrote nothing in the language asked for."""
    changed: date
    planned_for: str
    """The day for which it is planned, as 2026-11-22; empty where there is none."""
    organisation: str
    """To which it was sent on; empty where it was not, or nobody said."""
    may_reopen: bool
    """Whether the visitor may say now that it is not solved."""


def reports(code: str, language: str) -> tuple[Report, ...]:
    """Everything under a tracking code, oldest first."""
    return tuple(report(found, language) for found in submissions(code))


def submissions(code: str) -> list[Submission]:
    return list(Submission.objects.filter(code=code).order_by("received_at", "id"))


def report(submission: Submission, language: str) -> Report:
    said, said_in = sentence(submission, language)
    return Report.model_validate(
        {
            "day": submission.received_day,
            "status": submission.status,
            "flow": submission.flow,
            "title": subject_in(language, submission.content)[0],
            "sentence": said,
            "language": said_in,
            "changed": timezone.localdate(submission.changed_at),
            "planned_for": submission.planned_for.isoformat() if submission.planned_for else "",
            "organisation": submission.organisation,
            "may_reopen": may_reopen(submission),
        }
    )


def may_reopen(submission: Submission) -> bool:
    """Done, not too long ago, and nobody said yet that it is not solved."""
    answered_at = submission.answered_at
    return (
        submission.status == Status.DONE
        and submission.not_solved_at is None
        and answered_at is not None
        and timezone.now() - answered_at <= REOPEN_WITHIN
    )


def was_reopened(submission: Submission) -> bool:
    """It is open now and there was an answer before."""
    return submission.is_open and (
        submission.not_solved_at is not None
        or submission.changes.filter(status__in=FINAL_STATUSES).exists()
    )


def sentence(submission: Submission, language: str) -> tuple[str, str]:
    """What the municipality wrote and in which language, else the usual words."""
    for written_in in (language, "nl"):
        if written := written_for(submission, written_in):
            return written, written_in
    return usual(submission, words(language)), language


def usual(submission: Submission, said: Words) -> str:
    """What is said where the municipality wrote nothing: of a reopened one, calmly, that it is."""
    key = "again" if was_reopened(submission) else f"status-{submission.status}"
    return said(f"{key}-sentence")


def written_for(submission: Submission, language: str) -> str:
    """The municipality's own sentence in this language; empty where it wrote none."""
    if language == "nl":
        return submission.sentence
    return submission.sentence_translated if submission.language == language else ""
