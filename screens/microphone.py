"""The microphone as SDL has it: opened for one recording, closed after it.

Which one is used is a line of the device file; `auto` is the one that the system uses
itself. A kiosk without one never offers to record.

SDL is asked through ctypes, and keeps what it hears until it is read. pygame's own
`AudioDevice` calls back into Python from the thread of the sound system and closes
without letting go of the interpreter: now and then both wait for each other for ever.
"""

import ctypes
import logging
from collections.abc import Callable
from typing import Any

import pygame

from kiosk.core.events import AnyEvent
from kiosk.recorder import Recorder
from kiosk.voice import SAMPLE_RATE
from screens.sound import something_may_sound

log = logging.getLogger(__name__)

CHUNK_SAMPLES = 1024
_AUDIO_S16 = 0x8010  # SDL_audio.h; little-endian, as every machine that this runs on
_STOPPED = 0


def open_microphone(which: str, inbox: Callable[[AnyEvent], None]) -> Recorder | None:
    """The microphone called `which`: `auto` is the system's own. None where there is none."""
    if which == "off" or not something_may_sound() or pygame.version.SDL[0] != 2:
        return None
    names = _names()
    if not names:
        return None
    if which != "auto" and which not in names:
        log.warning("there is no microphone '%s'. There are: %s.", which, ", ".join(names))
        return None
    name = None if which == "auto" else which
    return Recorder(lambda: _SdlLine(name), inbox)


class _Spec(ctypes.Structure):
    """SDL_AudioSpec. Without a callback SDL keeps the sound until it is read."""

    _fields_ = (
        ("freq", ctypes.c_int),
        ("format", ctypes.c_uint16),
        ("channels", ctypes.c_uint8),
        ("silence", ctypes.c_uint8),
        ("samples", ctypes.c_uint16),
        ("padding", ctypes.c_uint16),
        ("size", ctypes.c_uint32),
        ("callback", ctypes.c_void_p),
        ("userdata", ctypes.c_void_p),
    )


class _SdlLine:
    """Open for one recording; SDL brings any device to the samples of the voice."""

    def __init__(self, name: str | None) -> None:
        self._sdl = _sdl()
        wanted = _Spec(SAMPLE_RATE, _AUDIO_S16, 1, 0, CHUNK_SAMPLES, 0, 0, None, None)
        self._device = self._sdl.SDL_OpenAudioDevice(
            name.encode() if name else None, 1, ctypes.byref(wanted), None, 0
        )
        if not self._device:
            raise OSError(self._sdl.SDL_GetError().decode("utf-8", "replace"))
        self._sdl.SDL_PauseAudioDevice(self._device, 0)

    def read(self) -> bytes:
        if self._sdl.SDL_GetAudioDeviceStatus(self._device) == _STOPPED:
            raise OSError("it was pulled out")
        size = self._sdl.SDL_GetQueuedAudioSize(self._device)
        if not size:
            return b""
        room = ctypes.create_string_buffer(size)
        got = self._sdl.SDL_DequeueAudio(self._device, room, size)
        return room.raw[:got]

    def close(self) -> None:
        self._sdl.SDL_CloseAudioDevice(self._device)


def _sdl() -> Any:
    """The SDL that pygame has loaded: what an extension of it is linked to."""
    sdl = ctypes.CDLL(pygame.base.__file__)
    sdl.SDL_GetError.restype = ctypes.c_char_p
    sdl.SDL_OpenAudioDevice.argtypes = (
        *(ctypes.c_char_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int),
    )
    for name in ("SDL_OpenAudioDevice", "SDL_GetQueuedAudioSize", "SDL_DequeueAudio"):
        getattr(sdl, name).restype = ctypes.c_uint32
    return sdl


def _names() -> list[str]:
    from pygame._sdl2 import audio, sdl2  # noqa: PLC0415 - rarely used, and not small

    try:
        # Once more than the player does: changing its device must not close the microphone.
        sdl2.init_subsystem(sdl2.INIT_AUDIO)
        return audio.get_audio_device_names(True)
    except (pygame.error, sdl2.error) as error:
        log.info("there is no microphone here: %s", error)
        return []
