"""`/aannemer/`: a page for a telephone, without scripts, for the firm that mends it.

/aannemer/                     what there is to do, and what is in hand
/aannemer/<id>/                one report
.../oppakken/  .../klaar/  .../terug/      take in hand, finish, give back
"""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST, require_safe

from desk.answers.discreet import repeated
from desk.contractors import work
from desk.contractors.login import contractor_page
from desk.contractors.models import Contractor
from desk.contractors.shown import work_shown
from desk.inbox.pictures import picture_file
from desk.inbox.spoken import sound
from desk.intake.bodies import read_past
from desk.intake.models import Picture, Recording, Submission
from desk.intake.pictures import MOST_BYTES, Photograph, photograph
from desk.intake.uploads import InMemory
from desk.municipality import municipality

LONGEST_SENTENCE = 300
LONGEST_WHY = 500
FORM_BYTES = 64 * 1024
"""Of the form around a picture."""
READ_PAST_BYTES = 4 * MOST_BYTES
"""A browser shows no answer to what it could not send; more than this is cut off."""


class FinishForm(forms.Form):
    sentence = forms.CharField(max_length=LONGEST_SENTENCE, strip=True)
    picture = forms.FileField(required=False)
    photo: Photograph | None = None

    def __init__(self, submission: Submission, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # handed on as given
        self._submission = submission

    def clean_sentence(self) -> str:
        said = str(self.cleaned_data["sentence"])
        if what := repeated(said, self._submission.content):
            raise forms.ValidationError(
                render_to_string("inbox/faults.txt", {"fault": f"repeats_{what}"}).strip()
            )
        return said

    def clean_picture(self) -> "UploadedFile[bytes] | None":
        file: UploadedFile[bytes] | None = self.cleaned_data["picture"]
        if file is not None:
            self.photo = photograph(file.read()) if (file.size or 0) <= MOST_BYTES else None
            if self.photo is None:
                raise forms.ValidationError("picture")
        return file


class GiveBackForm(forms.Form):
    why = forms.CharField(max_length=LONGEST_WHY, strip=True)


@contractor_page
@require_safe
def work_list(request: HttpRequest, contractor: Contractor) -> HttpResponse:
    context: dict[str, object] = {
        "own": work.own_work(contractor),
        "open": work.open_work(contractor),
    }
    return _page(request, contractor, "contractors/list.html", context)


@contractor_page
@require_safe
def detail(request: HttpRequest, contractor: Contractor, submission_id: UUID) -> HttpResponse:
    return _detail(request, contractor, _visible(contractor, submission_id))


@contractor_page
@require_POST
def take(request: HttpRequest, contractor: Contractor, submission_id: UUID) -> HttpResponse:
    match work.take(contractor, submission_id):
        case "done":
            messages.success(request, "taken")
            return redirect("contractors:detail", submission_id=submission_id)
        case outcome:
            messages.error(request, f"not-{outcome}")
            return redirect("contractors:list")


@csrf_exempt  # checked below, once it is known that it is not too much to read
def finish(request: HttpRequest, submission_id: UUID) -> HttpResponse:
    length = request.META.get("CONTENT_LENGTH") or ""
    if not length.isdigit() or int(length) > MOST_BYTES + FORM_BYTES:
        read_past(request, READ_PAST_BYTES)
        context = {"back": submission_id, "municipality": municipality()}
        return render(request, "contractors/too_large.html", context, status=413)
    request.upload_handlers = [InMemory(request)]
    return _finish(request, submission_id=submission_id)


@csrf_protect
@contractor_page
@require_POST
def _finish(request: HttpRequest, contractor: Contractor, submission_id: UUID) -> HttpResponse:
    submission = _visible(contractor, submission_id)
    form = FinishForm(submission, request.POST, request.FILES)
    if not form.is_valid():
        return _detail(request, contractor, submission, finish_form=form)
    said = form.cleaned_data["sentence"]
    done = work.finish(contractor, submission_id, said, form.photo) == "done"
    messages.info(request, "finished" if done else "not-gone")
    return redirect("contractors:list")


@contractor_page
@require_POST
def give_back(request: HttpRequest, contractor: Contractor, submission_id: UUID) -> HttpResponse:
    submission = _visible(contractor, submission_id)
    form = GiveBackForm(request.POST)
    if not form.is_valid():
        return _detail(request, contractor, submission, back_form=form)
    done = work.give_back(contractor, submission_id, form.cleaned_data["why"]) == "done"
    messages.info(request, "given-back" if done else "not-gone")
    return redirect("contractors:list")


@contractor_page
@require_safe
def picture(
    request: HttpRequest,  # noqa: ARG001 - as all pages
    contractor: Contractor,
    submission_id: UUID,
    number: int,
) -> HttpResponse:
    submission = _visible(contractor, submission_id)
    pictures = submission.pictures.filter(of=Picture.Of.REPORT)
    return picture_file(get_object_or_404(pictures, pk=number))


@contractor_page
@require_safe
def spoken(
    request: HttpRequest, contractor: Contractor, submission_id: UUID, place: int
) -> HttpResponse:
    submission = _visible(contractor, submission_id)
    found = get_object_or_404(Recording, submission=submission, place=place)
    return sound(request, found.wav, f"gesproken-{place + 1}.wav")


def _visible(contractor: Contractor, submission_id: UUID) -> Submission:
    found = work.visible(contractor, submission_id)
    if found is None:
        raise Http404
    return found


def _detail(
    request: HttpRequest,
    contractor: Contractor,
    submission: Submission,
    *,
    finish_form: FinishForm | None = None,
    back_form: GiveBackForm | None = None,
) -> HttpResponse:
    context = {
        "work": work_shown(submission),
        "in_hand": work.has_in_hand(contractor, submission),
        "finish_form": finish_form,
        "back_form": back_form,
        "longest_sentence": LONGEST_SENTENCE,
        "longest_why": LONGEST_WHY,
    }
    status = 422 if finish_form or back_form else 200
    return _page(request, contractor, "contractors/work.html", context, status)


def _page(
    request: HttpRequest,
    contractor: Contractor,
    name: str,
    context: dict[str, object],
    status: int = 200,
) -> HttpResponse:
    shared: dict[str, object] = {"contractor": contractor, "municipality": municipality()}
    response = render(request, name, shared | context, status=status)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
