"""'It is not solved': the one thing that a visitor may change of what was handed in.

    done, at most 28 days ago    it is in progress again, and staff see it on top
    open again already           said before; nothing changes, however often it is said
    anything else                refused: nothing was finished, or it is too long ago

Said on the page behind the QR code, or at a kiosk. The back-office hears of it from the
relay, which finds the change in the history.
"""

from datetime import date
from typing import Literal

from django.db import transaction

from desk.answers.telling import Told, tell
from desk.follow.reports import may_reopen, submissions, was_reopened
from desk.intake.models import Status, StatusChange, Submission

Outcome = Literal["reopened", "known", "refused"]


def not_solved(submission: Submission) -> Outcome:
    """Reopen it if that is still possible. Two who say so at once reopen it once."""
    with transaction.atomic():
        present = Submission.objects.select_for_update().get(pk=submission.pk)
        if was_reopened(present):
            return "known"
        if not may_reopen(present):
            return "refused"
        tell(present.pk, Told(Status.IN_PROGRESS), source=StatusChange.Source.VISITOR)
    return "reopened"


def not_solved_on(code: str, day: date) -> Outcome | Literal["unknown"]:
    """The same by tracking code and day of receipt: of several, the one that may be reopened."""
    of_day = [each for each in submissions(code) if each.received_day == day]
    for wanted in (may_reopen, was_reopened):
        for submission in filter(wanted, of_day):
            return not_solved(submission)
    return "refused" if of_day else "unknown"
