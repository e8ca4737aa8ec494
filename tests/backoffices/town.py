"""A desk with relays in processes of their own, and the back-offices of a whole town.

town = Town(tmp_path)
town.add("straat", mor.World(), stormy=0.3)
town.start()
town.report("straat")            a submission that goes there
relay = town.relay()             a process; `relay.kill()` is a power cut
town.time_passes()               whatever waits is due now
"""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from tests.backoffices.fault_proxy import FaultProxy
from tests.backoffices.samples import write_backoffices
from tests.desk.running import ROOT, RunningDesk
from tests.desk.samples import street_light

QUICK = {"look_up_after_s": 0.3, "timeout_s": 0.6, "ask_every_s": 0.0}


@dataclass
class Office:
    world: Any
    network: FaultProxy | None
    sent: list[dict[str, Any]] = field(default_factory=list)


class RelayProcess:
    def __init__(self, desk: RunningDesk, log: Path) -> None:
        with log.open("a") as file:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "desk", "relay"],
                cwd=ROOT,
                env=desk.environment,
                stdout=subprocess.PIPE,
                stderr=file,
                text=True,
                start_new_session=True,
            )
        assert self.process.stdout
        self.first_line = self.process.stdout.readline()

    def kill(self) -> None:
        """As a power cut would: it gets to do nothing more."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self._gone()

    def stop(self) -> int:
        self.process.terminate()
        return self._gone()

    def _gone(self) -> int:
        assert self.process.stdout
        code = self.process.wait(60)
        self.process.stdout.close()
        return code


class Town:
    def __init__(self, folder: Path, luck: random.Random | None = None, **settings: str) -> None:
        self.luck = luck or random.Random()
        self.folder = folder
        self.desk = RunningDesk(folder / "desk", **settings)
        self.database_url = settings.get("DATABASE_URL", "")
        self.offices: dict[str, Office] = {}
        self.log = folder / "relay.log"
        self._relays: list[RelayProcess] = []

    def add(self, name: str, world: Any, *, stormy: float | None = None) -> Office:
        """`stormy`: behind a network with faults; None: straight to it."""
        world.__enter__()
        network = None
        if stormy is not None:
            network = FaultProxy(world.fake.url, random.Random(self.luck.random()), late_s=0.9)
            network.back()
            network.stormy = stormy
        self.offices[name] = Office(world, network)
        return self.offices[name]

    def start(self, **changes: Any) -> None:
        lines = {}
        for name, office in self.offices.items():
            lines[name] = office.world.settings_lines() | QUICK | changes
            if office.network is not None:
                text = json.dumps(lines[name])
                lines[name] = json.loads(text.replace(office.world.fake.url, office.network.url))
        self.desk.state.mkdir(parents=True, exist_ok=True)
        write_backoffices(self.desk.state / "backoffices.yaml", **lines)
        self.desk.enrol()
        self.desk.start()
        for name, office in self.offices.items():
            if hasattr(office.world.fake, "applications"):
                office.world.fake.applications.add("http://127.0.0.1:8800")
            self.write(
                "INSERT INTO backoffices_route (flow, category, backoffice, target, changed_at) "
                "VALUES (%s, '', %s, %s, CURRENT_TIMESTAMP)",
                name, name, office.world.target,
            )  # fmt: skip

    def report(self, name: str, **changes: Any) -> dict[str, Any]:
        """Hand in as a kiosk does, until the desk has it."""
        content = street_light(flow=name, **changes)
        box = self.desk.sealed(content)
        until(lambda: self._put(content["id"], box), 30, "the desk to take it in")
        self.offices[name].sent.append(content)
        return content

    def _put(self, submission_id: str, box: bytes) -> bool:
        try:
            return self.desk.put_box(submission_id, box).status_code in (200, 201)
        except OSError:  # it is being killed just now
            return False

    def relay(self) -> RelayProcess:
        self._relays.append(RelayProcess(self.desk, self.log))
        return self._relays[-1]

    def time_passes(self) -> None:
        """Nobody waits for an hour: whatever waits is due, and nothing is quiet."""
        self.write("UPDATE backoffices_quiet SET until = NULL, failures = 0")
        self.write(
            "UPDATE backoffices_handover SET next_try = CURRENT_TIMESTAMP "
            "WHERE next_try IS NOT NULL AND leased_until IS NULL"
        )

    @property
    def networks(self) -> list[FaultProxy]:
        return [office.network for office in self.offices.values() if office.network is not None]

    def good_weather(self) -> None:
        for network in self.networks:
            network.stormy = 0

    @property
    def waiting(self) -> int:
        """What the relay has still to do."""
        (unrouted,) = self.read("SELECT count(*) FROM intake_submission WHERE NOT routed")[0]
        (due,) = self.read("SELECT count(*) FROM backoffices_handover WHERE next_try IS NOT NULL")[
            0
        ]
        return int(unrouted) + int(due)

    def handed_over(self) -> dict[str, tuple[str, bool]]:
        """Per submission (32 hexadecimal digits): the state of its hand-over; perhaps twice."""
        rows = self.read("SELECT submission_id, state, maybe_twice FROM backoffices_handover")
        return {str(each).replace("-", ""): (state, bool(twice)) for each, state, twice in rows}

    def everything_is_right(self) -> None:
        """Each is there once, or, where it cannot be asked, twice or not and then marked."""
        found = self.handed_over()
        for name, office in self.offices.items():
            for content in office.sent:
                reference = content["id"].replace("-", "")
                state, maybe_twice = found[reference]
                times = office.world.times(reference)
                about = (name, state, maybe_twice, times)
                if office.world.can_look_up:
                    assert (state, times) == ("arrived", 1), about
                elif state == "unsure":
                    assert times <= 2, about
                else:
                    assert state == "arrived", about
                    assert times == 1 or (times == 2 and maybe_twice), about

    def read(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        with self._database() as run:
            return list(run(query, values).fetchall())

    def write(self, query: str, *values: Any) -> None:
        with self._database() as run:
            run(query, values)

    @contextmanager
    def _database(self) -> Iterator[Callable[..., Any]]:
        if self.database_url:
            with psycopg.connect(self.database_url, autocommit=True) as postgres:
                yield postgres.execute
            return
        file = self.desk.state / "desk.sqlite3"
        with closing(sqlite3.connect(file, timeout=30)) as sqlite, sqlite:
            yield lambda query, values: sqlite.execute(query.replace("%s", "?"), values)

    def end(self) -> None:
        for relay in self._relays:
            if relay.process.poll() is None:  # of a test that failed
                relay.kill()
        if self.desk.process:
            self.desk.kill()
        for office in self.offices.values():
            if office.network is not None:
                office.network.away()
            office.world.__exit__(None, None, None)


def until(true: Callable[[], bool], within_s: float, what: str) -> None:
    deadline = time.monotonic() + within_s
    while not true():
        assert time.monotonic() < deadline, f"waited {within_s} s for {what}"
        time.sleep(0.05)
