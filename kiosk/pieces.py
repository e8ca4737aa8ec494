"""Words cut into pieces, each of which a voice makes at once and in one language.

A piece is a sentence, so that the first is heard while the next is made. Three things are
put right here, and nowhere else, so that the texts stay as people read them:

- A phrase that has a recorded clip stays whole, even if it is two sentences.
- espeak-ng reads Latin letters inside Arabic or Ukrainian with its English voice:
  Kerkstraat becomes something that nobody in Kerkstraat understands. They are said with
  the voice of the first language of the bundle, which named the streets.
- A word that a voice says wrongly is said as the bundle's `pronunciation.yaml` spells it.

    "أين؟ Kerkstraat 12"   ->  ar "أين؟"   nl "Kerkstraat"   ar "12"
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from kiosk.core.view import Utterance

# A full stop before a small letter or a digit belongs to an abbreviation.
_SENTENCE_END = re.compile(r"(?<=[.!?…؟])\s+(?![a-z0-9])")
_LATIN = r"A-Za-zÀ-ɏ"
_LATIN_WORDS = re.compile(
    rf"['’]?[{_LATIN}][{_LATIN}0-9'’.@_-]*(?:\s+['’]?[{_LATIN}][{_LATIN}'’.-]*)*"
)
_WITHOUT_LATIN = frozenset({"ar", "bg", "el", "fa", "he", "ru", "uk", "ur"})
_END = ".?!:…؟"


@dataclass(frozen=True, slots=True)
class Piece:
    """What is said at once. `ends` where a sentence ends, and a pause follows."""

    text: str
    language: str
    ends: bool = True


@dataclass(frozen=True)
class Pronunciation:
    """How one language says what its voice would say wrongly.

    `words` whole words only; one in small letters also stands for itself with capitals.
    `letters` where a text is spelled, for a letter may be a word too (Ukrainian: в, з).
    """

    words: Mapping[str, str] = field(default_factory=dict)
    letters: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        longest_first = sorted(self.words, key=len, reverse=True)
        found = "|".join(map(re.escape, longest_first)) or r"(?!)"
        object.__setattr__(self, "_words", re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE))

    def said(self, text: str) -> str:
        parts = re.findall(r"\w+", text)
        if parts and all(len(part) == 1 for part in parts):
            text = re.sub(r"\w", self._letter, text)
        pattern: re.Pattern[str] = self._words  # type: ignore[attr-defined]  # made above
        return pattern.sub(self._word, text)

    def _letter(self, found: re.Match[str]) -> str:
        return self.letters.get(found[0].lower(), found[0])

    def _word(self, found: re.Match[str]) -> str:
        return self.words.get(found[0]) or self.words.get(found[0].lower(), found[0])


AS_WRITTEN = Pronunciation()


class Pieces:
    """Cuts utterances. `home` is the language of names in Latin letters; `clips` the recorded
    phrases, by language and `bare` text."""

    def __init__(
        self,
        home: str = "nl",
        pronunciation: Mapping[str, Pronunciation] | None = None,
        clips: Collection[tuple[str, str]] = (),
    ) -> None:
        self._home = home
        self._pronunciation = pronunciation or {}
        self._clips = clips

    def of(self, utterance: Utterance) -> list[Piece]:
        language = utterance.language
        sentences = [text for text in _SENTENCE_END.split(utterance.text.strip()) if text]
        found: list[Piece] = []
        while sentences:
            if whole := self._recorded(language, sentences):
                found.append(Piece(" ".join(sentences[:whole]), language))
                del sentences[:whole]
            else:
                found += self._runs(sentences.pop(0), language)
        return found

    def _recorded(self, language: str, sentences: list[str]) -> int:
        """How many of the next sentences together are one recorded phrase."""
        if not self._clips:
            return 0
        counts = range(len(sentences), 0, -1)
        fits = (n for n in counts if (language, bare(" ".join(sentences[:n]))) in self._clips)
        return next(fits, 0)

    def _runs(self, sentence: str, language: str) -> list[Piece]:
        runs = list(self._split(sentence, language))
        return [
            Piece(
                self._pronunciation.get(spoken, AS_WRITTEN).said(text), spoken, number == len(runs)
            )
            for number, (text, spoken) in enumerate(runs, 1)
        ]

    def _split(self, sentence: str, language: str) -> Iterator[tuple[str, str]]:
        if language not in _WITHOUT_LATIN or language == self._home:
            yield sentence, language
            return
        at = 0
        for latin in _LATIN_WORDS.finditer(sentence):
            if _is_said(before := sentence[at : latin.start()]):
                yield before.strip(), language
            yield latin[0], self._home
            at = latin.end()
        if _is_said(rest := sentence[at:]) or at == 0:
            yield rest.strip(), language


def _is_said(text: str) -> bool:
    return re.search(r"\w|[@#€+&%/]", text) is not None


def bare(text: str) -> str:
    """A phrase without what a voice only hears as its end: what clips are found by."""
    return " ".join(text.split()).rstrip(_END)
