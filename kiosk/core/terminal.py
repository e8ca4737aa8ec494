"""This kiosk as the core knows it: the bundle it offers and the few facts of its own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kiosk.core.catalogue import Catalogue, Limits, Municipality
from kiosk.core.flow import Flow
from kiosk.core.texts import Texts


@dataclass(frozen=True, slots=True)
class Terminal:
    """`start` names the flows on the start screen, in order.

    `capacity` gives, per text size, how many choices fit on one screen (never over six).
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
    has_printer: bool = True
    text_sizes: int = 2
    capacity: tuple[int, ...] = (6, 6)
