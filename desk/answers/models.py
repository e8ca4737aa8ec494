"""What a visitor is to hear and by which way: one notice for each thing there is to tell.

`text` holds what is said, made from the template at that moment; it is erased with the
personal data of its submission.
"""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from desk.intake.models import Status, StatusChange, Submission


class Channel(models.TextChoices):
    LETTER = "letter", _("Brief")
    SMS = "sms", _("Sms")
    PHONE = "phone", _("Telefoon")
    MAIL = "mail", _("E-mail")


class Notice(models.Model):
    class State(models.TextChoices):
        WAITING = "waiting", _("Wacht op versturen")
        TO_DO = "to_do", _("Te doen")
        DONE = "done", _("Gedaan")
        SUPERSEDED = "superseded", _("Achterhaald")

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="notices")
    change = models.ForeignKey(StatusChange, on_delete=models.CASCADE, related_name="notices")
    chosen = models.CharField(max_length=10, choices=Channel)
    """What the visitor asked for."""
    channel = models.CharField(max_length=10, choices=Channel)
    """What it goes by: `phone` where the chosen one is not set up or did not work."""
    status = models.CharField(max_length=20, choices=Status)
    language = models.CharField(max_length=20)
    state = models.CharField(max_length=20, choices=State, default=State.WAITING)
    made_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(default=timezone.now)
    leased_until = models.DateTimeField(null=True)
    tries = models.PositiveIntegerField(default=0)
    problem = models.TextField(blank=True)
    """Why it fell to the call list, in words for staff."""
    text = models.TextField(blank=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.TextField(blank=True)

    class Meta:
        ordering = ("made_at", "id")
        indexes = (
            models.Index(fields=("state", "due_at")),
            models.Index(fields=("state", "channel", "made_at")),
        )

    def __str__(self) -> str:
        return f"{self.get_channel_display()} ({self.get_state_display()})"


class Template(models.Model):
    """What staff wrote instead of the words that come with the program."""

    channel = models.CharField(max_length=10, choices=Channel)
    status = models.CharField(max_length=20, choices=Status)
    language = models.CharField(max_length=20)
    text = models.TextField()
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("channel", "status", "language"), name="template_once"),
        )

    def __str__(self) -> str:
        return f"{self.channel} {self.status} {self.language}"
