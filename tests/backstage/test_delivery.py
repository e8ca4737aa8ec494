"""The errand to the desk: each envelope there exactly once, and erased only after its answer."""

import http.client
import logging
import random
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from kiosk.delivery import (
    SEND_BUFFER_BYTES,
    Delivery,
    DeliveryReport,
    Desk,
    Pace,
    desk_session,
)
from kiosk.outbox import Outbox, PutResult
from tests.backstage.desk_double import TOKEN, Accept, Act, Cut, DeskDouble, Late, Say
from tests.backstage.waiting import until

FAST = Pace(first_wait_s=0.03, probe_s=0.03)
SLOW = Pace(first_wait_s=600, probe_s=600)


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[Outbox]:
    outbox = Outbox(tmp_path / "outbox.sqlite3")
    yield outbox
    outbox.close()


@pytest.fixture
def desk() -> Iterator[DeskDouble]:
    with DeskDouble() as desk:
        yield desk


class Errand:
    """A running delivery and what it reported."""

    def __init__(self, outbox: Outbox, url: str, pace: Pace = FAST, token: str = TOKEN) -> None:
        self.reports: list[DeliveryReport] = []
        self.delivery = Delivery(
            outbox, url, token, self.reports.append, rng=random.Random(1), pace=pace
        )
        self.delivery.start()


Start = Callable[..., Errand]


@pytest.fixture
def start(outbox: Outbox, desk: DeskDouble) -> Iterator[Start]:
    errands: list[Errand] = []

    def start(pace: Pace = FAST, token: str = TOKEN, url: str = "") -> Errand:
        errands.append(Errand(outbox, url or desk.url, pace, token))
        return errands[-1]

    yield start
    for errand in errands:
        errand.delivery.close()


def fill(outbox: Outbox, count: int) -> dict[UUID, bytes]:
    rows = {uuid4(): b"sealed %d" % number * 100 for number in range(count)}
    for row, sealed in rows.items():
        assert outbox.put(row, sealed) is PutResult.SAVED
    return rows


def test_a_spoken_message_goes_in_pieces_and_arrives_whole_after_any_trouble(
    outbox: Outbox, desk: DeskDouble, start: Start
) -> None:
    desk.play = [Cut(stored=False), Say(503), Cut(stored=True)]
    rows = fill(outbox, 1) | {uuid4(): random.Random(1).randbytes(3_600_000)}
    for row, sealed in rows.items():
        outbox.put(row, sealed)
    start()
    until(lambda: outbox.count() == 0)
    assert desk.stored == rows


def test_a_large_envelope_has_its_time_for_each_piece_and_not_for_the_whole(
    outbox: Outbox, desk: DeskDouble, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A socket's limit holds for one `sendall`, however much that has to send."""
    sent: list[int] = []
    plain = http.client.HTTPConnection.send

    def send(connection: http.client.HTTPConnection, data: bytes) -> None:
        sent.append(len(data))
        plain(connection, data)

    monkeypatch.setattr(http.client.HTTPConnection, "send", send)
    outbox.put(uuid4(), b"x" * 1_000_000)
    start()
    until(lambda: outbox.count() == 0)
    assert sum(sent) > 1_000_000
    assert max(sent) <= 64 * 1024


def test_the_machine_takes_little_before_the_line_has_it() -> None:
    """Else the wait for an answer begins while megabytes of the question are still here."""
    with socket.create_server(("127.0.0.1", 0)) as desk, desk_session(TOKEN) as session:
        pool = session.get_adapter("http://").poolmanager.connection_from_url(  # type: ignore[attr-defined] # of HTTPAdapter
            f"http://127.0.0.1:{desk.getsockname()[1]}"
        )
        connection = pool._get_conn()
        connection.connect()
        taken = connection.sock.getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF)
        assert taken <= 2 * SEND_BUFFER_BYTES  # Linux counts its own part as well
        connection.close()


