"""The categories of Signalen: a tree of two levels, read by anyone. A target is `main/sub`.

An inactive one is as good as none: Signalen would take the report in silence, and nobody
would look at it.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from desk.backoffices.contract import Problem, TryLater
from desk.backoffices.http import Http
from desk.backoffices.signalen_common import ELSEWHERE, mend, plain

TREE = "v1/public/terms/categories"


def path_of(target: str) -> str:
    """As reports name it. Signalen looks at the path alone, and that is always its own."""
    main, _, sub = target.partition("/")
    return f"/signals/{TREE}/{quote(main, safe='')}/sub_categories/{quote(sub, safe='')}"


def no_category(target: str) -> str:
    return f"De categorie '{target}' bestaat niet in Signalen. Kies een andere bij Routes."


def active(http: Http) -> list[tuple[str, str]]:
    """What a route may name; empty where it cannot be read just now."""
    found = _categories(http)
    if isinstance(found, Problem):
        return []
    return [(target, name) for target, (name, is_active) in found.items() if is_active]


def check(http: Http, targets: Sequence[str]) -> list[Problem]:
    found = _categories(http)
    if isinstance(found, Problem):
        return [found]
    problems = []
    for target in dict.fromkeys(targets):
        if target not in found:
            problems.append(Problem(no_category(target)))
        elif not found[target][1]:
            what = f"De categorie '{target}' is in Signalen niet meer actief."
            problems.append(Problem(f"{what} Kies een andere bij Routes."))
    return problems


def _categories(http: Http) -> dict[str, tuple[str, bool]] | Problem:
    """Name and whether it is active, by target; or why they cannot be read."""
    found: dict[str, tuple[str, bool]] = {}
    page = 1
    while True:
        answer = http.read(f"{TREE}/", params={"page": page, "page_size": 100})
        if isinstance(answer, TryLater):
            return Problem(mend(answer.why))
        if answer.status != 200:
            return Problem(plain(answer).why)
        try:
            found |= _page(answer.json)
        except (KeyError, TypeError):  # an answer, but not this one: another program, or a portal
            return Problem(ELSEWHERE)
        if not has_next(answer.json):
            return found
        page += 1


def _page(content: Any) -> dict[str, tuple[str, bool]]:
    return {
        f"{main['slug']}/{sub['slug']}": (f"{main['name']}: {sub['name']}", bool(sub["is_active"]))
        for main in content["results"]
        for sub in main["sub_categories"]
    }


def has_next(content: Mapping[str, Any]) -> bool:
    """We count pages ourselves: the address that it gives may be one behind its proxy."""
    return bool(((content.get("_links") or {}).get("next") or {}).get("href"))
