"""A visitor whose words, sounds and numbers can be looked for, without being what is found.

What they tell is kept here in a form that is not it (backwards, or added to), and only put
right in calls that have ended before anybody looks.
"""

import random
from base64 import b64encode
from collections.abc import Iterator

from kiosk import codes
from kiosk.core import inputs
from kiosk.core.keyboard import marks_of
from kiosk.core.view import InputKind
from kiosk.voice import SAMPLE_BYTES, SAMPLE_RATE, Sound
from tests.backstage.memory import gathered, holders
from tests.core.languages import texts

CONSONANTS = "bcdfghjklmnpqrstvwxz"
ARABIC = "ضظغثقصهخحجشسيبلتنمكط"
RUN = 32
"""Samples that are looked for: no other sound has the same run of them."""
DIGITS_OF_A_NUMBER = 9
_OTHER = bytes((value + 77) % 256 for value in range(256))
_SAME = bytes((value - 77) % 256 for value in range(256))


class Teller:
    """Made-up words that nothing else has, each of its own `number`."""

    def __init__(self, number: int) -> None:
        luck = random.Random(number)

        def letters(of: str) -> str:
            return "".join(luck.choices(of, k=9))

        self._noise = number
        self._backwards: dict[str, str] = {
            "words": letters(CONSONANTS) + "ê" + letters(CONSONANTS),
            "arabic words": letters(ARABIC),
            "name": letters(CONSONANTS) + "ö" + letters(CONSONANTS),
            "email": f"{'ln.'}{letters(CONSONANTS)}@{letters(CONSONANTS)}",
            "phone": "".join(luck.choices("123456789", k=8)) + "60",
            "code of another day": codes.make(luck)[::-1],
        }
        self._heard: set[bytes] = set()
        """Runs of samples of the sound of these words, added to."""

    def tells(self, what: str) -> str:
        return self._backwards[what][::-1]

    def keep_secret(self, what: str, value: str) -> None:
        self._backwards[what] = value[::-1]

    def noise(self) -> bytes:
        """What the microphone hears of this visitor in a tenth of a second."""
        return random.Random(self._noise).randbytes(SAMPLE_RATE // 10 * SAMPLE_BYTES)

    def hears(self, text: str, sound: Sound) -> bool:
        """Whether what the voice makes is something of the visitor's; it is known again then."""
        said = text.encode()
        if not any(needle in said for _, needle in self._in_words()):
            return False
        values = memoryview(sound.samples).cast("h")
        loudest = max(range(RUN, len(values) - RUN), key=lambda at: abs(values[at]))
        at = loudest * SAMPLE_BYTES
        self._heard.add(sound.samples[at - RUN : at + RUN].translate(_OTHER))
        return True

    @property
    def sounds_heard(self) -> int:
        return len(self._heard)

    def found_in(self, content: bytes) -> set[str]:
        """What of this visitor is in it."""
        return {what for what, needle in self._needles() if needle in content}

    def traces(self) -> list[str]:
        """What of this visitor is in memory, and who holds it: for whoever must mend it."""
        content = gathered()
        needles = [(what, needle) for what, needle in self._needles() if needle in content]
        return [f"{what}: {holder}" for what, needle in needles for holder in holders(needle)]

    def _needles(self) -> Iterator[tuple[str, bytes]]:
        yield from self._in_words()
        for run in self._heard:
            yield "sound of the words", run.translate(_SAME)
        run = self.noise()[1000 : 1000 + 3 * RUN]
        yield "message", run[:RUN]
        for shift in range(3):  # where a group of three bytes begins, nobody knows
            yield "message in base64", b64encode(run[shift:])[4:-4]

    def _in_words(self) -> Iterator[tuple[str, bytes]]:
        for what in ("words", "arabic words", "name", "email"):
            for word in self.tells(what).replace("@", " ").split():
                cases = {word[:6], word[:6].lower(), word[:6].upper(), word[:6].capitalize()}
                yield from ((what, case.encode()) for case in cases)
        for what in ("phone", "code", "code of another day"):
            if what in self._backwards:
                yield from ((what, form.encode()) for form in self._numbers(what))

    def _numbers(self, what: str) -> set[str]:
        number = self.tells(what)
        kind: InputKind = "phone" if what == "phone" else "code"
        forms = {number, " ".join(number), inputs.shown(kind, number), inputs.said(kind, number)}
        for language in ("nl", "ar"):
            forms.add(inputs.said(kind, number, marks_of(texts(), language)))
        return {_beginning(form) for form in forms}


def _beginning(form: str) -> str:
    """Up to the ninth digit: a whole number, or one that was being typed."""
    ends = [at for at, character in enumerate(form, 1) if character.isdigit()]
    return form[: ends[DIGITS_OF_A_NUMBER - 1]]
