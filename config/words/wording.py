"""Are the words of a bundle short and plain? What `make words` looks at, text by text.

A visitor reads badly, is old, or only listens. A rule that a text breaks becomes a
`Remark`: where it stands, what is wrong, and how to mend it. Mend the text, not the rule.
"""

import itertools
import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from fluent.syntax import ast

from config.fluent_parser import QuickParser
from config.problems import Mistakes, Problem

SENTENCE_WORDS = 15
SENTENCE_END = re.compile(r"[.!?؟…;]\s+")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
Rule = Literal["missing", "unreadable", "sentence", "forbidden", "rare", "long"]


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """One thing to mend. `line` counts from 1; 0 where no line can be named."""

    file: str
    line: int
    rule: Rule
    what: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.rule}: {self.what}"


@dataclass(frozen=True, slots=True)
class Written:
    """One pattern of one message, with every variant written out; a value becomes a 7."""

    name: str
    attribute: str
    line: int
    variants: tuple[str, ...]

    @property
    def key(self) -> str:
        return f"{self.name}.{self.attribute}" if self.attribute else self.name

    @property
    def is_only_heard(self) -> bool:
        return self.attribute.endswith("spoken")


@dataclass(frozen=True, slots=True)
class Forbidden:
    """A word that visitors do not understand, and what to say instead. `*` ends a stem."""

    language: str
    word: str
    instead: str

    def is_in(self, text: str) -> bool:
        stem = re.escape(self.word.rstrip("*"))
        end = "" if self.word.endswith("*") else r"(?!\w)"
        return bool(re.search(rf"(?<!\w){stem}{end}", text, re.IGNORECASE))


def written(source: str) -> Iterator[Written]:
    """Every text in a language file."""
    for entry in QuickParser().parse(source).body:
        if not isinstance(entry, ast.Message):
            continue
        parts = [("", entry.value)] if entry.value else []
        parts += [(one.id.name, one.value) for one in entry.attributes]
        for attribute, pattern in parts:
            start = pattern.span.start if pattern.span else 0
            line = source.count("\n", 0, start) + 1
            yield Written(entry.id.name, attribute, line, _variants(pattern))


def _variants(pattern: ast.Pattern) -> tuple[str, ...]:
    parts: list[tuple[str, ...]] = []
    for element in pattern.elements:
        match element:
            case ast.TextElement(value=value):
                parts.append((str(value),))
            case ast.Placeable(expression=ast.SelectExpression(variants=found)):
                parts.append(tuple(text for one in found for text in _variants(one.value)))
            case _:
                parts.append(("7",))
    return tuple("".join(chosen) for chosen in itertools.product(*parts))


def long_sentences(file: str, texts: list[Written]) -> Iterator[Remark]:
    for one in texts:
        for sentence in dict.fromkeys(s for v in one.variants for s in SENTENCE_END.split(v)):
            count = len(sentence.split())
            if count > SENTENCE_WORDS:
                yield Remark(
                    file,
                    one.line,
                    "sentence",
                    f"'{one.key}' has a sentence of {count} words; at most {SENTENCE_WORDS} are "
                    f"understood. Make two of it: {sentence!r}.",
                )


def forbidden_words(
    file: str, language: str, texts: list[Written], forbidden: tuple[Forbidden, ...]
) -> Iterator[Remark]:
    for one in texts:
        for bad in forbidden:
            if bad.language == language and any(bad.is_in(text) for text in one.variants):
                yield Remark(
                    file,
                    one.line,
                    "forbidden",
                    f"'{one.key}' says '{bad.word}', which many do not understand. "
                    f"Write: {bad.instead}",
                )


def rare_words(
    file: str, texts: list[Written], frequent: Container[str], allowed: Mapping[str, str]
) -> Iterator[Remark]:
    """Words on the screen that are not among the frequent ones, each once."""
    seen: set[str] = set()
    for one in texts:
        if one.is_only_heard:
            continue
        for text in one.variants:
            for word in WORD.findall(text.lower()):
                if word in seen or word in frequent or word in allowed:
                    continue
                seen.add(word)
                yield Remark(
                    file,
                    one.line,
                    "rare",
                    f"'{one.key}' has '{word}', which is not a frequent word. Use an everyday "
                    "word, or add it to words-allowed.txt with the reason.",
                )


def allowed_words(path: Path) -> dict[str, str]:
    """Rare words that may stay, each with its reason; none where there is no such file."""
    rows = [row.split(maxsplit=1) for _, row in _rows(path)]
    return {row[0]: row[1] if len(row) > 1 else "" for row in rows}


def read_forbidden(path: Path) -> tuple[Forbidden, ...]:
    """Lines of: language, word, what to say instead. Raises Mistakes."""
    found, problems = [], []
    for number, row in _rows(path):
        parts = row.split(maxsplit=2)
        if len(parts) == 3:
            found.append(Forbidden(*parts))
        else:
            what = "a line needs a language, a word, and what to say instead."
            problems.append(Problem(path.name, number, what))
    if problems:
        raise Mistakes(problems)
    return tuple(found)


def _rows(path: Path) -> list[tuple[int, str]]:
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [
        (number, line.strip())
        for number, line in enumerate(lines, 1)
        if line.strip() and not line.startswith("#")
    ]
