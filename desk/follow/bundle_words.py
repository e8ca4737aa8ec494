"""What the bundle calls things, in the language of the page: subjects and promises.

A submission carries them in Dutch, for staff. The texts of the same bundle name them in
other languages as well; a bundle that lacks one, or is newer than the kiosk's, leaves the
Dutch, and the page then marks it as Dutch.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from fluent.syntax.ast import Message, TextElement

from config.fluent_parser import QuickParser
from desk.bundle import folder
from kiosk.core.submission import Submission

DUTCH = "nl"


def subject_in(language: str, submission: Submission) -> tuple[str, str]:
    """What it is about, as a visitor reads it, and in which language that is."""
    category = submission.category
    if category is None:
        return _in(language, f"flow-{submission.flow}.title", submission.title)
    for key in (f"category-{category.main}-{category.sub}", f"category-{category.main}"):
        said, said_in = _in(language, key, category.label)
        if said_in == language:
            return said, said_in
    return category.label, DUTCH


def promise_in(language: str, dutch: str) -> tuple[str, str]:
    """A promise, and in which language it is. It has no name of its own in a submission."""
    known = (
        key
        for key, text in _texts(DUTCH).items()
        if key.startswith("promise-") and _same(text, dutch)
    )
    return _in(language, next(known, ""), dutch)


def _in(language: str, key: str, dutch: str) -> tuple[str, str]:
    """Only where the bundle says the same in Dutch as the visitor was told."""
    other = _texts(language).get(key)
    same = _same(_texts(DUTCH).get(key, ""), dutch)
    return (other, language) if other and same else (dutch, DUTCH)


def _same(text: str, other: str) -> bool:
    """Whatever kind of spaces keeps a number with its word."""
    return text.split() == other.split()


def _texts(language: str) -> Mapping[str, str]:
    return _read(folder() / "texts" / f"{language}.ftl")


@lru_cache(maxsize=16)
def _read(file: Path) -> Mapping[str, str]:
    """The texts without anything to fill in, by name; `.title` of a message by `name.title`."""
    if not file.exists():
        return {}
    found: dict[str, str] = {}
    for entry in QuickParser().parse(file.read_text(encoding="utf-8")).body:
        if not isinstance(entry, Message):
            continue
        parts = {entry.id.name: entry.value}
        parts |= {f"{entry.id.name}.{part.id.name}": part.value for part in entry.attributes}
        for name, pattern in parts.items():
            said = pattern.elements if pattern else []
            words = [each.value for each in said if isinstance(each, TextElement)]
            if words and len(words) == len(said):
                found[name] = "".join(words)
    return found
