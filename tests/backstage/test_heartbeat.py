"""The kiosk tells each minute how it is, and whatever the desk answers is a value."""

import json
import random
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from kiosk.core.health import BundleState, Heartbeat, HeartbeatAnswer
from kiosk.delivery import desk_session
from kiosk.heartbeat import (
    JITTER,
    LARGEST_ANSWER_BYTES,
    LARGEST_PICTURE_BYTES,
    Heartbeats,
    Pace,
    Unheard,
    beat,
)
from tests.backstage.fleet_double import FleetDouble, Raw
from tests.backstage.waiting import until

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
HOW = Heartbeat(at=NOW, program="0.1.0", bundle=BundleState(version="abc"), started_at=NOW)
FAST = Pace(first_s=(0, 0), every_s=0.02)
PNG = b"\x89PNG of the start screen"


@pytest.fixture
def desk() -> Iterator[FleetDouble]:
    with FleetDouble() as desk:
        yield desk


class Teller:
    """A running heartbeat, and what it heard."""

    def __init__(self, url: str, pace: Pace, draw: Callable[[], bytes | None]) -> None:
        self.heard: list[tuple[Heartbeat, HeartbeatAnswer]] = []
        self.also = 0
        self.heartbeats = Heartbeats(
            url,
            "token",
            lambda: HOW,
            lambda sent, answer: self.heard.append((sent, answer)),
            draw=draw,
            also=lambda _: self._count(),
            rng=random.Random(1),
            pace=pace,
        )
        self.heartbeats.start()

    def answered(self, times: int) -> None:
        """Until it had so many answers, asking for the next one each time."""
        for count in range(1, times + 1):
            until(lambda at_least=count: self.also >= at_least)  # type: ignore[misc] # mypy and defaults
            self.heartbeats.soon()

    def _count(self) -> None:
        self.also += 1


Start = Callable[..., Teller]


@pytest.fixture
def start(desk: FleetDouble) -> Iterator[Start]:
    tellers: list[Teller] = []

    def start(pace: Pace = FAST, draw: Callable[[], bytes | None] = lambda: PNG) -> Teller:
        tellers.append(Teller(desk.url, pace, draw))
        return tellers[-1]

    yield start
    for teller in tellers:
        teller.heartbeats.close()


def test_the_desk_hears_how_it_is_and_the_kiosk_hears_its_orders(
    desk: FleetDouble, start: Start
) -> None:
    desk.orders = [desk.signed("reload")]
    teller = start()
    until(lambda: bool(teller.heard))
    sent, answer = teller.heard[0]
    assert Heartbeat.model_validate(desk.beats[0]) == sent == HOW
    assert answer.orders == tuple(desk.orders)
    assert desk.tokens == {"Bearer token"}


def test_the_picture_is_sent_once_and_what_else_there_is_each_time(
    desk: FleetDouble, start: Start
) -> None:
    teller = start()
    teller.answered(3)
    assert desk.pictures == [PNG]


@pytest.mark.parametrize("status", [429, 503])
def test_a_picture_that_had_better_wait_or_was_not_taken_is_sent_later(
    desk: FleetDouble, start: Start, status: int
) -> None:
    drawn = iter([None, PNG, PNG])
    desk.picture_play = [status]
    teller = start(draw=lambda: next(drawn))
    teller.answered(4)
    assert desk.pictures == [PNG, PNG]


def test_a_picture_that_the_desk_will_never_take_is_not_offered_again(
    desk: FleetDouble, start: Start
) -> None:
    desk.picture_play = [422]
    teller = start()
    teller.answered(2)
    assert desk.pictures == [PNG]


def test_a_picture_that_is_too_large_is_not_sent(desk: FleetDouble, start: Start) -> None:
    teller = start(draw=lambda: bytes(LARGEST_PICTURE_BYTES + 1))
    until(lambda: teller.also == 1)
    assert desk.pictures == []


def answer(**content: object) -> bytes:
    return json.dumps(content).encode()


