"""A desk and a kiosk as a municipality would have them, each in its own process.

The kiosk is enrolled, prints over the network on the stopwatch of `benchmarks.paper`, and
has a sound device that plays into nothing (SDL's dummy), because a real one has one too.
"""

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import yaml

from benchmarks.display import Display, TooLate, Unavailable
from benchmarks.mirror import Mirror
from benchmarks.paper import Paper
from benchmarks.processes import ROOT, end, environment, start

DESK_WITHIN_S = 30.0
QUIET_AFTER_START_S = 2.5
"""Until everything behind the first picture has been loaded, on a slow day."""


class Installation:
    """One desk with one kiosk, in a folder of their own. The desk runs until `stop_desk`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.state = folder / "kiosk"
        self.state.mkdir(parents=True)
        self.paper = Paper()
        self.desk: subprocess.Popen[bytes] | None = None
        self._port = _free_port()
        self._desk_settings = {
            "ZUIL_DESK_STATE": str(folder / "desk"),
            "ZUIL_DESK_PUBLIC_PER_MINUTE": "100000",
        }
        self.enrolment = folder / "enrolment.yaml"
        self.device = folder / "device.yaml"

    def __enter__(self) -> Self:
        self.paper.__enter__()
        url = f"http://127.0.0.1:{self._port}"
        enrol = ["enrol", "zuil-1", "--out", str(self.enrolment), "--desk-url", url]
        done = subprocess.run(
            [sys.executable, "-m", "desk", *enrol],
            cwd=ROOT,
            env=environment(self._desk_settings),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise Unavailable(f"The kiosk could not be enrolled: {done.stderr.strip()}")
        printer = {
            "kind": "network",
            "host": "127.0.0.1",
            "port": self.paper.port,
            "profile": "epson-tm-m30",
        }
        content = {
            "location": "Bibliotheek Centrum",
            "panel_mm": [268, 477],
            "enrolment": str(self.enrolment),
            "printer": printer,
        }
        self.device.write_text(yaml.safe_dump(content), encoding="utf-8")
        self.start_desk()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        self.stop_desk()
        self.paper.__exit__(kind, error, tb)

    @property
    def outbox(self) -> Path:
        return self.state / "outbox.sqlite3"

    @property
    def desk_database(self) -> Path:
        return self.folder / "desk" / "desk.sqlite3"

    def start_desk(self) -> None:
        """Until it answers."""
        command = [sys.executable, "-m", "desk", "serve", "--port", str(self._port)]
        self.desk = start(command, self._desk_settings, self.folder / "desk.log")
        until = time.monotonic() + DESK_WITHIN_S
        while True:
            with suppress(urllib.error.URLError, OSError):
                urllib.request.urlopen(f"http://127.0.0.1:{self._port}/health", timeout=1).close()
                return
            if time.monotonic() > until or self.desk.poll() is not None:
                raise TooLate(f"The desk did not start; see {self.folder / 'desk.log'}.")
            time.sleep(0.02)

    def stop_desk(self) -> None:
        if self.desk is not None:
            end(self.desk)
            self.desk = None

    def start_kiosk(
        self,
        display: Display,
        *options: str,
        program: tuple[str, ...] = ("run_kiosk.py",),
        more: Mapping[str, str] | None = None,
    ) -> subprocess.Popen[bytes]:
        """Only start it, and return at once."""
        command = [sys.executable, *program, "--device", str(self.device)]
        command += ["--state", str(self.state), "--fullscreen", *options]
        settings = {"DISPLAY": display.name, "SDL_AUDIODRIVER": "dummy", **(more or {})}
        return start(command, settings, self.folder / "kiosk.log")

    @contextmanager
    def kiosk(
        self,
        display: Display,
        *,
        program: tuple[str, ...] = ("run_kiosk.py",),
        more: Mapping[str, str] | None = None,
    ) -> Iterator[tuple[subprocess.Popen[bytes], Mirror]]:
        """A kiosk with a mirror, at rest on its start screen with everything loaded."""
        port = _free_port()
        options = ("--mirror", f"127.0.0.1:{port}")
        process = self.start_kiosk(display, *options, program=program, more=more)
        mirror = Mirror(port)
        try:
            mirror.started()
            time.sleep(QUIET_AFTER_START_S)
            yield process, mirror
        finally:
            mirror.close()
            end(process)
            display.still(0.1)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
