"""What a table changes: rows of the catalogue with the comments above them, and their words."""

from typing import Any

from django.utils.translation import gettext as _

from desk.editing.fluent_text import Words, words_from
from desk.editing.rows import CATALOGUE, NEW, Row, Table, is_empty
from desk.editing.saving import Edit, Texts
from desk.editing.texts import put_text
from desk.editing.words_of import slug
from desk.editing.yaml_text import edited, flow, line_of, put, rows_of, values, with_fields


def paths_of(words: dict[str, Words]) -> tuple[str, ...]:
    return (CATALOGUE, *(f"texts/{code}.ftl" for code in words))


def edit_of(table: Table, rows: list[Row], words: dict[str, Words]) -> Edit:
    paths = paths_of(words)
    kept = [row for row in rows if not row.drop and not is_empty(row)]
    gone = [row.name for row in rows if row.drop and row.name != NEW]

    def part(texts: Texts) -> object:
        there = table.rows_in(texts[CATALOGUE])
        said = [
            [each.texts(f"{table.prefix}{row[table.name]}") for row in there]
            for each in (words_from(texts[path]) for path in paths[1:])
        ]
        return there, said

    def apply(texts: Texts) -> Texts:
        taken = {str(row[table.name]) for row in table.rows_in(texts[CATALOGUE])}
        named = [
            (slug(row.typed["words"], taken) if row.name == NEW else row.name, row) for row in kept
        ]
        made = {CATALOGUE: _catalogue(table, texts[CATALOGUE], named)}
        for path in paths[1:]:
            source = texts[path]
            source = words_from(source).without(_said_by(table, source, gone))
            if path == paths[1]:
                source = _said(table, source, named)
            made[path] = source
        return made

    return Edit(paths, part, apply, table.title)


def _said_by(table: Table, source: str, gone: list[str]) -> list[str]:
    """The names of the words of these rows, and of what stands below them."""
    keys = [f"{table.prefix}{name}" for name in gone]
    below = [f"{key}-" for key in keys] if table.page == "categories" else []
    names = words_from(source).names
    return [each for each in names if each in keys or each.startswith(tuple(below))]


def _said(table: Table, source: str, named: list[tuple[str, Row]]) -> str:
    for name, row in named:
        key = f"{table.prefix}{name}"
        said = words_from(source).texts(key) | {"": row.typed["words"]}
        source = put_text(source, key, said, source)
        if table.page == "categories" and row.name == NEW:
            source = put_text(source, f"{key}-anders", {"": _("Iets anders")}, source)
    return source


def _catalogue(table: Table, text: str, named: list[tuple[str, Row]]) -> str:
    names = [str(row[table.name]) for row in table.rows_in(text)]
    lines = rows_of(text, table.path)
    made = [{table.name: name} | _new_fields(table, row, text) for name, row in named]
    if lines is None or not named:
        return edited(text, lambda tree: put(tree, [str(each) for each in table.path], flow(made)))
    text = lines.made(
        [
            lines.items[names.index(name)] if name in names else line_of(_there(row), lines.indent)
            for (name, _row), row in zip(named, made, strict=True)
        ]
    )
    kept = {at: row.fields(table) for at, (name, row) in enumerate(named) if name in names}
    return with_fields(text, table.path, kept)


def _there(row: dict[str, Any]) -> dict[str, Any]:
    return {key: each for key, each in row.items() if each is not None}


def _new_fields(table: Table, row: Row, text: str) -> dict[str, Any]:
    """A new main category has one below it, so that it can be reported at all."""
    fields = row.fields(table)
    if table.page == "categories" and row.name == NEW:
        promise = values(text)["promises"][0]["promise"]
        fields["sub"] = [{"value": "anders", "picture": "2753", "promise": promise}]
    return fields
