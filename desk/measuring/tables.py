"""Figures as a file for a spreadsheet: the same numbers as on the page, small ones left out."""

import csv
from collections.abc import Iterable, Mapping, Sequence

from django.http import HttpResponse
from django.utils.translation import gettext as _

from desk.measuring.figures import FlowFigures, StepFigures
from desk.measuring.statistics import few
from desk.measuring.words import Names

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(name: str, head: Sequence[object], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """Semicolons and a byte order mark: so a Dutch spreadsheet opens it by itself."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    response.write("\ufeff")
    writer = csv.writer(response, delimiter=";")
    writer.writerow([_cell(each) for each in head])
    writer.writerows([_cell(each) for each in row] for row in rows)
    return response


def _cell(value: object) -> object:
    """A text that a spreadsheet would take for a formula stays a text."""
    if isinstance(value, float):
        return f"{value:.4f}".replace(".", ",")
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) and not isinstance(value, int) else text


def flows_table(
    found: tuple[FlowFigures, ...], words: Names, hidden: Mapping[str, str]
) -> tuple[list[object], list[list[object]]]:
    head: list[object] = [
        _("Formulier"), _("Begonnen"), _("Afgemaakt"), _("Deel"), _("Deel van"), _("Deel tot"),
        _("Seconden gemiddeld"),
    ]  # fmt: skip
    rows: list[list[object]] = []
    for each in found:
        part = each.completed_share
        if each.flow in hidden or part is None:
            rows.append([words.flow(each.flow), hidden.get(each.flow, _("minder dan 5"))])
            continue
        numbers = [each.begun, each.completed, part.value, part.low, part.high, each.took.value]
        rows.append([words.flow(each.flow), *numbers])
    return head, rows


def steps_table(
    found: FlowFigures, words: Names, hidden: Mapping[str, str]
) -> tuple[list[object], list[list[object]]]:
    head: list[object] = [
        _("Stap"), _("Geweest"), _("Gestopt"), _("Terug"), _("Hulp"), _("Herhaald"),
        _("Seconden gemiddeld"),
    ]  # fmt: skip
    return head, [
        [words.step(found.flow, each.step), *_shown(each, hidden.get(each.step, ""))]
        for each in found.steps
    ]


def _shown(step: StepFigures, hidden: str) -> list[object]:
    if step.is_few:
        return [_("minder dan 5")]
    numbers = (step.back, step.help, step.repeat)
    shown: list[object] = [_("minder dan 5") if few(each) else each for each in numbers]
    return [step.left, hidden or step.abandoned, *shown, step.seconds]
