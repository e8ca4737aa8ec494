"""Heartbeats on PostgreSQL, where they are written in words of their own, and go on after it."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime

import psycopg
import pytest
import requests

from tests.backstage.waiting import until
from tests.desk.running import RunningDesk
from tests.fleet.conftest import beat_content
from tests.postgres import running_postgres

HANG_UP = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
KEPT = "SELECT waiting, jsonb_typeof(content), content->>'paper' FROM fleet_heartbeat"
ANOTHER_TAKEN_IN = "UPDATE fleet_heartbeat SET paid_until = paid_until + 10"
HELD_UP = "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted)"


@dataclass(frozen=True)
class Town:
    desk: RunningDesk
    token: str
    database_url: str

    def beat(self, waiting: int) -> int:
        return requests.post(
            f"{self.desk.url}/api/kiosk/heartbeat",
            json=beat_content(datetime.now(UTC), waiting=waiting),
            headers={"Authorization": f"Bearer {self.token}"},
            timeout=10,
        ).status_code


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with running_postgres() as url:
        desk = RunningDesk(tmp_path_factory.mktemp("desk"), DATABASE_URL=url)
        token = desk.enrol()["kiosk_token"]
        desk.start()
        try:
            yield Town(desk, token, url)
        finally:
            desk.stop()


@pytest.mark.soak
def test_a_database_that_hung_up_costs_no_heartbeat(town: Town) -> None:
    with psycopg.connect(town.database_url, autocommit=True) as database:
        for waiting in (1, 2, 3):
            assert town.beat(waiting) == 200
            assert database.execute(KEPT).fetchall() == [(waiting, "object", "ok")]
            database.execute(HANG_UP)


@pytest.mark.soak
def test_of_two_heartbeats_at_the_very_same_moment_one_comes_later(town: Town) -> None:
    assert town.beat(1) == 200
    with (
        psycopg.connect(town.database_url) as another,
        psycopg.connect(town.database_url, autocommit=True) as watching,
        ThreadPoolExecutor() as threads,
    ):
        another.execute(ANOTHER_TAKEN_IN)
        ours = threads.submit(town.beat, 2)
        until(lambda: watching.execute(HELD_UP).fetchone() == (True,))
        another.commit()
        assert ours.result() == 429
        assert watching.execute(KEPT).fetchall() == [(1, "object", "ok")]
    assert town.beat(3) == 200
