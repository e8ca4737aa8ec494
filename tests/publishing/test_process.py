"""The publisher as a process: it starts, signs what was asked, and ends when told to."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.bundle import FACTORY, files_of, version_of
from desk.publishing.drafts import digest_of
from tests.desk.ready import ROOT, put_ready
from tests.publishing.terminal import Terminal, static_host

pytestmark = pytest.mark.soak
PATIENCE_S = 30


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    put_ready(tmp_path / "state")
    own = {name: value for name, value in os.environ.items() if "ZUIL" not in name}
    for name in ("passphrase", "root"):
        (tmp_path / name).write_text("een heel lang wachtwoord\n")
    return own | {
        "ZUIL_DESK_STATE": str(tmp_path / "state"),
        "ZUIL_DESK_PASSPHRASE_FILE": str(tmp_path / "passphrase"),
        "ZUIL_DESK_ROOT_PASSPHRASE_FILE": str(tmp_path / "root"),
    }


@pytest.fixture
def publisher(environment: dict[str, str], tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    made = ("publishing-keys", "new", "--root-out", str(tmp_path / "root.pem"))
    subprocess.run([sys.executable, "-m", "desk", *made], cwd=ROOT, env=environment, check=True)
    process = subprocess.Popen(
        [sys.executable, "-m", "desk", "publisher"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    yield process
    process.kill()
    process.wait()


def test_it_signs_the_factory_bundle_and_ends_cleanly(
    publisher: subprocess.Popen[str], tmp_path: Path
) -> None:
    state = tmp_path / "state"
    assert publisher.stdout
    assert publisher.stdout.readline() == "The publisher is at work.\n"
    _ask_for_release_of(FACTORY, state / "desk.sqlite3")
    root = (state / "repository" / "metadata" / "1.root.json").read_text()
    with static_host(state / "repository") as url:
        terminal = Terminal(tmp_path / "terminal", url, root)
        deadline = time.monotonic() + PATIENCE_S
        while terminal.numbers() != (None, 1):
            assert time.monotonic() < deadline
            time.sleep(0.2)
        assert len(terminal.bundle("all")) == len(files_of(FACTORY))
    publisher.send_signal(signal.SIGTERM)
    assert publisher.wait(10) == 0


def test_without_keys_it_says_so_in_one_sentence(environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "desk", "publisher"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 1
    assert "publishing-keys new" in done.stderr.splitlines()[-1]


def _ask_for_release_of(folder: Path, database: Path) -> None:
    """As the pages do, from another process."""
    contents = {str(path.relative_to(folder)): path.read_bytes() for path in files_of(folder)}
    files = {path: digest_of(content) for path, content in contents.items()}
    now = "2026-11-26 12:00:00"
    with sqlite3.connect(database, timeout=PATIENCE_S) as rows:
        rows.executemany(
            "INSERT OR IGNORE INTO publishing_blob (digest, content, kept_at) VALUES (?, ?, ?)",
            [(digest_of(content), content, now) for content in contents.values()],
        )
        rows.execute(
            "INSERT INTO publishing_release (number, files, version, made_at, why) "
            "VALUES (1, ?, ?, ?, 'begin')",
            (json.dumps(files), version_of(folder), now),
        )
        rows.execute(
            "INSERT INTO publishing_publication "
            "(ring, state, asked_at, why, problem, watched, release_id) "
            "VALUES ('all', 'asked', ?, 'begin', '{}', '{}', 1)",
            (now,),
        )
