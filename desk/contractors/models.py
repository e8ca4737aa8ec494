"""A firm that mends things: which kinds, in which area; and what it has in hand."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from desk.intake.models import Submission


class Contractor(models.Model):
    """A login that sees its own work and nothing else.

    `categories`: `main/sub` or `main`. The area is `postcodes` (first digits, such as "7511"),
    a circle (WGS84 degrees, metres), or both; without either it is the whole town.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        primary_key=True,
        on_delete=models.PROTECT,
        related_name="contractor",
    )
    firm = models.CharField(max_length=100)
    categories = models.JSONField(default=list)
    postcodes = models.JSONField(default=list)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    radius_m = models.PositiveIntegerField(null=True)

    def __str__(self) -> str:
        return self.firm


class Job(models.Model):
    """A contractor has this in hand, or has finished it."""

    submission = models.OneToOneField(
        Submission, primary_key=True, on_delete=models.CASCADE, related_name="job"
    )
    contractor = models.ForeignKey(Contractor, on_delete=models.PROTECT, related_name="jobs")
    taken_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True)
    note = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.contractor} {self.submission_id}"
