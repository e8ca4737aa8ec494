"""The exact bytes that make an ESC/POS printer print a page, cut it and be done.

python-escpos writes them; this decides where the page is cut into raster blocks. It cuts
in the white between lines of text where it can, so that the hair-line some printers leave
between two blocks never runs through a letter or the QR code; and it leaves out the white
at the right and between lines, which halves what must cross a slow cable. Printed, the
dots are those of the page, every one.

A real-time command needs no place in a queue: `DLE EOT n` is answered even by a printer
that waits for paper.
"""

import contextlib
import logging
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from printers.page import Page
from printers.profiles import Profile

if TYPE_CHECKING:
    from PIL.Image import Image

REPORT_ALL = b"\x1da\x0e"
"""GS a: tell by yourself when on line, error or paper change."""
CONFIRM = b"\x1dr\x01"
"""GS r 1: answered when all before it has been worked through."""
CLEAR = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
"""DLE DC4 8: drop all that has not been printed."""
WHITE_ROWS = 8
"""A white stretch this high is worth a block of its own, one byte wide."""
TEAR_LINES = 4
"""Line feeds between the print head and the tear bar of a printer without a cutter."""
_loading = threading.Lock()
MEMORY = Path("/dev/shm")  # noqa: S108 - a private folder is made in it, and removed


def question(number: int) -> bytes:
    """DLE EOT: 1 printer, 2 why off line, 3 error, 4 paper."""
    return b"\x10\x04" + bytes([number])


def encode(page: Page, profile: Profile) -> bytes:
    """The whole receipt, from initialising the printer to the cut."""
    from escpos.printer import Dummy  # noqa: PLC0415 - half a second, see printers/__init__

    image = picture(page)
    # Of python-escpos' profile only the paper width is used, to refuse what is too wide.
    printer = Dummy(profile="TM-T20II" if page.width > 384 else "NT-5890K")
    printer.hw("INIT")
    for top, bottom, width in blocks(page, profile.raster_rows):
        printer.image(
            image.crop((0, top, width, bottom)),
            impl="bitImageRaster",
            fragment_height=profile.raster_rows,
        )
    if profile.cuts:
        printer.cut(mode="PART", feed=False)  # GS V 66: feeds to the cutter by itself
    else:
        printer.print_and_feed(TEAR_LINES)
    return bytes(printer.output)


def picture(page: Page) -> "Image":
    """The page as a picture of one bit per pixel."""
    from PIL import Image  # noqa: PLC0415 - comes with python-escpos, and as late

    return Image.frombytes("1", (page.width, page.height), page.rows, "raw", "1;I")


def blocks(page: Page, max_rows: int) -> Iterator[tuple[int, int, int]]:
    """Raster blocks as (first row, row after the last, width in dots), top to bottom."""
    stride = page.width // 8
    inked = [
        len(page.rows[at : at + stride].rstrip(b"\0")) for at in range(0, len(page.rows), stride)
    ]
    top = 0
    while top < page.height:
        white = _white(inked, top)
        bottom = top + white if white >= WHITE_ROWS else _end_of_ink(inked, top)
        bottom = min(bottom, top + max_rows)
        yield top, bottom, 8 * max(1, *inked[top:bottom], 1)
        top = bottom


def _white(inked: list[int], top: int) -> int:
    """How many rows from here are white."""
    return next((at for at, width in enumerate(inked[top:]) if width), len(inked) - top)


def _end_of_ink(inked: list[int], top: int) -> int:
    """The row where the next long white begins: there no letter is cut in two."""
    at = top
    while at < len(inked):
        white = _white(inked, at)
        if white >= WHITE_ROWS and at > top:
            return at
        at += white or 1
    return len(inked)


def load(folder: Path) -> None:
    """Import python-escpos, leaving nothing behind but its one cache in `folder`.

    At import it makes a new directory for its cache of printer models, even where
    ESCPOS_CAPABILITIES_PICKLE_DIR names one: on a terminal that starts every day for
    years that fills the disk. So while it is imported, by this thread, "a new directory"
    is always the same one. Other threads get real new directories meanwhile. A cache that
    was cut short (the power went) is made anew; on a full disk it is made in memory, and
    again at the next start.
    """
    with _loading:
        try:
            _import(folder)
        except ImportError:
            raise
        except Exception:  # whatever unpickling half a file raises
            logging.getLogger(__name__).warning("the cache of printer models is made anew")
            for broken in folder.glob("*.pickle"):
                broken.unlink()
            try:
                _import(folder)
            except OSError:
                memory = MEMORY if MEMORY.is_dir() else None
                with tempfile.TemporaryDirectory(dir=memory) as instead:
                    _import(Path(instead))


def _import(folder: Path) -> None:
    with _one_new_directory(folder):
        import escpos.printer  # noqa: F401, PLC0415


@contextlib.contextmanager
def _one_new_directory(folder: Path) -> Iterator[None]:
    folder.mkdir(parents=True, exist_ok=True)
    importing, real = threading.get_ident(), tempfile.mkdtemp

    def mkdtemp(*args: str | None, **names: str | None) -> str:
        return str(folder) if threading.get_ident() == importing else real(*args, **names)

    tempfile.mkdtemp = mkdtemp  # type: ignore[assignment]  # one overload of four is enough here
    try:
        yield
    finally:
        tempfile.mkdtemp = real
