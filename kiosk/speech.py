"""Saying a screen aloud, sentence by sentence: the first is heard while the next is made.

Only one voice is ever heard. New words silence the old ones, unless they ask to come
`after`; `hush` is silence at once, and nothing that was waiting is said later.
`on_ended` is called once when everything has been said, and never for what was hushed.

Sounds of this visit are remembered, so that repeating costs nothing; `forget` drops
them all, because a visitor's own words are among them. Making a sound anew takes a
thousandth of its length, so nothing is worth keeping from one visit to the next.
"""

import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from kiosk.core.view import Utterance
from kiosk.pieces import Pieces
from kiosk.voice import NORMAL_RATE_STEP, RATES, SAMPLE_BYTES, SAMPLE_RATE, Sound, levelled

SENTENCE_PAUSE_MS = 500
"""After each sentence, at the normal rate; an utterance's own `pause_ms` comes on top."""
VOLUME_STEPS = 7
VOLUME_STEP_DB = 5.0
"""EN 301 549 and 14 CFR 382.57 allow at most 10."""
REMEMBERED_BYTES = 6_000_000
"""Some two minutes of speech: a long screen and the one before it."""
_LOOK_S = 0.01


class Player(Protocol):
    """One loudspeaker, playing one sound at a time: 16-bit mono samples at `SAMPLE_RATE`."""

    def play(self, samples: bytes, volume: float) -> None:
        """Start this sound instead of any other, at a volume from 0 to 1."""
        ...

    def stop(self) -> None:
        """Silence at once, and let go of the sound. What plays next is not paused."""
        ...

    def pause(self, on: bool) -> None: ...

    def busy(self) -> bool:
        """Whether a sound is playing or paused."""
        ...

    def route(self, to: Literal["headphones", "loudspeaker"]) -> None:
        """From here on through these, silent first. Where they cannot be used: silence."""
        ...


class Voice(Protocol):
    """Makes the sound of one sentence. Called from the speech thread only."""

    def sound(self, text: str, language: str, rate_step: int) -> Sound: ...


@dataclass(frozen=True, slots=True)
class _Line:
    """One sentence that is to be said, with the silence after it. `heard` instead of it is a
    recording: it is played, and not remembered here."""

    text: str
    language: str
    rate_step: int
    volume: float
    pause_s: float
    heard: bytes | None = None


