"""Power cuts at any moment, and a desk that comes and goes: nothing is lost, nothing is twice.

Visitors report one after the other while the kiosk is killed as a power cut would (SIGKILL
to all of it) and the network plays every fault it knows. At the end every submission that
was thanked for is at the desk exactly once, and at no moment could anything that a visitor
said be read in what the kiosk keeps.
"""

import random
import re
import sqlite3
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path

import pytest
import requests

from tests.desk.running import RunningDesk
from tests.whole.fault_proxy import Fault, FaultProxy
from tests.whole.hearing import code_heard
from tests.whole.machine import Kiosk
from tests.whole.surroundings import enrol, until
from tests.whole.visitors import Visitor

SECRETS = ("Xylofoonpaal", "0671000", "06 71 00 0")
"""What all visitors' words and telephone numbers have in common, as typed and as shown."""
LONGEST_WALK_S = 0.8
LONGEST_START_S = 1.0
LONGEST_SEND_S = 0.06
DRAINED_WITHIN_S = 60
NAME = "bibliotheek-zuid"
SENT, SET_ASIDE = (
    "SELECT code, raw FROM intake_submission s JOIN fleet_kiosk k ON k.id = kiosk_id WHERE name=?",
    "SELECT count(*) FROM intake_aside JOIN fleet_kiosk k ON k.id = kiosk_id WHERE name=?",
)


class Kill(Enum):
    """The moment at which the power fails during a visit."""

    NOT = auto()
    IN_THE_WALK = auto()
    IN_THE_SEND = auto()
    AFTER_THANKS = auto()


@dataclass
class Town:
    """A desk, the network before it, a kiosk, and what its visitors were told."""

    desk: RunningDesk
    network: FaultProxy
    kiosk: Kiosk
    luck: random.Random
    thanked: dict[int, str] = field(default_factory=dict)
    """The code that each visitor was thanked with."""
    kills: Counter[Kill] = field(default_factory=Counter)

    def visit(self, number: int, kill: Kill) -> None:
        """One visitor, and perhaps a power cut. Then a kiosk at its start screen."""
        killer: threading.Timer | None = None
        if kill is Kill.IN_THE_WALK:
            killer = self._soon(LONGEST_WALK_S)
        try:
            visitor = Visitor(number)
            visitor.walk_to_the_check_page(self.kiosk)
            if kill is Kill.IN_THE_SEND:
                killer = self._soon(LONGEST_SEND_S)
            view = self.kiosk.tap("send")
            assert view["screen"] == "melding.thanks", view
            self.thanked[number] = code_heard(view)
            if kill is Kill.NOT:
                self.kiosk.go_home()
        except requests.RequestException:
            assert kill is not Kill.NOT, "".join(self.kiosk.said)
        if killer:
            killer.join()
        self.no_one_can_read_anything()
        if kill is not Kill.NOT:
            self.kills[kill] += 1
            self.restart()

    def _soon(self, within_s: float) -> threading.Timer:
        process = self.kiosk.process
        assert process
        timer = threading.Timer(self.luck.uniform(0, within_s), process.kill)
        timer.start()
        return timer

    def restart(self) -> None:
        self.kiosk.kill()
        self.no_one_can_read_anything()
        if self.luck.random() < 0.2:  # the power fails again while it starts
            self.kiosk.launch()
            self._soon(LONGEST_START_S).join()
            self.kiosk.kill()
        self.kiosk.start()

    def no_one_can_read_anything(self) -> None:
        assert self.kiosk.is_readable_anywhere(*SECRETS) == ""

    def desk_falls_over(self) -> None:
        self.desk.kill()
        self.desk.start()
        self.network.desk_url = self.desk.url

    def good_weather_at_last(self) -> None:
        """All is well again: what still lies in the kiosk reaches the desk."""
        self.network.play.clear()
        self.network.stormy = 0
        self.network.back()
        self.restart()  # after a start everything is due, and nobody waits for half an hour
        until(lambda: self.waiting == 0, DRAINED_WITHIN_S, "the last delivery")
        self.no_one_can_read_anything()

    @property
    def waiting(self) -> int:
        file = self.kiosk.state / "outbox.sqlite3"
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as outbox:
            return int(outbox.execute("SELECT count(*) FROM owed").fetchone()[0])

    def everything_is_right(self) -> None:
        rows = self.desk.rows(SENT, NAME)
        found = [(int(re.findall(r"Xylofoonpaal (\d{5})", raw)[0]), code) for code, raw in rows]
        times = Counter(number for number, _ in found)
        assert [number for number in self.thanked if not times[number]] == []
        assert [number for number, count in times.items() if count > 1] == []
        at_desk = dict(found)
        assert {number: at_desk[number] for number in self.thanked} == self.thanked
        assert self.desk.rows(SET_ASIDE, NAME) == [(0,)]
        receipts = {path.stem for path in self.kiosk.state.glob("receipts/*.png")}
        assert receipts <= set(at_desk.values())


@contextmanager
def town_of(desk: RunningDesk, folder: Path) -> Iterator[Town]:
    luck = random.Random()
    with FaultProxy(desk.url, luck) as network:
        enrolment = enrol(desk, NAME, folder, network.url)
        kiosk = Kiosk(folder=folder / "kiosk", enrolment=enrolment).start()
        try:
            yield Town(desk, network, kiosk, luck)
        finally:
            kiosk.close()


@pytest.fixture
def town(desk: RunningDesk, tmp_path: Path) -> Iterator[Town]:
    """At the desk that other tests use as well."""
    with town_of(desk, tmp_path) as town:
        yield town


@pytest.fixture
def town_alone(tmp_path: Path) -> Iterator[Town]:
    """With a desk that may fall over."""
    desk = RunningDesk(tmp_path / "desk")
    desk.start()
    with town_of(desk, tmp_path) as town:
        yield town
    desk.kill()


def test_what_was_thanked_for_survives_a_few_power_cuts_and_faults(town: Town) -> None:
    town.network.play = [Fault.CUT_AFTER, Fault.ERROR_AFTER, Fault.HALF, Fault.CUT_BEFORE]
    for number, kill in enumerate(
        [Kill.NOT, Kill.IN_THE_SEND, Kill.AFTER_THANKS, Kill.IN_THE_WALK, Kill.IN_THE_SEND]
    ):
        town.visit(number, kill)
    town.network.away()
    town.visit(5, Kill.AFTER_THANKS)
    assert town.waiting >= 1
    town.good_weather_at_last()
    town.everything_is_right()
    assert {0, 2, 5} <= town.thanked.keys()


@pytest.mark.soak
def test_200_visits_through_power_cuts_while_the_desk_comes_and_goes(town_alone: Town) -> None:
    town = town_alone
    town.network.stormy = 0.6
    moments = [Kill.NOT] * 5 + [Kill.IN_THE_WALK] * 2 + [Kill.IN_THE_SEND] * 4 + [Kill.AFTER_THANKS]
    for number in range(200):
        weather = town.luck.random()
        if weather < 0.05:
            town.desk_falls_over()
        elif weather < 0.15:
            town.network.away()
        elif weather < 0.35:
            town.network.back()
        town.visit(number, town.luck.choice(moments))
    town.good_weather_at_last()
    town.everything_is_right()
    assert len(town.thanked) > 100
    assert min(town.kills[kill] for kill in set(Kill) - {Kill.NOT}) >= 5
    assert min(town.network.played[fault] for fault in Fault) >= 3
