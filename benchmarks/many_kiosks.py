"""A desk with very many kiosks, as after a year: `python -m benchmarks.many_kiosks COUNT`.

Fills the PostgreSQL that `ZUIL_DESK_DATABASE_URL` names, publishes the bundle to all of them,
and prints the key of a session in which a member of staff has logged in. Every kiosk has a
token, told how it is, and has a history; some are on trial, some have an alert.
"""

import os
import random
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "desk.settings")
django.setup()

# ruff: noqa: E402 - models can only be imported after setup
from django.conf import settings
from django.db import connection, transaction

from benchmarks.many import log_in
from benchmarks.simulated import RELEASE, heartbeat, name, token
from config.bundle import version_of
from desk.first_start import prepare
from desk.fleet.models import Alert, Heartbeat, Kiosk, digest
from desk.measuring.summing import add_up
from desk.publishing import keys
from desk.publishing.drafts import draft
from desk.publishing.models import Publication, Release, Ring
from desk.publishing.publisher import Publisher
from desk.publishing.signing import SignedRepository

TRIAL = 3
HAPPENINGS_EACH = 20
COUNTED = 300_000
"""Rows of the figures, in the last thirty days."""
HISTORY = """
INSERT INTO fleet_happening (kiosk_id, at, what, value)
SELECT id, now() - interval '18 days' * number,
    (ARRAY['paper', 'network', 'restart', 'release'])[1 + mod(number, 4)],
    (ARRAY['low', 'well', 'update', '1'])[1 + mod(number, 4)]
FROM fleet_kiosk, generate_series(1, %s) AS number
"""
FIGURES = """
INSERT INTO measuring_counted
    (kiosk_id, hour, release, flow, step, language, mode, what, number, seconds, seconds_squared)
SELECT (SELECT min(id) FROM fleet_kiosk) + mod(line, %s),
    date_trunc('hour', now()) - interval '1 hour' * mod(line, 720), 1,
    (ARRAY['melding', 'klacht', 'afspraak', 'terugbellen'])[1 + mod(line, 4)],
    CASE WHEN mod(line, 7) < 5 THEN (ARRAY['wat', 'waar', 'vertel'])[1 + mod(line, 3)] ELSE '' END,
    (ARRAY['nl', 'en', 'ar', 'tr'])[1 + mod(mod(line, 11), 4)],
    (ARRAY['touch', 'keys', 'switch'])[1 + mod(mod(line, 13), 3)],
    (ARRAY['step', 'step', 'step', 'back', 'step', 'abandoned', 'completed'])[1 + mod(line, 7)],
    1 + mod(line, 5), 9 * (1 + mod(line, 5)), 90 * (1 + mod(line, 5))
FROM generate_series(1, %s) AS line
"""

NOT_ADDED_UP = """
INSERT INTO measuring_addition
    (kiosk_id, day, flow, step, language, mode, what, number, seconds, seconds_squared)
SELECT kiosk_id, (hour AT TIME ZONE %s)::date, flow, step, language, mode, what, number,
    seconds, seconds_squared
FROM measuring_counted
"""


def fill(count: int) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        _tell_all(
            Kiosk.objects.bulk_create(
                Kiosk(name=name(number), token_digest=digest(token(number)), trial=number < TRIAL)
                for number in range(count)
            )
        )
        cursor.execute(HISTORY, [HAPPENINGS_EACH])
        cursor.execute(FIGURES, [count, COUNTED])
        cursor.execute(NOT_ADDED_UP, [settings.TIME_ZONE])
    while add_up():
        pass
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")  # as the database does by itself in the course of a day


def _tell_all(kiosks: Sequence[Kiosk]) -> None:
    """How each of them was a moment ago."""
    now, luck = datetime.now(UTC), random.Random(len(kiosks))  # noqa: S311 - made-up data
    told = [(kiosk, heartbeat(number, now, luck)) for number, kiosk in enumerate(kiosks)]
    Heartbeat.objects.bulk_create(
        Heartbeat(
            kiosk=kiosk,
            heard_at=now,
            release=RELEASE,
            paper=each.paper,
            trouble=each.paper == "low",
            location=each.location,
            latitude=each.latitude,
            longitude=each.longitude,
            content=each.model_dump(mode="json", exclude={"orders_done"}),
        )
        for kiosk, each in told
    )
    Alert.objects.bulk_create(
        Alert(kiosk=kiosk, cause="paper_low", began_at=now)
        for kiosk, each in told
        if each.paper == "low"
    )


def publish() -> None:
    """The desk's own bundle, signed and offered to all, by the publisher itself."""
    online = {role: keys.make() for role in keys.ONLINE}
    keys.write_all(online.values(), Path(settings.PUBLISHING_KEYS), None)
    SignedRepository(Path(settings.REPOSITORY)).begin(keys.make(), online, datetime.now(UTC))
    version = version_of(Path(settings.BUNDLE))
    release = Release.objects.create(number=RELEASE, files=draft().files, version=version)
    Publication.objects.create(release=release, ring=Ring.ALL)
    Publisher(None, check=_is_fit).turn(datetime.now(UTC))


def _is_fit(_: Path) -> None:
    """It came with the desk."""


if __name__ == "__main__":
    prepare()
    fill(int(sys.argv[1]))
    publish()
    print(log_in())
