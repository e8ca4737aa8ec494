"""The colours of one theme. Contrasts are computed by a test, not promised here."""

from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as `#RRGGBB`. Text on any of its grounds reaches 7:1 (A10)."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}
    """A misspelt colour is refused, not left out."""

    ground: str
    card: str
    line: str
    shadow: str
    ink: str
    ink_soft: str
    brand: str
    forward: str
    forward_ink: str
    send: str
    send_ink: str
    change: str
    change_ink: str
    chosen: str
    chosen_fill: str
    focus: str
    pressed: str
    warning_fill: str
    warning_line: str
    good_fill: str
    good_line: str
    plate: str = "#FFFFFF"
    """Under a pictogram on a dark ground, for its outlines are black; and under a QR code.
    What is white in a pictogram has this colour too."""
