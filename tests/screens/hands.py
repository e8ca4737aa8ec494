"""Fingers, mice and keys as they reach a window."""

from typing import Any

import pygame

from kiosk.core.events import Tapped
from screens.window import Window, WindowEvent

SIZE = (540, 960)


def middle(window: Window, name: str) -> tuple[int, int]:
    rect = window.layout.rect_of(name)
    assert rect is not None
    return rect.x + rect.width // 2, rect.y + rect.height // 2


def mouse(what: int, pos: tuple[int, int], *, touch: bool = False) -> None:
    details: dict[str, Any] = {"pos": pos, "touch": touch}
    if what == pygame.MOUSEMOTION:
        pygame.event.post(pygame.Event(what, rel=(1, 1), buttons=(1, 0, 0), **details))
    else:
        pygame.event.post(pygame.Event(what, button=1, **details))


def finger(what: int, pos: tuple[int, int], finger_id: int = 7) -> None:
    x, y = pos[0] / SIZE[0], pos[1] / SIZE[1]
    pygame.event.post(pygame.Event(what, x=x, y=y, dx=0.0, dy=0.0, finger_id=finger_id, touch_id=1))


def taps(events: list[WindowEvent]) -> list[str]:
    return [event.target for event in events if isinstance(event, Tapped)]


def key(code: int, character: str = "", scancode: int = 0) -> None:
    details: dict[str, Any] = {"key": code, "unicode": character, "scancode": scancode, "mod": 0}
    pygame.event.post(pygame.Event(pygame.KEYDOWN, **details))
