"""What a contractor may see, and what it does with it: take in hand, finish, give back.

    open      nobody has it in hand; in their area, of their kinds, and they did not give it back
    theirs    they have it in hand and it is not finished, also where the visitor says
              afterwards that it is not solved

Anything else they cannot see. Of two who take the same at once one gets it. The visitor
hears of each step as of any other answer (`desk.answers.telling`).
"""

from typing import Literal
from uuid import UUID

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from desk.answers.telling import Told, tell
from desk.contractors.area import is_inside, may_be_theirs
from desk.contractors.models import Contractor, Job
from desk.intake import pictures
from desk.intake.models import OPEN_STATUSES, Picture, Status, StatusChange, Submission

MOST_SHOWN = 200
Outcome = Literal["done", "taken", "gone"]
"""`taken`: another firm was first. `gone`: it is not theirs, or not open any more."""
CONTRACTOR = StatusChange.Source.CONTRACTOR


def open_work(contractor: Contractor) -> list[Submission]:
    """The work that they may take, what was promised first on top."""
    found = _in_order(_free(contractor)).defer("raw")
    return [each for each in found if is_inside(contractor, each)][:MOST_SHOWN]


def own_work(contractor: Contractor) -> list[Submission]:
    return list(_in_order(_own(contractor)).defer("raw")[:MOST_SHOWN])


def visible(contractor: Contractor, submission_id: UUID) -> Submission | None:
    """The submission if they may see it now; else None, whether or not there is one."""
    found = Submission.objects.filter(pk=submission_id)
    own = found.filter(job__contractor=contractor, status__in=OPEN_STATUSES).first()
    if own is not None:
        return own
    free = _free(contractor).filter(pk=submission_id).first()
    return free if free is not None and is_inside(contractor, free) else None


def has_in_hand(contractor: Contractor, submission: Submission) -> bool:
    return Job.objects.filter(submission=submission, contractor=contractor).exists()


def take(contractor: Contractor, submission_id: UUID) -> Outcome:
    with transaction.atomic():
        present = _locked(submission_id)
        job = Job.objects.filter(submission_id=submission_id).first()
        if present is None or not present.is_open:
            return "gone"
        if job is not None:
            return "done" if job.contractor_id == contractor.pk else "taken"
        if visible(contractor, submission_id) is None:
            return "gone"
        Job.objects.create(submission=present, contractor=contractor)
        told = Told(Status.IN_PROGRESS)
        if present.status == Status.IN_PROGRESS:  # what staff said of it stays
            told = _as_it_is(present)
        tell(present.pk, told, source=CONTRACTOR, by=contractor.user, note=contractor.firm)
    return "done"


def finish(
    contractor: Contractor, submission_id: UUID, sentence: str, photo: pictures.Photograph | None
) -> Outcome:
    with transaction.atomic():
        job = _job_in_hand(contractor, submission_id)
        if job is None:
            return "gone"
        job.finished_at, job.note = timezone.now(), sentence
        job.save(update_fields=["finished_at", "note"])
        if photo is not None:
            pictures.keep(job.submission, photo, Picture.Of.RESULT)
        told = Told(Status.DONE, sentence)
        tell(submission_id, told, source=CONTRACTOR, by=contractor.user, via=contractor.firm)
    return "done"


def give_back(contractor: Contractor, submission_id: UUID, why: str) -> Outcome:
    """For somebody else, with a note that only staff see."""
    with transaction.atomic():
        job = _job_in_hand(contractor, submission_id)
        if job is None:
            return "gone"
        present = job.submission
        job.delete()
        told = _as_it_is(present)
        if present.status == Status.IN_PROGRESS:  # nobody is at it now
            told = Told(Status.RECEIVED)
        tell(submission_id, told, source=CONTRACTOR, by=contractor.user, note=why)
    return "done"


def _free(contractor: Contractor) -> QuerySet[Submission]:
    given_back = StatusChange.objects.filter(source=CONTRACTOR, by=contractor.user)
    return Submission.objects.filter(
        may_be_theirs(contractor), status__in=OPEN_STATUSES, job=None, erased_at=None
    ).exclude(pk__in=given_back.values("submission"))


def _own(contractor: Contractor) -> QuerySet[Submission]:
    return Submission.objects.filter(job__contractor=contractor, status__in=OPEN_STATUSES)


def _in_order(found: QuerySet[Submission]) -> QuerySet[Submission]:
    return found.order_by(F("due").asc(nulls_last=True), "received_at", "id")


def _locked(submission_id: UUID) -> Submission | None:
    return Submission.objects.select_for_update().filter(pk=submission_id).first()


def _job_in_hand(contractor: Contractor, submission_id: UUID) -> Job | None:
    present = _locked(submission_id)
    if present is None or not present.is_open:
        return None
    job = Job.objects.filter(submission_id=submission_id, contractor=contractor).first()
    if job is not None:
        job.submission = present
    return job


def _as_it_is(present: Submission) -> Told:
    return Told(
        Status(present.status),
        present.sentence,
        present.sentence_translated,
        present.planned_for,
        present.organisation,
    )
