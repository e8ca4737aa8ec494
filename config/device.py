"""What is true of this machine only: its panel, its printer, its desk, its folders.

Everything that a town may change from afar stands in the bundle instead. A device file
is YAML; `ZUIL_...` in the environment and options of the program go before it.

    location: Bibliotheek Centrum
    panel_mm: [268, 477]
    enrolment: enrolment.yaml
    printer: {kind: network, host: 192.168.1.50}

The enrolment is a file of its own because it is a secret: `python -m desk enrol` writes
it, and nobody edits it.

How loud the kiosk may be is measured here, once, for no program knows what an amplifier
makes of its sound. Play speech at the volume that a visit begins with, hold a sound level
meter where an ear will be (for headphones: against one of them), and lower `loudest_...`
until it reads at most 65 dBA (A5). The seven volume steps lie 5 dB apart; the first is
the fourth of them, so three more go up to 15 dB above that.
"""

import os
from hmac import compare_digest
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    model_validator,
)
from pydantic_settings import (
    BaseSettings,
    InitSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from config.problems import Mistakes, Problem, mistakes_of, read_yaml, validated
from kiosk.core.loopback import is_this_machine
from printers.settings import PictureSettings, PrinterSettings

Millimetres = Annotated[float, Field(ge=50, le=2000)]
ENROLMENT = "enrolment.yaml"
Gain = Annotated[float, Field(gt=0, le=1)]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]


def _staff_code(value: object) -> object:
    """YAML would read 012345 as a number in base eight, and nobody would get in."""
    text = value.get_secret_value() if isinstance(value, SecretStr) else value
    if not isinstance(text, str) or not (text.isascii() and text.isdigit() and len(text) >= 6):
        raise ValueError("'staff_code' must be six digits or more, between quotes: \"482913\".")
    return value


class Enrolment(BaseModel):
    """Where submissions go, the key they are sealed to, and what proves who hands them in."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    desk_url: Annotated[str, Field(pattern=r"^https?://[^\s/]+$")]
    desk_public_key: Annotated[str, Field(pattern=r"^[A-Za-z0-9+/]{43}=$")]
    kiosk_name: Annotated[str, Field(min_length=1, max_length=100)]
    kiosk_token: SecretStr
    orders_key: Annotated[str, Field(pattern=r"^[A-Za-z0-9+/]{43}=$")] | None = None
    """What orders from afar are signed with. Without it none are obeyed."""
    updates_url: Annotated[str, Field(pattern=r"^https?://[^\s?#]+$")] | None = None
    updates_root: Annotated[str, Field(min_length=2, max_length=65_536)] | None = None
    """Where new bundles are published, and the first root that they are signed under."""

    @model_validator(mode="after")
    def _has_both_or_neither(self) -> Self:
        if (self.updates_url is None) != (self.updates_root is None):
            raise ValueError(
                "'updates_url' and 'updates_root' belong together. Enrol this kiosk anew"
            )
        return self


class Device(BaseSettings):
    """One kiosk. Each line can also come from the environment: `ZUIL_PRINTER__KIND=none`."""

    model_config = SettingsConfigDict(
        env_prefix="ZUIL_", env_nested_delimiter="__", extra="forbid", frozen=True
    )

    location: str = ""
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    panel_mm: tuple[Millimetres, Millimetres] | None = None
    """Width and height of the picture on the glass; guessed from the pixels where left out."""
    window_px: tuple[int, int] | None = None
    """Size of the window, or of the picture for the mirror; as large as fits where left out."""
    fullscreen: bool = True
    press_filter_s: Annotated[float, Field(ge=0, le=2)] = 0.15
    """A press on the same button within this time counts once (A11; trembling hands: 0.5)."""
    bundle: Path | None = None
    state: Path = Path("var")
    enrolment: Path | None = None
    """Relative to the device file. Left out: `enrolment.yaml` in the state folder, which the
    kiosk gets for a one-time code at its staff screen. Without one nothing can be sent, and
    visitors are told."""
    desk_url: Annotated[str, Field(pattern=r"^https?://[^\s/]+$")] | None = None
    """The desk to which a one-time code goes that was typed; a scanned one names its own."""
    updates_every_s: Annotated[float, Field(ge=5, le=86_400)] = 300
    """How often to look for a new bundle, a fifth sooner or later by chance."""
    follow_url: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None
    """The desk as visitors reach it, where that differs from how the kiosk does."""
    printer: PrinterSettings | None = None
    sound: bool = True
    """Without it the kiosk is silent and listens to nobody: no microphone either."""
    loudspeaker: str = ""
    headphones: str = ""
    """The system's names of two sound devices, where the headphones are one of their own (a
    keypad with a jack). Left out, there is one device, whose jack silences its loudspeaker."""
    loudest_loudspeaker: Gain = 1.0
    loudest_headphones: Gain = 1.0
    microphone: str = "auto"
    """`auto` for the system's own, its name, or `off`: then nobody is offered to record."""
    voices: dict[Language, Path] = {}
    """A Piper voice (.onnx, with its .onnx.json beside it) for each language that has one."""
    explore: Literal["lift", "tap"] = "lift"
    """With speech on, a resting finger hears what it touches; lifting it chooses (`lift`), or
    only a second tap does (`tap`)."""
    less_motion: bool = False
    scan_s: Annotated[float, Field(ge=1, le=6)] = 2.5
    """How long one-switch scanning stays at each target at the start of a visit."""
    panel_bottom_mm: Annotated[float, Field(ge=0, le=2000)] | None = None
    """Height of the lower edge of the glass above the floor."""
    low: bool = False
    """A visit begins with all buttons in the reach zone of 800 to 1100 mm (A12)."""
    staff_code: Annotated[SecretStr, BeforeValidator(_staff_code)] | None = None
    """Opens the staff screen of the kiosk itself. Without one there is none."""
    logs: Literal["lines", "json"] = "lines"
    """What it writes down about itself: for people, or one JSON object on each line."""
    mirror: Annotated[str, Field(pattern=r"^[\w.\[\]:-]+:\d{1,5}$")] | None = None
    mirror_beyond_this_machine: bool = False
    """The mirror shows and does what a visitor does: other machines only if you say so."""

    @property
    def paper(self) -> PrinterSettings:
        """The printer; without one in the file, pictures under the state folder."""
        return self.printer or PictureSettings(directory=self.state / "receipts")

    def staff_code_is(self, typed: str) -> bool:
        """In the same time for every wrong code."""
        code = self.staff_code.get_secret_value() if self.staff_code else ""
        return bool(code) and compare_digest(typed.encode(), code.encode())


