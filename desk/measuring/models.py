"""Sums of what visitors did. No visit can be told from another in them.

    Counted             as kiosks told it: each hour of each kiosk
    FormSum KioskSum    the same by day and by month: what the pages read, however many kiosks
    Addition            told, and not yet in these sums; the pages count it with them

An hour and its additions are kept in one transaction, and an addition goes into the sums and
away in one. So sums and additions together are at every moment what the hours are, whether or
not a relay (`desk.measuring.summing`) is at work.
"""

from django.conf import settings
from django.db import models
from django.utils import timezone

from desk.fleet.models import Kiosk


class Kind(models.Model):
    """What was counted: `what` happened at this step, in this language and way of using."""

    flow = models.CharField(max_length=60)
    step = models.CharField(max_length=60, blank=True)
    language = models.CharField(max_length=3)
    mode = models.CharField(max_length=10)
    what = models.CharField(max_length=20)

    class Meta:
        abstract = True


class Counted(Kind):
    """One row of a `kiosk.core.counting.Counts`: how often, and the sum of seconds."""

    kiosk = models.ForeignKey(Kiosk, on_delete=models.CASCADE, related_name="counted")
    hour = models.DateTimeField()
    release = models.PositiveIntegerField(default=0)
    number = models.PositiveIntegerField()
    seconds = models.FloatField(default=0)
    seconds_squared = models.FloatField(default=0)

    class Meta:
        indexes = (models.Index(fields=("kiosk", "hour")),)
        permissions = (("view_figures", "Can see figures"),)

    def __str__(self) -> str:
        return f"{self.flow} {self.step} {self.what} {self.number}"


class Addition(Kind):
    """By how much a row of an hour rose; below zero where an hour was told anew with less."""

    kiosk = models.ForeignKey(Kiosk, on_delete=models.CASCADE, related_name="+")
    day = models.DateField(db_index=True)
    """In the town. One of 25 hours has them all."""
    number = models.BigIntegerField()
    seconds = models.FloatField()
    seconds_squared = models.FloatField()

    def __str__(self) -> str:
        return f"{self.day} {self.flow} {self.step} {self.what} {self.number}"


class Span(models.TextChoices):
    """What a sum is of: so three years are read as 36 months, and not as a thousand days."""

    DAY = "day"
    MONTH = "month"


class FormSum(Kind):
    """What all kiosks counted in a day or a month of the town; `first` is its first day."""

    span = models.CharField(max_length=5, choices=Span.choices)
    first = models.DateField()
    number = models.BigIntegerField()
    seconds = models.FloatField()
    seconds_squared = models.FloatField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("span", "first", "flow", "step", "language", "mode", "what"),
                name="form_sum_once",
            ),
        )
        indexes = (models.Index(fields=("language",), name="form_sum_language"),)

    def __str__(self) -> str:
        return f"{self.span} {self.first} {self.flow} {self.step} {self.what} {self.number}"


class KioskSum(models.Model):
    """How many forms were gone through at one kiosk in a day or a month.

    With an empty language it is of all languages, with an empty mode of all ways of using: to
    whichever question each kiosk has one row for a day. Ten thousand kiosks have 300,000 of
    them in a month; the second index answers without the rows being read.
    """

    span = models.CharField(max_length=5, choices=Span.choices)
    first = models.DateField()
    kiosk = models.ForeignKey(Kiosk, on_delete=models.CASCADE, related_name="+")
    language = models.CharField(max_length=3, blank=True)
    mode = models.CharField(max_length=10, blank=True)
    completed = models.BigIntegerField()
    begun = models.BigIntegerField()
    """Completed or abandoned."""

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("kiosk", "span", "first", "language", "mode"), name="kiosk_sum_once"
            ),
        )
        indexes = (
            models.Index(
                fields=("language", "mode", "span", "first", "kiosk", "begun", "completed"),
                name="kiosk_sum_read",
            ),
        )

    def __str__(self) -> str:
        return f"{self.span} {self.first} {self.kiosk_id} {self.completed} of {self.begun}"


class StepNote(models.Model):
    """What staff tried on a step and why: analyse, act, measure, again."""

    flow = models.CharField(max_length=60)
    step = models.CharField(max_length=60, blank=True)
    at = models.DateTimeField(default=timezone.now)
    who = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    who_named = models.CharField(max_length=150)
    text = models.TextField()
    release = models.PositiveIntegerField(null=True)
    """The release that it is about."""

    class Meta:
        ordering = ("-at",)

    def __str__(self) -> str:
        return f"{self.flow} {self.step}"


class Effort(models.Model):
    """What staff reckon one report of a form costs them by telephone, and by kiosk; minutes."""

    flow = models.CharField(max_length=60, unique=True)
    by_telephone = models.FloatField(default=0)
    by_kiosk = models.FloatField(default=0)

    def __str__(self) -> str:
        return self.flow
