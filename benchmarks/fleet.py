"""10,000 kiosks that tell a desk each minute how they are, while staff look on.

The desk is PostgreSQL (its own, with fsync) and two web processes, on the same two cores as
the kiosks that are played here. Kiosks come at moments of their own, not in step; each has
its own connection, token and words, and one in a hundred times something has changed.
Latency is from the moment a kiosk wanted to call until it has the whole answer, so
waiting counts. Meanwhile a member of staff opens a page every second.

Then the rate is raised until the desk no longer holds it, and a new bundle is fetched.
"""

import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import requests

from benchmarks import fetching
from benchmarks.browsing import Browsing
from benchmarks.callers import Call, Heard, call
from benchmarks.display import TooLate, Unavailable
from benchmarks.figures import Figure, median
from benchmarks.processes import ROOT, end, environment, processor_s, start
from benchmarks.simulated import heartbeat, name, token
from benchmarks.stage import Stage
from config.device import Device
from tests.postgres import programs, running_postgres

KIOSKS = 10_000
RATE = 170.0
"""Heartbeats in a second: 10,000 in less than a minute."""
LASTS_S = 60.0
WARM_S, WARM_EVERY_S = 8.0, 0.05
"""Before anything counts: both processes have seen a heartbeat and every page."""
STEP = 1.15
STEP_S = 10.0
MOST_STEPS = 20
P99_MS = 200.0
PAGE_MS = 500.0
FILLED_WITHIN_S = 600.0
STARTED_WITHIN_S = 60.0
OK = (200,)
PAGES = {
    "kiosks": "zuilen/",
    "kiosks, the last page": "zuilen/?blad=999",
    "the plan": "zuilen/plan/",
    "one kiosk": f"zuilen/{name(4711)}/",
    "figures": "cijfers/",
    "metrics": "metrics",
}


@dataclass(frozen=True, slots=True)
class Desk:
    process: "subprocess.Popen[bytes]"
    port: int
    session: str
    repository: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"


def measure(stage: Stage) -> list[Figure]:
    if programs() is None:
        raise Unavailable("There is no PostgreSQL on this machine.")
    with running_postgres() as database, _desk(stage.folder / "fleet", database) as desk:
        with Browsing(desk.url, desk.session, PAGES, WARM_EVERY_S):
            _beats(desk, RATE, WARM_S)
        found = _a_minute(desk)
        found.append(_highest(desk))
        every_s: float = Device.model_fields["updates_every_s"].default
        return [*found, *fetching.figures(desk.port, desk.repository, KIOSKS, every_s)]


def _a_minute(desk: Desk) -> list[Figure]:
    before_s = processor_s(desk.process)
    with Browsing(desk.url, desk.session, PAGES) as staff:
        heard = _beats(desk, RATE, LASTS_S)
    used_s = processor_s(desk.process) - before_s
    took = [each.took_s * 1000 for each in heard]
    faults = [each for each in heard if each.fault or each.statuses != OK]
    what = f"{RATE:.0f} heartbeats a second of {KIOSKS:,} kiosks"
    found = [
        Figure(f"{what}: median", "ms", median(took), values=took),
        Figure("the same, 99th percentile", "ms", percentile_99(took), at_most=P99_MS),
        Figure("the same, slowest", "ms", max(took)),
        Figure("the same, not taken", "", len(faults), at_most=0),
        Figure("the same, web processes, staff included", "% of a core", 100 * used_s / LASTS_S),
    ]
    for page, values in staff.took_ms.items():
        found.append(
            Figure(f"meanwhile {page}, slowest", "ms", max(values), at_most=PAGE_MS, values=values)
        )
    return found


def _highest(desk: Desk) -> Figure:
    """The last rate at which no kiosk was turned away and all but 1 % were answered in time."""
    held = 0.0
    for step in range(MOST_STEPS):
        rate = RATE * STEP**step
        if not (_holds(desk, rate) or _holds(desk, rate)):  # once may be somebody else's doing
            break
        held = rate
    return Figure("highest rate held", "a second", held, at_least=RATE)


def _holds(desk: Desk, rate: float) -> bool:
    heard = _beats(desk, rate, STEP_S)
    in_time = percentile_99([each.took_s * 1000 for each in heard]) <= P99_MS
    return in_time and all(each.statuses == OK for each in heard)


def _beats(desk: Desk, rate: float, seconds: float) -> Sequence[Heard]:
    """As many as come in so many seconds, at moments that have nothing to do with each other."""
    luck = random.Random(int(rate))  # noqa: S311 - the same moments in every run
    begins = datetime.now(UTC)
    moments = sorted(luck.uniform(0, seconds) for _ in range(round(rate * seconds)))
    numbers = luck.sample(range(KIOSKS), KIOSKS)
    calls = [
        Call(at_s, [_request(numbers[place % KIOSKS], begins + timedelta(seconds=at_s), luck)])
        for place, at_s in enumerate(moments)
    ]
    return call(desk.port, calls)


def _request(number: int, at: datetime, luck: random.Random) -> bytes:
    """As `kiosk.heartbeat` sends it."""
    body = heartbeat(number, at, luck).model_dump_json().encode()
    lines = (
        "POST /api/kiosk/heartbeat HTTP/1.1",
        "Host: 127.0.0.1",
        "User-Agent: zuil-kiosk",
        "Accept-Encoding: identity",
        "Accept: */*",
        "Connection: keep-alive",
        f"Authorization: Bearer {token(number)}",
        "Content-Type: application/json",
        f"Content-Length: {len(body)}",
    )
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def percentile_99(values: Sequence[float]) -> float:
    """The smallest measurement that 99 % of all do not exceed."""
    return sorted(values)[max(0, -(-99 * len(values) // 100) - 1)]


@contextmanager
def _desk(state: Path, database: str) -> Iterator[Desk]:
    """With its kiosks in it, and two web processes that answer."""
    settings = {"ZUIL_DESK_STATE": str(state), "ZUIL_DESK_DATABASE_URL": database}
    session = _fill(settings)
    command = [sys.executable, "-m", "desk", "serve", "--port", "0", "--workers", "2"]
    process = start(command, settings, state / "desk.log", stdout=subprocess.PIPE)
    try:
        yield Desk(process, _port(process), session, state / "repository")
    finally:
        end(process)


def _fill(settings: dict[str, str]) -> str:
    command = [sys.executable, "-m", "benchmarks.many_kiosks", str(KIOSKS)]
    filled = subprocess.run(
        command, cwd=ROOT, env=environment(settings), capture_output=True, text=True,
        timeout=FILLED_WITHIN_S, check=False,
    )  # fmt: skip
    if filled.returncode:
        raise Unavailable(f"The desk could not be filled: {filled.stderr.strip()}")
    return filled.stdout.strip()


def _port(process: "subprocess.Popen[bytes]") -> int:
    """Once it answers there."""
    assert process.stdout is not None
    said = re.search(rb":(\d+)/", process.stdout.readline())
    until = time.monotonic() + STARTED_WITHIN_S
    while said and time.monotonic() < until:
        with suppress(requests.RequestException):
            if requests.get(f"http://127.0.0.1:{int(said[1])}/health", timeout=1).ok:
                return int(said[1])
    raise TooLate("The desk did not start.")
