"""The inside of a screen: what differs from one screen to the next."""

from dataclasses import dataclass

from kiosk.core.texts import NOTHING, Text
from kiosk.core.view import Block, Target


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
