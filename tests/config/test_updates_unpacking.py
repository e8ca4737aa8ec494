"""A zip is unpacked inside its folder, as files of a bundle, and not beyond its limits."""

import io
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from config.bundle import files_of, version_of
from config.updating.unpacking import MOST_BYTES, MOST_FILES, BadZipError, TooLargeError, unpack
from tests.config.shelf_kiosk import bundle
from tests.config.tuf_town import zip_of, zip_with

GOOD = {"bundle.yaml": b"a: 1", "texts/nl.ftl": b"a = b"}
INDEX_ENTRY = b"PK\x01\x02"
NAMES = [
    "../bundle.yaml",
    "texts/../../bundle.yaml",
    "/etc/bundle.yaml",
    "//bundle.yaml",
    "./bundle.yaml",
    "texts//nl.ftl",
    "texts\\..\\..\\nl.ftl",
    "C:bundle.yaml",
    "C:/bundle.yaml",
    ".hidden.yaml",
    "texts/.nl.ftl",
    "texts/nl.ftl/",
    "clips/nl/deeper/a.wav",
    "b\u0131ndle.yaml",
    "a b.yaml",
    "a\nb.yaml",
    f"{'a' * 101}.yaml",
]
STRANGERS = ["run.sh", "flows/a.py", "texts/nl.txt", "clips/a.wav", "other/a.yaml", "bundle.yml"]


def put(folder: Path, content: bytes) -> Path:
    (folder / "bundle.zip").write_bytes(content)
    return folder / "bundle.zip"


def with_entry(change: Callable[[zipfile.ZipInfo], None]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        entry = zipfile.ZipInfo("bundle.yaml")
        change(entry)
        archive.writestr(entry, b"/etc/passwd")
    return made.getvalue()


def in_index(content: bytes, offset: int, form: str, value: int) -> bytes:
    """The first entry of the index says something else (APPNOTE 4.3.12)."""
    changed = bytearray(content)
    struct.pack_into(form, changed, content.index(INDEX_ENTRY) + offset, value)
    return bytes(changed)


def in_end(content: bytes, offset: int, form: str, value: int) -> bytes:
    changed = bytearray(content)
    struct.pack_into(form, changed, content.rindex(b"PK\x05\x06") + offset, value)
    return bytes(changed)


def test_a_bundle_comes_out_as_it_went_in(tmp_path: Path) -> None:
    unpack(put(tmp_path, zip_of(bundle("Oud"))), tmp_path / "out")
    assert version_of(tmp_path / "out") == version_of(bundle("Oud"))
    assert len(files_of(tmp_path / "out")) > 5


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_could_lead_out_is_refused_before_anything_is_written(
    tmp_path: Path, name: str
) -> None:
    zipped = put(tmp_path, zip_with(GOOD | {name: b"x"}))
    with pytest.raises(BadZipError, match="lead out"):
        unpack(zipped, tmp_path / "out")
    assert sorted(tmp_path.rglob("*")) == [zipped]


@pytest.mark.parametrize("name", STRANGERS)
def test_a_file_that_is_not_of_a_bundle_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadZipError, match="do not belong"):
        unpack(put(tmp_path, zip_with(GOOD | {name: b"x"})), tmp_path / "out")


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFIFO, stat.S_IFDIR])
def test_only_plain_files_are_taken(tmp_path: Path, kind: int) -> None:
    def change(entry: zipfile.ZipInfo) -> None:
        entry.external_attr = (kind | 0o777) << 16

    with pytest.raises(BadZipError, match="lead out"):
        unpack(put(tmp_path, with_entry(change)), tmp_path / "out")


def test_a_bomb_that_tells_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    zipped = put(tmp_path, in_index(zip_with(GOOD), 24, "<L", MOST_BYTES + 1))
    with pytest.raises(TooLargeError):
        unpack(zipped, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_bomb_that_lies_writes_no_more_than_it_told(tmp_path: Path) -> None:
    content = zip_with({"bundle.yaml": b"\0" * 5_000_000})
    with pytest.raises(BadZipError):
        unpack(put(tmp_path, in_index(content, 24, "<L", 10)), tmp_path / "out")
    assert sum(path.stat().st_size for path in (tmp_path / "out").rglob("*")) <= 10


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    many = {f"flows/a{number}.yaml": b"" for number in range(MOST_FILES + 1)}
    with pytest.raises(TooLargeError):
        unpack(put(tmp_path, zip_with(many)), tmp_path / "out")


def test_an_index_that_is_larger_than_it_may_be_is_not_read(tmp_path: Path) -> None:
    few = zip_with(GOOD)
    for lie in (in_end(few, 12, "<L", 2**31), in_end(few, 10, "<H", 0xFFFF)):
        with pytest.raises(TooLargeError):
            unpack(put(tmp_path, lie), tmp_path / "out")


def test_a_file_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("bundle.yaml", b"a: 1")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("bundle.yaml", b"a: 2")
    with pytest.raises(BadZipError, match="twice"):
        unpack(put(tmp_path, made.getvalue()), tmp_path / "out")


def test_no_damage_of_a_zip_does_more_than_refuse_it(tmp_path: Path) -> None:
    good = zip_with(GOOD)
    damaged = [
        *(good[:length] for length in range(len(good))),
        *(good[:at] + bytes([good[at] ^ 0xFF]) + good[at + 1 :] for at in range(len(good))),
        b"PK\x05\x06" + bytes(18),
    ]
    for number, content in enumerate(damaged):
        folder = tmp_path / str(number)
        try:
            unpack(put(tmp_path, content), folder)
        except BadZipError:
            continue
        assert {str(path.relative_to(folder)) for path in files_of(folder)} <= set(GOOD)


def test_a_full_disk_keeps_what_is_left_for_visitors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("config.updating.unpacking.RESERVE_BYTES", 10**18)
    with pytest.raises(BadZipError, match="too full"):
        unpack(put(tmp_path, zip_with(GOOD)), tmp_path / "out")
    assert not (tmp_path / "out").exists()
