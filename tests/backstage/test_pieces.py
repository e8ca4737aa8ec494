"""Words cut into pieces: each whole, in the language of its script, said as it should be."""

import pytest

from kiosk.core.view import Utterance
from kiosk.pieces import Piece, Pieces, Pronunciation, bare


def cut(text: str, language: str = "nl", pieces: Pieces | None = None) -> list[Piece]:
    return (pieces or Pieces()).of(Utterance(text, language))


def test_a_sentence_is_a_piece_and_an_abbreviation_does_not_end_one() -> None:
    assert cut("Wat is er? T.a.v. de heer. En 5 meer.") == [
        Piece("Wat is er?", "nl"),
        Piece("T.a.v. de heer.", "nl"),
        Piece("En 5 meer.", "nl"),
    ]


def test_a_dutch_street_inside_arabic_is_said_with_the_dutch_voice_and_the_number_is_not() -> None:
    assert cut("أين؟ Sint Janskerkstraat 12، الساعة 10", "ar") == [
        Piece("أين؟", "ar"),
        Piece("Sint Janskerkstraat", "nl", ends=False),
        Piece("12، الساعة 10", "ar"),
    ]


def test_a_dutch_name_inside_ukrainian_ends_a_sentence_as_any_word_does() -> None:
    assert cut("Де? Вулиця 's-Gravelandseweg.", "uk") == [
        Piece("Де?", "uk"),
        Piece("Вулиця", "uk", ends=False),
        Piece("'s-Gravelandseweg.", "nl"),
    ]


@pytest.mark.parametrize("language", ["nl", "en", "tr", "pl"])
def test_languages_in_latin_letters_keep_their_own_voice(language: str) -> None:
    assert cut("Kerkstraat 12", language) == [Piece("Kerkstraat 12", language)]


def test_what_is_only_marks_is_not_left_without_a_voice() -> None:
    assert cut("؟", "ar") == [Piece("؟", "ar")]


def test_a_word_is_said_as_the_bundle_spells_it_and_only_where_it_is_whole() -> None:
    pieces = Pieces("nl", {"nl": Pronunciation({"UWV": "uu wee vee", "wmo": "wee em oo"})})
    said = [piece.text for piece in cut("Het UWV en de Wmo. uwv, UWVS, WMO-loket.", "nl", pieces)]
    assert " ".join(said) == "Het uu wee vee en de wee em oo. uwv, UWVS, wee em oo-loket."


def test_a_dutch_word_inside_arabic_is_said_as_dutch_spells_it() -> None:
    pieces = Pieces("nl", {"nl": Pronunciation({"AOW": "aa oo wee"}), "ar": Pronunciation()})
    assert cut("هل تأخذ AOW؟ نعم", "ar", pieces) == [
        Piece("هل تأخذ", "ar", ends=False),
        Piece("aa oo wee", "nl"),
        Piece("نعم", "ar"),
    ]


def test_a_letter_is_named_where_it_is_spelled_and_not_where_it_is_a_word() -> None:
    pieces = Pieces("nl", {"uk": Pronunciation(letters={"в": "ве", "з": "зе"})})
    assert [piece.text for piece in cut("В", "uk", pieces)] == ["ве"]
    assert [piece.text for piece in cut("з, в 5", "uk", pieces)] == ["зе, ве 5"]
    assert [piece.text for piece in cut("Я живу в місті.", "uk", pieces)] == ["Я живу в місті."]


def test_a_recorded_phrase_stays_whole_even_in_two_sentences_and_beside_others() -> None:
    clips = {("nl", "Goed zo. Ga zo door")}
    found = cut("Een. Goed zo. Ga zo door! Twee.", "nl", Pieces("nl", None, clips))
    assert [piece.text for piece in found] == ["Een.", "Goed zo. Ga zo door!", "Twee."]
    other = cut("Goed zo. Ga zo door!", "en", Pieces("nl", None, clips))
    assert [piece.text for piece in other] == ["Goed zo.", "Ga zo door!"]


def test_what_a_voice_only_hears_as_an_end_makes_no_other_phrase() -> None:
    assert bare(" Klopt  dit? ") == bare("Klopt dit.") == "Klopt dit"
