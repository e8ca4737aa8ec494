"""A USB bus that exists in memory, below the real pyusb and the real driver of python-escpos.

One printer is plugged in: one configuration, one interface, two bulk endpoints.
"""

# ruff: noqa: ARG002 - the shape of these methods is pyusb's

import errno
from types import SimpleNamespace
from typing import Any

import usb.backend
import usb.core

from tests.printers.emulator import Mechanism

VENDOR_ID, PRODUCT_ID = 0x04B8, 0x0E28


class UsbBus(usb.backend.IBackend):  # type: ignore[misc]  # pyusb has no types
    def __init__(self, printer: Mechanism) -> None:
        self.printer = printer
        self.plugged_in = True
        self.stalled = False
        self.writes_after_stall = 0
        self._said = b""

    def enumerate_devices(self) -> Any:
        return iter(["printer"] if self.plugged_in else [])

    def get_device_descriptor(self, dev: object) -> Any:
        return SimpleNamespace(
            bLength=18, bDescriptorType=1, bcdUSB=0x200, bDeviceClass=0, bDeviceSubClass=0,
            bDeviceProtocol=0, bMaxPacketSize0=64, idVendor=VENDOR_ID,
            idProduct=PRODUCT_ID, bcdDevice=0x100, iManufacturer=0, iProduct=0,
            iSerialNumber=0, bNumConfigurations=1, address=2, bus=1, port_number=1,
            port_numbers=(1,), speed=3,
        )  # fmt: skip

    def get_configuration_descriptor(self, dev: object, config: int) -> Any:
        return SimpleNamespace(
            bLength=9, bDescriptorType=2, wTotalLength=32, bNumInterfaces=1,
            bConfigurationValue=1, iConfiguration=0, bmAttributes=0xC0, bMaxPower=0,
            extra_descriptors=[],
        )  # fmt: skip

    def get_interface_descriptor(self, dev: object, intf: int, alt: int, config: int) -> Any:
        if intf or alt:
            raise IndexError
        return SimpleNamespace(
            bLength=9, bDescriptorType=4, bInterfaceNumber=0, bAlternateSetting=0,
            bNumEndpoints=2, bInterfaceClass=7, bInterfaceSubClass=1, bInterfaceProtocol=2,
            iInterface=0, extra_descriptors=[],
        )  # fmt: skip

    def get_endpoint_descriptor(
        self, dev: object, ep: int, intf: int, alt: int, config: int
    ) -> Any:
        return SimpleNamespace(
            bLength=7, bDescriptorType=5, bEndpointAddress=(0x01, 0x82)[ep], bmAttributes=2,
            wMaxPacketSize=512, bInterval=0, bRefresh=0, bSynchAddress=0, extra_descriptors=[],
        )  # fmt: skip

    def open_device(self, dev: object) -> object:
        return dev

    def close_device(self, handle: object) -> None:
        pass

    def set_configuration(self, handle: object, value: int) -> None:
        pass

    def get_configuration(self, handle: object) -> int:
        return 1

    def reset_device(self, handle: object) -> None:
        pass

    def claim_interface(self, handle: object, intf: int) -> None:
        pass

    def release_interface(self, handle: object, intf: int) -> None:
        pass

    def bulk_write(self, handle: object, ep: int, intf: int, data: Any, timeout: int) -> int:
        self._needs_plug()
        self.writes_after_stall += self.stalled
        left = bytes(data)
        while left:
            self._needs_plug()
            room = self.printer.room
            if not room:  # and nobody will know how much of it was taken
                self.stalled = True
                raise usb.core.USBTimeoutError("", None, errno.ETIMEDOUT)
            self._said += self.printer.take(left[:room]) + self.printer.work()
            left = left[room:]
        return len(data)

    def bulk_read(self, handle: object, ep: int, intf: int, buff: Any, timeout: int) -> int:
        self._needs_plug()
        self._said += self.printer.work()
        if not self._said:
            raise usb.core.USBTimeoutError("", None, errno.ETIMEDOUT)
        said, self._said = self._said[: len(buff)], self._said[len(buff) :]
        for at, byte in enumerate(said):
            buff[at] = byte
        return len(said)

    def pull_plug(self) -> None:
        self.plugged_in = False

    def _needs_plug(self) -> None:
        if not self.plugged_in:
            raise usb.core.USBError("", None, errno.ENODEV)
