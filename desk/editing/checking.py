"""Whether a draft can be read whole, by the same door that a kiosk uses.

Forms keep nothing that fails here. What only shows on a screen, such as a label that does
not fit or a picture that does not exist, is found by the check before publishing.
"""

import tempfile
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from config.bundle import load_bundle
from config.problems import Mistakes, Problem
from config.texts import syntax_problems
from desk.publishing.drafts import write_folder
from desk.publishing.models import Files

Contents = Mapping[str, bytes | None]


def problems_with(files: Files, contents: Contents) -> tuple[Problem, ...]:
    """What would be wrong in a draft of `files` with these contents put in."""
    with tempfile.TemporaryDirectory(prefix="zuil-draft-") as name:
        folder = Path(name)
        kept = {path: digest for path, digest in files.items() if path not in contents}
        write_folder(_without_clips(kept), folder)
        for path, content in contents.items():
            if content is not None and not path.startswith("clips/"):
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_bytes(content)
        return _problems_in(folder)


def problems_in_draft(files: Files) -> tuple[Problem, ...]:
    """What is wrong in the draft as it is."""
    return _of(tuple(sorted(files.items())))


@lru_cache(maxsize=4)
def _of(files: tuple[tuple[str, str], ...]) -> tuple[Problem, ...]:
    found = dict(files)
    with tempfile.TemporaryDirectory(prefix="zuil-draft-") as name:
        write_folder(_without_clips(found), Path(name))
        return _problems_in(Path(name))


def _without_clips(files: Files) -> Files:
    """A recording that cannot be used is spoken instead: it is never a reason to refuse."""
    return {path: digest for path, digest in files.items() if not path.startswith("clips/")}


def _problems_in(folder: Path) -> tuple[Problem, ...]:
    try:
        bundle = load_bundle(folder)
    except Mistakes as mistakes:
        return mistakes.problems
    found: set[Problem] = set()
    for code in bundle.texts.languages:
        found.update(_syntax(code, (folder / "texts" / f"{code}.ftl").read_bytes()))
    return tuple(sorted(found))


@lru_cache(maxsize=32)
def _syntax(code: str, source: bytes) -> tuple[Problem, ...]:
    """Lines of one language that are no text. It takes 30 ms, and most languages did not change."""
    with tempfile.TemporaryDirectory(prefix="zuil-draft-") as name:
        (Path(name) / f"{code}.ftl").write_bytes(source)
        return tuple(syntax_problems(Path(name), (code,)))
