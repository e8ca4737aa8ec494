"""The examination of a draft as the pages know it: asked for, under way, done, or lost."""

from django.contrib.auth.models import User
from django.utils import timezone

from desk.publishing.drafts import files_digest
from desk.publishing.models import Draft
from desk.rehearsal import worker
from desk.rehearsal.models import Examination


def of(draft: Draft) -> Examination | None:
    """That of exactly this content; None where it was never asked for."""
    return Examination.objects.filter(digest=files_digest(draft.files)).first()


def standing(examination: Examination | None) -> str:
    """none, busy, failed, unfit or fit."""
    if examination is None:
        return "none"
    match examination.state:
        case "done":
            return "unfit" if examination.problems else "fit"
        case "failed":
            return "failed"
        case _:
            return "failed" if _is_lost(examination) else "busy"


def ask(draft: Draft, user: User) -> None:
    """Begin, or begin again: the routes and the program may have changed since."""
    found = of(draft)
    if standing(found) == "busy":
        return
    values = {
        "files": draft.files,
        "base": draft.base.files if draft.base else None,
        "state": "waiting",
        "asked_by": user,
        "asked_at": timezone.now(),
        "began_at": None,
        "ended_at": None,
        "percent": 0,
        "problems": [],
        "advice": [],
        "changed": 0,
    }
    Examination.objects.update_or_create(digest=files_digest(draft.files), defaults=values)
    worker.start()


def _is_lost(examination: Examination) -> bool:
    """It was begun, or asked for, so long ago that nobody is at it."""
    since = examination.began_at or examination.asked_at
    return timezone.now() - since > worker.GONE_AFTER
