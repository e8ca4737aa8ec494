"""A table of the catalogue: its columns, its rows as typed, and what is wrong with them."""

from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.editing.fluent_pattern import refusal
from desk.editing.pictures import CODE
from desk.editing.yaml_text import values

CATALOGUE = "catalogue.yaml"
NEW = "_new"
"""The last row, to add something. No name begins like this."""
LONGEST = 200
LABELS = {
    "words": gettext_lazy("Woorden"),
    "picture": gettext_lazy("Plaatje"),
    "latitude": gettext_lazy("Breedtegraad"),
    "longitude": gettext_lazy("Lengtegraad"),
    "promise": gettext_lazy("Belofte"),
    "days": gettext_lazy("Werkdagen"),
}
NUMBERS = {"latitude": (-90.0, 90.0), "longitude": (-180.0, 180.0), "days": (0.0, 400.0)}


@dataclass(frozen=True, slots=True)
class Table:
    """`path`: where the list stands in the catalogue. `prefix`: of the names of its texts."""

    page: str
    title: str
    path: tuple[str | int, ...]
    name: str
    prefix: str
    columns: tuple[str, ...]
    needed: tuple[str, ...] = ()
    arguments: tuple[str, ...] = ()
    most: int = 200

    @property
    def address(self) -> str:
        return reverse(f"editing:{self.page}", args=self.arguments)

    def rows_in(self, text: str) -> list[dict[str, Any]]:
        node = values(text)
        for part in self.path:
            node = node.get(part) if isinstance(node, dict) else node[int(part)]
        return node or []


@dataclass(slots=True)
class Row:
    name: str
    typed: dict[str, str]
    faults: dict[str, str] = field(default_factory=dict)
    drop: bool = False

    def fields(self, table: Table) -> dict[str, Any]:
        """As they stand in the catalogue; None is left out."""
        found: dict[str, Any] = {}
        for column in table.columns:
            text = self.typed[column].strip()
            if column == "days":
                found[column] = int(text) if text else None
            elif column in NUMBERS:
                found[column] = float(text.replace(",", ".")) if text else None
            elif column != "words":
                found[column] = text or None
        return found


def is_empty(row: Row) -> bool:
    return row.name == NEW and not any(row.typed.values())


def faults_in(table: Table, rows: list[Row]) -> list[str]:
    kept = [row for row in rows if not row.drop and not is_empty(row)]
    for row in kept:
        for column in table.columns:
            if fault := _fault(table, column, row.typed[column]):
                row.faults[column] = fault
        refused = refusal({"": row.typed["words"]})
        if refused is not None:
            row.faults.setdefault("words", str(refused))
    faults = []
    if any(row.faults for row in kept):
        faults.append(_("Er is niets opgeslagen. Kijk bij de rode regels."))
    if len(kept) > table.most:
        faults.append(_("Er passen er hoogstens %(most)d. Haal er een weg.") % {"most": table.most})
    return faults


def _fault(table: Table, column: str, text: str) -> str:
    if column == "words":
        if not text:
            return _("Schrijf hier woorden.")
        return _("Schrijf geen accolades: { of }.") if set(text) & set("{}") else ""
    if column in table.needed and not text:
        return _("Dit moet ingevuld zijn.")
    if column == "picture" and not CODE.fullmatch(text):
        return _("Dit is geen plaatje. Kies er een, of typ een code zoals 1F4A1.")
    if column in NUMBERS and text:
        least, most = NUMBERS[column]
        try:
            number = int(text) if column == "days" else float(text.replace(",", "."))
        except ValueError:
            number = None
        if number is None or not least <= number <= most:
            return _("Vul een getal in van %(least)d tot en met %(most)d.") % {
                "least": least,
                "most": most,
            }
    return ""
