"""Several relays add up at once, one is killed, and kiosks go on telling: nothing counts twice."""

import signal
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from tests.backoffices.town import RelayProcess, until
from tests.desk.running import ROOT, RunningDesk
from tests.postgres import running_postgres

TELL = """
from datetime import UTC, datetime, timedelta
from desk.fleet.models import Kiosk
from desk.measuring.storing import store
from kiosk.core.counting import Count, Counts
kiosks = [Kiosk.objects.get_or_create(name=f"zuil-{n}", token_digest=str(n))[0] for n in range(4)]
for turn in range(400):
    rows = [Count(flow="melding", step=step, language="nl", mode="touch", what="completed",
                  number=1 + turn % 7) for step in "abcdefghij"]
    hour = datetime(2026, 3, 1, tzinfo=UTC) + timedelta(hours=turn % 150)
    assert store(kiosks[turn % 4], Counts(hour=hour, rows=rows))
    if turn == 200:
        print("begun", flush=True)
"""
ADD_UP = """
from desk.measuring.models import Addition
from desk.measuring.summing import add_up
print("begun", flush=True)
for _ in range(200):  # not all of it
    add_up(3)
"""
LEFT = "SELECT count(*) FROM measuring_addition"
SAME = """
from datetime import date
from django.db.models import Sum
from desk.measuring.models import Counted
from desk.measuring.reading import by_kiosk, totals
from desk.measuring.period import Asked
asked = Asked(date(2026, 3, 1), date(2026, 3, 31))
(mean,) = totals(asked, "what").values()
counted = Counted.objects.aggregate(n=Sum("number"))["n"]
print(mean.number - counted,
      sum(begun for _, begun in by_kiosk(asked, 9).values()) - counted, counted > 300)
"""


def _shell(desk: RunningDesk, text: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "desk", "django", "shell", "-v", "0", "-c", text]
    return subprocess.Popen(
        command, cwd=ROOT, env=desk.environment, stdout=subprocess.PIPE, text=True
    )


def _begun(process: "subprocess.Popen[str]") -> "subprocess.Popen[str]":
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    return process


@pytest.mark.soak
def test_relays_that_add_up_together_count_everything_once(tmp_path: Path) -> None:
    with running_postgres() as url:
        desk = RunningDesk(tmp_path / "state", DATABASE_URL=url)
        desk.enrol()
        teller = _begun(_shell(desk, TELL))
        relays = [_begun(each) for each in [_shell(desk, ADD_UP) for _ in range(3)]]
        relays[0].send_signal(signal.SIGKILL)
        assert [each.wait(60) for each in (teller, *relays)] == [0, -signal.SIGKILL, 0, 0]
        relay = RelayProcess(desk, tmp_path / "log")
        with psycopg.connect(url, autocommit=True) as database:
            until(lambda: database.execute(LEFT).fetchone() == (0,), 30, "the relay to add up")
        assert relay.stop() == 0
        assert _shell(desk, SAME).communicate(timeout=60)[0] == "0 0 True\n"
