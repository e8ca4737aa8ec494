"""The tracking code on the receipt: twelve digits, the last of which checks the others."""

import secrets

from stdnum import damm

DIGITS = 12


def new_code() -> str:
    """A tracking code for what did not come from a kiosk. Nobody can guess a neighbour's."""
    digits = f"{secrets.randbelow(10 ** (DIGITS - 1)):0{DIGITS - 1}d}"
    return digits + str(damm.calc_check_digit(digits))


def read_code(text: str) -> str | None:
    """The twelve digits, however they were grouped; None where they cannot be a code.

    >>> read_code("4821 7390-5560")
    '482173905560'
    """
    bare = "".join(sign for sign in text if sign not in " -.\u00a0\u2010\u2011\u2013")
    if len(bare) != DIGITS or not (bare.isascii() and bare.isdigit()):
        return None
    return bare if damm.is_valid(bare) else None


def grouped(code: str) -> str:
    """As on the receipt: in groups of four."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))
