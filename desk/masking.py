"""Telephone numbers and mail addresses made unreadable in what somebody wrote.

    Bel mij op 06-1234 5678, of jo@voorbeeld.nl   ->   Bel mij op •••, of •••

For whoever has to know what is the matter, and not who said it. Seven digits or more that
belong together count as a number, in the digits of every script, but not a date.
"""

import re

from kiosk.core.inputs import western

HIDDEN = "•••"
SHORTEST_DIGITS = 7
"""A local number, without the code of its town."""
_NUMBER = re.compile(r"(?<![\w])\(?\+?\d(?:[\s.()/\u2010-\u2015-]{0,3}\d){6,}")
_DATE = re.compile(r"(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-./ ]\d{1,2}[-./ ]\d{4})")
_MAIL = re.compile(r"[^\s@,;<>()]+@[^\s@,;<>()]+\.\w{2,}")


def masked(text: str) -> str:
    """The text without them. Of every other character it keeps each."""
    read = western(text)  # the same length, so that places stay what they are
    hidden = [found.span() for found in _MAIL.finditer(read)]
    hidden += [each.span() for each in _NUMBER.finditer(read) if not _DATE.match(each[0])]
    for start, end in sorted(hidden, reverse=True):
        text = text[:start] + HIDDEN + text[end:]
    return text
