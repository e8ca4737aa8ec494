"""How espeak-ng would say a text, in IPA: what two texts that sound alike have in common."""

import ctypes

import espeakng_loader

from kiosk.voice import EspeakVoice

_UTF8, _IPA = 1, 2


def phonemes(text: str, language: str) -> str:
    """Without marks of stress. `(en)` stands where it would change to its English voice."""
    EspeakVoice().sound("a", language, 3)  # opens the library, and sets its language
    library = ctypes.CDLL(espeakng_loader.get_library_path())
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    words, found = ctypes.c_char_p(text.encode()), []
    while words.value:
        said = library.espeak_TextToPhonemes(ctypes.byref(words), _UTF8, _IPA)
        found.append((said or b"").decode())
    return " ".join(found).replace("ˈ", "").replace("ˌ", "").strip()
