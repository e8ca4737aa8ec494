"""A kiosk asks a desk to let it in: what it keeps, and what it believes."""

import base64
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kiosk.core.events import EnrolFailed, Enrolled
from kiosk.enrolling import Enroller, enrol, is_safe
from kiosk.tries import keep_tries, kept_tries

KEY = base64.b64encode(bytes(32)).decode()
GOOD = {
    "desk_url": "https://balie.voorbeeldstad.nl",
    "desk_public_key": KEY,
    "kiosk_name": "zuil-7",
    "kiosk_token": "t" * 43,
    "orders_key": KEY,
}


class Desk(ThreadingHTTPServer):
    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.status, self.answer = 200, json.dumps(GOOD).encode()
        self.codes: list[str] = []
        self.url = f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: Desk

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.codes.append(body["code"])
        self.send_response(self.server.status)
        self.send_header("Content-Length", str(len(self.server.answer)))
        self.end_headers()
        self.wfile.write(self.server.answer)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def desk() -> Iterator[Desk]:
    server = Desk()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_an_enrolment_is_kept_for_this_user_only(tmp_path: Path, desk: Desk) -> None:
    file = tmp_path / "enrolment.yaml"
    assert enrol("482173905560", desk.url, file) == Enrolled("zuil-7")
    assert desk.codes == ["482173905560"]
    assert file.stat().st_mode & 0o777 == 0o600
    assert json.loads(file.read_text())["kiosk_token"] == "t" * 43
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    ("status", "answer", "problem"),
    [
        (404, b"{}", "unknown"),
        (422, b"{}", "unknown"),
        (429, b"{}", "too_often"),
        (503, b"{}", "unreachable"),
        (302, b"", "unreachable"),
        (200, b"<html>hotel</html>", "unreachable"),
        (200, json.dumps(GOOD | {"desk_public_key": "x"}).encode(), "unreachable"),
        (200, json.dumps(GOOD | {"kiosk_token": ""}).encode(), "unreachable"),
        (200, b" " * 300_000 + json.dumps(GOOD).encode(), "unreachable"),
    ],
)
def test_what_is_no_enrolment_changes_nothing(
    tmp_path: Path, desk: Desk, status: int, answer: bytes, problem: str
) -> None:
    file = tmp_path / "enrolment.yaml"
    file.write_text("as it was")
    desk.status, desk.answer = status, answer
    failed = enrol("482173905560", desk.url, file)
    assert isinstance(failed, EnrolFailed)
    assert failed.problem == problem
    assert file.read_text() == "as it was"
    assert list(tmp_path.iterdir()) == [file]


def test_a_code_is_not_used_up_where_nothing_can_be_kept(tmp_path: Path, desk: Desk) -> None:
    blocked = tmp_path / "a file"
    blocked.touch()
    assert enrol("482173905560", desk.url, blocked / "enrolment.yaml") == EnrolFailed("not_kept")
    assert desk.codes == []


def test_a_desk_elsewhere_must_be_encrypted(tmp_path: Path) -> None:
    assert enrol("1", "http://10.0.0.1", tmp_path / "e") == EnrolFailed("unsafe")
    assert enrol("1", "", tmp_path / "e") == EnrolFailed("no_address")
    assert is_safe("https://balie.nl")
    assert is_safe("http://127.0.0.1:8800")
    assert not is_safe("http://127.0.0.1.evil.nl")
    assert not is_safe("http://localhost.evil.nl")


def test_the_kiosk_hears_exactly_one_answer(tmp_path: Path, desk: Desk) -> None:
    heard: list[Enrolled | EnrolFailed] = []
    told = threading.Event()

    def hear(event: Enrolled | EnrolFailed) -> None:
        heard.append(event)
        told.set()

    restarts: list[str] = []
    enroller = Enroller(tmp_path / "e.yaml", desk.url, hear, lambda: restarts.append("asked"))
    enroller.enrol("482173905560", "")
    assert told.wait(60)
    assert heard == [Enrolled("zuil-7")]
    assert restarts == ["asked"]


def test_wrong_staff_codes_outlive_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "tries.json"
    assert kept_tries(path, 300) is None
    keep_tries(path, 3, 0, lambda: 1000)
    tries = kept_tries(path, 300, lambda: 1001)
    assert tries is not None
    assert (tries.wrong, tries.locked_s) == (3, 0)
    keep_tries(path, 0, 300, lambda: 1000)
    for now, left in ((1100, 200), (2000, 0), (5, 300)):
        tries = kept_tries(path, 300, lambda now=now: now)  # type: ignore[misc]
        assert tries is not None
        assert tries.locked_s == left
    path.write_text("{")
    assert kept_tries(path, 300) is None
    keep_tries(path, 0, 0)
    assert not path.exists()
