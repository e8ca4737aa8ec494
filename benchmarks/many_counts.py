"""What 10,000 busy kiosks counted in three years: `python -m benchmarks.many_counts COMMAND`.

    fill COUNT KIOSK    the sums as relays would have made them, and the hours of one kiosk;
                        prints the key of a session in which a member of staff has logged in
    hour                an hour of every kiosk, not added up yet; prints the number of rows
    add-up              adds that up; prints the seconds that it took

In the PostgreSQL that `ZUIL_DESK_DATABASE_URL` names. Every kind of row that six forms, six
languages and three ways of using allow is there on each day of three years. By kiosk: each day
of the last two months and of the first one, and each month. The hours of all kiosks would be
some billions of rows; only one kiosk has its own for three years, and no page reads the others.
"""

import os
import sys
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "desk.settings")
django.setup()

# ruff: noqa: E402 - models can only be imported after setup
from django.db import connection, transaction

from benchmarks.many import log_in
from benchmarks.simulated import name, token
from desk.first_start import prepare
from desk.fleet.models import Kiosk, digest
from desk.measuring.models import Addition
from desk.measuring.summing import add_up

FORMS = """
    SELECT * FROM
        unnest(ARRAY['melding', 'klacht', 'afspraak', 'terugbellen', 'geldhulp', 'status']) AS flow,
        unnest(ARRAY['nl', 'en', 'ar', 'tr', 'pl', 'uk']) AS language,
        unnest(ARRAY['touch', 'keys', 'switch']) AS mode,
        (SELECT step, what FROM
            unnest(ARRAY['wat', 'welke', 'waar', 'vertel', 'contact', 'check', 'thanks']) AS step,
            unnest(ARRAY['step', 'back', 'help', 'repeat', 'abandoned']) AS what
        UNION ALL SELECT '', 'completed') AS kinds
"""
FORM_SUMS = f"""
INSERT INTO measuring_formsum
    (span, first, flow, step, language, mode, what, number, seconds, seconds_squared)
SELECT span, first, flow, step, language, mode, what, 500, 9000, 250000
FROM ({FORMS}) AS forms, (
    SELECT 'day' AS span, day::date AS first
    FROM generate_series(current_date - 1096, current_date, interval '1 day') AS day
    UNION ALL SELECT 'month', month::date
    FROM generate_series(
        date_trunc('month', current_date - 1096), current_date, interval '1 month') AS month
) AS spans
"""  # noqa: S608 - words of our own
KIOSK_SUMS = """
INSERT INTO measuring_kiosksum (span, first, kiosk_id, language, mode, completed, begun)
SELECT span, first, id, language, mode, 6, 6 + mod(id, 17)
FROM fleet_kiosk, (
    SELECT 'day' AS span, day::date AS first
    FROM generate_series(current_date - 1096, current_date, interval '1 day') AS day
    WHERE day > current_date - 62 OR day < current_date - 1066
    UNION ALL SELECT 'month', month::date
    FROM generate_series(
        date_trunc('month', current_date - 1096), current_date, interval '1 month') AS month
) AS spans, unnest(ARRAY['', 'nl']) AS language, unnest(ARRAY['', 'touch']) AS mode
"""
HOURS = """
INSERT INTO measuring_counted
    (kiosk_id, hour, release, flow, step, language, mode, what, number, seconds, seconds_squared)
SELECT fleet_kiosk.id, hour, 1, flow, step, language, mode, what, 2, 36, 1000
FROM fleet_kiosk,
    generate_series(date_trunc('day', now()) - interval '1096 days', now(), '2 hours') AS hour,
    (SELECT *, row_number() OVER () AS line FROM ({forms}) AS forms) AS rows
WHERE fleet_kiosk.name = %s AND mod(line + extract(epoch FROM hour)::bigint / 7200, 97) = 0
"""
AN_HOUR = """
INSERT INTO measuring_addition
    (kiosk_id, day, flow, step, language, mode, what, number, seconds, seconds_squared)
SELECT fleet_kiosk.id, current_date, flow, step, language, mode, what, 2, 36, 1000
FROM fleet_kiosk, (SELECT *, row_number() OVER () AS line FROM ({forms}) AS forms) AS rows
WHERE mod(line + fleet_kiosk.id, 11) = 0
    AND language IN ('nl', (ARRAY['en', 'ar', 'tr', 'pl', 'uk'])[1 + mod(fleet_kiosk.id, 5)])
    AND mode = CASE WHEN mod(fleet_kiosk.id, 10) = 0 THEN 'keys' ELSE 'touch' END
ORDER BY fleet_kiosk.id
"""
"""Each kiosk has some forty kinds of row: an hour in Dutch and one other language."""


def fill(count: int, kiosk: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        Kiosk.objects.bulk_create(
            Kiosk(name=name(number), token_digest=digest(token(number))) for number in range(count)
        )
        cursor.execute(FORM_SUMS)
        cursor.execute(KIOSK_SUMS)
        cursor.execute(HOURS.format(forms=FORMS), [kiosk])
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")  # as the database does by itself in the course of a day


def an_hour() -> int:
    with connection.cursor() as cursor:
        cursor.execute(AN_HOUR.format(forms=FORMS))
    return Addition.objects.count()


def all_added_up() -> float:
    began = time.perf_counter()
    while add_up():
        pass
    return time.perf_counter() - began


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["fill", count, kiosk]:
            prepare()
            fill(int(count), kiosk)
            print(log_in())
        case ["hour"]:
            print(an_hour())
        case ["add-up"]:
            print(all_added_up())
