"""Keys of a keyboard, a keypad or a scanner that types, told apart.

A scanner types a whole line faster than any hand: at least 6 characters, less than 50 ms
apart, ended with Enter. Such a burst is one `Scanned`, and its Enter is never a 'select'.
Characters are therefore held back until 50 ms have passed; then they are `Typed`. Poll
more often than that, or a scan falls apart.

Which key does what is a table, handed in, so that a device can have its own (A13).
"""

from collections.abc import Mapping
from types import MappingProxyType

import pygame

from kiosk.core.events import AnyEvent, KeyName, KeyPressed, Scanned, Typed

BURST_S = 0.05
SCAN_LENGTH = 6
KEYS: Mapping[int, KeyName] = MappingProxyType(
    {
        pygame.K_UP: "up",
        pygame.K_DOWN: "down",
        pygame.K_LEFT: "left",
        pygame.K_RIGHT: "right",
        pygame.K_RETURN: "select",
        pygame.K_KP_ENTER: "select",
        pygame.K_ESCAPE: "back",
        pygame.K_BACKSPACE: "erase",
        pygame.K_F1: "help",
        pygame.K_F2: "repeat",
        pygame.K_F3: "pause",
        pygame.K_F4: "slower",
        pygame.K_F5: "faster",
        pygame.K_F6: "softer",
        pygame.K_F7: "louder",
        pygame.K_KP_MINUS: "softer",
        pygame.K_KP_PLUS: "louder",
    }
)
MARKS: Mapping[str, KeyName] = MappingProxyType({"+": "louder", "-": "softer"})
"""Characters that are keys where there is nothing to type."""


class Keyboard:
    def __init__(self, keys: Mapping[int, KeyName] = KEYS) -> None:
        self._keys = keys
        self._held = ""
        self._last_at = 0.0
        self._scan_ended_at = float("-inf")

    def press(self, key: int, character: str, at: float, *, typing: bool) -> list[AnyEvent]:
        """A key went down. `typing` tells whether the screen has a field to type in."""
        name = self._keys.get(key)
        if name == "select":
            return self._enter(at)
        if name is not None:
            return [*self._flush(), KeyPressed(key=name, at=at)]
        if not character or not character.isprintable():
            return []
        done = self.quiet(at)
        if not typing and not self._held and character in MARKS:
            return [*done, KeyPressed(key=MARKS[character], at=at)]
        self._held += character
        self._last_at = at
        return done

    def quiet(self, at: float) -> list[AnyEvent]:
        """Ask on every poll: characters after which nothing came are typed by hand."""
        return self._flush() if self._held and at - self._last_at > BURST_S else []

    def _enter(self, at: float) -> list[AnyEvent]:
        if self._held and at - self._last_at <= BURST_S and len(self._held) >= SCAN_LENGTH:
            text, self._held = self._held, ""
            self._scan_ended_at = at
            return [Scanned(text=text, at=at)]
        if at - self._scan_ended_at <= BURST_S:
            return []  # scanners may end a line with both CR and LF
        return [*self._flush(), KeyPressed(key="select", at=at)]

    def _flush(self) -> list[AnyEvent]:
        text, self._held = self._held, ""
        return [Typed(text=text, at=self._last_at)] if text else []
