"""How long a kiosk waits for a visitor who does nothing, before it asks and before it ends."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from desk.editing.pages import form_page, keep, page, status_of
from desk.editing.saving import Edit
from desk.editing.scopes import ALL, Scope, holding, scope_of, scopes_beside
from desk.publishing.drafts import draft, text_of
from kiosk.core.catalogue import Limits

LIMITS = {
    "idle_s": (gettext_lazy("Seconden stilte voor de zuil vraagt: bent u er nog?"), 30, 600),
    "warning_s": (gettext_lazy("Seconden dat die vraag blijft staan"), 20, 120),
}
"""As `kiosk.core.catalogue.Limits` has them; the least follow EN 301 549, 11.2.2.1."""


@form_page
@require_http_methods(["GET", "HEAD", "POST"])
def waiting(request: HttpRequest, kind: str = ALL, name: str = "") -> HttpResponse:
    files = draft().files
    scope = scope_of(files, kind, name)
    own = scope.own(text_of(files, scope.path), "limits") or {}
    typed = {key: str(own.get(key, "")) for key in LIMITS}
    if kind == ALL:
        typed = {key: shown or str(getattr(Limits(), key)) for key, shown in typed.items()}
    faults: dict[str, str] = {}
    more: dict[str, object] = {}
    status = 200
    if request.method == "POST":
        typed = {key: request.POST.get(key, "").strip()[:5] for key in LIMITS}
        faults = {key: fault for key in LIMITS if (fault := _fault(scope, key, typed[key]))}
        status = 422
        if not faults:
            outcome, more = keep(request, _edit(scope, typed))
            if outcome.saved:
                return redirect(scope.address("waiting"))
            status = status_of(outcome)
    above, whose = holding(files, scope.above(files), "limits")
    rows = [
        (key, label, least, most, typed[key], faults.get(key, ""), _above(above, key))
        for key, (label, least, most) in LIMITS.items()
    ]
    context = {
        "scope": scope,
        "scopes": [(each, each.address("waiting")) for each in scopes_beside(files, scope)],
        "rows": rows,
        "whose": whose,
        "tab": "more",
    }
    return page(request, "editing/waiting.html", context | more, (scope.path,), status)


def _above(above: object, key: str) -> int:
    written = above.get(key) if isinstance(above, dict) else None
    return int(written or getattr(Limits(), key))


def _fault(scope: Scope, key: str, typed: str) -> str:
    _label, least, most = LIMITS[key]
    if not typed and scope.kind != ALL:
        return ""
    if not typed.isascii() or not typed.isdigit() or not least <= int(typed) <= most:
        return _("Vul een getal in van %(least)d tot en met %(most)d.") % {
            "least": least,
            "most": most,
        }
    return ""


def _edit(scope: Scope, typed: dict[str, str]) -> Edit:
    value = {key: int(each) for key, each in typed.items() if each}
    return Edit(
        (scope.path,),
        lambda texts: scope.own(texts[scope.path], "limits"),
        lambda texts: {scope.path: scope.with_own(texts[scope.path], "limits", value or None)},
        _("Wachttijden van %(scope)s") % {"scope": scope.label},
    )
