"""What a contractor sees of a report: what is the matter and where, and not who said it.

Answers about the visitor are left out; telephone numbers, mail addresses and the name are
made unreadable in what is left. Where it is, is shown whole: somebody has to go there.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote

from django.urls import reverse

from desk.inbox.spoken import question_of
from desk.intake.models import Picture, Submission
from desk.languages import other_language
from desk.masking import HIDDEN, masked
from desk.personal.erasing import repeats_contact
from kiosk.core import submission as core
from kiosk.core.filing import CHANNELS


@dataclass(frozen=True, slots=True)
class SpokenShown:
    question: str
    seconds: int
    address: str


@dataclass(frozen=True, slots=True)
class WorkShown:
    submission: Submission
    promise: str
    map_address: str
    """A `geo:` address, which a telephone opens in its map; empty where nothing is known."""
    street: str
    postcode: str
    answers: tuple[tuple[str, str], ...]
    words: str
    """In own words, where these do not stand among the answers."""
    spoken: tuple[SpokenShown, ...]
    pictures: tuple[str, ...]
    other_language: str


def work_shown(submission: Submission) -> WorkShown:
    content = submission.content
    place = content.location
    answers = tuple(
        (each.question, _without_the_visitor(each.shown, content.contact))
        for each in content.answers
        if each.shown and not _is_about_the_visitor(each, content.contact)
    )
    among = any(each.value == content.words for each in content.answers)
    street = f"{place.street} {place.house_number}".strip() if place and place.street else ""
    return WorkShown(
        submission,
        content.category.promise if content.category else "",
        map_address(place),
        "" if place is None or street in place.label else street,
        place.postcode if place and place.postcode not in place.label else "",
        answers,
        "" if among else _without_the_visitor(content.words, content.contact),
        tuple(
            SpokenShown(
                question_of(content, each.step),
                each.seconds,
                reverse("contractors:spoken", args=[submission.pk, each.place]),
            )
            for each in submission.spoken.defer("sealed")
        ),
        tuple(
            reverse("contractors:picture", args=[submission.pk, number])
            for number in submission.pictures.filter(of=Picture.Of.REPORT).values_list(
                "pk", flat=True
            )
        ),
        other_language(submission.language),
    )


def map_address(place: core.Location | None) -> str:
    """RFC 5870; the search behind it is what maps on telephones understand.

    >>> map_address(core.Location(kind="place", label="Markt", latitude=52.2, longitude=6.9))
    'geo:52.2,6.9?q=52.2,6.9(Markt)'
    """
    if place is None:
        return ""
    label = quote(place.label, safe="")
    if place.latitude is not None and place.longitude is not None:
        point = f"{place.latitude},{place.longitude}"
        return f"geo:{point}?q={point}({label})"
    address = " ".join(part for part in (place.street, place.house_number, place.postcode) if part)
    searched = quote(address, safe="") if place.postcode or place.street else label
    return f"geo:0,0?q={searched}" if searched else ""


def _is_about_the_visitor(answer: core.Answer, contact: core.Contact) -> bool:
    """How to reach them, or by which way they want to hear."""
    channel = CHANNELS.get(answer.value)
    return repeats_contact(answer, contact) or (channel is not None and channel == contact.channel)


def _without_the_visitor(text: str, contact: core.Contact) -> str:
    for known in (contact.email, contact.name):
        if known.strip():
            text = re.sub(rf"(?<!\w){re.escape(known)}(?!\w)", HIDDEN, text, flags=re.IGNORECASE)
    return masked(text)
