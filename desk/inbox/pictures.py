"""The pictures of a submission, for staff only: shown on its page, never kept by the browser."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from desk.access.may import inbox_page
from desk.intake.models import Picture


@inbox_page
@require_safe
def picture(
    request: HttpRequest,  # noqa: ARG001 - as all pages
    submission_id: UUID,
    number: int,
) -> HttpResponse:
    return picture_file(get_object_or_404(Picture, submission_id=submission_id, pk=number))


def picture_file(found: Picture) -> HttpResponse:
    """Its media type was read from its own bytes, and browsers are told not to guess another."""
    return HttpResponse(
        found.content,
        content_type=found.media_type,
        headers={"Content-Disposition": f'inline; filename="foto-{found.pk}"'},
    )