def test_what_waits_is_handed_over_in_order_and_erased(
    outbox: Outbox, desk: DeskDouble, start: Start
) -> None:
    rows = fill(outbox, 20)
    start(SLOW)
    until(lambda: outbox.count() == 0)
    assert desk.stored == rows
    assert desk.order == list(rows)
    assert desk.connections == 1


def test_something_new_goes_at_once(outbox: Outbox, desk: DeskDouble, start: Start) -> None:
    errand = start(SLOW)
    until(lambda: bool(errand.reports))
    rows = fill(outbox, 1)
    errand.delivery.wake()
    until(lambda: desk.stored == rows)


@pytest.mark.parametrize(
    "trouble",
    [
        Say(500),
        Say(503),
        Say(502),
        Say(429),
        Say(401),
        Say(403),
        Say(404),
        Say(202),
        Say(302, {"Location": "/health"}),
        Cut(stored=False),
        Cut(stored=True),
        Late(0.05),
    ],
    ids=str,
)
def test_the_desk_gets_it_once_after_any_trouble(
    outbox: Outbox, desk: DeskDouble, start: Start, trouble: Act
) -> None:
    desk.play = [trouble, trouble]
    rows = fill(outbox, 3)
    start()
    until(lambda: outbox.count() == 0)
    assert desk.stored == rows


def test_nothing_is_erased_before_the_desk_has_answered(
    outbox: Outbox, desk: DeskDouble, start: Start
) -> None:
    desk.always = Late(30)
    (row,) = fill(outbox, 1)
    start()
    until(lambda: row in desk.stored)
    assert outbox.due() == [row]


@pytest.mark.parametrize("status", [400, 409, 413, 422])
def test_what_the_desk_will_never_take_is_kept_and_reported(
    outbox: Outbox, desk: DeskDouble, start: Start, status: int
) -> None:
    rows = fill(outbox, 3)
    bad = list(rows)[1]
    desk.by_id[bad] = Say(status)
    errand = start()
    until(lambda: outbox.due() == [])
    assert outbox.refused() == {bad: str(status)}
    assert outbox.sealed(bad) == rows[bad]
    assert set(desk.stored) == set(rows) - {bad}
    until(lambda: errand.reports[-1:] == [DeliveryReport(Desk.WELL, 0, 1, 201)])
    assert desk.puts[bad] == 1


@pytest.mark.parametrize("act", [Say(500), Cut(stored=False)], ids=str)
def test_one_that_always_fails_does_not_hold_up_the_others(
    outbox: Outbox, desk: DeskDouble, start: Start, act: Act
) -> None:
    rows = fill(outbox, 10)
    bad = next(iter(rows))
    desk.by_id[bad] = act
    start(Pace(first_wait_s=600, probe_s=0.02))
    until(lambda: outbox.due() == [bad])
    assert desk.puts[bad] <= 3


def test_retry_after_is_obeyed_although_something_new_comes(
    outbox: Outbox, desk: DeskDouble, start: Start
) -> None:
    desk.play = [Say(503, {"Retry-After": "1"})]
    fill(outbox, 2)
    errand = start()
    until(lambda: len(desk.order) == 1)
    answered = time.monotonic()
    fill(outbox, 1)
    errand.delivery.wake()
    until(lambda: outbox.count() == 0)
    assert time.monotonic() - answered >= 0.9


def test_a_sick_desk_is_not_hammered(outbox: Outbox, desk: DeskDouble, start: Start) -> None:
    desk.always = Say(500)
    fill(outbox, 50)
    errand = start(SLOW)
    until(lambda: bool(errand.reports) and errand.reports[-1].desk is Desk.UNWELL)
    assert len(desk.order) == 3


def test_a_dead_network_stops_the_round_and_its_return_starts_it(
    outbox: Outbox, desk: DeskDouble, start: Start
) -> None:
    desk.away()
    rows = fill(outbox, 20)
    errand = start(Pace(first_wait_s=600, probe_s=0.02))
    until(lambda: bool(errand.reports) and errand.reports[-1].desk is Desk.UNREACHABLE)
    desk.back()
    until(lambda: outbox.count() == 0)
    assert desk.stored == rows
    assert all(times == 1 for times in desk.puts.values())


