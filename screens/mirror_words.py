"""What the mirror says and understands: a screen as JSON, and JSON as an event.

`view.json` is the screen's accessibility tree. Requests become the same events that the
display makes, so nothing behind them can tell a browser from a finger.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from kiosk.core.events import AnyEvent, KeyName, KeyPressed, Scanned, Tapped, Typed
from kiosk.core.view import View
from screens.boxes import Layout

LONGEST_TEXT = 1000
UNBLANK = "unblank"
KEY_NAMES: tuple[KeyName, ...] = get_args(KeyName)
BROWSER_KEYS: Mapping[str, KeyName] = {
    "ArrowUp": "up",
    "ArrowDown": "down",
    "ArrowLeft": "left",
    "ArrowRight": "right",
    "Enter": "select",
    "Escape": "back",
    "Backspace": "erase",
    "F1": "help",
    "F2": "repeat",
    "F3": "pause",
    "F4": "slower",
    "F5": "faster",
    "F6": "softer",
    "F7": "louder",
    "F8": "speech",
    "F9": "move",
    "F10": "switch",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What is on the screen, the how-manieth it is, and how to get its picture."""

    view: View
    layout: Layout
    png: Callable[[], bytes]
    seq: int


class Unclear(Exception):  # noqa: N818 - a request, not the kiosk, is at fault
    """A request that cannot be done: one sentence, and the HTTP status that fits."""

    def __init__(self, sentence: str, status: int = 400) -> None:
        super().__init__(sentence)
        self.status = status


def describe(view: View, layout: Layout, seq: int) -> dict[str, Any]:
    """The screen as `view.json`."""
    panel = layout.panel
    field = view.input
    return {
        "seq": seq,
        "screen": view.screen,
        "language": view.language,
        "title": view.title.shown,
        "spoken": view.spoken,
        "size": [panel.width_px, panel.height_px],
        "panel_mm": [round(panel.width_mm, 1), round(panel.height_mm, 1)],
        "input": {"kind": field.kind, "value": field.value} if field else None,
        "targets": [
            {
                "target": target.name,
                "role": target.role,
                "label": target.text.shown,
                "spoken": view.said.get(target.name, target.text.spoken),
                "rect": [rect.x, rect.y, rect.width, rect.height],
                "focused": target.name == view.focus,
                "enabled": target.enabled,
            }
            for target, rect in layout.targets
        ],
    }


def event_for(path: str, body: object, screen: Shown, at: float) -> AnyEvent | None:
    """What a request asks for; None for a tap on a place with nothing to press."""
    if not isinstance(body, dict):
        raise Unclear("The body must be a JSON object.")
    match path:
        case "/tap":
            name = _tapped(body, screen)
            return Tapped(target=name, at=at) if name else None
        case "/key":
            pressed = body.get("key")
            key = BROWSER_KEYS.get(pressed, pressed) if isinstance(pressed, str) else None
            if key not in KEY_NAMES:
                raise Unclear(f"There is no such key. Keys: {', '.join(KEY_NAMES)}.")
            return KeyPressed(key=key, at=at)
        case "/scan":
            return Scanned(text=_text(body), at=at)
        case _:
            return Typed(text=_text(body), at=at)


def _tapped(body: dict[str, Any], screen: Shown) -> str | None:
    layout = screen.layout
    if "target" in body:
        name = body["target"]
        target = layout.target(name) if isinstance(name, str) else None
        if target is None and not (name == UNBLANK and screen.view.blank):
            raise Unclear("There is no such target on this screen.")
    else:
        x, y = body.get("x"), body.get("y")
        if not (_is_number(x) and _is_number(y)):
            raise Unclear("Give either 'target', or 'x' and 'y' in pixels.")
        if not layout.panel.rect.holds(float(x or 0), float(y or 0)):
            raise Unclear("That point is not on the screen.")
        target = layout.at(float(x or 0), float(y or 0))
    if screen.view.blank:
        return UNBLANK  # as a finger on the black glass, wherever it comes down
    if target is not None and not target.enabled:
        raise Unclear("That target cannot be pressed now.", 409)
    return target.name if target else None


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _text(body: dict[str, Any]) -> str:
    text = body.get("text")
    if not isinstance(text, str) or not text or len(text) > LONGEST_TEXT:
        raise Unclear(f"Give 'text' with 1 to {LONGEST_TEXT} characters.")
    if not text.isprintable():
        raise Unclear("'text' may hold only characters that can be printed.")
    return text
