"""What people who work here do at the kiosk itself, as far as it leaves a mark on this machine.

The keys they taught, the enrolment they typed a code for, and wrong codes that were tried.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

from config.first_picture import FILE as FIRST_PICTURE
from config.keys import FILE as KEYS
from config.keys import keep_keys
from config.loading import Loaded
from kiosk.between import Between
from kiosk.core.events import AnyEvent, EnrolFailed, KeyName
from kiosk.core.staff import LOCKED_S
from kiosk.enrolling import Enroller
from kiosk.tries import FILE as TRIES
from kiosk.tries import keep_tries, kept_tries

log = logging.getLogger(__name__)


class ByStaff:
    """One kiosk. `between` is asked to start it anew once it is enrolled."""

    def __init__(
        self,
        loaded: Loaded,
        inbox: Callable[[AnyEvent], None],
        use_keys: Callable[[Mapping[int, KeyName]], None],
        between: Between,
    ) -> None:
        self._loaded = loaded
        self._state = loaded.device.state
        self._inbox = inbox
        self._use_keys = use_keys
        self._between = between

    def keep_keys(self, keys: Sequence[tuple[KeyName, int]]) -> bool:
        """A kiosk that cannot write uses them all the same, until it is started again."""
        self._use_keys({code: name for name, code in keys})
        try:
            keep_keys(self._state / KEYS, keys)
        except OSError as error:
            log.warning("the keys could not be kept: %s", error)
            return False
        return True

    def enrol(self, code: str, desk_url: str) -> None:
        """Let this kiosk in at a desk; it starts anew once nobody stands there."""
        file, enrolment = self._loaded.enrolment_file, self._loaded.enrolment
        if file is None:  # a draft that is tried
            self._inbox(EnrolFailed("unreachable"))
            return
        known = (enrolment.desk_url if enrolment else "") or self._loaded.device.desk_url or ""
        Enroller(file, known, self._inbox, self._start_anew).enrol(code, desk_url)

    def keep_tries(self, wrong: int, locked_s: float) -> None:
        keep_tries(self._state / TRIES, wrong, locked_s)

    def recall_tries(self) -> None:
        """Who guessed the staff code before the kiosk was started again is no new guesser."""
        if tries := kept_tries(self._state / TRIES, LOCKED_S):
            self._inbox(tries)

    def _start_anew(self) -> None:
        with suppress(OSError):  # under its new name it may offer something else
            (self._state / FIRST_PICTURE).unlink(missing_ok=True)
        self._between.ask("order")
