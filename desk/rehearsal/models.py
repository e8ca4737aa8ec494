"""Work that is done on a draft beside the web process: checking it, drawing what changed, and
running it in the kiosk program for one member of staff."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone


class Examination(models.Model):
    """The check of one draft: what would go wrong in it, and the screens that it changes.

    `digest` names the content that was examined; the same content is not examined twice.
    """

    digest = models.CharField(max_length=64, unique=True)
    files = models.JSONField(default=dict)
    """What is examined: path -> digest of a Blob."""
    base = models.JSONField(null=True)
    """What kiosks have now; None for the bundle that came with the desk."""
    state = models.CharField(max_length=10, default="waiting")
    """waiting, running, done or failed"""
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    asked_at = models.DateTimeField(default=timezone.now)
    began_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    percent = models.PositiveSmallIntegerField(default=0)
    problems = models.JSONField(default=list)
    """Each `{"file", "line", "what", "kind", "about"}`, as `examining.findings`. Empty and done:
    fit."""
    advice = models.JSONField(default=list)
    """What may be mended but holds nothing up, in the same form."""
    changed = models.PositiveIntegerField(default=0)
    """Screens that differ; those that were drawn are its `screens`."""

    def __str__(self) -> str:
        return f"{self.digest[:12]} {self.state}"


class ChangedScreen(models.Model):
    """One page of a screen that differs, before and after; None where it is not there."""

    examination = models.ForeignKey(Examination, on_delete=models.CASCADE, related_name="screens")
    screen = models.CharField(max_length=200)
    page = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=3)
    before = models.BinaryField(null=True)
    after = models.BinaryField(null=True)
    has_before = models.BooleanField(default=False)
    has_after = models.BooleanField(default=False)
    said_before = models.TextField(blank=True)
    said_after = models.TextField(blank=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.screen} {self.page} {self.language}"


class Trial(models.Model):
    """A draft that runs in the kiosk program on this machine, for one member of staff."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    started_at = models.DateTimeField(default=timezone.now)
    port = models.PositiveIntegerField(null=True)
    """Where its mirror listens, on this machine only; None until it stands."""

    class Meta:
        ordering = ("started_at",)

    def __str__(self) -> str:
        return str(self.id)
