"""One finger at a time, as the visitor means it: whatever two hands do on the glass."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from screens.boxes import Rect
from screens.layout import layout
from screens.text import TextEngine
from screens.touch import Touch
from tests.screens import samples
from tests.screens.conftest import PANELS

SCREEN = layout(samples.pages(), PANELS["21.5 inch"], TextEngine())
DISABLED = "choice:f"


def middle(name: str) -> tuple[int, int]:
    rect = SCREEN.rect_of(name)
    assert isinstance(rect, Rect)
    return rect.x + rect.width // 2, rect.y + rect.height // 2


def tap(touch: Touch, name: str, at: float, finger: int = 1) -> str | None:
    touch.down(finger, *middle(name), at, SCREEN)
    return touch.up(finger, *middle(name), at + 0.05, SCREEN)


def test_a_button_acts_when_the_finger_is_lifted() -> None:
    touch = Touch(0.15)
    touch.down(1, *middle("choice:a"), 1.0, SCREEN)
    assert touch.pressed == "choice:a"
    assert touch.up(1, *middle("choice:a"), 1.1, SCREEN) == "choice:a"
    assert touch.pressed is None


def test_sliding_off_cancels_and_sliding_back_presses_again() -> None:
    touch = Touch(0.15)
    touch.down(1, *middle("choice:a"), 1.0, SCREEN)
    touch.move(1, *middle("choice:b"), SCREEN)
    assert touch.pressed is None
    touch.move(1, *middle("choice:a"), SCREEN)
    assert touch.pressed == "choice:a"
    assert touch.up(1, *middle("choice:b"), 1.1, SCREEN) is None


def test_the_same_button_within_the_filter_time_counts_once() -> None:
    touch = Touch(0.5)
    assert tap(touch, "choice:a", 1.0) == "choice:a"
    assert tap(touch, "choice:a", 1.5) is None
    assert tap(touch, "choice:a", 1.6) == "choice:a"


def test_another_button_within_the_filter_time_counts() -> None:
    touch = Touch(0.5)
    assert tap(touch, "choice:a", 1.0) == "choice:a"
    assert tap(touch, "choice:b", 1.1) == "choice:b"


def test_the_second_tap_of_a_double_tap_does_not_press_the_next_screen() -> None:
    touch = Touch(0.5)
    assert tap(touch, "choice:a", 1.0) == "choice:a"
    other = layout(samples.tiles(), PANELS["21.5 inch"], TextEngine())
    x, y = middle("choice:a")
    assert other.at(x, y) is not None
    touch.screen_changed(other)
    touch.down(1, x + 3, y, 1.2, other)
    assert touch.up(1, x + 3, y, 1.25, other) is None


def test_a_second_finger_is_ignored() -> None:
    touch = Touch(0.15)
    touch.down(1, *middle("choice:a"), 1.0, SCREEN)
    touch.down(2, *middle("choice:b"), 1.01, SCREEN)
    assert touch.up(2, *middle("choice:b"), 1.1, SCREEN) is None
    assert touch.pressed == "choice:a"
    assert touch.up(1, *middle("choice:a"), 1.2, SCREEN) == "choice:a"


def test_what_is_disabled_cannot_be_pressed() -> None:
    touch = Touch(0.15)
    assert tap(touch, DISABLED, 1.0) is None


def test_a_screen_that_changes_under_a_finger_lets_go() -> None:
    touch = Touch(0.15)
    touch.down(1, *middle("choice:a"), 1.0, SCREEN)
    other = layout(samples.number_pad(), PANELS["21.5 inch"], TextEngine())
    touch.screen_changed(other)
    assert touch.pressed is None
    assert touch.up(1, *middle("choice:a"), 1.1, other) is None


@dataclass(frozen=True)
class Deed:
    what: str
    finger: int
    name: str
    after: float


DEEDS = st.lists(
    st.builds(
        Deed,
        what=st.sampled_from(["down", "move", "up"]),
        finger=st.integers(1, 2),
        name=st.sampled_from(["choice:a", "choice:b", DISABLED, "stop"]),
        after=st.sampled_from([0.0, 0.01, 0.2]),
    ),
    max_size=40,
)


@given(DEEDS)
def test_a_tap_always_begins_and_ends_on_its_button(deeds: list[Deed]) -> None:
    touch, at = Touch(0.15), 0.0
    first: Deed | None = None  # the one finger that counts, and where it came down
    for deed in deeds:
        at += deed.after
        point = middle(deed.name)
        match deed.what:
            case "down":
                touch.down(deed.finger, *point, at, SCREEN)
                first = first or deed
            case "move":
                touch.move(deed.finger, *point, SCREEN)
            case _:
                tapped = touch.up(deed.finger, *point, at, SCREEN)
                assert tapped in (None, deed.name)
                assert tapped != DISABLED
                if tapped is not None:
                    assert first is not None
                    assert (first.finger, first.name) == (deed.finger, tapped)
                if first is not None and first.finger == deed.finger:
                    first = None