ORDER = {"order": "x", "signature": "y"}
ODD = {
    "a token that is not good": Raw(401),
    "a desk that is unwell": Raw(500),
    "a page of a hotel": Raw(200, b"<html>Log in</html>"),
    "somewhere else": Raw(302, headers={"Location": "http://127.0.0.1:9/"}),
    "half an answer": Raw(200, b'{"every_s": 60, "ord'),
    "far too much": Raw(200, answer(every_s=60) + b" " * LARGEST_ANSWER_BYTES),
    "too often": Raw(200, answer(every_s=0)),
    "too many orders": Raw(200, answer(orders=[ORDER] * 21)),
    "no orders at all": Raw(200, answer(orders="restart")),
}


@pytest.mark.parametrize("odd", ODD)
def test_an_odd_answer_is_a_value_and_nothing_of_it_is_believed(
    desk: FleetDouble, start: Start, odd: str
) -> None:
    desk.play = [ODD[odd]]
    teller = start()
    until(lambda: bool(teller.heard))
    assert len(desk.bodies) == 2
    assert teller.heard == [(HOW, HeartbeatAnswer(every_s=desk.every_s))]


def test_what_says_that_it_is_compressed_is_not_unpacked(desk: FleetDouble) -> None:
    packed = b64encode(bytes(100))
    desk.play = [Raw(200, packed, {"Content-Encoding": "gzip"})]
    with desk_session("token") as session:
        assert isinstance(beat(session, desk.url, HOW), Unheard)


def test_an_answer_that_never_ends_is_given_up(
    desk: FleetDouble, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.heartbeat.WHOLE_S", 0.05)
    desk.play = [Raw(200, answer(every_s=60) + b" " * 200, drip_s=0.01)]
    began = time.monotonic()
    with desk_session("token") as session:
        assert isinstance(beat(session, desk.url, HOW), Unheard)
    assert time.monotonic() - began < 1


def test_a_network_that_comes_back_is_found_at_the_next_beat(
    desk: FleetDouble, start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    desk.away()
    teller = start()
    until(lambda: "not reached" in caplog.text)
    assert teller.heard == []
    desk.back()
    until(lambda: bool(teller.heard))


def test_there_is_one_request_at_a_time_however_often_there_is_news(
    desk: FleetDouble, start: Start
) -> None:
    desk.think_s = 0.01
    teller = start()
    for _ in range(5):
        teller.heartbeats.soon()
        teller.answered(1)
    teller.answered(5)
    assert desk.most_at_once == 1


def test_a_desk_that_says_nothing_does_not_hold_up_the_end(desk: FleetDouble, start: Start) -> None:
    desk.play = [Raw(None)]
    teller = start()
    until(lambda: len(desk.bodies) == 1)
    began = time.monotonic()
    teller.heartbeats.close()
    assert time.monotonic() - began < 1


def test_beats_come_at_the_pace_that_the_desk_asked_for_and_not_all_at_once(
    desk: FleetDouble, start: Start
) -> None:
    desk.every_s = 60
    teller = start()
    until(lambda: bool(teller.heard) and teller.also == 1)
    waits = [teller.heartbeats.wait_s() for _ in range(2000)]
    assert 60 * (1 - JITTER) <= min(waits) < 60 * (1 - JITTER) + 1
    assert 60 * (1 + JITTER) - 1 < max(waits) <= 60 * (1 + JITTER)
    assert abs(sum(waits) / len(waits) - 60) < 1


def test_a_desk_that_is_too_busy_is_given_the_time_that_it_asks_for(desk: FleetDouble) -> None:
    desk.play = [Raw(503, headers={"Retry-After": "90"})]
    with desk_session("token") as session:
        assert beat(session, desk.url, HOW) == Unheard("answered 503", 90)
    heartbeats = Heartbeats(desk.url, "token", lambda: HOW, lambda *_: None)
    assert heartbeats.wait_s(90) == 90


def test_news_does_not_come_sooner_than_the_desk_asked(desk: FleetDouble, start: Start) -> None:
    desk.play = [Raw(429, headers={"Retry-After": "1"})]
    began = time.monotonic()
    teller = start()
    until(lambda: len(desk.bodies) == 1)
    teller.heartbeats.soon()
    until(lambda: bool(teller.heard))
    assert time.monotonic() - began >= 1
