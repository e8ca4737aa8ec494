"""Keys that somebody finds by ear alone: the voice says each of them, and no two alike."""

import ctypes

import espeakng_loader
import pytest

from kiosk.core import inputs, keyboard
from kiosk.core.view import InputKind
from kiosk.voice import NORMAL_RATE_STEP, EspeakVoice
from tests.core.languages import LANGUAGES, texts

VOICE = EspeakVoice()
UTF_8, IPA = 1, 2
KINDS: tuple[InputKind, ...] = tuple(inputs.KINDS)


def sounds_of(words: list[str], language: str) -> dict[str, str]:
    """What espeak-ng makes of each text, in the signs of phonetics."""
    VOICE.sound("a", language, NORMAL_RATE_STEP)  # the voice of this language is the one in use
    library = ctypes.CDLL(espeakng_loader.get_library_path())
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    found = {}
    for said in words:
        text = ctypes.c_char_p(said.encode())
        left = ctypes.c_void_p(ctypes.cast(text, ctypes.c_void_p).value)
        parts = []
        while left.value:
            part = library.espeak_TextToPhonemes(ctypes.byref(left), UTF_8, IPA)
            parts.append((part or b"").decode())
        found[said] = "".join(parts).translate(str.maketrans("", "", "ˈˌ "))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_keys_of_one_keyboard_sound_alike(language: str) -> None:
    words = keyboard.words_of(texts(), language)
    for kind in KINDS:
        for layer in ("", *keyboard.NAMED[2:]):
            for value in ("", "1234"):
                rows = keyboard.rows(kind, value, layer, language, words)
                said = [f"{key.text.spoken}." for row in rows for key in row]
                sounds = sounds_of(said, language)
                alike: dict[str, list[str]] = {}
                for key, sound in sounds.items():
                    alike.setdefault(sound, []).append(key)
                assert [keys for keys in alike.values() if len(keys) > 1] == [], (kind, layer)
                assert "" not in alike, (kind, layer)


def test_a_letter_that_would_be_read_as_a_word_is_said_by_its_name() -> None:
    """Arabic د with a full stop is 'doctor'."""
    names = keyboard.words_of(texts(), "ar")
    doctor, letter = sounds_of(["د.", f"{names['د'].spoken}."], "ar").values()
    assert doctor.startswith("ʔadd")
    assert letter.startswith("da")
