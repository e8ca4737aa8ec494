"""Sums of what visitors did, per kiosk and hour. No visit can be told from another in them."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from desk.fleet.models import Kiosk


class Counted(models.Model):
    """One row of a `kiosk.core.counting.Counts`: how often, and the sum of seconds."""

    kiosk = models.ForeignKey(Kiosk, on_delete=models.CASCADE, related_name="counted")
    hour = models.DateTimeField()
    release = models.PositiveIntegerField(default=0)
    flow = models.CharField(max_length=60)
    step = models.CharField(max_length=60, blank=True)
    language = models.CharField(max_length=3)
    mode = models.CharField(max_length=10)
    what = models.CharField(max_length=20)
    number = models.PositiveIntegerField()
    seconds = models.FloatField(default=0)
    seconds_squared = models.FloatField(default=0)

    class Meta:
        indexes = (
            models.Index(fields=("flow", "hour")),
            models.Index(fields=("kiosk", "hour")),
        )
        permissions = (("view_figures", "Can see figures"),)

    def __str__(self) -> str:
        return f"{self.flow} {self.step} {self.what} {self.number}"


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
