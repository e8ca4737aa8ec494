"""What all pages that change the bundle have in common.

A form is only shown for a draft that can be read. Where somebody saved a mistake in the
editor for files, these pages say where it is, and wait until it is mended.
"""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, cast

from babel import Locale, UnknownLocaleError
from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from config.texts import RIGHT_TO_LEFT
from desk.access.may import may
from desk.editing.checking import problems_in_draft
from desk.editing.saving import Edit, Outcome, save, seen_of
from desk.editing.yaml_text import values
from desk.publishing.drafts import draft, text_of
from desk.publishing.models import Files

LOOK = "publishing.view_release"
CHANGE = "publishing.change_draft"
LONGEST_WHY = 300
View = Callable[..., HttpResponseBase]


def bundle_page(view: View) -> View:
    """Who may look sees it; only who may change the draft can send anything."""
    return may(LOOK, to_change=CHANGE)(view)


def form_page(view: View) -> View:
    """The same, for a draft that can be read whole."""

    @wraps(view)
    def inner(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        problems = problems_in_draft(draft().files)
        if problems:
            context = {"problems": problems, "posted": request.method == "POST"}
            return page(request, "editing/broken.html", context, status=409)
        return view(request, *args, **kwargs)

    return bundle_page(inner)


def page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, object],
    paths: tuple[str, ...] = (),
    status: int = 200,
) -> HttpResponse:
    """`paths`: the files that the page is made from."""
    now = draft()
    about: dict[str, Any] = {
        "here": "bundle",
        "draft": now,
        "may_change": cast(User, request.user).has_perm(CHANGE),
        "seen": seen_of(now.files, paths),
        "why": why_of(request),
        "longest_why": LONGEST_WHY,
    }
    return render(request, template, about | dict(context), status=status)


def why_of(request: HttpRequest) -> str:
    return request.POST.get("why", "").strip()[:LONGEST_WHY]


def keep(request: HttpRequest, edit: Edit) -> tuple[Outcome, dict[str, object]]:
    """Save it. What the form's page must show if that did not go."""
    outcome = save(request, edit, why_of(request))
    if outcome.saved:
        say(request, _("Opgeslagen in het ontwerp. De zuilen krijgen het pas als u uitgeeft."))
    return outcome, {"problems": outcome.problems, "meanwhile": outcome.meanwhile}


def status_of(outcome: Outcome) -> int:
    return 409 if outcome.meanwhile else 422


def say(request: HttpRequest, sentence: str, *, good: bool = True) -> None:
    level = messages.SUCCESS if good else messages.ERROR
    messages.add_message(request, level, sentence, extra_tags="in-words")


def yaml_of(files: Files, path: str) -> dict[str, Any]:
    """A file of the draft as plain values."""
    found = values(text_of(files, path))
    return found if isinstance(found, dict) else {}


def languages_of(files: Files) -> tuple[str, ...]:
    """All languages that have a file, those of the start screen first and in their order."""
    offered = [str(each) for each in yaml_of(files, "bundle.yaml").get("languages", [])]
    there = [path[6:-4] for path in files if path.startswith("texts/") and path.endswith(".ftl")]
    return tuple(dict.fromkeys([each for each in offered if each in there] + sorted(there)))


def name_of_language(code: str) -> str:
    """In the language of the page."""
    try:
        shown = Locale.parse(code).get_display_name(get_language() or "nl")
    except (UnknownLocaleError, ValueError):
        return code
    return f"{shown[:1].upper()}{shown[1:]}" if shown else code


def direction_of(code: str) -> str:
    return "rtl" if code in RIGHT_TO_LEFT else "ltr"
