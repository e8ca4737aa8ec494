"""A bundle as a zip: the folder that may live in git, in and out.

What comes in is believed in nothing: not its sizes, not its names. It is refused whole
where it could be an attack, and files that are no part of a bundle are left out by name.
"""

import io
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from django.utils.translation import gettext as _

from desk.editing.bundle_paths import (
    MOST_BYTES,
    MOST_FILES,
    is_known,
    is_text,
    most_bytes,
)

EPOCH = (1980, 1, 1, 0, 0, 0)
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
PIECE = 64 * 1024


class RefusedZipError(ValueError):
    """This zip is not taken in, and why, in words."""


@dataclass(frozen=True, slots=True)
class Entry:
    path: str
    """In the bundle."""
    info: zipfile.ZipInfo


def write_zip(contents: Iterator[tuple[str, bytes]], out: IO[bytes]) -> None:
    """The same content gives the same bytes."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for path, content in contents:
            info = zipfile.ZipInfo(path, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            made.writestr(info, content)


class BundleZip:
    """A zip that somebody sent. Raises RefusedZipError."""

    def __init__(self, file: IO[bytes]) -> None:
        try:
            self._zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, NotImplementedError):
            raise RefusedZipError(_("Dit is geen zip-bestand dat gelezen kan worden.")) from None
        infos = [each for each in self._zip.infolist() if not each.is_dir()]
        if len(self._zip.infolist()) > MOST_FILES:
            raise RefusedZipError(_("Er zitten te veel bestanden in."))
        for info in infos:
            _refuse_odd(info)
        if sum(info.file_size for info in infos) > MOST_BYTES:
            raise RefusedZipError(_("Uitgepakt is dit te groot."))
        root = _root_of([info.filename for info in infos])
        entries = [Entry(info.filename.removeprefix(root), info) for info in infos]
        self.entries = tuple(sorted((each for each in entries if is_known(each.path)), key=_path))
        self.left_out = tuple(sorted(each.path for each in entries if not is_known(each.path)))
        paths = [each.path.casefold() for each in self.entries]
        if len(set(paths)) != len(paths):
            raise RefusedZipError(_("Er staat een bestand twee keer in."))
        if not any(each.path == "bundle.yaml" for each in self.entries):
            raise RefusedZipError(_("Er zit geen bundle.yaml in. Kies de map van een bundel."))

    def contents(self) -> Iterator[tuple[str, bytes]]:
        """Each file, read no further than it may be long, whatever the zip says of it."""
        left = MOST_BYTES
        for entry in self.entries:
            content = self._read(entry, min(left, most_bytes(entry.path)))
            left -= len(content)
            yield entry.path, content

    def _read(self, entry: Entry, most: int) -> bytes:
        out = io.BytesIO()
        try:
            with self._zip.open(entry.info) as file:
                while piece := file.read(PIECE):
                    if out.tell() + len(piece) > most:
                        raise RefusedZipError(_("%(path)s is te groot.") % {"path": entry.path})
                    out.write(piece)
        except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, ValueError) as error:
            if isinstance(error, RefusedZipError):
                raise
            raise RefusedZipError(_("%(path)s is beschadigd.") % {"path": entry.path}) from None
        content = out.getvalue()
        if is_text(entry.path) and not _is_utf8(content):
            raise RefusedZipError(
                _("%(path)s is geen tekst. Bewaar het als UTF-8.") % {"path": entry.path}
            )
        return content


def _path(entry: Entry) -> str:
    return entry.path


def _refuse_odd(info: zipfile.ZipInfo) -> None:
    name = info.orig_filename
    parts = name.split("/")
    if name.startswith("/") or "\\" in name or "\0" in name or ":" in name or ".." in parts:
        raise RefusedZipError(_("Er zit een bestand in dat buiten de map wil staan."))
    mode = info.external_attr >> 16
    if mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        raise RefusedZipError(_("Er zit een verwijzing in naar een ander bestand."))
    if info.flag_bits & 1:
        raise RefusedZipError(_("Deze zip heeft een wachtwoord. Maak er een zonder."))
    if info.compress_type not in METHODS:
        raise RefusedZipError(_("Deze zip is op een ongewone manier ingepakt."))


def _root_of(names: list[str]) -> str:
    """The one folder that everything is in, as where a whole folder was zipped; else empty."""
    tops = {name.split("/")[0] for name in names}
    if len(tops) == 1 and all("/" in name for name in names):
        return f"{tops.pop()}/"
    return ""


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
