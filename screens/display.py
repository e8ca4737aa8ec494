"""The display itself: opened as large as it is, or a sentence that says what to do instead."""

import os
from typing import Literal

import pygame

from config.sorry import Sorry

Mode = Literal["windowed", "fullscreen", "headless"]
HEADLESS_SIZE = (1080, 1920)
ASPECT = 9 / 16
ROOM_FOR_FRAME = 0.92  # of the screen's height: title bar and task bar


class DisplayUnavailable(Sorry):
    """The display cannot be opened; the message is one sentence for who started the kiosk."""


def open_display(mode: Mode, size_px: tuple[int, int] | None, title: str) -> pygame.Surface:
    # SDL then writes straight to the screen, not through a software OpenGL: a quarter of the
    # memory and of the time to a changed pixel. It reads these before the display opens.
    os.environ["SDL_FRAMEBUFFER_ACCELERATION"] = "0"
    os.environ["SDL_TOUCH_MOUSE_EVENTS"] = "0"
    os.environ.setdefault("SDL_VIDEO_ALLOW_SCREENSAVER", "0")
    # X would read some thousand ways to compose a letter of several keys: nobody types with
    # this keyboard, for it is a keypad or a scanner.
    os.environ.setdefault("XCOMPOSEFILE", os.devnull)
    # Where there is no desktop, SDL would start a message bus of its own, and wait for it.
    os.environ.setdefault("DBUS_SESSION_BUS_ADDRESS", "disabled:")
    if mode == "headless":
        os.environ["SDL_VIDEODRIVER"] = "dummy"
    elif "DISPLAY" in os.environ and "WAYLAND_DISPLAY" not in os.environ:
        # Else SDL tries Wayland when X fails, and libwayland complains to the terminal.
        os.environ.setdefault("SDL_VIDEODRIVER", "x11")
    try:
        pygame.display.init()
        surface = _set_mode(mode, size_px)
    except pygame.error as error:
        raise DisplayUnavailable(
            "The display cannot be opened: start the kiosk on a machine with a screen, set "
            "DISPLAY or WAYLAND_DISPLAY, or use the browser with --mirror 127.0.0.1:8801."
        ) from error
    if mode != "headless" and pygame.display.get_driver() in ("dummy", "offscreen"):
        pygame.display.quit()
        raise DisplayUnavailable(
            "There is no display here: start the kiosk on a machine with a screen, or use the "
            "browser with --mirror 127.0.0.1:8801."
        )
    pygame.display.set_caption(title)
    pygame.key.set_repeat()
    pygame.mouse.set_visible(mode != "fullscreen")
    return surface


def _set_mode(mode: Mode, size_px: tuple[int, int] | None) -> pygame.Surface:
    if mode == "headless":
        return pygame.display.set_mode(size_px or HEADLESS_SIZE)
    width, height = pygame.display.get_desktop_sizes()[0]
    if mode == "fullscreen" and "XDG_CURRENT_DESKTOP" in os.environ:
        return pygame.display.set_mode((width, height), pygame.FULLSCREEN)
    if mode == "fullscreen":
        # A kiosk has no desktop around it. SDL would wait a tenth of a second for a window
        # manager to make the window full-screen; without a frame it simply is.
        os.environ.setdefault("SDL_VIDEO_WINDOW_POS", "0,0")
        return pygame.display.set_mode((width, height), pygame.NOFRAME)
    if size_px is None:
        high = min(round(height * ROOM_FOR_FRAME), round(width / ASPECT))
        size_px = (round(high * ASPECT), high)
    return pygame.display.set_mode(size_px)
