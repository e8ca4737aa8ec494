"""Recorded phrases: heard instead of the voice, at every rate, as loud as the rest."""

import subprocess
import sys
import wave
from array import array
from math import pi, sin
from pathlib import Path

import pytest

from kiosk.clips import ClipVoice
from kiosk.stretch import stretched
from kiosk.voice import LOUDNESS_DBFS, RATES, SAMPLE_RATE, EspeakVoice, Sound, loudness_dbfs
from tests.backstage.spoken import DUTCH
from tests.backstage.test_voice import pitch_hz

NEXT = ("nl", "Verder")


class Words:
    """A voice whose sound is the text."""

    def sound(self, text: str, language: str, rate_step: int) -> Sound:  # noqa: ARG002 - a voice
        return Sound(text.encode())


def tone(seconds: float, loud: int) -> bytes:
    count = round(seconds * SAMPLE_RATE)
    return array("h", [int(loud * sin(2 * pi * 180 * n / SAMPLE_RATE)) for n in range(count)]
    ).tobytes()  # fmt: skip


def voice(decoded: bytes) -> ClipVoice:
    return ClipVoice(Words(), {NEXT: Path("ui-next.wav")}, lambda _: decoded)


def test_the_clip_is_heard_instead_of_the_voice_and_only_for_its_phrase_and_language() -> None:
    spoken = voice(tone(0.5, 20000))
    assert spoken.sound("Verder.", "nl", 3).seconds == pytest.approx(0.5)
    assert spoken.sound("Verder gaan.", "nl", 3).samples == b"Verder gaan."
    assert spoken.sound("Verder.", "en", 3).samples == b"Verder."


@pytest.mark.parametrize("loud", [400, 4000, 30000])
def test_a_clip_is_as_loud_as_the_voice_however_it_was_recorded(loud: int) -> None:
    sound = voice(tone(0.5, loud)).sound("Verder", "nl", 3)
    heard = array("h", [int(value * sound.gain) for value in array("h", sound.samples)])
    assert loudness_dbfs(heard.tobytes()) == pytest.approx(LOUDNESS_DBFS, abs=0.5)


def test_a_click_in_a_soft_recording_is_not_made_to_overflow() -> None:
    soft = array("h", tone(0.5, 300))
    soft[1000] = -32768
    samples = voice(soft.tobytes()).sound("Verder", "nl", 3).samples
    assert min(array("h", samples)) >= -32768


def test_a_clip_that_cannot_be_decoded_is_spoken_and_told_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(_: Path) -> bytes:
        raise ValueError("not a sound")

    spoken = ClipVoice(Words(), {NEXT: Path("ui-next.wav")}, broken)
    assert [spoken.sound("Verder", "nl", 3).samples for _ in range(2)] == [b"Verder"] * 2
    assert [record.message for record in caplog.records] == [
        "the clip ui-next.wav cannot be played: not a sound. It is spoken instead."
    ]


def test_seven_rates_change_how_long_a_recording_lasts_and_not_its_pitch() -> None:
    recording = EspeakVoice().sound(DUTCH, "nl", 3).samples[: 5 * SAMPLE_RATE * 2]
    made = [stretched(recording, rate) for rate in RATES]
    assert [len(recording) / len(one) for one in made] == pytest.approx(RATES, rel=0.02)
    pitch = pitch_hz(recording)
    assert [pitch_hz(one) for one in made] == pytest.approx([pitch] * 7, rel=0.06)
    assert made[3] == recording


@pytest.mark.parametrize("rate", [0.63, 1.26, 1.6])
def test_pieces_are_laid_where_they_fit_so_that_no_sound_cancels_another(rate: float) -> None:
    heard = array("h", stretched(tone(2, 8000), rate))
    period = SAMPLE_RATE // 180 + 1
    swells = [max(heard[at : at + period]) for at in range(0, len(heard) - period, period)]
    assert min(swells) > 0.95 * 8000


@pytest.mark.parametrize("count", [0, 1, 100, 881, 883, 2000])
def test_a_recording_of_any_length_can_be_stretched(count: int) -> None:
    for rate in (0.5, 2.0):
        assert len(stretched(bytes(count * 2), rate)) % 2 == 0


DECODE = """
import os, sys
os.environ["SDL_AUDIODRIVER"] = "dummy"
from pathlib import Path
from screens.sound import decoded, open_player
open_player()
print(len(decoded(Path(sys.argv[1]))))
try:
    decoded(Path(sys.argv[2]))
except ValueError:
    print("refused")
"""


def test_a_stereo_file_at_another_rate_comes_out_as_samples_of_the_voice(tmp_path: Path) -> None:
    clip, odd = tmp_path / "ui-next.wav", tmp_path / "odd.wav"
    odd.write_bytes(b"nonsense")
    with wave.open(str(clip), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(44100)
        file.writeframes(bytes(44100 * 4))
    done = subprocess.run(
        [sys.executable, "-c", DECODE, str(clip), str(odd)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    length, refused = done.stdout.splitlines()[-2:]
    assert int(length) == pytest.approx(SAMPLE_RATE * 2, rel=0.01)
    assert refused == "refused"
