"""The number on the receipt: twelve digits that a visitor can read out, type or scan.

Eleven digits are drawn at random, so that nobody can guess a neighbour's number; the
twelfth is a Damm check digit, which catches every single wrong digit and every swap of
two neighbours before the desk is asked. A number is made without a network.

    482173905561  is shown as  4821 7390 5561
"""

import random
import re

from stdnum import damm

RANDOM_DIGITS = 11
_SEPARATORS = r"[\s.\-\u2010-\u2015]"
_BETWEEN_DIGITS = re.compile(_SEPARATORS)
_TWELVE_DIGITS = re.compile(rf"(?<![0-9])[0-9](?:{_SEPARATORS}?[0-9]){{11}}(?![0-9])")


def make(rng: random.Random) -> str:
    """A new tracking code. Pass `random.SystemRandom()`: others could be foreseen."""
    digits = f"{rng.randrange(10**RANDOM_DIGITS):0{RANDOM_DIGITS}d}"
    return digits + str(damm.calc_check_digit(digits))


def is_valid(text: str) -> bool:
    """Whether this is a tracking code, however it is grouped with spaces, dashes or dots."""
    digits = _BETWEEN_DIGITS.sub("", text)
    return re.fullmatch(r"[0-9]{12}", digits) is not None and bool(damm.is_valid(digits))


def find(text: str) -> str | None:
    """The tracking code in what was scanned or typed, such as the address behind the QR code.

    The last one counts: in an address the code stands at the end, and a host such as
    `192.168.100.100` is twelve digits too.
    """
    found = [_BETWEEN_DIGITS.sub("", match[0]) for match in _TWELVE_DIGITS.finditer(text)]
    return next((digits for digits in reversed(found) if is_valid(digits)), None)
