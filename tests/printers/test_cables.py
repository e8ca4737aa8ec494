"""Printers at the end of other cables: serial and USB.

The serial port is a pseudo-terminal, the USB device exists in memory (`usb_bus`). Neither
was tried on hardware here.
"""

import errno
import time
from pathlib import Path
from types import SimpleNamespace

import usb.core
from escpos.printer import Usb

from printers.devices import EscposPrinter, open_printer
from printers.lines import UsbLine
from printers.page import Page
from printers.printer import Failed, Printed
from printers.settings import SerialSettings, UsbSettings
from printers.status import Status
from tests.printers.emulator import Mechanism, SerialPrinter
from tests.printers.usb_bus import PRODUCT_ID, VENDOR_ID, UsbBus


def dots(rows: list[bytes], page: Page) -> bytes:
    return b"".join(row.ljust(page.width // 8, b"\0") for row in rows)


# Serial


def test_a_serial_printer_prints_whole_and_once_and_stays_open(page: Page, cache: Path) -> None:
    with SerialPrinter() as there:
        settings = SerialSettings(port=Path(there.path), profile="epson-tm-t20")
        printer = open_printer(settings, cache)
        assert printer.print(page, "a") == Printed()
        assert printer.print(page, "b") == Printed()
        printer.close()
    assert [dots(rows, page) for rows in there.printer.receipts] == [page.rows, page.rows]


def test_a_serial_printer_without_paper_says_so(page: Page, cache: Path) -> None:
    with SerialPrinter() as there:
        there.printer.at_row(200, there.printer.run_out_of_paper)
        settings = SerialSettings(port=Path(there.path), profile="epson-tm-t20")
        printer = open_printer(settings, cache)
        assert printer.print(page, "a") == Failed("no_paper")
        assert printer.status() == Status.NO_PAPER
        printer.close()


def test_a_serial_printer_that_vanishes_in_mid_print_is_lost(page: Page, cache: Path) -> None:
    with SerialPrinter() as there:
        there.printer.at_row(200, there.vanish)
        settings = SerialSettings(port=Path(there.path), limit_s=3)
        printer = open_printer(settings, cache)
        assert printer.print(page, "a") == Failed("lost")
        assert printer.print(page, "b") == Failed("lost")


def test_a_serial_printer_that_stalls_is_given_up_in_time(page: Page, cache: Path) -> None:
    with SerialPrinter() as there:
        there.printer.at_row(200, there.printer.take_nothing_more)
        settings = SerialSettings(port=Path(there.path), profile="epson-tm-t20", limit_s=2.5)
        start = time.monotonic()
        assert open_printer(settings, cache).print(page, "a") == Failed("offline")
        assert time.monotonic() - start < 3


# USB


def usb_printer(bus: UsbBus, cache: Path) -> EscposPrinter:
    settings = UsbSettings(
        vendor_id=VENDOR_ID, product_id=PRODUCT_ID, profile="epson-tm-t20", limit_s=3
    )
    return EscposPrinter(
        settings,
        cache,
        lambda: UsbLine(
            settings,
            Usb(settings.vendor_id, settings.product_id, usb_args={"backend": bus}, timeout=1000),
        ),
        keep_open=True,
    )


def test_a_usb_printer_prints_whole_and_once(page: Page, cache: Path) -> None:
    bus = UsbBus(Mechanism())
    printer = usb_printer(bus, cache)
    printer.warm_up()
    assert printer.print(page, "a") == Printed()
    assert [dots(rows, page) for rows in bus.printer.receipts] == [page.rows]


def test_a_usb_printer_that_takes_nothing_more_is_not_given_the_same_bytes_again(
    page: Page, cache: Path
) -> None:
    bus = UsbBus(Mechanism())
    bus.printer.at_row(200, bus.printer.take_nothing_more)
    assert usb_printer(bus, cache).print(page, "a") == Failed("offline")
    assert bus.stalled
    assert bus.writes_after_stall == 0
    assert len(bus.printer.rows) == 200


def test_a_usb_printer_that_is_unplugged_is_lost_and_found_again_at_the_next_receipt(
    page: Page, cache: Path
) -> None:
    bus = UsbBus(Mechanism())
    bus.printer.at_row(200, bus.pull_plug)
    printer = usb_printer(bus, cache)
    assert printer.print(page, "a") == Failed("lost")
    assert printer.status() == Status.LOST
    bus.plugged_in, bus.printer = True, Mechanism()
    assert printer.print(page, "b") == Printed()
    assert [dots(rows, page) for rows in bus.printer.receipts] == [page.rows]


def test_a_usb_printer_that_was_unplugged_between_two_receipts_prints_the_second(
    page: Page, cache: Path
) -> None:
    bus = UsbBus(Mechanism())
    printer = usb_printer(bus, cache)
    assert printer.print(page, "a") == Printed()
    line = printer._line
    assert isinstance(line, UsbLine)
    line._printer.device = _Dead()
    assert printer.print(page, "b") == Printed()
    assert len(bus.printer.receipts) == 2


class _Dead:
    def write(self, *_: object) -> int:
        raise usb.core.USBError("", None, errno.ENODEV)

    read = write
    _ctx = SimpleNamespace(dispose=lambda _device: None, backend=None)


def test_where_no_such_usb_printer_is_plugged_in_it_is_lost(page: Page, cache: Path) -> None:
    printer = open_printer(UsbSettings(vendor_id=0x1234, product_id=0x4321), cache)
    assert printer.print(page, "a") == Failed("lost")
