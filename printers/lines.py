"""The cable to the printer: bytes there, bytes back, and never a wait without an end.

Every wait is short (`POLL_S`) so that whoever prints can look at what the printer says
meanwhile. A line that is broken raises OSError; one that cannot know how much of its
bytes arrived (USB, after a time-out) raises TimeoutError, because repeating could print twice.

python-escpos makes the bytes and finds the USB printer. Its network, serial and file
drivers are not used: their writes and their `close` may wait for ever on a stalled printer.
"""

import contextlib
import errno
import os
import select
import socket
import stat
import struct
import termios
from pathlib import Path
from typing import Any, Protocol

from printers.settings import FileSettings, NetworkSettings, SerialSettings, UsbSettings

POLL_S = 0.1
CHUNK_BYTES = 4096
USB_STALL_MS = 1500
"""A USB printer that takes no 4096 bytes (some 60 rows, a tenth of a second) in this time
has stalled. It cannot be asked meanwhile, so this is shorter than for other cables."""
USB_READ_MS = 20


class Line(Protocol):
    """`two_way` tells whether anything can come back."""

    @property
    def two_way(self) -> bool: ...

    def send(self, data: memoryview) -> int:
        """Hand over some of it; how many bytes were taken, 0 after `POLL_S` without room.

        TimeoutError: no room either, but nobody knows how much was taken. Send nothing more.
        """
        ...

    def receive(self, wait_s: float) -> bytes:
        """What came in, at the latest after `wait_s`; empty when nothing did."""
        ...

    def close(self, *, drop: bool = False) -> None:
        """Let go without waiting for the printer. `drop` throws away what is on its way."""
        ...


class NetworkLine:
    """Raw TCP, usually port 9100. Opened for one conversation: printers drop idle ones."""

    two_way = True

    def __init__(self, settings: NetworkSettings) -> None:
        address = (settings.host, settings.port)
        self._socket = socket.create_connection(address, timeout=settings.timeout_s)
        self._socket.setblocking(False)
        # What waits in our own memory looks like printed; keep it little, to notice a stall.
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, CHUNK_BYTES)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def send(self, data: memoryview) -> int:
        if not select.select([], [self._socket], [], POLL_S)[1]:
            return 0
        return self._socket.send(data[:CHUNK_BYTES])

    def receive(self, wait_s: float) -> bytes:
        if not select.select([self._socket], [], [], wait_s)[0]:
            return b""
        if data := self._socket.recv(256):
            return data
        raise ConnectionResetError(errno.ECONNRESET, "the printer ended the connection")

    def close(self, *, drop: bool = False) -> None:
        if drop:
            # Linger 0: what is still on its way to a printer that failed is thrown away.
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._socket.close()


class FileLine:
    """A raw device file, or any file: bytes are added at its end.

    Under /dev nothing is ever created: a printer that is switched off must not turn into a
    file that fills the memory.
    """

    def __init__(self, settings: FileSettings) -> None:
        path = settings.path
        device = path.is_relative_to("/dev") or (path.exists() and not path.is_file())
        how = os.O_RDWR if _is_character_device(path) else os.O_WRONLY
        how |= 0 if device else os.O_CREAT | os.O_APPEND
        self._file = os.open(path, how | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY, 0o600)
        self.two_way = bool(how & os.O_RDWR)

    def send(self, data: memoryview) -> int:
        if not select.select([], [self._file], [], POLL_S)[1]:
            return 0
        try:
            return os.write(self._file, data[:CHUNK_BYTES])
        except BlockingIOError:
            return 0

    def receive(self, wait_s: float) -> bytes:
        if not select.select([self._file], [], [], wait_s)[0]:
            return b""
        try:
            return os.read(self._file, 256)
        except BlockingIOError:
            return b""

    def close(self, *, drop: bool = False) -> None:  # noqa: ARG002 - nothing waits in a file
        os.close(self._file)


def _is_character_device(path: Path) -> bool:
    return path.exists() and stat.S_ISCHR(path.stat().st_mode)


class SerialLine:
    """An RS-232 port or an adapter that looks like one; hardware handshake (RTS/CTS)."""

    two_way = True

    def __init__(self, settings: SerialSettings) -> None:
        import serial  # noqa: PLC0415 - see printers/__init__

        try:
            self._port = serial.Serial(
                str(settings.port), settings.baudrate, timeout=0, write_timeout=0, exclusive=True
            )
        except (termios.error, ValueError) as problem:  # which are no OSErrors
            raise OSError(errno.EIO, "not a serial port that can be set up") from problem
        try:
            self._port.rtscts = True
        except (OSError, termios.error):
            self._port.rtscts = False  # an adapter without these wires works without them

    def send(self, data: memoryview) -> int:
        if not select.select([], [self._port.fileno()], [], POLL_S)[1]:
            return 0
        try:
            return os.write(self._port.fileno(), data[:CHUNK_BYTES])
        except BlockingIOError:
            return 0

    def receive(self, wait_s: float) -> bytes:
        if not select.select([self._port.fileno()], [], [], wait_s)[0]:
            return b""
        if data := os.read(self._port.fileno(), 256):
            return data
        raise OSError(errno.EIO, "the serial port hung up")

    def close(self, *, drop: bool = False) -> None:
        if drop:
            # Else closing waits up to 30 s for it to leave. A port that is gone has none.
            with contextlib.suppress(OSError, termios.error):
                self._port.reset_output_buffer()
        self._port.close()


class UsbLine:
    """A printer on USB, found and set up by python-escpos. `printer` is its `Usb` driver."""

    two_way = True

    def __init__(self, settings: UsbSettings, printer: Any = None) -> None:
        from escpos.exceptions import DeviceNotFoundError  # noqa: PLC0415
        from escpos.printer import Usb  # noqa: PLC0415
        from usb.core import NoBackendError  # noqa: PLC0415

        self._printer = printer or Usb(
            settings.vendor_id,
            settings.product_id,
            timeout=USB_STALL_MS,
            in_ep=settings.in_endpoint,
            out_ep=settings.out_endpoint,
        )
        try:
            self._printer.open()
        except (DeviceNotFoundError, NoBackendError) as problem:  # not there, or no libusb-1.0
            raise OSError(errno.ENODEV, "no such USB printer") from problem

    def send(self, data: memoryview) -> int:
        chunk = bytes(data[:CHUNK_BYTES])
        try:
            return int(self._printer.device.write(self._printer.out_ep, chunk, USB_STALL_MS))
        except OSError as problem:  # as all errors of pyusb are
            if problem.errno == errno.ETIMEDOUT:
                raise TimeoutError(errno.ETIMEDOUT, "the printer takes nothing") from problem
            raise

    def receive(self, wait_s: float) -> bytes:
        try:
            wait_ms = max(USB_READ_MS, round(wait_s * 1000))
            return bytes(self._printer.device.read(self._printer.in_ep, 64, wait_ms))
        except OSError as problem:
            if problem.errno == errno.ETIMEDOUT:
                return b""
            raise

    def close(self, *, drop: bool = False) -> None:  # noqa: ARG002 - libusb keeps no queue
        self._printer.close()
