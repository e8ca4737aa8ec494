"""The on-screen keys for each kind of field.

Digits for numbers; letters in the order that people know from other keyboards. No
shift: a sentence and a name get their capitals by themselves.
"""

from dataclasses import replace

from kiosk.core.texts import Text
from kiosk.core.view import InputKind, Target

PAD = ("123", "456", "789")
LETTERS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
DIGIT_ROW = "1234567890"


def capital_next(kind: InputKind, value: str) -> bool:
    """Whether the next letter is written as a capital by itself."""
    if kind in ("name", "street"):
        return not value or value[-1] in " -"
    if kind == "words":
        return not value or value.rstrip(" ")[-1:] in (".", "!", "?")
    return False


def uses_letters(kind: InputKind, value: str, letters: bool) -> bool:
    """Whether letters are on the keys now, rather than the number pad."""
    match kind:
        case "postcode":
            return len(value) >= 4
        case "house_number":
            return letters
        case "phone" | "code" | "digits":
            return False
        case _:
            return True


def rows(
    kind: InputKind, value: str, letters: bool, words: dict[str, Text]
) -> tuple[tuple[Target, ...], ...]:
    """Keys row by row. `words` has the names of keys that are words (erase, space) and of
    marks that a voice would swallow (`.` is said as "punt")."""
    if uses_letters(kind, value, letters):
        found = _letter_rows(kind, value, words)
    else:
        found = _pad_rows(kind, words)
    return tuple(
        tuple(replace(key, text=words.get(key.text.shown, key.text)) for key in row)
        for row in found
    )


def _key(character: str, width: float = 1.0) -> Target:
    return Target(f"key:{character}", "key", Text.plain(character), width=width)


def _letter(letter: str, upper: bool) -> Target:
    """Its name stays the same; the capital shows what will be typed."""
    return Target(f"key:{letter}", "key", Text(letter.upper() if upper else letter, letter))


def _word_key(name: str, words: dict[str, Text], width: float = 1.0) -> Target:
    return Target(f"key:{name}", "key", words[name], width=width)


def _pad_rows(kind: InputKind, words: dict[str, Text]) -> tuple[tuple[Target, ...], ...]:
    erase = _word_key("erase", words)
    last: tuple[Target, ...]
    match kind:
        case "house_number":
            last = (erase, _key("0"), _word_key("letters", words))
        case "phone":
            last = (erase, _key("0"), _key("+"))
        case _:
            last = (erase, _key("0"))
    digits = tuple(tuple(_key(digit) for digit in row) for row in PAD)
    if len(last) == 2:
        last = (_word_key("erase", words, width=2.0), _key("0"))
    return (*digits, last)


def _letter_rows(
    kind: InputKind, value: str, words: dict[str, Text]
) -> tuple[tuple[Target, ...], ...]:
    upper = capital_next(kind, value) or kind == "postcode"
    letters = tuple(tuple(_letter(letter, upper) for letter in row) for row in LETTERS)
    erase = _word_key("erase", words, width=2.0)
    space = _word_key("space", words, width=4.0)
    last: tuple[Target, ...]
    match kind:
        case "postcode":
            return (*letters[:2], (*letters[2], erase))
        case "house_number":
            last = (_word_key("digits", words, width=2.0), _key("-"), space)
            return (*letters[:2], (*letters[2], erase), last)
        case "email":
            last = (
                *(_key(mark) for mark in "@.-_"),
                _key(".nl", width=1.5),
                _key(".com", width=1.5),
            )
            return (
                tuple(_key(digit) for digit in DIGIT_ROW),
                *letters[:2],
                (*letters[2], erase),
                last,
            )
        case "name":
            last = (_key("'"), _key("-"), space, _key("."))
            return (*letters[:2], (*letters[2], erase), last)
        case _:
            last = (_key(","), _key("."), space, _key("?"), _key("!"))
            return (
                tuple(_key(digit) for digit in DIGIT_ROW),
                *letters[:2],
                (*letters[2], erase),
                last,
            )
