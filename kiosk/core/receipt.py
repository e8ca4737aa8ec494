"""What the visitor takes away: a description that paper, picture and voice can render.

No name, telephone number or address is ever part of it: paper is left on counters.
"""

from dataclasses import dataclass
from typing import Literal

from kiosk.core.texts import Direction


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph. `title` is the largest; `strong` and `body` are read; `small` is legal print."""

    text: str
    size: Literal["title", "strong", "body", "small"] = "body"
    align: Literal["start", "center"] = "start"
    direction: Direction = "ltr"


@dataclass(frozen=True, slots=True)
class Number:
    """The tracking code, large and in groups of four."""

    label: str
    groups: tuple[str, ...]
    direction: Direction = "ltr"


@dataclass(frozen=True, slots=True)
class QrCode:
    """The address of the page that follows it."""

    payload: str


@dataclass(frozen=True, slots=True)
class Line:
    """A dotted line between parts."""


Part = Words | Number | QrCode | Line


@dataclass(frozen=True, slots=True)
class Receipt:
    """`name` is the tracking code, or a unique name for a receipt without one (a leaflet)."""

    name: str
    language: str
    parts: tuple[Part, ...]
