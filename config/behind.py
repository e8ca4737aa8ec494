"""Reading the files of a kiosk at once, or in a thread behind its first picture.

While that and all that follows it is loaded, a finger still goes before everything else.
"""

import argparse
import gc
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from config.loading import Loaded

_TURN_S, _USUAL_TURN_S = 0.001, sys.getswitchinterval()
"""How long a thread that loads may keep the interpreter from the one that answers fingers."""


def all_is_loaded() -> None:
    """No more hurry: what was put off while loading happens from now on."""
    sys.setswitchinterval(_USUAL_TURN_S)
    gc.enable()


class Loading:
    """What the files say. `result` waits for it, and raises what went wrong."""

    def __init__(self, asked: argparse.Namespace) -> None:
        self._asked = asked
        self._loaded: Loaded | None = None
        self._trouble: BaseException | None = None
        self._thread: threading.Thread | None = None

    def now(self, then: Callable[[], None] = lambda: None) -> None:
        try:
            from config.loading import load  # noqa: PLC0415 - slow: not before the picture

            self._loaded = load(self._asked)
        except BaseException as trouble:  # it belongs to whoever asks for the result
            self._trouble = trouble
        then()

    def behind(self, then: Callable[[], None]) -> None:
        """In a thread of its own; `then` is called from there. Until `all_is_loaded`, threads
        take short turns."""
        sys.setswitchinterval(_TURN_S)
        if self._loaded is None:
            self._thread = threading.Thread(target=self.now, args=[then], daemon=True)
            self._thread.start()

    @property
    def is_done(self) -> bool:
        return self._loaded is not None or self._trouble is not None

    def result(self) -> "Loaded":
        if self._thread is not None:
            self._thread.join()
        if self._trouble is not None:
            raise self._trouble
        assert self._loaded is not None  # noqa: S101 - one of the two
        return self._loaded
