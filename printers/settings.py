"""Which printer stands in this kiosk, as staff write it in the device's file.

printer: {kind: network, host: 192.168.1.50, profile: epson-tm-m30}
printer: {kind: usb, vendor_id: 0x04b8, product_id: 0x0e28, profile: epson-tm-t20}
printer: {kind: file, path: /dev/usb/lp0, width_mm: 58, answers: false}
printer: {kind: picture, directory: var/receipts}
printer: {kind: none}
"""

from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from printers.profiles import DOTS, PROFILES, PaperWidth, Profile, ProfileName, generic

UsbId = Annotated[int, Field(ge=1, le=0xFFFF)]


class _Paper(BaseModel):
    """What every printer has: paper of a width, and a model."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    width_mm: PaperWidth = 80
    profile: ProfileName | None = None
    """Left out: the generic one for this width."""
    answers: bool = True
    """False for a printer, or a cable, that only listens: nothing is asked, nothing awaited."""
    limit_s: Annotated[float, Field(ge=1, le=8)] = 8.0
    """A receipt is out within this time, or it counts as failed."""

    @model_validator(mode="after")
    def _paper_fits_the_model(self) -> Self:
        widths = self.model.widths_mm
        if self.width_mm not in widths:
            raise ValueError(
                f"profile '{self.profile}' has no paper of {self.width_mm} mm; "
                f"set width_mm to {' or '.join(map(str, widths))}"
            )
        return self

    @property
    def model(self) -> Profile:
        return PROFILES[self.profile or generic(self.width_mm)]

    @property
    def width_dots(self) -> int:
        return DOTS[self.width_mm]


class NetworkSettings(_Paper):
    kind: Literal["network"] = "network"
    host: str
    port: Annotated[int, Field(ge=1, le=65535)] = 9100
    timeout_s: Annotated[float, Field(gt=0, le=3)] = 2.0
    """How long to wait for the connection."""


class UsbSettings(_Paper):
    """Found by its two numbers (`lsusb`); the endpoints are those of nearly all models."""

    kind: Literal["usb"] = "usb"
    vendor_id: UsbId
    product_id: UsbId
    in_endpoint: Annotated[int, Field(ge=0x81, le=0x8F)] = 0x82
    out_endpoint: Annotated[int, Field(ge=0x01, le=0x0F)] = 0x01


class SerialSettings(_Paper):
    """A receipt is some 50,000 bytes: a line slower than 115,200 baud cannot be in time."""

    kind: Literal["serial"] = "serial"
    port: Path
    baudrate: Literal[115200, 230400, 460800, 921600] = 115200


class FileSettings(_Paper):
    """A raw device file such as /dev/usb/lp0, or any file to append to."""

    kind: Literal["file"] = "file"
    path: Path


class PictureSettings(_Paper):
    """For trying out, demonstrating and testing: receipts stay in a folder for all to see.

    A real kiosk never has this kind: with `keep` off a receipt is removed when its visit
    ends, but only paper leaves nothing behind.
    """

    kind: Literal["picture"] = "picture"
    directory: Path
    keep: bool = True


class NoPrinterSettings(_Paper):
    kind: Literal["none"] = "none"


PrinterSettings = Annotated[
    NetworkSettings
    | UsbSettings
    | SerialSettings
    | FileSettings
    | PictureSettings
    | NoPrinterSettings,
    Field(discriminator="kind"),
]
