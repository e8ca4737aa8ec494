"""The languages of visitors, by the names that staff call them by in the language of the page."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language

STAFF_LANGUAGE = "nl"


def language_name(code: str, said_in: str = "") -> str:
    """A language in that of the page, or its code where nobody knows it.

    >>> language_name("ar", "nl")
    'Arabisch'
    """
    return _named(code, said_in or get_language() or STAFF_LANGUAGE)


@lru_cache(maxsize=256)
def _named(code: str, said_in: str) -> str:
    try:
        return Locale.parse(code, sep="-").get_display_name(said_in) or code
    except (UnknownLocaleError, ValueError):
        return code


def other_language(code: str) -> str:
    """The name of a language that is not the one of staff; empty where it is."""
    return "" if code == STAFF_LANGUAGE else language_name(code)
