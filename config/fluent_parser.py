"""Project Fluent, read quickly: what its own parser finds in a file, in a quarter of the time.

Nearly every text of a bundle is one plain line, with plain lines beside it:

    melding-wat = Wat is er aan de hand?
        .row = Wat

Such a text is taken in at a glance. All else (what is filled in, choices, text of several
lines, comments, what is no text) goes to Fluent's parser, which reads letter by letter. What
comes out is the same, node by node and place by place: nothing is kept between two files.
"""

import re
from typing import TypeVar

from fluent.syntax import FluentParser, ast
from fluent.syntax.stream import FluentParserStream

Node = TypeVar("Node", bound=ast.SyntaxNode)
NAME, WORDS, LINE_END = r"[a-zA-Z][a-zA-Z0-9_-]*", r"[^ {}\r\n][^{}\r\n]*", r"\r?\n"
PLAIN = re.compile(
    rf"({NAME}) *= *({WORDS})((?:{LINE_END} +\.{NAME} *= *{WORDS})*)"
    # What stands behind it is no part of it: another entry, or the end of the file.
    rf"(?=(?:{LINE_END})+[a-zA-Z#-]|(?:{LINE_END})*\Z)"
)
ATTRIBUTE = re.compile(rf"\.({NAME}) *= *({WORDS})")


class QuickParser(FluentParser):
    """Fluent's parser, but for plain texts."""

    def get_message(self, ps: FluentParserStream) -> ast.Message:
        found = PLAIN.match(ps.string, ps.index)
        if found is None:
            return super().get_message(ps)
        beside = [
            self._at(ast.Attribute(self._name(one), self._pattern(one)), one)
            for one in ATTRIBUTE.finditer(ps.string, *found.span(3))
        ]
        ps.index = found.end()
        return self._at(ast.Message(self._name(found), self._pattern(found), beside), found)

    def _name(self, found: re.Match[str]) -> ast.Identifier:
        return self._at(ast.Identifier(found[1]), found, 1)

    def _pattern(self, found: re.Match[str]) -> ast.Pattern:
        words = self._at(ast.TextElement(found[2].rstrip(" ")), found, 2)
        return self._at(ast.Pattern([words]), found, 2)

    def _at(self, node: Node, found: re.Match[str], group: int = 0) -> Node:
        if self.with_spans:
            node.add_span(*found.span(group))
        return node
