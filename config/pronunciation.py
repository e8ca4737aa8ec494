"""`pronunciation.yaml` of a bundle: how a voice says what it would say wrongly.

    nl:
      words: {UWV: U W V}          whole words; in small letters also with capitals
      letters: {y: Griekse ij}     where a text is spelled, letter by letter

What is shown does not change. Where one sentence only is said differently, write a
`.spoken` beside it in the texts instead.
"""

import re
from typing import Annotated, Self

from pydantic import Field, RootModel, StringConstraints, model_validator

from kiosk.core.flow import Part
from kiosk.core.sentences import sentence
from kiosk.pieces import Pronunciation

Said = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]


class Language(Part):
    """What one language says differently."""

    words: dict[str, Said] = Field(default={})
    letters: dict[str, Said] = Field(default={})

    @model_validator(mode="after")
    def _can_be_found(self) -> Self:
        for word in self.words:
            if not re.fullmatch(r"\w(.*\w)?", word):
                raise ValueError(
                    sentence(
                        "'{word}' would never be found: it must begin and end with a letter or a "
                        "digit. Take the other marks off",
                        word=word,
                    )
                )
        for letter in self.letters:
            if len(letter) != 1 or letter != letter.lower():
                raise ValueError(
                    sentence(
                        "'{letter}' must be one small letter. Words go under 'words'",
                        letter=letter,
                    )
                )
        return self


Code = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]


class Spoken(RootModel[dict[Code, Language]]):
    """The file: what is said differently, by language. One that the bundle does not offer (any
    more) does no harm."""


def pronunciation_of(spoken: Spoken) -> dict[str, Pronunciation]:
    return {
        language: Pronunciation(found.words, found.letters)
        for language, found in spoken.root.items()
    }
