"""What can be typed in each kind of field, and how it is tidied, shown, hidden and said.

Spaces and dashes in numbers are accepted everywhere (A16). A value is kept as typed,
tidied only where that cannot lose anything.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from kiosk.core.view import InputKind

DOT = "·"


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
    "street": Kind(r"[^\W_]|[ .'’/()-]", r".*[^\W\d_].*", 80),
    # A national number of ten digits, or an international one (E.164: up to 15 digits).
    "phone": Kind(r"[0-9+]", r"0[1-9][0-9]{7,8}|(\+|00)[1-9][0-9]{7,13}", 16, numeric=True),
    "email": Kind(r"[^\s,;<>\"\x00-\x1f\x7f\ud800-\udfff]", r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}", 254),
    "name": Kind(r"[^\W\d_]|[ .'’-]", r".*[^\W\d_].*", 80),
    "words": Kind(r"[^\x00-\x1f\x7f\ud800-\udfff]", r".*\S.*", 1000),
    "code": Kind(r"[0-9]", r"[0-9]{12}", 12, numeric=True),
    "digits": Kind(r"[0-9]", r"[0-9]+", 20, numeric=True),
}


def add(kind: InputKind, value: str, text: str) -> str:
    """The value after typing `text`; characters that cannot belong there are left out."""
    rule = KINDS[kind]
    for character in text:
        typed = character.upper() if rule.upper else character
        if len(value) < rule.longest and re.fullmatch(rule.allowed, typed):
            if kind == "postcode" and typed.isdigit() != (len(value) < 4):
                continue
            if kind == "phone" and typed == "+" and value:
                continue
            value += typed
    return value


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


def said(kind: InputKind, value: str) -> str:
    """The value as it is read out: numbers digit by digit, in their groups."""
    if kind in ("postcode", "phone", "code", "digits"):
        return ", ".join(" ".join(group) for group in shown(kind, value).split())
    return value
