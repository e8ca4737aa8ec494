"""What is typed or read out one by one: every letter and every digit is heard, and tells itself
apart from the others, in all six languages."""

from itertools import pairwise

import pytest

from config.bundle import FACTORY, load_bundle
from kiosk.core import inputs
from kiosk.core.keyboards import accents_of, layout_of
from kiosk.core.view import Utterance
from kiosk.pieces import Piece, Pieces
from kiosk.voice import NORMAL_RATE_STEP, EspeakVoice, Sound
from tests.backstage.phonemes import phonemes

LANGUAGES = ("nl", "en", "ar", "tr", "pl", "uk")
VOICE = EspeakVoice()
PIECES = Pieces("nl", load_bundle(FACTORY).pronunciation)
CODE = "482173905566"
SHORTEST_NAME_S = 0.3
"""A bare consonant lasts a tenth of a second, and nobody can tell which it was."""


def pieces(text: str, language: str) -> list[Piece]:
    return PIECES.of(Utterance(text, language))


def heard(text: str, language: str) -> list[Sound]:
    return [
        VOICE.sound(piece.text, piece.language, NORMAL_RATE_STEP)
        for piece in pieces(text, language)
    ]


def letters(language: str) -> str:
    rows = layout_of(language).rows
    return "".join(rows).replace("'", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_of_its_keyboard_is_said_by_its_name(language: str) -> None:
    seconds = {
        letter: sum(sound.seconds for sound in heard(letter, language))
        for letter in letters(language)
    }
    assert {letter: s for letter, s in seconds.items() if s < SHORTEST_NAME_S} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_letters_of_its_keyboard_sound_the_same(language: str) -> None:
    sounds: dict[str, list[str]] = {}
    for letter in letters(language):
        said = " ".join(phonemes(p.text, p.language) for p in pieces(letter, language))
        sounds.setdefault(said, []).append(letter)
    assert [found for found in sounds.values() if len(found) > 1] == []


def test_letters_with_marks_are_heard_in_a_dutch_visit() -> None:
    marked = [letter for row in accents_of(layout_of("nl")) for letter in row]
    assert [letter for letter in marked if not any(s.samples for s in heard(letter, "nl"))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_code_of_twelve_digits_is_twelve_digits_aloud(language: str) -> None:
    """Each digit more makes it longer by about as much as that digit lasts by itself."""
    spoken = [
        sum(sound.seconds for sound in heard(inputs.said("digits", CODE[:count]), language))
        for count in range(1, 13)
    ]
    grown = [more - less for less, more in pairwise(spoken)]
    assert len(grown) == 11
    assert min(grown) > 0.15
    assert inputs.said("code", CODE).replace(",", "").split() == list(CODE)


@pytest.mark.parametrize(("language", "around"), [("ar", "شارع {} رقم"), ("uk", "вулиця {} дім")])
def test_a_dutch_street_sounds_the_same_in_an_arabic_and_a_ukrainian_visit(
    language: str, around: str
) -> None:
    said = pieces(around.format("Kerkstraat"), language)
    (street,) = (piece for piece in said if "Kerk" in piece.text)
    assert phonemes(street.text, street.language) == phonemes("Kerkstraat", "nl") == "kɛrkstraːt"
    assert "(en)" in phonemes("Kerkstraat", language), "it would have been said well anyway"


@pytest.mark.parametrize("word", ["AOW", "UWV", "AIO", "CJIB"])
def test_dutch_abbreviations_are_spelled_and_not_read_as_words(word: str) -> None:
    as_a_word = VOICE.sound(word, "nl", 3).seconds
    assert sum(sound.seconds for sound in heard(word, "nl")) > as_a_word + 0.2
