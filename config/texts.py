"""The words of a bundle: one Project Fluent file for each language.

The value of a message is what is shown; its attribute `.spoken` is what is said where
that differs (for an attribute `.help`, it is `.help-spoken`). A message that a language
lacks comes from the first language. Messages are parsed when they are first needed: a
kiosk shows its start screen before it has read all of its words.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from config.problems import Mistakes, Problem
from kiosk.core.texts import NOTHING, Direction, Text, without_isolates

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
LOCALES = {"en": "en_GB"}
"""Where a language alone would be read as another country's: the day goes before the month."""
SPELLED = frozenset({"phone"})
ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*) *=", re.MULTILINE)


class Language:
    """One file of messages, parsed one by one."""

    def __init__(self, code: str, source: str) -> None:
        self.code = code
        # In a right-to-left line a value that is put in, such as a telephone number, is isolated:
        # it keeps its own order, and its groups do not change places.
        self._bundle = FluentBundle([code], use_isolating=code in RIGHT_TO_LEFT)
        starts = [(match.start(), match[1]) for match in ENTRY.finditer(source)]
        ends = [start for start, _ in starts[1:]] + [len(source)]
        self._waiting = {name: source[a:b] for (a, name), b in zip(starts, ends, strict=True)}
        self.lines = {name: source.count("\n", 0, start) + 1 for start, name in starts}
        for name in [name for name in self._waiting if name.startswith("-")]:
            self._bundle.add_resource(FluentResource(self._waiting.pop(name)))

    def pattern(self, name: str, attribute: str) -> Any:
        """The pattern of a message or of one of its attributes; None where there is none."""
        if (chunk := self._waiting.pop(name, None)) is not None:
            self._bundle.add_resource(FluentResource(chunk))
        if not self._bundle.has_message(name):
            return None
        message = self._bundle.get_message(name)
        return message.attributes.get(attribute) if attribute else message.value

    def format(self, name: str, attribute: str, values: Mapping[str, str | int]) -> str | None:
        pattern = self.pattern(name, attribute)
        if pattern is None:
            return None
        said, errors = self._bundle.format_pattern(pattern, dict(values))
        if errors:
            raise KeyError(f"{self.code}: message '{name}' cannot be made: {errors[0]}")
        return str(said)

    def names(self) -> Iterator[str]:
        return iter(self.lines)


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
        self._plain = lru_cache(maxsize=4096)(self._make)

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self._languages)

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
        for code in (language, self.languages[0]):
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

        return Text.plain(format_date(day, "full", locale=LOCALES.get(language, language)))

    def missing(self, language: str) -> tuple[str, ...]:
        """Messages and attributes of the first language that this one lacks."""
        first = self._languages[self.languages[0]]
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
        first = self._languages[self.languages[0]]
        first.pattern(name, "")
        found = first._bundle.get_message(name).attributes
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
            what = "this language has no file. Make it, or take it out of bundle.yaml."
            problems.append(Problem(f"texts/{code}.ftl", 0, what))
        except (OSError, UnicodeDecodeError):
            problems.append(
                Problem(f"texts/{code}.ftl", 0, "this file cannot be read. It must be in UTF-8.")
            )
    if problems:
        raise Mistakes(problems)
    return FluentTexts(sources)


def syntax_problems(folder: Path, languages: tuple[str, ...]) -> Iterator[Problem]:
    """Every line that is not a message, comment or term, in all files."""
    from fluent.syntax import FluentParser, ast  # noqa: PLC0415 - only staff's checks need it

    for code in languages:
        source = (folder / f"{code}.ftl").read_text(encoding="utf-8").replace("\r\n", "\n")
        names: dict[str, int] = {}
        for entry in FluentParser(with_spans=True).parse(source).body:
            line = source.count("\n", 0, entry.span.start if entry.span else 0) + 1
            if isinstance(entry, ast.Junk):
                what = (
                    f"this cannot be read: {(entry.content or '').strip().splitlines()[0][:60]!r}."
                )
                yield Problem(f"texts/{code}.ftl", line, f"{what} Write: name = words.")
            elif isinstance(entry, ast.Message):
                if entry.id.name in names:
                    yield Problem(
                        f"texts/{code}.ftl",
                        line,
                        f"'{entry.id.name}' stands here twice, first in line "
                        f"{names[entry.id.name]}. Take one out.",
                    )
                names[entry.id.name] = line
