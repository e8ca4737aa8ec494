"""Submissions as the desk keeps them: whole and as received, with what staff search by.

`raw` is the truth; the columns beside it are copies for finding and listing. What was
spoken lies beside it, sealed, so that a list of reports never carries sound. A second
submission under a known id with other content, or one that this desk cannot understand,
is set aside sealed: nothing that a visitor was thanked for is ever dropped.
"""

from datetime import date
from functools import cached_property

from django.conf import settings
from django.db import models
from django.utils import timezone

from desk.codes import grouped
from desk.fleet.models import Kiosk
from desk.intake.sealing import open_box
from desk.languages import other_language
from kiosk.core import submission as core


class Status(models.TextChoices):
    """How it is with a submission, in the words of the staff pages."""

    RECEIVED = "received", "Ontvangen"
    IN_PROGRESS = "in_progress", "In behandeling"
    DONE = "done", "Klaar"
    CANNOT = "cannot", "Kan niet"


OPEN_STATUSES = (Status.RECEIVED, Status.IN_PROGRESS)


class Submission(models.Model):
    id = models.UUIDField(primary_key=True)
    code = models.CharField(max_length=12, db_index=True)
    kiosk = models.ForeignKey(Kiosk, on_delete=models.PROTECT, related_name="submissions")
    received_at = models.DateTimeField(default=timezone.now)
    flow = models.CharField(max_length=100)
    title = models.CharField(max_length=200)
    category = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=20)
    due = models.DateField(null=True)
    status = models.CharField(max_length=20, choices=Status, default=Status.RECEIVED)
    sentence = models.TextField(blank=True)
    sentence_translated = models.TextField(blank=True)
    changed_at = models.DateTimeField(default=timezone.now)
    raw = models.TextField()

    class Meta:
        ordering = ("-received_at", "-id")
        indexes = (
            models.Index(fields=("-received_at", "-id")),
            models.Index(fields=("status", "-received_at")),
            models.Index(fields=("flow", "-received_at")),
            models.Index(fields=("kiosk", "-received_at")),
        )

    def __str__(self) -> str:
        return f"{self.subject} {self.grouped_code}"

    @property
    def subject(self) -> str:
        """What it is about, in Dutch: the category, or else the name of the flow."""
        return self.category or self.title

    @property
    def grouped_code(self) -> str:
        return grouped(self.code)

    @property
    def other_language(self) -> str:
        """The visitor's language by its name in Dutch; empty where it is Dutch."""
        return other_language(self.language)

    @property
    def is_open(self) -> bool:
        return self.status in OPEN_STATUSES

    @property
    def is_late(self) -> bool:
        return self.is_open and self.due is not None and self.due < timezone.localdate()

    @property
    def received_day(self) -> date:
        return timezone.localdate(self.received_at)

    @cached_property
    def content(self) -> core.Submission:
        return core.Submission.model_validate_json(self.raw)


class Recording(models.Model):
    """What the visitor said at one step: a WAV file, sealed to this desk's own key.

    Erased with its submission. `digest` is of the WAV file, to know a repeat by.
    """

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="spoken")
    place = models.PositiveSmallIntegerField()
    step = models.CharField(max_length=100)
    seconds = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=64)
    sealed = models.BinaryField()

    class Meta:
        ordering = ("place",)
        constraints = (
            models.UniqueConstraint(fields=("submission", "place"), name="recording_once"),
        )

    def __str__(self) -> str:
        return f"{self.step} ({self.seconds} s)"

    @property
    def wav(self) -> bytes:
        """The file. Raises ValueError where this desk's key no longer opens it."""
        opened = open_box(bytes(self.sealed))
        if opened is None:
            raise ValueError("a recording was not sealed with the key of this desk")
        return opened


class StatusChange(models.Model):
    """Who made it what, and what the visitor was told then."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="changes")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=20, choices=Status)
    sentence = models.TextField(blank=True)
    sentence_translated = models.TextField(blank=True)

    class Meta:
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return f"{self.get_status_display()} ({self.at:%Y-%m-%d})"


class Aside(models.Model):
    """What a kiosk handed in and the desk refused, kept sealed until staff have looked."""

    class Reason(models.TextChoices):
        CONFLICT = "conflict", "Zelfde nummer, andere inhoud"
        INVALID = "invalid", "Niet te begrijpen"

    submission_id = models.UUIDField()
    kiosk = models.ForeignKey(Kiosk, on_delete=models.PROTECT, related_name="+")
    received_at = models.DateTimeField(default=timezone.now)
    reason = models.CharField(max_length=20, choices=Reason)
    problems = models.TextField(blank=True)
    digest = models.CharField(max_length=64)
    sealed = models.BinaryField()

    class Meta:
        ordering = ("-received_at", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("submission_id", "digest"), name="aside_once_per_content"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_reason_display()} ({self.received_at:%Y-%m-%d})"
