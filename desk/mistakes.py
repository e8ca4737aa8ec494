"""What is wrong in a file of the bundle, in the language of the page.

The program that reads a bundle says it in English, and says what it was made of
(`kiosk.core.sentences`). The Dutch of each template stands in `desk/locale/nl`; the English of an
English page is the sentence itself. What nobody has translated, such as a message of a library
that we never met, is shown in English and marked as such.
"""

from django.utils.formats import localize
from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext

from desk.languages import STAFF_LANGUAGE
from kiosk.core.sentences import Sentence, Value

CONTEXT = "mistake"
"""Keeps these sentences apart from all others: some are one word."""


def in_words(what: str) -> SafeString:
    """As HTML. A string that is no Sentence is taken to be in the language of the page."""
    if not isinstance(what, Sentence):
        return conditional_escape(what)
    words = pgettext(CONTEXT, what.template)
    safe = escape(words)
    if what.values:
        safe = format_html(safe, **{name: _value(each) for name, each in what.values.items()})
    is_translated = words != what.template or get_language() != STAFF_LANGUAGE
    return safe if is_translated else format_html('<span lang="en">{}</span>', safe)


def _value(value: Value) -> str:
    return in_words(value) if isinstance(value, str) else str(localize(value))
