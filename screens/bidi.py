"""In which order the words of a line are drawn, where scripts of both directions meet.

The order is that of the Unicode Bidirectional Algorithm, from python-bidi; isolates
(U+2066 to U+2069), which it does not know, are resolved here: their content is ordered
by itself, and takes its place as one thing. That is what keeps a telephone number or a
tracking code whole inside an Arabic sentence.

    "شارع 12" is drawn as  12 شارع  (read from the right: the street, then its number)
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

ISOLATES = "\u2066\u2067\u2068"
POP = "\u2069"
_MARKS = re.compile("[\u2066-\u2069\u200e\u200f\u202a-\u202e]")
_RTL_LETTER = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_OBJECT = "\ufffc"


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that are drawn in one piece. `text` is in the order in which it is read."""

    text: str
    rtl: bool


def is_rtl(text: str, screen_rtl: bool) -> bool:
    """Whether a text as a whole is read from right to left.

    On a screen in such a language every text with a letter of its script is, even where it
    begins with a Dutch name; a text without one, such as a postcode, never is. On any other
    screen the first letter decides.
    """
    if not _RTL_LETTER.search(text):
        return False
    return screen_rtl or _first_strong_is_rtl(text)


def without_marks(text: str) -> str:
    """A text without the marks that only order it: for a voice, or for measuring."""
    return _MARKS.sub("", text)


def visual_runs(line: str, rtl: bool) -> list[Run]:
    """The pieces of a line from left to right, as they are drawn."""
    if not rtl and not _RTL_LETTER.search(line):
        return [Run(without_marks(line), rtl=False)]
    pieces: list[tuple[int, str]] = []
    for level, character in _levels(line, 1 if rtl else 0):
        if pieces and pieces[-1][0] == level:
            pieces[-1] = (level, pieces[-1][1] + character)
        else:
            pieces.append((level, character))
    highest = max((level for level, _ in pieces), default=0)
    for level in range(highest, 0, -1):
        pieces = _reversed_from(pieces, level)
    return [Run(text, rtl=level % 2 == 1) for level, text in pieces]


def _reversed_from(pieces: list[tuple[int, str]], level: int) -> list[tuple[int, str]]:
    """Rule L2: each stretch at this level or higher is turned round."""
    result: list[tuple[int, str]] = []
    stretch: list[tuple[int, str]] = []
    for piece in [*pieces, (-1, "")]:
        if piece[0] >= level:
            stretch.append(piece)
        else:
            result += [*reversed(stretch), piece]
            stretch = []
    return result[:-1]


def _levels(text: str, base: int) -> Iterator[tuple[int, str]]:
    """Each character that is drawn, with its embedding level."""
    outer, inner = _taken_apart(text)
    contents = iter(inner)
    for level, character in _resolved(outer, base):
        if character != _OBJECT:
            yield level, character
            continue
        mark, content = next(contents)
        first = mark == "\u2068" and _first_strong_is_rtl(content)
        own = 1 if mark == "\u2067" or first else 0
        deeper = base + 1 if (base + 1) % 2 == own else base + 2
        for inner_level, letter in _levels(content, own):
            yield inner_level + deeper - own, letter


def _taken_apart(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The text with an object in the place of each isolate, and the isolates."""
    outer: list[str] = []
    inner: list[tuple[str, str]] = []
    depth, start = 0, 0
    for index, character in enumerate(text):
        if character in ISOLATES:
            depth += 1
            if depth == 1:
                start = index
        elif character == POP and depth:
            depth -= 1
            if depth == 0:
                outer.append(_OBJECT)
                inner.append((text[start], text[start + 1 : index]))
        elif not depth and character != POP:
            outer.append(character)
    if depth:  # a line that was broken inside an isolate: it goes on to the end
        outer.append(_OBJECT)
        inner.append((text[start], text[start + 1 :]))
    return "".join(outer), inner


def _resolved(text: str, base: int) -> Iterator[tuple[int, str]]:
    from bidi import algorithm  # noqa: PLC0415 - 13 ms that most kiosks never need

    storage = algorithm.get_empty_storage()
    storage["base_level"] = base
    storage["base_dir"] = "LR"[base]
    algorithm.get_embedding_levels(text, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    for part in storage["chars"]:
        yield part["level"], part["ch"]


def _first_strong_is_rtl(text: str) -> bool:
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("R", "AL"):
            return True
        if kind == "L":
            return False
    return False
