"""How the kiosk sounds: measured on the samples that it makes."""

import os
import subprocess
import sys
import threading
from array import array
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest

from kiosk.core.view import Utterance
from kiosk.speech import Speech
from kiosk.voice import NORMAL_RATE_STEP, RATES, SAMPLE_RATE, EspeakVoice, Sound, loudness_dbfs
from tests.backstage.spoken import DUTCH, ENGLISH, SENTENCES
from tests.backstage.waiting import until

VOICE = EspeakVoice()
TEXTS = list(SENTENCES.items())


class Stopwatch:
    """A loudspeaker that is always ready at once, and adds up how long it would have played."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def play(self, samples: bytes, volume: float) -> None:  # noqa: ARG002 - a player
        self.seconds += Sound(samples).seconds

    def stop(self) -> None: ...
    def pause(self, on: bool) -> None: ...
    def route(self, to: object) -> None: ...
    def busy(self) -> bool:
        return False


def seconds_to_say(text: str, language: str, rate_step: int) -> float:
    stopwatch = Stopwatch()
    ended = threading.Event()
    speech = Speech(stopwatch, VOICE, ended.set)
    speech.say([Utterance(text, language, 0)], rate_step=rate_step, volume_step=3)
    until(ended.is_set)
    speech.close()
    return stopwatch.seconds


@pytest.mark.parametrize(("text", "language"), [(DUTCH, "nl"), (ENGLISH, "en")])
def test_the_normal_rate_is_120_to_125_words_a_minute(text: str, language: str) -> None:
    minutes = seconds_to_say(text, language, NORMAL_RATE_STEP) / 60
    assert 120 <= len(text.split()) / minutes <= 125


@pytest.mark.parametrize(("text", "language"), [(DUTCH, "nl"), (ENGLISH, "en")])
def test_seven_rates_go_from_half_to_twice_the_normal_one(text: str, language: str) -> None:
    normal_s = seconds_to_say(text, language, NORMAL_RATE_STEP)
    ratios = [normal_s / seconds_to_say(text, language, step) for step in range(7)]
    assert RATES == (0.5, 0.63, 0.8, 1.0, 1.26, 1.6, 2.0)
    assert ratios == pytest.approx(RATES, rel=0.05)
    assert all(slower < faster for slower, faster in pairwise(ratios))


@pytest.mark.parametrize("language", ["tr", "pl", "uk", "ar"])
def test_every_language_has_seven_rates(language: str) -> None:
    text = " ".join([SENTENCES[language]] * 3)
    normal_s = seconds_to_say(text, language, NORMAL_RATE_STEP)
    ratios = [normal_s / seconds_to_say(text, language, step) for step in range(7)]
    assert ratios == pytest.approx(RATES, rel=0.12)


def test_the_pitch_is_the_same_at_every_rate() -> None:
    pitches = [pitch_hz(VOICE.sound(SENTENCES["nl"], "nl", step).samples) for step in range(7)]
    assert 60 < pitches[NORMAL_RATE_STEP] < 250
    assert pitches == pytest.approx([pitches[NORMAL_RATE_STEP]] * 7, rel=0.06)


def test_the_way_pitch_is_measured_hears_a_voice_that_was_speeded_up() -> None:
    samples = array("h", VOICE.sound(SENTENCES["nl"], "nl", 3).samples)
    quicker = array("h", [samples[i * 6 // 5] for i in range(len(samples) * 5 // 6)])
    assert pitch_hz(quicker.tobytes()) > 1.12 * pitch_hz(samples.tobytes())


def test_all_languages_and_the_shortest_word_are_equally_loud() -> None:
    loud = [heard_dbfs(VOICE.sound(text, language, 3)) for language, text in TEXTS]
    loud += [heard_dbfs(VOICE.sound(word, "nl", step)) for word in ("Ja", "Nee") for step in (0, 6)]
    assert max(loud) - min(loud) < 1.5
    natural = [
        loudness_dbfs(VOICE.sound(text, language, 3).samples)
        for language, text in [*TEXTS, ("nl", "Ja")]
    ]
    assert max(natural) - min(natural) > 1.5, "nothing had to be made level"


@pytest.mark.parametrize("text", ["Melding versturen", "Klopt dit?", "Krijgt u huur?", "Ja"])
def test_no_time_is_lost_in_front_of_the_first_sound(text: str) -> None:
    samples = array("h", VOICE.sound(text, "nl", 3).samples)
    assert samples[0] != 0


def test_a_language_without_a_voice_is_silent_and_told_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    voice = EspeakVoice()
    assert [voice.sound("Een geheim", "xx", 3).samples for _ in range(2)] == [b"", b""]
    assert [record.message for record in caplog.records] == ["no voice speaks language xx"]
    assert voice.sound("Nee", "nl", 3).samples


@pytest.mark.parametrize(
    "text", ["", " ", "...", "a\0b", "<b>", "[[x]]", "😀", "\n", "x" * 3000, "\u202e", "\ud83d"]
)
def test_no_text_is_too_strange_to_be_said(text: str) -> None:
    VOICE.sound(text, "nl", 6)
    assert 0.5 < VOICE.sound("Nee", "nl", 3).seconds < 0.7


def test_two_threads_get_their_own_words() -> None:
    # Not to the sample: espeak-ng adds a little flutter of its own.
    expected = {language: VOICE.sound(text, language, 3).seconds for language, text in TEXTS}
    wrong: list[str] = []

    def speak(texts: Sequence[tuple[str, str]]) -> None:
        wrong.extend(
            language
            for language, text in texts
            if abs(VOICE.sound(text, language, 3).seconds - expected[language]) > 0.02
        )

    threads = [threading.Thread(target=speak, args=[texts * 3]) for texts in (TEXTS, TEXTS[::-1])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert len({round(seconds, 2) for seconds in expected.values()}) == len(TEXTS)


SPEAK = """
from kiosk.voice import EspeakVoice
voice = EspeakVoice()
assert len(voice.sound("Mijn naam is Annemarie Janssen", "nl", 3).samples) > 20000
"""


def test_what_a_visitor_says_is_never_written_to_disk_or_terminal(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SPEAK],
        cwd=tmp_path,
        env={
            **os.environ,
            "TMPDIR": str(tmp_path),
            "HOME": str(tmp_path),
            "PYTHONPATH": str(Path(__file__).parents[2]),
        },
        capture_output=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == (b"", b"")
    assert list(tmp_path.iterdir()) == []


def heard_dbfs(sound: Sound) -> float:
    heard = array("h", [int(value * sound.gain) for value in array("h", sound.samples)])
    return loudness_dbfs(heard.tobytes())


def pitch_hz(samples: bytes) -> float:
    """The middle of the pitches of all voiced pieces of 46 ms, found by autocorrelation."""
    step = 4
    values = array("h", samples)[::step]
    size, found = 256, []
    for start in range(0, len(values) - 2 * size, size):
        piece = values[start : start + 2 * size]
        power = sum(value * value for value in piece[:size])
        if power / size < 1500**2:
            continue
        lags = range(SAMPLE_RATE // step // 250, SAMPLE_RATE // step // 60)
        likeness = {
            lag: sum(a * b for a, b in zip(piece[:size], piece[lag : lag + size], strict=True))
            for lag in lags
        }
        best = max(likeness, key=lambda lag: likeness[lag])
        if likeness[best] > 0.6 * power:
            found.append(SAMPLE_RATE / step / best)
    return median(found)
