"""Words for citizens, one file per language; a word that a language lacks is said in Dutch."""

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from pathlib import Path

from babel.dates import format_date, format_time
from fluent.runtime import FluentBundle, FluentResource

FOLDER = Path(__file__).with_name("texts")
LANGUAGES = ("nl", "en", "ar", "tr", "pl", "uk")
"""In the order in which they are offered; the first is the fallback."""
RIGHT_TO_LEFT = frozenset({"ar"})

_DAY_SHAPES = {
    "nl": "EEEE d MMMM y",
    "en": "EEEE d MMMM y",
    "ar": "EEEE، d MMMM y",
    "tr": "d MMMM y EEEE",
    "pl": "EEEE, d MMMM y",
    "uk": "EEEE, d MMMM y",
}


class Words:
    """All words of one language. `words("step-sent")`; an unknown word is a bug: KeyError."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
        self._bundles = [_bundle(language), _bundle(LANGUAGES[0])]

    def __call__(self, key: str, **values: str | int) -> str:
        for bundle in self._bundles:
            pattern = bundle.get_message(key).value if bundle.has_message(key) else None
            if pattern is not None:
                text, errors = bundle.format_pattern(pattern, values)
                if errors:
                    raise errors[0]
                return str(text)
        raise KeyError(key)

    def day(self, day: date) -> str:
        return str(format_date(day, _DAY_SHAPES[self.language], locale=self.language))

    def time(self, moment: datetime) -> str:
        """`moment` in local time."""
        return str(format_time(moment, "HH:mm", locale=self.language))


@cache
def words(language: str) -> Words:
    return Words(language)


@cache
def every_language() -> tuple[Words, ...]:
    """All there is to choose from, in the order in which they are offered."""
    return tuple(map(words, LANGUAGES))


@cache
def _bundle(language: str) -> FluentBundle:
    # Between right-to-left words a number or a telephone number keeps its own order only
    # inside Unicode isolates: "14 0999" would come out as "0999 14".
    bundle = FluentBundle([language], use_isolating=language in RIGHT_TO_LEFT)
    bundle.add_resource(FluentResource((FOLDER / f"{language}.ftl").read_text()))
    return bundle


def language_for(*wishes: str) -> str:
    """The first wish that there are words for; Dutch where there is none."""
    known: Callable[[str], bool] = LANGUAGES.__contains__
    return next(filter(known, wishes), LANGUAGES[0])
