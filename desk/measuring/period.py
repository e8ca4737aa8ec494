"""What is looked at: a period of whole days, and which kiosk, language and way of using."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked at. Empty means all. `first` and `last` are whole days, both included."""

    first: date
    last: date
    kiosk: str = ""
    language: str = ""
    mode: str = ""

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def spans(self) -> tuple[list[date], list[date]]:
        """Its whole months by their first day, and the days that belong to none of them.

        13 January to 2 March is February, 19 days before it and 2 after it.
        """
        months: list[date] = []
        days: list[date] = []
        day = self.first
        while day <= self.last:
            following = month_after(day)
            if day.day == 1 and following <= self.last + timedelta(days=1):
                months.append(day)
                day = following
            else:
                days.append(day)
                day += timedelta(days=1)
        return months, days


def month_after(day: date) -> date:
    """The first day of the month after that of `day`."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def end_of(day: date) -> datetime:
    return start_of(day + timedelta(days=1))
