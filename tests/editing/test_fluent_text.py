"""One text is written back; every other byte of the language file stays as it was."""

import re
from functools import cache

import pytest
from fluent.syntax import FluentParser, ast
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from config.bundle import FACTORY
from desk.editing.fluent_pattern import RefusedError, tidy
from desk.editing.fluent_text import Words

SMALL = """\
# A colleague wrote this.

### Heading
one = One
    .help = Help one
    .help-spoken = Help, one

# About two, which has a number.
two = { $number ->
        [one] One thing
       *[other] { $number } things
    } here
three =
    First line
    second line
-term = Town
four = In { -term }
"""
SOME = ("ui-language-name", "ui-next", "ui-start-title", "ui-check-title")
LINES = 60
"""Of a file: enough to have something above and below, and quick."""
TYPED = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("{}[]*.#-=$\"\n \t\\'\r\u0627\u200f"),
    ),
    max_size=60,
)


@cache
def factory(language: str) -> str:
    return (FACTORY / "texts" / f"{language}.ftl").read_text()


def _around(source: str, name: str) -> tuple[str, str]:
    """What stands before and behind the lines of one text."""
    start = re.search(rf"^{name} *=", source, re.MULTILINE)
    assert start
    rest = source[start.start() :]
    end = re.search(r"\n(?![ \t]|\r?\n[ \t])", rest)
    return source[: start.start()], rest[end.start() :] if end else ""


@given(TYPED, TYPED, st.sampled_from(SOME), st.sampled_from(("nl", "ar")))
@example("a\n.b", "[x]", "ui-next", "nl")
@example("{", "}", "ui-next", "nl")
@example("} # x\nui-stop = weg", "", "ui-next", "nl")
@example("x\n\nui-stop = weg", "", "ui-next", "nl")
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_writing_any_text_keeps_all_others_byte_for_byte(
    text: str, spoken: str, name: str, language: str
) -> None:
    source = "".join(factory(language).splitlines(keepends=True)[:LINES])
    try:
        made = Words(source).put(name, {"": text, "spoken": spoken}, ())
    except RefusedError:
        return  # nothing is written then; what is refused is tested below
    if not tidy(text) and not tidy(spoken):
        assert name not in Words(made).names
        return
    before, behind = _around(source, name)
    assert made.startswith(before)
    assert made.endswith(behind)
    read = Words(made)
    assert len(read.names) == len(Words(source).names)
    for key, typed in (("", tidy(text)), ("spoken", tidy(spoken))):
        written = read.texts(name).get(key, "")
        if "{" not in typed:
            assert _value(made, name, key) == (typed or None)
        assert bool(written) == bool(typed)


def _value(source: str, name: str, key: str) -> str | None:
    """What Fluent makes of it, quoted signs and all."""
    message = next(
        each
        for each in FluentParser().parse(source).body
        if isinstance(each, ast.Message) and each.id.name == name
    )
    patterns = {"": message.value} | {each.id.name: each.value for each in message.attributes}
    pattern = patterns.get(key)
    return "".join(_said(each) for each in pattern.elements) if pattern else None


def _said(element: object) -> str:
    if isinstance(element, ast.Placeable):
        assert isinstance(element.expression, ast.StringLiteral)
        return str(element.expression.value)
    assert isinstance(element, ast.TextElement)
    return str(element.value)


@pytest.mark.parametrize("language", ["nl", "ar", "pl"])
def test_what_was_not_changed_is_not_written(language: str) -> None:
    words = Words(factory(language))
    for name in words.names[::20]:
        assert words.put(name, words.texts(name), ()) == words.source


def test_a_choice_of_plurals_stays_as_it_is_written_beside_a_change() -> None:
    words = Words(SMALL)
    two = words.texts("two")
    assert two[""].startswith("{ $number ->\n")
    made = words.put("two", two | {"spoken": "Said"}, ())
    assert made == SMALL.replace("    } here\n", "    } here\n    .spoken = Said\n")
    again = Words(made).put("two", {"": two[""].replace("One thing", "A thing")}, ())
    assert Words(again).texts("two") == {"": two[""].replace("One thing", "A thing")}


def test_how_something_is_said_stands_behind_it() -> None:
    made = Words(SMALL).put(
        "one", {"": "One", "spoken": "Wun", "help": "Help one", "help-spoken": "H"}, ()
    )
    assert "one = One\n    .spoken = Wun\n    .help = Help one\n    .help-spoken = H\n" in made


def test_a_new_text_goes_behind_its_neighbour_and_an_empty_one_out_with_its_comment() -> None:
    made = Words(SMALL).put("new", {"": "New"}, ("one", "new", "two"))
    assert made == SMALL.replace("Help, one\n", "Help, one\nnew = New\n")
    assert Words(made).put("new", {"": " "}, ()) == SMALL
    gone = Words(SMALL).put("two", {}, ())
    assert "About two" not in gone
    assert Words(gone).names == ("one", "three", "four")


def test_a_text_of_several_lines_is_read_as_it_was_typed() -> None:
    assert Words(SMALL).texts("three") == {"": "First line\nsecond line"}
    made = Words(SMALL).put("three", {"": "A\n\n  b\n[c"}, ())
    assert _value(made, "three", "") == "A\n\n  b\n[c"


def test_a_file_of_windows_keeps_its_line_ends() -> None:
    source = SMALL.replace("\n", "\r\n")
    made = Words(source).put("one", {"": "A\nB", "spoken": "C"}, ())
    assert "\n" not in made.replace("\r\n", "")
    assert Words(made).texts("one") == {"": "A\nB", "spoken": "C"}
    assert Words(source).texts("two") == Words(SMALL).texts("two")


def test_a_last_line_without_an_end_gets_one() -> None:
    assert Words("a = A").put("b", {"": "B"}, ("a", "b")) == "a = A\nb = B\n"


@pytest.mark.parametrize(
    ("text", "line"), [("Bel { $phone", 1), ("goed\nBel } nu", 2), ("a\nb\n{ $x ->\n}", 4)]
)
def test_what_cannot_be_read_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(RefusedError, match=f"Regel {line} "):
        Words(SMALL).put("one", {"": text}, ())
