"""Whether a TOPdesk lets us in, is new enough, and has what the settings and routes name."""

from collections.abc import Iterator, Sequence
from typing import Any

from desk.backoffices.contract import Ambiguous, Problem, TryLater
from desk.backoffices.http import Answer, Http
from desk.backoffices.topdesk_settings import ID, TopdeskSettings, target_parts
from desk.backoffices.usual import usual

FIRST_WITH_FIQL = (3, 3)
LISTS = {
    "call_type": "call_types",
    "entry_type": "entry_types",
    "processing_status": "processing_status",
    "reopen_status": "processing_status",
}
"""Settings, and the list in TOPdesk that they choose from."""
WRONG_LOGIN = (
    "TOPdesk laat ons niet binnen. Kijk 'login' en 'password' na in backoffices.yaml (een"
    " applicatiewachtwoord), en of die behandelaar de REST API mag gebruiken."
)
NO_TARGET = "De route noemt geen categorie van TOPdesk. Kies er een bij Routes."
WRONG_URL = "Op dit adres is geen TOPdesk. Kijk de regel 'url' na in backoffices.yaml."

Listed = list[dict[str, Any]]


def check(http: Http, settings: TopdeskSettings, targets: Sequence[str]) -> Sequence[Problem]:
    version = _read(http, "version")
    if isinstance(version, str):
        return [Problem(version)]
    return [Problem(what) for what in _problems(http, settings, version, targets)]


def _problems(
    http: Http, settings: TopdeskSettings, version: Any, targets: Sequence[str]
) -> Iterator[str]:
    if settings.query == "fiql" and _too_old(version):
        yield "Dit TOPdesk is te oud voor onze vraag. Zet 'query: old' in backoffices.yaml."
    categories, subcategories = _list(http, "categories"), _list(http, "subcategories")
    if isinstance(categories, str) or isinstance(subcategories, str):
        yield categories if isinstance(categories, str) else str(subcategories)
        return
    for target in dict.fromkeys(targets):
        yield from _target_problems(target, categories, subcategories)
    for setting, where in LISTS.items():
        wanted = str(getattr(settings, setting))
        listed = _list(http, f"{where}") if wanted else ""
        if isinstance(listed, list) and len(_matching(wanted, listed)) != 1:
            yield (
                f"'{wanted}' staat niet (of twee keer) in TOPdesk. Kijk de regel '{setting}' na"
                " in backoffices.yaml."
            )


def _target_problems(target: str, categories: Listed, subcategories: Listed) -> Iterator[str]:
    category, subcategory = target_parts(target)
    if not category:
        yield NO_TARGET
        return
    found = _matching(category, categories)
    if len(found) != 1:
        yield _wrong("categorie", category, twice=len(found) > 1)
    elif subcategory:
        within = [each for each in subcategories if _within(each) in {None, found[0].get("id")}]
        fits = _matching(subcategory, within)
        if len(fits) != 1:
            yield _wrong("subcategorie", target, twice=len(fits) > 1)


def _wrong(what: str, wanted: str, *, twice: bool) -> str:
    if twice:
        return f"De {what} '{wanted}' staat twee keer in TOPdesk. Kies haar opnieuw bij Routes."
    return f"De {what} '{wanted}' bestaat niet (meer) in TOPdesk. Kies een andere bij Routes."


def _within(subcategory: dict[str, Any]) -> Any:
    return (subcategory.get("category") or {}).get("id")


def _matching(wanted: str, listed: Listed) -> Listed:
    key = "id" if ID.fullmatch(wanted) else "name"
    return [each for each in listed if str(each.get(key)) == wanted]


def _too_old(version: Any) -> bool:
    said = str(version.get("version", "") if isinstance(version, dict) else "").split(".")
    numbers = tuple(int(part) for part in said if part.isdecimal())
    return bool(numbers) and numbers < FIRST_WITH_FIQL


def targets(http: Http) -> Sequence[tuple[str, str]]:
    """By id, so that names may change or hold a slash."""
    categories, subcategories = _list(http, "categories"), _list(http, "subcategories")
    if isinstance(categories, str) or isinstance(subcategories, str):
        return ()
    found: list[tuple[str, str]] = []
    for each in categories:
        found.append((str(each["id"]), str(each["name"])))
        found += [
            (f"{each['id']}/{sub['id']}", f"{each['name']}: {sub['name']}")
            for sub in subcategories
            if _within(sub) == each["id"]
        ]
    return found


def _list(http: Http, what: str) -> Listed | str:
    found = _read(http, f"incidents/{what}")
    if isinstance(found, str):
        return found
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _read(http: Http, path: str) -> Any:
    """What is there, or in words what is wrong."""
    answer: Answer | TryLater | Ambiguous = http.read(path)
    if not isinstance(answer, Answer):
        return f"{answer.why} Kijk de regel 'url' na in backoffices.yaml."
    if answer.status == 204:
        return []
    if answer.status in {200, 206} and isinstance(answer.json, dict | list):
        return answer.json
    waits = usual(answer, WRONG_LOGIN)
    return waits.why if waits else WRONG_URL
