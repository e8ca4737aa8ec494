"""A kiosk finds what is published for it, makes it ready unseen, and tells how that went."""

import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.bundle import version_of
from config.shelf import Shelf
from config.updates import Looking, Source, Updates
from config.updating.asking import Asked
from config.updating.outcomes import (
    LONGEST,
    Outcome,
    Staged,
    Trouble,
    UpToDate,
    from_line,
    plain,
    to_line,
)
from tests.config.shelf_kiosk import PANEL, ShelfKiosk, bundle, release
from tests.config.tuf_town import Town, small_bundle
from tests.whole.surroundings import until

ROOT = Path(__file__).parents[2]


@pytest.fixture
def town() -> Iterator[Town]:
    town = Town()
    yield town
    town.close()


@pytest.fixture
def kiosk(town: Town, tmp_path: Path) -> ShelfKiosk:
    return ShelfKiosk(town, tmp_path / "state")


def test_the_real_process_makes_a_release_ready_and_nothing_is_used_before_the_switch(
    kiosk: ShelfKiosk,
) -> None:
    old, new = release(1, "Oud"), release(2, "Nieuw")
    kiosk.put(1, "Oud")
    kiosk.town.publish(2, bundle("Nieuw"))
    kiosk.looking = Looking()
    state = kiosk.start().check()
    assert (state.newest, state.release, state.problem, kiosk.ready) == (2, 1, "", 1)
    assert state.checked_at is not None
    assert version_of(kiosk.shelf.path_of(new)) == new.version
    assert kiosk.shelf.current == old
    assert not list((kiosk.state / "updates").glob("*/work/bundle*"))
    assert kiosk.updates.switch()
    assert kiosk.start().shelf.in_use == new


def test_a_town_that_has_published_nothing_is_no_trouble(kiosk: ShelfKiosk) -> None:
    state = kiosk.check()
    assert (state.newest, state.problem, kiosk.ready) == (0, "", 0)


def test_once_known_it_asks_for_what_changed_only(kiosk: ShelfKiosk) -> None:
    kiosk.town.publish(1, bundle("Oud"))
    kiosk.put(1, "Oud")
    kiosk.check()
    kiosk.town.asked.clear()
    kiosk.check()
    assert kiosk.town.asked == [("metadata/2.root.json", 404), ("metadata/timestamp.json", 304)]
    kiosk.town.sign_timestamp()
    kiosk.town.asked.clear()
    kiosk.check()
    assert kiosk.town.asked == [("metadata/2.root.json", 404), ("metadata/timestamp.json", 200)]


@pytest.mark.parametrize(
    ("name", "everyone", "trial", "gets"),
    [
        ("zuil-1", None, None, 0),
        ("zuil-1", 3, None, 3),
        ("zuil-1", None, 4, 4),
        ("zuil-1", 3, 4, 4),
        ("zuil-1", 4, 3, 4),
        ("zuil-2", 3, 4, 3),
        ("zuil-2", None, 4, 0),
    ],
)
def test_trial_kiosks_get_the_trial_and_the_others_do_not(
    kiosk: ShelfKiosk, name: str, everyone: int | None, trial: int | None, gets: int
) -> None:
    kiosk.town.releases["trial_kiosks"] = ["zuil-1"]
    for ring, number in (("all", everyone), ("trial", trial)):
        if number is not None:
            kiosk.town.publish_zip(number, b"not a zip", "0123456789ab", ring)
    kiosk.name = name
    kiosk.start()
    assert kiosk.check().newest == gets


def test_a_release_that_does_not_fit_is_named_and_fetched_once(
    kiosk: ShelfKiosk, tmp_path: Path
) -> None:
    folder = small_bundle(
        tmp_path / "unfit", "Kindercarnavalsoptochtvoorbereidingswerkzaamheden " * 3
    )
    kiosk.put(1, "Oud")
    kiosk.town.publish(2, folder)
    for _ in range(2):
        state = kiosk.check()
        assert "Release 2 does not fit this kiosk. texts/nl.ftl:" in state.problem
        assert "flow-afspraak" in state.problem
        assert (state.release, state.newest, state.refused, kiosk.ready) == (1, 2, 2, 0)
    asked = [path for path, _ in kiosk.town.asked if path.endswith(".bundle-2.zip")]
    assert len(asked) == 1
    kiosk.town.publish(3, bundle("Nieuw"))
    assert (kiosk.check().problem, kiosk.ready) == ("", 1)


