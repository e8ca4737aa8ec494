"""A real desk in its own process, with its own state folder, on a free port."""

import atexit
import base64
import os
import select
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from functools import cache
from pathlib import Path
from typing import Any

import requests
import yaml

from tests.desk.ready import put_ready
from tests.desk.samples import seal

ROOT = Path(__file__).resolve().parents[2]
FIRST = "ZUIL-1"
"""The kiosk that most tests have."""
BUNDLE = "municipality: {name: Gemeente Voorbeeldstad, phone: '14 0999'}\n"


class RunningDesk:
    """`python -m desk serve` on `state`; `python -m desk ...` with `run`."""

    def __init__(self, state: Path, **settings: str) -> None:
        self.state = state
        bundle = state.parent / f"{state.name}-bundle"
        bundle.mkdir(exist_ok=True)
        (bundle / "bundle.yaml").write_text(BUNDLE)
        own = {name: value for name, value in os.environ.items() if "ZUIL" not in name}
        self.environment = own | {
            "DJANGO_SETTINGS_MODULE": "tests.desk.quick_settings",
            "ZUIL_DESK_STATE": str(state),
            "ZUIL_DESK_BUNDLE": str(bundle),
            **{f"ZUIL_DESK_{name}": value for name, value in settings.items()},
        }
        if "DATABASE_URL" not in settings:
            put_ready(state)
        self.log = state.parent / f"{state.name}.log"
        self.process: subprocess.Popen[str] | None = None
        self.url = ""
        self.device: dict[str, str] = {}
        self.session = requests.Session()

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "desk", *arguments],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def enrol(self, name: str = FIRST) -> dict[str, str]:
        """Let a kiosk in; the first one of a new desk comes from a copy."""
        file = self.state.parent / f"{name}.yaml"
        if name == FIRST and self._is_new():
            shutil.copytree(_enrolled() / "state", self.state, dirs_exist_ok=True)
            shutil.copy(_enrolled() / file.name, file)
        else:
            self._enrol(name, file)
        self.device = yaml.safe_load(file.read_text())
        return self.device

    def _is_new(self) -> bool:
        """No command has been here, and all that it keeps is in its folder."""
        started = (self.state / "secret-key").exists()
        return not started and "ZUIL_DESK_DATABASE_URL" not in self.environment

    def _enrol(self, name: str, file: Path) -> None:
        assert self.run("enrol", name, "--out", str(file)).returncode == 0

    def start(self, workers: int = 1, port: str = "0") -> None:
        with self.log.open("a") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "desk", "serve", "--port", port, "--workers", str(workers)],
                cwd=ROOT,
                env=self.environment,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                start_new_session=True,
            )
        assert self.process.stdout
        ready, _, _ = select.select([self.process.stdout], [], [], 60)
        assert ready, self.log.read_text()
        self.url = self.process.stdout.readline().split()[-1].rstrip("/")
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                if requests.get(f"{self.url}/health", timeout=30).status_code == 200:
                    return
            except requests.ConnectionError:
                pass
        raise AssertionError(self.log.read_text())

    def kill(self) -> None:
        """As a power cut would: no process of it gets to do anything more."""
        assert self.process
        os.killpg(self.process.pid, signal.SIGKILL)
        self._gone()

    def stop(self) -> int:
        assert self.process
        self.session.close()  # a quiet connection would be waited for
        self.process.terminate()
        return self._gone()

    def _gone(self) -> int:
        assert self.process
        assert self.process.stdout
        self.session.close()
        self.process.stdout.close()
        code = self.process.wait(60)
        self.process = None
        return code

    def put(self, content: dict[str, Any], **options: Any) -> requests.Response:
        return self.put_box(content["id"], self.sealed(content), **options)

    def put_box(
        self, submission_id: str, box: bytes, token: str | None = None
    ) -> requests.Response:
        headers = {
            "Authorization": f"Bearer {token or self.device['kiosk_token']}",
            "Content-Type": "application/octet-stream",
        }
        return self.session.put(
            f"{self.url}/api/submissions/{submission_id}", data=box, headers=headers, timeout=15
        )

    def sealed(self, content: dict[str, Any] | bytes) -> bytes:
        return seal(content, base64.b64decode(self.device["desk_public_key"]))

    def status(self, code: str, **query: str) -> requests.Response:
        return self.session.get(f"{self.url}/api/status/{code}", params=query, timeout=15)

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """What stands in the database, seen from outside the desk."""
        with sqlite3.connect(self.state / "desk.sqlite3") as database:
            return database.execute(query, values).fetchall()


@cache
def _enrolled() -> Path:
    """A folder with the state of a desk that has let its first kiosk in, and that enrolment."""
    folder = Path(tempfile.mkdtemp(prefix="zuil-enrolled-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    RunningDesk(folder / "state")._enrol(FIRST, folder / f"{FIRST}.yaml")
    return folder
