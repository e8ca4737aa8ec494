"""When somebody may be expected at the kiosks, for each day of the week.

Typed as people say it ("9-12.30, 13 tot 17"), kept as bundles have it.
"""

import re
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from pydantic import ValidationError

from desk.editing.pages import form_page, keep, page, status_of
from desk.editing.saving import Edit
from desk.editing.scopes import ALL, Scope, holding, scope_of, scopes_beside
from desk.editing.yaml_text import flow
from desk.publishing.drafts import draft, text_of
from kiosk.core.dates import DAYS, Hours

NAMES = dict(
    zip(
        DAYS,
        (
            gettext_lazy("maandag"),
            gettext_lazy("dinsdag"),
            gettext_lazy("woensdag"),
            gettext_lazy("donderdag"),
            gettext_lazy("vrijdag"),
            gettext_lazy("zaterdag"),
            gettext_lazy("zondag"),
        ),
        strict=True,
    )
)
TIME = r"(\d{1,2})(?:[:.](\d{2}))?(?: ?u| ?uur)?"
SPAN = re.compile(rf"{TIME} ?(?:-|–|tot|to|until) ?{TIME}")


@form_page
@require_http_methods(["GET", "HEAD", "POST"])
def hours(request: HttpRequest, kind: str = ALL, name: str = "") -> HttpResponse:
    files = draft().files
    scope = scope_of(files, kind, name)
    own = scope.own(text_of(files, scope.path), "hours")
    typed = {day: ", ".join((own or {}).get(day) or []) for day in DAYS}
    is_own, status = own is not None, 200
    faults: dict[str, str] = {}
    more: dict[str, object] = {}
    if request.method == "POST":
        is_own = request.POST.get("which") == "own"
        typed = {day: request.POST.get(day, "")[:100] for day in DAYS}
        spans, faults = read(typed) if is_own else ({}, {})
        status = 422
        if not faults:
            value = {day: flow(spans[day]) for day in DAYS} if is_own else None
            outcome, more = keep(request, _edit(scope, value))
            if outcome.saved:
                return redirect(scope.address("hours"))
            status = status_of(outcome)
    above, whose = holding(files, scope.above(files), "hours")
    context = {
        "scope": scope,
        "scopes": [(each, each.address("hours")) for each in scopes_beside(files, scope)],
        "is_own": is_own,
        "days": [(day, NAMES[day], typed[day], faults.get(day, "")) for day in DAYS],
        "faults": [each for each in [faults.get("", "")] if each],
        "above": _in_words(above),
        "whose": whose,
        "tab": "more",
    }
    return page(request, "editing/hours.html", context | more, (scope.path,), status)


def _edit(scope: Scope, value: object) -> Edit:
    return Edit(
        (scope.path,),
        lambda texts: scope.own(texts[scope.path], "hours"),
        lambda texts: {scope.path: scope.with_own(texts[scope.path], "hours", value)},
        _("Tijden van %(scope)s") % {"scope": scope.label},
    )


def read(typed: Mapping[str, str]) -> tuple[dict[str, list[str]], dict[str, str]]:
    """The times of each day, and what is wrong, by day; under "" what is wrong with the week.

    >>> read({"monday": "9-12.30, 13 tot 17"})[0]["monday"]
    ['09:00-12:30', '13:00-17:00']
    """
    spans: dict[str, list[str]] = {}
    faults: dict[str, str] = {}
    for day in DAYS:
        parts = [each.strip() for each in re.split(r"[,;]| en | and ", typed.get(day, ""))]
        found = [SPAN.fullmatch(part) for part in parts if part]
        spans[day] = [_span(match) for match in found if match]
        if not all(found):
            faults[day] = _("Schrijf de tijd zo: 9:00-17:00. Leeg is gesloten.")
        elif not _makes_sense({day: spans[day]} if spans[day] else {DAYS[0]: ["08:00-09:00"]}):
            faults[day] = _("Deze tijden kunnen niet. Zet de vroegste eerst; ze overlappen niet.")
    if not faults and not any(spans.values()):
        faults[""] = _("Geen enkele dag is open. Vul tijden in, of kies de andere mogelijkheid.")
    elif not faults and not _makes_sense(spans):
        faults[""] = _("Een nacht loopt door tot na de opening van de dag erna.")
    return spans, faults


def _span(match: re.Match[str]) -> str:
    from_hour, from_minute, to_hour, to_minute = match.groups()
    return f"{from_hour:0>2}:{from_minute or '00'}-{to_hour:0>2}:{to_minute or '00'}"


def _makes_sense(spans: Mapping[str, list[str]]) -> bool:
    try:
        Hours.model_validate(spans)
    except ValidationError:
        return False
    return True


def _in_words(value: Any) -> str:
    if not value:
        return _("altijd open")
    open_on = [f"{NAMES[day]} {', '.join(value[day])}" for day in DAYS if value.get(day)]
    return "; ".join(open_on)
