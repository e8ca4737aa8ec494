"""Work that goes on behind the visits: a thread that sleeps between two rounds.

Whoever brings news wakes it; it ends between two rounds, and nobody waits long for that.
"""

import threading
from collections.abc import Callable

CLOSE_S = 0.8


class Background(threading.Thread):
    """`start` and `close` once. `work` runs in it until `is_ending`, and sleeps with `sleep`."""

    def __init__(self, work: Callable[[], None], name: str, *, close_s: float = CLOSE_S) -> None:
        super().__init__(target=work, name=name, daemon=True)
        self._close_s = close_s
        self._news = threading.Event()
        self._ending = threading.Event()

    def wake(self) -> None:
        """There is news: do not sleep on. Any thread may say so."""
        self._news.set()

    def had_news(self) -> bool:
        """Whether somebody woke it since this was asked last. Only for `work`."""
        had = self._news.is_set()
        self._news.clear()
        return had

    def sleep(self, longest_s: float, least_s: float = 0.0) -> None:
        """Until there is news or the time is over; at least so long, unless it is to end."""
        self._ending.wait(least_s)
        self._news.wait(longest_s - least_s)

    @property
    def is_ending(self) -> bool:
        return self._ending.is_set()

    def end(self) -> None:
        """Ask it to end, without waiting for that."""
        self._ending.set()
        self._news.set()

    def close(self) -> None:
        """Ask it to end, and wait a moment. What takes longer is left alone."""
        self.end()
        if self.is_alive():
            self.join(self._close_s)
