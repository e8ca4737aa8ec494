"""The display: what is shown, always the same pixels, and nothing kept."""

import io
import os
import shutil
import subprocess
import sys
import threading
import time
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from kiosk.core.theme import Palette
from kiosk.core.view import Choices, Field, View
from screens import qr
from screens.text import TextEngine
from screens.window import Closed, Window
from tests.screens import samples
from tests.screens.conftest import Clock
from tests.screens.hands import SIZE, middle, mouse

ROOT = Path(__file__).parents[2]


def test_after_a_visit_no_word_and_no_code_is_kept(window: Window, engine: TextEngine) -> None:
    window.show(samples.thanks())
    window.show(samples.portal())
    assert qr.modules.cache_info().currsize > 0
    window.forget()
    assert qr.modules.cache_info().currsize == 0
    assert len(engine._surfaces) == 0


def test_closing_the_window_is_an_event(window: Window, clock: Clock) -> None:
    pygame.event.post(pygame.Event(pygame.QUIT))
    assert window.poll() == [Closed(at=clock.now)]


def every_view() -> list[View]:
    views = [sample() for sample in samples.ALL]
    themes = ("contrast-dark", "contrast-light", "low-glare", "low-glare")
    views += [
        replace(view, text_size=1, theme=theme)
        for view, theme in zip(views[:4], themes, strict=True)
    ]
    views += [replace(views[0], blank=True)]
    tiles, pad = samples.tiles(), samples.number_pad()
    views += [replace(tiles, focus="choice:rat"), replace(tiles, focus="stop")]
    longer = Field("house_number", "12345", "12345")
    views += [replace(pad, focus="key:1", blocks=(longer, pad.blocks[1]))]
    views += [replace(pad, focus="key:5"), replace(pad, focus="key:6"), replace(pad, focus=None)]
    return views


VIEWS = every_view()


@settings(max_examples=40, deadline=None)
@given(steps=st.lists(st.sampled_from(range(len(VIEWS))), min_size=2, max_size=5))
def test_painting_what_changed_gives_the_same_pixels_as_painting_all(
    palettes: dict[str, Palette], engine: TextEngine, steps: list[int]
) -> None:
    walked = Window("headless", palettes, engine, size_px=SIZE, panel_width_mm=268)
    for step in steps:
        walked.show(VIEWS[step])
    after_walk = walked.pixels_hash()
    fresh = Window("headless", palettes, engine, size_px=SIZE, panel_width_mm=268)
    fresh.show(VIEWS[steps[-1]])
    assert after_walk == fresh.pixels_hash()


def test_screens_that_differ_in_little_are_brought_up_to_date(
    palettes: dict[str, Palette], engine: TextEngine
) -> None:
    """Each pair of the last views above: another focus, another value, both."""
    window = Window("headless", palettes, engine, size_px=SIZE, panel_width_mm=268)
    alone = {}
    for number, view in enumerate(VIEWS[-6:]):
        window.show(samples.portal())
        window.show(view)
        alone[number] = window.pixels_hash()
    for one, other in permutations(alone, 2):
        window.show(VIEWS[-6:][one])
        window.show(VIEWS[-6:][other])
        assert window.pixels_hash() == alone[other], (one, other)


def test_typing_a_character_does_not_paint_the_whole_screen(window: Window) -> None:
    """Proved by a pixel that was spoilt far away and stays so."""
    view = samples.number_pad()
    window.show(view)
    surface = pygame.display.get_surface()
    assert surface is not None
    surface.set_at((5, 500), (255, 0, 255))
    field = Field("house_number", "123", "123")
    before = window.pixels_hash()
    window.show(replace(view, blocks=(field, view.blocks[1])))
    assert window.pixels_hash() != before
    assert surface.get_at((5, 500))[:3] == (255, 0, 255)


