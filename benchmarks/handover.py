"""1,000 submissions handed over to a back-office that takes 50 ms for every answer.

The back-office is the faithful MOR-core of the tests, in this process; the relays are
processes of their own, as for real, with a durable database. The submissions are at the
desk before a relay is started; the time runs from the start of the relay's process until
the database says that all have arrived, and all have: they are counted over there. Once
with one relay on SQLite, then with one and with two on PostgreSQL, in one run.
"""

import os
import tempfile
import time
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import django

from benchmarks.display import TooLate
from benchmarks.figures import Figure
from benchmarks.stage import Stage
from tests.postgres import programs, running_postgres

if TYPE_CHECKING:
    from tests.backoffices.town import Town

COUNT = 1000
ANSWER_S = 0.05
REACH_S = 15.0
LIMIT_S = 120.0
LOOK_S = 0.02


def measure(stage: Stage) -> list[Figure]:
    os.environ |= {"DJANGO_SETTINGS_MODULE": "desk.settings", "ZUIL_DESK_STATE": str(stage.folder)}
    django.setup()  # the back-office speaks of statuses as the desk does
    name = f"{COUNT:,} submissions to a back-office that answers in {ANSWER_S * 1000:.0f} ms"
    found = [
        Figure(f"{name}, one relay on SQLite", "s", _took(nullcontext(""), 1), at_most=REACH_S)
    ]
    if programs() is None:
        print("There is no PostgreSQL on this machine: two relays are not measured.")
        return found
    one, two = _took(running_postgres(), 1), _took(running_postgres(), 2)
    return [
        *found,
        Figure("the same, one relay on PostgreSQL", "s", one, at_most=REACH_S),
        Figure("the same, two relays on PostgreSQL", "s", two, at_most=one),
        Figure("two relays against one", "times the time", two / one, at_most=1.0),
    ]


def _took(database: AbstractContextManager[str], relays: int) -> float:
    """Seconds."""
    from tests.backoffices.town import Town  # noqa: PLC0415 - after django.setup

    with database as url, tempfile.TemporaryDirectory() as folder:
        town = Town(Path(folder), DATABASE_URL=url)
        try:
            return _handed_over(town, relays)
        finally:
            town.end()


def _handed_over(town: "Town", relays: int) -> float:
    from tests.backoffices.worlds import mor  # noqa: PLC0415 - after django.setup

    office = town.add("straat", mor.World())
    town.start()
    for _ in range(COUNT):
        town.report("straat")
    office.world.fake.delay_s = ANSWER_S
    began = time.monotonic()
    started = [town.relay() for _ in range(relays)]
    while town.waiting:
        if time.monotonic() - began > LIMIT_S:
            raise TooLate("Not everything was handed over.")
        time.sleep(LOOK_S)
    took_s = time.monotonic() - began
    for relay in started:
        relay.stop()
    if len(office.world.fake.signals) != COUNT:
        raise TooLate("Not everything arrived.")
    return took_s
