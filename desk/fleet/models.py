"""A kiosk as the desk knows it: who it is, how it was a minute ago, and what was asked of it."""

import hashlib
import secrets
import uuid
from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone

from desk.fleet.alert_models import Alert, AlertMessage, AlertSettings
from desk.fleet.pace import Pace

__all__ = (
    "TOKEN_BYTES",
    "Alert",
    "AlertMessage",
    "AlertSettings",
    "EnrolmentCode",
    "Happening",
    "Heartbeat",
    "IdlePicture",
    "Kiosk",
    "Order",
    "digest",
)


class KioskManager(models.Manager["Kiosk"]):
    def enrol(self, name: str) -> str:
        """Let the kiosk `name` in and return its new token, which nobody can ask for again."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        self.update_or_create(
            name=name,
            defaults={
                "token_digest": digest(token),
                "enrolled_at": timezone.now(),
                "revoked_at": None,
            },
        )
        return token

    def with_token(self, token: str) -> "Kiosk | None":
        """The kiosk that shows this token, unless it was revoked.

        Looked up by digest, so the time it takes tells nothing about a stored token.
        """
        return self.filter(token_digest=digest(token), revoked_at=None).first()


class Kiosk(models.Model):
    name = models.CharField(max_length=100, unique=True)
    token_digest = models.CharField(max_length=64, unique=True)
    enrolled_at = models.DateTimeField(default=timezone.now)
    last_seen = models.DateTimeField(null=True)
    """When it last handed something over, or told how it is."""
    revoked_at = models.DateTimeField(null=True)
    trial = models.BooleanField(default=False)
    """New bundles come to it first."""
    note = models.CharField(max_length=500, blank=True)
    """For colleagues: whom to call, where the key is."""
    paid_until = models.BigIntegerField(default=0)
    """How often it may send counts and pictures: as `desk.fleet.pace` reckons."""

    objects = KioskManager()

    class Meta:
        permissions = (
            ("order_kiosk", "Can give orders to kiosks"),
            ("enrol_kiosk", "Can let kiosks in and keep them out"),
        )

    def __str__(self) -> str:
        return self.name

    def pay(self, pace: Pace, now: datetime) -> int:
        """Seconds until it may send counts or a picture; 0 where it may, and paid for it."""
        if wait_s := pace.wait_s(self.paid_until, now):
            return wait_s
        as_read = Kiosk.objects.filter(pk=self.pk, paid_until=self.paid_until)
        return 0 if as_read.update(paid_until=pace.paid(self.paid_until, now)) else 1


class Heartbeat(models.Model):
    """How a kiosk was when it last told. One row each, written over every minute.

    `content` is a `kiosk.core.health.Heartbeat`; the columns are copies to list and judge by.
    No column that changes every minute has an index: PostgreSQL then writes over the row
    where it stands (HOT), and ten thousand kiosks cost it next to nothing.
    """

    kiosk = models.OneToOneField(
        Kiosk, on_delete=models.CASCADE, primary_key=True, related_name="heartbeat"
    )
    heard_at = models.DateTimeField()
    release = models.PositiveIntegerField(default=0)
    paper = models.CharField(max_length=20, default="unknown")
    waiting = models.PositiveIntegerField(default=0)
    oldest_s = models.PositiveIntegerField(default=0)
    in_service = models.BooleanField(default=True)
    out_since = models.DateTimeField(null=True)
    """Since when it has been out of service."""
    bundle_problem = models.BooleanField(default=False)
    clock_off_s = models.IntegerField(default=0)
    """How far its clock is ahead of ours."""
    crashed_at = models.DateTimeField(null=True)
    """When it last told of a start that nobody asked for."""
    paid_until = models.BigIntegerField(default=0)
    """How often it may come: as `desk.fleet.pace` reckons."""
    hurried_at = models.DateTimeField(null=True)
    """When it came too often; written once in a while, however often it does."""
    trouble = models.PositiveSmallIntegerField(default=0)
    """How bad it is by itself: 0 well, 1 look at it, 2 go there. Silence is reckoned when read."""
    location = models.CharField(max_length=200, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    content = models.JSONField()

    def __str__(self) -> str:
        return f"{self.kiosk_id} {self.heard_at}"


class Happening(models.Model):
    """Something about a kiosk that changed: paper ran out, a restart, a new bundle."""

    kiosk = models.ForeignKey(Kiosk, on_delete=models.CASCADE, related_name="happenings")
    at = models.DateTimeField(default=timezone.now)
    what = models.CharField(max_length=40)
    """Such as `paper`, `restart`, `bundle`, `order`, `in_service`."""
    value = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("-at", "-id")
        indexes = (models.Index(fields=("kiosk", "-at")), models.Index(fields=("what", "-at")))

    def __str__(self) -> str:
        return f"{self.what} {self.value}"


class IdlePicture(models.Model):
    """The start screen as a kiosk draws it, sent when it changes. Never a visitor's screen."""

    kiosk = models.OneToOneField(
        Kiosk, on_delete=models.CASCADE, primary_key=True, related_name="picture"
    )
    png = models.BinaryField()
    taken_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return str(self.kiosk_id)


class Order(models.Model):
    """What staff asked of a kiosk. Waits until the kiosk asks for it and no visitor is there."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    kiosk = models.ForeignKey(Kiosk, on_delete=models.CASCADE, related_name="orders")
    what = models.CharField(max_length=20)
    content = models.JSONField()
    """A `kiosk.core.health.Order`."""
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    fetched_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    result = models.CharField(max_length=10, blank=True)
    """As the kiosk said: done, failed, expired or refused; `withdrawn` by staff."""

    class Meta:
        ordering = ("-made_at",)
        indexes = (models.Index(fields=("kiosk", "ended_at", "expires_at")),)

    def __str__(self) -> str:
        return self.what


class EnrolmentCode(models.Model):
    """A code that lets one kiosk in, once, for a short time. Only its digest is kept."""

    digest = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=100)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-made_at",)

    def __str__(self) -> str:
        return self.name


TOKEN_BYTES = 32


def digest(token: str) -> str:
    """Without salt or stretching: a token is 256 random bits, it cannot be guessed."""
    return hashlib.sha256(token.encode()).hexdigest()
