"""Visitors who see nothing of the screen: they hear, and press what they were told is there.

They never look at a view or at a name, only at the sentences that were said, in order (A7).
"""

from kiosk.core.events import KeyName, KeyPressed, SpeechEnded, TimePassed
from kiosk.core.session import SCAN_S
from tests.core.visit import Visit

PATIENCE = 120
"""Keys pressed, or targets heard, before a listener gives up."""
TICK_S = 0.1


class GivenUpError(AssertionError):
    """The listener never heard it."""


class Listener:
    """Someone with a kiosk before them, eyes shut. A subclass presses in its own way."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit
        self._known = len(visit.heard)
        self.all: list[str] = []

    def hears(self) -> list[str]:
        """What was said since the last time."""
        said = [words.text for words in self._visit.heard[self._known :]]
        self._known = len(self._visit.heard)
        self.all += said
        return said

    def listens_to_the_end(self) -> None:
        """Until the kiosk says nothing any more."""
        self._visit.handle(SpeechEnded(at=self._visit.now))

    def choose(self, *wanted: str) -> list[str]:
        """Go past what there is until it is said, and take it; what is said then."""
        said: list[str] = []
        for words in wanted:
            said = self._find_and_take(words)
        return said

    def spell(self, text: str) -> None:
        """Type with the keys that are heard by their letters."""
        for character in text:
            self.choose("Spatie" if character == " " else character)

    def _is_it(self, wanted: str, tried: list[str]) -> bool:
        """Letters and digits exactly; sentences by how they begin."""
        said = tried[-1]
        return said.rstrip(".") == wanted or (len(wanted) > 1 and said.startswith(wanted))

    def _has_gone_round(self, tried: list[str]) -> bool:
        """Once past everything, and now at the button to what was not on this page."""
        texts, language = self._visit.terminal.texts, self._visit.language
        more = tuple(texts.text(language, key).spoken for key in ("ui-more", "ui-read-on"))
        return tried[-1].startswith(more) and tried.count(tried[-1]) > 1

    def _find_and_take(self, words: str) -> list[str]:
        raise NotImplementedError


class AtTheKeypad(Listener):
    """Presses an arrow until the right words are said, then select."""

    forward: KeyName = "right"
    take: KeyName = "select"

    def press(self, *keys: KeyName) -> list[str]:
        """What is said after the last of these keys."""
        said: list[str] = []
        for key in keys:
            self._visit.now += 1.0
            self._visit.handle(KeyPressed(key, at=self._visit.now))
            said = self.hears()
        return said

    def _find_and_take(self, words: str) -> list[str]:
        tried: list[str] = []
        for _ in range(PATIENCE):
            said = self.press(self.forward)
            tried += said
            if said and self._is_it(words, tried):
                return self.press(self.take)
            if said and self._has_gone_round(tried):
                self.press(self.take)
                tried.clear()
        raise GivenUpError(f"never heard {words!r}, only {tried}")


class WithTwoSwitches(AtTheKeypad):
    """One moves, one chooses."""

    forward: KeyName = "move"


class WithOneSwitch(Listener):
    """Waits until the right words are said, and presses the only button there is."""

    def press(self) -> list[str]:
        self._visit.now += TICK_S
        self._visit.handle(KeyPressed("switch", at=self._visit.now))
        return self.hears()

    def waits(self, seconds: float = max(SCAN_S) + 1) -> list[str]:
        """Until something new is said, after what is being said now."""
        self.listens_to_the_end()
        for _ in range(round(seconds / TICK_S)):
            self._visit.now += TICK_S
            self._visit.handle(TimePassed(at=self._visit.now))
            if said := self.hears():
                return said
        return []

    def spell(self, text: str) -> None:
        """A row first, then a key of it; which row a letter is in, people learn by heart."""
        for character in text:
            if character == " ":
                self.choose("Rij van Letters met tekens", "Spatie")
                continue
            row = next(row for row in ROWS if character in row)
            self.choose(f"Rij van {row[0]} tot {row[-1]}", character)

    def _find_and_take(self, words: str) -> list[str]:
        tried: list[str] = []
        for _ in range(PATIENCE):
            said = self.waits()
            tried += said
            if said and self._is_it(words, tried):
                return self.press()
            if said and self._has_gone_round(tried):
                self.press()
                tried.clear()
        raise GivenUpError(f"never heard {words!r}, only {tried}")


ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
