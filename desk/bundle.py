"""The published bundle as this desk reads it: once, and anew only when a file of it changed.

That is the newest release that was published to all kiosks, or else the bundle that the desk
came with. A release is written out once, under `published` in the state folder.
"""

import logging
import os
import shutil
import tempfile
import time
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from config.bundle import Bundle, files_of, load_bundle
from config.durable import keep_all
from config.problems import Mistakes
from desk.private_files import make_private_folder
from desk.publishing.drafts import write_folder
from desk.publishing.models import Publication, Ring, current

log = logging.getLogger(__name__)
Stamp = tuple[tuple[Path, int, int], ...]
ASKED_AGAIN_S = 2.0
"""So long an answer is believed: one page asks many times."""
KEPT = 3
"""Releases that stay written out: a page may still be reading the one before."""
_answers: dict[Path, tuple[float, Path | None]] = {}


def folder() -> Path:
    """Where the published bundle lies on this machine."""
    state, now = Path(settings.STATE), time.monotonic()
    believed = _answers.get(state)
    if believed is None or now - believed[0] > ASKED_AGAIN_S:
        published = current(Ring.ALL)
        believed = _answers[state] = (now, _written_out(published) if published else None)
    return believed[1] or Path(settings.BUNDLE)


def bundle() -> Bundle:
    """Raises Mistakes where it cannot be used."""
    there = folder()
    found = _of(there, _stamp(there))
    if isinstance(found, Mistakes):
        raise Mistakes(found.problems)  # a new one: what was raised before keeps its trace
    return found


def _written_out(published: Publication) -> Path:
    """Whole or not at all; of several processes that try, one wins and all can read it."""
    release = published.release
    shelf = Path(settings.STATE) / "published"
    place = shelf / f"{release.number}-{release.version}"
    if place.exists():
        return place
    make_private_folder(shelf)
    with tempfile.TemporaryDirectory(dir=shelf, prefix=".") as beside:
        fresh = Path(beside, place.name)
        write_folder(release.files, fresh)
        since = (published.published_at or release.made_at).timestamp()
        for path in files_of(fresh):  # the same on every machine: apps are told when it changed
            os.utime(path, (since, since))
        keep_all(fresh)
        try:
            fresh.rename(place)
        except OSError:
            if not place.exists():
                raise
    for old in sorted(shelf.glob("[0-9]*"), key=_number)[:-KEPT]:
        shutil.rmtree(old, ignore_errors=True)
    return place


def _number(place: Path) -> int:
    return int(place.name.partition("-")[0])


def _stamp(there: Path) -> Stamp:
    """Changes with the bundle, and is quick to take: no file is read."""
    found = ((path, path.stat()) for path in files_of(there))
    return tuple((path, state.st_mtime_ns, state.st_size) for path, state in found)


@lru_cache(maxsize=2)
def _of(there: Path, stamp: Stamp) -> Bundle | Mistakes:  # noqa: ARG001 - a changed one is read anew
    try:
        return load_bundle(there)
    except Mistakes as mistakes:
        log.warning("the bundle cannot be used: there is nothing to route, and nothing for apps")
        return mistakes
