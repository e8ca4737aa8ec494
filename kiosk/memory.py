"""Small on a small machine: what the C library can be told about memory.

A kiosk runs for months on a terminal with little of it. Both calls are glibc's; another C
library does as it likes, and nothing depends on them.
"""

import contextlib
import ctypes
import gc

M_ARENA_MAX = -8  # malloc.h


def share_heaps() -> None:
    """Let all threads use two heaps, not one each. Call it before there are threads."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, 2)


def give_back() -> None:
    """Return what is free to the system, so that one large visit does not count for ever."""
    gc.collect()
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
