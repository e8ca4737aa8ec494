"""The tracking code on the receipt: twelve digits, the last of which checks the others."""

import re
import secrets

from stdnum import damm

DIGITS = 12
_SEPARATORS = re.compile(r"[\s.\-\u2010-\u2015]")
"""Any space, dot or dash: between groups, as people type and word processors put them."""


def new_code() -> str:
    """A tracking code for what did not come from a kiosk. Nobody can guess a neighbour's."""
    digits = f"{secrets.randbelow(10 ** (DIGITS - 1)):0{DIGITS - 1}d}"
    return digits + str(damm.calc_check_digit(digits))


def read_code(text: str) -> str | None:
    """The twelve digits, however they were grouped; None where they cannot be a code.

    >>> read_code("4821 7390-5560")
    '482173905560'
    """
    digits = ungrouped(text)
    if len(digits) != DIGITS or not (digits.isascii() and digits.isdigit()):
        return None
    return digits if damm.is_valid(digits) else None


def ungrouped(text: str) -> str:
    """What was typed, without what stands between its groups."""
    return _SEPARATORS.sub("", text)


def grouped(code: str) -> str:
    """As on the receipt: in groups of four."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))
