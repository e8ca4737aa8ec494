"""`make run` as a newcomer meets it: one command starts everything, Ctrl-C ends everything."""

import os
import re
import select
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
import requests

from tests.desk.ready import put_ready
from tests.whole.clerk import Clerk
from tests.whole.surroundings import ROOT, clean_environment, free_port, until

STARTS_WITHIN_S = 120
"""A first start on a busy machine; the second one is asked to take at most three seconds on
a quiet machine, which the benchmarks measure."""


class MakeRun:
    """What `make run` runs, with ports and folders of this test's own."""

    def __init__(self, state: Path, **environment: str) -> None:
        self.state = state
        self.desk_port, self.mirror_port = free_port(), free_port()
        self.environment = clean_environment(
            **({"ZUIL_SOUND": "false", "PYTHONUNBUFFERED": "1"} | environment)
        )
        self.process: subprocess.Popen[str] | None = None
        self.family: list[psutil.Process] = []

    @property
    def command(self) -> list[str]:
        ports = ("--desk-port", str(self.desk_port), "--mirror-port", str(self.mirror_port))
        return [sys.executable, "-m", "config.demo", "--state", str(self.state), *ports]

    def start(self) -> str:
        """All that it tells until it is ready."""
        self.process = subprocess.Popen(
            self.command,
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            text=True,
            bufsize=1,
        )
        told, deadline = "", time.monotonic() + STARTS_WITHIN_S
        assert self.process.stdout
        while "Ctrl-C" not in told:
            ready, _, _ = select.select([self.process.stdout], [], [], deadline - time.monotonic())
            assert ready, told
            line = self.process.stdout.readline()
            assert line, told
            told += line
        self.family = psutil.Process(self.process.pid).children(recursive=True)
        return told

    def fails(self) -> subprocess.CompletedProcess[str]:
        """Where it cannot be started: what it said, and how it ended."""
        return subprocess.run(
            self.command,
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=STARTS_WITHIN_S,
            check=False,
        )

    def end(self, signal_number: int = signal.SIGINT) -> int:
        assert self.process
        self.process.send_signal(signal_number)
        code = self.process.wait(60)
        assert self.process.stdout
        self.process.stdout.close()
        self.process = None
        return code

    def clean_up(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()
        for process in self.family:
            if process.is_running():
                process.kill()

    @property
    def still_running(self) -> list[psutil.Process]:
        return [
            process
            for process in self.family
            if process.is_running() and process.status() != psutil.STATUS_ZOMBIE
        ]


@pytest.fixture
def run(tmp_path: Path) -> Iterator[MakeRun]:
    run = MakeRun(tmp_path / "var")
    yield run
    run.clean_up()


def test_it_starts_tells_where_everything_is_and_ends_without_a_trace(run: MakeRun) -> None:
    put_ready(run.state / "desk")  # the tables: seconds of a processor, and made in `make soak`
    told = run.start()
    kiosk, desk = (f"http://127.0.0.1:{port}/" for port in (run.mirror_port, run.desk_port))
    assert kiosk in told
    assert desk in told
    assert f"{run.state}/receipts/" in told
    name, password = _login(told)
    assert Clerk(desk.rstrip("/"), password, name).welcome
    assert not Clerk(desk.rstrip("/"), "admin", name).welcome
    assert requests.get(f"{kiosk}view.json", timeout=30).json()["screen"] == "start"
    assert len(run.family) >= 2

    assert run.end() == 0
    assert run.still_running == []
    assert _is_free(run.desk_port)
    assert _is_free(run.mirror_port)


@pytest.mark.soak  # a desk, a relay, a publisher and a kiosk, twice
def test_a_second_start_has_the_same_login_and_may_be_ended_from_outside(run: MakeRun) -> None:
    name, password = _login(run.start())
    assert run.end() == 0
    assert _login(run.start()) == (name, password)
    assert Clerk(f"http://127.0.0.1:{run.desk_port}", password, name).welcome
    assert run.end(signal.SIGTERM) == 0
    assert run.still_running == []


@pytest.mark.soak
def test_it_can_be_ended_where_a_script_started_it_in_the_background(run: MakeRun) -> None:
    """A shell gives what its scripts start with `&` a Ctrl-C that is ignored."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        run.start()
    finally:
        signal.signal(signal.SIGINT, before)
    assert run.end(signal.SIGTERM) == 0
    assert run.still_running == []


@pytest.mark.soak  # a desk, a relay, a publisher and a kiosk
def test_a_kiosk_that_crashes_is_started_again(run: MakeRun) -> None:
    run.start()
    (kiosk,) = (process for process in run.family if _is_kiosk(process))
    kiosk.kill()
    kiosk.wait(60)
    url = f"http://127.0.0.1:{run.mirror_port}/view.json"
    until(lambda: _answers(url), 60, "the kiosk after its crash")
    assert run.process
    run.family = psutil.Process(run.process.pid).children(recursive=True)
    assert kiosk.pid not in [process.pid for process in run.family]
    assert run.end() == 0
    assert run.still_running == []


@pytest.mark.parametrize("taken", ["desk", "kiosk"])
def test_a_taken_port_is_one_sentence_that_says_what_to_do(run: MakeRun, taken: str) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        if taken == "desk":
            run.desk_port = port
        else:
            run.mirror_port = port
        done = run.fails()
    assert done.returncode == 1
    (sentence,) = done.stderr.splitlines()
    assert str(port) in sentence
    assert taken in sentence
    assert "stop that program, or choose other ports" in sentence
    assert done.stdout == ""


@pytest.mark.soak
def test_a_display_that_cannot_be_opened_is_one_sentence(tmp_path: Path) -> None:
    run = MakeRun(tmp_path / "var", DISPLAY=":987")
    done = run.fails()
    assert done.returncode == 1
    (sentence,) = done.stderr.splitlines()
    assert "display" in sentence
    assert "--mirror" in sentence
    assert "in its window" not in done.stdout  # nothing is told of a window that never came
    assert _is_free(run.desk_port)


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="there is no Xvfb to open a window on")
@pytest.mark.soak
def test_with_a_display_the_kiosk_comes_in_a_window(tmp_path: Path) -> None:
    reads, writes = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writes), "-screen", "0", "1200x1000x24", "-nolisten", "tcp"],
        pass_fds=[writes],
        stderr=subprocess.DEVNULL,
    )
    os.close(writes)
    try:
        with os.fdopen(reads) as told:
            display = f":{told.readline().strip()}"
        run = MakeRun(tmp_path / "var", DISPLAY=display)
        try:
            assert "in its window" in run.start()
            assert any(_is_kiosk(process) for process in run.still_running)
            assert _is_free(run.mirror_port)
            assert run.end() == 0
            assert run.still_running == []
        finally:
            run.clean_up()
    finally:
        screen.terminate()
        screen.wait()


def _login(told: str) -> tuple[str, str]:
    found = re.search(r"Staff login +(\w+), password: (\S+)", told)
    assert found, told
    return found[1], found[2]


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _is_kiosk(process: psutil.Process) -> bool:
    return any(part.endswith("run_kiosk.py") for part in process.cmdline())


def _answers(url: str) -> bool:
    try:
        return requests.get(url, timeout=30).ok
    except requests.ConnectionError:
        return False
