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
from django.utils.translation import gettext_lazy as _

from desk.codes import grouped
from desk.fleet.models import Kiosk
from desk.intake.sealing import open_box
from desk.languages import other_language
from kiosk.core import submission as core


class Status(models.TextChoices):
    """How it is with a submission, in the words of the staff pages."""

    RECEIVED = "received", _("Ontvangen")
    IN_PROGRESS = "in_progress", _("In behandeling")
    PLANNED = "planned", _("Gepland")
    DONE = "done", _("Klaar")
    CANNOT = "cannot", _("Kan niet")
    FORWARDED = "forwarded", _("Doorgestuurd")


OPEN_STATUSES = (Status.RECEIVED, Status.IN_PROGRESS, Status.PLANNED)
FINAL_STATUSES = (Status.DONE, Status.CANNOT, Status.FORWARDED)
"""The visitor has an answer. It may still go backwards: reopened."""


class Submission(models.Model):
    """`kiosk` or `app`: where it came in. `category_key` is `main/sub`, as in the catalogue."""

    id = models.UUIDField(primary_key=True)
    code = models.CharField(max_length=12, db_index=True)
    kiosk = models.ForeignKey(
        Kiosk, null=True, on_delete=models.PROTECT, related_name="submissions"
    )
    app = models.ForeignKey(
        "open311.App", null=True, on_delete=models.PROTECT, related_name="submissions"
    )
    received_at = models.DateTimeField(default=timezone.now)
    flow = models.CharField(max_length=100)
    title = models.CharField(max_length=200)
    category = models.CharField(max_length=200, blank=True)
    category_key = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=200, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    postcode = models.CharField(max_length=7, blank=True)
    language = models.CharField(max_length=20)
    due = models.DateField(null=True)
    status = models.CharField(max_length=20, choices=Status, default=Status.RECEIVED)
    sentence = models.TextField(blank=True)
    sentence_translated = models.TextField(blank=True)
    planned_for = models.DateField(null=True)
    organisation = models.CharField(max_length=200, blank=True)
    changed_at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True)
    """Since when it has been final; None while it is open."""
    not_solved_at = models.DateTimeField(null=True)
    """The visitor said that it is not solved, and nobody has looked at it since."""
    routed = models.BooleanField(default=False)
    """The relay has decided where it goes."""
    erased_at = models.DateTimeField(null=True)
    """From then on nothing of the visitor is in `raw` any more."""
    raw = models.TextField()

    class Meta:
        ordering = ("-received_at", "-id")
        permissions = (("work_inbox", "Can work in the inbox"),)
        indexes = (
            # All that the inbox is narrowed down by: a page, a count or the last page of 100,000
            # is read from this alone, without the wide rows themselves.
            models.Index(
                fields=("-received_at", "-id", "status", "due", "flow", "kiosk", "app"),
                name="inbox_list",
            ),
            models.Index(fields=("status", "-received_at")),
            models.Index(fields=("status", "due", "id"), name="inbox_late"),
            models.Index(fields=("flow", "title")),
            models.Index(fields=("category_key", "-received_at")),
            models.Index(
                fields=("not_solved_at", "id"),
                condition=models.Q(not_solved_at__isnull=False),
                name="not_solved",
            ),
            models.Index(fields=("answered_at", "erased_at")),
            models.Index(
                fields=("received_at",), condition=models.Q(routed=False), name="unrouted"
            ),
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
    def source(self) -> str:
        """Where it came in, in words: the name of a kiosk or of an app."""
        return self.kiosk.name if self.kiosk else str(self.app or "")

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


class SearchText(models.Model):
    """What a submission is found by, in a narrow table of its own: 100,000 are read in a blink.

    Small letters: subject, place, number on the receipt, number in the back-office. Nothing
    of how to reach the visitor.
    """

    submission = models.OneToOneField(
        Submission, primary_key=True, on_delete=models.CASCADE, related_name="search"
    )
    text = models.TextField()

    def __str__(self) -> str:
        return str(self.pk)


class Picture(models.Model):
    """A photograph, sealed to this desk's own key: from an app, or of what a contractor did.

    Erased with its submission, or with the personal data in it.
    """

    class Of(models.TextChoices):
        REPORT = "report", _("Bij de melding")
        RESULT = "result", _("Van het resultaat")

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="pictures")
    of = models.CharField(max_length=10, choices=Of, default=Of.REPORT)
    media_type = models.CharField(max_length=50)
    added_at = models.DateTimeField(default=timezone.now)
    digest = models.CharField(max_length=64)
    sealed = models.BinaryField()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.get_of_display()} ({self.media_type})"

    @property
    def content(self) -> bytes:
        """The file. Raises ValueError where this desk's key no longer opens it."""
        opened = open_box(bytes(self.sealed))
        if opened is None:
            raise ValueError("a picture was not sealed with the key of this desk")
        return opened


class StatusChange(models.Model):
    """Who made it what, and what the visitor was told then.

    `by` is the member of staff or contractor; `via` names who else it was (a back-office).
    """

    class Source(models.TextChoices):
        STAFF = "staff", _("Medewerker")
        BACKOFFICE = "backoffice", _("Zaaksysteem")
        CONTRACTOR = "contractor", _("Aannemer")
        VISITOR = "visitor", _("Burger")

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="changes")
    at = models.DateTimeField(default=timezone.now)
    source = models.CharField(max_length=20, choices=Source, default=Source.STAFF)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    via = models.CharField(max_length=100, blank=True)
    status = models.CharField(max_length=20, choices=Status)
    sentence = models.TextField(blank=True)
    sentence_translated = models.TextField(blank=True)
    planned_for = models.DateField(null=True)
    organisation = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)
    """For staff only: never shown to the visitor."""

    class Meta:
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return f"{self.get_status_display()} ({self.at:%Y-%m-%d})"


class ContactReading(models.Model):
    """Somebody looked at how a visitor can be reached: who, when, and what for.

    In a submission, or in what was set aside; that may be gone, so only its number is kept.
    """

    submission = models.ForeignKey(
        Submission, null=True, on_delete=models.CASCADE, related_name="readings"
    )
    aside_number = models.PositiveBigIntegerField(null=True, db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    why = models.CharField(max_length=200)

    class Meta:
        ordering = ("-at", "-id")
        default_permissions = ()
        permissions = (("read_contact", "Mag zien hoe een burger te bereiken is"),)

    def __str__(self) -> str:
        return f"{self.by} ({self.at:%Y-%m-%d})"


class Aside(models.Model):
    """What a kiosk handed in and the desk refused, kept sealed until staff have looked."""

    class Reason(models.TextChoices):
        CONFLICT = "conflict", _("Zelfde nummer, andere inhoud")
        INVALID = "invalid", _("Niet te begrijpen")

    submission_id = models.UUIDField()
    kiosk = models.ForeignKey(Kiosk, on_delete=models.PROTECT, related_name="+")
    received_at = models.DateTimeField(default=timezone.now)
    reason = models.CharField(max_length=20, choices=Reason)
    problems = models.TextField(blank=True)
    digest = models.CharField(max_length=64)
    sealed = models.BinaryField()
    settled_at = models.DateTimeField(null=True, db_index=True)
    """Since when staff have dealt with it; it is erased some time after that, never before."""
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("-received_at", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("submission_id", "digest"), name="aside_once_per_content"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_reason_display()} ({self.received_at:%Y-%m-%d})"
