"""Whatever happened to the disk, a kiosk starts with one whole bundle or with its own."""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.bundle import version_of
from config.shelf import TRIES, Shelf
from config.updating.releases import Release

ROOT_TEXT = '{"signed": "by the town"}'


def write(folder: Path, number: int) -> None:
    """Two files of a bundle: here nobody reads them."""
    (folder / "texts").mkdir(parents=True)
    (folder / "bundle.yaml").write_text(f"number: {number}")
    (folder / "texts" / "nl.ftl").write_text(f"number = {number}")


def release(number: int) -> Release:
    with TemporaryDirectory() as folder:
        write(Path(folder), number)
        return Release(number=number, version=version_of(Path(folder)))


OLD, NEW, NEWER = release(5), release(6), release(7)


def stage(state: Path, one: Release) -> None:
    """It lies on the shelf, as an update leaves it."""
    write(state / "bundles" / one.name, one.number)


def start(state: Path) -> Shelf:
    shelf = Shelf(state, ROOT_TEXT)
    shelf.in_use = next(iter(shelf.choose()), None)
    return shelf


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """It uses the old release, which has proven itself."""
    stage(tmp_path, OLD)
    Shelf(tmp_path, ROOT_TEXT).switch(OLD)
    start(tmp_path).prove()
    return tmp_path


@pytest.fixture
def updated(state: Path) -> Path:
    """It has switched to the new one, and did not start since."""
    stage(state, NEW)
    start(state).switch(NEW)
    return state


def test_a_kiosk_without_any_release_has_none(tmp_path: Path) -> None:
    shelf = start(tmp_path)
    assert (shelf.in_use, shelf.highest, shelf.problem) == (None, 0, "")
    assert list(tmp_path.iterdir()) == []


def test_a_start_that_changes_nothing_writes_nothing(state: Path) -> None:
    before = (state / "bundles" / "current.json").stat()
    assert start(state).in_use == OLD
    assert (state / "bundles" / "current.json").stat() == before


def test_a_new_release_that_stood_is_kept_whatever_comes(updated: Path) -> None:
    start(updated).prove()
    for _ in range(5):
        assert start(updated).in_use == NEW


def test_a_new_release_that_does_not_stand_twice_is_given_up(updated: Path) -> None:
    for _ in range(TRIES):
        assert start(updated).in_use == NEW
    shelf = start(updated)
    assert (shelf.in_use, shelf.fell_back, shelf.highest) == (OLD, True, 6)
    assert "Release 6 did not start 2 times in a row. Release 5 is used again." in shelf.problem
    again = start(updated)
    assert (again.in_use, again.fell_back, again.problem) == (OLD, False, shelf.problem)
    stage(updated, NEWER)
    again.switch(NEWER)
    newer = start(updated)
    newer.prove()
    assert (newer.in_use, newer.problem) == (NEWER, "")


def test_one_failed_start_is_forgiven(updated: Path) -> None:
    start(updated)
    start(updated).prove()
    assert start(updated).in_use == NEW


def test_being_closed_before_it_proved_itself_is_no_failure(updated: Path) -> None:
    for _ in range(4):
        shelf = start(updated)
        assert shelf.in_use == NEW
        shelf.closed()


def test_given_up_with_nothing_before_it_the_kiosk_has_its_own(tmp_path: Path) -> None:
    stage(tmp_path, NEW)
    Shelf(tmp_path, ROOT_TEXT).switch(NEW)
    for _ in range(TRIES):
        assert start(tmp_path).in_use == NEW
    shelf = start(tmp_path)
    assert (shelf.in_use, shelf.highest) == (None, 6)
    assert "The bundle before it is used again" in shelf.problem


def test_a_release_with_a_damaged_file_is_not_used_and_the_one_before_is(updated: Path) -> None:
    start(updated).prove()
    file = updated / "bundles" / NEW.name / "texts" / "nl.ftl"
    file.write_bytes(file.read_bytes()[:-1])
    shelf = start(updated)
    assert (shelf.in_use, shelf.current) == (OLD, NEW)
    assert "Release 6 is damaged" in shelf.problem
    shutil.rmtree(updated / "bundles" / NEW.name)
    stage(updated, NEW)
    shelf.switch(NEW)
    assert start(updated).in_use == NEW


