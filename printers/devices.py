"""Printers that speak ESC/POS, whatever the cable. The promises:

- it is asked how it is before anything is sent, so a printer that cannot print gets nothing;
- it is asked again afterwards, because writing to a printer that has gone looks like success;
- a page is sent once, never repeated, and has an outcome within the time of its settings;
- what failed half-way is dropped from the printer where the model can do that, so that it
  does not come out for the next visitor;
- a printer that was lost is looked for again at the next receipt.

A printer that only listens (`answers: false`, a plain file) is trusted to have printed what
it took.
"""

import time
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import assert_never

from printers import escpos_bytes
from printers.conversation import Conversation
from printers.lines import FileLine, Line, NetworkLine, SerialLine, UsbLine
from printers.page import DOTS_PER_MM, Page
from printers.picture import PicturePrinter
from printers.printer import Failed, NoPrinter, Outcome, Printed, Printer
from printers.settings import (
    FileSettings,
    NetworkSettings,
    NoPrinterSettings,
    PictureSettings,
    PrinterSettings,
    SerialSettings,
    UsbSettings,
)
from printers.status import Status

DeviceSettings = NetworkSettings | UsbSettings | SerialSettings | FileSettings


def open_printer(settings: PrinterSettings, cache: Path) -> Printer:
    """The printer of these settings. Nothing is opened, read or imported until it is used.

    `cache` is a folder of the kiosk's state where python-escpos may keep its one file.
    """
    match settings:
        case NetworkSettings():
            return EscposPrinter(settings, cache, lambda: NetworkLine(settings))
        case UsbSettings():
            return EscposPrinter(settings, cache, lambda: UsbLine(settings), keep_open=True)
        case SerialSettings():
            return EscposPrinter(settings, cache, lambda: SerialLine(settings), keep_open=True)
        case FileSettings():
            return EscposPrinter(settings, cache, lambda: FileLine(settings))
        case PictureSettings():
            return PicturePrinter(settings, cache)
        case NoPrinterSettings():
            return NoPrinter(settings.width_dots)
        case _:
            assert_never(settings)


class EscposPrinter:
    """One device. `open_line` raises OSError when it is not there.

    `keep_open`: USB and serial are slow to open and nobody else's; a network printer serves
    others too, and ends idle connections without a word.
    """

    def __init__(
        self,
        settings: DeviceSettings,
        cache: Path,
        open_line: Callable[[], Line],
        *,
        keep_open: bool = False,
    ) -> None:
        self.width_dots = settings.width_dots
        self._settings = settings
        self._cache = cache
        self._open_line = open_line
        self._keep_open = keep_open and settings.answers
        self._line: Line | None = None
        self._turn = Lock()

    def warm_up(self) -> None:
        escpos_bytes.load(self._cache)
        if self._keep_open:
            self.status()

    def status(self) -> Status:
        with self._turn:
            try:
                _, status = self._greet(time.monotonic() + self._settings.limit_s)
            except OSError:
                self._let_go()
                return Status.LOST
            if not self._keep_open:
                self._let_go()
            return status

    def print(self, page: Page, name: str) -> Outcome:  # noqa: ARG002 - paper bears no file name
        with self._turn:
            deadline = time.monotonic() + self._settings.limit_s
            escpos_bytes.load(self._cache)
            data = escpos_bytes.encode(page, self._settings.model)
            try:
                talk, status = self._greet(deadline)
                if status.problem is None:
                    status = talk.print(data, page.height / DOTS_PER_MM)
            except OSError:
                status = Status.LOST
            if status.problem is not None or not self._keep_open:
                self._let_go(drop=status.problem is not None)
            if status.problem is not None:
                return Failed(status.problem)
            return Printed(low=status is Status.PAPER_LOW)

    def forget(self) -> None:
        pass  # a page is gone from memory when `print` returns

    def close(self) -> None:
        with self._turn:
            self._let_go()

    def _greet(self, deadline: float) -> tuple[Conversation, Status]:
        """Say hello, over a new line where the one that was kept turns out to be dead.

        Only questions have been sent by then, so trying twice cannot print twice.
        """
        if self._line is not None:
            try:
                talk = self._talk(self._line, deadline)
                return talk, talk.status()
            except OSError:
                self._let_go(drop=True)
        escpos_bytes.load(self._cache)
        self._line = self._open_line()
        talk = self._talk(self._line, deadline)
        return talk, talk.status()

    def _talk(self, line: Line, deadline: float) -> Conversation:
        model = self._settings.model
        asks = self._settings.answers and model.answers and line.two_way
        return Conversation(line, model, asks, deadline)

    def _let_go(self, *, drop: bool = False) -> None:
        line, self._line = self._line, None
        if line is not None:
            line.close(drop=drop)
