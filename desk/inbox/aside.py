"""What was refused and kept: opened for staff when they look, so that nothing gets lost."""

import json
import re
from typing import cast

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from pydantic import ValidationError

from desk.access.may import inbox_page
from desk.inbox import contact
from desk.inbox.detail import content_shown
from desk.inbox.spoken import spoken_aside
from desk.intake.models import Aside, ContactReading, Submission
from desk.intake.sealing import open_box
from kiosk.core import submission as core

MOST_SHOWN = 500
_SOUND = re.compile(r'"[A-Za-z0-9+/=]{2000,}"')


@inbox_page
@require_safe
def asides(request: HttpRequest) -> HttpResponse:
    found = Aside.objects.select_related("kiosk").defer("sealed")
    context = {
        "asides": found.filter(settled_at=None)[:MOST_SHOWN],
        "settled": found.exclude(settled_at=None)[:MOST_SHOWN],
        "here": "asides",
    }
    return render(request, "inbox/asides.html", context)


@inbox_page
@require_POST
def settle(request: HttpRequest, number: int) -> HttpResponse:
    """Staff have dealt with it. It is kept for a while, and then erased."""
    Aside.objects.filter(pk=number, settled_at=None).update(
        settled_at=timezone.now(), settled_by=cast(User, request.user)
    )
    return redirect("inbox:asides")


@inbox_page
@require_safe
def aside(request: HttpRequest, number: int) -> HttpResponse:
    return _page(request, _found(number))


@inbox_page
@require_http_methods(["GET", "HEAD", "POST"])
def read_contact(request: HttpRequest, number: int) -> HttpResponse:
    """The same page with how to reach the visitor on it; asked without a form, it leads back."""
    found = _found(number)
    if request.method != "POST" or not contact.write_down(
        request, ContactReading(aside_number=found.pk)
    ):
        return redirect("inbox:aside", number=number)
    return _page(request, found, contact_shown=True)


def _found(number: int) -> Aside:
    return get_object_or_404(Aside.objects.select_related("kiosk", "settled_by"), pk=number)


def _page(request: HttpRequest, found: Aside, *, contact_shown: bool = False) -> HttpResponse:
    opened = open_box(bytes(found.sealed)) or b""
    readings = ContactReading.objects.filter(aside_number=found.pk)
    address = reverse("inbox:aside-contact", args=[found.pk])
    context: dict[str, object] = {
        "aside": found,
        "contact_asked": contact.asked(request, address, readings),
        "text_hidden": not contact_shown,
        "first": Submission.objects.filter(pk=found.submission_id).first(),
        "content": None,
        "text": "",
        "here": "asides",
    }
    try:
        content = core.Submission.model_validate_json(opened)
        spoken = spoken_aside(found, content)
        context["content"] = content_shown(content, spoken, contact_shown=contact_shown)
    except ValidationError:
        context["text"] = _readable(opened) if contact_shown else ""
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
