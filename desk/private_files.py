"""Small files that only the desk's own user may read: keys, passwords, enrolments.

A private file is never visible half written, and never readable by others, not even
for a moment: it is made with mode 0600 beside its final name and then put in place.
"""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path


def make_private_folder(path: Path) -> Path:
    """The folder, made with mode 0700 where it did not exist."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def write_private(path: Path, content: str | bytes) -> None:
    """Put `content` at `path`, mode 0600, replacing what was there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = _write_beside(path, content)
    beside.replace(path)


def read_or_make_private(path: Path, make: Callable[[], str]) -> str:
    """What the file says; made at first use. Two processes at once agree on one content."""
    try:
        return path.read_text()
    except FileNotFoundError:
        make_private_folder(path.parent)
    beside = _write_beside(path, make())
    try:
        path.hardlink_to(beside)  # unlike a rename, this fails where another was first
    except FileExistsError:
        pass
    finally:
        beside.unlink()
    return path.read_text()


def _write_beside(path: Path, content: str | bytes) -> Path:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # made with 0600
    with os.fdopen(handle, "wb") as file:
        file.write(content.encode() if isinstance(content, str) else content)
        file.flush()
        os.fsync(file.fileno())
    return Path(name)
