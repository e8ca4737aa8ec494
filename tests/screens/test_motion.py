"""A short movement shows what changed, costs nothing that is kept, and never stands in the way."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pygame
import pytest
from PIL import Image

from kiosk.core.events import Tapped
from kiosk.core.theme import Palette
from kiosk.core.view import View
from screens.glass import Glass
from screens.motion import LASTS_S, STEP_S, Trail
from screens.text import TextEngine
from screens.window import Window
from tests.screens import samples
from tests.screens.conftest import Clock

SIZE = (540, 960)
LONGEST_S = 0.16
FIRST, SECOND = samples.tiles(), samples.pages()


@pytest.fixture
def window(palettes: dict[str, Palette], engine: TextEngine, clock: Clock) -> Iterator[Window]:
    window = Window("headless", palettes, engine, size_px=SIZE, panel_width_mm=268, clock=clock)
    window.poll()
    yield window
    window.close()


def on_the_glass() -> bytes:
    """What the display has now, in the midst of a movement too."""
    surface = pygame.display.get_surface()
    assert surface is not None
    return pygame.image.tobytes(surface, "RGB")


def watched(window: Window, clock: Clock) -> list[bytes]:
    """Every picture until nothing moves any more, the first and the last with it."""
    pictures = [on_the_glass()]
    for _ in range(100):
        clock.now += STEP_S / 5
        window.poll()
        if (now := on_the_glass()) != pictures[-1]:
            pictures.append(now)
    return pictures


def still(window: Window, view: View) -> bytes:
    """The same view without a movement."""
    window.show(replace(view, motion=False, screen="other.screen"))
    return on_the_glass()


def ways(*names: str) -> list[str | None]:
    trail = Trail()
    return [trail.way(replace(FIRST, screen=name)) for name in names]


@pytest.mark.parametrize("view", [SECOND, replace(SECOND, direction="rtl"), samples.thanks()])
def test_a_movement_has_a_few_steps_and_ends_as_without_one(
    window: Window, clock: Clock, view: View
) -> None:
    window.show(FIRST)
    window.show(view)
    began = clock.now
    pictures = watched(window, clock)
    assert 5 <= len(pictures) <= 8
    assert LASTS_S <= LONGEST_S
    assert clock.now - began > LASTS_S
    assert window._canvas._motion is None  # and with it the strip that was out of sight
    assert pictures[-1] == still(window, view)


@pytest.mark.parametrize("size_px", [(960, 540), (1366, 768), (480, 800)])
@pytest.mark.parametrize("low", [False, True])
def test_it_ends_as_without_one_on_every_panel_and_in_every_direction(
    palettes: dict[str, Palette],
    engine: TextEngine,
    clock: Clock,
    size_px: tuple[int, int],
    low: bool,
) -> None:
    window = Window("headless", palettes, engine, size_px=size_px, panel_width_mm=300, clock=clock)
    window.show(samples.portal())
    on_and_back = [FIRST, SECOND, replace(samples.thanks(), screen="sound"), SECOND, FIRST]
    walk = [replace(view, low=low) for view in on_and_back]
    ends = []
    for view in walk:
        window.show(view)
        pictures = watched(window, clock)
        assert len(pictures) >= 5
        ends.append(pictures[-1])
    assert ends == [still(window, view) for view in walk]
    window.close()


def test_it_is_over_in_time_however_seldom_anybody_looks(window: Window, clock: Clock) -> None:
    window.show(FIRST)
    window.show(SECOND)
    clock.now += LONGEST_S
    window.poll()
    assert on_the_glass() == still(window, SECOND)


def test_whoever_asks_for_the_picture_gets_the_screen_at_rest(window: Window, clock: Clock) -> None:
    window.show(FIRST)
    window.show(SECOND)
    moving = on_the_glass()
    picture = Image.open(io.BytesIO(window.picture())).convert("RGB").tobytes()
    hashed = window.pixels_hash()
    assert on_the_glass() == moving != picture
    assert watched(window, clock)[-1] == picture
    assert window.pixels_hash() == hashed


def test_a_press_acts_at_once_on_the_new_screen_and_ends_the_movement(
    window: Window, clock: Clock
) -> None:
    window.show(FIRST)
    window.show(SECOND)
    clock.now += STEP_S
    window.poll()
    rect = window.layout.rect_of("choice:b")
    assert rect is not None
    place: dict[str, Any] = {"pos": (rect.x + 2, rect.y + 2), "touch": False, "button": 1}
    pygame.event.post(pygame.Event(pygame.MOUSEBUTTONDOWN, **place))
    window.poll()
    pressed = on_the_glass()
    pygame.event.post(pygame.Event(pygame.MOUSEBUTTONUP, **place))
    assert window.poll() == [Tapped("choice:b", at=clock.now)]
    assert on_the_glass() == still(window, SECOND) != pressed


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (FIRST, replace(SECOND, motion=False)),
        (FIRST, replace(SECOND, screen=FIRST.screen)),
        (FIRST, replace(FIRST, focus="choice:rat", screen=FIRST.screen)),
        (replace(FIRST, blank=True), SECOND),
        (FIRST, replace(SECOND, blank=True)),
    ],
    ids=["less motion", "the same screen", "another focus", "from black", "to black"],
)
def test_nothing_moves_where_nothing_should(
    window: Window, clock: Clock, before: View, after: View
) -> None:
    window.show(before)
    window.show(after)
    assert len(watched(window, clock)) == 1


def test_the_first_screen_does_not_move(window: Window, clock: Clock) -> None:
    window.show(SECOND)
    assert len(watched(window, clock)) == 1


def test_it_comes_from_where_reading_goes_to_and_goes_back_the_other_way(
    window: Window, clock: Clock
) -> None:
    """Told by the first column of the middle that is not of the ground's colour."""
    place = window_start(window, samples.tiles(), samples.number_pad(), clock)
    on = window_start(window, samples.tiles(), samples.pages(), clock)
    back = window_start(window, samples.pages(), samples.tiles(), clock)
    arabic = window_start(
        window, samples.number_pad(), replace(samples.pages(), direction="rtl"), clock
    )
    assert place[0] > place[1]
    assert on[0] > on[1]
    assert back[0] < back[1]
    assert arabic[0] < arabic[1]


