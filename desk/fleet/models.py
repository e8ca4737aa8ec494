"""A kiosk as the desk knows it: its name, and a digest of the token it shows."""

import hashlib
import secrets

from django.db import models
from django.utils import timezone


class KioskManager(models.Manager["Kiosk"]):
    def enrol(self, name: str) -> str:
        """Let the kiosk `name` in and return its new token, which nobody can ask for again."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        self.update_or_create(
            name=name, defaults={"token_digest": digest(token), "revoked_at": None}
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
    revoked_at = models.DateTimeField(null=True)

    objects = KioskManager()

    def __str__(self) -> str:
        return self.name


TOKEN_BYTES = 32


def digest(token: str) -> str:
    """Without salt or stretching: a token is 256 random bits, it cannot be guessed."""
    return hashlib.sha256(token.encode()).hexdigest()
