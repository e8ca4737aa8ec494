"""Known places, promises and categories: lists of the catalogue as tables with their words.

A row keeps its name for ever, since it is kept with what visitors sent; its words may change.
A new row gets a name made from its words. Here stand the words of the first language; the
other languages are one press away, at the texts.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from desk.editing.catalogue import edit_of, paths_of
from desk.editing.fluent_text import Words
from desk.editing.orders import moved
from desk.editing.pages import form_page, keep, page, status_of, yaml_of
from desk.editing.pictures import pictograms
from desk.editing.rows import CATALOGUE, LABELS, LONGEST, NEW, Row, Table, faults_in
from desk.editing.words_of import missing_in, shown, words_in
from desk.publishing.drafts import draft, text_of
from desk.publishing.models import Files


@form_page
@require_http_methods(["GET", "HEAD", "POST"])
def places(request: HttpRequest) -> HttpResponse:
    columns = ("words", "picture", "latitude", "longitude")
    table = Table(
        "places", _("Bekende plekken"), ("places",), "value", "place-", columns, ("picture",)
    )
    return _table(request, table, {})


@form_page
@require_http_methods(["GET", "HEAD", "POST"])
def promises(request: HttpRequest) -> HttpResponse:
    table = Table(
        "promises", _("Beloften"), ("promises",), "promise", "promise-", ("words", "days")
    )
    return _table(request, table, {})


@form_page
@require_http_methods(["GET", "HEAD", "POST"])
def categories(request: HttpRequest) -> HttpResponse:
    table = Table(
        "categories",
        _("Categorieën"),
        ("categories",),
        "value",
        "category-",
        ("words", "picture"),
        ("picture",),
        most=6,
    )
    return _table(request, table, {})


@form_page
@require_http_methods(["GET", "HEAD", "POST"])
def category(request: HttpRequest, main: str) -> HttpResponse:
    files = draft().files
    mains = [each["value"] for each in yaml_of(files, CATALOGUE).get("categories", [])]
    if main not in mains:
        raise Http404
    title = shown(words_in(files), f"category-{main}") or main
    path = ("categories", mains.index(main), "sub")
    columns = ("words", "picture", "promise")
    table = Table(
        "category",
        title,
        path,
        "value",
        f"category-{main}-",
        columns,
        ("picture", "promise"),
        (main,),
        most=10,
    )
    return _table(request, table, {"main": main})


def _table(request: HttpRequest, table: Table, more: dict[str, object]) -> HttpResponse:
    files = draft().files
    words = words_in(files)
    rows = _rows(files, table, words)
    act, status = request.POST.get("act", ""), 200
    faults: list[str] = []
    if request.method == "POST":
        rows = _posted(request, table, rows, act)
        if act == "save":
            status = 422
            faults = faults_in(table, rows)
            if not faults:
                outcome, told = keep(request, edit_of(table, rows, words))
                if outcome.saved:
                    return redirect(table.address)
                more, status = more | told, status_of(outcome)
    context = {
        "table": table,
        "rows": [(row, _cells(table, row), _links(table, row, words)) for row in rows],
        "labels": [LABELS[column] for column in table.columns],
        "pictures": pictograms(),
        "promises": _promises(files, words),
        "unsaved": request.method == "POST",
        "moved": act,
        "faults": faults,
        "tab": "more",
    }
    return page(request, "editing/table.html", context | more, paths_of(words), status)


def _rows(files: Files, table: Table, words: dict[str, Words]) -> list[Row]:
    rows = []
    for each in table.rows_in(text_of(files, CATALOGUE)):
        name = str(each[table.name])
        said = {column: str(each.get(column, "")) for column in table.columns}
        said["words"] = shown(words, f"{table.prefix}{name}")
        rows.append(Row(name, said))
    return [*rows, Row(NEW, dict.fromkeys(table.columns, ""))]


def _posted(request: HttpRequest, table: Table, there: list[Row], act: str) -> list[Row]:
    now = {row.name: row for row in there}
    names = [name for name in now if name != NEW]
    order = [each for each in dict.fromkeys(request.POST.getlist("order")) if each in names]
    order += [each for each in names if each not in order]
    rows = [
        Row(
            name,
            {  # a row that a colleague has just added is not in what was sent
                column: request.POST.get(f"{column}-{name}", now[name].typed[column]).strip()[
                    :LONGEST
                ]
                for column in table.columns
            },
            drop=f"drop-{name}" in request.POST,
        )
        for name in [*moved(order, act), NEW]
    ]
    for row in rows:
        if "picture" in row.typed:
            row.typed["picture"] = row.typed["picture"].upper()
    return rows


def _cells(table: Table, row: Row) -> list[tuple[str, object, str, str]]:
    return [
        (column, LABELS[column], row.typed[column], row.faults.get(column, ""))
        for column in table.columns
    ]


def _links(table: Table, row: Row, words: dict[str, Words]) -> tuple[str, int]:
    """The page of its text, and how many languages lack it."""
    if row.name == NEW:
        return "", 0
    key = f"{table.prefix}{row.name}"
    return reverse("editing:text", args=(key,)), len(missing_in(words, key))


def _promises(files: Files, words: dict[str, Words]) -> list[tuple[str, str]]:
    names = [str(each["promise"]) for each in yaml_of(files, CATALOGUE).get("promises", [])]
    return [(name, shown(words, f"promise-{name}") or name) for name in names]
