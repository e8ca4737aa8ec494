"""The draft, the releases that were made of it, and where each was published.

Files are kept by their content, so a hundred releases that differ in one sentence cost
one file more each. `files` is a bundle: path -> digest of a Blob. A release never changes.
"""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from desk.publishing.words import said

Files = dict[str, str]
"""A bundle: the path of each file in it (as in `config.bundle.files_of`), and its Blob."""


class Blob(models.Model):
    """The content of a file, under its SHA-256 in hexadecimal."""

    digest = models.CharField(max_length=64, primary_key=True)
    content = models.BinaryField()
    kept_at = models.DateTimeField(default=timezone.now, db_index=True)
    """When somebody last wanted it kept, give or take half a day."""

    def __str__(self) -> str:
        return self.digest[:12]


class Release(models.Model):
    """A bundle that was made fit to publish. Numbers only rise, also when rolling back."""

    number = models.PositiveIntegerField(primary_key=True)
    files = models.JSONField()
    version = models.CharField(max_length=64)
    """As `config.bundle.version_of` names this content."""
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    why = models.CharField(max_length=500, blank=True)
    same_as = models.ForeignKey("self", null=True, on_delete=models.PROTECT)
    """Rolled back: the older release whose content this is."""

    class Meta:
        ordering = ("-number",)
        permissions = (("publish_release", "Can publish to kiosks"),)

    def __str__(self) -> str:
        return str(self.number)

    @property
    def key(self) -> str:
        """To name a form on a page by."""
        return str(self.number)


class Ring(models.TextChoices):
    TRIAL = "trial", _("Proefzuilen")
    ALL = "all", _("Alle zuilen")


class PublicationState(models.TextChoices):
    ASKED = "asked", _("Wordt ondertekend")
    PUBLISHED = "published", _("Uitgegeven")
    FAILED = "failed", _("Mislukt")
    HALTED = "halted", _("Stopgezet")
    REPLACED = "replaced", _("Vervangen")


class Publication(models.Model):
    """One release on its way to one ring. Staff ask; the publisher, who has the key, signs.

    At most one per ring is `published`: the newest. `halted` was withdrawn from its ring.
    """

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="publications")
    ring = models.CharField(max_length=10, choices=Ring)
    state = models.CharField(
        max_length=10, choices=PublicationState, default=PublicationState.ASKED
    )
    asked_at = models.DateTimeField(default=timezone.now)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    """None where the desk asked by itself, as when it halts."""
    published_at = models.DateTimeField(null=True)
    why = models.CharField(max_length=500, blank=True)
    problem = models.JSONField(default=dict)
    """Why it failed or was halted: `what` of `desk.publishing.words`, and what fills it in."""
    watched = models.JSONField(default=dict)
    """On trial: how often each kiosk had crashed, and when it was last heard, at the beginning."""

    class Meta:
        ordering = ("-id",)
        indexes = (models.Index(fields=("ring", "state")),)

    def __str__(self) -> str:
        return f"{self.release_id} -> {self.ring}"

    @property
    def key(self) -> str:
        """To name a form on a page by."""
        return str(self.pk)

    @property
    def problem_said(self) -> str:
        return said(self.problem)


class PublisherTrouble(models.TextChoices):
    NONE = "", ""
    NO_KEYS = "no_keys", _("De sleutels om mee te ondertekenen ontbreken.")
    LOCKED = "locked", _("Het wachtwoord van de sleutels ontbreekt of klopt niet.")
    WRONG_KEYS = "wrong_keys", _("De sleutels horen niet bij wat er is uitgegeven.")
    DISK = "disk", _("De map met uitgaven kan niet worden geschreven.")


class PublisherSeen(models.Model):
    """The process that signs, as it was a moment ago. One row; none: it never ran."""

    seen_at = models.DateTimeField()
    trouble = models.CharField(max_length=20, blank=True, choices=PublisherTrouble)

    def __str__(self) -> str:
        return f"{self.seen_at} {self.trouble}"


class Draft(models.Model):
    """The one draft of the town, row 1. `number` rises with each change, so that two who
    write at the same time find out."""

    files = models.JSONField()
    base = models.ForeignKey(Release, null=True, on_delete=models.PROTECT)
    """The release it was begun from; None for the bundle that came with the desk."""
    number = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)

    def __str__(self) -> str:
        return f"draft {self.number}"


class Change(models.Model):
    """One file of the draft that somebody changed. Empty digests: it was not, or is no more."""

    at = models.DateTimeField(default=timezone.now, db_index=True)
    who = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    who_named = models.CharField(max_length=150)
    path = models.CharField(max_length=200)
    before = models.CharField(max_length=64, blank=True)
    after = models.CharField(max_length=64, blank=True)
    why = models.CharField(max_length=500, blank=True)
    release = models.ForeignKey(Release, null=True, on_delete=models.SET_NULL)
    """The first release that it was in."""

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return self.path


def current(ring: str) -> Publication | None:
    """What a ring has now."""
    found = Publication.objects.filter(ring=ring, state=PublicationState.PUBLISHED)
    return found.select_related("release").first()