def test_the_same_view_gives_the_same_pixels_in_another_process() -> None:
    script = (
        "from pathlib import Path\n"
        "from screens.text import TextEngine\n"
        "from config.bundle import FACTORY, load_bundle\n"
        "from screens.window import Window\n"
        "from tests.screens import samples\n"
        "palettes = load_bundle(FACTORY).themes\n"
        "window = Window('headless', palettes, TextEngine(), size_px=(540, 960))\n"
        "window.show(samples.portal())\n"
        "print(window.pixels_hash())\n"
    )
    hashes = {
        subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout.split()[-1]
        for _ in range(2)
    }
    assert len(hashes) == 1


def test_a_picture_is_what_is_on_the_screen_and_may_be_asked_from_a_thread(
    window: Window,
) -> None:
    window.show(samples.tiles())
    found: list[bytes] = []
    thread = threading.Thread(target=lambda: found.append(window.picture()))
    thread.start()
    thread.join(5)
    surface = pygame.display.get_surface()
    assert surface is not None
    picture = Image.open(io.BytesIO(found[0])).convert("RGB")
    assert picture.size == SIZE
    assert picture.tobytes() == pygame.image.tobytes(surface, "RGB")


@pytest.mark.parametrize("theme", ["normal", "contrast-light", "contrast-dark", "low-glare"])
def test_the_states_of_a_button_differ_without_colour_in_every_theme(
    window: Window, theme: str
) -> None:
    """In grey, each state of a tile still looks different from every other."""
    page = samples.pages()
    rest = replace(samples.tiles(), blocks=page.blocks[:1], focus=None, theme=theme)
    rest = replace(rest, motion=False)
    tile = "choice:a"
    states = {
        "rest": rest,
        "focused": replace(rest, focus=tile),
        "chosen": with_target(rest, tile, chosen=True),
        "disabled": with_target(rest, tile, enabled=False),
    }
    greys = {name: grey_tile(window, view, tile) for name, view in states.items()}
    window.show(rest)
    mouse(pygame.MOUSEBUTTONDOWN, middle(window, tile))
    window.poll()
    greys["pressed"] = grey_of(window, tile)
    for one, first in greys.items():
        for other, second in greys.items():
            different = sum(abs(a - b) > 40 for a, b in zip(first, second, strict=True))
            assert one == other or different > 150, (one, other)


def test_soft_light_has_no_white_pixel_not_even_in_its_pictures(window: Window) -> None:
    for sample in samples.ALL:
        window.show(replace(sample(), theme="low-glare", motion=False))
        picture = Image.open(io.BytesIO(window.picture())).convert("L")
        assert max(picture.tobytes()) < 220, sample


def with_target(view: View, name: str, *, chosen: bool = False, enabled: bool = True) -> View:
    block = view.blocks[0]
    assert isinstance(block, Choices)
    targets = tuple(
        replace(target, chosen=chosen, enabled=enabled) if target.name == name else target
        for target in block.targets
    )
    return replace(view, blocks=(Choices(targets, block.style),))


def grey_tile(window: Window, view: View, name: str) -> bytes:
    window.show(view)
    return grey_of(window, name)


def grey_of(window: Window, name: str) -> bytes:
    rect = window.layout.rect_of(name)
    assert rect is not None
    picture = Image.open(io.BytesIO(window.picture())).convert("L")
    return picture.crop((rect.x - 8, rect.y - 8, rect.right + 8, rect.bottom + 8)).tobytes()


def run_without_display(mode: str, **environment: str) -> subprocess.CompletedProcess[str]:
    script = (
        "from pathlib import Path\n"
        "from screens.text import TextEngine\n"
        "from config.bundle import FACTORY, load_bundle\n"
        "from screens.window import DisplayUnavailable, Window\n"
        "palettes = load_bundle(FACTORY).themes\n"
        "try:\n"
        f"    Window({mode!r}, palettes, TextEngine())\n"
        "except DisplayUnavailable as problem:\n"
        "    print('SAID', problem)\n"
    )
    keep = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    }
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**keep, **environment},
        capture_output=True,
        text=True,
        check=True,
    )


