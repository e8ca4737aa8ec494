"""The headphone jack: tells when a plug goes in or out.

Linux reports it as an input switch (`SW_HEADPHONE_INSERT`) of the sound card. Every input
device that has the switch is watched, those that appear later too; one that goes away is
taken for a plug that was pulled out. It needs the `evdev` package (extra
`kiosk-hardware`) and the right to read `/dev/input`; without either a kiosk works as if
there were no headphones, and its log says so once.
"""

import array
import fcntl
import logging
import os
import select
import threading
from collections.abc import Callable, Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from kiosk.core.events import AnyEvent, Plugged

log = logging.getLogger(__name__)

EV_SW = 0x05  # linux/input-event-codes.h
SW_HEADPHONE_INSERT = 0x02
_EVIOCGSW = 0x8008451B  # _IOR('E', 0x1b, 8 bytes): linux/input.h
LOOK_S = 2.0
"""Between looks for sound cards that were plugged in since: a USB headset is one."""


class InputEvent(Protocol):
    @property
    def type(self) -> int: ...
    @property
    def code(self) -> int: ...
    @property
    def value(self) -> int: ...


class InputDevice(Protocol):
    """As much of `evdev.InputDevice` as is needed here."""

    @property
    def fd(self) -> int: ...
    def capabilities(self) -> dict[int, list[int]]: ...
    def read(self) -> Iterable[InputEvent]: ...
    def close(self) -> None: ...


class System(Protocol):
    """As much of the `evdev` package as is needed here."""

    def list_devices(self) -> Sequence[str]: ...
    def InputDevice(self, path: str) -> InputDevice: ...  # noqa: N802 - evdev's name


class Jack:
    """Watches in a thread of its own; `Plugged("headphones", ...)` at the start and at each
    change."""

    def __init__(
        self,
        system: System,
        inbox: Callable[[AnyEvent], None],
        *,
        is_in: Callable[[InputDevice], bool] | None = None,
        look_s: float = LOOK_S,
    ) -> None:
        self._system = system
        self._inbox = inbox
        self._is_in = is_in or switch_is_on
        self._look_s = look_s
        self._devices: dict[str, InputDevice] = {}
        self._others: set[str] = set()
        """Devices without such a switch: keyboards, touch panels."""
        self._plugged: dict[str, bool] = {}
        self._told: bool | None = None
        self._reads, self._writes = os.pipe()
        self._thread = threading.Thread(target=self._run, name="jack", daemon=True)
        self._thread.start()

    def close(self) -> None:
        os.write(self._writes, b"!")
        self._thread.join()
        os.close(self._reads)
        os.close(self._writes)

    def _run(self) -> None:
        while True:
            self._look()
            if self._plugged or self._told:
                self._tell()
            descriptors = {device.fd: path for path, device in self._devices.items()}
            ready, _, _ = select.select([self._reads, *descriptors], [], [], self._look_s)
            if self._reads in ready:
                break
            for descriptor in ready:
                self._read(descriptors[descriptor])
        for path in list(self._devices):
            self._drop(path)

    def _look(self) -> None:
        """Open what has come, and drop what has gone."""
        try:
            present = set(self._system.list_devices())
        except OSError:
            present = set()
        self._others &= present
        for path in set(self._devices) - present:
            self._drop(path)
        for path in present - set(self._devices) - self._others:
            self._open(path)

    def _open(self, path: str) -> None:
        try:
            device = self._system.InputDevice(path)
        except OSError:  # gone already, or not ours to read: a right may still be given
            return
        try:
            if SW_HEADPHONE_INSERT not in device.capabilities().get(EV_SW, ()):
                self._others.add(path)
                device.close()
                return
            self._plugged[path] = self._is_in(device)
        except OSError:
            device.close()
            return
        self._devices[path] = device

    def _read(self, path: str) -> None:
        try:
            for event in self._devices[path].read():
                if event.type == EV_SW and event.code == SW_HEADPHONE_INSERT:
                    self._plugged[path] = bool(event.value)
                    self._tell()
        except BlockingIOError:
            pass
        except OSError:
            self._drop(path)

    def _drop(self, path: str) -> None:
        device = self._devices.pop(path)
        self._plugged.pop(path, None)
        try:
            device.close()
        except OSError:
            log.debug("%s was gone before it was closed", path)

    def _tell(self) -> None:
        now = any(self._plugged.values())
        if now != self._told:
            self._told = now
            self._inbox(Plugged("headphones", present=now))


def switch_is_on(device: InputDevice) -> bool:
    """What the switch says now: evdev reports changes only."""
    bits = array.array("B", bytes(8))
    try:
        fcntl.ioctl(device.fd, _EVIOCGSW, bits)
    except OSError:
        return False
    return bool(bits[0] & 1 << SW_HEADPHONE_INSERT)


def watch_jack(inbox: Callable[[AnyEvent], None]) -> Jack | None:
    """Begin to watch; None where it cannot be done on this machine."""
    if find_spec("evdev") is None:
        log.info("headphones are not noticed: the extra 'kiosk-hardware' is not installed")
        return None
    return Jack(Jacks(), inbox)


class Jacks:
    """The devices of this machine that have a jack, from what the kernel says of each of them.

    evdev takes 5 MB, so it is loaded when there is a jack to watch.
    """

    def __init__(self, described: Path = Path("/sys/class/input")) -> None:
        self._described = described

    def list_devices(self) -> list[str]:
        found = self._described.glob("event*/device/capabilities/sw")
        return [f"/dev/input/{file.parts[-4]}" for file in sorted(found) if _has_jack(file)]

    def InputDevice(self, path: str) -> InputDevice:  # noqa: N802 - evdev's name
        import evdev  # noqa: PLC0415 - an optional extra, and only Linux has it

        device: InputDevice = evdev.InputDevice(path)
        return device


def _has_jack(file: Path) -> bool:
    """The file holds the switches of a device as bits, in hexadecimal words."""
    try:
        return bool(int(file.read_text().split()[-1], 16) & 1 << SW_HEADPHONE_INSERT)
    except (OSError, ValueError, IndexError):
        return False
