"""Kinds and categories of a draft that no route leads anywhere: what comes in would wait for
somebody to find it. Where there is no back-office, all is dealt with in the inbox on purpose."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from config.bundle import Bundle, load_bundle
from config.problems import Mistakes, line_at
from desk.backoffices.kinds import Kind, kinds_in
from desk.backoffices.routing import Routes
from desk.inbox.handovers import backoffices_known


def unrouted(folder: Path) -> list[dict[str, Any]]:
    """Each of them as a problem; none where the draft cannot be read, which is told elsewhere."""
    known, _mistake = backoffices_known()
    if not known:
        return []
    routes = Routes()

    def goes(kind: Kind) -> bool:
        route = routes.route_for(kind.flow, kind.category)
        return route is not None and (not route.backoffice or route.backoffice in known)

    try:
        bundle = load_bundle(folder)
        found = [kind for kind in kinds_in(bundle) if kind.is_real and not goes(kind)]
    except (Mistakes, KeyError):
        return []
    return list(_problems(bundle, folder, found))


def _problems(bundle: Bundle, folder: Path, found: list[Kind]) -> Iterator[dict[str, Any]]:
    for kind in found:
        file, line = f"flows/{kind.flow}.yaml", 1
        if kind.category:
            file = "catalogue.yaml"
            line = line_at(folder / file, *_place(bundle, kind.category))
        yield {
            "file": file,
            "line": line,
            "what": f"'{kind.flow} {kind.category}' has no route. Give it one on the page Routes.",
            "kind": "unrouted",
            "about": {"label": kind.label, "flow": kind.flow, "category": kind.category},
        }


def _place(bundle: Bundle, category: str) -> tuple[str | int, ...]:
    """Where a category stands in `catalogue.yaml`."""
    main_name, _, sub_name = category.partition("/")
    for number, main in enumerate(bundle.catalogue.categories):
        for place, sub in enumerate(main.sub):
            if (main.value, sub.value) == (main_name, sub_name):
                return ("categories", number, "sub", place)
    return ("categories",)
