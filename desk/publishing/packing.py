"""A bundle as one file: the same content always gives the same bytes.

What is too large for a kiosk to take is refused here, where staff can still do something.
"""

import io
import zipfile
from pathlib import Path

from config.bundle import files_of

MIB = 1024 * 1024
LARGEST_PACKED = 64 * MIB
LARGEST_UNPACKED = 256 * MIB
MOST_FILES = 5000
THE_SAME_DAY = (1980, 1, 1, 0, 0, 0)
"""The first that a zip can name."""
READABLE = 0o100644 << 16


class TooLargeError(Exception):
    """The bundle is more than a kiosk takes. The message says how much that is."""


def pack(folder: Path) -> bytes:
    """The files that make a bundle, and no others. Raises TooLargeError."""
    paths = files_of(folder)
    unpacked = sum(path.stat().st_size for path in paths)
    if len(paths) > MOST_FILES:
        raise TooLargeError(f"{len(paths)} files; a kiosk takes {MOST_FILES}.")
    if unpacked > LARGEST_UNPACKED:
        raise TooLargeError(f"{unpacked // MIB} MiB; a kiosk takes {LARGEST_UNPACKED // MIB}.")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for path in paths:
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), THE_SAME_DAY)
            entry.create_system = 3  # on whatever system it is made
            entry.external_attr = READABLE
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, path.read_bytes(), compresslevel=9)
    if packed.tell() > LARGEST_PACKED:
        raise TooLargeError(
            f"{packed.tell() // MIB} MiB packed; a kiosk takes {LARGEST_PACKED // MIB}."
        )
    return packed.getvalue()
