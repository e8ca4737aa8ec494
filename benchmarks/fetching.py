"""What a new bundle for all kiosks costs: what each of them fetches, and how fast that goes.

One real update client fetches it first, and what it asked is written down; then many kiosks
ask exactly the same, as fast as they are served. Beside it the same files from Python's own
static server, in the same run: any web server or CDN does at least as well.
"""

import logging
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import requests

from benchmarks.callers import Call, call
from benchmarks.display import TooLate, Unavailable
from benchmarks.figures import Figure
from benchmarks.processes import end, start
from config.updating.asking import GRACE_S
from config.updating.repository import Repository

KIOSKS = 400
"""That fetch, to measure how many do in a second."""
AT_ONCE = 16
TIMESTAMP = "/metadata/timestamp.json"
STARTED_WITHIN_S = 10.0
MINUTE_S = 60.0


@dataclass(frozen=True, slots=True)
class Visit:
    """What one kiosk asks, one after another, and how each was answered."""

    asked: Sequence[tuple[str, int]]

    def requests(self, etag: str = "") -> Sequence[bytes]:
        """As bytes. `etag`: of the timestamp that the kiosk has."""
        return [_get(path, etag if path.endswith(TIMESTAMP) else "") for path, _ in self.asked]

    def below(self, path: str) -> "Visit":
        """The same at a host where the repository lies at the top."""
        return Visit([(asked.removeprefix(path), status) for asked, status in self.asked])


def figures(port: int, repository: Path, kiosks: int, every_s: float) -> list[Figure]:
    """`every_s`: how often kiosks look for something new."""
    fetch, look = observed(f"http://127.0.0.1:{port}/kiosk", repository)
    stamp = requests.head(f"http://127.0.0.1:{port}/kiosk{TIMESTAMP}", timeout=10)
    looks, _ = served(port, look, look.requests(stamp.headers["ETag"]))
    fetches, received = served(port, fetch, fetch.requests())
    with _static_host(repository) as static_port:
        plain = fetch.below("/kiosk")
        by_static, _ = served(static_port, plain, plain.requests())
    name = "a new bundle for a kiosk"
    return [
        Figure(f"{name}: requests", "", len(fetch.asked)),
        Figure(f"{name}: received", "kB", received / 1000),
        Figure(f"the desk serves it to {kiosks:,} kiosks in", "min", kiosks / fetches / MINUTE_S),
        Figure("the same, kiosks in a second", "", fetches),
        Figure("the same, by `python -m http.server`", "", by_static),
        Figure("nothing new: requests for a kiosk that looks", "", len(look.asked)),
        Figure("the same, kiosks that the desk answers in a second", "", looks),
        Figure(
            f"{kiosks:,} that look each {every_s / MINUTE_S:.0f} min take of the desk",
            "% of its time",
            100 * kiosks / every_s / looks,
        ),
    ]


def observed(url: str, repository: Path) -> tuple[Visit, Visit]:
    """What a real update client asks for a new bundle, and when it comes back for another."""
    root = (repository / "metadata" / "1.root.json").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        visits: list[Visit] = []
        for _ in range(2):
            with _written_down() as asked:
                kiosk = Repository(url, root, Path(folder), GRACE_S)
                kiosk.refresh()
                if not visits:
                    offered = kiosk.releases().all
                    assert offered is not None
                    kiosk.zip_of(offered)
                kiosk.close()
            visits.append(Visit(asked))
    return visits[0], visits[1]


def served(port: int, visit: Visit, asked: Sequence[bytes]) -> tuple[float, float]:
    """Kiosks in a second, and bytes for each. Raises Unavailable for any other answer."""
    began = time.monotonic()
    heard = call(port, [Call(0.0, asked)] * KIOSKS, AT_ONCE)
    took_s = time.monotonic() - began
    expected = tuple(status for _, status in visit.asked)
    if wrong := [each for each in heard if each.statuses != expected]:
        raise Unavailable(f"A kiosk was not served: {wrong[0]}.")
    return KIOSKS / took_s, sum(each.received for each in heard) / KIOSKS


def _get(path: str, etag: str) -> bytes:
    condition = f"If-None-Match: {etag}\r\n" if etag else ""
    lines = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: python-requests/2\r\n"
    return f"{lines}Accept-Encoding: identity\r\nAccept: */*\r\n{condition}\r\n".encode()


class _Notes(logging.Handler):
    """urllib3 says of each request its path and its status."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.asked: list[tuple[str, int]] = []

    def emit(self, record: logging.LogRecord) -> None:
        found = re.search(r'"GET (\S+) HTTP/1\.1" (\d+)', record.getMessage())
        if found:
            self.asked.append((found[1], int(found[2])))


@contextmanager
def _written_down() -> Iterator[list[tuple[str, int]]]:
    notes, log = _Notes(), logging.getLogger("urllib3.connectionpool")
    level = log.level
    log.addHandler(notes)
    log.setLevel(logging.DEBUG)
    try:
        yield notes.asked
    finally:
        log.setLevel(level)
        log.removeHandler(notes)


@contextmanager
def _static_host(folder: Path) -> Iterator[int]:
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1"]
    command += ["--directory", str(folder)]
    host = start(command, {}, folder.parent / "static.log", stdout=subprocess.PIPE)
    try:
        assert host.stdout is not None
        said = re.search(rb"port (\d+)", host.stdout.readline())
        if said is None:
            raise TooLate("The static host did not start.")
        yield int(said[1])
    finally:
        end(host)
