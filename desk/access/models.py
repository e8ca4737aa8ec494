"""What the desk keeps of who works here: what they changed, and how they may come in."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from desk.access.locking import AppDevice

__all__ = ("AppDevice", "Deed", "NeverChangedError", "Role", "Standing")


class NeverChangedError(TypeError):
    """The history is only added to."""


class Deeds(models.QuerySet["Deed"]):
    """Reads, and adds."""

    def update(self, **_kwargs: Any) -> NoReturn:
        raise NeverChangedError("a deed is never changed")

    def delete(self) -> NoReturn:
        raise NeverChangedError("a deed is never deleted")


class Deed(models.Model):
    """What was changed, when and why: one line each, never edited.

    `what` is a short name such as `fleet.revoke`; `about` names the thing, never a visitor.
    """

    at = models.DateTimeField(default=timezone.now, db_index=True)
    who = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    who_named = models.CharField(max_length=150)
    """The login as it was then; it outlives the login."""
    what = models.CharField(max_length=100, db_index=True)
    about = models.CharField(max_length=200, blank=True)
    why = models.CharField(max_length=500, blank=True)

    objects = Deeds.as_manager()

    class Meta:
        ordering = ("-at", "-id")
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.what} {self.about}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise NeverChangedError("a deed is never changed")
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        raise NeverChangedError("a deed is never deleted")


class Standing(models.Model):
    """Beside Django's own record of a login.

    `turn` goes up when sessions have to end: each session knows the turn it began in.
    `subject` is who it is at the identity provider (OpenID Connect `sub`), where they log
    in there; their roles then come from there as well.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="standing",
    )
    turn = models.PositiveIntegerField(default=0)
    one_time = models.BooleanField(default=False)
    """The password was made by somebody else; it must be replaced before anything else."""
    subject = models.CharField(max_length=255, null=True, unique=True)

    def __str__(self) -> str:
        return str(self.pk)


class Role(models.TextChoices):
    """The names of the groups, in the order in which they are shown."""

    INBOX = "inbox", _("Inbox: inzendingen lezen en beantwoorden")
    VIEWER = "viewer", _("Kijker: zuilen, bundel en cijfers bekijken")
    EDITOR = "editor", _("Redacteur: teksten en formulieren veranderen")
    PUBLISHER = "publisher", _("Uitgever: de bundel uitgeven en opdrachten aan zuilen geven")
    ADMINISTRATOR = "administrator", _("Beheerder: logins, zuilen en routes beheren")
