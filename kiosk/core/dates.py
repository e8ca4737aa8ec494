"""When a kiosk is open, and on which days an announcement holds: as a bundle tells it.

Times are those on the clock at the wall. A day ends at 24:00; what is open after midnight
is written with the evening that it belongs to (`22:00-02:00`).

    hours:
      monday: ["08:00-12:00", "13:00-18:00"]
      saturday: ["10:00-16:00"]        # a day that is not named is closed
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    RootModel,
    field_validator,
    model_validator,
)

from kiosk.core.flow import Name, Part, Picture
from kiosk.core.sentences import sentence

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MIDNIGHT = 24 * 60
SPAN = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)")


def _span(words: str) -> str:
    found = SPAN.fullmatch(words)
    if found is None:
        raise ValueError(
            sentence(
                "'{words}' is not a time from and until. Write it like 08:00-18:00", words=words
            )
        )
    start, end = minutes(words)
    if start == end:
        raise ValueError(
            sentence(
                "'{words}' ends when it begins. Write 00:00-24:00 for a whole day", words=words
            )
        )
    return words


def minutes(span: str) -> tuple[int, int]:
    """From and until, in minutes after midnight; past midnight `until` is the smaller one."""
    start, end = (int(part[:2]) * 60 + int(part[3:]) for part in span.split("-"))
    return start, end


def _day(words: object) -> object:
    if isinstance(words, str) and not re.fullmatch(r"\d{4}-\d\d-\d\d", words):
        raise ValueError(sentence("'{words}' is not a day. Write it like 2026-12-01", words=words))
    return words


Span = Annotated[str, AfterValidator(_span)]
Spans = tuple[Span, ...]
Day = Annotated[date, BeforeValidator(_day)]


class Hours(Part):
    """When somebody may be expected at the kiosk."""

    monday: Spans = ()
    tuesday: Spans = ()
    wednesday: Spans = ()
    thursday: Spans = ()
    friday: Spans = ()
    saturday: Spans = ()
    sunday: Spans = ()

    @field_validator(*DAYS)
    @classmethod
    def _in_order(cls, spans: Spans) -> Spans:
        for first, second in pairwise(spans):
            start, end = minutes(first)
            if end <= start or minutes(second)[0] < end:
                raise ValueError(
                    sentence(
                        "'{first}' and '{second}' overlap. Put the earlier one first",
                        first=first,
                        second=second,
                    )
                )
        return spans

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if not any(self.of(day) for day in DAYS):
            raise ValueError(
                sentence("no day is open here. Leave 'hours' out if it is always open")
            )
        for day, following in pairwise((*DAYS, DAYS[0])):
            for late in self.of(day)[-1:]:
                start, end = minutes(late)
                for early in self.of(following)[:1] if end < start else ():
                    if minutes(early)[0] < end:
                        raise ValueError(
                            sentence(
                                "{day} '{late}' goes on into {following} '{early}'. Let one of "
                                "them end where the other begins",
                                day=day,
                                late=late,
                                following=following,
                                early=early,
                            )
                        )
        return self

    def of(self, day: str) -> Spans:
        found: Spans = getattr(self, day)
        return found

    def is_open(self, when: datetime) -> bool:
        """Whether it is open now, by the clock at the wall."""
        now = when.hour * 60 + when.minute
        return any(start <= now < end for start, end in self._on(when.date()))

    def _on(self, day: date) -> Iterator[tuple[int, int]]:
        """All that is open on this day, the end of the night before with it."""
        yesterday = day - timedelta(days=1)
        for start, end in map(minutes, self.of(DAYS[yesterday.weekday()])):
            if end < start:
                yield 0, end
        for start, end in map(minutes, self.of(DAYS[day.weekday()])):
            yield start, end if end > start else MIDNIGHT


class Announcement(Part):
    """News on the start screen: a road that is closed, a market day.

    Its words are `announcement-<name>` in the texts, one sentence, and `.more` if there is
    more to say. Without days it always holds; without groups and kiosks it is for all.
    """

    announcement: Name
    picture: Picture
    first: Annotated[Day | None, Field(alias="from")] = None
    until: Day | None = None
    """The last day on which it is shown."""
    groups: tuple[Name, ...] = ()
    kiosks: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.first and self.until and self.until < self.first:
            raise ValueError(
                sentence(
                    "announcement '{name}' ends on {until}, before it begins on {first}. "
                    "Change 'from' or 'until'",
                    name=self.announcement,
                    until=f"{self.until}",
                    first=f"{self.first}",
                )
            )
        return self

    def holds(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (
            self.until is None or day <= self.until
        )

    def is_for(self, kiosk: str, group: str | None) -> bool:
        everybody = not self.groups and not self.kiosks
        return everybody or kiosk in self.kiosks or group in self.groups


class Announcements(RootModel[tuple[Announcement, ...]]):
    """`announcements.yaml`: the first stands first on the start screen."""

    @model_validator(mode="before")
    @classmethod
    def _may_be_empty(cls, content: Any) -> Any:
        return () if content is None else content

    @model_validator(mode="after")
    def _each_has_its_own_name(self) -> Self:
        names = [one.announcement for one in self.root]
        if twice := {name for name in names if names.count(name) > 1}:
            raise ValueError(
                sentence(
                    "announcement '{name}' stands here twice; rename one of them",
                    name=min(twice),
                )
            )
        return self
