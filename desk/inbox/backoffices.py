"""The back-offices as staff see them: how many wait, what came last, whether they work.

Addresses yes, secrets never: those stay in backoffices.yaml.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from desk.access.may import routes_page
from desk.backoffices.checking import Checked, check, last_check
from desk.backoffices.models import Handover, Quiet
from desk.backoffices.quiet import quiet_now
from desk.backoffices.registry import BackOffice
from desk.inbox.handovers import backoffices_known
from desk.inbox.work import silences

State = Handover.State


@dataclass(frozen=True, slots=True)
class Shown:
    name: str
    kind: str
    address: str
    counts: Mapping[str, int]
    last_news: datetime | None
    quiet: Quiet | None
    checked: Checked | None


@routes_page
@require_safe
def backoffices(request: HttpRequest) -> HttpResponse:
    found, mistake = backoffices_known()
    quiet = quiet_now(timezone.now())
    context = {
        "backoffices": [_shown(each, quiet) for each in found.values()],
        "mistake": mistake,
        "silences": [each for each in silences() if not each.backoffice],
        "here": "backoffices",
    }
    return render(request, "inbox/backoffices.html", context)


@routes_page
@require_POST
def check_now(_: HttpRequest, name: str) -> HttpResponse:
    backoffice = backoffices_known()[0].get(name)
    if backoffice is not None:
        check(backoffice)
    return redirect("inbox:backoffices")


def _shown(backoffice: BackOffice, quiet: Mapping[str, Quiet]) -> Shown:
    mine = Handover.objects.filter(backoffice=backoffice.name)
    states = (State.WAITING, State.REFUSED, State.UNSURE, State.ARRIVED)
    counts: Counter[str] = Counter(
        {
            row["state"]: row["count"]
            for row in mine.order_by().values("state").annotate(count=Count("pk"))
        }
    )
    return Shown(
        backoffice.name,
        backoffice.settings.kind,
        _address(backoffice),
        {state: counts[state] for state in states},
        mine.filter(asked_at__isnull=False)
        .order_by("-asked_at")
        .values_list("asked_at", flat=True)
        .first(),
        quiet.get(backoffice.name),
        last_check(backoffice.name),
    )


def _address(backoffice: BackOffice) -> str:
    """Where it is; an address that has a login in it is not shown."""
    settings = backoffice.settings
    found = str(getattr(settings, "url", "") or getattr(settings, "host", ""))
    return "" if "@" in found else found
