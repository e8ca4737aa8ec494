"""The factory bundle's words: nothing is missing, everything is short and plain.

A visitor reads badly, is old, or only listens. These are the limits that keep a screen
readable; where a text breaks one, mend the text and not the limit.
"""

import re
from collections import Counter

import pytest

from config.texts import load_texts, syntax_problems
from config.words.places import long_texts
from config.words.report import remarks
from config.words.wording import WORD, allowed_words
from tests.factory import FACTORY, LANGUAGES, catalogue, flows, needs, said

SKIP = {
    "nl": "Dit mag u overslaan.",
    "en": "You can skip this.",
    "ar": "يمكنك تخطي هذا.",
    "tr": "Bunu atlayabilirsiniz.",
    "pl": "Możesz to pominąć.",
    "uk": "Це можна пропустити.",
}
TITLE_CHARS = 45  # two lines of the largest type on a panel of 268 mm
LABEL_CHARS = 28  # two lines in a tile
NOTE_CHARS = 45  # one line beside a picture
ROW_CHARS = 20
WORD_CHARS = 17  # one line in a tile, or of a title; a longer word would be broken anywhere
HELP_SENTENCES = 2
OFTEN = ("nl", "ar", "uk")
DRAWN = [
    pytest.param(language, marks=() if language in OFTEN else pytest.mark.soak)
    for language in LANGUAGES
]
"""Our own language, the one that is drawn otherwise and the one with the longest words; what is
too long in another is mostly told by how many characters it has, below."""


def too_long(names: set[tuple[str, str]], limit: int, language: str) -> list[str]:
    return [
        f"{one.name}.{one.attribute}: {text!r} has {len(text)} characters"
        for one in said(language)
        if (one.name, one.attribute) in names
        for text in one.variants
        if len(text) > limit
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_that_the_data_needs_exists(language: str) -> None:
    have = {(one.name, one.attribute) for one in said(language)}
    assert [pair for pair in needs() if pair not in have] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_left_over_from_something_that_is_gone(language: str) -> None:
    names = {name for name, _ in needs()}
    left = {one.name for one in said(language)} - names
    assert {name for name in left if not name.startswith("ui-")} == set()


def test_no_two_things_share_one_message() -> None:
    assert [pair for pair, times in Counter(needs()).items() if times > 1] == []


def test_every_line_of_the_text_files_is_understood() -> None:
    assert list(syntax_problems(FACTORY / "texts", LANGUAGES)) == []


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_each_language_has_what_the_others_have(language: str) -> None:
    assert load_texts(FACTORY / "texts", ("nl", language)).missing(language) == ()
    assert load_texts(FACTORY / "texts", (language, "nl")).missing("nl") == ()


def test_an_arabic_sentence_is_said_with_its_vowels() -> None:
    """A word on its own the voice mostly says well enough; a sentence without them never."""
    heard = {(one.name, one.attribute) for one in said("ar")}
    assert [
        one.key
        for one in said("ar")
        if not one.is_only_heard and any(len(text.split()) > 1 for text in one.variants)
        if (one.name, f"{one.attribute}-spoken".removeprefix("-")) not in heard
    ] == []


def test_the_list_of_texts_to_mend_is_empty() -> None:
    """Missing, long sentences, words that many do not know."""
    assert [str(remark) for remark in remarks(FACTORY)] == []


@pytest.mark.parametrize("language", DRAWN)
def test_no_text_is_too_long_for_its_place(language: str) -> None:
    assert [str(remark) for remark in long_texts(FACTORY, (language,))] == []


def test_what_is_allowed_is_still_used_and_has_a_reason() -> None:
    allowed = allowed_words(FACTORY / "words-allowed.txt")
    used = {
        word
        for one in said("nl")
        if not one.is_only_heard
        for text in one.variants
        for word in WORD.findall(text.lower())
    }
    assert set(allowed) - used == set(), "allowed, but not used any more"
    assert set(allowed.values()) <= {"name", "compound", "plain"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_labels_and_notes_are_short(language: str) -> None:
    steps = [(flow.flow, step) for flow in flows() for step in flow.steps]
    titles = {(f"{flow}-{step.step}", "") for flow, step in steps}
    titles |= {(f"flow-{one.flow}", part) for one in flows() for part in ("title", "thanks")}
    titles |= {(name, "") for name, _ in needs() if name.startswith("advice-")}
    labels = {(name, "") for name, part in needs() if not part} - titles
    labels -= {(name, "") for name, _ in needs() if name.startswith("promise-")}
    labels |= {(f"flow-{flow.flow}", "send") for flow in flows()}
    notes = {(one.name, "note") for one in said(language)}
    rows = {(one.name, "row") for one in said(language)}
    assert too_long(titles, TITLE_CHARS, language) == []
    assert too_long(labels, LABEL_CHARS, language) == []
    assert too_long(notes, NOTE_CHARS, language) == []
    assert too_long(rows, ROW_CHARS, language) == []
    assert [
        word
        for one in said(language)
        if (one.name, one.attribute) in titles | labels
        for text in one.variants
        for word in text.split()
        if len(word) > WORD_CHARS
    ] == []


def test_under_a_title_stands_one_thought_of_at_most_two_sentences() -> None:
    assert [
        f"{language}: {one.name}: {text}"
        for language in LANGUAGES
        for one in said(language)
        if one.attribute == "help"
        for text in one.variants
        if len(re.findall(r"[.!?؟](?:\s|$)", text)) > HELP_SENTENCES
    ] == []


@pytest.mark.parametrize(("language", "sentence"), SKIP.items())
def test_a_step_that_may_be_skipped_says_so(language: str, sentence: str) -> None:
    helps = {one.name: one.variants for one in said(language) if one.attribute == "help"}
    says = {name for name, variants in helps.items() if sentence in variants}
    skips = {f"{flow.flow}-{step.step}" for flow in flows() for step in flow.steps if step.skip}
    assert says == skips


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_promise_says_the_number_of_days_that_it_holds(language: str) -> None:
    sentences = {one.name: one.variants[0] for one in said(language) if not one.attribute}
    numbers = {
        one.promise: re.findall(r"\d+", sentences[f"promise-{one.promise}"])
        for one in catalogue().promises
    }
    assert numbers == {
        one.promise: [] if one.days is None else [str(one.days)] for one in catalogue().promises
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_advice_names_no_amounts_that_go_stale(language: str) -> None:
    lines = [text for one in said(language) if "line" in one.attribute for text in one.variants]
    assert [text for text in lines if re.search(r"€|euro|\d{3,}", text)] == []
