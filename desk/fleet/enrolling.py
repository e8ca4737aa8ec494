"""Letting kiosks in: a one-time code for somebody at the kiosk, and what the kiosk gets for it.

A code has twelve digits, works once, and dies after an hour. Only a keyed digest of it is
kept. What it is exchanged for (token, keys, addresses) exists in one answer and nowhere else.
"""

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from desk.access.history import write_down
from desk.codes import DIGITS, ungrouped
from desk.fleet.keys import orders_public_key
from desk.fleet.models import EnrolmentCode, Happening, Kiosk
from desk.intake.sealing import public_key
from desk.publishing.repository import trusted_root

LASTS = timedelta(hours=1)


def make_code(name: str, who: User) -> tuple[str, EnrolmentCode]:
    """A code for the kiosk `name`; one that was open for it before is of no use any more."""
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"
    with transaction.atomic():
        withdraw(name)
        made = EnrolmentCode.objects.create(
            digest=_digest(code), name=name, made_by=who, expires_at=timezone.now() + LASTS
        )
        write_down(who, "fleet.enrolment-code", name)
    return code, made


def withdraw(name: str) -> int:
    """Make the open codes for this kiosk useless; how many there were."""
    gone, _ = EnrolmentCode.objects.filter(name=name, used_at=None).delete()
    return gone


def let_in(code: str, now: datetime | None = None) -> dict[str, str] | None:
    """The enrolment for this code, which then is used up; None where it is no good."""
    now = now or timezone.now()
    with transaction.atomic():
        found = (
            EnrolmentCode.objects.select_for_update()
            .filter(digest=_digest(ungrouped(code)), used_at=None, expires_at__gt=now)
            .first()
        )
        if found is None:
            return None
        found.used_at = now
        found.save(update_fields=["used_at"])
        token = Kiosk.objects.enrol(found.name)
        kiosk = Kiosk.objects.get(name=found.name)
        Happening.objects.create(kiosk=kiosk, what="enrolled")
        write_down(found.made_by, "fleet.enrolled", found.name)
        return enrolment_for(found.name, token, settings.URL)


def enrolment_for(name: str, token: str, desk_url: str) -> dict[str, str]:
    """What a kiosk must know to belong here; a secret, for the token is in it."""
    enrolment = {
        "desk_url": desk_url.rstrip("/"),
        "desk_public_key": public_key(),
        "kiosk_name": name,
        "kiosk_token": token,
        "orders_key": orders_public_key(),
    }
    root = trusted_root()
    if root is not None:
        updates_url = settings.UPDATES_URL or f"{desk_url.rstrip('/')}/kiosk"
        enrolment |= {"updates_url": updates_url, "updates_root": root}
    return enrolment


def _digest(code: str) -> str:
    """Keyed: twelve digits could be guessed from a plain digest."""
    secret = settings.SECRET_KEY.encode()
    return hmac.new(secret, b"enrolment " + code.encode(), hashlib.sha256).hexdigest()
