"""Whether a draft can be read whole, by the same door that a kiosk uses.

Forms keep nothing that fails here. What only shows on a screen, such as a label that does
not fit or a picture that does not exist, is found by the check before publishing.
"""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from config.bundle import load_bundle
from config.problems import Mistakes, Problem
from desk.editing.fluent_text import words_from
from desk.publishing.drafts import digest_of, write_folder
from desk.publishing.models import Files

Contents = Mapping[str, bytes | None]
Kept = TypeVar("Kept")


def problems_with(files: Files, contents: Contents) -> tuple[Problem, ...]:
    """What would be wrong in a draft of `files` with these contents put in."""
    made = {path: digest for path, digest in files.items() if path not in contents}
    put = {path: content for path, content in contents.items() if content is not None}
    made |= {path: digest_of(content) for path, content in put.items()}
    return _problems_in(_Whole(tuple(sorted(made.items())), put))


def problems_in_draft(files: Files) -> tuple[Problem, ...]:
    """What is wrong in the draft as it is."""
    return _problems_in(_Whole(tuple(sorted(files.items()))))


@dataclass(frozen=True, slots=True)
class _Whole:
    """A draft by what stands in its files: after it was saved it is the one that was checked."""

    files: tuple[tuple[str, str], ...]
    put: Mapping[str, bytes] = field(default_factory=dict, compare=False)
    """Contents that nobody has kept yet."""


@lru_cache(maxsize=4)
def _problems_in(whole: _Whole) -> tuple[Problem, ...]:
    with tempfile.TemporaryDirectory(prefix="zuil-draft-") as name:
        folder = Path(name)
        files = _without_clips(dict(whole.files))
        put = _without_clips(whole.put)
        write_folder({path: digest for path, digest in files.items() if path not in put}, folder)
        for path, content in put.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        return _problems_of(folder)


def _without_clips(files: Mapping[str, Kept]) -> dict[str, Kept]:
    """A recording that cannot be used is spoken instead: it is never a reason to refuse."""
    return {path: kept for path, kept in files.items() if not path.startswith("clips/")}


def _problems_of(folder: Path) -> tuple[Problem, ...]:
    try:
        bundle = load_bundle(folder)
    except Mistakes as mistakes:
        return mistakes.problems
    found: set[Problem] = set()
    for code in bundle.texts.languages:
        source = (folder / "texts" / f"{code}.ftl").read_text(encoding="utf-8")
        found.update(words_from(source).unread(code))
    return tuple(sorted(found))
