"""The first picture comes before the files are read, and so does the answer to the first press."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pygame
import pytest
import yaml

from config.behind import Loading
from config.check import fit_bundle
from config.first_picture import FirstPicture, packed
from config.loading import answers_of, first_view_of, on_panel
from config.opening import STANDING, Opening
from kiosk.core.presses import Press, Tapped
from kiosk.core.view import View
from kiosk.runtime import Runtime
from tests.config.shelf_kiosk import bundle
from tests.config.test_first_picture import picture
from tests.core.visit import factory, terminal_of

WORDS = ("--state", "here")


class Glass:
    """Shows nothing, and remembers what it was to show."""

    def __init__(self) -> None:
        self.shown: list[View] = []

    def show(self, view: View) -> None:
        self.shown.append(view)

    def poll(self) -> list[Press]:
        return []

    def handled(self, event: object) -> None: ...
    def wait(self, blind_s: float, most_s: float | None = None) -> None: ...
    def wake(self) -> None: ...
    def forget(self) -> None: ...


def test_what_was_kept_for_a_button_is_what_the_loop_shows_after_it() -> None:
    terminal = terminal_of(factory())
    first = FirstPicture(picture().frame, first_view_of(terminal), packed(answers_of(terminal)))
    assert {"flow:melding", "flow:status", "help"} <= set(first.answers)
    for name in first.answers:
        glass = Glass()
        runtime = Runtime(terminal, glass, held=[Tapped(name, at=3.0)])
        assert first.answer(name) == runtime.view
        assert first.view not in glass.shown, "the start screen does not come back in between"


@pytest.mark.parametrize("odd", ["{", "7", '{"is": "Popen"}', '{"is": "Text"}', "null"])
def test_an_odd_answer_is_none(odd: str) -> None:
    first = FirstPicture(picture().frame, picture().view, {"help": odd})
    assert (first.answer("help"), first.answer("sight")) == (None, None)


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> argparse.Namespace:
    """A kiosk that shows itself in a mirror only."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.delenv(name, raising=False)
    own, device = bundle("Zuil"), tmp_path / "device.yaml"
    fit_bundle(own, tmp_path / "fit-bundle")
    settings = {"mirror": "127.0.0.1:0", "window_px": [540, 960], "bundle": str(own)}
    device.write_text(yaml.safe_dump(settings))
    options = {"device": device, "state": tmp_path}
    return argparse.Namespace(bundle=None, mirror=None, fullscreen=None, **options)


@contextmanager
def opened(asked: argparse.Namespace, loading: Loading) -> Iterator[Opening]:
    opening = Opening(asked, WORDS, loading, on_closed=lambda: None)
    try:
        yield opening
    finally:
        opening.glass.close()


def shown(opening: Opening) -> View:
    view = opening.glass._view
    assert view
    return view


def tap(opening: Opening, name: str) -> None:
    rect = opening.glass.arrangement.layout(shown(opening)).rect_of(name)
    assert rect
    pos = (rect.x + rect.width // 2, rect.y + rect.height // 2)
    for what in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.Event(what, pos=pos, button=1, touch=False))


def tapped(opening: Opening, *names: str) -> list[str]:
    """Tap them, one a turn; what was held of it."""

    def turns() -> Iterator[bool]:
        for name in names:
            tap(opening, name)
            yield False
        yield True

    turn = turns()
    held = opening.presses_until(lambda: next(turn))
    return [press.target for press in held if isinstance(press, Tapped)]


def test_from_the_second_start_on_the_first_press_is_answered_before_a_file_is_read(
    asked: argparse.Namespace,
) -> None:
    with opened(asked, Loading(asked)) as opening:
        start = shown(opening)
    (asked.state / STANDING).unlink()
    loading = Loading(asked)
    with opened(asked, loading) as opening:
        assert shown(opening) == start
        assert (asked.state / STANDING).exists()
        assert tapped(opening, "flow:afspraak") == ["flow:afspraak"]
        answer = shown(opening)
        assert answer.screen.startswith("afspraak.")
        assert not loading.is_done
        loading.now()
        terminal = on_panel(loading.result().terminal, opening.glass.arrangement)
        runtime = Runtime(terminal, opening.glass, held=[Tapped("flow:afspraak")])
        assert runtime.view == answer


def test_a_second_press_waits_for_the_files(asked: argparse.Namespace) -> None:
    with opened(asked, Loading(asked)) as opening:
        pass
    with opened(asked, Loading(asked)) as opening:
        assert tapped(opening, "help", "close") == ["help", "close"]
        assert shown(opening).screen == "help"
