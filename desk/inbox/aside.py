"""What was refused and kept: opened for staff when they look, so that nothing gets lost."""

import json
import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from pydantic import ValidationError

from desk.inbox.detail import content_shown
from desk.inbox.login import staff_page
from desk.inbox.spoken import spoken_aside
from desk.intake.models import Aside, Submission
from desk.intake.sealing import open_box
from kiosk.core import submission as core

MOST_SHOWN = 500
_SOUND = re.compile(r'"[A-Za-z0-9+/=]{2000,}"')


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
        content = core.Submission.model_validate_json(opened)
        context["content"] = content_shown(content, spoken_aside(found, content))
    except ValidationError:
        context["text"] = _readable(opened)
    return render(request, "inbox/aside.html", context)


def _readable(opened: bytes) -> str:
    text = opened.decode(errors="replace")
    try:
        spelt = json.dumps(json.loads(text), indent=2, ensure_ascii=False)
        return _SOUND.sub(_only_its_size, spelt)
    except ValueError:
        return text


def _only_its_size(found: re.Match[str]) -> str:
    """Megabytes of base64 tell nobody anything; the sealed original keeps them."""
    return f'"(… {len(found.group()) - 2})"'
