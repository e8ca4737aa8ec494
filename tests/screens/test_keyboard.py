"""Keys, hands and scanners are told apart by their speed."""

import pygame
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.events import AnyEvent, KeyPressed, Scanned, Typed
from screens.keyboard import Keyboard

CODE = "482173905566"


def type_in(
    keyboard: Keyboard, text: str, gap_s: float, start: float = 1.0, *, typing: bool = True
) -> tuple[list[AnyEvent], float]:
    found: list[AnyEvent] = []
    at = start
    for character in text:
        key = pygame.K_RETURN if character == "\n" else ord(character)
        found += keyboard.quiet(at)
        found += keyboard.press(key, character, at, typing=typing)
        at += gap_s
    return found, at


def test_a_fast_line_is_a_scan_and_its_enter_presses_nothing() -> None:
    found, at = type_in(Keyboard(), CODE + "\n", 0.004)
    assert found == [Scanned(text=CODE, at=found[0].at)]
    assert at > found[0].at


def test_a_scanner_that_ends_with_two_line_ends_presses_nothing_either() -> None:
    found, _ = type_in(Keyboard(), CODE + "\n\n", 0.004)
    assert found == [Scanned(text=CODE, at=found[0].at)]


def test_a_hand_that_types_the_same_line_types_it() -> None:
    found, _ = type_in(Keyboard(), CODE + "\n", 0.12)
    typed = "".join(event.text for event in found if isinstance(event, Typed))
    assert typed == CODE
    assert isinstance(found[-1], KeyPressed)
    assert found[-1].key == "select"
    assert not any(isinstance(event, Scanned) for event in found)


def test_a_short_burst_is_typed() -> None:
    found, _ = type_in(Keyboard(), "7511A\n", 0.004)
    assert [type(event) for event in found] == [Typed, KeyPressed]


def test_a_character_is_typed_when_nothing_follows() -> None:
    keyboard = Keyboard()
    assert type_in(keyboard, "a", 0)[0] == []
    assert keyboard.quiet(1.04) == []
    assert keyboard.quiet(1.06) == [Typed(text="a", at=1.0)]
    assert keyboard.quiet(2.0) == []


def test_what_was_typed_comes_before_the_key_that_follows() -> None:
    keyboard = Keyboard()
    type_in(keyboard, "ab", 0.0)
    found = keyboard.press(pygame.K_ESCAPE, "\x1b", 1.01, typing=True)
    assert found == [Typed(text="ab", at=1.0), KeyPressed(key="back", at=1.01)]


def test_plus_and_minus_change_the_volume_only_where_nothing_is_typed() -> None:
    assert type_in(Keyboard(), "+", 0, typing=False)[0] == [KeyPressed(key="louder", at=1.0)]
    keyboard = Keyboard()
    type_in(keyboard, "+", 0, typing=True)
    assert keyboard.quiet(1.1) == [Typed(text="+", at=1.0)]


@given(st.text("0123456789abc/:.", min_size=6, max_size=60), st.floats(0, 0.05))
def test_no_scan_ever_leaks(text: str, gap_s: float) -> None:
    found, _ = type_in(Keyboard(), text + "\n", min(gap_s, 0.0499))
    assert [type(event) for event in found] == [Scanned]
    assert found[0] == Scanned(text=text, at=found[0].at)