class Speech:
    """Says what it is given, in a thread of its own. Any thread may call any method."""

    def __init__(
        self,
        player: Player,
        voice: Voice,
        on_ended: Callable[[], None],
        *,
        pieces: Pieces | None = None,
        remembered_bytes: int = REMEMBERED_BYTES,
    ) -> None:
        self._player = player
        self._voice = voice
        self._pieces = pieces or Pieces()
        self._on_ended = on_ended
        self._remembered = _Remembered(remembered_bytes)
        self._changed = threading.Condition()
        self._lines: deque[_Line] = deque()
        self._next: tuple[_Line, Sound] | None = None
        self._turn = 0
        """Grows with every hush: what was made for an earlier turn is thrown away."""
        self._end_is_due = False
        self._paused = False
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="speech", daemon=True)
        self._thread.start()

    def say(
        self,
        utterances: Sequence[Utterance],
        *,
        rate_step: int,
        volume_step: int,
        after: bool = False,
    ) -> None:
        """Say this now instead of anything else, or after what is being said."""
        self._begin(self._cut(utterances, rate_step, volume_gain(volume_step)), after=after)

    def play(self, samples: bytes, *, volume_step: int) -> None:
        """Let a recording be heard instead of anything else; it ends as speech does."""
        volume = volume_gain(volume_step)
        self._begin([_Line("", "", NORMAL_RATE_STEP, volume, 0.0, samples)], after=False)

    def route(self, to: Literal["headphones", "loudspeaker"]) -> None:
        """From here on through these. What was being said stops, and nothing of it is said."""
        with self._changed:
            self._silence()
            self._player.route(to)
            self._changed.notify()

    def _begin(self, lines: Sequence[_Line], *, after: bool) -> None:
        with self._changed:
            if not after:
                self._silence()
            self._lines.extend(lines)
            self._end_is_due = True
            self._changed.notify()

    def hush(self) -> None:
        """Silence at once. Nothing of it is said later, and no end is reported."""
        with self._changed:
            self._silence()
            self._changed.notify()

    def pause(self, on: bool) -> None:
        """Hold where it is, or go on from there."""
        with self._changed:
            self._paused = on
            self._player.pause(on)
            self._changed.notify()

    def forget(self) -> None:
        """The visit is over: silence, and no sound of it stays in memory."""
        with self._changed:
            self._silence()
            self._remembered.clear()
            self._changed.notify()

    def close(self) -> None:
        """Silence, and the thread ends."""
        with self._changed:
            self._silence()
            self._closed = True
            self._changed.notify()
        self._thread.join()

    def _silence(self) -> None:
        self._turn += 1
        self._lines.clear()
        self._next = None
        self._end_is_due = False
        self._paused = False
        self._player.stop()

    def _run(self) -> None:
        while self._goes_on():
            pass  # one call for each sentence: while it waits, no variable holds the one before

    def _goes_on(self) -> bool:
        """Wait for a sentence and make it, or tell the end of them all; False when closed."""
        with self._changed:
            line = self._wait_for_line()
            if line is None:
                if self._closed:
                    return False
                self._end_is_due = False
            turn = self._turn
            known = None if line is None else self._remembered.get(_key(line))
        if line is None:
            self._on_ended()
            return True
        sound = known or self._make(line)
        with self._changed:
            if turn == self._turn:
                if line.heard is None:
                    self._remembered.put(_key(line), sound)
                self._next = (line, sound)
        return True

    def _make(self, line: _Line) -> Sound:
        if line.heard is not None:
            return levelled(line.heard)
        return self._voice.sound(line.text, line.language, line.rate_step)

    def _cut(self, utterances: Sequence[Utterance], rate_step: int, volume: float) -> list[_Line]:
        """Piece by piece. Pauses keep pace with the words."""
        lines = []
        for utterance in utterances:
            pieces = self._pieces.of(utterance)
            for number, piece in enumerate(pieces, 1):
                pause_ms = SENTENCE_PAUSE_MS if piece.ends else 0
                if number == len(pieces):
                    pause_ms += utterance.pause_ms
                pause_s = pause_ms / 1000 / RATES[rate_step]
                lines.append(_Line(piece.text, piece.language, rate_step, volume, pause_s))
        return lines

    def _wait_for_line(self) -> _Line | None:
        """Play what is ready, until a sentence must be made; None at the end of it all."""
        while not self._closed:
            quiet = not self._paused and not (self._end_is_due and self._player.busy())
            if self._next is not None and quiet:
                self._play(*self._next)
                self._next = None
            elif self._next is None and self._lines:
                return self._lines.popleft()
            elif self._next is None and self._end_is_due and quiet:
                return None
            else:
                self._changed.wait(_LOOK_S if self._end_is_due and not self._paused else None)
        return None

    def _play(self, line: _Line, sound: Sound) -> None:
        silence = bytes(round(line.pause_s * SAMPLE_RATE) * SAMPLE_BYTES)
        self._player.play(sound.samples + silence, line.volume * sound.gain)


class _Remembered:
    """Sounds of this visit; the ones not used for longest make room."""

    def __init__(self, limit_bytes: int) -> None:
        self._limit_bytes = limit_bytes
        self._bytes = 0
        self._sounds: OrderedDict[tuple[str, str, int], Sound] = OrderedDict()

    def get(self, key: tuple[str, str, int]) -> Sound | None:
        if key in self._sounds:
            self._sounds.move_to_end(key)
        return self._sounds.get(key)

    def put(self, key: tuple[str, str, int], sound: Sound) -> None:
        if key not in self._sounds:
            self._sounds[key] = sound
            self._bytes += len(sound.samples)
        while self._bytes > self._limit_bytes:
            _, dropped = self._sounds.popitem(last=False)
            self._bytes -= len(dropped.samples)

    def clear(self) -> None:
        self._sounds.clear()
        self._bytes = 0


def volume_gain(step: int) -> float:
    """The gain of a volume step, 0 (softest) to 6 (as loud as it gets): 5 dB apart."""
    return float(10 ** (-VOLUME_STEP_DB * (VOLUME_STEPS - 1 - step) / 20))


def _key(line: _Line) -> tuple[str, str, int]:
    return line.text, line.language, line.rate_step
