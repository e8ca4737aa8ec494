"""`make words`: every text of a bundle that a visitor might not understand, or not see whole.

    python -m config.words [BUNDLE]

One line for each thing to mend, with file, line and how; then how many there are. Ends
with 0 where there is nothing to mend, 1 where there is, 2 where the bundle cannot be read.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # before anything imports pygame

from config.bundle import FACTORY, load_bundle
from config.sorry import Sorry
from config.texts import FluentTexts, load_texts, syntax_problems
from config.words import wording
from config.words.wording import Remark

FREQUENT = 20_000
FREQUENT_IN = "nl"
"""The language that is checked against word frequencies: the one that staff write."""


def remarks(folder: Path) -> Iterator[Remark]:
    """All that can be found without drawing a screen. Raises Mistakes."""
    bundle = load_bundle(folder)
    languages = bundle.texts.languages
    texts = load_texts(folder / "texts", languages)
    for problem in syntax_problems(folder / "texts", languages):
        yield Remark(problem.file, problem.line, "unreadable", problem.what)
    forbidden = _forbidden(folder)
    for language in languages:
        file = f"texts/{language}.ftl"
        source = (folder / file).read_text(encoding="utf-8").replace("\r\n", "\n")
        found = list(wording.written(source))
        yield from _missing(texts, language, file)
        yield from wording.long_sentences(file, found)
        yield from wording.forbidden_words(file, language, found, forbidden)
        if language == FREQUENT_IN:
            allowed = wording.allowed_words(folder / "words-allowed.txt")
            yield from wording.rare_words(file, found, frequent_words(), allowed)


def frequent_words() -> frozenset[str]:
    """The Dutch words that most people read and say most often."""
    from wordfreq import top_n_list  # noqa: PLC0415 - a kiosk never asks

    return frozenset(top_n_list(FREQUENT_IN, FREQUENT))


def _forbidden(folder: Path) -> tuple[wording.Forbidden, ...]:
    """The bundle's own list, or the factory's where it has none."""
    own = folder / "words-forbidden.txt"
    return wording.read_forbidden(own if own.exists() else FACTORY / own.name)


def _missing(texts: FluentTexts, language: str, file: str) -> Iterator[Remark]:
    for key in texts.missing(language):
        where = texts.line(language, key.partition(".")[0])
        said = f"'{key}' is missing, so visitors get it in another language. Translate it."
        yield Remark(file, where, "missing", said)


def main(arguments: Sequence[str] | None = None) -> int:
    given = sys.argv[1:] if arguments is None else arguments
    folder = Path(given[0]) if given else FACTORY
    from config.words.places import long_texts  # noqa: PLC0415 - draws every screen

    try:
        found = sorted({*remarks(folder), *long_texts(folder)})
    except Sorry as sorry:
        sys.stderr.write(f"{sorry}\n")
        return 2
    for remark in found:
        sys.stdout.write(f"{remark}\n")
    sys.stdout.write(f"{len(found)} texts to mend in {folder}.\n")
    return 1 if found else 0