def load_device(path: Path | None, options: dict[str, Any]) -> Device:
    """The device's settings: options of the program, then the environment, then the file.

    An option that is None was not given. Raises Mistakes.
    """
    name = str(path) if path else "options"
    content = read_yaml(path, name) if path else {}
    if not isinstance(content, dict):
        raise Mistakes([Problem(name, 1, "this must be lines of 'name: value'.")])

    class FromFile(Device):
        @classmethod
        def settings_customise_sources(
            cls,
            settings_cls: type[BaseSettings],
            init_settings: PydanticBaseSettingsSource,
            env_settings: PydanticBaseSettingsSource,
            dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - no such file here
            file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - nor these
        ) -> tuple[PydanticBaseSettingsSource, ...]:
            return init_settings, env_settings, InitSettingsSource(settings_cls, content)

    try:
        return FromFile(**{key: value for key, value in options.items() if value is not None})
    except ValidationError as error:
        raise mistakes_of(error, path, name) from None


def load_enrolment(device: Device, path: Path | None) -> Enrolment | None:
    """What the desk gave this kiosk; None where it is not enrolled. Raises Mistakes."""
    file = enrolment_file(device, path)
    if device.enrolment is None and not file.exists():
        return None
    return validated(Enrolment, read_yaml(file, str(file)), file, str(file))


def enrolment_file(device: Device, path: Path | None) -> Path:
    """Where the enrolment is that the device file at `path` names, or where it will be."""
    if device.enrolment is None:
        return device.state / ENROLMENT
    return (path.parent if path else Path()) / device.enrolment


def is_on_this_machine(address: str) -> bool:
    """Whether a mirror address can be reached from this machine only."""
    return is_this_machine(address.rpartition(":")[0].strip("[]"))


def has_display() -> bool:
    """Whether a window can be tried: a display server is named, or SDL was told what to use."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    return any(os.environ.get(name) for name in names)
