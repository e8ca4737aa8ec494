"""Recorded phrases and pronunciation in a bundle: what is used, and what is said of the rest."""

import shutil
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.bundle import FACTORY, load_bundle, version_of
from config.clips import seconds_of
from config.problems import Mistakes


@pytest.fixture
def bundle(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "bundle"
    shutil.copytree(FACTORY, folder)
    yield folder
    shutil.rmtree(folder)


def record(folder: Path, name: str, seconds: float = 1.0) -> Path:
    path = folder / "clips" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(round(seconds * 8000) * 2))
    return path


def test_a_clip_is_found_by_what_its_message_says_in_its_language(bundle: Path) -> None:
    next_, help_ = record(bundle, "nl/ui-next.wav"), record(bundle, "en/ui-practice-title.help.wav")
    loaded = load_bundle(bundle)
    assert loaded.unused_clips == ()
    assert loaded.clips == {
        ("nl", "Verder"): next_,
        ("en", loaded.texts.text("en", "ui-practice-title.help").spoken.rstrip(".")): help_,
    }


@pytest.mark.parametrize(
    ("name", "seconds", "says"),
    [
        ("nl/ui-nxet.wav", 1.0, "there is no message 'ui-nxet' in texts/nl.ftl. Name the file"),
        ("nl/ui-next.nope.wav", 1.0, "there is no message 'ui-next.nope'"),
        ("nl/ui-record-most.wav", 1.0, "has variables, so it is never the same twice. Take"),
        ("nl/ui-next.wav", 0.1, "it lasts 0.1 s; a clip lasts 0.2 to 60 s. Record it again."),
        ("nl/ui-next.wav", 61.0, "it lasts 61.0 s"),
        ("fy/ui-next.wav", 1.0, "'fy' is not a language of this bundle"),
        ("nl/ui-next.mp3", 1.0, "must be a .wav or an .ogg file. Convert it, or take it away."),
    ],
)
def test_a_clip_that_cannot_be_used_is_named_and_the_bundle_works_without_it(
    bundle: Path, name: str, seconds: float, says: str
) -> None:
    record(bundle, name, seconds)
    loaded = load_bundle(bundle)
    assert loaded.clips == {}
    (problem,) = loaded.unused_clips
    assert problem.file == f"clips/{name}"
    assert says in problem.what


def test_a_file_that_is_no_sound_is_named_with_what_it_must_be(bundle: Path) -> None:
    clip = record(bundle, "nl/ui-next.wav")
    for suffix in (".wav", ".ogg"):
        clip.with_suffix(suffix).write_bytes(b"OggS nonsense")
    found = load_bundle(bundle).unused_clips
    assert [problem.file for problem in found] == ["clips/nl/ui-next.ogg", "clips/nl/ui-next.wav"]
    assert all("Save it as WAV (PCM) or OGG" in problem.what for problem in found)


def test_how_long_an_ogg_lasts_is_read_from_its_pages(tmp_path: Path) -> None:
    last = b"OggS\0\4" + (3 * 16000).to_bytes(8, "little")
    vorbis = b"OggS" + bytes(24) + b"\x01vorbis" + bytes(5) + (16000).to_bytes(4, "little")
    opus_last = b"OggS\0\4" + (3 * 48000 + 312).to_bytes(8, "little")
    opus = b"OggS" + bytes(24) + b"OpusHead\1\1" + (312).to_bytes(2, "little")
    (tmp_path / "a.ogg").write_bytes(vorbis + bytes(900) + last + bytes(200))
    (tmp_path / "b.ogg").write_bytes(opus + bytes(900) + opus_last + bytes(200))
    assert [seconds_of(tmp_path / name) for name in ("a.ogg", "b.ogg")] == [3.0, 3.0]


def test_another_recording_makes_another_version_of_the_bundle(bundle: Path) -> None:
    before = version_of(bundle)
    record(bundle, "nl/ui-next.wav")
    assert version_of(bundle) != before


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("nl: {words: {'UWV.': uu}}", "'UWV.' would never be found: it must begin and end with"),
        ("nl: {letters: {ij: lange ij}}", "'ij' must be one small letter. Words go under 'words'"),
        ("nl: {words: {UWV: ''}}", "at least 1 character"),
        ("nl: {wrods: {UWV: uu}}", "'wrods' is not known here"),
        ("Dutch: {words: {UWV: uu}}", "Use small letters"),
    ],
)
def test_a_mistake_in_the_pronunciation_names_its_line(bundle: Path, line: str, says: str) -> None:
    (bundle / "pronunciation.yaml").write_text(f"# how it is said\n{line}\n", encoding="utf-8")
    with pytest.raises(Mistakes) as caught:
        load_bundle(bundle)
    assert str(caught.value).startswith("pronunciation.yaml:2:")
    assert says in str(caught.value)


def test_a_bundle_needs_no_pronunciation_and_may_have_one_for_languages_it_lacks(
    bundle: Path,
) -> None:
    (bundle / "pronunciation.yaml").write_text("fy: {words: {UWV: u we fee}}\n", encoding="utf-8")
    assert load_bundle(bundle).pronunciation["fy"].said("het UWV") == "het u we fee"
    (bundle / "pronunciation.yaml").unlink()
    assert load_bundle(bundle).pronunciation == {}
