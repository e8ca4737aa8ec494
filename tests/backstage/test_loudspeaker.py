"""What really comes out of the loudspeaker, written to a file by SDL's disk driver."""

import json
import os
import subprocess
import sys
from array import array
from itertools import groupby, pairwise
from pathlib import Path

import pytest

from kiosk.voice import SAMPLE_RATE

STAGE = """
import json, os, sys, threading, time
from pathlib import Path
from kiosk.core.view import Utterance
from kiosk.speech import Speech
from kiosk.voice import SAMPLE_RATE, EspeakVoice, Sound
from screens.sound import open_player

class Steady:
    '''A voice whose sound for the text '1000' is half a second of the value 1000, or longer.'''
    def __init__(self, seconds=0.5):
        self.samples = int(SAMPLE_RATE * seconds)

    def sound(self, text, language, rate_step):
        return Sound(int(text).to_bytes(2, "little") * self.samples)

def until(happened):
    deadline = time.monotonic() + 60
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.002)

def say(speech, *texts, **more):
    words = [Utterance(text, "nl", 0) for text in texts]
    speech.say(words, rate_step=6, volume_step=6, **more)

def until_heard(file=os.environ["SDL_DISKAUDIOFILE"], blocks=1):
    '''What began just now has come out for so many tenths of a second, however slow we are:
    the file grows by whole blocks, and one more holds what came before.'''
    until(player.busy)
    before = os.path.getsize(file)
    until(lambda: os.path.getsize(file) >= before + (1 + blocks) * BLOCK)

BLOCK = 4096
player = open_player()
assert player.audible
ended = threading.Event()
result = {}
"""


