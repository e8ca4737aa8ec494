"""YAML of a colleague, changed in place: the comments and the order are still theirs."""

from pathlib import Path

import pytest
import yaml
from ruamel.yaml.comments import CommentedMap

from config.bundle import FACTORY
from desk.editing.yaml_text import (
    closed,
    edited,
    flow,
    line_of,
    opened,
    plain,
    put,
    rows_of,
    with_fields,
)

CATALOGUE = (FACTORY / "catalogue.yaml").read_text()


@pytest.mark.parametrize("path", sorted(FACTORY.glob("**/*.yaml")), ids=lambda path: path.name)
def test_what_is_opened_and_closed_is_the_same_byte_for_byte(path: Path) -> None:
    text = path.read_text()
    assert edited(text, lambda _tree: None) == text


@pytest.mark.parametrize(
    "path", [["places"], ["promises"], ["categories"], ["categories", 0, "sub"]]
)
def test_a_list_taken_apart_and_put_together_is_the_same(path: list[str | int]) -> None:
    rows = rows_of(CATALOGUE, path)
    assert rows
    assert rows.made(rows.items) == CATALOGUE


def test_a_row_takes_the_comment_above_it_along() -> None:
    rows = rows_of(CATALOGUE, ["categories", 0, "sub"])
    assert rows
    made = rows.made([rows.items[1], rows.items[0], *rows.items[3:]])
    lines = made.splitlines()
    at = next(n for n, line in enumerate(lines) if "{value: lamp-uit," in line)
    assert "a dark street gets 5 here" in lines[at - 1]
    assert "STOPEC" in CATALOGUE
    values = [each["value"] for each in yaml.safe_load(made)["categories"][0]["sub"]]
    assert values == ["lamp-overdag", "lamp-uit", "verkeerslicht", "anders"]


def test_a_new_last_row_stands_before_the_comment_of_what_follows() -> None:
    rows = rows_of(CATALOGUE, ["promises"])
    assert rows
    made = rows.made([*rows.items, line_of({"promise": "x", "days": 2}, rows.indent)])
    assert "{promise: doorgegeven}\n  - {promise: x, days: 2}\n\n# Places that people" in made


def test_a_row_that_says_the_same_stays_as_it_was_also_where_a_name_looks_like_a_number() -> None:
    text = "# ours\n- {value: a, picture: 1E10}   # a file\n"
    assert with_fields(text, [], {0: {"value": "a", "picture": "1E10", "latitude": None}}) == text


def test_a_field_of_a_row_is_changed_in_its_own_line_only() -> None:
    made = with_fields(CATALOGUE, ["places"], {1: {"picture": "1F34E", "latitude": None}})
    differing = [
        (a, b) for a, b in zip(CATALOGUE.splitlines(), made.splitlines(), strict=True) if a != b
    ]
    assert differing == [
        (
            "  - {value: winkels, picture: 1F6D2, latitude: 52.2197, longitude: 6.8951}",
            "  - {value: winkels, picture: 1F34E, longitude: 6.8951}",
        )
    ]


def test_comments_outlive_every_setting() -> None:
    text = (FACTORY / "bundle.yaml").read_text()
    comments = [line for line in text.splitlines() if line.startswith("#")]

    def change(tree: CommentedMap) -> None:
        put(tree, ["limits", "warning_s"], 45)
        put(tree, ["start"], ["status"])
        put(tree, ["languages"], ["nl", "en"])
        put(tree, ["hours"], {"monday": flow(["08:00-18:00"]), "sunday": flow([])})

    made = edited(text, change)
    assert [line for line in made.splitlines() if line.startswith("#")] == comments
    assert yaml.safe_load(made)["hours"] == {"monday": ["08:00-18:00"], "sunday": []}
    assert 'monday: ["08:00-18:00"]' in made


def test_a_file_of_comments_alone_keeps_them() -> None:
    head = "# How this works.\n#\n# groups: ...\n"
    made = edited(head, lambda tree: put(tree, ["groups", "a"], {}))
    assert made == f"{head}\ngroups:\n  a: {{}}\n"
    filled = edited(made, lambda tree: put(tree, ["groups", "a", "start"], ["status"]))
    assert filled == f"{head}\ngroups:\n  a:\n    start: [status]\n"
    empty = edited(filled, lambda tree: put(tree, ["groups", "a"], None, prune=True))
    assert empty.strip() == head.strip()


def test_a_code_that_looks_like_a_number_stays_a_code() -> None:
    row = {"value": "x", "picture": "2705", "open": "08:30", "days": 5}
    assert yaml.safe_load(line_of(row)) == [row]
    assert plain(opened("a: 1F3EA\nb: [x]\n")) == {"a": "1F3EA", "b": ["x"]}
    assert closed(opened("")) == ""