def window_start(window: Window, before: View, after: View, clock: Clock) -> tuple[int, int]:
    """Where the middle of the picture begins, when it starts to move and when it rests."""
    window.show(before)
    watched(window, clock)
    window.show(after)
    found = []
    for picture in (on_the_glass(), watched(window, clock)[-1]):
        image = Image.frombytes("RGB", SIZE, picture).crop((0, 420, SIZE[0], 440))
        ground = image.getpixel((SIZE[0] - 1, 0)), image.getpixel((0, 0))
        columns = [
            x
            for x in range(SIZE[0])
            if any(image.getpixel((x, y)) not in ground for y in range(20))
        ]
        found.append(columns[0])
    return found[0], found[1]


def test_going_back_is_told_from_going_on_by_the_way_that_was_gone() -> None:
    assert ways("start", "a.one", "a.two", "a.one", "start")[1:] == ["on", "on", "back", "back"]
    assert ways("start", "a.one", "sound", "a.one")[1:] == ["on", "up", "down"]
    assert ways("start", "help", "staff", "start")[1:] == ["up", "on", "down"]
    assert ways("a.one", "language", "b.two") == ["on", "up", "on"]
    assert ways("a.one", "a.one") == ["on", None]


def test_another_page_of_the_same_screen_is_another_screen() -> None:
    trail = Trail()
    found = [trail.way(replace(FIRST, page=(number, 3))) for number in (1, 2, 2, 3, 1)]
    assert found == ["on", "on", None, "on", "back"]


def test_after_a_visit_the_way_is_forgotten() -> None:
    trail = Trail()
    for name in ("start", "a.one", "start"):
        trail.way(replace(FIRST, screen=name))
    trail.forget()
    assert trail.way(replace(FIRST, screen="a.one")) == "on"
    assert len(trail._names) == 2


def test_the_glass_lets_a_view_that_it_has_already_come_in(palettes: dict[str, Palette]) -> None:
    glass = Glass(
        "headless",
        palettes,
        size_px=SIZE,
        panel_width_mm=268,
        filter_s=0.15,
        title="",
        on_closed=lambda: None,
    )
    glass.show(FIRST)
    glass.show(SECOND)
    moving = on_the_glass()
    glass.show(replace(SECOND))
    assert on_the_glass() == moving
    glass.show(replace(SECOND, motion=False))
    assert on_the_glass() != moving, "it was still on its way"
    glass.close()
