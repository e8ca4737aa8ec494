"""What is said: in every language and by every way, and never without what a visitor needs."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desk.answers import sms
from desk.answers.checking import SAMPLE_CODE, doubts, faults, sample_values
from desk.answers.models import Channel, Template
from desk.answers.notices import TOLD
from desk.answers.texts import (
    NAME,
    NAMES,
    STATUSES,
    every_text,
    factory,
    fill,
    languages_of,
    said,
    template,
    values_of,
)
from desk.follow.texts import LANGUAGES
from tests.answers.conftest import Visit

pytestmark = pytest.mark.django_db  # which bundle is published stands there
LINK = "https://zuil.voorbeeldstad.nl/volg/482173905560"
NUMBER = "4821 7390 5560"


def _values(**changes: str) -> dict[str, str]:
    return sample_values("nl", "done") | {"link": LINK, "number": NUMBER} | changes


@pytest.mark.parametrize(("channel", "status", "language"), every_text())
def test_there_is_a_text_in_every_language_by_every_way(
    channel: Channel, status: str, language: str
) -> None:
    text = factory(channel, status, language)
    assert faults(channel, text, language) == []
    assert doubts(channel, text) == []
    assert "sentence" in NAME.findall(text)
    if channel != Channel.PHONE and status == "done":
        assert text.count("{link}") == 1
    if channel in (Channel.LETTER, Channel.MAIL):
        assert {"day", "subject", "number", "phone", "municipality"} <= set(NAME.findall(text))


def test_everything_that_is_told_has_a_text() -> None:
    assert {status for told in TOLD.values() for status in told} == set(STATUSES)
    assert set(TOLD) == set(Channel)


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "nl"])
def test_no_text_was_left_in_dutch(language: str) -> None:
    for channel in Channel:
        for status in STATUSES:
            own = set(factory(channel, status, language).splitlines())
            dutch = set(factory(channel, status, "nl").splitlines())
            bare = {line for line in own & dutch if NAME.sub("", line).strip()}
            assert bare == set()


def test_what_stands_around_a_letter_is_there_in_every_language() -> None:
    for language in LANGUAGES:
        for key in ("letter-date", "letter-number", "letter-scan", "letter-kiosk"):
            assert said(language, key)


def test_a_line_that_needs_what_is_not_known_is_left_out() -> None:
    text = "Het is klaar.\n{sentence}\n\n{organisation} helpt.\n\nNummer {number}"
    assert fill(text, _values(sentence="", organisation=""), "nl") == (
        "Het is klaar.\n\nNummer 4821\u00a07390\u00a05560"
    )


def test_what_is_filled_in_is_not_looked_at_for_names() -> None:
    assert fill("{sentence}", _values(sentence="{link} {nope}"), "nl") == "{link} {nope}"


def test_between_arabic_words_what_is_filled_in_stands_alone() -> None:
    assert fill("رقم {number}", _values(), "ar") == "رقم \u20684821\u00a07390\u00a05560\u2069"
    plain = fill("رقم {number}", _values(), "ar", isolate=False)
    assert plain == "رقم 4821\u00a07390\u00a05560"


def test_staff_write_it_otherwise(db: None) -> None:
    Template.objects.create(channel="sms", status="done", language="nl", text="Klaar. {number}")
    assert template("sms", "done", "nl") == "Klaar. {number}"
    assert template("sms", "done", "en") == factory("sms", "done", "en")


def test_a_letter_and_a_call_are_in_dutch_as_well() -> None:
    assert languages_of("letter", "ar") == ("ar", "nl")
    assert languages_of("phone", "nl") == ("nl",)
    assert languages_of("sms", "ar") == ("ar",)
    assert languages_of("letter", "so") == ("nl",)


def test_a_sentence_that_is_there_in_dutch_only_is_marked_or_said_in_dutch(
    visitor: Visit,
) -> None:
    someone = visitor("sms", "en", phone="0612345678")
    change = someone.hears("done", "De lamp brandt weer.")
    assert change
    assert values_of(change, "en", alone=True)["sentence"] == "In Dutch: De lamp brandt weer."
    assert values_of(change, "en", alone=False)["sentence"] == ""
    assert values_of(change, "nl", alone=False)["sentence"] == "De lamp brandt weer."


_WORDS = st.builds(
    lambda words, times: f"{words} " * times,
    st.text(st.sampled_from("aabcdeëéłم ’–€0123456789 "), min_size=1, max_size=20),
    st.integers(0, 40),
)


@example("forwarded", "nl", "0 " * 18, " " * 80, 20)
@given(st.sampled_from(STATUSES), st.sampled_from(LANGUAGES), _WORDS, _WORDS, st.integers(0, 40))
def test_a_text_fits_and_keeps_number_and_link(
    status: str, language: str, sentence: str, subject: str, host: int
) -> None:
    link = f"https://zuil.{'g' * host}.nl/volg/{SAMPLE_CODE}"
    values = sample_values(language, status) | {
        "sentence": sentence,
        "subject": subject[:200] or "Melding",
        "organisation": sentence[:200],
        "link": link,
    }
    text = sms.shortened(factory("sms", status, language), values, language)
    assert sms.length(text) <= (306 if sms.is_gsm(text) else 268)
    assert link in text
    assert NUMBER in text.replace("\u00a0", " ")


def test_what_is_shortened_never_ends_in_half_a_number() -> None:
    sentence = "Wij belden u. " * 14 + "Bel ons op 053 1234567 voor meer uitleg over de lamp. " * 3
    text = sms.shortened(factory("sms", "done", "nl"), _values(sentence=sentence), "nl")
    assert "..." in text
    for digits in re.findall(r"053[ \d]*", text):
        assert digits.strip() == "053 1234567"


def test_the_parts_of_a_text_are_counted_as_the_network_does() -> None:
    assert [sms.parts("a" * count) for count in (160, 161, 306, 307)] == [1, 2, 2, 3]
    assert [sms.parts("م" * count) for count in (70, 71, 134, 135)] == [1, 2, 2, 3]
    assert sms.length("€") == 2


@pytest.mark.parametrize(
    ("channel", "text", "told"),
    [
        ("sms", "  ", "Schrijf een tekst"),
        ("sms", "{naam} {number} {link}", "{naam} is onbekend"),
        ("mail", "{number", "haakje"),
        ("mail", "number} {link}", "haakje"),
        ("sms", "x" * 300 + "{number} {link}", "te lang"),
    ],
)
def test_a_wrong_text_is_refused_with_a_sentence(channel: str, text: str, told: str) -> None:
    assert told in " ".join(faults(channel, text, "nl"))


def test_a_text_without_number_or_link_is_doubted() -> None:
    assert [each.partition(" ")[0] for each in doubts("sms", "Het is klaar.")] == [
        "{number}",
        "{link}",
    ]
    assert doubts("mail", "{number} {link}") == []
    assert doubts("phone", "Het is klaar.") == []


def test_every_name_that_is_offered_can_be_filled_in(visitor: Visit) -> None:
    change = visitor("sms", phone="0612345678").hears("done")
    assert change
    assert set(values_of(change, "nl", alone=True)) == set(NAMES)
