"""What the public may know of a submission: its subject, its status and one sentence.

Nothing that the visitor typed is ever among it: the subject comes from the bundle, the
sentence from the municipality.
"""

from datetime import date
from typing import Literal

from django.utils import timezone
from pydantic import BaseModel

from desk.follow.bundle_words import subject_in
from desk.follow.texts import words
from desk.intake.models import Submission


class Report(BaseModel):
    """One submission as anyone with its tracking code may see it. Days are local days."""

    day: date
    status: Literal["received", "in_progress", "done", "cannot"]
    flow: str
    title: str
    sentence: str
    language: str
    """Of the sentence: Dutch where the municipality wrote nothing in the language asked for."""
    changed: date


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
        }
    )


def sentence(submission: Submission, language: str) -> tuple[str, str]:
    """What the municipality wrote and in which language, else the usual words."""
    for written_in in (language, "nl"):
        if written := written_for(submission, written_in):
            return written, written_in
    return words(language)(f"status-{submission.status}-sentence"), language


def written_for(submission: Submission, language: str) -> str:
    """The municipality's own sentence in this language; empty where it wrote none."""
    if language == "nl":
        return submission.sentence
    return submission.sentence_translated if submission.language == language else ""
