"""Figures as a file for a spreadsheet: the same numbers as on the page, small ones left out."""

import csv
from collections.abc import Iterable, Sequence

from django.http import HttpResponse

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
