"""This kiosk as the core knows it: the bundle it offers and the few facts of its own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from kiosk.core.arrangement import Arrangement, Plain
from kiosk.core.catalogue import Catalogue, Limits, Municipality
from kiosk.core.flow import Flow
from kiosk.core.texts import Texts


@dataclass(frozen=True, slots=True)
class Terminal:
    """`start` names the flows on the start screen, in order.

    `arrangement` knows how much fits on the panel, and how it lies there.
    `find_code` takes the tracking code out of what a scanner read. `follow_url` is the page
    behind the QR code, with `{code}` in the place of the tracking code.
    """

    name: str
    bundle: str
    municipality: Municipality
    location: str
    latitude: float | None
    longitude: float | None
    follow_url: str
    flows: Mapping[str, Flow]
    start: tuple[str, ...]
    catalogue: Catalogue
    texts: Texts
    themes: tuple[str, ...]
    limits: Limits
    code_is_valid: Callable[[str], bool]
    find_code: Callable[[str], str | None]
    announcements: Mapping[str, str] = field(default_factory=dict)
    """The picture of each announcement by its name; `Board` says which of them hold."""
    has_printer: bool = True
    arrangement: Arrangement = field(default_factory=Plain)
    text_sizes: int = 4
    explore: Literal["lift", "tap"] = "lift"
    motion: bool = True
    scan: int = 3
    low: bool = False
    can_be_low: bool = False
    """The panel is so tall that part of it lies above the reach zone (A12)."""
    recording_s: int = 60
    staff_code_is: Callable[[str], bool] | None = None
    """Whether this is the code of the staff screen; None where this kiosk has none."""
    enrolled: bool = False
    """A desk has let this kiosk in, as `name`."""
