"""The words of a bundle: one Project Fluent file for each language.

The value of a message is what is shown; its attribute `.spoken` is what is said where
that differs (for an attribute `.help`, it is `.help-spoken`). A message that a language
lacks comes from the first language. Messages are parsed when they are first needed: a
kiosk shows its start screen before it has read all of its words.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from fluent.syntax import ast

from config.fluent_parser import QuickParser
from config.libraries import FLUENT, said_by
from config.problems import Mistakes, Problem
from kiosk.core.sentences import sentence
from kiosk.core.texts import NOTHING, Direction, Text, isolated, without_isolates

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

PARSER = QuickParser(with_spans=False)
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
LOCALES = {"en": "en_GB"}
"""Where a language alone would be read as another country's: the day goes before the month."""
SPELLED = frozenset({"phone"})
ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*) *=", re.MULTILINE)


class Language:
    """One file of messages: taken apart when it is first needed, and parsed one by one."""

    def __init__(self, code: str, source: str) -> None:
        self.code = code
        self.prepare: Callable[[str], None] | None = None
        self._source = source
        self._messages: dict[str, ast.Message] = {}

    @cached_property
    def _chunks(self) -> dict[str, str]:
        """Each message as it stands in the file."""
        starts = [(match.start(), match[1]) for match in ENTRY.finditer(self._source)]
        ends = [start for start, _ in starts[1:]] + [len(self._source)]
        return {name: self._source[a:b] for (a, name), b in zip(starts, ends, strict=True)}

    @cached_property
    def _bundle(self) -> "FluentBundle":
        """Fluent itself, for numbers and plurals. It loads all that Babel knows of a language,
        so whatever can be said without it is."""
        from fluent.runtime import FluentBundle, FluentResource  # noqa: PLC0415 - 160 ms

        if self.prepare is not None:
            self.prepare(self.code)
        bundle = FluentBundle([self.code], use_isolating=self.code in RIGHT_TO_LEFT)
        for name in [name for name in self._chunks if name.startswith("-")]:
            bundle.add_resource(FluentResource(self._chunks[name]))
        return bundle

    @cached_property
    def lines(self) -> dict[str, int]:
        """Where each message begins, counted from 1."""
        return {
            match[1]: self._source.count("\n", 0, match.start()) + 1
            for match in ENTRY.finditer(self._source)
        }

    def pattern(self, name: str, attribute: str) -> ast.Pattern | None:
        """The pattern of a message or of one of its attributes; None where there is none."""
        message = self.message(name)
        if message is None:
            return None
        if not attribute:
            return message.value
        return next((one.value for one in message.attributes if one.id.name == attribute), None)

    def message(self, name: str) -> ast.Message | None:
        if name not in self._messages:
            found = PARSER.parse(self._chunks.get(name, "")).body
            # As in a bundle: what comes later in the file goes before.
            messages = [entry for entry in found if isinstance(entry, ast.Message)]
            if not messages:
                return None
            self._messages[name] = messages[-1]
        return self._messages[name]

    def format(self, name: str, attribute: str, values: Mapping[str, str | int]) -> str | None:
        pattern = self.pattern(name, attribute)
        if pattern is None:
            return None
        simple = _without_fluent(pattern, values, isolating=self.code in RIGHT_TO_LEFT)
        return self._with_fluent(name, attribute, values) if simple is None else simple

    def _with_fluent(self, name: str, attribute: str, values: Mapping[str, str | int]) -> str:
        from fluent.runtime import FluentResource  # noqa: PLC0415 - 160 ms

        bundle = self._bundle
        if not bundle.has_message(name):
            bundle.add_resource(FluentResource(self._chunks[name]))
        message = bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        assert pattern is not None  # noqa: S101 - the caller has found it
        said, errors = bundle.format_pattern(pattern, dict(values))
        if errors:
            raise KeyError(
                sentence(
                    "{language}: message '{name}' cannot be made: {why}",
                    language=self.code,
                    name=name,
                    why=said_by(FLUENT, str(errors[0])),
                )
            )
        return str(said)

    def names(self) -> Iterator[str]:
        return iter(self.lines)


def _without_fluent(
    pattern: ast.Pattern, values: Mapping[str, str | int], *, isolating: bool
) -> str | None:
    """Words, and values that are words; None where Fluent is needed (numbers, choices, terms).

    In a right-to-left line a value that is put in, such as a telephone number, is isolated: it
    keeps its own order, and its groups do not change places.
    """
    parts: list[str] = []
    for element in pattern.elements:
        match element:
            case ast.TextElement(value=words):
                parts.append(words)
            case ast.Placeable(expression=ast.VariableReference(id=ast.Identifier(name=name))):
                value = values.get(name)
                if not isinstance(value, str):
                    return None
                parts.append(isolated(value, "rtl") if isolating else value)
            case _:
                return None
    return "".join(parts)


def _heard(values: Mapping[str, str | int]) -> dict[str, str | int]:
    """Values as they are said: a telephone number digit by digit, in its groups."""
    return {
        name: ", ".join(" ".join(group) for group in str(value).split())
        if name in SPELLED
        else value
        for name, value in values.items()
    }


