"""How it stands with what was published: what each ring has, and how its kiosks fare."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from desk.fleet.models import Heartbeat, Kiosk
from desk.publishing.models import Publication, PublicationState, PublisherSeen, Ring, current
from desk.publishing.repository import signed_now

AWAY_AFTER = timedelta(seconds=45)
"""The publisher tells every ten seconds that it is there."""
ROOT_SOON = timedelta(days=60)
AWAY = _("De uitgever draait niet. Wat u vraagt, blijft wachten tot hij weer draait.")
SHOWN = 20
"""Kiosks in trouble that are named; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Trouble:
    kiosk: str
    what: str


@dataclass(frozen=True, slots=True)
class Standing:
    """One ring. `has` of `kiosks` use the release already."""

    ring: str
    publication: Publication | None
    asked: tuple[Publication, ...]
    kiosks: int
    has: int
    troubles: tuple[Trouble, ...]
    more: int


def standings() -> tuple[Standing, Standing]:
    """The trial, and all."""
    return _standing(Ring.TRIAL), _standing(Ring.ALL)


def kiosks_by_release() -> dict[int, int]:
    found = _heartbeats().values("release").annotate(count=Count("pk")).order_by()
    return {each["release"]: each["count"] for each in found}


def publisher_trouble() -> str:
    """What is the matter with the process that signs, in words; empty where it works."""
    seen = PublisherSeen.objects.first()
    if seen is None or timezone.now() - seen.seen_at > AWAY_AFTER:
        return str(AWAY)
    return seen.get_trouble_display() if seen.trouble else ""


def root_expires() -> datetime | None:
    """When somebody has to come with the root key, where that is soon."""
    found = next((each for each in signed_now() if each.role == "root"), None)
    soon = found is not None and found.expires - timezone.now() < ROOT_SOON
    return found.expires if found and soon else None


def _heartbeats() -> QuerySet[Heartbeat]:
    return Heartbeat.objects.filter(kiosk__revoked_at=None)


def _standing(ring: str) -> Standing:
    there = current(ring)
    kiosks = Kiosk.objects.filter(revoked_at=None)
    heard = _heartbeats()
    if ring == Ring.TRIAL:
        kiosks, heard = kiosks.filter(trial=True), heard.filter(kiosk__trial=True)
    asked = Publication.objects.filter(ring=ring, state=PublicationState.ASKED)
    number = there.release_id if there else 0
    troubled = heard.filter(content__bundle__newest=number).exclude(release=number)
    troubled = troubled.exclude(content__bundle__problem="").select_related("kiosk")
    found = list(troubled.order_by("kiosk__name")[: SHOWN + 1]) if there else []
    return Standing(
        ring,
        there,
        tuple(asked.select_related("release")),
        kiosks.count(),
        heard.filter(release=number).count() if there else 0,
        tuple(_trouble(each) for each in found[:SHOWN]),
        max(0, troubled.count() - SHOWN) if len(found) > SHOWN else 0,
    )


def _trouble(beat: Heartbeat) -> Trouble:
    return Trouble(beat.kiosk.name, str(beat.content["bundle"].get("problem", "")))
