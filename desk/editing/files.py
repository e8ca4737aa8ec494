"""The files of the bundle themselves, for who knows YAML and Fluent: flows above all.

This is the one place where a draft with a mistake may be kept, after a clear warning: a flow
and its words are separate files, and between the two nothing fits. Such a draft cannot be
published, and the forms wait until it is mended.
"""

from dataclasses import dataclass
from typing import cast

from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from config.problems import Problem
from desk.editing.bundle_paths import MOST_FILES, is_known, is_text
from desk.editing.changes import title_of
from desk.editing.checking import problems_in_draft, problems_with
from desk.editing.pages import bundle_page, page, say, why_of
from desk.editing.saving import Meanwhile, differences, seen_in
from desk.publishing.drafts import ChangedMeanwhileError, change, draft, text_of
from desk.publishing.models import Blob, Change, Files

MOST_FORM_TEXT = 200 * 1024
"""As a form may be (settings.DATA_UPLOAD_MAX_MEMORY_SIZE), with room for what stands around."""


@dataclass(frozen=True, slots=True)
class NumberedLine:
    number: int
    text: str
    problems: tuple[str, ...]


@bundle_page
@require_http_methods(["GET", "HEAD", "POST"])
def listing(request: HttpRequest) -> HttpResponse:
    """All files; a name that is sent leads to a new one."""
    files = draft().files
    name, fault = request.POST.get("name", "").strip(), ""
    if request.method == "POST":
        if is_known(name) and is_text(name):
            return redirect("editing:file", name)
        fault = _("Zo kan een bestand niet heten. Bijvoorbeeld: flows/ophalen.yaml.")
    problems = problems_in_draft(files)
    rows = [
        (path, title_of(path), is_text(path), sum(each.file == path for each in problems))
        for path in files
    ]
    context = {
        "rows": rows,
        "bad": problems,
        "faults": [fault] if fault else [],
        "name": name,
        "tab": "more",
    }
    return page(request, "editing/files.html", context, status=422 if fault else 200)


@bundle_page
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, path: str) -> HttpResponse:
    if not is_known(path):
        raise Http404
    files, act = draft().files, request.POST.get("act", "")
    if not is_text(path):
        return _clip(request, path, files)
    typed = text_of(files, path)
    problems, fault, status = problems_in_draft(files), "", 200
    meanwhile: Meanwhile | None = None
    if request.method == "POST":
        typed = _typed(request)
        contents = {path: None if act == "remove" else typed.encode()}
        problems = problems_with(files, contents)
        fault = _fault(request, path, files, typed, problems)
        status = 422 if fault else 200
        if not fault and act != "check":
            meanwhile = _kept(request, path, contents)
            if meanwhile is None:
                return redirect(_next(path, act))
            status = 409
    lines = tuple(
        NumberedLine(number, line, tuple(each.what for each in _at(problems, path, number)))
        for number, line in enumerate(typed.split("\n"), 1)
    )
    context = {
        "path": path,
        "title": title_of(path),
        "is_new": path not in files,
        "typed": typed,
        "lines": lines,
        "bad": problems,
        "checked": act == "check" and not problems,
        "faults": [fault] if fault else [],
        "meanwhile": meanwhile,
        "removable": path in files and path.startswith("flows/"),
        "height": min(40, max(12, len(lines) + 2)),
        "tab": "more",
    }
    return page(request, "editing/file.html", context, (path,), status)


def _typed(request: HttpRequest) -> str:
    text = request.POST.get("text", "").replace("\r\n", "\n")
    return text if not text or text.endswith("\n") else f"{text}\n"


def _at(problems: tuple[Problem, ...], path: str, line: int) -> list[Problem]:
    return [each for each in problems if each.file == path and each.line == line]


def _fault(
    request: HttpRequest, path: str, files: Files, typed: str, problems: tuple[Problem, ...]
) -> str:
    act = request.POST.get("act", "")
    if len(typed.encode()) > MOST_FORM_TEXT:
        return _("Dit bestand is te lang om hier te veranderen. Lees het in als zip.")
    if path not in files and len(files) >= MOST_FILES:
        return _("Er zijn al te veel bestanden.")
    if act != "check" and not why_of(request):
        return _("Schrijf erbij waarom. Dat staat straks in de geschiedenis.")
    if act != "check" and problems and "sure" not in request.POST:
        return _("Er klopt iets niet. Herstel het, of vink aan dat u het toch bewaart.")
    return ""


def _kept(request: HttpRequest, path: str, contents: dict[str, bytes | None]) -> Meanwhile | None:
    """What a colleague did to the same file; None where it was kept."""
    seen = {path: seen_in(request).get(path, "")}
    try:
        change(cast(User, request.user), contents, why_of(request), seen)
    except ChangedMeanwhileError:
        then = Blob.objects.filter(pk=seen[path]).first()
        text = bytes(then.content).decode("utf-8", "replace") if then else ""
        last = Change.objects.filter(path=path).first()
        lines = differences(text, text_of(draft().files, path))
        return Meanwhile(last.who_named if last else "", ((path, lines),))
    say(request, _("Opgeslagen in het ontwerp. De zuilen krijgen het pas als u uitgeeft."))
    return None


def _next(path: str, act: str) -> str:
    return reverse("editing:files") if act == "remove" else reverse("editing:file", args=(path,))


def _clip(request: HttpRequest, path: str, files: Files) -> HttpResponse:
    """A recording can be taken out; it comes in with a zip."""
    if path not in files:
        raise Http404
    meanwhile, fault = None, ""
    if request.method == "POST":
        fault = "" if why_of(request) else _("Schrijf erbij waarom.")
        if not fault and request.POST.get("act") == "remove":
            meanwhile = _kept(request, path, {path: None})
            if meanwhile is None:
                return redirect("editing:files")
    context = {
        "path": path,
        "title": title_of(path),
        "faults": [fault] if fault else [],
        "meanwhile": meanwhile,
        "tab": "more",
    }
    return page(request, "editing/clip.html", context, (path,), 422 if fault else 200)
