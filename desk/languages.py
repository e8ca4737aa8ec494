"""The languages of visitors, by the names that staff call them by."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError

STAFF_LANGUAGE = "nl"


@lru_cache(maxsize=64)
def language_name(code: str) -> str:
    """A language in Dutch, or its code where nobody knows it.

    >>> language_name("ar")
    'Arabisch'
    """
    try:
        return Locale.parse(code, sep="-").get_display_name(STAFF_LANGUAGE) or code
    except (UnknownLocaleError, ValueError):
        return code


def other_language(code: str) -> str:
    """The name of a language that is not the one of staff; empty where it is."""
    return "" if code == STAFF_LANGUAGE else language_name(code)
