"""Where each kind of submission goes: a table that staff who may change it fill in.

What a row leaves open is as the row above it that it is a part of. What has no route at
all falls to the inbox, and stands out here. Changing a route moves nothing that was sent.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from config.problems import Mistakes
from desk.access.may import routes_page
from desk.backoffices import settling
from desk.backoffices.checking import targets_known
from desk.backoffices.kinds import Kind, kinds
from desk.backoffices.models import Handover, Route
from desk.backoffices.registry import BackOffice
from desk.backoffices.routing import narrowest
from desk.backoffices.suggesting import can_suggest, fill_in
from desk.inbox.handovers import backoffices_known
from desk.inbox.settle import IN_WORDS

CHANGE_ROUTE = "backoffices.change_route"
STAYS = "-"
"""In the form: on purpose without a back-office."""
LONGEST_TARGET = 300
BUNDLE_WRONG = _("De bundel met formulieren kan niet worden gelezen. Vraag de beheerder.")
CHANGED = _(
    "Een collega heeft de routes net veranderd. Kijk hoe ze nu staan, en probeer het opnieuw."
)
NO_BACKOFFICE = _("Bij '{label}' staat een soort, maar geen zaaksysteem. Kies een zaaksysteem.")

Chosen = tuple[str, str]
"""As in the form: the back-office (`STAYS`, or empty for as above) and its target."""


@dataclass(frozen=True, slots=True)
class Row:
    kind: Kind
    backoffice: str
    target: str
    goes: str
    """Where it goes with all that stands above it, in words; empty where it has no route."""
    mark: str
    """What is wrong with it, in words."""


@routes_page
@require_http_methods(["GET", "HEAD", "POST"])
def routes(request: HttpRequest) -> HttpResponse:
    found, mistake = backoffices_known()
    try:
        known = kinds()
    except Mistakes:
        known, mistake = (), str(BUNDLE_WRONG)
    known = [*known, *_left_over(known)]
    chosen = _present()
    faults: list[str] = []
    if request.method == "POST":
        _may(request)
        chosen = _read(request, known)
        faults = _faults(chosen, known, found)
        if request.POST.get("seen") != _seen():
            faults = [str(CHANGED)]
        if not faults:
            _save(chosen, cast(User, request.user))
            _say(request, gettext("Opgeslagen. Wat vanaf nu binnenkomt, gaat langs deze routes."))
            return redirect("inbox:routes")
    rows = [_row(kind, chosen, found) for kind in known]
    context = {
        "rows": rows,
        "without": sum(1 for row in rows if row.kind.is_real and not row.goes),
        "unrouted": Handover.objects.filter(current=True, state="unrouted").count(),
        "backoffices": list(found),
        "targets": {name: targets_known(each) for name, each in found.items()},
        "suggest": [name for name, each in found.items() if can_suggest(each)],
        "may_change": cast(User, request.user).has_perm(CHANGE_ROUTE),
        "mistake": mistake,
        "faults": faults,
        "stays": STAYS,
        "seen": _seen(),
        "here": "routes",
    }
    return render(request, "inbox/routes.html", context, status=422 if faults else 200)


@routes_page
@require_POST
def suggest(request: HttpRequest) -> HttpResponse:
    _may(request)
    backoffice = backoffices_known()[0].get(request.POST.get("backoffice", ""))
    if backoffice is not None and can_suggest(backoffice):
        try:
            count = fill_in(backoffice, cast(User, request.user))
            said = gettext("Ingevuld voor {name}: {count}. Kijk ze na.")
            _say(request, said.format(name=backoffice.name, count=count))
        except Mistakes:
            _say(request, str(BUNDLE_WRONG), good=False)
    return redirect("inbox:routes")


@routes_page
@require_POST
def spread(request: HttpRequest) -> HttpResponse:
    _may(request)
    found, mistake = backoffices_known()
    if mistake:
        _say(request, mistake, good=False)
    else:
        count = settling.spread(cast(User, request.user), found)
        said = gettext("Opnieuw verdeeld. Aantal inzendingen dat nu een route heeft: {count}.")
        _say(request, said.format(count=count))
    return redirect("inbox:routes")


def _may(request: HttpRequest) -> None:
    if not cast(User, request.user).has_perm(CHANGE_ROUTE):
        raise PermissionDenied


def _say(request: HttpRequest, sentence: str, *, good: bool = True) -> None:
    level = messages.SUCCESS if good else messages.ERROR
    messages.add_message(request, level, sentence, extra_tags=IN_WORDS)


def _present() -> dict[str, Chosen]:
    return {
        f"{each.flow}:{each.category}": (each.backoffice or STAYS, each.target)
        for each in Route.objects.all()
    }


def _seen() -> str:
    """Differs after any change."""
    found = Route.objects.aggregate(count=Count("pk"), last=Max("changed_at"))
    return f"{found['count']} {found['last']}"


def _left_over(known: Sequence[Kind]) -> list[Kind]:
    """Routes of kinds that the bundle no longer has: still there for what came in before."""
    there = {(kind.flow, kind.category) for kind in known}
    return [
        Kind(each.flow, each.category, f"{each.flow} {each.category}".strip(), is_real=False)
        for each in Route.objects.order_by("flow", "category")
        if (each.flow, each.category) not in there
    ]


def _read(request: HttpRequest, known: Sequence[Kind]) -> dict[str, Chosen]:
    said = {
        kind.key: (
            request.POST.get(f"backoffice {kind.key}", ""),
            request.POST.get(f"target {kind.key}", "").strip()[:LONGEST_TARGET],
        )
        for kind in known
    }
    return {key: chosen for key, chosen in said.items() if any(chosen)}


def _faults(
    chosen: Mapping[str, Chosen], known: Sequence[Kind], found: Mapping[str, BackOffice]
) -> list[str]:
    present, labels = _present(), {kind.key: kind.label for kind in known}
    faults = []
    for key, (backoffice, target) in chosen.items():
        if target and backoffice in {"", STAYS}:
            faults.append(NO_BACKOFFICE.format(label=labels[key]))
        is_new = present.get(key, ("", ""))[0] != backoffice
        if is_new and backoffice not in {"", STAYS, *found}:
            faults.append(str(settling.NOT_KNOWN))
    return faults


def _save(chosen: Mapping[str, Chosen], by: User) -> None:
    """Only what changed is written, so that `changed_by` stays true of the rest."""
    present = _present()
    with transaction.atomic():
        for key in present.keys() | chosen.keys():
            flow, _, category = key.partition(":")
            backoffice, target = chosen.get(key, ("", ""))
            if not backoffice:
                Route.objects.filter(flow=flow, category=category).delete()
            elif present.get(key) != (backoffice, target):
                Route.objects.update_or_create(
                    flow=flow,
                    category=category,
                    defaults={
                        "backoffice": "" if backoffice == STAYS else backoffice,
                        "target": target,
                        "changed_at": timezone.now(),
                        "changed_by": by,
                    },
                )


def _row(kind: Kind, chosen: Mapping[str, Chosen], found: Mapping[str, BackOffice]) -> Row:
    above = (chosen[f"{flow}:{category}"] for flow, category in narrowest(kind.flow, kind.category)
             if chosen.get(f"{flow}:{category}", ("", ""))[0])  # fmt: skip
    backoffice, target = next(above, ("", ""))
    goes, mark = backoffice, ""
    if backoffice == STAYS:
        goes = gettext("de inbox")
    elif backoffice and backoffice not in found:
        mark = gettext("{name} staat niet in backoffices.yaml").format(name=backoffice)
    elif backoffice and target:
        listed = targets_known(found[backoffice])
        if listed and target not in {name for name, _ in listed}:
            mark = gettext("'{target}' bestaat niet in {name}").format(
                target=target, name=backoffice
            )
    own = chosen.get(kind.key, ("", ""))
    return Row(kind, *own, goes, mark)