def test_a_release_with_a_mistake_is_named_with_its_line(kiosk: ShelfKiosk, tmp_path: Path) -> None:
    folder = small_bundle(tmp_path / "wrong")
    flow = folder / "flows" / "afspraak.yaml"
    flow.write_text(f"{flow.read_text()}\nends: sent\n")
    kiosk.town.publish(1, folder)
    problem = kiosk.check().problem
    assert "flows/afspraak.yaml:" in problem
    assert len(problem) <= LONGEST
    assert kiosk.files() == {}


def test_a_release_that_was_damaged_on_the_disk_is_fetched_again(kiosk: ShelfKiosk) -> None:
    kiosk.put(1, "Oud")
    kiosk.put(2, "Nieuw")
    kiosk.town.publish(2, bundle("Nieuw"))
    (kiosk.shelf.path_of(release(2, "Nieuw")) / "bundle.yaml").write_bytes(b"")
    assert kiosk.start().shelf.in_use == release(1, "Oud")
    assert kiosk.check().newest == 2
    assert kiosk.updates.switch()
    assert kiosk.start().shelf.in_use == release(2, "Nieuw")


def test_a_release_that_was_given_up_is_not_taken_again(kiosk: ShelfKiosk) -> None:
    kiosk.put(1, "Oud")
    kiosk.town.publish(2, bundle("Nieuw"))
    kiosk.check()
    kiosk.updates.switch()
    for _ in range(3):
        kiosk.start()
    state = kiosk.check()
    assert (state.release, state.newest, state.refused) == (1, 2, 2)
    assert "Release 2 did not start 2 times in a row" in state.problem
    assert kiosk.shelf.in_use == release(1, "Oud")
    assert not kiosk.updates.switch()


def test_what_was_ready_and_is_not_offered_any_more_is_not_used(kiosk: ShelfKiosk) -> None:
    kiosk.put(1, "Oud")
    kiosk.town.publish(1, bundle("Oud"))
    kiosk.town.releases["trial_kiosks"] = ["zuil-1"]
    kiosk.town.publish(2, bundle("Nieuw"), "trial")
    assert (kiosk.check().newest, kiosk.ready) == (2, 1)
    kiosk.town.releases["trial"] = None
    kiosk.town.sign()
    kiosk.check()
    assert not kiosk.updates.switch()


@pytest.mark.parametrize("days", [-3650, 3650])
def test_a_wrong_clock_never_stops_a_kiosk(kiosk: ShelfKiosk, days: int) -> None:
    kiosk.put(1, "Oud")
    kiosk.town.publish_zip(2, b"not a zip", "0123456789ab")
    kiosk.looking = Looking(["-m", "tests.config.wrong_clock", str(days)])
    state = kiosk.start().check()
    assert state.release == 1
    if days < 0:  # nothing seems to expire: it goes on as always
        assert (state.newest, state.refused) == (2, 2)
        assert "Release 2 cannot be used" in state.problem
    else:
        assert "the clock of this kiosk is wrong: it says 2036-" in state.problem
        assert "its server says 20" in state.problem


