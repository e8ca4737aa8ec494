"""The words of an answer: a text for each way, status and language, and what is filled in.

Staff may write their own (`Template`); otherwise the words that come with the program
are said (`texts/<language>.ftl`, put together by `texts/shape.ftl`). Both are texts with
names in braces, and a line that needs something which is not known is left out:

    Het is klaar.
    {sentence}                                  left out where nobody wrote a sentence
    Is het niet opgelost? Kijk op {link} of kom naar de zuil.

A letter and a telephone call say it twice, in the visitor's language and in Dutch.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from django.conf import settings
from django.urls import reverse
from fluent.runtime import FluentBundle, FluentResource

from desk.answers.models import Channel, Template
from desk.codes import grouped
from desk.follow.bundle_words import DUTCH, subject_in
from desk.follow.texts import LANGUAGES, RIGHT_TO_LEFT, language_for, words
from desk.intake.models import Status, StatusChange
from desk.municipality import municipality

FOLDER = Path(__file__).with_name("texts")
NAMES = (
    "subject",
    "day",
    "number",
    "sentence",
    "planned",
    "organisation",
    "phone",
    "municipality",
    "link",
)
"""What can be filled in."""
STATUSES = (Status.PLANNED, Status.DONE, Status.CANNOT, Status.FORWARDED)
"""What there are texts for; of the others a visitor hears on the page and at the kiosk."""
TWO_LANGUAGES = (Channel.LETTER, Channel.PHONE)
NEXT_LANGUAGE = "\f"
"""Between the two parts of a text: a form feed."""
NAME = re.compile(r"\{([^{}]*)\}")
_ISOLATE = ("\u2068", "\u2069")
_NO_BREAK = "\u00a0"


def factory(channel: str, status: str, language: str) -> str:
    """The words that come with the program, with names in braces. KeyError: there are none."""
    return said(language, f"{channel}-{status}", **{name: f"{{{name}}}" for name in NAMES})


def template(channel: str, status: str, language: str) -> str:
    """What staff wrote, else the words that come with the program."""
    own = Template.objects.filter(channel=channel, status=status, language=language)
    return own.values_list("text", flat=True).first() or factory(channel, status, language)


def said(language: str, key: str, **values: str) -> str:
    """One text of a language, such as what stands around a letter."""
    bundle = _bundle(language)
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise KeyError(key)
    text, errors = bundle.format_pattern(pattern, values)
    if errors:
        raise errors[0]
    return str(text)


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)  # `fill` does that, where it can
    for name in (language, "shape"):
        text = (FOLDER / f"{name}.ftl").read_text(encoding="utf-8")
        bundle.add_resource(FluentResource(text))
    return bundle


def languages_of(channel: str, language: str) -> tuple[str, ...]:
    """In which languages it is said by this way, the visitor's own first."""
    own = language_for(language)
    return (own, DUTCH) if channel in TWO_LANGUAGES and own != DUTCH else (own,)


def values_of(change: StatusChange, language: str, *, alone: bool) -> dict[str, str]:
    """What there is to fill in. `alone`: nothing else is said, so a sentence that is there
    in Dutch only is said in Dutch, and marked as that."""
    submission = change.submission
    day = words(language).day
    sentence = change.sentence if language == DUTCH else change.sentence_translated
    if not sentence and change.sentence and alone:
        sentence = said(language, "in-dutch", sentence=change.sentence)
    return {
        "subject": subject_in(language, submission.content)[0],
        "day": day(submission.received_day),
        "number": grouped(submission.code),
        "sentence": sentence,
        "planned": day(change.planned_for) if change.planned_for else "",
        "organisation": change.organisation,
        "phone": municipality().phone,
        "municipality": municipality().name,
        "link": link_to(submission.code),
    }


def link_to(code: str) -> str:
    return f"{settings.URL}{reverse('follow:page', args=[code])}"


def fill(text: str, values: Mapping[str, str], language: str, *, isolate: bool = True) -> str:
    """A template with everything filled in.

    Between right-to-left words a number keeps its order only in isolates. Old telephones
    show those as boxes; for them (`isolate=False`) spaces that do not break do as well, as
    they count as part of a number (UAX #9, class CS).
    """
    rtl = language in RIGHT_TO_LEFT

    def one(found: re.Match[str]) -> str:
        value = values[found[1]]
        if found[1] in ("number", "phone") and (isolate or rtl):
            value = value.replace(" ", _NO_BREAK)
        return value.join(_ISOLATE) if rtl and isolate else value

    lines = [
        NAME.sub(one, line)
        for line in text.splitlines()
        if all(values[name] for name in NAME.findall(line))
    ]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def worded(change: StatusChange, channel: str, language: str) -> str:
    """All that is said by letter, mail or telephone, in as many parts as languages."""
    spoken_in = languages_of(channel, language)
    return NEXT_LANGUAGE.join(
        fill(
            template(channel, change.status, each),
            values_of(change, each, alone=len(spoken_in) == 1 and channel not in TWO_LANGUAGES),
            each,
        )
        for each in spoken_in
    )


def every_text() -> list[tuple[Channel, Status, str]]:
    """Everything that staff may write otherwise."""
    return [
        (channel, status, language)
        for channel in Channel
        for status in STATUSES
        for language in LANGUAGES
    ]
