"""Telling how it goes: the one place where the status of a submission changes.

Staff, a back-office, a contractor or the visitor say what it is now; it is written down
with who said it, shown at once on the page behind the QR code and at the kiosk, and told
to the visitor by the way that they chose (`desk.answers.notices`). It may go backwards.
"""

from dataclasses import dataclass, fields
from datetime import date
from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from desk.answers.notices import announce
from desk.intake.models import FINAL_STATUSES, Status, StatusChange, Submission


class ChangedMeanwhileError(Exception):
    """Somebody else changed it since it was last looked at; nothing was written."""


@dataclass(frozen=True, slots=True)
class Told:
    """What it is now. The sentences are public; `planned_for` and `organisation` with them."""

    status: Status
    sentence: str = ""
    sentence_translated: str = ""
    planned_for: date | None = None
    organisation: str = ""


def tell(
    submission_id: UUID,
    told: Told,
    *,
    source: StatusChange.Source,
    by: User | None = None,
    via: str = "",
    note: str = "",
    seen: str | None = None,
) -> StatusChange | None:
    """Write it down and let the visitor know; None where it was so already.

    `seen` is the `changed_at` (ISO) that the teller knew of; `note` is for staff only.
    Raises ChangedMeanwhileError, and Submission.DoesNotExist.
    """
    with transaction.atomic():
        submission = Submission.objects.select_for_update().get(pk=submission_id)
        if seen is not None and seen != submission.changed_at.isoformat():
            raise ChangedMeanwhileError
        new = {field.name: getattr(told, field.name) for field in fields(told)}
        if not note and all(getattr(submission, name) == value for name, value in new.items()):
            return None
        now = timezone.now()
        change = StatusChange.objects.create(
            submission=submission, at=now, source=source, by=by, via=via, note=note, **new
        )
        final = told.status in FINAL_STATUSES
        was_final = submission.answered_at is not None
        for name, value in new.items():
            setattr(submission, name, value)
        submission.changed_at = now
        submission.answered_at = (submission.answered_at if was_final else now) if final else None
        # The visitor's own "not solved" stays on top of the inbox until somebody answers it.
        submission.not_solved_at = now if source is StatusChange.Source.VISITOR else None
        submission.save(update_fields=[*new, "changed_at", "answered_at", "not_solved_at"])
        announce(change)
    return change
