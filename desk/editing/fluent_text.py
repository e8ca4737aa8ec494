"""One language file of a bundle, changed one text at a time.

Only the lines of that one text are replaced: comments, order and every other text stay as
they were, byte for byte. What would not be read back as it was meant is refused.

    words = words_from(source)
    words.texts("ui-next")                       -> {"": "Verder"}
    words.put("ui-next", {"": "Volgende"}, ())   -> the new source
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from django.utils.translation import gettext as _
from fluent.syntax import ast

from config.problems import Problem
from config.texts import unread_lines
from desk.editing.fluent_pattern import PARSER, RefusedError, level, tidy, written

NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9_-]*")
SPOKEN = "spoken"


def spoken_of(key: str) -> str:
    """The attribute that says how this one is said."""
    return f"{key}-{SPOKEN}" if key else SPOKEN


def is_spoken(key: str) -> bool:
    return key == SPOKEN or key.endswith(f"-{SPOKEN}")


@lru_cache(maxsize=32)
def words_from(source: str) -> "Words":
    """The texts of a file. Reading one takes 10 ms and keeping it 1 MB: those of late are kept,
    by what stands in them, so that a page and what checks it read each file once."""
    return Words(source)


class Words:
    """The texts in `source`, by name and attribute, as they are written."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._newline = "\r\n" if "\r\n" in source else "\n"
        self._body = PARSER.parse(source).body
        self._messages = {
            entry.id.name: entry for entry in self._body if isinstance(entry, ast.Message)
        }
        self.names = tuple(self._messages)

    def texts(self, name: str) -> dict[str, str]:
        """What is written under this name, by attribute; empty where there is nothing."""
        message = self._messages.get(name)
        if message is None:
            return {}
        return {
            key: self._written(pattern)
            for key, pattern in _patterns(message)
            if pattern is not None
        }

    def _written(self, pattern: ast.Pattern) -> str:
        raw = self.source[_start(pattern) : _end(pattern)].replace("\r\n", "\n")
        return level(raw)

    def entry(self, name: str) -> str:
        """The lines of one text without its comment, as they stand in the file."""
        message = self._messages.get(name)
        return self.source[_start(message.id) : _end(message)] if message else ""

    def comment(self, name: str) -> str:
        message = self._messages.get(name)
        return str(message.comment.content) if message and message.comment else ""

    def beside(self, name: str) -> list[str]:
        """Everything in the file but this text, as it stands there, to compare."""
        mine = self._messages.get(name)
        return [
            self.comment(name) if entry is mine else self.source[_start(entry) : _end(entry)]
            for entry in self._body
            if entry is not mine or entry.comment
        ]

    def unread(self, code: str) -> Iterator[Problem]:
        """Lines of this file, the one of a language, that are no text."""
        return unread_lines(code, self.source, self._body)

    def sections(self) -> dict[str, str]:
        """The heading that each text stands under, as colleagues wrote it."""
        found, heading = {}, ""
        for entry in self._body:
            if isinstance(entry, ast.ResourceComment | ast.GroupComment):
                heading = str(entry.content).splitlines()[0]
            elif isinstance(entry, ast.Message):
                found[entry.id.name] = heading
        return found

    def put(self, name: str, texts: Mapping[str, str], order: Sequence[str]) -> str:
        """The source with this text in it. Empty texts are left out; all empty: taken out.

        A new one goes behind the one that goes before it in `order`. Raises RefusedError.
        """
        wanted = {key: tidy(text) for key, text in texts.items() if tidy(text)}
        before = self.texts(name)
        if wanted == before:
            return self.source
        if not wanted:
            return self.without([name])
        message = self._messages.get(name)
        made = self._made(name, wanted, before, message)
        if message is None:
            source = self._inserted(name, made, order)
        else:
            start, end = _start(message.id), _end(message)
            tail = self.source[start:end]
            ending = tail[len(tail.rstrip()) :]
            source = self.source[:start] + made + ending + self.source[end:]
        self._check(name, wanted, source)
        return source

    def _made(
        self,
        name: str,
        wanted: Mapping[str, str],
        before: Mapping[str, str],
        message: ast.Message | None,
    ) -> str:
        raw: dict[str, tuple[int, ast.Pattern | None]] = {}
        if message is not None:
            raw[""] = (_end(message.id), message.value)
            raw |= {each.id.name: (_end(each.id), each.value) for each in message.attributes}
        lines = []
        for key in _in_order(wanted, before):
            indent = "    " if key else ""
            head = f"{indent}.{key}" if key else name
            if key in raw and wanted[key] == before.get(key):
                start, pattern = raw[key]
                lines.append(head + self.source[start : _end(pattern)].rstrip())
            else:
                lines.append(head + written(key, wanted[key], f"{indent}    "))
        if "" not in wanted:
            lines.insert(0, f"{name} =")
        return "\n".join(lines).replace("\r\n", "\n").replace("\n", self._newline)

    def _inserted(self, name: str, made: str, order: Sequence[str]) -> str:
        place = order.index(name) if name in order else len(order)
        for earlier in reversed(order[:place]):
            if earlier in self._messages:
                at = _end(self._messages[earlier])
                at += len(self._newline) * self.source.startswith(self._newline, at)
                head = self.source[:at]
                return self._ended(head) + made + self._newline + self.source[at:]
        return self._ended(self.source) + made + self._newline

    def _ended(self, head: str) -> str:
        return head if not head or head.endswith("\n") else head + self._newline

    def without(self, names: Collection[str]) -> str:
        """The source without these texts and their comments."""
        pieces, at = [], 0
        for entry in self._body:
            if isinstance(entry, ast.Message) and entry.id.name in names:
                pieces.append(self.source[at : _start(entry)])
                at = _end(entry)
                at += len(self._newline) * self.source.startswith(self._newline, at)
        return "".join([*pieces, self.source[at:]])

    def _check(self, name: str, wanted: Mapping[str, str], source: str) -> None:
        """That the file reads back as it was meant, and nothing else in it moved."""
        after = words_from(source)
        same = self.beside(name) == after.beside(name)
        if not same or set(after.texts(name)) != set(wanted):
            raise RefusedError("", _("Deze tekst kan niet worden bewaard. Schrijf gewone zinnen."))


def _patterns(message: ast.Message) -> Iterator[tuple[str, ast.Pattern | None]]:
    yield "", message.value
    for attribute in message.attributes:
        yield attribute.id.name, attribute.value


def _in_order(wanted: Mapping[str, str], before: Mapping[str, str]) -> list[str]:
    """The order that is there; what is new behind what it belongs to."""
    kept = [key for key in before if key in wanted]
    for key in wanted:
        if key in kept:
            continue
        shown = key.removesuffix(SPOKEN).removesuffix("-") if is_spoken(key) else None
        if key == "":
            kept.insert(0, key)
        elif shown is not None and (shown in kept or not shown):
            kept.insert(kept.index(shown) + 1 if shown in kept else 0, key)
        else:
            kept.append(key)
    return kept


def _start(node: ast.SyntaxNode | None) -> int:
    return node.span.start if node and node.span else 0


def _end(node: ast.SyntaxNode | None) -> int:
    return node.span.end if node and node.span else 0
