"""Keys and scanners are told apart by their speed, and nothing else is read."""

from collections.abc import Sequence

import pygame
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.events import AnyEvent, KeyName, KeyPressed, RawKey, Scanned
from screens.keyboard import KEYS, SCANCODE, Keyboard, code_of, table

CODE = "482173905566"


def type_in(
    keyboard: Keyboard, text: str, gap_s: float, start: float = 1.0
) -> tuple[list[AnyEvent], float]:
    """Key by key; then so long nothing that whatever was held back is decided."""
    found: list[AnyEvent] = []
    at = start
    for character in text:
        key = pygame.K_RETURN if character == "\n" else ord(character)
        found += keyboard.quiet(at)
        found += keyboard.press(key, character, at)
        at += gap_s
    return [*found, *keyboard.quiet(at + 1)], at


def keys(events: Sequence[AnyEvent]) -> list[KeyName]:
    return [event.key for event in events if isinstance(event, KeyPressed)]


def test_a_fast_line_is_a_scan_and_its_enter_presses_nothing() -> None:
    found, at = type_in(Keyboard(), CODE + "\n", 0.004)
    assert found == [Scanned(text=CODE, at=found[0].at)]
    assert at > found[0].at


def test_a_scanner_that_ends_with_two_line_ends_presses_nothing_either() -> None:
    found, _ = type_in(Keyboard(), CODE + "\n\n", 0.004)
    assert found == [Scanned(text=CODE, at=found[0].at)]


def test_what_a_hand_types_is_swallowed() -> None:
    found, _ = type_in(Keyboard(), "Kerkstraat 12", 0.12)
    assert found == []


def test_a_short_burst_is_no_scan_and_its_enter_is_a_key() -> None:
    found, _ = type_in(Keyboard(), "7511A\n", 0.004)
    assert keys(found) == ["select"]
    assert len(found) == 1


def test_plus_and_minus_change_the_volume() -> None:
    assert keys(type_in(Keyboard(), "+", 0)[0]) == ["louder"]
    assert keys(type_in(Keyboard(), "-=", 0.1)[0]) == ["softer", "louder"]


def test_a_keypad_that_sends_characters_is_a_keypad() -> None:
    keyboard = Keyboard(table({ord("2"): "down", ord("5"): "select"}))
    assert keyboard.press(ord("2"), "2", 1.0) == []
    assert keyboard.quiet(1.04) == []
    assert keyboard.quiet(1.06) == [KeyPressed(key="down", at=1.0)]
    assert keys(type_in(keyboard, "2253", 0.1, start=2.0)[0]) == ["down", "down", "select"]


def test_a_keypad_that_sends_characters_does_not_eat_a_scan() -> None:
    keyboard = Keyboard(table({ord("4"): "left", ord("8"): "up"}))
    found, _ = type_in(keyboard, CODE + "\n", 0.004)
    assert [type(event) for event in found] == [Scanned]


def test_a_scan_that_lost_its_end_presses_no_key() -> None:
    keyboard = Keyboard(table({ord("4"): "left"}))
    assert type_in(keyboard, CODE, 0.004)[0] == []


def test_a_character_key_comes_before_the_key_that_follows() -> None:
    keyboard = Keyboard(table({ord("2"): "down"}))
    keyboard.press(ord("2"), "2", 1.0)
    found = keyboard.press(pygame.K_ESCAPE, "\x1b", 1.01)
    assert keys(found) == ["down", "back"]


def test_what_staff_taught_replaces_the_ordinary_key_and_no_other() -> None:
    found = table({pygame.K_F9: "select", pygame.K_UP: "switch"})
    assert found[pygame.K_F9] == "select"
    assert pygame.K_RETURN not in found
    assert found[pygame.K_UP] == "switch"
    assert found[pygame.K_DOWN] == KEYS[pygame.K_DOWN]


def test_enter_ends_a_scan_also_where_it_is_not_a_key() -> None:
    keyboard = Keyboard(table({pygame.K_F9: "select"}))
    assert [type(event) for event in type_in(keyboard, CODE + "\n", 0.004)[0]] == [Scanned]
    assert type_in(keyboard, "\n", 0, start=9.0)[0] == []


def test_while_staff_teach_each_key_is_told_by_its_code() -> None:
    keyboard = Keyboard()
    for code, character in ((pygame.K_UP, ""), (ord("5"), "5"), (pygame.K_RETURN, "\r")):
        assert keyboard.press(code, character, 1.0, raw=True) == [RawKey(code=code, at=1.0)]
    assert keyboard.press(pygame.K_LSHIFT, "", 1.0, raw=True) == []
    assert keyboard.quiet(2.0) == []


def test_a_key_without_a_name_is_known_by_its_place() -> None:
    assert code_of(0, 104) == SCANCODE + 104
    assert code_of(pygame.K_UP, 82) == pygame.K_UP
    assert SCANCODE + 511 not in KEYS


@given(st.text("0123456789abc/:.+-", min_size=6, max_size=60), st.floats(0, 0.05))
def test_no_scan_ever_leaks(text: str, gap_s: float) -> None:
    keyboard = Keyboard(table({ord("a"): "up", ord("1"): "select"}))
    found, _ = type_in(keyboard, text + "\n", min(gap_s, 0.0499))
    assert [type(event) for event in found] == [Scanned]
    assert found[0] == Scanned(text=text, at=found[0].at)
