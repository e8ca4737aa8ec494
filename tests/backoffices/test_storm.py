"""Two thousand submissions through every connector, while everything falls over at random.

Relay, desk and back-offices are killed as a power cut would; the network delays, cuts,
halves and answers nonsense. At the end each submission is in its back-office exactly once
where that can tell repeats apart, and else once or shown to a person; none is lost.
"""

import random
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.backoffices.fault_proxy import Fault
from tests.backoffices.test_contract import WORLDS
from tests.backoffices.town import RelayProcess, Town, until
from tests.desk.samples import street_light

OFFICES = (
    "signalen",
    "signalen-public",
    "mor",
    "openklant",
    "open311-plain",
    "open311-mysociety",
    "topdesk",
    "mail",
)
EACH = 250
STORMY = 0.15


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    made = Town(tmp_path, random.Random())
    for name in OFFICES:
        made.add(name, WORLDS[name](), stormy=None if name == "mail" else STORMY)
    made.start(per_hour=1_000_000)
    yield made
    made.end()


class Weather(threading.Thread):
    """Relays, back-offices and now and then the desk fall over, and come back."""

    def __init__(self, town: Town) -> None:
        super().__init__()
        self.town = town
        self.over = threading.Event()
        self.kills = {"relay": 0, "desk": 0, "office": 0, "mail": 0}
        self.failed: BaseException | None = None
        self.relay: RelayProcess | None = None

    def run(self) -> None:
        try:
            while not self.over.is_set():
                self._moment()
        except BaseException as failure:  # told by the test itself
            self.failed = failure

    def _moment(self) -> None:
        town, luck = self.town, self.town.luck
        self.relay = town.relay()
        self.over.wait(luck.uniform(0.3, 4))
        town.time_passes()
        office = town.offices[luck.choice(OFFICES)]
        if luck.random() < 0.6:
            office.world.fake.away()
            self.kills["office"] += 1
        mail = town.offices["mail"].world.fake
        if luck.random() < 0.6:
            mail.cut_next = luck.choice(["before storing", "after storing"])
            self.kills["mail"] += 1
        self.over.wait(luck.uniform(0, 1.5))
        office.world.fake.back()
        self.relay.kill()
        self.kills["relay"] += 1
        if luck.random() < 0.25:
            town.desk.kill()
            town.desk.start()
            self.kills["desk"] += 1


@pytest.mark.soak
def test_2000_submissions_while_everything_falls_over(town: Town) -> None:
    weather = Weather(town)
    weather.start()
    order = [name for name in OFFICES for _ in range(EACH)]
    town.luck.shuffle(order)
    for name in order:
        town.report(name, **_some(town.luck))
    until(lambda: town.waiting < len(order) / 4 or not weather.is_alive(), 300, "most of it")
    weather.over.set()
    weather.join()
    assert weather.failed is None
    town.good_weather()
    relay = town.relay()

    def drained() -> bool:
        town.time_passes()
        threading.Event().wait(1)
        return town.waiting == 0

    until(drained, 240, "everything to be handed over")
    assert relay.stop() == 0
    assert len(town.handed_over()) == len(order)
    town.everything_is_right()
    played = sum((network.played for network in town.networks), start=Counter[Fault]())
    assert min(played[fault] for fault in Fault) >= 10, played
    assert weather.kills["relay"] >= 10, weather.kills
    assert min(weather.kills.values()) >= 1, weather.kills
    states = [state for state, _ in town.handed_over().values()]
    for secret in ("Johanna", "Verhoeven", "0612345678", "drie weken kapot"):
        assert secret not in town.log.read_text()
        assert secret not in town.desk.log.read_text()
    assert states.count("arrived") > 0.9 * len(order)


def _some(luck: random.Random) -> dict[str, object]:
    """Not every visitor tells the same."""
    return luck.choice(
        [
            {},
            {"words": "", "answers": []},
            {"language": "ar"},
            {"contact": {"channel": "none"}},
            {"words": street_light()["words"] * 20},
        ]
    )
