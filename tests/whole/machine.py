"""A kiosk as it stands in a library: its own process, driven from outside through its mirror.

What a visitor does goes in over HTTP and what they see and hear comes out of `view.json`;
what is left behind is looked for in its folders, byte by byte. Nothing is imported from
the program under test but the words and flows that it ships.
"""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import requests
import yaml

from tests.whole.hearing import View, heard, names
from tests.whole.surroundings import ROOT, clean_environment, free_port, until

PANEL_MM = (268, 477)
READY_WITHIN_S = 60
STAMP = "fit-factory"


_found_fit: list[bytes] = []
"""What a kiosk keeps of the factory bundle once it has examined it: the first of these tests'
kiosks does, and no other has to. Empty until then."""


class Kiosk:
    """`run_kiosk.py` with a mirror on a free port; everything it may write is under `folder`.

    `launcher` is what Python is given before the options; `inside` is a command that starts
    all of it in surroundings of its own, with the same process id.
    """

    def __init__(
        self,
        *options: str,
        folder: Path,
        enrolment: Path | None = None,
        launcher: tuple[str, ...] = (str(ROOT / "run_kiosk.py"),),
        inside: tuple[str, ...] = (),
        environment: Mapping[str, str] | None = None,
        device: Mapping[str, Any] | None = None,
    ) -> None:
        self.folder = folder
        self.state = folder / "state"
        self.temporary = folder / "tmp"
        self.temporary.mkdir(parents=True, exist_ok=True)
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.said: list[str] = []
        """Lines that it wrote to its output, of all its lives."""
        self.process: subprocess.Popen[str] | None = None
        self._reader: threading.Thread | None = None
        self._http = requests.Session()
        self._http.headers["Connection"] = "close"  # no answer waits for an acknowledgement
        file = folder / "device.yaml"
        content: dict[str, Any] = {"panel_mm": list(PANEL_MM), "location": "Bibliotheek Centrum"}
        if enrolment:
            content["enrolment"] = str(enrolment)
        file.write_text(yaml.safe_dump(content | dict(device or {})))
        self._inside = inside
        self._command = [
            *inside,
            sys.executable,
            *launcher,
            *("--device", str(file), "--state", str(self.state)),
            *("--mirror", f"127.0.0.1:{self.port}", *options),
        ]
        quiet = {"ZUIL_SOUND": "false", "TMPDIR": str(self.temporary)}
        self.environment = clean_environment(**(quiet | dict(environment or {})))

    def launch(self) -> subprocess.Popen[str]:
        """Start it, without waiting for anything."""
        if _found_fit and not self._inside:
            self.state.mkdir(exist_ok=True)
            (self.state / STAMP).write_bytes(_found_fit[0])
        self.process = subprocess.Popen(
            self._command,
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        # Through a pipe, not into a file: a test may forbid this process to write files.
        self._reader = threading.Thread(target=self._read, args=(self.process,), daemon=True)
        self._reader.start()
        return self.process

    def start(self) -> "Kiosk":
        """Until its first screen can be used, and what is loaded behind that picture is there."""
        before = len(self.said)
        self.launch()
        until(self._is_there, READY_WITHIN_S, "the first screen")
        until(lambda: _is_loaded("".join(self.said[before:])), READY_WITHIN_S, "the loading")
        stamp = self.state / STAMP
        if not _found_fit and stamp.exists():
            _found_fit.append(stamp.read_bytes())
        return self

    def run_to_its_end(self) -> subprocess.CompletedProcess[str]:
        """Where it should not start at all: what it said, and how it ended."""
        return subprocess.run(
            self._command,
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=READY_WITHIN_S,
            check=False,
        )

    def _read(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout
        with process.stdout:
            self.said.extend(process.stdout)

    def _is_there(self) -> bool:
        assert self.process
        assert self.process.poll() is None, "".join(self.said)
        try:
            return requests.get(f"{self.url}/view.json", timeout=30).status_code == 200
        except requests.ConnectionError:
            return False

    @property
    def pid(self) -> int:
        assert self.process
        return self.process.pid

    def stop(self) -> int:
        """As an administrator does."""
        assert self.process
        self.process.send_signal(signal.SIGTERM)
        return self._gone()

    def kill(self) -> None:
        """As a power cut does: nothing of it gets to do anything more."""
        assert self.process
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self._gone()

    def close(self) -> None:
        if self.process:
            self.kill()

    def _gone(self) -> int:
        assert self.process
        assert self._reader
        self._http.close()
        code = self.process.wait(60)
        self._reader.join(60)
        self.process = None
        return code

    def get(self, path: str, **options: Any) -> requests.Response:
        return self._http.get(self.url + path, timeout=30, **options)

    def post(self, path: str, body: object, **options: Any) -> requests.Response:
        return self._http.post(self.url + path, json=body, timeout=30, **options)

    @property
    def view(self) -> View:
        found: View = self.get("/view.json").json()
        return found

    def _do(self, path: str, **body: object) -> View:
        answer = self.post(path, body)
        assert answer.status_code == 200, f"{path} {body}: {answer.text}"
        found: View = answer.json()
        return found

    def tap(self, *names: str) -> View:
        """Tap targets by their name, one screen after the other."""
        view: View = {}
        for name in names:
            view = self._do("/tap", target=name)
        return view

    def tap_at(self, x: float, y: float) -> View:
        return self._do("/tap", x=x, y=y)

    def press(self, *spoken: str) -> View:
        """Tap in the middle of what is heard with these first words (A7)."""
        view: View = {}
        for words in spoken:
            x, y, width, height = heard(self.view, words)["rect"]
            view = self.tap_at(x + width / 2, y + height / 2)
        return view

    def key(self, *names: str) -> View:
        view: View = {}
        for name in names:
            view = self._do("/key", key=name)
        return view

    def type_in(self, text: str) -> View:
        return self._do("/type", text=text)

    def scan(self, text: str) -> View:
        return self._do("/scan", text=text)

    def go_home(self) -> None:
        """Whoever was here leaves, so that the next visitor finds the start screen."""
        until(self._is_home, what="the start screen")

    def _is_home(self) -> bool:
        view = self.view
        if view["screen"] == "start" and view["language"] == "nl":
            return True
        # 'done' is deaf for a moment after thanks, so this may take a few presses.
        ways = ("done", "stop:yes", "close", "stop:no", "stop", "flow:melding")
        self.tap(next(way for way in ways if way in names(view)))
        return False

    def await_screen(self, *names: str) -> View:
        """The view once one of these screens stands."""
        until(lambda: self.view["screen"] in names, what=f"screen {' or '.join(names)}")
        return self.view

    def files(self) -> Iterator[tuple[Path, bytes]]:
        """All that it has on disk now."""
        for top in (self.state, self.temporary):
            for path in sorted(top.rglob("*")):
                try:
                    if path.is_file():
                        yield path, path.read_bytes()
                except FileNotFoundError:
                    continue  # removed while we looked

    def is_readable_anywhere(self, *words: str) -> str:
        """Where any of these words can be read in a file or in what it printed; else nothing."""
        for path, content in self.files():
            for word in words:
                if any(form in content for form in _forms(word)):
                    return f"{word!r} in {path.relative_to(self.folder)}"
        printed = "".join(self.said)
        return next((f"{word!r} in its output" for word in words if word in printed), "")


def _forms(word: str) -> tuple[bytes, ...]:
    """How words may stand in a file: as they are, or in the two bytes a letter of UTF-16."""
    return word.encode(), word.encode("utf-16-le")


def _is_loaded(said: str) -> bool:
    """How its desk is comes last, and so does that it has none."""
    return ", waiting " in said or "not enrolled" in said
