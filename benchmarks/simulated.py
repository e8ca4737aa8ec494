"""A kiosk that is not there: its name, its token, and what it says of itself each minute.

All of it follows from its number, so that whoever fills the desk and whoever plays the
kiosks need no list.
"""

import hashlib
import random
from base64 import urlsafe_b64encode
from datetime import UTC, datetime, timedelta

from kiosk.core.health import BundleState, Heartbeat

RELEASE = 1


def name(number: int) -> str:
    return f"ZUIL-{number:05}"


def token(number: int) -> str:
    """As long as a real one."""
    return urlsafe_b64encode(hashlib.sha256(name(number).encode()).digest()).decode().rstrip("=")


def heartbeat(number: int, at: datetime, luck: random.Random) -> Heartbeat:
    """What the kiosk with this number says of itself; once in a hundred times something new."""
    where = random.Random(number)  # noqa: S311 - the same place in every run
    is_new = luck.random() < 0.01
    return Heartbeat(
        at=at,
        program="2.1.0",
        bundle=BundleState(version="abcdef123456", release=RELEASE, newest=RELEASE, checked_at=at),
        location=f"Bibliotheek, hal {number}",
        latitude=round(where.uniform(50.8, 53.4), 5),
        longitude=round(where.uniform(3.4, 7.1), 5),
        paper="low" if is_new else "ok",
        headphones=is_new,
        microphone=True,
        keypad=True,
        display="1080x1920",
        network="well",
        disk_free_mb=luck.randrange(20_000, 21_000),
        temperature_c=luck.randrange(45, 60),
        last_visit=at - timedelta(minutes=luck.randrange(200)),
        started_at=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=number % 1000),
        restarts=number % 9,
    )