@pytest.mark.parametrize("driver", [{}, {"SDL_VIDEODRIVER": "x11"}, {"DISPLAY": ":987"}])
def test_without_a_display_one_sentence_says_what_to_do(driver: dict[str, str]) -> None:
    said = run_without_display("windowed", **driver).stdout.splitlines()[-1]
    assert said.startswith("SAID ")
    assert "--mirror" in said


@pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"
)
def test_a_click_through_a_real_x_server_is_a_tap(tmp_path: Path) -> None:
    """Xvfb tells us a free display number; xdotool presses where the layout says."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1080x1920x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as pipe:
            display = f":{pipe.readline().strip()}"
        script = (
            "import sys, time\n"
            "from pathlib import Path\n"
            "from screens.text import TextEngine\n"
            "from config.bundle import FACTORY, load_bundle\n"
            "from screens.window import Window\n"
            "from tests.screens import samples\n"
            "palettes = load_bundle(FACTORY).themes\n"
            "window = Window('fullscreen', palettes, TextEngine(), panel_width_mm=268)\n"
            "window.show(samples.tiles())\n"
            "rect = window.layout.rect_of('choice:rat')\n"
            "print(rect.x + 30, rect.y + 30, flush=True)\n"
            "until = time.monotonic() + 20\n"
            "while time.monotonic() < until:\n"
            "    for event in window.poll():\n"
            "        print(event, flush=True)\n"
            "        sys.exit()\n"
            "    time.sleep(0.01)\n"
        )
        environment = {**os.environ, "DISPLAY": display, "SDL_VIDEODRIVER": "x11"}
        kiosk = subprocess.Popen(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert kiosk.stdout is not None
        x, y = next(line for line in kiosk.stdout if line[0].isdigit()).split()
        command = ["xdotool", "mousemove", x, y, "click", "1"]
        until = time.monotonic() + 15
        while kiosk.poll() is None and time.monotonic() < until:
            # Until the server has mapped the window, a click falls on the empty root.
            subprocess.run(command, env=environment, check=True)
            time.sleep(0.1)
        assert "target='choice:rat'" in kiosk.stdout.read()
    finally:
        server.terminate()
        server.wait(10)


@pytest.mark.parametrize("size_px", [(540, 960), (1080, 1920)])
def test_a_button_on_a_card_has_the_card_around_it(
    palettes: dict[str, Palette], engine: TextEngine, size_px: tuple[int, int]
) -> None:
    window = Window("headless", palettes, engine, size_px=size_px, panel_width_mm=268)
    window.show(samples.thanks())
    rect = window.layout.rect_of("hear")
    surface = pygame.display.get_surface()
    assert rect is not None
    assert surface is not None
    around = [(rect.x, rect.y), (rect.right - 1, rect.bottom - 1), (rect.x + 40, rect.bottom + 1)]
    card = pygame.Color(palettes["normal"].card)
    assert [surface.get_at(point) for point in around] == [card] * 3
    window.close()


def test_a_row_of_keys_that_is_offered_as_one_has_a_ring_around_each_key(window: Window) -> None:
    view = samples.number_pad()
    window.show(view)
    plain = window.pixels_hash()
    keys = tuple(target.name for target in view.targets if target.role == "key")[:3]
    window.show(replace(view, focus=keys[0], focus_row=keys))
    row = window.pixels_hash()
    window.show(replace(view, focus=keys[0]))
    assert len({plain, row, window.pixels_hash()}) == 3
    window.show(view)
    assert window.pixels_hash() == plain


def test_while_somebody_speaks_the_pause_button_shows_it(window: Window) -> None:
    """By shape: a sign that no other button of its kind has."""
    first, second, pause, *others = samples.tiles().nav
    assert pause is not None
    silent = replace(pause, name="silence")
    speaking = grey_tile(window, samples.tiles(), "pause")
    view = replace(samples.tiles(), nav=(first, second, silent, *others))
    different = zip(speaking, grey_tile(window, view, "silence"), strict=True)
    assert sum(abs(a - b) > 60 for a, b in different) > 50
