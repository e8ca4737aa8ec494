"""What hangs at the kiosk now: announcements that hold today, open or not, out of service.

Asked once a minute; what it answers goes to the core as a `Board`, which changes nothing
for a visitor who is there. Days and times are those of the clock at the wall: a day begins
at midnight here, and at the change to summer time nothing is shown an hour late.
"""

from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import Protocol

from kiosk.core.dates import Announcement, Hours
from kiosk.core.events import Board
from kiosk.core.session import DEFAULT_STEP, VOLUMES


class Notices(Protocol):
    """Of the kiosk's own bundle: what `config.groups.for_kiosk` left of it."""

    @property
    def announcements(self) -> tuple[Announcement, ...]: ...
    @property
    def hours(self) -> Hours | None: ...


class Noticeboard:
    """Knows no clock: who asks tells the time. `zone` is that of the machine if left out."""

    def __init__(self, notices: Notices, zone: tzinfo | None = None) -> None:
        self._notices = notices
        self._zone = zone

    def now(
        self,
        when: datetime,
        closed: Mapping[str, str] | None = None,
        volume: int | None = None,
    ) -> Board:
        """`closed`: out of service, with the text of staff by language, or with none of theirs.

        `volume` is the step (0 to 6) with which visits begin; None is the usual one.
        """
        local = when.astimezone(self._zone)
        step = DEFAULT_STEP if volume is None else volume
        return Board(
            announcements=tuple(
                one.announcement for one in self._notices.announcements if one.holds(local.date())
            ),
            closed=closed,
            resting=not self._is_open(local),
            volume=max(0, min(VOLUMES - 1, step)),
        )

    def is_open(self, when: datetime) -> bool:
        """Whether somebody may be expected now: outside these hours silence is no alarm."""
        return self._is_open(when.astimezone(self._zone))

    def _is_open(self, local: datetime) -> bool:
        return self._notices.hours is None or self._notices.hours.is_open(local)
