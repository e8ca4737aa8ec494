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
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from pydantic import ValidationError

from desk.fleet.models import Kiosk
from desk.intake import pictures
from desk.intake.models import Aside, Picture, Recording, SearchText, Submission
from desk.intake.sealing import open_box
from desk.intake.spoken import Spoken, apart
from desk.open311.models import App
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


def take_in_from_app(
    content: core.Submission, app: App, photos: Sequence[pictures.Photograph] = ()
) -> Submission:
    """Keep what an app hands in. Under an id that is here already nothing changes."""
    with transaction.atomic():
        kept, new = Submission.objects.get_or_create(
            id=content.id,
            defaults=columns(content) | {"app": app, "raw": content.model_dump_json()},
        )
        if new:
            SearchText.objects.create(submission=kept, text=search_text(kept))
            for photo in photos:
                pictures.keep(kept, photo, Picture.Of.REPORT)
    return kept


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
        SearchText.objects.create(submission=kept, text=search_text(kept))
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
    if kept.erased_at is not None:
        return Known()  # there is nothing left to compare with
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


def search_text(submission: Submission, *more: str) -> str:
    """What a submission is found by: nothing of how to reach the visitor."""
    words = (submission.title, submission.category, submission.place, submission.code, *more)
    return " ".join(words).casefold()


def add_to_search(submission: Submission, number: str) -> None:
    """Let it be found by the number that it has in the back-office as well."""
    kept, _ = SearchText.objects.get_or_create(submission=submission)
    if number.casefold() not in kept.text:
        kept.text = f"{kept.text} {number.casefold()}"
        kept.save(update_fields=["text"])


def _columns(content: core.Submission, kiosk: Kiosk) -> dict[str, object]:
    return columns(content) | {"kiosk": kiosk}


def columns(content: core.Submission) -> dict[str, object]:
    """What a submission is listed, found and routed by, wherever it came in."""
    now = timezone.now()
    days = content.category.promise_days if content.category else None
    category, location = content.category, content.location
    return {
        "code": content.code,
        "received_at": now,
        "changed_at": now,
        "flow": _column(content.flow, 100),
        "title": _column(content.title, 200),
        "category": _column(category.label if category else "", 200),
        "category_key": _column(f"{category.main}/{category.sub}" if category else "", 200),
        "place": _column(location.label if location else "", 200),
        "latitude": location.latitude if location else None,
        "longitude": location.longitude if location else None,
        "postcode": _column(location.postcode.replace(" ", "") if location else "", 7),
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
