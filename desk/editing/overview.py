"""The draft at a glance: what it would change on the kiosks, and putting things back."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from desk.editing.changes import changes_between, published_files, title_of
from desk.editing.checking import problems_in_draft
from desk.editing.fluent_pattern import RefusedError
from desk.editing.fluent_text import words_from
from desk.editing.moving import replace_all
from desk.editing.pages import bundle_page, form_page, keep, page, say
from desk.editing.saving import Edit, Texts
from desk.publishing.drafts import draft, text_of
from desk.publishing.models import Change, Files

LAST = 5


@bundle_page
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    published, number = published_files()
    now = draft()
    context = {
        "changes": changes_between(published, now.files),
        "published": number,
        "problems": problems_in_draft(now.files),
        "last": Change.objects.all()[:LAST],
        "tab": "overview",
    }
    return page(request, "editing/overview.html", context)


@form_page
@require_safe
def more(request: HttpRequest) -> HttpResponse:
    return page(request, "editing/more.html", {"tab": "more"})


@bundle_page
@require_http_methods(["GET", "HEAD", "POST"])
def discard(request: HttpRequest) -> HttpResponse:
    """Back to what is published: one text, one file, or everything. Asked once more first."""
    published, _number = published_files()
    now = draft()
    asked = request.POST if request.method == "POST" else request.GET
    path, name = asked.get("pad", ""), asked.get("tekst", "")
    found = changes_between(published, now.files)
    if path:
        found = [each for each in found if each.path == path]
    if not found:
        if request.method == "POST":
            return redirect("editing:overview")
        raise Http404
    if request.method == "POST":
        done = (
            _one_text(request, path, name, published)
            if name
            else replace_all(request, now.files, _wanted(now.files, published, path), _title(path))
        )
        if done:
            say(request, _("Teruggezet."))
            return redirect("editing:overview")
        say(request, _("Een collega veranderde het ontwerp net. Kijk, en probeer het opnieuw."),
            good=False)  # fmt: skip
    context = {
        "changes": found,
        "path": path,
        "name": name,
        "title": title_of(path) if path else "",
        "tab": "overview",
    }
    return page(request, "editing/discard.html", context, (path,) if path else ())


def _wanted(now: Files, published: Files, path: str) -> Files:
    if not path:
        return published
    wanted = {each: digest for each, digest in now.items() if each != path}
    return wanted | ({path: published[path]} if path in published else {})


def _title(path: str) -> str:
    if not path:
        return _("Alles teruggezet zoals het is uitgegeven")
    return _("%(path)s teruggezet zoals het is uitgegeven") % {"path": path}


def _one_text(request: HttpRequest, path: str, name: str, published: Files) -> bool:
    if not path.startswith("texts/"):
        raise Http404
    before = words_from(text_of(published, path))
    wanted = before.texts(name)

    def apply(texts: Texts) -> Texts:
        return {path: words_from(texts[path]).put(name, wanted, before.names)}

    edit = Edit(
        (path,),
        lambda texts: words_from(texts[path]).texts(name),
        apply,
        _("Tekst %(name)s teruggezet zoals die is uitgegeven") % {"name": name},
    )
    try:
        outcome, _more = keep(request, edit)
    except RefusedError:
        return False
    return outcome.saved
