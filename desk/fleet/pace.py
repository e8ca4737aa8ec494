"""How often a kiosk may come: so many at once, and then one each so many seconds.

What is taken in is paid for with time. A row keeps until when all is paid (seconds since
1970); each time costs `each_s` more, and whoever is ahead by `at_once` of them comes later.

    at_once 30, each_s 10      30 at once; then one each ten seconds; after five quiet
                               minutes 30 at once again

Whoever takes something in writes the new moment only where the one that it read still stands,
in the statement that is written anyway: many processes count together without a lock, and of
two that come at the very same moment one comes later.
"""

from dataclasses import dataclass
from datetime import datetime


class TooOftenError(Exception):
    """Nothing was taken in; it may come again after this many seconds."""

    def __init__(self, wait_s: int) -> None:
        self.wait_s = wait_s
        super().__init__(wait_s)


@dataclass(frozen=True, slots=True)
class Pace:
    at_once: int
    each_s: int

    def wait_s(self, paid_until: int, now: datetime) -> int:
        """Seconds until the next one may come; 0 for now.

        Nobody can be further ahead than one too many: then our clock was set back meanwhile.
        """
        too_early = paid_until - _seconds(now) - (self.at_once - 1) * self.each_s
        return too_early if 0 < too_early <= self.each_s else 0

    def paid(self, paid_until: int, now: datetime) -> int:
        """Until when all is paid with one more, that may come now."""
        from_now = _seconds(now)
        ahead = 0 <= paid_until - from_now < self.at_once * self.each_s
        return (paid_until if ahead else from_now) + self.each_s


BEATS = Pace(at_once=30, each_s=10)
"""A kiosk beats each minute, and at once when it carried out an order or started again."""
SENDING = Pace(at_once=100, each_s=20)
"""Besides, it shows its start screen once after each start, and sends what it counted in an hour.
After two months without a network it has 1,500 of those hours: they take eight hours."""


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())
