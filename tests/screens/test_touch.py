"""One finger at a time, as the visitor means it: whatever two hands do on the glass."""

from dataclasses import dataclass, replace
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.effects import Say
from kiosk.core.events import Tapped, Touched
from screens.boxes import Rect
from screens.layout import layout
from screens.text import TextEngine
from screens.touch import Explore, Touch
from tests.core.visit import Visit
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
    touch.touched(at)  # as the window asks
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
    touch.move(1, *middle("choice:b"), 1.05, SCREEN)
    assert touch.pressed is None
    touch.move(1, *middle("choice:a"), 1.06, SCREEN)
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


def exploring(explore: Explore) -> Touch:
    touch = Touch(0.15)
    touch.screen_changed(SCREEN, explore)
    return touch


def test_without_exploring_a_resting_finger_asks_nothing() -> None:
    touch = exploring("off")
    touch.down(1, *middle("choice:a"), 1.0, SCREEN)
    assert touch.touched(9.0) is None
    assert touch.due_in(9.0) is None


def test_a_finger_that_rests_is_told_once_what_lies_there_and_chooses_when_lifted() -> None:
    touch = exploring("lift")
    touch.down(1, *middle("choice:a"), 1.0, SCREEN)
    assert touch.touched(1.29) is None
    assert touch.due_in(1.2) == pytest.approx(0.1)
    assert touch.touched(1.3) == "choice:a"
    assert touch.touched(1.9) is None
    assert touch.due_in(1.9) is None
    assert touch.up(1, *middle("choice:a"), 2.0, SCREEN) == "choice:a"


def test_a_quick_tap_while_exploring_is_only_a_tap() -> None:
    touch = exploring("lift")
    touch.down(1, *middle("choice:a"), 1.0, SCREEN)
    assert touch.touched(1.1) is None
    assert touch.up(1, *middle("choice:a"), 1.2, SCREEN) == "choice:a"
    assert touch.touched(1.4) is None


@pytest.mark.parametrize("explore", ["lift", "tap"])
def test_a_finger_that_slides_hears_each_button_and_chooses_none(explore: Explore) -> None:
    touch = exploring(explore)
    touch.down(1, *middle("choice:a"), 1.0, SCREEN)
    heard = [touch.touched(1.3)]
    for number, name in enumerate(("choice:b", "choice:c", DISABLED), 1):
        touch.move(1, *middle(name), 1.3 + number / 100, SCREEN)
        heard.append(touch.touched(1.3 + number / 100))
    assert heard == ["choice:a", "choice:b", "choice:c", DISABLED]
    assert touch.up(1, *middle(DISABLED), 2.0, SCREEN) is None


def test_where_a_second_tap_chooses_the_first_is_heard_at_once_and_the_second_not() -> None:
    touch = exploring("tap")
    assert told_by_a_tap(touch, "choice:a", 1.0) == "choice:a"
    assert told_by_a_tap(touch, "choice:a", 2.0) is None
    assert told_by_a_tap(touch, "choice:a", 3.0) == "choice:a"


def test_a_tap_elsewhere_is_a_first_tap_again() -> None:
    touch = exploring("tap")
    for number, name in enumerate(("choice:a", "choice:b", "choice:a")):
        assert told_by_a_tap(touch, name, float(number)) == name
    touch.screen_changed(SCREEN, "tap")  # another screen with a button of the same name
    assert told_by_a_tap(touch, "choice:a", 9.0) == "choice:a"


def test_what_was_heard_by_sliding_is_heard_again_when_it_is_tapped() -> None:
    touch = exploring("tap")
    touch.down(1, *middle("choice:a"), 1.0, SCREEN)
    touch.touched(1.0)
    touch.move(1, *middle("choice:b"), 1.2, SCREEN)
    assert touch.touched(1.2) == "choice:b"
    assert touch.up(1, *middle("choice:b"), 1.3, SCREEN) is None
    assert told_by_a_tap(touch, "choice:b", 2.0) == "choice:b"


def test_who_hears_something_else_in_between_hears_the_first_again() -> None:
    touch = exploring("tap")
    told_by_a_tap(touch, "choice:a", 1.0)
    touch.down(1, *middle("choice:a"), 2.0, SCREEN)
    touch.move(1, *middle("choice:b"), 2.2, SCREEN)
    assert touch.touched(2.2) == "choice:b"
    assert touch.up(1, *middle("choice:b"), 2.3, SCREEN) is None
    assert told_by_a_tap(touch, "choice:a", 3.0) == "choice:a"


def test_a_trembling_finger_counts_once_and_hears_once() -> None:
    touch = exploring("tap")
    assert told_by_a_tap(touch, "choice:a", 1.0) == "choice:a"
    touch.down(1, *middle("choice:a"), 1.1, SCREEN)
    assert touch.touched(1.1) is None
    assert touch.up(1, *middle("choice:a"), 1.12, SCREEN) is None


def told_by_a_tap(touch: Touch, name: str, at: float) -> str | None:
    touch.down(1, *middle(name), at, SCREEN)
    told = touch.touched(at)
    assert touch.up(1, *middle(name), at + 0.05, SCREEN) == name
    assert touch.touched(at + 0.05) is None
    return told


@pytest.mark.parametrize("explore", ["lift", "tap"])
def test_finger_and_core_agree_on_what_is_heard_and_what_is_chosen(
    explore: Literal["lift", "tap"],
) -> None:
    """Through both: what the fingers on this glass do to a real visit."""
    visit = Visit().press("Iets melden")
    settings = replace(visit.session.settings, explore=explore)
    visit.session = replace(visit.session, settings=settings)
    touch = Touch(0.15)
    panel, measure = PANELS["21.5 inch"], TextEngine()

    def put(*names: str) -> list[str]:
        """A finger comes down on the first of these, goes past the others, and is lifted."""
        heard = []
        screen = layout(visit.view, panel, measure)
        touch.screen_changed(screen, visit.view.explore, another=False)
        for number, name in enumerate((*names, names[-1])):
            visit.now += 0.5
            rect = screen.rect_of(name)
            assert rect is not None
            point = rect.x + rect.width // 2, rect.y + rect.height // 2
            tapped = None
            if number == 0:
                touch.down(1, *point, visit.now, screen)
            elif number < len(names):
                touch.move(1, *point, visit.now, screen)
            else:
                visit.now -= 0.4
                tapped = touch.up(1, *point, visit.now, screen)
            for event in (
                Touched(told, at=visit.now) if (told := touch.touched(visit.now)) else None,
                Tapped(tapped, at=visit.now) if tapped else None,
            ):
                if event is not None:
                    said = [effect.what for effect in visit.handle(event) if type(effect) is Say]
                    heard += [str(visit.session.focus) for what in said if what == "focus"]
        return heard

    first, second = [target.name for target in visit.view.targets if target.role == "choice"][:2]
    screen = visit.view.screen
    assert put(first, second) == ([first] if explore == "tap" else []) + [second]
    assert visit.view.screen == screen
    if explore == "tap":
        assert put(second) == [second]
        assert visit.view.screen == screen
    assert put(second) == []
    assert visit.view.screen != screen


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
                touch.move(deed.finger, *point, at, SCREEN)
            case _:
                tapped = touch.up(deed.finger, *point, at, SCREEN)
                assert tapped in (None, deed.name)
                assert tapped != DISABLED
                if tapped is not None:
                    assert first is not None
                    assert (first.finger, first.name) == (deed.finger, tapped)
                if first is not None and first.finger == deed.finger:
                    first = None
