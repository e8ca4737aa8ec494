"""`python -m desk check-backoffices`: what is wrong with any of them, one sentence a line."""

import argparse

from config.problems import Mistakes
from desk.backoffices import registry
from desk.backoffices.checking import check
from desk.backoffices.models import Route
from desk.terminal import say, sorry


def check_all(_: argparse.Namespace) -> int:
    """0 where all is well, else 1."""
    try:
        found = registry.load()
    except Mistakes as mistakes:
        return sorry(str(mistakes))
    wrong = [
        f"{name}: {problem}"
        for name, backoffice in found.items()
        for problem in check(backoffice).problems
    ]
    routes = Route.objects.exclude(backoffice__in=["", *found]).order_by("backoffice")
    names = routes.values_list("backoffice", flat=True).distinct()
    wrong += [
        f"{name}: there are routes to it, but it is not in backoffices.yaml." for name in names
    ]
    for sentence in wrong:
        say(sentence)
    if not wrong:
        say(f"All is well: {', '.join(found)}." if found else "There are no back-offices to check.")
    return 1 if wrong else 0
