"""Getting files of the published repository over HTTP, for the TUF client and nobody else.

Nothing that comes in is believed here, so this sees to size and time only: no file may be
longer than was said, none may take longer than a line of 128 kbit/s would, no redirect is
followed, no proxy is asked. `timestamp.json` is asked for on condition: a server that says
"as it was" is answered with our own copy, which is verified like any other.
"""

import hashlib
import json
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import parsedate_to_datetime
from pathlib import Path
from types import FrameType
from typing import IO

import requests
from tuf.api.exceptions import (
    DownloadError,
    DownloadHTTPError,
    DownloadLengthMismatchError,
    SlowRetrievalError,
)
from tuf.ngclient.fetcher import FetcherInterface
from urllib3.exceptions import HTTPError

from config.updating.asking import GRACE_S

TIMEOUT_S = (5.0, 20.0)
"""To connect, and between bytes."""
SLOWEST_BYTES_S = 16 * 1024
CHUNK = 64 * 1024
TIMESTAMP = "timestamp.json"
ETAG_FILE = "timestamp.etag"


class Fetcher(FetcherInterface):
    """`metadata` is the folder in which the TUF client keeps its files; `work` is for ours.

    `grace_s` is what any file may take, besides the time for its length. Only for the main
    thread: time is kept with a signal, so that even a server that sends one letter of its
    headers at a time is left.
    """

    def __init__(self, metadata: Path, work: Path, grace_s: float = GRACE_S) -> None:
        self._metadata = metadata
        self._work = work
        self._grace_s = grace_s
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.headers["Accept-Encoding"] = "identity"  # what is counted is what comes
        self.server_date = ""
        """The day that the server says it is, for whoever wonders about our clock."""

    def close(self) -> None:
        self._session.close()

    def _fetch(self, url: str) -> Iterator[bytes]:
        with self._answer(url, {}) as answer:
            yield from _pieces(answer)

    @contextmanager
    def download_file(self, url: str, max_length: int) -> Iterator[IO[bytes]]:
        """The file, open at its beginning. Raises DownloadError."""
        with tempfile.TemporaryFile(dir=self._work) as file:
            with _within(self._grace_s + max_length / SLOWEST_BYTES_S):
                try:
                    self._into(file, url, max_length)
                except (requests.RequestException, HTTPError, TimeoutError) as error:
                    raise DownloadError(type(error).__name__) from error
            file.seek(0)
            yield file

    def _into(self, file: IO[bytes], url: str, max_length: int) -> None:
        is_timestamp = url.endswith(f"/{TIMESTAMP}")
        ours, condition = self._ours() if is_timestamp else (b"", {})
        with self._answer(url, condition) as answer:
            if answer.status_code == 304 and condition:
                file.write(ours)
                return
            received, content = 0, hashlib.sha256()
            for piece in _pieces(answer):
                received += len(piece)
                if received > max_length:
                    raise DownloadLengthMismatchError(f"more than {max_length} bytes")
                content.update(piece)
                file.write(piece)
            etag = answer.headers.get("ETag", "")
            if is_timestamp and etag and len(etag) <= 200:
                known = {"etag": etag, "sha256": content.hexdigest()}
                (self._metadata / ETAG_FILE).write_text(json.dumps(known), encoding="utf-8")

    @contextmanager
    def _answer(self, url: str, headers: dict[str, str]) -> Iterator[requests.Response]:
        with self._session.get(
            url, headers=headers, stream=True, timeout=TIMEOUT_S, allow_redirects=False
        ) as answer:
            self.server_date = _day(answer.headers.get("Date", ""))
            if answer.status_code != 200 and not (answer.status_code == 304 and headers):
                raise DownloadHTTPError(f"HTTP {answer.status_code}", answer.status_code)
            yield answer

    def _ours(self) -> tuple[bytes, dict[str, str]]:
        """Our timestamp and the condition to ask with, if it is what that server sent last."""
        try:
            known = json.loads((self._metadata / ETAG_FILE).read_text(encoding="utf-8"))
            ours = (self._metadata / TIMESTAMP).read_bytes()
            etag = str(known["etag"])
            if known["sha256"] == hashlib.sha256(ours).hexdigest() and etag.isprintable():
                return ours, {"If-None-Match": etag}
        except (OSError, ValueError, KeyError, TypeError):
            pass  # then it is fetched whole
        return b"", {}


def _pieces(answer: requests.Response) -> Iterator[bytes]:
    """As they come: a server that is slow is not waited for until a piece is full."""
    while piece := answer.raw.read1(CHUNK, decode_content=False):
        yield piece


@contextmanager
def _within(seconds: float) -> Iterator[None]:
    """Raise SlowRetrievalError in what is inside once it took this long."""

    def too_slow(_number: int, _frame: FrameType | None) -> None:
        raise SlowRetrievalError("too slow")

    before = signal.signal(signal.SIGALRM, too_slow)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _day(date: str) -> str:
    try:
        return parsedate_to_datetime(date).date().isoformat()
    except ValueError:
        return ""
