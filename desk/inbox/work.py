"""What waits for a person, and why, in words.

    geweigerd           the back-office did not take it
    niet zeker          nobody knows whether it arrived
    geen route          nobody said where this kind goes
    misschien dubbel    it was sent twice, to be sure
    niet opgelost       the visitor says so
    te laat             it is open after the promised day

The list, its counts and the reasons beside each row are all made from the same few rules.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from desk.backoffices.models import Beat, Handover
from desk.backoffices.quiet import quiet_now
from desk.intake.models import Submission

State = Handover.State
STUCK = (State.REFUSED, State.UNSURE, State.UNROUTED)
"""A hand-over that gets no further without a person."""
SILENT_AFTER = timedelta(minutes=1)
"""A relay beats every ten seconds."""
LONGEST_WHY = 160


@dataclass(frozen=True, slots=True)
class Reason:
    """`short` is for the eye, `why` says more; it may be empty."""

    short: str
    why: str = ""


def stuck() -> QuerySet[Any, Any]:
    """The submissions (their ids) for which somebody must decide; late ones are apart."""
    current = Handover.objects.filter(current=True)
    return (
        current.filter(state__in=STUCK)
        .values("submission_id")
        .union(
            current.filter(maybe_twice=True).values("submission_id"),
            Submission.objects.filter(not_solved_at__isnull=False).order_by().values("id"),
        )
    )


def waiting() -> QuerySet[Any, Any]:
    """The submissions (their ids) that a relay is to send."""
    return Handover.objects.filter(current=True, state=State.WAITING).values("submission_id")


def current_handovers(ids: Iterable[UUID]) -> dict[UUID, Handover]:
    found = Handover.objects.filter(submission_id__in=list(ids), current=True).defer("journal")
    return {each.submission_id: each for each in found}


def reasons(submission: Submission, handover: Handover | None) -> list[Reason]:
    """Why somebody should look at it; what is shown elsewhere in the row (late) is left out."""
    found = []
    if submission.not_solved_at is not None:
        found.append(Reason(_("Volgens de burger niet opgelost")))
    if handover is None:
        return found
    if handover.state in STUCK:
        found.append(Reason(handover.get_state_display(), _short(handover.problem)))
    if handover.maybe_twice:
        found.append(Reason(_("Staat er misschien dubbel")))
    return found


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_WHY else f"{text[:LONGEST_WHY].rpartition(' ')[0]}…"


@dataclass(frozen=True, slots=True)
class Silence:
    """Why nothing goes out at this moment; of one back-office, or of all."""

    backoffice: str
    until: Any
    why: str
    count: int = 0


def silences() -> Sequence[Silence]:
    """No relay at work while there is something for it to do; and back-offices left alone."""
    now = timezone.now()
    quiet = [
        Silence(each.backoffice, each.until, each.why)
        for each in sorted(quiet_now(now).values(), key=lambda each: each.backoffice)
    ]
    if Beat.objects.filter(at__gt=now - SILENT_AFTER).exists():
        return quiet
    count = Handover.objects.filter(current=True, state=State.WAITING).count()
    if settings.BACKOFFICES.exists():
        count += Submission.objects.filter(routed=False).order_by().count()
    return [Silence("", None, "", count), *quiet] if count else quiet


def today() -> date:
    return timezone.localdate()
