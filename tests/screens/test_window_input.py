"""What fingers and keys do in a window: one event for each thing that a visitor means."""

from dataclasses import replace
from typing import Any

import pygame
import pytest

from kiosk.core.events import KeyPressed, RawKey, Scanned, Tapped, Touched
from screens.keyboard import SCANCODE
from screens.motion import STEP_S
from screens.touch import REST_S
from screens.window import Window, WindowEvent
from tests.screens import samples
from tests.screens.conftest import Clock
from tests.screens.hands import finger, key, middle, mouse, taps


def test_a_finger_shows_as_pressed_at_once_and_acts_when_lifted(
    window: Window, clock: Clock
) -> None:
    window.show(samples.tiles())
    at_rest = window.pixels_hash()
    finger(pygame.FINGERDOWN, middle(window, "choice:afval"))
    assert window.poll() == []
    assert window.pixels_hash() != at_rest
    clock.now += 0.1
    finger(pygame.FINGERUP, middle(window, "choice:afval"))
    assert window.poll() == [Tapped(target="choice:afval", at=clock.now)]
    assert window.pixels_hash() == at_rest


def test_one_touch_that_arrives_as_finger_and_as_mouse_counts_once(
    window: Window, clock: Clock
) -> None:
    window.show(samples.tiles())
    place = middle(window, "choice:boom")
    finger(pygame.FINGERDOWN, place)
    mouse(pygame.MOUSEBUTTONDOWN, place, touch=True)
    finger(pygame.FINGERUP, place)
    mouse(pygame.MOUSEBUTTONUP, place, touch=True)
    assert taps(window.poll()) == ["choice:boom"]
    # Also where the mouse comes late, after the time within which a second press is ignored.
    clock.now += 1
    mouse(pygame.MOUSEBUTTONDOWN, place, touch=True)
    mouse(pygame.MOUSEBUTTONUP, place, touch=True)
    assert window.poll() == []


def test_sliding_off_cancels_and_shows_it(window: Window) -> None:
    window.show(samples.tiles())
    at_rest = window.pixels_hash()
    mouse(pygame.MOUSEBUTTONDOWN, middle(window, "choice:boom"))
    mouse(pygame.MOUSEMOTION, (2, 2))
    assert window.poll() == []
    assert window.pixels_hash() == at_rest
    mouse(pygame.MOUSEBUTTONUP, (2, 2))
    assert window.poll() == []


def test_a_double_tap_counts_once(window: Window, clock: Clock) -> None:
    window.show(samples.number_pad())
    found: list[str] = []
    for wait_s in (0.1, 0.2):
        for what in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP) * 2:
            mouse(what, middle(window, "key:5"))
        found += taps(window.poll())
        clock.now += wait_s
    assert found == ["key:5"]
    for what in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        mouse(what, middle(window, "key:5"))
    assert taps(window.poll()) == ["key:5"]


def test_arrows_enter_and_the_other_keys_are_passed_on(window: Window) -> None:
    window.show(samples.tiles())
    for code in (pygame.K_DOWN, pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_F1, pygame.K_F2):
        pygame.event.post(pygame.Event(pygame.KEYDOWN, key=code, unicode="", mod=0))
    keys = [event.key for event in window.poll() if isinstance(event, KeyPressed)]
    assert keys == ["down", "select", "back", "help", "repeat"]


def test_a_scanner_is_one_event(window: Window, clock: Clock) -> None:
    window.show(samples.tiles())
    text = "http://127.0.0.1:8800/volg/482173905566"
    events: list[WindowEvent] = []
    for character in text:
        details: dict[str, Any] = {"key": ord(character), "unicode": character, "mod": 0}
        pygame.event.post(pygame.Event(pygame.KEYDOWN, **details))
        clock.now += 0.003
        events += window.poll()
    pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_RETURN, unicode="\r", mod=0))
    events += window.poll()
    assert events == [Scanned(text=text, at=clock.now)]


def test_what_is_typed_on_a_real_keyboard_is_swallowed(window: Window, clock: Clock) -> None:
    window.show(samples.number_pad())
    events: list[WindowEvent] = []
    for character in "12ab":
        key(ord(character), character)
        events += window.poll()
        clock.now += 0.2
    assert [*events, *window.poll()] == []


def test_keys_that_staff_taught_are_used_from_then_on(window: Window) -> None:
    window.show(samples.tiles())
    window.use_keys({pygame.K_F9: "select", SCANCODE + 300: "switch"})
    key(pygame.K_F9)
    key(0, scancode=300)
    key(pygame.K_RETURN)
    key(pygame.K_UP)
    found = [event.key for event in window.poll() if isinstance(event, KeyPressed)]
    assert found == ["select", "switch", "up"]


def test_while_staff_teach_keys_each_comes_by_its_code(window: Window, clock: Clock) -> None:
    window.show(replace(samples.tiles(), raw_keys=True))
    key(pygame.K_UP)
    key(ord("5"), "5")
    assert window.poll() == [
        RawKey(code=pygame.K_UP, at=clock.now),
        RawKey(code=ord("5"), at=clock.now),
    ]


def test_a_black_screen_is_all_one_button_that_makes_it_visible_again(
    window: Window, clock: Clock
) -> None:
    window.show(samples.tiles())
    visible = window.pixels_hash()
    window.show(replace(samples.tiles(), blank=True, explore="tap"))
    surface = pygame.display.get_surface()
    assert surface is not None
    assert set(pygame.image.tobytes(surface, "RGB")) == {0}
    assert not pygame.mouse.get_visible()
    finger(pygame.FINGERDOWN, middle(window, "choice:boom"))
    assert window.poll() == []
    assert set(pygame.image.tobytes(surface, "RGB")) == {0}
    finger(pygame.FINGERUP, (3, 3))
    assert window.poll() == [Tapped(target="unblank", at=clock.now)]
    window.show(samples.tiles())
    assert window.pixels_hash() == visible
    assert pygame.mouse.get_visible()


def test_keys_go_on_while_the_screen_is_black(window: Window, clock: Clock) -> None:
    window.show(replace(samples.tiles(), blank=True))
    key(pygame.K_DOWN)
    assert window.poll() == [KeyPressed(key="down", at=clock.now)]
    window.show(replace(samples.tiles(), blank=True, focus="choice:rat"))
    surface = pygame.display.get_surface()
    assert surface is not None
    assert set(pygame.image.tobytes(surface, "RGB")) == {0}


def test_a_finger_that_rests_is_an_event_without_any_other(window: Window, clock: Clock) -> None:
    window.show(replace(samples.tiles(), explore="lift"))
    finger(pygame.FINGERDOWN, middle(window, "choice:boom"))
    assert window.poll() == []
    clock.now += 0.31
    assert window.poll() == [Touched(target="choice:boom", at=clock.now)]
    finger(pygame.FINGERUP, middle(window, "choice:boom"))
    assert window.poll() == [Tapped(target="choice:boom", at=clock.now)]


def test_a_sleeping_window_wakes_in_time_for_what_is_due(
    window: Window, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[float | None] = []
    monkeypatch.setattr(window._waiting, "wait", lambda _, most_s: asked.append(most_s))
    window.show(replace(samples.tiles(), explore="lift"))
    window.wait(0.5)
    finger(pygame.FINGERDOWN, middle(window, "choice:boom"))
    window.poll()
    window.wait(0.5)
    window.show(replace(samples.pages(), explore="lift"))
    window.wait(0.5)
    assert asked == [None, pytest.approx(REST_S), pytest.approx(STEP_S)]
