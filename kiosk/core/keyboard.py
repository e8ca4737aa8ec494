"""The on-screen keys for each kind of field, row by row: at most five rows of twelve keys.

Digits for numbers; letters of the visitor's language for words (`kiosk.core.keyboards`).
Postcodes, house numbers and addresses for mail are Latin everywhere. A street is Dutch, so
it starts with Latin letters; a name and words start in the visitor's own script; one key
leads to the other script. Where the script is Latin that key leads to letters with marks.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal

from kiosk.core.keyboards import QWERTY, Layout, accents_of, capital, layout_of
from kiosk.core.texts import Text, Texts
from kiosk.core.view import InputKind, Target

PAD = ("123", "456", "789")
DIGIT_ROW = "1234567890"
SPACE, SPACE_MOST = 2.5, 5.0
"""Width of the space bar, in ordinary keys."""
Keyset = Literal["pad", "script", "latin", "accents"]
NAMED = ("erase", "space", "letters", "digits", "latin", "script", "accents", "plain")
MARKS = {
    ".": "dot", ",": "comma", "،": "comma", "?": "question", "؟": "question",
    "!": "exclamation", "@": "at", "-": "dash", "_": "underscore", "'": "apostrophe",
    "+": "plus",
}  # fmt: skip
"""Marks that a voice would swallow, and the message with their name."""


def capital_next(kind: InputKind, value: str) -> bool:
    """Whether the next letter is written as a capital by itself."""
    if kind in ("name", "street"):
        return not value or value[-1] in " -"
    if kind == "words":
        return not value or value.rstrip(" ")[-1:] in (".", "!", "?", "؟")
    return False


def keyset(kind: InputKind, value: str, layer: str, language: str) -> Keyset:
    """Which keys are shown: those that were asked for, where this language has them."""
    match kind:
        case "postcode":
            return "latin" if len(value) >= 4 else "pad"
        case "house_number":
            return "latin" if layer == "letters" else "pad"
        case "phone" | "code" | "digits":
            return "pad"
        case "email":
            return "latin"
    if layout_of(language).latin:
        return "accents" if layer == "accents" else "latin"
    own: Keyset = "latin" if kind == "street" else "script"
    return layer if layer in ("latin", "script") else own  # type: ignore[return-value] # mypy does not narrow a str by `in`


def rows(
    kind: InputKind, value: str, layer: str, language: str, words: Mapping[str, Text]
) -> tuple[tuple[Target, ...], ...]:
    """Keys row by row. `words` has the names of keys that are words, of marks, and of letters
    that a voice says like another one; see `words_of`."""
    shown = keyset(kind, value, layer, language)
    if shown == "pad":
        return _pad_rows(kind, words)
    layout = _layout(kind, shown, language)
    upper = capital_next(kind, value) or kind == "postcode"
    letters = accents_of(layout) if shown == "accents" else layout.rows

    def letter(character: str) -> Target:
        """Its name stays the same; the capital shows what will be typed."""
        key = _key(character, words)
        big = capital(character, language) if upper else character
        return Target(key.name, "key", Text(big, key.text.spoken))

    drawn = [tuple(letter(character) for character in row) for row in letters]
    if kind in ("words", "email", "street") and shown != "accents":
        drawn.insert(0, tuple(_key(digit, words) for digit in DIGIT_ROW))
    erase = Target("key:erase", "key", words["erase"], width=2.0)
    if kind == "postcode":
        return (*drawn[:-1], (*drawn[-1], erase))
    last = (*_bottom(kind, shown, layout, language, words), erase)
    return (*drawn, _widened(last, max(len(row) for row in drawn)))


def _layout(kind: InputKind, shown: Keyset, language: str) -> Layout:
    own = layout_of(language)
    if shown == "script":
        return own
    return own if own.latin and kind in ("name", "street", "words") else QWERTY


def _key(name: str, words: Mapping[str, Text], width: float = 1.0) -> Target:
    return Target(f"key:{name}", "key", words.get(name) or Text.plain(name), width=width)


def _pad_rows(kind: InputKind, words: Mapping[str, Text]) -> tuple[tuple[Target, ...], ...]:
    digits = tuple(tuple(_key(digit, words) for digit in row) for row in PAD)
    zero = _key("0", words)
    match kind:
        case "house_number":
            return (*digits, (_key("erase", words), zero, _key("letters", words)))
        case "phone":
            return (*digits, (_key("erase", words), zero, _key("+", words)))
        case _:
            return (*digits, (_key("erase", words, width=2.0), zero))


def _bottom(
    kind: InputKind, shown: Keyset, layout: Layout, language: str, words: Mapping[str, Text]
) -> Iterator[Target]:
    """The last row but for erase: other letters, marks, space."""
    if kind == "email":
        yield from (_key(mark, words) for mark in "@.-_")
        yield from (_key(ending, words, width=1.5) for ending in (".nl", ".com"))
        return
    if kind == "house_number":
        yield _key("digits", words, width=2.0)
        yield _key("-", words)
        yield _key("space", words, width=SPACE)
        return
    if not layout_of(language).latin:
        yield _key("latin" if shown == "script" else "script", words, width=1.5)
    else:
        yield _key("plain" if shown == "accents" else "accents", words, width=1.5)
    before, after = ["'", "-"], ["."]
    if kind == "words":
        before, after = [layout.comma, "."], [layout.question, "!"]
    letters = "".join(layout.rows)
    yield from (_key(mark, words) for mark in before if mark not in letters)
    yield _key("space", words, width=SPACE)
    yield from (_key(mark, words) for mark in after)


def _widened(row: tuple[Target, ...], units: float) -> tuple[Target, ...]:
    """The last row as wide as the widest above it, as far as the space bar looks like one."""
    spare = units - sum(key.width for key in row)
    wider = min(SPACE_MOST, SPACE + max(0.0, spare))
    return tuple(replace(key, width=wider) if key.name == "key:space" else key for key in row)


def words_of(texts: Texts, language: str) -> dict[str, Text]:
    """What is on the keys that are words, and what is said of marks and of some letters.

    The voice says the name of a letter. Where it does not, or says two alike, the message
    `ui-letters` of that language has the name: `ó: o kreskowane; …`.
    """
    named = {name: texts.text(language, f"ui-key-{name}") for name in NAMED}
    marks = {mark: Text(mark, said) for mark, said in marks_of(texts, language).items()}
    letters = {
        letter.strip(): Text(letter.strip(), said.strip())
        for letter, _, said in (
            part.partition(":") for part in texts.find(language, "ui-letters").spoken.split(";")
        )
        if said
    }
    return {**named, **marks, **letters}


def marks_of(texts: Texts, language: str) -> dict[str, str]:
    """What is said of marks in this language: `.` is "punt"."""
    return {mark: texts.text(language, f"ui-key-{name}").spoken for mark, name in MARKS.items()}
