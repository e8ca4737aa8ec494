"""A new bundle comes to a real kiosk: after a visit, whole, and whatever is cut off on the way."""

import argparse
import json
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from config.bundle import version_of
from config.loading import load
from config.updating.asking import Asked
from kiosk.between import QUIET_S
from tests.config.shelf_kiosk import PANEL, ShelfKiosk, bundle, release
from tests.config.tuf_town import Town
from tests.whole.machine import Kiosk
from tests.whole.surroundings import ROOT, until

pytestmark = pytest.mark.soak

OLD, NEW = "Oud", "Nieuw"


@pytest.fixture
def town() -> Iterator[Town]:
    town = Town()
    town.publish(1, bundle(OLD))
    yield town
    town.close()


def enrolment(town: Town, folder: Path) -> Path:
    file = folder / "enrolment.yaml"
    content = {
        "desk_url": town.url,
        "desk_public_key": f"{'A' * 43}=",
        "kiosk_name": "zuil-1",
        "kiosk_token": "secret",
        "updates_url": town.url,
        "updates_root": town.first_root,
    }
    file.write_text(yaml.safe_dump(content))
    return file


def test_cut_off_at_any_step_a_kiosk_starts_with_the_old_or_the_new_bundle_whole(
    town: Town, tmp_path: Path
) -> None:
    state = tmp_path / "before"
    ShelfKiosk(town, state).put(1, OLD)
    town.publish(2, bundle(NEW))
    found = cut(town, tmp_path, 0)
    steps = int(found.stdout.split()[-1])
    assert steps > 40
    titles = []
    for step in range(1, steps + 1):
        done = cut(town, tmp_path, step)
        assert done.returncode == -signal.SIGKILL, done.stderr
        titles.append(started(town, tmp_path))
        kiosk = ShelfKiosk(town, tmp_path / "state")
        assert kiosk.check().problem == ""
        assert kiosk.shelf.in_use == release(2, NEW) or kiosk.updates.switch()
        assert started(town, tmp_path) == NEW
    assert titles == sorted(titles, reverse=True)  # Oud, and from some step on Nieuw
    assert set(titles) == {OLD, NEW}


def cut(town: Town, folder: Path, step: int) -> subprocess.CompletedProcess[str]:
    """An update of the same kiosk as before, cut off at this step."""
    state = folder / "state"
    shutil.rmtree(state, ignore_errors=True)
    shutil.copytree(folder / "before", state)
    asked = Asked(
        updates_url=town.url,
        root=town.first_root,
        state=state,
        kiosk="zuil-1",
        panel=PANEL,
        in_use=release(1, OLD),
        highest=1,
    )
    return subprocess.run(
        [sys.executable, "-m", "tests.config.cut_short", str(step)],
        input=asked.model_dump_json(),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def started(town: Town, folder: Path) -> str:
    """The title on the start screen of a kiosk that starts now, and then stands."""
    device = folder / "device.yaml"
    settings = {"enrolment": str(enrolment(town, folder)), "state": str(folder / "state")}
    device.write_text(yaml.safe_dump(settings))
    asked = argparse.Namespace(
        device=device, bundle=None, state=None, mirror=None, fullscreen=None, rehearse=None
    )
    loaded = load(asked)
    assert loaded.shelf
    assert loaded.shelf.in_use
    assert version_of(loaded.bundle.folder) == loaded.shelf.in_use.version
    loaded.shelf.prove()
    return loaded.bundle.texts.text("nl", "flow-afspraak").shown


MakeKiosk = Callable[..., Kiosk]


@pytest.fixture
def make_kiosk(town: Town, tmp_path: Path) -> Iterator[MakeKiosk]:
    """A kiosk that uses release 1 and looks for another every five seconds."""
    made: list[Kiosk] = []

    def make(**parts: Any) -> Kiosk:
        folder = tmp_path / "kiosk"
        folder.mkdir()
        ShelfKiosk(town, folder / "state").put(1, OLD)
        device = {"updates_every_s": 5}
        made.append(
            Kiosk(folder=folder, enrolment=enrolment(town, tmp_path), device=device, **parts)
        )
        return made[-1]

    yield make
    for kiosk in made:
        kiosk.close()


def shows(kiosk: Kiosk, title: str) -> bool:
    try:
        view = kiosk.view
    except OSError:
        return False  # it starts anew
    return view.get("screen") == "start" and title in view["spoken"]


def is_staged(kiosk: Kiosk, number: int) -> bool:
    return any((kiosk.state / "bundles").glob(f"{number}-*"))


def pointer(kiosk: Kiosk) -> Any:
    return json.loads((kiosk.state / "bundles" / "current.json").read_text())


def test_a_visit_ends_with_the_texts_that_it_began_with_and_the_next_has_the_new_ones(
    town: Town, make_kiosk: MakeKiosk
) -> None:
    kiosk = make_kiosk().start()
    process = kiosk.pid
    assert shows(kiosk, OLD)
    visit = kiosk.tap("flow:afspraak")
    town.publish(2, bundle(NEW))
    until(lambda: is_staged(kiosk, 2), 30, "the new release on the shelf")
    stays_until = time.monotonic() + QUIET_S + 2
    while time.monotonic() < stays_until:
        assert kiosk.view["spoken"] == visit["spoken"]
    assert pointer(kiosk)["current"]["number"] == 1
    assert kiosk.tap("stop", "stop:yes")["screen"] == "start"
    assert shows(kiosk, OLD)
    until(lambda: shows(kiosk, NEW), 30, "the new text")
    assert kiosk.pid == process
    assert kiosk.process
    assert kiosk.process.poll() is None
    started = json.loads((kiosk.state / "started.json").read_text())
    assert (started["starts"], started["crashes"]) == (2, 0)
    until(lambda: is_proven(kiosk), 20, "the proof")
    assert kiosk.stop() == 0
    kiosk.start()
    assert shows(kiosk, NEW)


def is_proven(kiosk: Kiosk) -> bool:
    return bool(pointer(kiosk)["proven"])


def test_a_bundle_with_which_the_kiosk_does_not_stand_is_given_up(
    town: Town, make_kiosk: MakeKiosk
) -> None:
    version = release(2, NEW).version
    kiosk = make_kiosk(launcher=("-m", "tests.whole.crash_with", version)).start()
    town.publish(2, bundle(NEW))
    for _ in range(2):
        assert kiosk.process
        assert kiosk.process.wait(60) == 1
        kiosk._gone()
        kiosk.launch()
    until(lambda: kiosk._is_there() and shows(kiosk, OLD), 30, "the old text")
    assert pointer(kiosk)["current"]["number"] == 1
    assert "did not start 2 times in a row" in pointer(kiosk)["bad"]["2"]
    town.publish(3, bundle("Anders"))
    until(lambda: shows(kiosk, "Anders"), 60, "the next release")


def test_killed_at_any_moment_it_stands_again_with_the_old_or_the_new_text(
    town: Town, make_kiosk: MakeKiosk
) -> None:
    luck = random.Random(23)
    kiosk = make_kiosk().start()
    seen = [OLD]
    for number in range(2, 8):
        town.publish(number, bundle(f"Tekst {number}"))
        seen.append(f"Tekst {number}")
        time.sleep(luck.uniform(1, 20))
        kiosk.kill()
        kiosk.start()
        assert any(shows(kiosk, title) for title in seen)
    until(lambda: shows(kiosk, seen[-1]), 60, "the last release")
