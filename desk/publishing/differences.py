"""What differs between two bundles, file by file, in lines that a person reads."""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from desk.publishing.models import Blob

AROUND = 2
"""Unchanged lines that are shown around a change."""
MOST_LINES = 400
"""Of one file; whoever changes more reads the file."""
Kind = Literal["added", "removed", "same", "place"]


@dataclass(frozen=True, slots=True)
class Line:
    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Of one file. No lines: it is a recording, or only the end of its lines changed."""

    path: str
    kind: Literal["new", "gone", "changed"]
    lines: tuple[Line, ...]
    is_cut_off: bool = False


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Difference, ...]:
    """Between two bundles: path -> digest."""
    paths = sorted(
        path for path in before.keys() | after.keys() if before.get(path) != after.get(path)
    )
    pairs = [(path, before.get(path, ""), after.get(path, "")) for path in paths]
    contents = _contents([digest for _, *both in pairs for digest in both])
    return tuple(_difference(path, old, new, contents) for path, old, new in pairs)


def difference(path: str, before: str, after: str) -> Difference:
    """Of one file, by its digests; empty where there was or is none."""
    return _difference(path, before, after, _contents([before, after]))


def _contents(digests: list[str]) -> Mapping[str, bytes]:
    found = Blob.objects.in_bulk([digest for digest in digests if digest])
    return {digest: bytes(blob.content) for digest, blob in found.items()}


def _difference(path: str, before: str, after: str, contents: Mapping[str, bytes]) -> Difference:
    kind: Literal["new", "gone", "changed"] = "changed" if before and after else "new"
    if not after:
        kind = "gone"
    if not path.endswith((".yaml", ".ftl")):
        return Difference(path, kind, ())
    old, new = (
        contents.get(digest, b"").decode("utf-8", "replace").splitlines()
        for digest in (before, after)
    )
    lines = tuple(_lines(old, new))
    return Difference(path, kind, lines[:MOST_LINES], len(lines) > MOST_LINES)


def _lines(old: list[str], new: list[str]) -> Iterator[Line]:
    kinds: dict[str, Kind] = {"+": "added", "-": "removed", " ": "same"}
    for line in list(difflib.unified_diff(old, new, lineterm="", n=AROUND))[2:]:
        if line.startswith("@@"):  # @@ -10,4 +10,5 @@: where it stands now
            place = line.split("+")[1].split(" ")[0].split(",")[0]
            yield Line("place", place)
        else:
            yield Line(kinds[line[0]], line[1:])
