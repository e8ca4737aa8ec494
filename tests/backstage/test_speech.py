"""Saying a screen aloud: what is heard, in which order, and what is never heard any more."""

import random
import threading
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest

from kiosk.core.view import Utterance
from kiosk.speech import Speech, volume_gain
from kiosk.voice import SAMPLE_RATE, Sound
from screens.sound import SilentPlayer
from tests.backstage.waiting import until


class Tape(SilentPlayer):
    """The player of a kiosk without loudspeaker, which also writes down what it played."""

    def __init__(self) -> None:
        super().__init__()
        self.played: list[tuple[str, float]] = []
        self.overlaps = 0

    def play(self, samples: bytes, volume: float) -> None:
        self.overlaps += self.busy()
        self.played.append((samples.rstrip(b"\0").decode(), volume))
        super().play(samples, volume)

    @property
    def words(self) -> list[str]:
        return [words for words, _ in self.played]


class Letters:
    """A voice whose sound is the letters of the text; `gate` keeps it from finishing one."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self.gates: dict[str, threading.Event] = {}
        self.seconds = 0.0

    def sound(self, text: str, language: str, rate_step: int) -> Sound:  # noqa: ARG002 - a voice
        self.made.append(text)
        if text in self.gates:
            assert self.gates[text].wait(10)
        samples = text.encode() + bytes(round(self.seconds * SAMPLE_RATE) * 2)
        return Sound(samples + bytes(len(samples) % 2), 0.5)


class Talk:
    def __init__(self, remembered_bytes: int = 1_000_000) -> None:
        self.tape = Tape()
        self.voice = Letters()
        self.ends = 0
        self.speech = Speech(self.tape, self.voice, self._ended, remembered_bytes=remembered_bytes)

    def _ended(self) -> None:
        self.ends += 1

    def say(self, *texts: str, after: bool = False, volume_step: int = 6) -> None:
        utterances = [Utterance(text, "nl", 0) for text in texts]
        self.speech.say(utterances, rate_step=6, volume_step=volume_step, after=after)

    def heard(self, words: Sequence[str]) -> None:
        until(lambda: self.tape.words == list(words))


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.speech.SENTENCE_PAUSE_MS", 30)


@pytest.fixture
def talk() -> Iterator[Talk]:
    talk = Talk()
    yield talk
    talk.speech.close()


def test_everything_is_said_in_order_and_the_end_is_told_once(talk: Talk) -> None:
    talk.say("Wat is er? Kies een plaatje.", "Lamp. T.a.v. de heer. En 5 meer.")
    until(lambda: talk.ends > 0)
    talk.heard(["Wat is er?", "Kies een plaatje.", "Lamp.", "T.a.v. de heer.", "En 5 meer."])
    talk.say("Klaar.")
    until(lambda: talk.ends > 1)
    assert (talk.ends, talk.tape.overlaps) == (2, 0)


def test_the_first_sentence_is_heard_while_the_second_is_still_being_made(talk: Talk) -> None:
    gate = talk.voice.gates["Twee."] = threading.Event()
    talk.say("Een. Twee.")
    talk.heard(["Een."])
    until(lambda: talk.voice.made == ["Een.", "Twee."])
    gate.set()
    talk.heard(["Een.", "Twee."])


def test_new_words_silence_the_old_ones_for_good(talk: Talk) -> None:
    talk.voice.seconds = 30
    talk.say("Oud. Ouder. Oudst.")
    talk.heard(["Oud."])
    talk.voice.seconds = 0
    talk.say("Nieuw.")
    until(lambda: talk.ends == 1)
    assert talk.tape.words == ["Oud.", "Nieuw."]


def test_words_that_come_after_wait_for_the_end(talk: Talk) -> None:
    talk.say("Een. Twee.")
    talk.say("Drie.", after=True)
    until(lambda: talk.ends == 1)
    assert talk.tape.words == ["Een.", "Twee.", "Drie."]
    assert talk.tape.overlaps == 0


def test_after_a_hush_it_is_silent_and_no_end_is_told(talk: Talk) -> None:
    talk.voice.seconds = 30
    talk.say("Een. Twee.")
    talk.heard(["Een."])
    talk.speech.hush()
    assert not talk.tape.busy()
    talk.voice.seconds = 0
    talk.say("Drie.")
    until(lambda: talk.ends > 0)
    assert talk.tape.words == ["Een.", "Drie."]
    assert talk.ends == 1


def test_what_was_being_made_during_a_hush_is_never_heard_nor_remembered(talk: Talk) -> None:
    gate = talk.voice.gates["Mijn naam is Jan."] = threading.Event()
    talk.say("Mijn naam is Jan.")
    until(lambda: talk.voice.made == ["Mijn naam is Jan."])
    talk.speech.forget()
    gate.set()
    talk.say("Dag.")
    until(lambda: talk.ends == 1)
    assert talk.tape.words == ["Dag."]
    talk.say("Mijn naam is Jan.")
    until(lambda: talk.ends == 2)
    assert talk.voice.made == ["Mijn naam is Jan.", "Dag.", "Mijn naam is Jan."]


def test_a_pause_holds_everything_until_it_is_over(talk: Talk) -> None:
    talk.voice.seconds = 0.05
    talk.say("Een. Twee.")
    talk.heard(["Een."])
    talk.speech.pause(on=True)
    talk.say("Drie.", after=True)
    held = threading.Event()
    assert not held.wait(0.3), "three times as long as 'Een.' takes"
    assert talk.tape.words == ["Een."]
    talk.speech.pause(on=False)
    until(lambda: talk.ends == 1)
    assert talk.tape.words == ["Een.", "Twee.", "Drie."]


def test_new_words_end_a_pause(talk: Talk) -> None:
    talk.say("Een.")
    talk.speech.pause(on=True)
    talk.say("Twee.")
    until(lambda: talk.ends == 1)
    assert talk.tape.words[-1] == "Twee."


def test_nothing_to_say_has_ended_at_once(talk: Talk) -> None:
    talk.say("", "  ")
    until(lambda: talk.ends == 1)
    talk.say()
    until(lambda: talk.ends == 2)
    assert talk.tape.words == []


def test_a_repeat_is_not_made_again_until_the_visit_is_forgotten(talk: Talk) -> None:
    for end in (1, 2):
        talk.say("Een. Twee.")
        until(lambda end=end: talk.ends == end)  # type: ignore[misc] # bound now
    assert talk.voice.made == ["Een.", "Twee."]
    talk.speech.forget()
    talk.say("Een.")
    until(lambda: talk.ends == 3)
    assert talk.voice.made == ["Een.", "Twee.", "Een."]


def test_nothing_of_a_visit_is_left_in_memory_after_it() -> None:
    talk = Talk()
    talk.voice.seconds = 30
    talk.say("Mijn naam is Jan. En dit is mijn adres.")
    talk.heard(["Mijn naam is Jan."])
    talk.speech.forget()
    speech = talk.speech
    assert (speech._remembered._sounds, speech._remembered._bytes) == ({}, 0)
    assert (list(speech._lines), speech._next) == ([], None)
    speech.close()


def test_remembering_has_a_limit_and_keeps_what_was_used_last() -> None:
    talk = Talk(remembered_bytes=20)
    for end, text in enumerate(["aaaaaaaa", "bbbbbbbb", "aaaaaaaa", "cccccccc", "aaaaaaaa"], 1):
        talk.say(text)
        until(lambda end=end: talk.ends == end)  # type: ignore[misc] # bound now
    assert talk.voice.made == ["aaaaaaaa", "bbbbbbbb", "cccccccc"]
    assert talk.speech._remembered._bytes == 16
    talk.say("d" * 50)
    until(lambda: talk.ends == 6)
    assert talk.speech._remembered._bytes <= 20
    talk.speech.close()


def test_each_volume_step_is_heard_and_none_is_a_jump() -> None:
    gains = [volume_gain(step) for step in range(7)]
    ratios = [louder / softer for softer, louder in pairwise(gains)]
    assert gains[-1] == 1
    assert all(1.4 < ratio <= 10 ** (10 / 20) for ratio in ratios)


def test_the_volume_of_the_visitor_and_the_level_of_the_voice_both_count(talk: Talk) -> None:
    talk.say("Een.", volume_step=4)
    talk.heard(["Een."])
    assert talk.tape.played[0][1] == pytest.approx(0.5 * volume_gain(4))


def test_whatever_is_pressed_two_voices_never_overlap(talk: Talk) -> None:
    luck = random.Random(3)
    for number in range(300):
        match luck.randrange(6):
            case 0 | 1:
                talk.say(f"A{number}. B{number}.", after=luck.random() < 0.5)
            case 2:
                talk.speech.hush()
            case 3:
                talk.speech.pause(on=luck.random() < 0.5)
            case 4:
                talk.speech.forget()
            case 5:
                until(lambda: luck.random() < 0.2)
    talk.say("Einde.")
    until(lambda: talk.tape.words[-1:] == ["Einde."])
    assert talk.tape.overlaps == 0
    order = [int(words[1:-1]) for words in talk.tape.words[:-1]]
    assert order == sorted(order)


def test_closing_is_silence(talk: Talk) -> None:
    talk.voice.seconds = 30
    talk.say("Een.")
    talk.heard(["Een."])
    talk.speech.close()
    assert not talk.tape.busy()
    assert not talk.speech._thread.is_alive()
