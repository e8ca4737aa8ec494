"""How a trial goes, from what its kiosks say: well, or what is wrong with it.

A trial ends by itself where a kiosk cannot use the bundle, crashes with it, goes back to
the one before, or falls silent in its opening hours. Silence counts only while somebody
listened: a publisher that slept, or a desk that was away, is no fault of the bundle.
"""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from desk.fleet.hours import expected
from desk.fleet.models import Heartbeat, Kiosk
from desk.publishing.models import Publication
from desk.publishing.words import problem

HEARD_BEFORE = timedelta(hours=1)
"""A kiosk that was silent for longer than this when the trial began proves nothing."""
Seen = dict[str, Any]


def heartbeats() -> QuerySet[Heartbeat]:
    """Of the kiosks on trial."""
    found = Heartbeat.objects.filter(kiosk__trial=True, kiosk__revoked_at=None)
    return found.select_related("kiosk").order_by("kiosk__name")


def first_look() -> dict[str, Seen]:
    """What is kept of the kiosks when a trial begins, to compare with."""
    return {beat.kiosk.name: _seen(beat) for beat in heartbeats()}


def verdict(
    publication: Publication, now: datetime, listening_since: datetime
) -> dict[str, str] | None:
    """What is wrong, or None. Kiosks that joined the trial later are looked at from then on."""
    watched: dict[str, Seen] = publication.watched
    new = {beat.kiosk.name: beat for beat in heartbeats() if beat.kiosk.name not in watched}
    if new:
        watched |= {name: _seen(beat) for name, beat in new.items()}
        publication.save(update_fields=["watched"])
    for beat in heartbeats():
        found = _wrong(publication, beat, watched[beat.kiosk.name], now, listening_since)
        if found:
            return found
    return None


def _seen(beat: Heartbeat) -> Seen:
    return {"crashes": beat.content.get("crashes", 0), "heard_at": beat.heard_at.isoformat()}


def _wrong(
    publication: Publication, beat: Heartbeat, before: Seen, now: datetime, since: datetime
) -> dict[str, str] | None:
    kiosk, number, told = beat.kiosk.name, publication.release_id, beat.content
    began = publication.published_at or now
    bundle = told.get("bundle", {})
    if beat.heard_at > began and number in {bundle.get("newest"), bundle.get("release")}:
        if bundle.get("refused") == number:
            return problem("cannot", kiosk=kiosk, detail=bundle["problem"])
        if told.get("crashes", 0) > before["crashes"]:
            fell_back = told.get("restart_reason") == "fallback"
            return problem("fell_back" if fell_back else "crashed", kiosk=kiosk)
        started = datetime.fromisoformat(told["started_at"]) if "started_at" in told else began
        if told.get("restart_reason") == "fallback" and started > began:
            return problem("fell_back", kiosk=kiosk)
    heard_before = datetime.fromisoformat(before["heard_at"]) > began - HEARD_BEFORE
    silent, patience = now - max(beat.heard_at, began, since), _patience()
    if heard_before and silent > patience and _is_expected(kiosk, now, patience):
        return problem("silent", kiosk=kiosk, minutes=int(silent.total_seconds() // 60))
    return None


def _patience() -> timedelta:
    return timedelta(seconds=settings.TRIAL_SILENT_S)


def _is_expected(kiosk: str, now: datetime, patience: timedelta) -> bool:
    return Kiosk.objects.filter(expected(now, patience), name=kiosk).exists()
