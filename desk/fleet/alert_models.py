"""What staff are warned of, how they want to hear it, and each message on its way to them.

Nothing of a visitor is in any of these: kiosks, causes and moments only.
"""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Cause(models.TextChoices):
    SILENT = "silent", _("Stil in openingstijd")
    DESK = "desk", _("De balie hoort geen enkele zuil")
    PAPER_OUT = "paper_out", _("Papier op")
    PRINTER = "printer", _("Printer werkt niet")
    WAITING = "waiting", _("Inzendingen wachten te lang")
    BUNDLE = "bundle", _("Bundel niet bruikbaar")
    RESTARTS = "restarts", _("Onverwacht opnieuw gestart")
    OUT_LONG = "out_long", _("Lang buiten dienst")
    PAPER_LOW = "paper_low", _("Papier bijna op")
    CLOCK = "clock", _("Klok loopt verkeerd")


class Alert(models.Model):
    """Something that staff must know, about one kiosk or about the desk (`kiosk` is None).

    One per cause: while it lasts it is not told again.
    """

    kiosk = models.ForeignKey(
        "fleet.Kiosk", null=True, on_delete=models.CASCADE, related_name="alerts"
    )
    cause = models.CharField(max_length=40)
    detail = models.CharField(max_length=500, blank=True)
    began_at = models.DateTimeField(default=timezone.now)
    away_since = models.DateTimeField(null=True)
    """Since when it seems to be over; what comes back within minutes never was."""
    ended_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)
    end_told_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-began_at",)
        indexes = (models.Index(fields=("ended_at", "cause")),)
        constraints = (
            models.UniqueConstraint(
                fields=("kiosk", "cause"),
                condition=models.Q(ended_at=None),
                name="one_open_alert_per_cause",
            ),
            models.UniqueConstraint(
                fields=("cause",),
                condition=models.Q(ended_at=None, kiosk=None),
                name="one_open_alert_of_the_desk",
            ),
        )

    def __str__(self) -> str:
        return self.cause

    @property
    def label(self) -> str:
        """In words for staff."""
        return str(Cause(self.cause).label) if self.cause in Cause.values else self.cause


def every_cause() -> list[str]:
    return list(Cause.values)


class AlertSettings(models.Model):
    """How staff want to be warned: row 1, and whose turn it is to look."""

    mail_to = models.TextField(blank=True)
    """Addresses, one a line."""
    webhook_url = models.URLField(max_length=500, blank=True)
    webhook_secret = models.BinaryField(default=bytes)
    """Sealed to this desk's own key: a copy of the database does not give it away."""
    quiet_from = models.TimeField(null=True, blank=True)
    quiet_until = models.TimeField(null=True, blank=True)
    causes = models.JSONField(default=every_cause)
    """What is told; the rest only stands on the pages."""
    silent_minutes = models.PositiveIntegerField(default=15)
    waiting_minutes = models.PositiveIntegerField(default=60)
    out_hours = models.PositiveIntegerField(default=24)
    clock_minutes = models.PositiveIntegerField(default=5)

    next_round_at = models.DateTimeField(default=timezone.now)
    """Whoever moves this on has the round; a process that died in one is waited for."""
    round_at = models.DateTimeField(null=True)
    """When somebody last looked."""
    back_at = models.DateTimeField(null=True)
    """When the desk itself was last back after being away: no silence counts from before."""

    def __str__(self) -> str:
        return "alert settings"


class AlertMessage(models.Model):
    """One message to one address or to the webhook: kept until it is delivered, or given up."""

    class Way(models.TextChoices):
        MAIL = "mail", "E-mail"
        WEBHOOK = "webhook", "Webhook"

    way = models.CharField(max_length=10, choices=Way)
    to = models.CharField(max_length=500)
    subject = models.CharField(max_length=200, blank=True)
    content = models.TextField()
    """The mail's text, or the JSON as it is signed."""
    made_at = models.DateTimeField(default=timezone.now)
    next_try = models.DateTimeField(null=True, default=timezone.now)
    """None when it is delivered or given up."""
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    problem = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("-id",)
        indexes = (models.Index(fields=("next_try",)),)

    def __str__(self) -> str:
        return f"{self.way} {self.made_at}"
