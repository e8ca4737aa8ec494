"""What the process that looks for a new bundle is given, and nothing more; none of it is secret."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from config.updating.releases import Release

GRACE_S = 60.0


class PanelFacts(BaseModel):
    """The glass of this kiosk, as `screens.boxes.Panel.of` takes it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    width_px: int
    height_px: int
    width_mm: float | None
    bottom_mm: float | None


class Asked(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    updates_url: str
    root: str
    state: Path
    kiosk: str
    panel: PanelFacts
    in_use: Release | None
    """The published release that is really in use."""
    again: int = 0
    """This number may be taken although it is not higher: it was in use, and got damaged."""
    highest: Annotated[int, Field(ge=0)]
    refused: tuple[int, ...] = ()
    """Numbers that were looked at before and cannot be used."""
    grace_s: float = GRACE_S
    """What any file may take, besides the time for its length."""