def test_a_proxy_that_answers_for_a_desk_that_is_away_is_not_the_desk(
    outbox: Outbox, desk: DeskDouble, start: Start
) -> None:
    desk.play = [Cut(stored=False)]
    desk.health = 502
    fill(outbox, 20)
    start(Pace(first_wait_s=600, probe_s=0.01))
    until(lambda: desk.health_asked > 3)
    assert (outbox.count(), len(desk.order)) == (20, 1)
    desk.health = 200
    until(lambda: outbox.count() == 0)


def test_a_token_that_is_no_longer_good_is_told_and_nothing_is_lost(
    outbox: Outbox, desk: DeskDouble, start: Start
) -> None:
    fill(outbox, 5)
    errand = start(SLOW, token="old")
    until(lambda: bool(errand.reports))
    assert errand.reports[-1] == DeliveryReport(Desk.REFUSES_US, 5, 0, 401)
    assert desk.stored == {}


def test_everything_arrives_once_while_the_world_plays_up(
    outbox: Outbox, desk: DeskDouble, start: Start
) -> None:
    luck = random.Random(7)
    acts: list[Act] = [Say(500), Cut(stored=False), Cut(stored=True), Accept(), Accept(), Accept()]
    desk.play = [luck.choice(acts) for _ in range(150)]
    rows: dict[UUID, bytes] = {}
    errand = start()
    for _ in range(30):
        rows |= fill(outbox, 2)
        errand.delivery.wake()
        if luck.random() < 0.2:
            desk.away()
            desk.back()
    until(lambda: outbox.count() == 0, within_s=30)
    assert desk.stored == rows


def test_a_kiosk_that_was_off_tries_everything_at_once(
    outbox: Outbox, desk: DeskDouble, start: Start
) -> None:
    desk.always = Say(500)
    rows = fill(outbox, 2)
    errand = start(SLOW)
    until(lambda: bool(errand.reports))
    errand.delivery.close()
    desk.always = Accept()
    start(SLOW)
    until(lambda: desk.stored == rows)


def test_closing_takes_less_than_a_second_even_while_the_desk_is_silent(
    outbox: Outbox, start: Start
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        fill(outbox, 1)
        errand = start(url=f"http://127.0.0.1:{deaf.getsockname()[1]}")
        connection, _ = deaf.accept()
        began = time.monotonic()
        errand.delivery.close()
        assert time.monotonic() - began < 1
        connection.close()
    assert outbox.count() == 1


def test_neither_contents_nor_token_are_ever_logged(
    outbox: Outbox, desk: DeskDouble, start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    desk.play = [Say(500), Say(422), Cut(stored=True), Say(401)]
    fill(outbox, 4)
    start()
    until(lambda: outbox.due() == [])
    assert "422" in caplog.text
    assert "sealed" not in caplog.text
    assert TOKEN not in caplog.text


def test_no_proxy_or_password_file_of_the_machine_comes_between(
    outbox: Outbox, desk: DeskDouble, start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login somebody password else\n")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    rows = fill(outbox, 1)
    start(SLOW)
    until(lambda: desk.stored == rows)


def test_the_double_itself_keeps_the_first_of_two(desk: DeskDouble) -> None:
    row = uuid4()
    statuses = []
    for body in (b"first", b"second"):
        connection = http.client.HTTPConnection(desk.url.removeprefix("http://"))
        headers = {"Authorization": f"Bearer {TOKEN}"}
        connection.request("PUT", f"/api/submissions/{row}", body, headers)
        statuses.append(connection.getresponse().status)
        connection.close()
    assert statuses == [201, 200]
    assert desk.stored == {row: b"first"}
    assert threading.active_count() < 20
