"""A published zip becomes a folder: only files of a bundle, only inside that folder, only so much.

What the zip says of itself (names, sizes, how many) is refused before anything is written
if it is too much, and is not believed while writing: what comes out is counted.
"""

import io
import re
import shutil
import stat
import struct
import zipfile
import zlib
from pathlib import Path

from config.bundle import files_of

MOST_ZIP_BYTES = 64 * 1024 * 1024
MOST_BYTES = 256 * 1024 * 1024
MOST_FILES = 5000
RESERVE_BYTES = 50 * 1024 * 1024
"""Left free on the disk: what visitors hand in goes before a new bundle."""
_MOST_INDEX_BYTES = MOST_FILES * 400
_PIECE = 64 * 1024
_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_END = struct.Struct("<4s4H2LH")  # PKWARE APPNOTE 4.3.16
_LONGEST_END = _END.size + 0xFFFF


class BadZipError(Exception):
    """The zip cannot be used; its text is a sentence."""


class TooLargeError(BadZipError):
    pass


class NoRoomError(BadZipError):
    pass


def unpack(zipped: Path, folder: Path) -> None:
    """Write the bundle in `zipped` into `folder`, which is made. Raises BadZipError, OSError."""
    content = zipped.read_bytes()
    _check_end(content[-_LONGEST_END:])
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check(archive.infolist(), folder)
            written = _write(archive, folder)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError) as error:
        raise BadZipError("The file of the release is not a whole zip.") from error
    except RuntimeError as error:  # how zipfile says that it is encrypted
        raise BadZipError("The file of the release is encrypted.") from error
    strange = written - {str(path.relative_to(folder)) for path in files_of(folder)}
    if strange:
        raise BadZipError("The release holds files that do not belong in a bundle.")


def _check_end(tail: bytes) -> None:
    """The index is read as a whole, so how large it is must be known before."""
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END.size:
        raise BadZipError("The file of the release is not a whole zip.")
    _, _, _, _, number, index_bytes, _, _ = _END.unpack_from(tail, at)
    if b"PK\x06\x07" in tail[max(0, at - 20) : at]:
        raise TooLargeError("The file of the release is a zip of the large kind.")
    if number > MOST_FILES or index_bytes > _MOST_INDEX_BYTES:
        raise TooLargeError(f"The release holds more than {MOST_FILES} files.")


def _check(entries: list[zipfile.ZipInfo], folder: Path) -> None:
    if len(entries) > MOST_FILES:
        raise TooLargeError(f"The release holds more than {MOST_FILES} files.")
    total = sum(entry.file_size for entry in entries)
    if total > MOST_BYTES:
        raise TooLargeError(f"The release is larger than {MOST_BYTES // 2**20} MB when unpacked.")
    if shutil.disk_usage(folder.parent).free < total + RESERVE_BYTES:
        raise NoRoomError("The disk of this kiosk is too full for the release.")
    names = {entry.filename for entry in entries}
    if len(names) != len(entries):
        raise BadZipError("The release holds a file twice.")
    for entry in entries:
        kind = stat.S_IFMT(entry.external_attr >> 16)
        parts = entry.filename.split("/")
        fits = len(parts) <= 3 and all(_PART.fullmatch(part) for part in parts)
        if not fits or "\\" in entry.orig_filename or kind not in (0, stat.S_IFREG):
            raise BadZipError("The release holds a name that could lead out of its folder.")


def _write(archive: zipfile.ZipFile, folder: Path) -> set[str]:
    """The names that were written. Not more than `MOST_BYTES`, whatever the zip says."""
    folder.mkdir()
    left, written = MOST_BYTES, set()
    for entry in archive.infolist():
        path = folder / entry.filename
        path.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(entry) as packed, path.open("xb") as file:
            while piece := packed.read(_PIECE):
                left -= len(piece)
                if left < 0:
                    raise TooLargeError("The release is larger than it says.")
                file.write(piece)
        written.add(entry.filename)
    return written
