"""The inside of a screen: what differs from one screen to the next."""

from dataclasses import dataclass

from kiosk.core.texts import NOTHING, Direction, Text
from kiosk.core.view import Block, Target

BACK: dict[Direction, str] = {"ltr": "2B05", "rtl": "27A1"}
ONWARDS: dict[Direction, str] = {"ltr": "27A1", "rtl": "2B05"}
"""Arrows point the way in which the visitor reads."""


@dataclass(frozen=True, slots=True)
class Inner:
    screen: str
    title: Text
    help: Text = NOTHING
    picture: str = ""
    blocks: tuple[Block, ...] = ()
    actions: tuple[Target, ...] = ()
    step: tuple[int, int] | None = None
    notice: Text = NOTHING
    """News that needs a name or a number in it; else `Session.notice` names the message."""
    raw_keys: bool = False
