"""What goes on behind the visits sleeps, wakes for news, and ends when it is asked to."""

import threading
import time

from kiosk.background import Background

LONG_S = 60.0


def test_news_ends_the_sleep_and_is_told_once() -> None:
    told: list[bool] = []
    asleep = threading.Event()

    def work() -> None:
        told.append(background.had_news())
        asleep.set()
        background.sleep(LONG_S)
        told.extend([background.had_news(), background.had_news()])

    background = Background(work, "test")
    background.start()
    assert asleep.wait(5)
    background.wake()
    background.join(5)
    assert (told, background.is_ending) == ([False, True, False], False)


def test_news_from_before_the_sleep_is_not_lost() -> None:
    background = Background(lambda: background.sleep(LONG_S), "test")
    background.wake()
    background.start()
    background.join(5)
    assert not background.is_alive()


def test_what_must_be_slept_is_slept_in_spite_of_news() -> None:
    background = Background(lambda: background.sleep(LONG_S, 0.05), "test")
    background.wake()
    began = time.monotonic()
    background.start()
    background.join(5)
    assert not background.is_alive()
    assert time.monotonic() - began >= 0.05


def test_closing_ends_a_sleep_also_one_that_must_be_slept() -> None:
    background = Background(lambda: background.sleep(LONG_S, LONG_S), "test", close_s=5)
    background.start()
    background.close()
    assert (background.is_alive(), background.is_ending) == (False, True)


def test_closing_does_not_wait_for_what_takes_longer_and_not_for_what_never_began() -> None:
    done = threading.Event()
    background = Background(lambda: _until(done), "test", close_s=0.01)
    background.start()
    background.close()
    assert background.is_alive()
    done.set()
    background.join(5)
    Background(lambda: None, "test").close()


def _until(done: threading.Event) -> None:
    done.wait(LONG_S)
