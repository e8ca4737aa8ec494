"""The signed repository by itself: keys that change, and a power cut at every write."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from securesystemslib.signer import CryptoSigner
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root

from desk.publishing import keys
from desk.publishing.signing import SignedRepository
from tests.publishing.terminal import Terminal, static_host

NOW = datetime.now(UTC)
NOTHING = b'{"all": null, "trial": null}'
SOMETHING = json.dumps({"all": {"number": 1}, "trial": {"number": 2}}).encode()


class PowerCut(BaseException):
    """The machine is off: nothing of ours may catch it."""


class Site:
    """A repository with its keys, and a terminal that trusts its first root."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder, self.repository = folder, SignedRepository(folder)
        self.root_key = keys.make()
        self.by_role = {role: keys.make() for role in keys.ONLINE}
        self.repository.begin(self.root_key, self.by_role, NOW)
        root = (folder / "metadata" / "1.root.json").read_text()
        self.terminal = Terminal(folder.parent / f"{folder.name}-terminal", url, root)

    @property
    def keys(self) -> dict[str, CryptoSigner]:
        return {keys.name_of(key): key for key in self.by_role.values()}

    def publish(self, releases: bytes, now: datetime = NOW) -> None:
        both = {"bundle-1.zip": lambda: b"one", "bundle-2.zip": lambda: b"two"}
        bundles = both if releases == SOMETHING else {}
        self.repository.publish(releases, bundles, self.keys, now)

    def rotate(self) -> None:
        made = {role: keys.make() for role in keys.ONLINE}
        self.repository.rotate(self.root_key, made, self.keys, NOW)
        self.by_role = made


class Thief(SignedRepository):
    """Goes on as if the keys had not been replaced."""

    def root(self) -> Root:
        return Metadata[Root].from_file(str(self._metadata / "1.root.json")).signed


@pytest.fixture
def host(tmp_path: Path) -> Iterator[str]:
    with static_host(tmp_path) as url:
        yield url


@pytest.fixture
def site(tmp_path: Path, host: str) -> Site:
    return Site(tmp_path / "site", f"{host}/site")


def test_new_keys_of_the_publisher_are_believed_by_terminals_in_the_field(site: Site) -> None:
    site.publish(NOTHING)
    assert site.terminal.numbers() == (None, None)
    old = site.keys
    site.rotate()
    assert site.terminal.numbers() == (None, None)
    site.publish(SOMETHING)
    assert site.terminal.numbers() == (2, 1)
    with pytest.raises(keys.WrongKeyError):
        site.repository.publish(NOTHING, {}, old, NOW)


def test_keys_that_are_lost_are_replaced_with_the_root_key_alone(site: Site) -> None:
    site.publish(SOMETHING)
    site.terminal.releases()
    made = {role: keys.make() for role in keys.ONLINE}
    site.repository.rotate(site.root_key, made, {}, NOW)
    assert site.terminal.numbers() == (2, 1)


def test_what_a_thief_of_the_old_keys_signs_is_not_believed(site: Site) -> None:
    """Not even with higher numbers than ours."""
    site.publish(NOTHING)
    site.terminal.releases()
    stolen = site.keys
    site.rotate()
    Thief(site.folder).publish(SOMETHING, {}, stolen, NOW)
    with pytest.raises(RepositoryError):
        site.terminal.releases()


def test_a_new_root_key_is_believed_because_the_old_one_says_so(site: Site) -> None:
    site.publish(NOTHING)
    site.terminal.releases()
    made = keys.make()
    site.repository.replace_root_key(site.root_key, made, NOW)
    with pytest.raises(keys.WrongKeyError):  # the old one is of no use any more
        site.rotate()
    site.root_key = made
    site.rotate()
    site.publish(SOMETHING)
    assert site.terminal.numbers() == (2, 1)
    assert (site.folder / "metadata" / "3.root.json").exists()


def test_a_key_that_is_not_the_root_key_changes_nothing(site: Site) -> None:
    site.publish(NOTHING)
    before = _files(site.folder)
    made = {role: keys.make() for role in keys.ONLINE}
    with pytest.raises(keys.WrongKeyError):
        site.repository.rotate(keys.make(), made, site.keys, NOW)
    with pytest.raises(keys.WrongKeyError):
        site.repository.replace_root_key(keys.make(), keys.make(), NOW)
    assert _files(site.folder) == before


def test_what_terminals_would_soon_not_believe_is_signed_again(site: Site) -> None:
    site.publish(NOTHING, NOW - timedelta(days=70))
    site.repository.refresh(site.keys, NOW)
    assert site.terminal.numbers() == (None, None)
    assert (site.folder / "metadata" / "2.targets.json").exists()


def test_a_power_cut_at_any_write_leaves_a_whole_repository(tmp_path: Path, host: str) -> None:
    """Before and after each name is put in place; then the next run goes on."""
    for step in _until_it_succeeds():
        site = Site(tmp_path / f"publish-{step}", f"{host}/publish-{step}")
        site.publish(NOTHING)
        seen_before = site.terminal.copy(tmp_path / f"early-{step}")
        assert seen_before.numbers() == (None, None)
        with _power_cut(step) as was_cut:
            site.publish(SOMETHING)
        for terminal in (site.terminal, seen_before):
            assert terminal.numbers() in {(None, None), (2, 1)}
        site.publish(SOMETHING)
        for terminal in (site.terminal, seen_before):
            assert terminal.numbers() == (2, 1)
        if not was_cut:
            break
    assert step == 13  # six files, two moments each, and the one that was not cut


def test_a_power_cut_while_keys_change_keeps_no_terminal_out(tmp_path: Path, host: str) -> None:
    for step in _until_it_succeeds():
        site = Site(tmp_path / f"rotate-{step}", f"{host}/rotate-{step}")
        site.publish(SOMETHING)
        site.terminal.releases()
        old, made = site.keys, {role: keys.make() for role in keys.ONLINE}
        everything = {**old, **{keys.name_of(key): key for key in made.values()}}
        with _power_cut(step) as was_cut:
            site.repository.rotate(site.root_key, made, old, NOW)
        assert site.terminal.numbers() == (2, 1)
        # Both lie in the publisher's folder: which are in force, the root says.
        site.repository.publish(NOTHING, {}, everything, NOW)
        assert site.terminal.numbers() == (None, None)
        if not was_cut:
            break
    assert step == 9  # three files signed by both, and the root


def _until_it_succeeds() -> Iterator[int]:
    yield from range(1, 60)


@contextmanager
def _power_cut(step: int) -> Iterator[list[int]]:
    """At the given one of all the moments at which a file gets its name: before it, or after."""
    real, moments, cut = os.replace, 0, []

    def moment() -> None:
        nonlocal moments
        moments += 1
        if moments == step:
            cut.append(step)
            raise PowerCut

    def replace(source: Any, target: Any) -> None:
        moment()
        real(source, target)
        moment()

    os.replace = replace  # type: ignore[assignment]
    try:
        yield cut
    except PowerCut:
        pass
    finally:
        os.replace = real


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
