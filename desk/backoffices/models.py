"""What is owed to the back-offices: which submission, where to, how far it is, what came of it.

A submission has at most one hand-over that counts (`current`). Sending it elsewhere closes
that one and makes another, so that the history stays true. What a back-office must not get
twice is written down before it is sent (`journal`): after a power cut the next relay knows
what may have arrived.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from desk.intake.models import Submission


class Route(models.Model):
    """Where submissions of one kind go. The narrowest one counts: sub category, category, flow.

    `category` is `main/sub`, `main`, or empty for all of the flow. `backoffice` is a name in
    backoffices.yaml; empty: they stay in the inbox, on purpose. `target` is what that
    back-office calls it.
    """

    flow = models.CharField(max_length=100)
    category = models.CharField(max_length=200, blank=True)
    backoffice = models.CharField(max_length=100, blank=True)
    target = models.CharField(max_length=300, blank=True)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = (models.UniqueConstraint(fields=("flow", "category"), name="route_once"),)

    def __str__(self) -> str:
        return f"{self.flow} {self.category} -> {self.backoffice}"


class Handover(models.Model):
    class State(models.TextChoices):
        WAITING = "waiting", _("Wacht op versturen")
        UNSURE = "unsure", _("Niet zeker of het aankwam")
        REFUSED = "refused", _("Geweigerd")
        UNROUTED = "unrouted", _("Geen route")
        ARRIVED = "arrived", _("Aangekomen")
        WITHDRAWN = "withdrawn", _("Niet meer nodig")

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="handovers")
    current = models.BooleanField(default=True)
    backoffice = models.CharField(max_length=100, blank=True)
    target = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=20, choices=State, default=State.WAITING)
    made_at = models.DateTimeField(default=timezone.now)

    journal = models.JSONField(default=dict)
    """Per step of the connector: `{"begun": moment}`, and with `"done": {names}` when it is."""
    begun = models.BooleanField(default=False)
    """Something may have reached the back-office."""
    tries = models.PositiveIntegerField(default=0)
    resends = models.PositiveSmallIntegerField(default=0)
    maybe_twice = models.BooleanField(default=False)
    """Sent again without being able to ask: a person looks whether it is there twice."""
    next_try = models.DateTimeField(null=True, default=timezone.now)
    """When it is due; None where nothing is to be done by the relay."""
    leased_until = models.DateTimeField(null=True)
    """A relay has it in hand until then."""
    reopened_at = models.DateTimeField(null=True)
    """Until when the visitor's "not solved" has been passed on."""
    problem = models.TextField(blank=True)
    """Why it waits or was refused, in words for staff. Never what the visitor said."""

    number = models.CharField(max_length=200, blank=True)
    """As the people of the back-office call it: `SIG-11`."""
    link = models.CharField(max_length=500, blank=True)
    arrived_at = models.DateTimeField(null=True)

    poll_at = models.DateTimeField(null=True)
    """When to ask how it is; None where it needs no asking."""
    asked_at = models.DateTimeField(null=True)
    their_status = models.CharField(max_length=200, blank=True)
    their_version = models.CharField(max_length=300, blank=True)
    """What was last read of it, to know news by."""
    ask_failures = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("submission",), condition=Q(current=True), name="one_current_handover"
            ),
        )
        indexes = (
            models.Index(fields=("next_try",)),
            models.Index(fields=("poll_at",)),
            models.Index(fields=("current", "state", "made_at")),
            models.Index(fields=("backoffice", "state")),
            models.Index(
                fields=("state", "submission"), condition=Q(current=True), name="current_by_state"
            ),
            models.Index(fields=("backoffice", "-asked_at"), name="last_asked"),
            models.Index(fields=("number",)),
            models.Index(
                fields=("maybe_twice",), condition=Q(maybe_twice=True), name="maybe_twice"
            ),
        )

    def __str__(self) -> str:
        return f"{self.backoffice} {self.number}".strip()


class HandoverNote(models.Model):
    """One line in the history of a hand-over, in words for staff."""

    handover = models.ForeignKey(Handover, on_delete=models.CASCADE, related_name="notes")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    what = models.TextField()

    class Meta:
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return self.what


class Quiet(models.Model):
    """A back-office that is not to be asked for anything new until a moment: one for all relays."""

    backoffice = models.CharField(max_length=100, primary_key=True)
    until = models.DateTimeField(null=True)
    why = models.TextField(blank=True)
    failures = models.PositiveIntegerField(default=0)
    calls = models.JSONField(default=list)
    """Moments (seconds since 1970) of what counts for its throttle, within the last hour."""

    def __str__(self) -> str:
        return self.backoffice


class Beat(models.Model):
    """A relay is at work: so that staff see when none is."""

    relay = models.CharField(max_length=100, primary_key=True)
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.relay
