"""What can be typed in each kind of field, and how it is tidied, shown, hidden and said.

Spaces and dashes in numbers are accepted everywhere (A16), and so are the digits of every
script: ٣ and ３ are 3. A value is kept as typed, tidied only where that cannot lose anything.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kiosk.core.view import InputKind

DOT = "·"
MARKS = "\u0300-\u036f\u064b-\u0655\u0670\u200c\u200d"
"""Marks that belong to the letter before them (é in two parts, Arabic vowels), and the two
that say whether Arabic letters join. The kind of a character is not in `re`."""
NO_NAMES: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Kind:
    """`allowed` one character; `whole` the tidy value; `longest` in characters."""

    allowed: str
    whole: str
    longest: int
    upper: bool = False
    numeric: bool = False


KINDS: dict[InputKind, Kind] = {
    # Dutch: four digits, the first not 0, and two letters. Belgian: four digits.
    "postcode": Kind(r"[0-9A-Za-z]", r"[1-9][0-9]{3}([A-Z]{2})?", 6, upper=True, numeric=True),
    "house_number": Kind(r"[0-9A-Za-z /-]", r"[0-9]{1,5}[ /-]?[0-9A-Za-z]{0,4}", 10, numeric=True),
    "street": Kind(rf"[^\W_]|[ .'’/(){MARKS}-]", r".*[^\W\d_].*", 80),
    # A national number of ten digits, or an international one (E.164: up to 15 digits).
    "phone": Kind(r"[0-9+]", r"0[1-9][0-9]{7,8}|(\+|00)[1-9][0-9]{7,13}", 16, numeric=True),
    "email": Kind(r"[^\s,;<>\"\x00-\x1f\x7f\ud800-\udfff]", r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}", 254),
    "name": Kind(rf"[^\W\d_]|[ .'’{MARKS}-]", r".*[^\W\d_].*", 80),
    "words": Kind(r"[^\x00-\x1f\x7f\ud800-\udfff]", r".*\S.*", 1000),
    "code": Kind(r"[0-9]", r"[0-9]{12}", 12, numeric=True),
    "digits": Kind(r"[0-9]", r"[0-9]+", 20, numeric=True),
}


def add(kind: InputKind, value: str, text: str) -> str:
    """The value after typing `text`; characters that cannot belong there are left out."""
    rule = KINDS[kind]
    for character in western(text):
        typed = character.upper() if rule.upper else character
        if len(value) < rule.longest and re.fullmatch(rule.allowed, typed):
            if kind == "postcode" and typed.isdigit() != (len(value) < 4):
                continue
            if kind == "phone" and typed == "+" and value:
                continue
            value += typed
    return value


def western(text: str) -> str:
    """The text with the digits of every script as 0 to 9."""
    return "".join(str(int(c)) if c.isdecimal() else c for c in text)


def without_last(value: str) -> str:
    """The value without its last letter as a reader counts: a letter goes with its marks."""
    end = len(value)
    while end > 1 and _belongs_to_the_one_before(value[end - 1]):
        end -= 1
    return value[: max(0, end - 1)]


def _belongs_to_the_one_before(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me", "Mc", "Cf")


def tidy(value: str) -> str:
    """The value as it is kept."""
    return re.sub(r"\s+", " ", value).strip()


def is_whole(kind: InputKind, value: str, code_is_valid: Callable[[str], bool]) -> bool:
    """Whether the value can be what was asked for."""
    if not re.fullmatch(KINDS[kind].whole, tidy(value)):
        return False
    return kind != "code" or code_is_valid(value)


def shown(kind: InputKind, value: str) -> str:
    """The value in the groups in which people read it."""
    match kind:
        case "postcode":
            return f"{value[:4]} {value[4:]}".strip()
        case "phone":
            return _phone_groups(value)
        case "code":
            return " ".join(value[start : start + 4] for start in range(0, len(value), 4))
        case _:
            return value


def _phone_groups(value: str) -> str:
    if value.startswith("+"):
        first, rest = value[:3], value[3:]
    else:
        first, rest = value[:2], value[2:]
    return " ".join((first, *(rest[start : start + 2] for start in range(0, len(rest), 2)))).strip()


def masked(kind: InputKind, value: str) -> str:
    """The value hidden but recognisable to its owner, for a screen that others may see."""
    match kind:
        case "phone":
            hidden = value[:2] + DOT * max(0, len(value) - 4) + value[-2:]
            return _phone_groups(hidden)
        case "email":
            name, _, host = value.partition("@")
            return f"{name[:1]}{DOT * 3}@{host}"
        case "postcode":
            return f"{value[:2]}{DOT * 2} {DOT * 2}"
        case "house_number":
            return DOT * 2
        case _:
            return " ".join(f"{word[:1]}{DOT * 2}" for word in value.split())


def said(kind: InputKind, value: str, marks: Mapping[str, str] = NO_NAMES) -> str:
    """The value as it is read out: numbers digit by digit, in their groups.

    `marks` has the names of marks in the visitor's language: an address for mail is read as
    its words with those names between them, "jo, apenstaartje, voorbeeld, punt, nl".
    """
    if kind in ("postcode", "phone", "code", "digits"):
        groups = (
            " ".join(marks.get(sign, sign) for sign in group) for group in _groups(kind, value)
        )
        return ", ".join(groups)
    if kind == "email":
        parts = re.findall(r"[^\W\d_]+|.", value)
        return ", ".join(marks.get(part, part) for part in parts)
    return value


def _groups(kind: InputKind, value: str) -> list[str]:
    return shown(kind, value).split()
