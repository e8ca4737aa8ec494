"""A spoken message: in memory only, measured, ended in one way, and gone when it must be."""

import io
import json
import os
import subprocess
import sys
import threading
import wave
from array import array
from collections.abc import Iterator
from itertools import pairwise
from math import pi, sin
from pathlib import Path

import pytest

from kiosk.core.events import AnyEvent, Recorded, RecordingFailed, RecordingHeard
from kiosk.recorder import Line, Recorder, loudness, meter, overwrite
from kiosk.voice import SAMPLE_RATE
from tests.backstage.waiting import until

LOUD = array("h", [int(8000 * sin(2 * pi * 440 * n / SAMPLE_RATE)) for n in range(SAMPLE_RATE)])
TENTH = LOUD[: SAMPLE_RATE // 10].tobytes()


class Played:
    """A microphone that hears what a test says: `more` of it at each look."""

    def __init__(self) -> None:
        self.more: list[bytes | None] = []
        """A piece at each look; None where it is pulled out."""
        self.always = b""
        self.open = 0
        self.most_open = 0
        self.refuses = False
        self.closed = threading.Event()

    def __call__(self) -> Line:
        if self.refuses:
            raise OSError("it is in use")
        self.open += 1
        self.most_open = max(self.most_open, self.open)
        return self

    def read(self) -> bytes:
        piece = self.more.pop(0) if self.more else self.always
        if piece is None:
            raise OSError("it was pulled out")
        return piece

    def close(self) -> None:
        self.open -= 1
        self.closed.set()


class Booth:
    def __init__(self) -> None:
        self.told: list[AnyEvent] = []
        self.line = Played()
        self.recorder = Recorder(self.line, self.told.append)

    @property
    def ends(self) -> list[AnyEvent]:
        return [event for event in self.told if not isinstance(event, RecordingHeard)]

    def record(self, name: str, *pieces: bytes) -> None:
        before = len(self.ends)
        self.recorder.start(name, 60)  # what was recorded before has ended by now
        self.line.more = list(pieces)
        until(lambda: not self.line.more)
        self.recorder.stop()
        until(lambda: len(self.ends) > before)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.recorder.MEASURE_S", 0.005)
    monkeypatch.setattr("kiosk.recorder.SILENT_S", 0.05)


@pytest.fixture
def booth() -> Iterator[Booth]:
    booth = Booth()
    booth.line.always = bytes(20)
    yield booth
    booth.recorder.close()


def test_what_was_said_is_kept_whole_and_the_microphone_is_closed(booth: Booth) -> None:
    booth.record("vertel", TENTH, TENTH, TENTH)
    assert TENTH * 3 in booth.recorder.sound("vertel")
    assert booth.line.open == 0
    heard = [event for event in booth.told if isinstance(event, RecordingHeard)]
    assert max(one.level for one in heard) == pytest.approx(meter(loudness(TENTH)))
    assert all(before.seconds <= after.seconds for before, after in pairwise(heard))


def test_it_stops_by_itself_when_the_time_is_over(booth: Booth) -> None:
    booth.line.always = TENTH
    booth.recorder.start("vertel", 2)
    until(lambda: booth.ends == [Recorded("vertel", 2)])
    assert len(booth.recorder.sound("vertel")) == 2 * SAMPLE_RATE * 2
    until(lambda: booth.line.open == 0)


def test_a_microphone_that_hears_nothing_is_told_as_silent(booth: Booth) -> None:
    booth.record("vertel", bytes(len(TENTH)))
    assert booth.ends == [Recorded("vertel", 1, silent=True)]


def test_a_microphone_that_is_pulled_out_fails_and_keeps_nothing(booth: Booth) -> None:
    booth.line.more = [TENTH, None]
    booth.recorder.start("vertel", 60)
    until(lambda: booth.ends == [RecordingFailed("vertel")])
    assert booth.recorder.sound("vertel") == b""
    assert booth.line.open == 0


def test_a_microphone_that_cannot_be_opened_or_brings_nothing_fails(booth: Booth) -> None:
    booth.line.refuses = True
    booth.recorder.start("vertel", 60)
    until(lambda: booth.ends == [RecordingFailed("vertel")])
    booth.line.refuses, booth.line.always = False, b""
    booth.recorder.start("vertel", 60)
    until(lambda: booth.ends == [RecordingFailed("vertel")] * 2)


def test_doing_it_over_replaces_it_and_never_opens_two_microphones(booth: Booth) -> None:
    booth.recorder.start("eerst", 60)
    until(lambda: booth.line.open == 1)
    booth.record("vertel", TENTH)
    booth.record("vertel", TENTH * 5)
    booth.record("anders", TENTH)
    assert TENTH * 5 in booth.recorder.sound("vertel")
    assert booth.line.most_open == 1
    assert [event.name for event in booth.ends if isinstance(event, Recorded)] == [
        *("vertel", "vertel", "anders"),
    ]


def test_recordings_leave_as_wav_by_name_and_only_those_asked_for(booth: Booth) -> None:
    booth.record("vertel", TENTH)
    booth.record("anders", TENTH)
    wavs = booth.recorder.wavs(["vertel", "nooit"])
    assert list(wavs) == ["vertel"]
    with wave.open(io.BytesIO(wavs["vertel"]), "rb") as file:
        shape = (file.getnchannels(), file.getsampwidth(), file.getframerate())
        assert shape == (1, 2, SAMPLE_RATE)
        assert TENTH in file.readframes(file.getnframes())


def test_what_is_thrown_away_or_forgotten_is_overwritten_in_its_place(booth: Booth) -> None:
    booth.record("vertel", TENTH)
    booth.record("anders", TENTH)
    kept = dict(booth.recorder._kept)
    booth.recorder.discard("vertel")
    assert booth.recorder.sound("vertel") == b""
    assert not any(kept["vertel"])
    assert any(kept["anders"])
    booth.recorder.forget()
    assert not any(kept["anders"])
    assert booth.recorder.wavs(["vertel", "anders"]) == {}


@pytest.mark.parametrize("how", ["forget", "discard"])
def test_a_recording_that_is_broken_off_is_closed_and_never_told(booth: Booth, how: str) -> None:
    booth.recorder.start("vertel", 60)
    until(lambda: booth.line.open == 1)
    booth.recorder.forget() if how == "forget" else booth.recorder.discard("vertel")
    assert booth.line.closed.is_set()
    assert booth.ends == []
    assert booth.recorder.sound("vertel") == b""


def test_ordinary_speech_fills_the_middle_of_the_meter() -> None:
    assert [round(meter(dbfs), 1) for dbfs in (-100, -55, -35, -15, 0)] == [0, 0, 0.4, 0.8, 1]


def test_overwriting_leaves_the_same_room_full_of_nothing() -> None:
    said = bytearray(b"mijn naam")
    overwrite(said)
    assert said == bytes(9)


SDL = """
import json, time
from kiosk.core.events import RecordingHeard
from screens.microphone import open_microphone
from screens.sound import open_player

player = open_player()
told = []
recorder = open_microphone("auto", told.append)
assert open_microphone("off", told.append) is None
assert open_microphone("no such microphone", told.append) is None
deadline = time.monotonic() + 20
recorder.start("vertel", 1)
while not told or isinstance(told[-1], RecordingHeard):
    assert time.monotonic() < deadline
    time.sleep(0.01)
for _ in range(30):
    recorder.start("weg", 60)
    recorder.discard("weg")
levels = [event.level for event in told[:-1]]
player.close()
print(json.dumps([recorder.sound("vertel").hex(), levels, str(told[-1])]))
recorder.close()
"""


def test_sdl_hears_what_comes_in_and_nothing_of_it_touches_the_disk(tmp_path: Path) -> None:
    """SDL's disk driver plays a file as a microphone, no faster than one hears."""
    source = tmp_path / "said.raw"
    source.write_bytes(LOUD.tobytes() * 2)
    work = tmp_path / "work"
    work.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", SDL],
        cwd=work,
        env={
            **os.environ,
            "SDL_AUDIODRIVER": "disk",
            "SDL_DISKAUDIOFILEIN": str(source),
            "SDL_DISKAUDIOFILE": str(tmp_path / "out.raw"),
            "PYGAME_HIDE_SUPPORT_PROMPT": "1",
            "PYTHONPATH": str(Path(__file__).parents[2]),
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    if "disk not available" in done.stderr:
        pytest.skip("this SDL has no disk audio driver")
    assert done.returncode == 0, done.stderr
    samples, levels, end = json.loads(done.stdout.splitlines()[-1])
    assert bytes.fromhex(samples) == LOUD.tobytes()
    assert end == "Recorded(at=0.0, name='vertel', seconds=1, silent=False)"
    assert len(levels) >= 5
    assert min(levels) == pytest.approx(max(levels), abs=0.05)
    assert list(work.iterdir()) == []
