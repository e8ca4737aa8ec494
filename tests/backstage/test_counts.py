"""Counts wait on the kiosk's disk and reach the desk once an hour is over."""

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kiosk.core.counting import Counts
from kiosk.core.events import AnyEvent
from kiosk.counts import MOST_FILES, CountKeeper
from kiosk.delivery import desk_session
from tests.core.visit import Visit


class Desk(ThreadingHTTPServer):
    """Takes counts, and answers `status`."""

    status = 200
    retry_after = "0"

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.taken: list[tuple[str, Counts]] = []
        self.url = f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: Desk

    def do_PUT(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.server.status == 200:
            told = (self.headers["Authorization"], Counts.model_validate_json(body))
            self.server.taken.append(told)
        self.send_response(self.server.status)
        self.send_header("Content-Length", "0")
        self.send_header("Retry-After", self.server.retry_after)
        self.end_headers()

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


class Clock:
    now = datetime(2026, 11, 26, 10, 59, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


def one_visit(keeper: CountKeeper) -> None:
    class Seen(Visit):
        def handle(self, event: AnyEvent) -> list[object]:  # type: ignore[override]
            before = self.session
            super().handle(event)
            keeper.observe(before, event, self.session)
            return []

    Seen().tap("flow:klacht", "stop", "stop:yes")


def test_an_hour_is_sent_when_it_is_over_and_then_forgotten(tmp_path: Path, desk: Desk) -> None:
    clock = Clock()
    keeper = CountKeeper(tmp_path, 7, clock)
    one_visit(keeper)
    keeper.flush()
    session = desk_session("token")
    keeper.send(session, desk.url)
    assert desk.taken == []
    clock.now += timedelta(minutes=1)
    keeper.send(session, desk.url)
    ((token, counts),) = desk.taken
    assert token == "Bearer token"
    assert (counts.hour, counts.release) == (datetime(2026, 11, 26, 10, tzinfo=UTC), 7)
    assert {row.what for row in counts.rows} == {"visit", "step", "abandoned"}
    keeper.send(session, desk.url)
    assert len(desk.taken) == 1


def test_a_restart_within_the_hour_goes_on_counting(tmp_path: Path, desk: Desk) -> None:
    clock = Clock()
    for _ in range(2):
        keeper = CountKeeper(tmp_path, 7, clock)
        one_visit(keeper)
        keeper.flush()
    clock.now += timedelta(hours=1)
    keeper.send(desk_session("token"), desk.url)
    ((_, counts),) = desk.taken
    assert [row.number for row in counts.rows if row.what == "visit"] == [2]


@pytest.mark.parametrize(("status", "left"), [(503, 1), (401, 1), (422, 0), (404, 1)])
def test_what_the_desk_cannot_take_now_waits(
    tmp_path: Path, desk: Desk, status: int, left: int
) -> None:
    clock = Clock()
    keeper = CountKeeper(tmp_path, 7, clock)
    one_visit(keeper)
    keeper.flush()
    clock.now += timedelta(hours=1)
    desk.status = status
    keeper.send(desk_session("token"), desk.url)
    assert len(list(tmp_path.glob("*.json"))) == left


def test_a_desk_that_had_too_many_hours_is_left_alone_for_as_long_as_it_asks(
    tmp_path: Path, desk: Desk
) -> None:
    clock, ticking = Clock(), [0.0]
    keeper = CountKeeper(tmp_path, 7, clock, lambda: ticking[0])
    one_visit(keeper)
    keeper.flush()
    clock.now += timedelta(hours=1)
    session = desk_session("token")
    desk.status, desk.retry_after = 429, "600"
    keeper.send(session, desk.url)
    desk.status = 200
    ticking[0] = 599
    keeper.send(session, desk.url)
    assert desk.taken == []
    ticking[0] = 600
    keeper.send(session, desk.url)
    assert len(desk.taken) == 1


def test_half_a_file_and_a_desk_that_is_away_stop_nothing(tmp_path: Path) -> None:
    clock = Clock()
    keeper = CountKeeper(tmp_path, 7, clock)
    (tmp_path / "20261126T10-7.json").write_text('{"hour": "2026-11')
    one_visit(keeper)
    keeper.flush()
    clock.now += timedelta(hours=1)
    keeper.send(desk_session("token"), "http://127.0.0.1:9")
    (path,) = tmp_path.glob("*.json")
    assert json.loads(path.read_text())["rows"]


def test_two_months_of_hours_are_kept_at_most(tmp_path: Path) -> None:
    for number in range(MOST_FILES + 3):
        (tmp_path / f"2026{number:08}-1.json").touch()
    CountKeeper(tmp_path, 1).send(desk_session("token"), "http://127.0.0.1:9")
    assert len(list(tmp_path.glob("*.json"))) <= MOST_FILES