def test_a_new_one_over_one_that_never_proved_itself_keeps_the_last_good_one(
    updated: Path,
) -> None:
    shelf = start(updated)
    stage(updated, NEWER)
    shelf.switch(NEWER)
    for _ in range(TRIES):
        assert start(updated).in_use == NEWER
    assert start(updated).in_use == OLD


def test_what_is_neither_used_nor_kept_is_removed(updated: Path) -> None:
    start(updated).prove()
    stage(updated, NEWER)
    shelf = start(updated)
    (updated / "bundles" / "strange").mkdir()
    shelf.tidy([NEWER])
    assert names(updated) == {OLD.name, NEW.name, NEWER.name, "current.json"}
    shelf.switch(NEWER)
    start(updated).tidy()
    assert names(updated) == {NEW.name, NEWER.name, "current.json"}


def test_another_repository_begins_anew(updated: Path) -> None:
    other = Shelf(updated, '{"signed": "by another town"}')
    assert (other.choose(), other.highest) == ((), 0)


def test_without_a_pointer_the_highest_whole_release_is_used(updated: Path) -> None:
    (updated / "bundles" / "current.json").unlink()
    assert start(updated).in_use == NEW
    assert start(updated).highest == 6


def test_a_disk_that_takes_nothing_leaves_the_old_one(
    updated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert start(updated).in_use == OLD  # a start that cannot be counted is not tried


def names(state: Path) -> set[str]:
    return {path.name for path in (state / "bundles").iterdir()}


damage = st.none() | st.binary(max_size=60) | st.floats(0, 0.999)
"""A file is gone, holds something else, or only its first part."""
untouched = st.just("as it was")


@settings(max_examples=30, deadline=None)
@given(
    pointer=damage | untouched,
    hits=st.lists(st.tuples(st.integers(0, 200), damage), max_size=4),
    proven=st.booleans(),
)
def test_any_damage_leads_to_the_newest_whole_bundle(
    pointer: object, hits: list[tuple[int, object]], proven: bool
) -> None:
    with TemporaryDirectory() as folder:
        state = Path(folder)
        for one in (OLD, NEW):
            stage(state, one)
            start(state).switch(one)
            if one == OLD or proven:
                start(state).prove()
        hurt(state / "bundles" / "current.json", pointer)
        files = sorted(path for path in state.glob("bundles/*/**/*") if path.is_file())
        for number, how in hits:
            hurt(files[number % len(files)], how)
        assert start(state).in_use == next(whole(state), None)
        for _ in range(TRIES + 1):
            assert start(state).in_use in (None, *whole(state))


inside = st.none() | st.booleans() | st.integers() | st.text(max_size=9)
names_in_it = ("current", "previous", "highest", "starts", "proven", "bad", "format")
releases = st.fixed_dictionaries({"number": st.integers() | inside, "version": inside})
real = st.sampled_from([OLD.model_dump(), NEW.model_dump(), NEWER.model_dump()])


@settings(max_examples=30, deadline=None)
@given(st.dictionaries(st.sampled_from(names_in_it), inside | releases | real))
def test_whatever_the_pointer_says_only_a_whole_bundle_is_used(said: dict[str, object]) -> None:
    with TemporaryDirectory() as folder:
        state = Path(folder)
        stage(state, OLD)
        stage(state, NEW)
        Shelf(state, ROOT_TEXT).switch(OLD)
        pointer = state / "bundles" / "current.json"
        pointer.write_text(json.dumps(json.loads(pointer.read_bytes()) | said))
        for _ in range(TRIES + 1):
            assert start(state).in_use in (None, OLD, NEW)


def hurt(path: Path, how: object) -> None:
    if how is None:
        path.unlink(missing_ok=True)
    elif isinstance(how, bytes):
        path.write_bytes(how)
    elif isinstance(how, float) and path.exists():
        content = path.read_bytes()
        path.write_bytes(content[: int(len(content) * how)])


def whole(state: Path) -> Iterator[Release]:
    """The newest first."""
    for one in (NEW, OLD):
        if version_of(state / "bundles" / one.name) == one.version:
            yield one
