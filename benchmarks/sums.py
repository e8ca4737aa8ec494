"""The pages of figures of 10,000 busy kiosks and three years, on PostgreSQL, over real HTTP.

From asking for the page until all of it is here, by a member of staff who is logged in, at a
desk in its own process: the median of seven, after one that is not counted. Then an hour of all
kiosks comes in at once while no relay is at work, and the same pages are asked again, with that
day in the period; last it is added up as a relay does.
"""

import subprocess
import sys
import time
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import requests

from benchmarks.display import Unavailable
from benchmarks.figures import Figure, median
from benchmarks.inbox import address
from benchmarks.processes import ROOT, end, environment, start
from benchmarks.simulated import name
from benchmarks.stage import Stage
from tests.postgres import programs, running_postgres

KIOSKS = 10_000
KIOSK = 4711
"""The one whose own hours are filled for as long as can be asked."""
PAGE_MS = 500.0
HOUR_S = 300.0
"""A relay must be done with an hour long before the next one comes."""
TIMES = 7
FILLED_WITHIN_S = 3600.0


def measure(stage: Stage) -> list[Figure]:
    if programs() is None:
        raise Unavailable("There is no PostgreSQL on this machine.")
    with running_postgres() as database:
        return _measured(stage.folder / "sums", database)


def _measured(state: Path, database: str) -> list[Figure]:
    settings = {"ZUIL_DESK_STATE": str(state), "ZUIL_DESK_DATABASE_URL": database}
    session = _run(settings, "fill", str(KIOSKS), name(KIOSK))
    command = [sys.executable, "-m", "desk", "serve", "--port", "0"]
    desk = start(command, settings, state / "desk.log", stdout=subprocess.PIPE)
    try:
        url = f"{address(desk)}cijfers/"
        with requests.Session() as clerk:
            clerk.cookies["sessionid"] = session
            found = [_page(clerk, what, f"{url}{path}") for what, path in _pages().items()]
            rows = int(_run(settings, "hour"))
            for what, path in _pages(to=date.today()).items():  # noqa: DTZ011 - the town's is near
                title = f"{what}, with {rows:,} rows not added up"
                found.append(_page(clerk, title, f"{url}{path}", at_most_ms=None))
        took_s = float(_run(settings, "add-up"))
    finally:
        end(desk)
    added = Figure(f"a relay adds up an hour of {KIOSKS:,} kiosks", "s", took_s, at_most=HOUR_S)
    return [*found, added]


def _pages(to: date | None = None) -> Mapping[str, str]:
    last = to or date.today() - timedelta(days=1)  # noqa: DTZ011 - the town's is near
    month = f"van={last - timedelta(days=29)}&tot={last}"
    years = f"van={last - timedelta(days=1090)}&tot={last}"
    return {
        "all forms, 30 days": f"?{month}",
        "all forms, 30 days, one language": f"?{month}&taal=nl",
        "all forms, 30 days, one kiosk": f"?{month}&zuil={name(KIOSK)}",
        "all forms, three years": f"?{years}",
        "all forms, three years, one kiosk": f"?{years}&zuil={name(KIOSK)}",
        "one form, 30 days": f"formulier/melding/?{month}",
        "one form, before and after, 56 days": "formulier/melding/vergelijken/?dagen=56&dag="
        f"{last - timedelta(days=57)}",
    }


def _run(settings: dict[str, str], *arguments: str) -> str:
    command = [sys.executable, "-m", "benchmarks.many_counts", *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(settings), capture_output=True, text=True,
        timeout=FILLED_WITHIN_S, check=False,
    )  # fmt: skip
    if done.returncode:
        raise Unavailable(f"The desk could not be filled: {done.stderr.strip()}")
    return done.stdout.strip()


def _page(
    clerk: requests.Session, what: str, url: str, at_most_ms: float | None = PAGE_MS
) -> Figure:
    took = []
    for _ in range(TIMES + 1):
        began = time.perf_counter()
        answer = clerk.get(url, timeout=120, allow_redirects=False)
        took.append((time.perf_counter() - began) * 1000)
        if answer.status_code != requests.codes.ok:
            raise Unavailable(f"The page '{what}' answered {answer.status_code}.")
    return Figure(f"figures: {what}", "ms", median(took[1:]), at_most=at_most_ms, values=took[1:])
