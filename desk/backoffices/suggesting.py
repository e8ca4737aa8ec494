"""What our categories are called in widely used back-offices: suggestions to begin with.

Only where a route leads to that back-office already, and names no target yet.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from desk.backoffices.checking import targets_known
from desk.backoffices.kinds import kinds
from desk.backoffices.models import Route
from desk.backoffices.registry import BackOffice
from desk.backoffices.routing import Routes

FILE = Path(__file__).with_name("suggestions.yaml")
TREES = {"signalen": "signalen", "signalen-public": "signalen", "mor": "mor"}
"""The tree of categories that a kind of back-office has."""
BY_NAME = frozenset({"mor"})
"""Trees of which we know the names, and a back-office of this kind the targets to them."""


def can_suggest(backoffice: BackOffice) -> bool:
    return backoffice.settings.kind in TREES


def fill_in(backoffice: BackOffice, by: User) -> int:
    """Give the routes to `backoffice` that name no target the one that we know; how many.

    Raises Mistakes where the bundle cannot be read.
    """
    known = _targets(backoffice)
    count = 0
    with transaction.atomic():
        routes = Routes()
        for kind in kinds():
            route = routes.route_for(kind.flow, kind.category)
            target = known.get(kind.category)
            if target and route and route.backoffice == backoffice.name and not route.target:
                Route.objects.update_or_create(
                    flow=kind.flow,
                    category=kind.category,
                    defaults={
                        "backoffice": backoffice.name,
                        "target": target,
                        "changed_at": timezone.now(),
                        "changed_by": by,
                    },
                )
                count += 1
    return count


def _targets(backoffice: BackOffice) -> dict[str, str]:
    """What it calls each of our categories. One that it says not to have is left out."""
    tree = TREES[backoffice.settings.kind]
    listed = targets_known(backoffice)
    named = {name.casefold(): target for target, name in listed}
    there = {target for target, _ in listed}
    found = {}
    for category, said in _suggestions().items():
        suggested = said.get(tree, "")
        target = named.get(suggested.casefold(), "") if tree in BY_NAME else suggested
        if target and (not there or target in there):
            found[category] = target
    return found


@cache
def _suggestions() -> Mapping[str, Mapping[str, Any]]:
    found: Mapping[str, Mapping[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return found
