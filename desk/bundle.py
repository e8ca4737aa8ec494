"""The published bundle as this desk reads it: once, and anew only when a file of it changed."""

import logging
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from config.bundle import Bundle, files_of, load_bundle
from config.problems import Mistakes

log = logging.getLogger(__name__)
Stamp = tuple[tuple[Path, int, int], ...]


def bundle() -> Bundle:
    """Raises Mistakes where it cannot be used."""
    folder = Path(settings.BUNDLE)
    found = _of(folder, _stamp(folder))
    if isinstance(found, Mistakes):
        raise Mistakes(found.problems)  # a new one: what was raised before keeps its trace
    return found


def _stamp(folder: Path) -> Stamp:
    """Changes with the bundle, and is quick to take: no file is read."""
    found = ((path, path.stat()) for path in files_of(folder))
    return tuple((path, state.st_mtime_ns, state.st_size) for path, state in found)


@lru_cache(maxsize=2)
def _of(folder: Path, stamp: Stamp) -> Bundle | Mistakes:  # noqa: ARG001 - a changed one is read anew
    try:
        return load_bundle(folder)
    except Mistakes as mistakes:
        log.warning("the bundle cannot be used: there is nothing to route, and nothing for apps")
        return mistakes
