"""Device files, pictures of paper, no printer at all; and what staff write to choose one."""

import fcntl
import os
import time
from pathlib import Path

import pytest
from PIL import Image
from pydantic import TypeAdapter, ValidationError

from printers.devices import open_printer
from printers.page import Page
from printers.printer import Failed, Printed
from printers.settings import (
    FileSettings,
    NoPrinterSettings,
    PictureSettings,
    PrinterSettings,
)
from printers.status import Status
from tests.printers.decoder import replay

# A device file, or any file


def test_a_file_gets_the_bytes_of_each_receipt_at_its_end(
    page: Page, cache: Path, tmp_path: Path
) -> None:
    path = tmp_path / "paper"
    printer = open_printer(FileSettings(path=path), cache)
    assert printer.print(page, "a") == Printed()
    once = path.read_bytes()
    assert replay(once).dots(page.width) == page.rows
    assert printer.print(page, "b") == Printed()
    assert path.read_bytes() == once * 2


def test_a_device_that_is_not_there_is_lost_and_nothing_is_made_in_its_place(
    page: Page, cache: Path
) -> None:
    path = Path("/dev/no-such-printer-here")
    try:
        assert open_printer(FileSettings(path=path), cache).print(page, "a") == Failed("lost")
        assert not path.exists()
    finally:
        path.unlink(missing_ok=True)


def test_a_device_file_that_stalls_is_given_up_in_time(
    page: Page, cache: Path, tmp_path: Path
) -> None:
    path = tmp_path / "lp0"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        fcntl.fcntl(reader, fcntl.F_SETPIPE_SZ, 4096)
        start = time.monotonic()
        printer = open_printer(FileSettings(path=path, limit_s=2), cache)
        assert printer.print(page, "a") == Failed("fault")
        assert time.monotonic() - start < 2.2
    finally:
        os.close(reader)
    assert printer.print(page, "b") == Failed("lost")  # nobody at the other end any more


# Pictures


def test_a_picture_shows_the_paper_and_beside_it_lie_the_exact_bytes(
    page: Page, cache: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "state" / "receipts"
    printer = open_printer(PictureSettings(directory=folder), cache)
    assert printer.status() == Status.READY
    assert printer.print(page, "482173650194") == Printed()
    printer.forget()
    assert sorted(one.name for one in folder.iterdir()) == ["482173650194.bin", "482173650194.png"]
    with Image.open(folder / "482173650194.png") as picture:
        shown = picture.convert("1").tobytes("raw", "1;I")
        assert picture.size == (page.width, page.height)
        assert round(picture.info["dpi"][0]) == 203
    assert shown == page.rows
    assert replay((folder / "482173650194.bin").read_bytes()).dots(page.width) == page.rows


def test_pictures_that_may_not_be_kept_are_gone_when_the_visit_ends(
    page: Page, cache: Path, tmp_path: Path
) -> None:
    printer = open_printer(PictureSettings(directory=tmp_path, keep=False), cache)
    assert printer.print(page, "482173650194") == Printed()
    printer.forget()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_a_fault_and_not_a_crash(
    page: Page, cache: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    printer = open_printer(PictureSettings(directory=tmp_path / "file" / "receipts"), cache)
    assert printer.status() == Status.LOST
    assert printer.print(page, "482173650194") == Failed("fault")


def test_a_kiosk_without_a_printer_says_so(page: Page, cache: Path) -> None:
    printer = open_printer(NoPrinterSettings(), cache)
    assert printer.status() == Status.NONE
    assert printer.print(page, "a") == Failed("none")


# What staff write in the device's file


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ({"kind": "serial", "port": "/dev/ttyS0", "baudrate": 9600}, "115200"),
        ({"kind": "none", "profile": "generic-58", "width_mm": 80}, "set width_mm to 58"),
        ({"kind": "network", "host": "x", "profile": "laser"}, "epson-tm-t20"),
        ({"kind": "fax"}, "picture"),
        ({"kind": "network", "host": "x", "paper": 80}, "paper"),
    ],
)
def test_a_mistake_in_the_settings_is_told_with_what_to_write_instead(
    written: dict[str, object], complaint: str
) -> None:
    with pytest.raises(ValidationError, match=complaint):
        TypeAdapter(PrinterSettings).validate_python(written)


def test_the_settings_alone_say_how_wide_the_page_is(cache: Path) -> None:
    settings = TypeAdapter[PrinterSettings](PrinterSettings).validate_python(
        {"kind": "file", "path": "/dev/usb/lp0", "width_mm": 58, "answers": False}
    )
    assert open_printer(settings, cache).width_dots == 384
