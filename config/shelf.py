"""The bundles on this kiosk's disk: the one in use, the one before it, and which is which.

    bundles/current.json         the pointer, replaced whole: current, previous, highest number
    bundles/12-0123456789ab/     one release; its name says what its content must be

A release is used only while its content is exactly that of its name, so a file that a disk
lost or a power cut left half is never shown. One that is new must prove itself: after two
starts in a row in which it did not stand, the one before it is used again and staff are
told. A pointer that cannot be read is made anew from the folders; without any whole folder
the kiosk uses the bundle that it came with. Nothing here ever stops a start.

What lies here belongs to one repository. An enrolment with another trusted root begins anew.
"""

import hashlib
import re
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from config.bundle import version_of
from config.durable import write_durably
from config.updating.releases import HIGHEST, Release

FOLDER = "bundles"
POINTER = "current.json"
FIT_STAMP = "fit-published"
"""Beside the folder: which content was found fit, so that a start need not look again."""
TRIES = 2
"""Starts in a row that a new release has to prove itself."""
BAD_KEPT = 20
_NAME = re.compile(r"([1-9]\d{0,8})-([0-9a-f]{12})")


class Pointer(BaseModel):
    """What is in use. `starts`: of `current`, since it was new, without having proven itself."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    format: Literal[1] = 1
    repository: str
    current: Release | None = None
    previous: Release | None = None
    highest: Annotated[int, Field(ge=0, le=HIGHEST)] = 0
    proven: bool = False
    starts: Annotated[int, Field(ge=0)] = 0
    bad: dict[int, str] = {}


def repository_of(root: str) -> str:
    """A name for the repository that trusts this root."""
    return hashlib.sha256(root.encode()).hexdigest()[:16]


class Shelf:
    """`choose` once at the start; `proven`, `closed` and `switch` say how it went on."""

    def __init__(self, state: Path, root: str) -> None:
        self.folder = state / FOLDER
        self.in_use: Release | None = None
        """What this run really uses; None for a bundle that was not published."""
        self.fell_back = False
        """At this start the current release was given up."""
        self.chosen: tuple[Release, ...] = ()
        """The releases to try at this start, best first."""
        self._repository = repository_of(root)
        self._pointer = self._read()

    @property
    def pointer_file(self) -> Path:
        return self.folder / POINTER

    @property
    def current(self) -> Release | None:
        """What should be in use."""
        return self._pointer.current

    @property
    def highest(self) -> int:
        """The highest number that was ever in use here: no lower one is taken again."""
        return self._pointer.highest

    @property
    def bad(self) -> dict[int, str]:
        """Releases that were given up, and why."""
        return self._pointer.bad

    @property
    def problem(self) -> str:
        """Why the release that should be in use is not; empty when all is well."""
        pointer = self._pointer
        current = pointer.current
        if pointer.bad and max(pointer.bad) == pointer.highest:
            what = f"Release {self.in_use.number}" if self.in_use else "The bundle before it"
            return f"{pointer.bad[pointer.highest]}. {what} is used again. Publish a new release."
        if current is not None and current != self.in_use:
            return f"Release {current.number} is damaged on this disk or does not fit any more."
        return ""

    @property
    def on_trial(self) -> bool:
        """Whether what this run uses must still prove itself."""
        pointer = self._pointer
        return self.in_use is not None and self.in_use == pointer.current and not pointer.proven

    def path_of(self, release: Release) -> Path:
        return self.folder / release.name

    def is_whole(self, release: Release) -> bool:
        """Whether its folder is there with exactly the content that its name says."""
        try:
            return version_of(self.path_of(release)) == release.version
        except OSError:
            return False

    def choose(self) -> tuple[Release, ...]:
        """What to try at this start, also kept in `chosen`. Counts the start of a new one."""
        if not self._pointer.proven and self._pointer.starts >= TRIES:
            self._give_up()
        whole = [
            release
            for release in (self._pointer.current, self._pointer.previous)
            if release is not None and self.is_whole(release)
        ]
        if whole and whole[0] == self._pointer.current and not self._pointer.proven:
            try:
                self._save(starts=self._pointer.starts + 1)
            except OSError:  # what cannot be counted could fail for ever
                whole = whole[1:]
        self.chosen = tuple(whole)
        return self.chosen

    def prove(self) -> None:
        """It stands: from now on a failed start is not the fault of this release."""
        if self.on_trial:
            with suppress(OSError):  # a full disk: it proves itself again next time
                self._save(proven=True, starts=0)

    def closed(self) -> None:
        """This run ends in order, so that its start says nothing against a new release."""
        if self.on_trial:
            with suppress(OSError):
                self._save(starts=max(0, self._pointer.starts - 1))

    def switch(self, release: Release) -> None:
        """From the next start on `release` is used. Raises OSError, and then nothing changed."""
        pointer = self._pointer
        previous = pointer.previous
        # The same release again was damaged and is whole now: what came before it stays that.
        if release != pointer.current and pointer.proven and self.in_use == pointer.current:
            previous = pointer.current
        self._save(
            current=release,
            previous=previous,
            highest=max(pointer.highest, release.number),
            proven=False,
            starts=0,
        )

    def tidy(self, keep: Iterable[Release] = ()) -> None:
        """Remove what is neither in use, nor the one before it, nor among `keep`."""
        pointer = self._pointer
        kept = {POINTER}
        kept |= {one.name for one in (pointer.current, pointer.previous, self.in_use, *keep) if one}
        with suppress(OSError):
            for path in self.folder.iterdir():
                if path.name in kept:
                    continue
                if path.is_dir() and not path.is_symlink():
                    shutil.rmtree(path, ignore_errors=True)
                else:
                    path.unlink()

    def _give_up(self) -> None:
        pointer = self._pointer
        current = pointer.current
        why = f"Release {current.number if current else 0} did not start {TRIES} times in a row"
        bad = {**pointer.bad, **({current.number: why} if current else {})}
        self.fell_back = True
        changes = {
            "current": pointer.previous,
            "previous": None,
            "proven": True,
            "starts": 0,
            "bad": dict(sorted(bad.items())[-BAD_KEPT:]),
        }
        try:
            self._save(**changes)
        except OSError:  # a full disk: it is given up for this run
            self._pointer = pointer.model_copy(update=changes)

    def _save(self, **changes: object) -> None:
        fresh = self._pointer.model_copy(update=changes)
        write_durably(self.pointer_file, fresh.model_dump_json().encode())
        self._pointer = fresh

    def _read(self) -> Pointer:
        try:
            found = Pointer.model_validate_json(self.pointer_file.read_bytes())
        except (OSError, ValidationError):
            return self._from_folders()
        return found if found.repository == self._repository else self._empty()

    def _empty(self) -> Pointer:
        return Pointer(repository=self._repository)

    def _from_folders(self) -> Pointer:
        """The two highest releases that are whole. They have to prove themselves again."""
        try:
            names = [path.name for path in self.folder.iterdir()]
        except OSError:
            return self._empty()
        found = sorted(
            (
                Release(number=int(match[1]), version=match[2])
                for match in map(_NAME.fullmatch, names)
                if match
            ),
            key=lambda release: release.number,
            reverse=True,
        )
        whole = [release for release in found if self.is_whole(release)][:2]
        current, previous = (*whole, None, None)[:2]
        highest = found[0].number if found else 0
        return Pointer(
            repository=self._repository, current=current, previous=previous, highest=highest
        )
