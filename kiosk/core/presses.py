"""What a visitor does: a finger, a key, a character, a scanned line.

The screen tells these, so they are apart from all other events (`kiosk.core.events`): the first
picture of a kiosk waits for nothing that it does not need.
"""

from dataclasses import dataclass
from typing import Literal

KeyName = Literal[
    "up",
    "down",
    "left",
    "right",
    "select",
    "back",
    "repeat",
    "help",
    "louder",
    "softer",
    "faster",
    "slower",
    "pause",
    "erase",
    "speech",  # voice on or off
    "move",  # the first of two switches: to the next target
    "switch",  # the only switch: starts scanning, then selects
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something happened, at `at` seconds on a clock that never goes back."""

    at: float = 0.0


@dataclass(frozen=True, slots=True)
class Tapped(Event):
    """A finger was lifted on the target on which it came down."""

    target: str


@dataclass(frozen=True, slots=True)
class Touched(Event):
    """A finger rests on a target, or slid onto it: it wants to hear what is there."""

    target: str


@dataclass(frozen=True, slots=True)
class KeyPressed(Event):
    key: KeyName


@dataclass(frozen=True, slots=True)
class RawKey(Event):
    """Any key of any keyboard, by its code. Only while the view asks for it (`raw_keys`)."""

    code: int


@dataclass(frozen=True, slots=True)
class Typed(Event):
    """Characters as if typed on the on-screen keys."""

    text: str


@dataclass(frozen=True, slots=True)
class Scanned(Event):
    """A line from a scanner: a tracking code or the address that contains it."""

    text: str


Press = Tapped | Touched | KeyPressed | RawKey | Typed | Scanned
