"""Keys of a keypad and a scanner that types, told apart; everything else is swallowed.

A scanner types a whole line faster than any hand: at least 6 characters, less than 50 ms
apart, ended with Enter. Such a burst is one `Scanned`, and its Enter is never a 'select'.
Some keypads send characters too ("+", a letter, a digit), so a character is held back
until 50 ms have passed: then it is a key if the table knows it, and nothing if not. What
was part of a burst is never a key. Poll more often than that, or a scan falls apart.

Which key does what is a table, handed in, so that a device can have its own (A13): what
staff taught replaces the ordinary keys for what was taught. A key is known by its code:

    SDL's key code     what the key is called on this keyboard: 13, 27, 1073741906
    SCANCODE + place   for a key that has no name there: where it stands on the keyboard
"""

from collections.abc import Mapping
from types import MappingProxyType

import pygame

from kiosk.core.presses import KeyName, KeyPressed, Press, RawKey, Scanned

BURST_S = 0.05
SCAN_LENGTH = 6
SCANCODE = 1 << 29
"""SDL's own codes use bit 30 for such keys and never this one."""
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
        pygame.K_MINUS: "softer",
        pygame.K_PLUS: "louder",
        pygame.K_EQUALS: "louder",  # where '+' stands on most keyboards
        pygame.K_KP_MINUS: "softer",
        pygame.K_KP_PLUS: "louder",
    }
)
"""Until staff taught others. Nothing is for switches: which button one has, nobody can guess."""
MODIFIERS = frozenset(
    (
        *(pygame.K_LSHIFT, pygame.K_RSHIFT, pygame.K_LCTRL, pygame.K_RCTRL),
        *(pygame.K_LALT, pygame.K_RALT, pygame.K_LMETA, pygame.K_RMETA, pygame.K_MODE),
        *(pygame.K_CAPSLOCK, pygame.K_NUMLOCK, pygame.K_SCROLLLOCK),
    )
)
"""They come before the key that is meant, and so are never a key themselves."""
ENTERS = (pygame.K_RETURN, pygame.K_KP_ENTER)


def table(learned: Mapping[int, KeyName]) -> Mapping[int, KeyName]:
    """What staff taught, and the ordinary keys for what they did not teach."""
    names = set(learned.values())
    ordinary = {key: name for key, name in KEYS.items() if name not in names}
    return MappingProxyType({**ordinary, **learned})


def code_of(key: int, place: int) -> int:
    """A key's code: SDL's key code, or its place on the keyboard where it has none."""
    return key or SCANCODE + place


class Keyboard:
    def __init__(self, keys: Mapping[int, KeyName] = KEYS) -> None:
        self.keys = keys
        self._held: list[tuple[str, int]] = []
        self._last_at = 0.0
        self._scan_ended_at = float("-inf")

    def press(self, code: int, character: str, at: float, *, raw: bool = False) -> list[Press]:
        """A key went down. `raw` while staff teach keys: then it is only told which one."""
        if raw:
            self._held = []
            return [] if code in MODIFIERS else [RawKey(code=code, at=at)]
        if code in ENTERS:
            return self._enter(code, at)
        if len(character) == 1 and character.isprintable():
            done = self.quiet(at)
            self._held.append((character, code))
            self._last_at = at
            return done
        name = self.keys.get(code)
        return [*self._flush(), KeyPressed(key=name, at=at)] if name else []

    def quiet(self, at: float) -> list[Press]:
        """Ask on every poll: characters after which nothing came were no scan."""
        return self._flush() if self._held and at - self._last_at > BURST_S else []

    def _enter(self, code: int, at: float) -> list[Press]:
        if len(self._held) >= SCAN_LENGTH and at - self._last_at <= BURST_S:
            text, self._held = "".join(character for character, _ in self._held), []
            self._scan_ended_at = at
            return [Scanned(text=text, at=at)]
        if at - self._scan_ended_at <= BURST_S:
            return []  # scanners may end a line with both CR and LF
        name = self.keys.get(code)
        return [*self._flush(), *([KeyPressed(key=name, at=at)] if name else [])]

    def _flush(self) -> list[Press]:
        held, self._held = self._held, []
        if len(held) >= SCAN_LENGTH:
            return []  # a scan that lost its end
        names = (self.keys.get(code) for _, code in held)
        return [KeyPressed(key=name, at=self._last_at) for name in names if name]
