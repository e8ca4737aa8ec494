"""One submission, whole; and the form with which staff say how it goes."""

from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from desk.access.may import inbox_page
from desk.answers.discreet import repeated
from desk.answers.telling import ChangedMeanwhileError, Told, tell
from desk.backoffices import settling
from desk.inbox import contact
from desk.inbox.handovers import handed_shown, history
from desk.inbox.spoken import SpokenShown, spoken_shown
from desk.intake.models import FINAL_STATUSES, ContactReading, Status, StatusChange, Submission
from desk.languages import STAFF_LANGUAGE, language_name, other_language
from desk.personal.erasing import is_on_its_way
from kiosk.core import submission as core

LONGEST_SENTENCE = 300
LONGEST_ORGANISATION = 200
NEEDS_SENTENCE = (Status.DONE, Status.CANNOT)


class ChangeForm(forms.Form):
    """`seen` is the moment of the last change that this member of staff knew of."""

    status = forms.ChoiceField(choices=Status)
    sentence = forms.CharField(required=False, max_length=LONGEST_SENTENCE)
    sentence_translated = forms.CharField(required=False, max_length=LONGEST_SENTENCE)
    planned_for = forms.DateField(required=False)
    organisation = forms.CharField(required=False, max_length=LONGEST_ORGANISATION)
    seen = forms.CharField(required=False)

    def __init__(self, submission: Submission, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # handed on as given
        self._submission = submission

    def clean(self) -> dict[str, Any]:
        """The day and the organisation only where the status is about them."""
        said = super().clean() or {}
        if said.get("status") != Status.PLANNED:
            said["planned_for"] = None
            self.errors.pop("planned_for", None)
        if said.get("status") != Status.FORWARDED:
            said["organisation"] = ""
        if said.get("status") in NEEDS_SENTENCE and not said.get("sentence"):
            self._fault("sentence", "needed")
        for name in ("sentence", "sentence_translated", "organisation"):
            if what := repeated(said.get(name, ""), self._submission.content):
                self._fault(name, f"repeats_{what}")
        return said

    def fault_of_colleague(self) -> None:
        self._fault(None, "changed_meanwhile")

    def _fault(self, field: str | None, name: str) -> None:
        self.add_error(field, render_to_string("inbox/faults.txt", {"fault": name}).strip())


@inbox_page
@require_http_methods(["GET", "HEAD", "POST"])
def detail(request: HttpRequest, submission_id: UUID) -> HttpResponse:
    submission = _found(submission_id)
    form = _form(submission, request)
    if form.is_valid():
        if change(submission.pk, form.cleaned_data, cast(User, request.user)):
            messages.success(request, "saved")
            return redirect("inbox:detail", submission_id=submission_id)
        form.fault_of_colleague()
        submission.refresh_from_db()
    return detail_page(request, submission, form)


@inbox_page
@require_http_methods(["GET", "HEAD", "POST"])
def read_contact(request: HttpRequest, submission_id: UUID) -> HttpResponse:
    """The same page with how to reach the visitor on it; asked without a form, it leads back."""
    submission = _found(submission_id)
    reading = ContactReading(submission=submission)
    if request.method != "POST" or not contact.write_down(request, reading):
        return redirect("inbox:detail", submission_id=submission_id)
    return detail_page(request, submission, _form(submission), contact_shown=True)


def _found(submission_id: UUID) -> Submission:
    return get_object_or_404(Submission.objects.select_related("kiosk", "app"), pk=submission_id)


def _form(submission: Submission, request: HttpRequest | None = None) -> ChangeForm:
    return ChangeForm(
        submission,
        request.POST or None if request else None,
        initial={
            "status": submission.status,
            "sentence": submission.sentence,
            "sentence_translated": submission.sentence_translated,
            "planned_for": submission.planned_for,
            "organisation": submission.organisation,
            "seen": submission.changed_at.isoformat(),
        },
    )


def detail_page(
    request: HttpRequest, submission: Submission, form: ChangeForm, *, contact_shown: bool = False
) -> HttpResponse:
    address = reverse("inbox:contact", args=[submission.pk])
    spoken = spoken_shown(submission)
    context = {
        "submission": submission,
        "content": content_shown(submission.content, spoken, contact_shown=contact_shown),
        "contact_asked": contact.asked(request, address, submission.readings.all()),
        "on_its_way": is_on_its_way(submission),
        "language": language_name(submission.language),
        "translate": submission.language != STAFF_LANGUAGE,
        "form": form,
        "seen": submission.changed_at.isoformat(),
        "statuses": Status.choices,
        "needs_sentence": NEEDS_SENTENCE,
        "longest_sentence": LONGEST_SENTENCE,
        "pictures": submission.pictures.defer("sealed"),
        "handed": handed_shown(submission),
        "history": history(submission),
        "here": "inbox",
    }
    return render(request, "inbox/detail.html", context, status=200 if not form.errors else 422)


def change(submission_id: UUID, said: dict[str, Any], by: User) -> bool:
    """Write the new status and its history; False where a colleague was first.

    With the answer given, what was not sent to a back-office yet need not go any more.
    """
    told = Told(
        Status(said["status"]),
        said["sentence"],
        said["sentence_translated"],
        said["planned_for"],
        said["organisation"],
    )
    try:
        with transaction.atomic():
            tell(submission_id, told, source=StatusChange.Source.STAFF, by=by, seen=said["seen"])
            if told.status in FINAL_STATUSES:
                settling.closed(submission_id, by)
    except ChangedMeanwhileError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class ContentShown:
    submission: core.Submission
    """Without how to reach the visitor, where that is hidden."""
    answers: tuple[contact.AnswerShown, ...]
    contact_hidden: bool
    words_shown: bool
    """Whether the visitor's own words stand among the answers already."""
    spoken: tuple[SpokenShown, ...]
    other_language: str
    """The visitor's language by its name, where it is not that of staff."""


def content_shown(
    submission: core.Submission, spoken: tuple[SpokenShown, ...] = (), *, contact_shown: bool
) -> ContentShown:
    hidden = contact.is_reachable(submission.contact) and not contact_shown
    shown = contact.without_contact(submission) if hidden else submission
    among = any(answer.value == shown.words for answer in shown.answers)
    return ContentShown(
        shown,
        contact.answers_shown(submission, hidden=hidden),
        hidden,
        among or not shown.words,
        spoken,
        other_language(submission.language),
    )
