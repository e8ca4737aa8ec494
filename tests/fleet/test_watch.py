"""The relay watches: the thread looks, tells, and ends when it is told to."""

import threading

import pytest

from desk.fleet import watch
from desk.fleet.watch import Watch


def test_it_goes_on_after_a_stumble_and_ends_when_told(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = threading.Semaphore(0)

    def stumbles(_: object) -> bool:
        looked.release()
        raise RuntimeError

    monkeypatch.setattr(watch, "round_due", stumbles)
    watching = Watch(tick_s=0.001)
    watching.start()
    for _ in range(3):
        assert looked.acquire(timeout=10)
    watching.end()
    assert not watching._thread.is_alive()
