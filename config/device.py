"""What is true of this machine only: its panel, its printer, its desk, its folders.

Everything that a town may change from afar stands in the bundle instead. A device file
is YAML; `ZUIL_...` in the environment and options of the program go before it.

    name: bibliotheek-1
    location: Bibliotheek Centrum
    panel_mm: [268, 477]
    desk: {url: "https://desk.example.org", public_key: "...", token: "..."}
    printer: {kind: network, host: 192.168.1.50}
"""

import os
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from config.problems import Mistakes, Problem, mistakes_of, read_yaml
from printers.settings import PictureSettings, PrinterSettings

Millimetres = Annotated[float, Field(ge=50, le=2000)]


class DeskSettings(BaseModel):
    """Where submissions go, the key they are sealed to, and what proves who hands them in."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: Annotated[str, Field(pattern=r"^https?://[^\s/]+$")]
    public_key: str
    token: SecretStr
    follow_url: str = ""
    """The page behind the QR code, as visitors reach it; the desk's own where left out."""


class Device(BaseSettings):
    """One kiosk. Each line can also come from the environment: `ZUIL_PRINTER__KIND=none`."""

    model_config = SettingsConfigDict(
        env_prefix="ZUIL_", env_nested_delimiter="__", extra="forbid", frozen=True
    )

    name: Annotated[str, Field(pattern=r"^[\w][\w .-]{0,63}$")] = "kiosk"
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
    state: Path = Path("var/kiosk")
    desk: DeskSettings | None = None
    printer: PrinterSettings | None = None
    sound: bool = True
    mirror: Annotated[str, Field(pattern=r"^[\w.\[\]:-]+:\d{1,5}$")] | None = None
    mirror_beyond_this_machine: bool = False
    """The mirror shows and does what a visitor does: other machines only if you say so."""

    @property
    def paper(self) -> PrinterSettings:
        """The printer; without one in the file, pictures under the state folder."""
        return self.printer or PictureSettings(directory=self.state / "receipts")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - the library calls it so
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment goes before the file, which arrives as keywords."""
        return env_settings, init_settings


def load_device(path: Path | None, options: dict[str, Any]) -> Device:
    """The device file with the environment and the options on top. Raises Mistakes."""
    name = str(path) if path else "options"
    content = read_yaml(path, name) if path else {}
    if not isinstance(content, dict):
        raise Mistakes([Problem(name, 1, "this must be lines of 'name: value'.")])
    try:
        device = Device(**content)
        return device.model_validate({**device.model_dump(), **options}) if options else device
    except ValidationError as error:
        raise mistakes_of(error, path, name) from None


def is_on_this_machine(address: str) -> bool:
    """Whether a mirror address can be reached from this machine only."""
    host = address.rpartition(":")[0].strip("[]")
    return host in ("localhost", "::1") or host.startswith("127.")


def has_display() -> bool:
    """Whether a window can be tried: a display server is named, or SDL was told what to use."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    return any(os.environ.get(name) for name in names)
