"""For the administrator: hand a visitor all that is held, or erase it on request."""

from typing import cast
from uuid import UUID

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_POST

from desk.access.may import inbox_page
from desk.intake.models import ContactReading, Submission
from desk.personal.erasing import erase_asides, erase_on_request
from desk.personal.exporting import asides_of, export

EXPORTED = gettext_noop("Alles opgeslagen als bestand")


@inbox_page
@require_POST
def export_all(request: HttpRequest, submission_id: UUID) -> HttpResponse:
    """A zip file with all of it: how to reach the visitor too, so it is written down as read."""
    submission = _for_the_administrator(request, submission_id)
    by = cast(User, request.user)
    ContactReading.objects.create(submission=submission, by=by, why=EXPORTED)
    content = export(submission, asides_of(submission.code, submission))
    name = f"zuil-{submission.received_day}.zip"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type="application/zip", headers=headers)


@inbox_page
@require_POST
def erase(request: HttpRequest, submission_id: UUID) -> HttpResponse:
    """Without a tick at what is asked, nothing happens: the page then asks it again."""
    submission = _for_the_administrator(request, submission_id)
    if request.POST.get("sure"):
        asides = asides_of(submission.code, submission)
        if erase_on_request(submission, anyway=bool(request.POST.get("anyway"))):
            erase_asides(asides)
    return redirect("inbox:detail", submission_id=submission_id)


def _for_the_administrator(request: HttpRequest, submission_id: UUID) -> Submission:
    if not cast(User, request.user).is_superuser:
        raise PermissionDenied
    return get_object_or_404(Submission, pk=submission_id)
