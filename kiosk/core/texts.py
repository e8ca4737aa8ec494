"""Words in the visitor's language, as the core asks for them.

The core never holds a sentence. It names a message; whoever holds the language
files answers with what is shown and what is said of it, from one source, so that
eye and ear cannot drift apart.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True)
class Text:
    """One message: `shown` on screen or paper, `spoken` aloud (often the same)."""

    shown: str
    spoken: str

    @classmethod
    def plain(cls, words: str) -> "Text":
        """Words that are said exactly as they are shown, such as a name from a file."""
        return cls(words, words)

    def __bool__(self) -> bool:
        return bool(self.shown)


NOTHING = Text("", "")
_ISOLATE, _POP = "\u2068", "\u2069"


def isolated(words: str, direction: Direction) -> str:
    """What a visitor typed, so that it keeps its own order among right-to-left words."""
    return f"{_ISOLATE}{words}{_POP}" if words and direction == "rtl" else words


def without_isolates(words: str) -> str:
    """Words without the marks that only order them on a screen."""
    return words.replace(_ISOLATE, "").replace(_POP, "")


class Texts(Protocol):
    """All languages of a bundle. A text that a language lacks comes from that of staff."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Language codes in the order in which they are offered; a visit begins in the first."""
        ...

    @property
    def staff(self) -> str:
        """The language that staff read, and the fallback. A kiosk need not offer it."""
        ...

    def direction(self, language: str) -> Direction: ...

    def text(self, language: str, key: str, /, **values: str | int) -> Text:
        """The message `key`, or `key.attribute`. Raises KeyError where no language has it."""
        ...

    def find(self, language: str, key: str, /, **values: str | int) -> Text:
        """As `text`, but NOTHING where no language has it: for texts that may be left out."""
        ...

    def day(self, language: str, day: date, /) -> Text:
        """A date in words, such as 'zondag 22 november 2026'."""
        ...
