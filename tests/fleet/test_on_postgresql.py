"""Heartbeats on PostgreSQL, where they are written in words of their own, and go on after it."""

from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
import requests

from tests.desk.running import RunningDesk
from tests.fleet.conftest import beat_content
from tests.postgres import running_postgres

HANG_UP = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
KEPT = "SELECT waiting, jsonb_typeof(content), content->>'paper' FROM fleet_heartbeat"


@pytest.mark.soak
def test_a_database_that_hung_up_costs_no_heartbeat(tmp_path: Path) -> None:
    with running_postgres() as url:
        desk = RunningDesk(tmp_path / "desk", DATABASE_URL=url)
        token = desk.enrol()["kiosk_token"]
        desk.start()
        try:
            with psycopg.connect(url, autocommit=True) as database:
                for waiting in (1, 2, 3):
                    assert _beat(desk, token, waiting) == 200
                    assert database.execute(KEPT).fetchall() == [(waiting, "object", "ok")]
                    database.execute(HANG_UP)
        finally:
            desk.stop()


def _beat(desk: RunningDesk, token: str, waiting: int) -> int:
    return requests.post(
        f"{desk.url}/api/kiosk/heartbeat",
        json=beat_content(datetime.now(UTC), waiting=waiting),
        headers={"Authorization": f"Bearer {token}"},
        timeout=10,
    ).status_code