def test_two_processes_do_not_work_at_once(kiosk: ShelfKiosk) -> None:
    import fcntl  # noqa: PLC0415 - for this only

    (kiosk.state / "updates").mkdir(parents=True)
    with (kiosk.state / "updates" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert "looking for updates already" in kiosk.check().problem
    assert kiosk.check().problem == ""


@pytest.mark.parametrize("said", ["", "pass", "print('{}')", "import os; os.abort()"])
def test_a_process_that_says_nothing_of_use_is_trouble(kiosk: ShelfKiosk, said: str) -> None:
    kiosk.looking = Looking(["-c", said])
    assert "Looking for a new bundle ended with" in kiosk.start().check().problem


def test_closing_does_not_wait_for_a_slow_repository(kiosk: ShelfKiosk) -> None:
    begun = kiosk.state.parent / "begun"
    hangs = f"import pathlib, time; pathlib.Path({str(begun)!r}).touch(); time.sleep(60)"
    kiosk.looking = Looking(["-c", hangs])
    kiosk.start()
    kiosk.updates._rng = Luck(0.0)
    kiosk.updates.start()
    until(begun.exists)
    kiosk.updates.close()
    assert not kiosk.updates._thread.is_alive()


class Luck(random.Random):
    """Always the same part of what it is asked for."""

    def __init__(self, part: float) -> None:
        super().__init__()
        self._part = part

    def uniform(self, a: float, b: float) -> float:
        return a + (b - a) * self._part


class Answers(Looking):
    """Gives these outcomes in turn, and says when it was asked."""

    def __init__(self, *outcomes: Outcome) -> None:
        super().__init__()
        self.outcomes = list(outcomes)
        self.looked = threading.Semaphore(0)

    def look(self, asked: Asked) -> Outcome:  # noqa: ARG002 - it knows its answers
        self.looked.release()
        return self.outcomes.pop(0) if len(self.outcomes) > 1 else self.outcomes[0]


def updates(tmp_path: Path, looking: Looking, part: float, every_s: float = 300) -> Updates:
    source = Source("http://127.0.0.1:9", "{}", "zuil-1", every_s)
    return Updates(
        source, Shelf(tmp_path, "{}"), PANEL, "v", lambda: None, rng=Luck(part), looking=looking
    )


@pytest.mark.parametrize(("part", "wait_s"), [(0.0, 240), (0.5, 300), (1.0, 360)])
def test_kiosks_look_a_fifth_sooner_or_later(tmp_path: Path, part: float, wait_s: float) -> None:
    found = updates(tmp_path, Answers(UpToDate(0)), part)
    found.check()
    assert found._wait_s() == pytest.approx(wait_s)


def test_an_unreachable_repository_is_asked_less_and_less_often(tmp_path: Path) -> None:
    gone, there = Trouble("unreachable", "It is gone."), UpToDate(0)
    found = updates(tmp_path, Answers(gone, gone, gone, gone, gone, gone, there), 0.5)
    waits = []
    for _ in range(7):
        found.check()
        waits.append(found._wait_s())
    assert waits == [300, 600, 1200, 2400, 3600, 3600, 300]


def test_it_looks_at_once_when_asked(tmp_path: Path) -> None:
    looking = Answers(UpToDate(0))
    found = updates(tmp_path, looking, 0.0)
    found.start()
    assert looking.looked.acquire(timeout=5)
    assert not looking.looked.acquire(timeout=0.05)
    found.check_soon()
    assert looking.looked.acquire(timeout=5)
    found.close()
    assert not found._thread.is_alive()


def test_a_trouble_is_told_until_it_is_over(tmp_path: Path) -> None:
    found = updates(tmp_path, Answers(Trouble("expired", "Too old."), UpToDate(0)), 0.5)
    found.check()
    assert (found.state().problem, found.state().checked_at) == ("Too old.", None)
    found.check()
    assert found.state().problem == ""
    assert found.state().checked_at is not None


@pytest.mark.parametrize("outcome", [UpToDate(3), Staged(4, "a"), Trouble("unfit", "Why.", 4)])
def test_an_outcome_is_a_line(outcome: Outcome) -> None:
    assert from_line(to_line(outcome)) == outcome


@pytest.mark.parametrize(
    "line",
    [
        *("", "null", "[]", "7", "{}", "[" * 5000),
        '{"outcome": "Staged", "number": 0, "version": "a"}',
        '{"outcome": "Staged", "number": "1", "version": "a"}',
        '{"outcome": "Trouble", "kind": "odd", "sentence": "", "number": 0}',
        '{"outcome": "Path", "newest": 1}',
        '{"outcome": "UpToDate", "newest": 1, "more": 2}',
    ],
)
def test_any_other_line_is_none(line: str) -> None:
    assert from_line(line) is None


def test_what_others_wrote_stays_one_short_line() -> None:
    assert plain("a\x1b[31m\n  b\u202e" + "c" * 999, 12) == "a [31m b cc…"


def test_the_kiosk_does_not_grow_by_what_verifies() -> None:
    code = (
        "import sys, config.loading, config.furniture, config.updates, run_kiosk;"
        "print([name for name in ('tuf', 'securesystemslib', 'cryptography') "
        "if name in sys.modules])"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