class FluentTexts:
    """All languages of a bundle; satisfies `kiosk.core.texts.Texts`."""

    def __init__(self, sources: dict[str, str]) -> None:
        self._languages = {code: Language(code, source) for code, source in sources.items()}
        self._offered = tuple(self._languages)
        self._plain = lru_cache(maxsize=4096)(self._make)

    @property
    def languages(self) -> tuple[str, ...]:
        return self._offered

    @property
    def staff(self) -> str:
        return next(iter(self._languages))

    def offering(self, languages: tuple[str, ...]) -> "FluentTexts":
        """The same words, of which only these languages are offered, in this order."""
        fewer = copy(self)
        fewer._offered = languages
        return fewer

    def prepare_with(self, prepare: Callable[[str], None]) -> None:
        """Call this with each language that is needed from now on, just before it is."""
        for language in self._languages.values():
            language.prepare = prepare

    def direction(self, language: str) -> Direction:
        return "rtl" if language in RIGHT_TO_LEFT else "ltr"

    def text(self, language: str, key: str, /, **values: str | int) -> Text:
        found = self._plain(language, key) if not values else self._make(language, key, values)
        if found is None:
            raise KeyError(key)
        return found

    def find(self, language: str, key: str, /, **values: str | int) -> Text:
        found = self._plain(language, key) if not values else self._make(language, key, values)
        return found or NOTHING

    def _make(
        self, language: str, key: str, values: dict[str, str | int] | None = None
    ) -> Text | None:
        name, _, attribute = key.partition(".")
        for code in (language, self.staff):
            source = self._languages[code]
            shown = source.format(name, attribute, values or {})
            if shown is not None:
                other = f"{attribute}-spoken" if attribute else "spoken"
                heard = _heard(values or {})
                spoken = source.format(name, other, heard) or source.format(name, attribute, heard)
                return Text(shown, without_isolates(spoken or shown))
        return None

    def day(self, language: str, day: date, /) -> Text:
        from babel.dates import format_date  # noqa: PLC0415 - slow to import, and rarely needed

        prepare = self._languages[language].prepare
        if prepare is not None:
            prepare(language)
        return Text.plain(format_date(day, "full", locale=LOCALES.get(language, language)))

    def missing(self, language: str) -> tuple[str, ...]:
        """Messages and attributes of the first language that this one lacks."""
        first = self._languages[self.staff]
        keys = (
            f"{name}{attribute}"
            for name in first.names()
            if not name.startswith("-")
            for attribute in self.attributes(name)
        )
        return tuple(key for key in keys if not self.has(language, key))

    def names(self, language: str) -> Iterator[str]:
        return self._languages[language].names()

    def attributes(self, name: str) -> tuple[str, ...]:
        """`""` and `.help` and so on: what a message of the first language has beside its value.

        How it is said is not among them: another language may say what it shows.
        """
        message = self._languages[self.staff].message(name)
        found = [one.id.name for one in message.attributes] if message else []
        return ("", *(f".{attribute}" for attribute in found if not attribute.endswith("spoken")))

    def has(self, language: str, key: str) -> bool:
        """Whether this language itself has the message or attribute."""
        name, _, attribute = key.partition(".")
        return self._languages[language].pattern(name, attribute) is not None

    def line(self, language: str, name: str) -> int:
        return self._languages[language].lines.get(name, 0)


def load_texts(folder: Path, languages: tuple[str, ...]) -> FluentTexts:
    """The texts in `folder`, one file for each language. Raises Mistakes."""
    sources, problems = {}, []
    for code in languages:
        path = folder / f"{code}.ftl"
        try:
            sources[code] = path.read_text(encoding="utf-8").replace("\r\n", "\n")
        except FileNotFoundError:
            what = sentence("this language has no file. Make it, or take it out of bundle.yaml.")
            problems.append(Problem(f"texts/{code}.ftl", 0, what))
        except (OSError, UnicodeDecodeError):
            what = sentence("this file cannot be read. It must be in UTF-8.")
            problems.append(Problem(f"texts/{code}.ftl", 0, what))
    if problems:
        raise Mistakes(problems)
    return FluentTexts(sources)


def syntax_problems(folder: Path, languages: tuple[str, ...]) -> Iterator[Problem]:
    """Every line that is not a message, comment or term, in all files."""
    for code in languages:
        source = (folder / f"{code}.ftl").read_text(encoding="utf-8").replace("\r\n", "\n")
        yield from unread_lines(code, source, QuickParser().parse(source).body)


def unread_lines(code: str, source: str, entries: Sequence[ast.SyntaxNode]) -> Iterator[Problem]:
    """The same in the file of one language, whose source was parsed into these entries."""
    starts: dict[str, int] = {}

    def line(start: int) -> int:
        return source.count("\n", 0, start) + 1

    for entry in entries:
        start = entry.span.start if entry.span else 0
        if isinstance(entry, ast.Junk):
            what = sentence(
                "this cannot be read: {words}. Write: name = words.",
                words=repr((entry.content or "").strip().splitlines()[0][:60]),
            )
            yield Problem(f"texts/{code}.ftl", line(start), what)
        elif isinstance(entry, ast.Message):
            if entry.id.name in starts:
                what = sentence(
                    "'{name}' stands here twice, first in line {line}. Take one out.",
                    name=entry.id.name,
                    line=line(starts[entry.id.name]),
                )
                yield Problem(f"texts/{code}.ftl", line(start), what)
            starts[entry.id.name] = start
