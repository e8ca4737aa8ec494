"""Taking one submission in: open it, check it, keep it, and say what became of it.

    not opened            Unreadable            nothing is kept; the kiosk keeps its copy
    opened, not valid     Invalid(problems)     set aside, sealed
    new                   Stored
    same id, same content Known                 handing in again changes nothing
    same id, other        Conflict              set aside, sealed; the first one stays

Everything that is kept is durable on disk before this answers, in one transaction: what
was said by voice with the rest, in rows of its own (`desk.intake.spoken`).
"""

import hashlib
import logging
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from pydantic import ValidationError

from desk.fleet.models import Kiosk
from desk.intake.models import Aside, Recording, Submission
from desk.intake.sealing import open_box
from desk.intake.spoken import Spoken, apart
from desk.workdays import add_workdays
from kiosk.core import submission as core

SEEN_AGAIN_AFTER = timedelta(minutes=1)
"""A kiosk that hands in a thousand rows is written down as seen once, not a thousand times."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Stored:
    pass


@dataclass(frozen=True, slots=True)
class Known:
    pass


@dataclass(frozen=True, slots=True)
class Unreadable:
    pass


@dataclass(frozen=True, slots=True)
class Invalid:
    """`problems` name places and rules, never what stood there."""

    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    pass


Outcome = Stored | Known | Unreadable | Invalid | Conflict


def take_in(submission_id: UUID, sealed: bytes, kiosk: Kiosk) -> Outcome:
    opened = open_box(sealed)
    if opened is None:
        log.warning("submission %s from kiosk %s cannot be opened", submission_id, kiosk.name)
        return Unreadable()
    content = _read(opened, submission_id)
    with transaction.atomic():
        _seen(kiosk)
        outcome = content if isinstance(content, Invalid) else _keep(submission_id, content, kiosk)
        match outcome:
            case Invalid(problems):
                reason = Aside.Reason.INVALID
            case Conflict():
                problems, reason = (), Aside.Reason.CONFLICT
            case _:
                return outcome
        _, new = Aside.objects.get_or_create(
            submission_id=submission_id,
            digest=hashlib.sha256(opened).hexdigest(),
            defaults={
                "kiosk": kiosk,
                "reason": reason,
                "problems": "\n".join(problems),
                "sealed": sealed,
            },
        )
    if new:
        log.warning("submission %s from kiosk %s set aside: %s", submission_id, kiosk.name, reason)
    return outcome


@dataclass(frozen=True, slots=True)
class _Content:
    """A valid submission: without its sound, as text, and its sound."""

    submission: core.Submission
    raw: str
    spoken: tuple[Spoken, ...]


def _keep(submission_id: UUID, content: _Content, kiosk: Kiosk) -> Stored | Known | Conflict:
    kept, new = Submission.objects.get_or_create(
        id=submission_id, defaults=_columns(content.submission, kiosk) | {"raw": content.raw}
    )
    if new:
        for each in content.spoken:
            Recording.objects.create(
                submission=kept,
                place=each.place,
                step=_column(each.step, 100),
                seconds=each.seconds,
                digest=each.digest,
                sealed=each.sealed,
            )
        return Stored()
    same = kept.content == content.submission and _spoken_before(kept) == [
        each.digest for each in content.spoken
    ]
    return Known() if same else Conflict()


def _spoken_before(kept: Submission) -> list[str]:
    """The digests of what was spoken; asked only of a submission that has any."""
    return list(kept.spoken.values_list("digest", flat=True)) if kept.content.recordings else []


def _read(opened: bytes, submission_id: UUID) -> _Content | Invalid:
    try:
        content = core.Submission.model_validate_json(opened)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)
        return Invalid(
            tuple(
                f"{'.'.join(map(str, fault['loc'])) or 'submission'}: {fault['type']}"
                for fault in faults[:10]
            )
        )
    if content.id != submission_id:
        return Invalid(("id: differs from the id in the address",))
    silent, spoken, problems = apart(content)
    if problems:
        return Invalid(problems)
    # Without sound it is kept as it came, to the letter.
    raw = silent.model_dump_json() if spoken else opened.decode()
    return _Content(silent, raw, spoken)


def _columns(content: core.Submission, kiosk: Kiosk) -> dict[str, object]:
    now = timezone.now()
    days = content.category.promise_days if content.category else None
    return {
        "code": content.code,
        "kiosk": kiosk,
        "received_at": now,
        "changed_at": now,
        "flow": _column(content.flow, 100),
        "title": _column(content.title, 200),
        "category": _column(content.category.label if content.category else "", 200),
        "place": _column(content.location.label if content.location else "", 200),
        "language": _column(content.language, 20),
        "due": None if days is None else add_workdays(timezone.localdate(now), days),
    }


def _column(text: str, limit: int) -> str:
    """As much as a column holds. Databases refuse the null character; `raw` keeps it, escaped."""
    return text.replace("\0", "")[:limit]


def _seen(kiosk: Kiosk) -> None:
    now = timezone.now()
    if kiosk.last_seen is None or abs(now - kiosk.last_seen) > SEEN_AGAIN_AFTER:
        Kiosk.objects.filter(pk=kiosk.pk).update(last_seen=now)
