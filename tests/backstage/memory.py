"""All that Python can still reach in this process, as bytes to look for words and sounds in.

Everything that the garbage collector knows, what that refers to, and the variables of every
function that is being run in any thread. Module globals, caches and queues are among it.
"""

import ctypes
import gc
import io
import sys
from array import array
from collections.abc import Iterable, Iterator
from typing import Any

import pygame

SHORTEST = 6
_TEXTS = (str, bytes, bytearray, array, memoryview, pygame.mixer.Sound)
_FILES = (io.BytesIO, io.StringIO)
_HOLDING = (*_FILES, ctypes.Array)


def gathered() -> bytes:
    """Whatever holds words or sounds, one after the other; words as UTF-8."""
    return b"\0".join(content for _, content in _contents())


def holders(needle: bytes) -> list[str]:
    """Which kinds of objects hold this, and what holds those: for whoever must mend it."""
    found = [thing for thing, content in _contents() if needle in content != needle]
    return [f"{type(thing).__name__} in {_kinds(gc.get_referrers(thing))}" for thing in found]


def _contents() -> Iterator[tuple[object, bytes]]:
    gc.collect()
    running = [_variables(frame) for frame in sys._current_frames().values()]
    known = gc.get_objects()
    found: dict[int, object] = {}
    while known:
        referred = gc.get_referents(*known)
        found.update((id(one), one) for one in referred if isinstance(one, _TEXTS))
        found.update((id(one), one) for one in known if isinstance(one, _HOLDING))
        # The collector leaves out tuples and dicts of plain values; they are one step further.
        plain = {id(one): one for one in referred if type(one) in (tuple, dict)}
        known = [one for one in plain.values() if not gc.is_tracked(one) and id(one) not in found]
        found.update((id(one), one) for one in known)
    del running
    for thing in found.values():
        content = _bytes_of(thing)
        if len(content) >= SHORTEST:
            yield thing, content


def _variables(frame: Any) -> list[dict[str, object]]:
    """Those of a function that is being run, and of whatever called it."""
    found = []
    while frame is not None:
        found.append(dict(frame.f_locals))
        frame = frame.f_back
    return found


def _bytes_of(thing: object) -> bytes:
    match thing:
        case str():
            return thing.encode("utf-8", "surrogatepass")
        case io.BytesIO() | io.StringIO():
            value = "" if thing.closed else thing.getvalue()
            return value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass")
        case pygame.mixer.Sound():
            return thing.get_raw()
        case array():
            return thing.tobytes()
        case bytes() | bytearray() | memoryview() | ctypes.Array():
            try:
                return bytes(thing)
            except (TypeError, ValueError):
                return b""  # a view of something that is gone, or not of bytes
        case _:
            return b""


def _kinds(things: Iterable[object]) -> str:
    return ", ".join(sorted({_kind(thing) for thing in things}))


def _kind(thing: object) -> str:
    if isinstance(thing, dict):
        return f"dict of {', '.join(str(key)[:20] for key in list(thing)[:4])}"
    return f"{type(thing).__module__}.{type(thing).__qualname__}"
