"""The texts of the draft in all languages: found, shown side by side, and where each is used."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from desk.editing.fluent_text import Words, is_spoken, words_from
from desk.editing.pages import languages_of, yaml_of
from desk.publishing.drafts import text_of
from desk.publishing.models import Files

OF_FLOW = ("note", "title", "send", "thanks", "promise")
OF_ANNOUNCEMENT = ("more",)
OF_STEP = ("help", "row")
OF_ADVICE = ("line1", "line2", "line3")
STAFF = ("ui-staff", "ui-learn")
CATALOGUE = ("category", "promise", "place", "announcement")


def words_in(files: Files) -> dict[str, Words]:
    """Each language of the draft; the first is the one that staff read."""
    return {code: words_from(text_of(files, f"texts/{code}.ftl")) for code in languages_of(files)}


@dataclass(frozen=True, slots=True)
class Found:
    name: str
    text: str
    """In the first language, or else the first that has it."""
    place: str
    missing: tuple[str, ...]
    """Languages that show the first language instead."""


def all_names(words: Mapping[str, Words]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for each in words.values() for name in each.names))


def missing_in(words: Mapping[str, Words], name: str) -> tuple[str, ...]:
    """Languages that lack something that the first one has. How it is said is its own affair."""
    first, *others = words
    wanted = {key for key in words[first].texts(name) if not is_spoken(key)}
    return tuple(code for code in others if wanted - set(words[code].texts(name)))


def search(
    words: Mapping[str, Words], places: "Places", query: str, place: str, lacking: str
) -> list[Found]:
    """Texts with this word in any language or in their name, at this place."""
    found = []
    sought = query.casefold().split()
    for name in all_names(words):
        if place and places.of(name) != place:
            continue
        missing = missing_in(words, name)
        if lacking and lacking not in missing:
            continue
        if sought:
            hay = [name, *(text for each in words.values() for text in each.texts(name).values())]
            if not any(all(word in one.casefold() for word in sought) for one in hay):
                continue
        found.append(Found(name, shown(words, name), places.of(name), missing))
    return found


def shown(words: Mapping[str, Words], key: str) -> str:
    """A text or, with a point, one of its attributes, for staff."""
    name, _point, attribute = key.partition(".")
    return next(
        (text for each in words.values() if (text := each.texts(name).get(attribute, ""))), ""
    )


class Places:
    """Where in the kiosk a text is used, as far as its name tells."""

    def __init__(self, files: Files, words: Mapping[str, Words]) -> None:
        names = [path[6:-5] for path in files if path.startswith("flows/")]
        self._flows = sorted(names, key=len, reverse=True)
        self._steps = {
            flow: yaml_of(files, f"flows/{flow}.yaml").get("steps", []) for flow in self._flows
        }
        self.labels: dict[str, str] = {
            f"flow:{flow}": shown(words, f"flow-{flow}.title") or flow for flow in names
        } | {
            "ui": _("Knoppen en zinnen van de zuil"),
            "receipt": _("Bon"),
            "staff": _("Pagina's voor medewerkers op de zuil"),
            "category": _("Categorieën"),
            "promise": _("Beloften"),
            "place": _("Bekende plekken"),
            "announcement": _("Mededelingen"),
            "advice": _("Adviezen"),
            "other": _("Overig"),
        }

    def of(self, name: str) -> str:
        if name.startswith("ui-receipt"):
            return "receipt"
        if name.startswith(STAFF):
            return "staff"
        kind = name.partition("-")[0]
        if kind in (*CATALOGUE, "ui", "advice"):
            return kind
        flow = self.flow_of(name)
        return f"flow:{flow}" if flow else "other"

    def flow_of(self, name: str) -> str:
        bare = name.removeprefix("flow-")
        return next((each for each in self._flows if f"{bare}-".startswith(f"{each}-")), "")

    def attributes(self, name: str) -> tuple[str, ...]:
        """What the kiosk may show beside this text."""
        if name.startswith("flow-"):
            return OF_FLOW
        if name.startswith("advice-"):
            return OF_ADVICE
        if name.startswith("announcement-"):
            return OF_ANNOUNCEMENT
        flow = self.flow_of(name)
        steps = [f"{flow}-{step['step']}" for step in self._steps.get(flow, [])]
        if name in steps:
            return OF_STEP
        return ("note",) if any(name.startswith(f"{step}-") for step in steps) else ()


def slug(text: str, taken: "set[str]") -> str:
    """A name made from words, as bundles have them.

    >>> slug("Café 't Hoekje!", {"cafe-t-hoekje"})
    'cafe-t-hoekje-2'
    """
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    bare = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:30].strip("-")
    name = bare if bare[:1].isalpha() else f"n-{bare}".strip("-")
    number, made = 2, name
    while made in taken:
        made, number = f"{name}-{number}", number + 1
    return made
