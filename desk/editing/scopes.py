"""For whom something is set: all kiosks, one group of them, or one kiosk.

What a kiosk has of its own goes before its group's, and that before what holds for all.
"""

from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from desk.editing.pages import yaml_of
from desk.editing.yaml_text import edited, put, values
from desk.fleet.models import Kiosk
from desk.publishing.drafts import text_of
from desk.publishing.models import Files

ALL, GROUP, KIOSK = "alle", "groep", "zuil"
FRONT, KIOSKS = "bundle.yaml", "kiosks.yaml"


@dataclass(frozen=True, slots=True)
class Scope:
    kind: str = ALL
    name: str = ""

    @property
    def path(self) -> str:
        return FRONT if self.kind == ALL else KIOSKS

    @property
    def label(self) -> str:
        if self.kind == ALL:
            return _("Alle zuilen")
        shown = _("Groep %(name)s") if self.kind == GROUP else _("Zuil %(name)s")
        return shown % {"name": self.name}

    def address(self, page: str) -> str:
        name = f"editing:{page}"
        return reverse(name) if self.kind == ALL else reverse(name, args=(self.kind, self.name))

    @property
    def _at(self) -> list[str]:
        return {ALL: [], GROUP: ["groups", self.name], KIOSK: ["kiosks", self.name]}[self.kind]

    def own(self, text: str, key: str) -> Any:
        """What is set here itself in the file `path`; None where nothing is."""
        node: Any = values(text)
        for part in (*self._at, key):
            node = node.get(part) if isinstance(node, dict) else None
        return node

    def with_own(self, text: str, key: str, value: Any) -> str:
        return edited(
            text, lambda tree: put(tree, [*self._at, key], value, prune=self.kind == KIOSK)
        )

    def above(self, files: Files) -> "Scope":
        """Whose setting holds where this has none."""
        if self.kind == KIOSK and (group := group_of(files, self.name)):
            return Scope(GROUP, group)
        return Scope()


def scope_of(files: Files, kind: str, name: str) -> Scope:
    """Raises Http404 where there is no such group or kiosk."""
    known = {ALL: [""], GROUP: groups_in(files), KIOSK: kiosks_in(files)}
    if name not in known.get(kind, []):
        raise Http404
    return Scope(kind, name)


def scopes_beside(files: Files, scope: Scope) -> list[Scope]:
    """All kiosks, the groups, and this one. A hundred kiosks are found on their own page."""
    found = [Scope(), *(Scope(GROUP, each) for each in groups_in(files))]
    return found if scope in found else [*found, scope]


def groups_in(files: Files) -> list[str]:
    return list(yaml_of(files, KIOSKS).get("groups") or {})


def kiosks_in(files: Files) -> list[str]:
    """The kiosks that were let in, and those that the draft names."""
    named = yaml_of(files, KIOSKS).get("kiosks") or {}
    enrolled = Kiosk.objects.filter(revoked_at=None).values_list("name", flat=True)
    return sorted({*named, *enrolled}, key=str.casefold)


def group_of(files: Files, kiosk: str) -> str:
    own = (yaml_of(files, KIOSKS).get("kiosks") or {}).get(kiosk) or {}
    return str(own.get("group") or "")


def holding(files: Files, scope: Scope, key: str) -> tuple[Any, Scope]:
    """What holds for this scope, and who set it; None where nobody did."""
    while True:
        value = scope.own(text_of(files, scope.path), key)
        if value is not None or scope.kind == ALL:
            return value, scope
        scope = scope.above(files)
