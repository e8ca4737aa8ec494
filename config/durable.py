"""Files that a power cut leaves as they were or as they should be, and nothing between."""

import os
from pathlib import Path


def write_durably(path: Path, content: bytes) -> None:
    """Put `content` in the place of what was there. Raises OSError, and then nothing changed."""
    fresh = path.with_name(f".{path.name}.new")
    path.parent.mkdir(parents=True, exist_ok=True)
    with fresh.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    keep_names(path.parent)


def keep_names(folder: Path) -> None:
    """Make the names in a folder durable, as fsync on a file does for its content."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def keep_all(folder: Path) -> None:
    """Make everything in a folder durable: contents first, then names, the folder's own last."""
    for top, _, names in os.walk(folder, topdown=False):
        for name in names:
            path = Path(top, name)
            if not path.is_symlink():
                with path.open("rb") as file:
                    os.fsync(file.fileno())
        keep_names(Path(top))