def play(tmp_path: Path, scene: str) -> "tuple[array[int], dict[str, float]]":
    """Everything that a loudspeaker would have played, and what the scene measured."""
    out = tmp_path / "loudspeaker.raw"
    done = subprocess.run(
        [sys.executable, "-c", STAGE + scene + "\nplayer.close()\nprint(json.dumps(result))"],
        env={
            **os.environ,
            "SDL_AUDIODRIVER": "disk",
            "SDL_DISKAUDIOFILE": str(out),
            "PYGAME_HIDE_SUPPORT_PROMPT": "1",
            "PYTHONPATH": str(Path(__file__).parents[2]),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    if "disk not available" in done.stderr:
        pytest.skip("this SDL has no disk audio driver")
    assert done.returncode == 0, done.stderr
    return array("h", out.read_bytes()), json.loads(done.stdout.splitlines()[-1])


def test_a_sentence_comes_out_of_the_loudspeaker(tmp_path: Path) -> None:
    samples, result = play(
        tmp_path,
        """
speech = Speech(player, EspeakVoice(), ended.set)
say(speech, "Melding versturen.")
until(ended.is_set)
speech.close()
result["seconds"] = EspeakVoice().sound("Melding versturen.", "nl", 6).seconds
""",
    )
    heard = [index for index, value in enumerate(samples) if abs(value) > 100]
    assert (heard[-1] - heard[0]) / SAMPLE_RATE == pytest.approx(result["seconds"], abs=0.05)


def test_silence_comes_within_50_ms_of_a_hush(tmp_path: Path) -> None:
    """The file is written no faster than a loudspeaker plays. Sound cannot begin before `say`,
    so what is longer than the time from `say` to `hush` came out after the hush."""
    samples, result = play(
        tmp_path,
        """
speech = Speech(player, Steady(seconds=10), ended.set)
began = time.monotonic()
say(speech, "1000", "2000", "3000")
until_heard(blocks=2)
speech.hush()
result["seconds"] = time.monotonic() - began
until(lambda: time.monotonic() - began > result["seconds"] + 0.5)
speech.close()
assert not ended.is_set()
""",
    )
    heard = sum(1 for value in samples if value)
    assert heard > SAMPLE_RATE * 0.1
    assert heard / SAMPLE_RATE <= result["seconds"] + 0.050
    assert set(samples) == {0, 1000}


def test_two_voices_are_never_heard_at_once(tmp_path: Path) -> None:
    samples, _ = play(
        tmp_path,
        """
speech = Speech(player, Steady(seconds=10), ended.set)
for value in (1000, 2001, 4003, 8007):
    say(speech, str(value), "9999")
    until_heard()
speech._voice.samples = SAMPLE_RATE // 10
say(speech, "1500", after=False)
say(speech, "2500", after=True)
until(ended.is_set)
speech.close()
""",
    )
    values = [value for value, _ in groupby(samples) if value]
    assert values == [1000, 2001, 4003, 8007, 1500, 2500]


def test_a_pause_is_silent_and_goes_on_where_it_was(tmp_path: Path) -> None:
    samples, _ = play(
        tmp_path,
        """
speech = Speech(player, Steady(seconds=1), ended.set)
say(speech, "1000")
until_heard()
speech.pause(on=True)
began = time.monotonic()
until(lambda: time.monotonic() - began > 0.2)
assert player.busy()
speech.pause(on=False)
until(ended.is_set)
speech.close()
""",
    )
    runs = [(value, len(list(run))) for value, run in groupby(samples)]
    loud = [length for value, length in runs if value == 1000]
    assert len(loud) == 2
    assert sum(loud) == SAMPLE_RATE


def test_softer_is_softer_by_the_steps_that_were_promised(tmp_path: Path) -> None:
    samples, _ = play(
        tmp_path,
        """
speech = Speech(player, Steady(seconds=10), ended.set)
for step in range(7):
    ended.clear()
    speech.say([Utterance("20000", "nl", 0)], rate_step=6, volume_step=step)
    until_heard()
speech.close()
""",
    )
    values = [value for value, _ in groupby(samples) if value]
    assert len(values) == 7
    ratios = [louder / softer for softer, louder in pairwise(values)]
    assert values[-1] == 20000
    assert all(1.3 < ratio <= 10 ** (10 / 20) for ratio in ratios)


def heard_in(file: Path) -> list[int]:
    """The values that came out of one device, each once, in their order."""
    return [value for value, _ in groupby(array("h", file.read_bytes())) if value]


TWO = """
from screens.sound import Outlets
player.close()
player = open_player(Outlets("head.raw", "{hall}", loudest_headphones=0.5))
speech = Speech(player, Steady(), ended.set)
"""


def test_headphones_of_their_own_silence_the_loudspeaker_and_have_their_own_ceiling(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk driver takes the name of a device as the name of its file."""
    monkeypatch.chdir(tmp_path)
    play(
        tmp_path,
        TWO.format(hall="hall.raw")
        + """
say(speech, "1000", "1002")
until_heard("hall.raw")
speech.route("headphones")
assert not player.busy()
say(speech, "2000")
until(ended.is_set)
ended.clear()
speech.route("loudspeaker")
say(speech, "3000")
until(ended.is_set)
speech.close()
""",
    )
    # A file is begun anew when its device is opened again: the first words are not in it.
    assert heard_in(tmp_path / "head.raw") == [1000]
    assert heard_in(tmp_path / "hall.raw") == [3000]


def test_where_the_headphones_cannot_be_opened_nothing_is_heard_in_the_hall(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "head.raw").mkdir()
    play(
        tmp_path,
        TWO.format(hall="hall.raw")
        + """
speech.route("headphones")
assert not player.audible
say(speech, "2000")
until(player.busy)
until(ended.is_set)
speech.close()
""",
    )
    assert heard_in(tmp_path / "hall.raw") == []


def test_a_recording_is_heard_through_the_same_one_voice_and_tells_its_end(
    tmp_path: Path,
) -> None:
    samples, _ = play(
        tmp_path,
        """
speech = Speech(player, Steady(seconds=10), ended.set)
say(speech, "1000", "1002")
until_heard()
speech.play((5000).to_bytes(2, "little") * (SAMPLE_RATE // 4), volume_step=6)
until(ended.is_set)
assert all(language == "nl" for _, language, _ in speech._remembered._sounds)
speech.close()
""",
    )
    runs = [(value, len(list(run))) for value, run in groupby(samples) if value]
    assert runs[0][0] == 1000
    loud = [length for value, length in runs if value > 3000]
    assert loud == [SAMPLE_RATE // 4]
    assert not any(value == 1002 for value, _ in runs)


def test_a_kiosk_without_a_sound_device_takes_its_time_and_says_so() -> None:
    scene = """
import time
from screens.sound import open_player
player = open_player()
assert not player.audible
player.play(bytes(44100 // 5), 1.0)
began = time.monotonic()
assert player.busy()
player.pause(True)
while time.monotonic() - began < 0.3:
    assert player.busy()
player.pause(False)
while player.busy():
    pass
assert 0.45 < time.monotonic() - began < 1.5
player.play(bytes(44100), 1.0)
player.stop()
assert not player.busy()
player.close()
"""
    done = subprocess.run(
        [sys.executable, "-c", scene],
        env={
            **os.environ,
            "SDL_AUDIODRIVER": "no-such-driver",
            "PYTHONPATH": str(Path(__file__).parents[2]),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
