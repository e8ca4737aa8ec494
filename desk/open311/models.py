"""An app that may hand in and read reports: its name, and a digest of its key."""

import secrets

from django.db import models
from django.utils import timezone

from desk.fleet.models import TOKEN_BYTES, digest


class AppManager(models.Manager["App"]):
    def let_in(self, name: str) -> str:
        """Let the app `name` in and return its new key, which nobody can ask for again."""
        key = secrets.token_urlsafe(TOKEN_BYTES)
        self.update_or_create(name=name, defaults={"key_digest": digest(key), "revoked_at": None})
        return key

    def with_key(self, key: str) -> "App | None":
        """The app that shows this key, unless it was revoked."""
        return self.filter(key_digest=digest(key), revoked_at=None).first()


class App(models.Model):
    name = models.CharField(max_length=100, unique=True)
    key_digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    revoked_at = models.DateTimeField(null=True)

    objects = AppManager()

    def __str__(self) -> str:
        return self.name
