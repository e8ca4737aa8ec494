"""The relay as a process: killed at any moment, several beside each other, one on SQLite."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.backoffices.models import Handover
from desk.backoffices.routing import NO_ROUTE, route_new
from tests.backoffices.test_contract import WORLDS
from tests.backoffices.town import Town, until
from tests.desk.conftest import TakeIn
from tests.desk.samples import street_light
from tests.postgres import running_postgres


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    made = Town(tmp_path)
    yield made
    made.end()


def drained(town: Town) -> bool:
    town.time_passes()
    return town.waiting == 0


def test_what_comes_in_is_handed_over_by_its_route(town: Town) -> None:
    town.add("straat", WORLDS["mor"]())
    town.add("klacht", WORLDS["openklant"]())
    town.start()
    relay = town.relay()
    assert relay.first_line == "The relay is at work: klacht, straat.\n"
    for name in ("straat", "klacht", "straat"):
        town.report(name)
    until(lambda: town.waiting == 0, 20, "all to be handed over")
    town.everything_is_right()
    assert len(town.offices["straat"].world.fake.signals) == 2
    assert relay.stop() == 0


def test_what_has_no_route_waits_for_staff(take_in: TakeIn) -> None:
    submission = take_in(street_light())
    assert [route_new({"straat"}), route_new({"straat"})] == [1, 0]
    kept = Handover.objects.get(submission=submission)
    assert (kept.state, kept.next_try, kept.problem) == ("unrouted", None, NO_ROUTE)


@pytest.mark.soak  # the same in processes of its own
def test_what_has_no_route_is_shown_and_waits_for_staff(town: Town) -> None:
    town.add("straat", WORLDS["mor"]())
    town.start()
    town.write("DELETE FROM backoffices_route")
    relay = town.relay()
    town.report("straat")
    until(lambda: bool(town.handed_over()), 20, "it to be looked at")
    assert list(town.handed_over().values()) == [("unrouted", False)]
    relay.stop()


def test_without_any_back_office_everything_stays_in_the_inbox(take_in: TakeIn) -> None:
    take_in(street_light())
    assert [route_new(()), route_new(())] == [1, 0]
    assert not Handover.objects.exists()


def test_on_sqlite_one_relay_is_at_work_and_a_second_says_why_it_does_not_start(town: Town) -> None:
    relay = town.relay()
    assert relay.first_line == "The relay is at work: no back-office yet.\n"
    second = town.desk.run("relay")
    assert second.returncode == 1
    assert "Another relay is at work" in second.stderr
    assert relay.stop() == 0


def test_a_mistake_in_backoffices_yaml_is_named_with_its_line(town: Town) -> None:
    file = town.desk.state / "backoffices.yaml"
    file.touch(mode=0o600)
    file.write_text("straat:\n  kind: mor\n  url: https://mor.example.org\n  passwort: geheim-1\n")
    told = town.desk.run("relay")
    assert told.returncode == 1
    assert "backoffices.yaml:4: 'passwort' is not known here." in told.stderr
    assert "geheim-1" not in told.stderr


@pytest.mark.soak  # several lives of a desk and a relay
def test_power_cuts_and_faults_lose_nothing_and_repeat_nothing(town: Town) -> None:
    for name in ("mor", "signalen-public"):
        town.add(name, WORLDS[name](), stormy=0.25)
    town.start()
    for _ in range(15):
        for name in town.offices:
            town.report(name)
    for _ in range(4):
        relay = town.relay()
        threading.Event().wait(town.luck.uniform(0.05, 0.6))
        town.time_passes()
        relay.kill()
    town.good_weather()
    relay = town.relay()
    until(lambda: drained(town), 60, "everything to be handed over")
    relay.stop()
    town.everything_is_right()
    assert sum(network.played.total() for network in town.networks) > 30


@pytest.mark.soak  # a database server and two relays
def test_two_relays_share_the_work_on_postgresql(tmp_path: Path) -> None:
    with running_postgres() as url:
        town = Town(tmp_path, DATABASE_URL=url)
        try:
            town.add("straat", WORLDS["topdesk"]())
            town.offices["straat"].world.fake.delay_s = 0.05
            town.start(at_once=2)
            for _ in range(60):
                town.report("straat")
            relays = [town.relay(), town.relay()]
            until(lambda: town.waiting == 0, 40, "all to be handed over")
            town.everything_is_right()
            names = {name for (name,) in town.read("SELECT relay FROM backoffices_beat")}
            assert len(names) == 2
            assert [relay.stop() for relay in relays] == [0, 0]
        finally:
            town.end()


@pytest.mark.soak
def test_a_relay_that_dies_on_postgresql_leaves_its_work_to_the_other(tmp_path: Path) -> None:
    with running_postgres() as url:
        town = Town(tmp_path, DATABASE_URL=url)
        try:
            office = town.add("straat", WORLDS["mor"]())
            office.world.fake.delay_s = 0.4
            town.start(at_once=4)
            for _ in range(12):
                town.report("straat")
            first = town.relay()
            until(lambda: len(office.world.fake.asked) >= 3, 20, "the first to be under way")
            first.kill()
            office.world.fake.delay_s = 0
            # Its leases end by themselves; nobody waits a minute for that here.
            town.write("UPDATE backoffices_handover SET leased_until = CURRENT_TIMESTAMP")
            second = town.relay()
            until(lambda: drained(town), 40, "the second to finish")
            second.stop()
            town.everything_is_right()
        finally:
            town.end()
