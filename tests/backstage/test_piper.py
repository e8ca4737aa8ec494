"""A Piper voice that staff put in place: used where it can be, and said why where it cannot.

`voices/tone.onnx` is a voice of 800 bytes, made for these tests: 50 ms of a tone of 220 Hz
for each sound, at 16 kHz. The real package is tried where it is installed (it is 200 MB);
elsewhere a stand-in of the same shape plays it.
"""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import pytest

from kiosk.piper import problem_with, resampled, with_piper
from kiosk.voice import RATES, SAMPLE_RATE, Sound

TONE = Path(__file__).parent / "voices" / "tone.onnx"


class Others:
    def sound(self, text: str, language: str, rate_step: int) -> Sound:  # noqa: ARG002 - a voice
        return Sound(text.encode())


@dataclass
class Settings:
    length_scale: float


@dataclass
class Chunk:
    audio_int16_bytes: bytes
    sample_rate: int = 16000


class PlayedVoice:
    """As much of `piper.PiperVoice` as the kiosk uses."""

    config = Settings(1.0)
    loaded: tuple[str, ...] = ()

    @classmethod
    def load(cls, path: str) -> "PlayedVoice":
        cls.loaded += (path,)
        if Path(path).read_bytes() == b"nonsense":
            raise RuntimeError("Protobuf parsing failed.")
        return cls()

    def synthesize(self, text: str, syn_config: Settings) -> Iterator[Chunk]:
        if text == "breek":
            raise ValueError("the words of a visitor")
        yield Chunk(b"\x00\x10" * round(len(text) * 800 * syn_config.length_scale))


@pytest.fixture
def piper(monkeypatch: pytest.MonkeyPatch) -> None:
    """The stand-in, as the package `piper`."""
    module = ModuleType("piper")
    module.PiperVoice = type("Played", (PlayedVoice,), {})  # type: ignore[attr-defined]
    module.SynthesisConfig = Settings  # type: ignore[attr-defined]
    module.__spec__ = sys.__spec__
    monkeypatch.setitem(sys.modules, "piper", module)


@pytest.fixture
def tone(tmp_path: Path) -> Path:
    for name in ("tone.onnx", "tone.onnx.json"):
        shutil.copy(TONE.with_name(name), tmp_path / name)
    return tmp_path / "tone.onnx"


@pytest.mark.usefixtures("piper")
def test_the_voice_speaks_its_language_at_seven_rates_and_espeak_the_others(tone: Path) -> None:
    voice = with_piper(Others(), {"nl": tone}, "nl")
    seconds = [voice.sound("Wat is er kapot?", "nl", step).seconds for step in range(7)]
    assert [seconds[3] / one for one in seconds] == pytest.approx(RATES, rel=0.01)
    assert seconds[3] == pytest.approx(16 * 800 / 16000, rel=0.01)
    assert voice.sound("Yes", "en", 3).samples == b"Yes"


@pytest.mark.usefixtures("piper")
def test_only_the_voice_of_the_first_language_is_loaded_at_the_start(tone: Path) -> None:
    voice = with_piper(Others(), {"nl": tone, "tr": tone}, "nl")
    loaded = sys.modules["piper"].PiperVoice
    assert loaded.loaded == (str(tone),)
    voice.sound("Evet", "tr", 3)
    voice.sound("Evet", "tr", 3)
    assert len(loaded.loaded) == 2


@pytest.mark.usefixtures("piper")
def test_a_broken_voice_is_told_once_at_the_start_and_espeak_speaks(
    tone: Path, caplog: pytest.LogCaptureFixture
) -> None:
    tone.write_bytes(b"nonsense")
    voice = with_piper(Others(), {"nl": tone}, "nl")
    assert [voice.sound("Ja", "nl", 3).samples for _ in range(2)] == [b"Ja", b"Ja"]
    assert [record.message for record in caplog.records] == [
        f"voices: nl: {tone} cannot be loaded: Protobuf parsing failed. Copy both its files anew. "
        "espeak-ng speaks instead."
    ]


@pytest.mark.usefixtures("piper")
def test_a_voice_that_breaks_off_is_given_up_without_the_words_in_the_log(
    tone: Path, caplog: pytest.LogCaptureFixture
) -> None:
    voice = with_piper(Others(), {"nl": tone}, "nl")
    assert voice.sound("breek", "nl", 3).samples == b"breek"
    assert "broke off with ValueError" in caplog.text
    assert "visitor" not in caplog.text


@pytest.mark.usefixtures("piper")
def test_what_is_wrong_with_a_voice_is_said_with_how_to_mend_it(tone: Path) -> None:
    assert problem_with(tone) == ""
    described = tone.with_name("tone.onnx.json")
    described.write_text('{"audio": {}}', encoding="utf-8")
    assert "has a tone.onnx.json that cannot be read. Copy both" in problem_with(tone)
    described.unlink()
    assert "has no tone.onnx.json beside it. Put that there too" in problem_with(tone)
    tone.unlink()
    assert "is missing. Put the voice there" in problem_with(tone)


@pytest.mark.skipif(find_spec("piper") is not None, reason="piper-tts is installed here")
def test_without_the_package_its_name_is_said(tone: Path, caplog: pytest.LogCaptureFixture) -> None:
    voice = with_piper(Others(), {"nl": tone}, "nl")
    assert voice.sound("Ja", "nl", 3).samples == b"Ja"
    assert "needs the package piper-tts: pip install 'zuil[piper]'" in caplog.text


def test_samples_at_another_rate_last_as_long() -> None:
    assert len(resampled(bytes(16000 * 2), 16000)) / 2 == pytest.approx(SAMPLE_RATE, rel=0.001)
    assert resampled(b"", 16000) == b""


def test_the_real_package_speaks_with_a_real_voice_file(tone: Path) -> None:
    pytest.importorskip("piper", reason="piper-tts, which is 200 MB, is not installed here")
    voice = with_piper(Others(), {"nl": tone}, "nl")
    seconds = [voice.sound("Wat is er kapot?", "nl", step).seconds for step in range(7)]
    assert [seconds[3] / one for one in seconds] == pytest.approx(RATES, rel=0.02)
    assert seconds[3] > 0.5
