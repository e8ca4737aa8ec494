"""Erasing what a visitor told about themselves, some time after the answer or on request.

    kept       subject, category, status and its public history, choices, a public place
    erased     how to reach the visitor, own words, everything typed, sound and pictures,
               what was said in letters and calls, notes of staff
    waits      what is open, what its back-office has not got, what somebody still has to tell

Who looked at how to reach a visitor stays written down. What was set aside goes whole,
as long after staff have dealt with it: nothing that nobody looked at is ever lost. Erased
is gone from the files of the database as well: SQLite overwrites it (`secure_delete`) and
its log of writes is emptied after each round.
"""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from desk.answers.models import Notice
from desk.backoffices.models import Handover, HandoverNote
from desk.contractors.models import Job
from desk.intake.models import FINAL_STATUSES, Aside, SearchText, Submission
from desk.intake.store import search_text
from kiosk.core import submission as core

ON_ITS_WAY = (Handover.State.WAITING, Handover.State.UNSURE, Handover.State.REFUSED)
"""Not in the back-office, or not surely. What has no route is for staff here, who answered it."""
TO_BE_TOLD = (Notice.State.WAITING, Notice.State.TO_DO)
WITHDRAWN = "Op verzoek van de burger gewist. Dit gaat niet meer naar het zaaksysteem."
_CHOICE = re.compile(r"[a-z][a-z0-9-]*")
"""How the values of choices are spelled (`kiosk.core.flow.Name`)."""


def erase_due(now: datetime, *, most: int = 200) -> int:
    """Erase what is due, at most so many at a time; how many it were."""
    before = now - timedelta(days=settings.ERASE_AFTER_DAYS)
    count = 0
    for pk in _due(before).values_list("pk", flat=True)[:most]:
        with transaction.atomic():
            # Locked first and asked again: it may have been reopened just now.
            locked = Submission.objects.select_for_update().get(pk=pk)
            if _due(before).filter(pk=pk).exists():
                _erase(locked, now)
                count += 1
    old = Aside.objects.filter(settled_at__lte=before).order_by("pk")[: most - count]
    count += Aside.objects.filter(pk__in=list(old.values_list("pk", flat=True))).delete()[0]
    if count:
        transaction.on_commit(_empty_write_log)
    return count


def _due(before: datetime) -> QuerySet[Submission]:
    handovers = Handover.objects.filter(
        submission=OuterRef("pk"), current=True, state__in=ON_ITS_WAY
    )
    notices = Notice.objects.filter(submission=OuterRef("pk"), state__in=TO_BE_TOLD)
    return Submission.objects.filter(
        Q(erased_at=None) | Q(erased_at__lt=F("answered_at")),  # reopened and answered since
        ~Exists(handovers),
        ~Exists(notices),
        routed=True,
        status__in=FINAL_STATUSES,
        answered_at__lte=before,
    ).order_by("answered_at")


def is_on_its_way(submission: Submission) -> bool:
    """The municipality's back-office has not got it yet: erased now, it never will."""
    waiting = submission.handovers.filter(current=True, state__in=ON_ITS_WAY).exists()
    return waiting or (submission.is_open and not submission.routed)


def erase_on_request(submission: Submission, *, anyway: bool = False) -> bool:
    """Erase it now, however it stands; False where it is on its way and not `anyway`."""
    now = timezone.now()
    with transaction.atomic():
        locked = Submission.objects.select_for_update().get(pk=submission.pk)
        if is_on_its_way(locked) and not anyway:
            return False
        for handover in locked.handovers.filter(current=True, state__in=ON_ITS_WAY):
            HandoverNote.objects.create(handover=handover, what=WITHDRAWN)
            # A relay that has it in hand finds its lease gone, and writes nothing over this.
            Handover.objects.filter(pk=handover.pk).update(
                state=Handover.State.WITHDRAWN, next_try=None, leased_until=None, problem=""
            )
        locked.notices.filter(state__in=TO_BE_TOLD).update(state=Notice.State.SUPERSEDED)
        _erase(locked, now)
    transaction.on_commit(_empty_write_log)
    return True


def erase_asides(asides: Iterable[Aside]) -> None:
    Aside.objects.filter(pk__in=[each.pk for each in asides]).delete()
    transaction.on_commit(_empty_write_log)


def _erase(submission: Submission, now: datetime) -> None:
    content = without_the_visitor(submission.content)
    submission.raw = content.model_dump_json()
    if content.location is None:
        submission.place = submission.postcode = ""
        submission.latitude = submission.longitude = None
    submission.erased_at = now
    submission.routed = True
    submission.save(
        update_fields=[
            "raw", "place", "postcode", "latitude", "longitude", "erased_at", "routed",
        ]
    )  # fmt: skip
    submission.spoken.all().delete()
    submission.pictures.all().delete()
    submission.notices.update(text="", outcome="")
    submission.changes.update(note="")
    Job.objects.filter(submission=submission).update(note="")
    Aside.objects.filter(submission_id=submission.pk).delete()
    numbers = submission.handovers.exclude(number="").values_list("number", flat=True)
    SearchText.objects.filter(submission=submission).update(text=search_text(submission, *numbers))


def without_the_visitor(content: core.Submission) -> core.Submission:
    """What is left of a submission: what was chosen, and where in the town it is."""
    return content.model_copy(
        update={
            "words": "",
            "contact": core.Contact(channel="none"),
            "recordings": (),
            "location": content.location if _is_public_place(content) else None,
            "answers": tuple(
                answer
                if _was_chosen(answer) and not repeats_contact(answer, content.contact)
                else answer.model_copy(update={"value": "", "shown": ""})
                for answer in content.answers
            ),
        }
    )


def repeats_contact(answer: core.Answer, contact: core.Contact) -> bool:
    """Whether an answer says again how to reach the visitor, however it is grouped."""
    given = {_bare(said) for said in contact.model_dump(exclude={"channel"}).values()} - {""}
    return not given.isdisjoint({_bare(answer.value), _bare(answer.shown)})


def _was_chosen(answer: core.Answer) -> bool:
    """Of a choice the label is shown; of what was typed, what was typed. In doubt: typed."""
    return bool(_CHOICE.fullmatch(answer.value)) and answer.value != answer.shown


def _is_public_place(content: core.Submission) -> bool:
    """A kiosk, a known place, or where a report about the street is; never a home address."""
    place, contact = content.location, content.contact
    if place is None or place.kind in ("kiosk", "place"):
        return place is not None
    home = {
        _bare(named + contact.house_number) for named in (contact.street, contact.postcode) if named
    }
    here = {
        _bare(place.label),
        _bare(place.street + place.house_number),
        _bare(place.postcode + place.house_number),
    }
    return content.category is not None and home.isdisjoint(here)


def _bare(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _empty_write_log() -> None:
    """SQLite keeps former pages in its log of writes until that is written over."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
