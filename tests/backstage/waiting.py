"""Waiting for what another thread does: look often. Only a test that fails waits to the end."""

import time
from collections.abc import Callable


def until(happened: Callable[[], bool], within_s: float = 60.0) -> None:
    deadline = time.monotonic() + within_s
    while not happened():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.002)
