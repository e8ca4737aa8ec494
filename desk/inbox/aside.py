"""What was refused and kept: opened for staff when they look, so that nothing gets lost."""

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from pydantic import ValidationError

from desk.inbox.detail import content_shown
from desk.inbox.login import staff_page
from desk.intake.models import Aside, Submission
from desk.intake.sealing import open_box
from kiosk.core import submission as core

MOST_SHOWN = 500


@staff_page
@require_safe
def asides(request: HttpRequest) -> HttpResponse:
    found = Aside.objects.select_related("kiosk").defer("sealed")[:MOST_SHOWN]
    return render(request, "inbox/asides.html", {"asides": found})


@staff_page
@require_safe
def aside(request: HttpRequest, number: int) -> HttpResponse:
    found = get_object_or_404(Aside.objects.select_related("kiosk"), pk=number)
    opened = open_box(bytes(found.sealed)) or b""
    context: dict[str, object] = {
        "aside": found,
        "first": Submission.objects.filter(pk=found.submission_id).first(),
        "content": None,
        "text": "",
    }
    try:
        context["content"] = content_shown(core.Submission.model_validate_json(opened))
    except ValidationError:
        context["text"] = _readable(opened)
    return render(request, "inbox/aside.html", context)


def _readable(opened: bytes) -> str:
    text = opened.decode(errors="replace")
    try:
        return json.dumps(json.loads(text), indent=2, ensure_ascii=False)
    except ValueError:
        return text
