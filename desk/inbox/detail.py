"""One submission, whole; and the form with which staff say how it goes."""

from dataclasses import dataclass
from typing import cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from desk.inbox.discreet import repeated
from desk.inbox.login import staff_page
from desk.inbox.spoken import SpokenShown, spoken_shown
from desk.intake.models import Status, StatusChange, Submission
from desk.languages import STAFF_LANGUAGE, language_name, other_language
from kiosk.core import submission as core

LONGEST_SENTENCE = 300
NEEDS_SENTENCE = (Status.DONE, Status.CANNOT)


class ChangeForm(forms.Form):
    """`seen` is the moment of the last change that this member of staff knew of."""

    status = forms.ChoiceField(choices=Status)
    sentence = forms.CharField(required=False, max_length=LONGEST_SENTENCE)
    sentence_translated = forms.CharField(required=False, max_length=LONGEST_SENTENCE)
    seen = forms.CharField(required=False)

    def __init__(self, submission: Submission, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # handed on as given
        self._submission = submission

    def clean(self) -> dict[str, str]:
        said = super().clean() or {}
        if said.get("status") in NEEDS_SENTENCE and not said.get("sentence"):
            self._fault("sentence", "needed")
        for name in ("sentence", "sentence_translated"):
            if what := repeated(said.get(name, ""), self._submission.content):
                self._fault(name, f"repeats_{what}")
        return said

    def fault_of_colleague(self) -> None:
        self._fault(None, "changed_meanwhile")

    def _fault(self, field: str | None, name: str) -> None:
        self.add_error(field, render_to_string("inbox/faults.txt", {"fault": name}).strip())


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def detail(request: HttpRequest, submission_id: UUID) -> HttpResponse:
    submission = get_object_or_404(Submission.objects.select_related("kiosk"), pk=submission_id)
    form = ChangeForm(
        submission,
        request.POST or None,
        initial={
            "status": submission.status,
            "sentence": submission.sentence,
            "sentence_translated": submission.sentence_translated,
            "seen": submission.changed_at.isoformat(),
        },
    )
    if form.is_valid():
        if change(submission.pk, form.cleaned_data, cast(User, request.user)):
            messages.success(request, "saved")
            return redirect("inbox:detail", submission_id=submission_id)
        form.fault_of_colleague()
        submission.refresh_from_db()
    context = {
        "submission": submission,
        "content": content_shown(submission.content, spoken_shown(submission)),
        "language": language_name(submission.language),
        "translate": submission.language != STAFF_LANGUAGE,
        "form": form,
        "seen": submission.changed_at.isoformat(),
        "statuses": Status.choices,
        "needs_sentence": NEEDS_SENTENCE,
        "longest_sentence": LONGEST_SENTENCE,
        "changes": submission.changes.select_related("by"),
    }
    return render(request, "inbox/detail.html", context, status=200 if not form.errors else 422)


def change(submission_id: UUID, said: dict[str, str], by: User) -> bool:
    """Write the new status and its history; False where a colleague was first."""
    with transaction.atomic():
        submission = Submission.objects.select_for_update().get(pk=submission_id)
        if said["seen"] != submission.changed_at.isoformat():
            return False
        told = {name: said[name] for name in ("status", "sentence", "sentence_translated")}
        if all(getattr(submission, name) == value for name, value in told.items()):
            return True
        now = timezone.now()
        StatusChange.objects.create(submission=submission, by=by, at=now, **told)
        Submission.objects.filter(pk=submission_id).update(changed_at=now, **told)
    return True


@dataclass(frozen=True, slots=True)
class ContentShown:
    submission: core.Submission
    words_shown: bool
    """Whether the visitor's own words stand among the answers already."""
    spoken: tuple[SpokenShown, ...]
    other_language: str
    """The visitor's language by its name, where it is not that of staff."""


def content_shown(
    submission: core.Submission, spoken: tuple[SpokenShown, ...] = ()
) -> ContentShown:
    among = any(answer.value == submission.words for answer in submission.answers)
    return ContentShown(
        submission, among or not submission.words, spoken, other_language(submission.language)
    )
