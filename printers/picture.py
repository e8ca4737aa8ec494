"""A printer made of files, to try the kiosk without one: `<name>.png` to look at, and
`<name>.bin`, the very bytes that a real printer would have been given.

Both appear whole or not at all, and the picture last: whoever sees it finds the bytes too.
"""

import io
import os
from pathlib import Path

from printers import escpos_bytes
from printers.page import DOTS_PER_MM, Page
from printers.printer import Failed, Outcome, Printed
from printers.settings import PictureSettings
from printers.status import Status

DOTS_PER_INCH = DOTS_PER_MM * 25.4


class PicturePrinter:
    """See `PictureSettings`: for demonstrations and tests, since the receipts stay."""

    def __init__(self, settings: PictureSettings, cache: Path) -> None:
        self.width_dots = settings.width_dots
        self._settings = settings
        self._cache = cache
        self._made: list[Path] = []

    def warm_up(self) -> None:
        escpos_bytes.load(self._cache)

    def status(self) -> Status:
        folder = next(path for path in (self._folder, *self._folder.parents) if path.exists())
        usable = folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)
        return Status.READY if usable else Status.LOST

    def print(self, page: Page, name: str) -> Outcome:
        escpos_bytes.load(self._cache)
        png = io.BytesIO()
        escpos_bytes.picture(page).save(png, "PNG", dpi=(DOTS_PER_INCH, DOTS_PER_INCH))
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._write(f"{name}.bin", escpos_bytes.encode(page, self._settings.model))
            self._write(f"{name}.png", png.getvalue())
        except OSError:
            return Failed("fault")  # the disk is full, or the folder may not be written
        return Printed()

    def forget(self) -> None:
        if not self._settings.keep:
            for path in self._made:
                path.unlink(missing_ok=True)
        self._made.clear()

    def close(self) -> None:
        self.forget()

    @property
    def _folder(self) -> Path:
        return self._settings.directory

    def _write(self, name: str, data: bytes) -> None:
        if Path(name).name != name:
            raise ValueError("the name of a receipt is the name of a file, not a path")
        path = self._folder / name
        half = path.with_name(f".{name}.half")
        try:
            half.write_bytes(data)
            half.replace(path)
        finally:
            half.unlink(missing_ok=True)
        self._made.append(path)
