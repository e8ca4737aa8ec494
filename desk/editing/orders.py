"""What stands on the start screen and which languages are offered, and in which order.

Moving something up or down keeps nothing yet: the page comes back with the new order, and
the button that was pressed has the focus again.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from desk.editing.pages import form_page, keep, languages_of, name_of_language, page, status_of
from desk.editing.pages import yaml_of as read_yaml
from desk.editing.saving import Edit
from desk.editing.scopes import ALL, FRONT, Scope, holding, scope_of, scopes_beside
from desk.editing.words_of import shown, words_in
from desk.publishing.drafts import draft, text_of
from desk.publishing.models import Files

MOST_ON_START = 6


@dataclass(frozen=True, slots=True)
class Kind:
    """One list with an order. `choices`: everything that may stand in it, with its label."""

    key: str
    page: str
    most: int
    choices: Callable[[Files, Scope], dict[str, str]]


def _flows(files: Files, _scope: Scope) -> dict[str, str]:
    words = words_in(files)
    names = [path[6:-5] for path in files if path.startswith("flows/")]
    return {name: shown(words, f"flow-{name}") or name for name in names}


def _languages(files: Files, scope: Scope) -> dict[str, str]:
    """A group or a kiosk offers some of those that all have."""
    offered = read_yaml(files, FRONT).get("languages", [])
    known = languages_of(files) if scope.kind == ALL else offered
    return {code: name_of_language(code) for code in known}


SERVICES = Kind("start", "services", MOST_ON_START, _flows)
LANGUAGES = Kind("languages", "languages", 99, _languages)


@form_page
@require_http_methods(["GET", "HEAD", "POST"])
def services(request: HttpRequest, kind: str = ALL, name: str = "") -> HttpResponse:
    return _ordered(request, SERVICES, kind, name)


@form_page
@require_http_methods(["GET", "HEAD", "POST"])
def languages(request: HttpRequest, kind: str = ALL, name: str = "") -> HttpResponse:
    return _ordered(request, LANGUAGES, kind, name)


def _ordered(request: HttpRequest, what: Kind, kind: str, name: str) -> HttpResponse:
    files = draft().files
    scope = scope_of(files, kind, name)
    choices = what.choices(files, scope)
    above, whose = holding(files, scope.above(files), what.key)
    own = scope.own(text_of(files, scope.path), what.key)
    chosen = list(own or above)
    is_own, act = own is not None or kind == ALL, request.POST.get("act", "")
    fault, status = "", 200
    more: dict[str, object] = {}
    if request.method == "POST":
        posted = [each for each in request.POST.getlist("order") if each in choices]
        chosen = moved(list(dict.fromkeys(posted)), act)
        chosen = [each for each in chosen if each in choices]
        is_own = kind == ALL or act != "above"
        if act in ("save", "above"):
            fault, status = _fault(what, chosen) if is_own else "", 422
            if not fault:
                outcome, more = keep(request, _edit(what, scope, chosen if is_own else None))
                if outcome.saved:
                    return redirect(scope.address(what.page))
                status = status_of(outcome)
    context = {
        "what": what.key,
        "page": what.page,
        "scope": scope,
        "scopes": [(each, each.address(what.page)) for each in scopes_beside(files, scope)],
        "chosen": [(each, choices.get(each, each)) for each in chosen],
        "others": [(each, label) for each, label in choices.items() if each not in chosen],
        "is_own": is_own,
        "unsaved": request.method == "POST",
        "moved": act,
        "most": what.most,
        "faults": [fault] if fault else [],
        "above": ", ".join(choices.get(each, each) for each in above or []),
        "whose": whose,
        "tab": "more",
    }
    return page(request, "editing/order.html", context | more, (scope.path,), status)


def moved(order: list[str], act: str) -> list[str]:
    """The order after `up:name`, `down:name`, `off:name` or `on:name`.

    >>> moved(["a", "b", "c"], "up:c")
    ['a', 'c', 'b']
    """
    move, _colon, name = act.partition(":")
    order = list(order)
    if move == "on" and name not in order:
        return [*order, name]
    if name not in order:
        return order
    at = order.index(name)
    order.remove(name)
    if move == "off":
        return order
    order.insert(max(0, at + {"up": -1, "down": 1}.get(move, 0)), name)
    return order


def _fault(what: Kind, chosen: list[str]) -> str:
    if not chosen:
        return _("Kies er ten minste een.")
    if len(chosen) > what.most:
        return _("Er passen er hoogstens %(most)d. Haal er een weg.") % {"most": what.most}
    return ""


def _edit(what: Kind, scope: Scope, value: list[str] | None) -> Edit:
    title = _("Startscherm van %(scope)s") if what is SERVICES else _("Talen van %(scope)s")
    return Edit(
        (scope.path,),
        lambda texts: scope.own(texts[scope.path], what.key),
        lambda texts: {scope.path: scope.with_own(texts[scope.path], what.key, value)},
        title % {"scope": scope.label},
    )
