"""Groups of kiosks, which kiosk is in which, and what each has of its own."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from desk.editing.pages import form_page, keep, page, status_of
from desk.editing.saving import Edit, Texts
from desk.editing.scopes import GROUP, KIOSK, KIOSKS, Scope, group_of, groups_in, kiosks_in
from desk.editing.words_of import slug
from desk.editing.yaml_text import edited, put, values
from desk.publishing.drafts import draft, text_of
from desk.publishing.models import Files

MOST_SHOWN = 100
SUBJECTS = {
    "hours": (gettext_lazy("Tijden"), "hours"),
    "services": (gettext_lazy("Startscherm"), "start"),
    "languages": (gettext_lazy("Talen"), "languages"),
    "waiting": (gettext_lazy("Wachttijden"), "limits"),
}
"""Page, its name, and the key of the bundle that it sets."""


@form_page
@require_http_methods(["GET", "HEAD", "POST"])
def kiosks(request: HttpRequest) -> HttpResponse:
    files, act = draft().files, request.POST.get("act", "")
    groups, fault, status = groups_in(files), "", 200
    typed = request.POST.get("name", "").strip()[:40]
    chosen = {each: group_of(files, each) for each in kiosks_in(files)}
    more: dict[str, object] = {}
    if request.method == "POST":
        chosen = {
            each: its if (its := request.POST.get(f"group-{each}", now)) in groups else ""
            for each, now in chosen.items()
        }
        status = 422
        if act == "new" and not typed:
            fault = _("Geef de groep een naam.")
        else:
            edit = _new_group(typed, groups) if act == "new" else _placed(chosen)
            outcome, more = keep(request, edit)
            if outcome.saved:
                return redirect("editing:kiosks")
            status = status_of(outcome)
    query = request.GET.get("q", "").strip()[:100]
    found = [each for each in chosen if query.casefold() in each.casefold()]
    context = {
        "groups": [(Scope(GROUP, each), _members(chosen, each)) for each in groups],
        "kiosks": [(Scope(KIOSK, each), chosen[each], own_of(files, Scope(KIOSK, each)))
            for each in found[:MOST_SHOWN]],
        "count": len(found),
        "many": len(chosen) > MOST_SHOWN,
        "query": query,
        "names": groups,
        "faults": [fault] if fault else [],
        "typed": typed,
        "tab": "kiosks",
    }  # fmt: skip
    return page(request, "editing/kiosks.html", context | more, (KIOSKS,), status)


@form_page
@require_http_methods(["GET", "HEAD", "POST"])
def group(request: HttpRequest, name: str) -> HttpResponse:
    """One group; sent, it is taken away, unless a kiosk is in it."""
    files = draft().files
    if name not in groups_in(files):
        raise Http404
    members = [each for each in kiosks_in(files) if group_of(files, each) == name]
    more: dict[str, object] = {}
    status = 200
    if request.method == "POST" and not members:
        outcome, more = keep(request, _without_group(name))
        if outcome.saved:
            return redirect("editing:kiosks")
        status = status_of(outcome)
    context = _about(files, Scope(GROUP, name)) | {"members": members}
    return page(request, "editing/kiosk.html", context | more, (KIOSKS,), status)


@form_page
@require_safe
def kiosk(request: HttpRequest, name: str) -> HttpResponse:
    files = draft().files
    if name not in kiosks_in(files):
        raise Http404
    context = _about(files, Scope(KIOSK, name)) | {"group": group_of(files, name)}
    return page(request, "editing/kiosk.html", context, (KIOSKS,))


def _about(files: Files, scope: Scope) -> dict[str, object]:
    own = own_of(files, scope)
    rows = [
        (label, scope.address(where), label in own) for where, (label, _key) in SUBJECTS.items()
    ]
    return {"scope": scope, "subjects": rows, "tab": "kiosks"}


def own_of(files: Files, scope: Scope) -> list[object]:
    """The names of what this one has of its own."""
    text = text_of(files, KIOSKS)
    return [label for label, key in SUBJECTS.values() if scope.own(text, key) is not None]


def _members(chosen: dict[str, str], group: str) -> list[str]:
    return [kiosk for kiosk, its in chosen.items() if its == group]


def _kiosks_part(texts: Texts) -> object:
    found = values(texts[KIOSKS]) or {}
    own = found.get("kiosks") or {}
    return {kiosk: each.get("group") for kiosk, each in own.items()}, list(
        found.get("groups") or {}
    )


def _new_group(typed: str, groups: list[str]) -> Edit:
    name = slug(typed, set(groups))

    def apply(texts: Texts) -> Texts:
        return {KIOSKS: edited(texts[KIOSKS], lambda tree: put(tree, ["groups", name], {}))}

    return Edit((KIOSKS,), _kiosks_part, apply, _("Nieuwe groep %(name)s") % {"name": name})


def _placed(chosen: dict[str, str]) -> Edit:
    def apply(texts: Texts) -> Texts:
        text = texts[KIOSKS]
        for kiosk, group in chosen.items():
            scope = Scope(KIOSK, kiosk)
            if (scope.own(text, "group") or "") != group:
                text = scope.with_own(text, "group", group or None)
        return {KIOSKS: text}

    return Edit((KIOSKS,), _kiosks_part, apply, _("Zuilen in groepen"))


def _without_group(name: str) -> Edit:
    def apply(texts: Texts) -> Texts:
        return {
            KIOSKS: edited(
                texts[KIOSKS], lambda tree: put(tree, ["groups", name], None, prune=True)
            )
        }

    return Edit((KIOSKS,), _kiosks_part, apply, _("Groep %(name)s weggehaald") % {"name": name})
