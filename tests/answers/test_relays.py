"""Several senders at once, and one that dies: real processes on a real PostgreSQL."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

from tests.backoffices.fakes.sms import FakeSmsGateway
from tests.desk.running import ROOT, RunningDesk
from tests.desk.samples import street_light
from tests.postgres import running_postgres

COUNT = 40
TELL = """
from uuid import UUID
from desk.answers.telling import Told, tell
from desk.intake.models import Status, StatusChange
for each in {ids}:
    tell(UUID(each), Told(Status.DONE, "De lamp brandt."), source=StatusChange.Source.BACKOFFICE)
"""
SEND = """
from datetime import timedelta
from django.utils import timezone
from desk.answers.sending import send_due
while send_due(timezone.now() + timedelta(minutes={minutes}), most=5):
    pass
"""
STATES = "from desk.answers.models import Notice; print(*Notice.objects.values_list('state'))"


def _sender(desk: RunningDesk, minutes: int = 0) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "desk", "django", "shell", "-v", "0", "-c",
         SEND.format(minutes=minutes)],
        cwd=ROOT, env=desk.environment,
    )  # fmt: skip


def _waiting(folder: Path, url: str, gateway: FakeSmsGateway) -> RunningDesk:
    """A desk on which forty visitors wait for a text."""
    desk = RunningDesk(folder / "state", NOTICE_AFTER_S="0", DATABASE_URL=url)
    desk.enrol()
    setup = {"sms": {"url": f"{gateway.url}/messages", "token": gateway.token}}
    file = desk.state / "answers.yaml"
    file.touch(mode=0o600)
    file.write_text(yaml.safe_dump(setup))
    desk.start()
    contact = {"channel": "sms", "phone": "0612345678"}
    visitors = [street_light(contact=contact) for _ in range(COUNT)]
    for content in visitors:
        assert desk.put(content).status_code == 201
    desk.stop()
    told = desk.run("django", "shell", "-c", TELL.format(ids=[each["id"] for each in visitors]))
    assert told.returncode == 0, told.stderr
    return desk


def _states(desk: RunningDesk) -> str:
    return desk.run("django", "shell", "-v", "0", "-c", STATES).stdout


@pytest.mark.soak
@pytest.mark.parametrize("killed", [False, True])
def test_senders_share_the_work_and_lose_nothing(tmp_path: Path, killed: bool) -> None:
    with running_postgres() as url, FakeSmsGateway() as gateway:
        desk = _waiting(tmp_path, url, gateway)
        gateway.delay_s = 0.05
        senders = [_sender(desk) for _ in range(3)]
        if killed:
            deadline = time.monotonic() + 30
            while len(gateway.asked) < COUNT // 4 and time.monotonic() < deadline:
                time.sleep(0.005)
            senders[0].send_signal(signal.SIGKILL)
        codes = [sender.wait(60) for sender in senders]
        assert codes[1:] == [0, 0]
        if killed:
            assert _sender(desk, minutes=6).wait(60) == 0  # when its lease is over
        assert _states(desk).count("done") == COUNT
        references = [message.reference for message in gateway.messages]
        assert len(set(references)) == COUNT
        assert len(references) - COUNT <= killed  # the one that was under way
