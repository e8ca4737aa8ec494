"""A minute of speech from the kiosk's outbox to the desk's inbox, over lines that break."""

import hashlib
import json
import random
import socket
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from kiosk.delivery import LARGE_BYTES, Delivery, DeliveryReport, Desk, Pace, Pieces
from kiosk.outbox import Outbox, PutResult
from tests.backstage.waiting import until
from tests.desk.running import RunningDesk
from tests.desk.samples import spoken, wav
from tests.whole.fault_proxy import Fault, FaultProxy

PACE = Pace(first_wait_s=0.05, probe_s=0.05)
A_MINUTE = wav(60)


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[Outbox]:
    outbox = Outbox(tmp_path / "outbox.sqlite3")
    yield outbox
    outbox.close()


def _deliver(outbox: Outbox, url: str, desk: RunningDesk, token: str = "") -> list[DeliveryReport]:
    """Hand over until nothing is due, or the desk will not have us; what was reported meanwhile."""
    reports: list[DeliveryReport] = []
    token = token or desk.device["kiosk_token"]
    delivery = Delivery(outbox, url, token, reports.append, rng=random.Random(1), pace=PACE)
    delivery.start()
    until(lambda: not outbox.due() or any(each.desk is Desk.REFUSES_US for each in reports), 60)
    until(lambda: bool(reports))
    delivery.close()
    return reports


def _owe(outbox: Outbox, desk: RunningDesk, content: dict[str, Any]) -> uuid.UUID:
    row = uuid.UUID(content["id"])
    assert outbox.put(row, desk.sealed(content)) is PutResult.SAVED
    return row


def _digests(desk: RunningDesk, row: uuid.UUID) -> list[tuple[str, int]]:
    query = "select digest, seconds from intake_recording where submission_id=? order by place"
    return [(digest, seconds) for digest, seconds in desk.rows(query, row.hex)]


def test_two_minutes_of_speech_arrive_byte_for_byte(
    outbox: Outbox, running_desk: RunningDesk
) -> None:
    other = wav(60)
    content = spoken(A_MINUTE, other)
    row = _owe(outbox, running_desk, content)
    _deliver(outbox, running_desk.url, running_desk)
    assert outbox.count() == 0
    expected = [(hashlib.sha256(each).hexdigest(), 60) for each in (A_MINUTE, other)]
    assert _digests(running_desk, row) == expected
    assert len(json.dumps(content)) > 7_000_000


def test_speech_arrives_once_over_a_network_on_its_worst_days(
    outbox: Outbox, running_desk: RunningDesk
) -> None:
    faults = [Fault.CUT_BEFORE, Fault.CUT_AFTER, Fault.ERROR, Fault.HALF, Fault.ERROR_AFTER]
    with FaultProxy(running_desk.url) as network:
        network.play = list(faults)
        rows = [_owe(outbox, running_desk, spoken(A_MINUTE)) for _ in range(2)]
        _deliver(outbox, network.url, running_desk)
        assert all(network.played[fault] == 1 for fault in faults)
    assert outbox.count() == 0
    digest = hashlib.sha256(A_MINUTE).hexdigest()
    assert [_digests(running_desk, row) for row in rows] == [[(digest, 60)], [(digest, 60)]]


def test_a_token_that_is_not_good_is_told_although_the_desk_reads_nothing(
    outbox: Outbox, running_desk: RunningDesk
) -> None:
    _owe(outbox, running_desk, spoken(A_MINUTE))
    reports = _deliver(outbox, running_desk.url, running_desk, token="guessed")
    assert reports[-1].desk is Desk.REFUSES_US
    assert outbox.count() == 1


def test_more_than_the_desk_takes_is_kept_and_told(
    outbox: Outbox, running_desk: RunningDesk
) -> None:
    row = _owe(outbox, running_desk, spoken(A_MINUTE, A_MINUTE, A_MINUTE))
    _deliver(outbox, running_desk.url, running_desk)
    assert outbox.refused() == {row: "413"}


def test_a_large_envelope_is_read_in_small_pieces_and_is_whole(outbox: Outbox) -> None:
    row, sealed = uuid.uuid4(), random.Random(1).randbytes(3 * LARGE_BYTES + 17)
    outbox.put(row, sealed)
    assert outbox.size(row) == len(sealed)
    pieces = Pieces(outbox, row, len(sealed))
    read = list(iter(lambda: pieces.read(16384), b""))
    assert b"".join(read) == sealed
    assert max(map(len, read)) <= 16384
    assert len(pieces) == len(sealed)


def test_half_an_envelope_is_never_sent_as_a_whole(
    outbox: Outbox, running_desk: RunningDesk
) -> None:
    """The disk fails while it is handed over: the desk has nothing, and the line is cut."""
    content = spoken(A_MINUTE)
    row = _owe(outbox, running_desk, content)
    pieces = Pieces(outbox, row, outbox.size(row) or 0)
    pieces.read(16384)
    outbox.close()
    with pytest.raises(requests.ConnectionError):
        requests.put(
            f"{running_desk.url}/api/submissions/{row}",
            data=pieces,
            headers={"Authorization": f"Bearer {running_desk.device['kiosk_token']}"},
            timeout=15,
        )
    assert running_desk.rows("select * from intake_submission where id=?", row.hex) == []


def test_a_kiosk_that_loses_power_in_the_middle_of_speech_hands_in_nothing(
    outbox: Outbox, running_desk: RunningDesk
) -> None:
    content = spoken(A_MINUTE)
    box = running_desk.sealed(content)
    port = int(running_desk.url.rsplit(":", 1)[1])
    with socket.create_connection(("127.0.0.1", port), timeout=15) as line:
        head = (
            f"PUT /api/submissions/{content['id']} HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            f"Authorization: Bearer {running_desk.device['kiosk_token']}\r\n"
            f"Content-Length: {len(box)}\r\n\r\n"
        )
        line.sendall(head.encode() + box[: len(box) // 2])
        line.shutdown(socket.SHUT_WR)
        assert line.recv(12) == b"HTTP/1.1 408"  # come back, not: this will never be taken
    assert running_desk.put(content).status_code == 201
