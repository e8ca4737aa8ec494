"""What is taken in at a glance is what Fluent's own parser finds, node by node."""

import pytest
from fluent.syntax import FluentParser, ast
from hypothesis import example, given, settings
from hypothesis import strategies as st

from config.fluent_parser import PLAIN, QuickParser
from tests.factory import FACTORY

PIECES = st.sampled_from(
    (*"aZ9-_ .[*{}#=$\"é", "\t", "\r", "\n", "\r\n", "a = b", "\n", "\n    ", "\n    .c = d",
     "\n# e", "\n-t = u", "{ $x }")
)  # fmt: skip


def _is_same(one: ast.Resource, other: ast.Resource) -> bool:
    return bool(one.equals(other, ignored_fields=[]))


@pytest.mark.parametrize("code", ["nl", "ar"])
def test_the_factorys_texts_are_read_as_fluent_reads_them_and_nearly_all_at_a_glance(
    code: str,
) -> None:
    source = (FACTORY / "texts" / f"{code}.ftl").read_text(encoding="utf-8")
    assert _is_same(QuickParser().parse(source), FluentParser().parse(source))
    texts = sum(line[:1].isalpha() for line in source.splitlines())
    assert sum(1 for _ in PLAIN.finditer(source)) > texts * 0.9


@example("a = b \r\n    .c = d\r\n\r\nb =\n    c")
@example("a = b\n\n    c\n")
@example("a = b\n.c = d")
@example("a = b\n    .c = d\n    e")
@example("a = b\n}\nc = d")
@example("# e\na = .b\n")
@settings(deadline=None)
@given(st.lists(PIECES, max_size=20).map("".join))
def test_anything_at_all_is_read_as_fluent_reads_it(source: str) -> None:
    for with_spans in (True, False):
        quick, own = (kind(with_spans).parse(source) for kind in (QuickParser, FluentParser))
        assert _is_same(quick, own)
