"""The whole draft out as a zip, and in again: first shown, then taken over.

A bundle that lives in git comes in whole: files that are not in the zip go. What is sent is
kept aside under its digest until somebody has seen what would change and says yes.
"""

import json
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import IO, cast

from django.contrib.auth.models import User
from django.core.signing import BadSignature, TimestampSigner
from django.db import transaction
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from desk.editing.bundle_paths import MOST_PACKED, is_known
from desk.editing.changes import changes_between
from desk.editing.checking import problems_in_draft
from desk.editing.pages import bundle_page, page, say, why_of
from desk.editing.zips import BundleZip, RefusedZipError, write_zip
from desk.publishing.drafts import ChangedMeanwhileError, change, content_of, draft, put
from desk.publishing.models import Blob, Files

AN_HOUR_S = 3600
FORM_BYTES = 16 * 1024
"""What a form with a file has around that file."""
SIGNER = TimestampSigner(salt="desk.editing.import")


@bundle_page
@require_safe
def export(_request: HttpRequest) -> FileResponse:
    now = draft()
    out = cast(IO[bytes], SpooledTemporaryFile(max_size=4 * 1024 * 1024))  # noqa: SIM115 - the answer closes it
    write_zip(_contents(now.files), out)
    out.seek(0)
    return FileResponse(out, as_attachment=True, filename=f"bundel-ontwerp-{now.number}.zip")


def _contents(files: Files) -> Iterator[tuple[str, bytes]]:
    for path in sorted(files):
        yield path, content_of(files[path])


@bundle_page
@require_http_methods(["GET", "HEAD", "POST"])
def _upload(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _form(request)
    file = request.FILES.get("zip")
    if file is None:
        return _form(request, _("Kies een zip-bestand."))
    try:
        files, left_out = _taken(cast(IO[bytes], file))
    except RefusedZipError as refused:
        return _form(request, str(refused))
    token = SIGNER.sign(put(json.dumps(files, sort_keys=True).encode()))
    return _preview(request, files, left_out, token)


_guarded = csrf_protect(_upload)


@csrf_exempt  # the check itself is in _guarded: it reads the form, which must not be too long
def upload(request: HttpRequest) -> HttpResponseBase:
    """A body that is too long is refused before any of it is read."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if request.method == "POST" and (
        not length.isdigit() or int(length) > MOST_PACKED + FORM_BYTES
    ):
        request.method = "GET"
        request.META["CONTENT_LENGTH"] = "0"
        return _guarded_refusal(request)
    return _guarded(request)


@bundle_page
def _guarded_refusal(request: HttpRequest) -> HttpResponse:
    return _form(request, _("Dit bestand is te groot: hoogstens 64 MB."), 413)


def _form(request: HttpRequest, fault: str = "", status: int = 422) -> HttpResponse:
    context = {"faults": [fault] if fault else [], "tab": "more"}
    return page(request, "editing/import.html", context, status=status if fault else 200)


def _taken(file: IO[bytes]) -> tuple[Files, tuple[str, ...]]:
    """The files of a zip, kept aside by their content."""
    found = BundleZip(file)
    with transaction.atomic():
        files = {path: put(content) for path, content in found.contents()}
    return files, found.left_out


def _preview(
    request: HttpRequest, files: Files, left_out: tuple[str, ...], token: str
) -> HttpResponse:
    now = draft()
    context = {
        "changes": changes_between(now.files, files),
        "left_out": left_out,
        "bad": problems_in_draft(files),
        "token": token,
        "number": now.number,
        "tab": "more",
    }
    return page(request, "editing/import_preview.html", context)


@bundle_page
@require_POST
def confirm(request: HttpRequest) -> HttpResponse:
    files = _asked(request.POST.get("token", ""))
    if files is None:
        return _form(request, _("Dit is te lang geleden. Kies het bestand nog een keer."))
    now = draft()
    if request.POST.get("number") != str(now.number):
        say(request, _("Een collega veranderde het ontwerp net. Kijk wat er nu zou veranderen."),
            good=False)  # fmt: skip
        return _preview(
            request, files, (), SIGNER.sign(put(json.dumps(files, sort_keys=True).encode()))
        )
    if not replace_all(request, now.files, files, _("Ingelezen uit een zip")):
        return _preview(request, files, (), request.POST["token"])
    say(request, _("Het ontwerp is nu zoals de map die u inlas."))
    return redirect("editing:overview")


def _asked(token: str) -> Files | None:
    """The files that this token stands for; None where it is wrong or old."""
    try:
        digest = SIGNER.unsign(token, max_age=AN_HOUR_S)
    except BadSignature:
        return None
    found = Blob.objects.filter(pk=digest).first()
    files = json.loads(bytes(found.content)) if found else None
    if not files or not all(is_known(path) for path in files):
        return None
    digests = {*files.values()}
    return files if Blob.objects.filter(pk__in=digests).count() == len(digests) else None


def replace_all(request: HttpRequest, now: Files, files: Files, what: str) -> bool:
    """Make the draft exactly these files. False where somebody changed it at this moment."""
    paths = [path for path in now | files if now.get(path) != files.get(path)]
    contents = {path: content_of(files[path]) if path in files else None for path in paths}
    why = why_of(request)
    try:
        change(
            cast(User, request.user),
            contents,
            f"{what}: {why}" if why else what,
            {path: now.get(path, "") for path in paths},
        )
    except ChangedMeanwhileError:
        return False
    return True
