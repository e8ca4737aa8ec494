"""How a kiosk starts with published bundles, why it started, and when it may start anew."""

import argparse
import random
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from config.device import Enrolment
from config.first_picture import recall, remember
from config.loading import Loaded, depends_of, load
from config.problems import Mistakes
from config.shelf import TRIES, Shelf
from config.started import FILE, note_end, note_start
from kiosk.between import QUIET_S, Between
from tests.config.shelf_kiosk import bundle, release
from tests.config.test_first_picture import picture

ROOT_TEXT = "{}"
ENROLMENT = {
    "desk_url": "http://127.0.0.1:8800",
    "desk_public_key": f"{'A' * 43}=",
    "kiosk_name": "zuil-1",
    "kiosk_token": "secret",
}
UPDATES = {"updates_url": "http://127.0.0.1:8800/kiosk", "updates_root": ROOT_TEXT}
OLD, NEW = release(5, "Oud"), release(6, "Nieuw")


@pytest.fixture
def asked(tmp_path: Path) -> argparse.Namespace:
    """A kiosk that gets updates, with nothing on its shelf, and a bundle of its own."""
    (tmp_path / "enrolment.yaml").write_text(yaml.safe_dump(ENROLMENT | UPDATES))
    device = tmp_path / "device.yaml"
    own = str(bundle("Anders"))
    settings = {"enrolment": "enrolment.yaml", "state": str(tmp_path), "bundle": own}
    device.write_text(yaml.safe_dump(settings))
    return argparse.Namespace(device=device, bundle=None, state=None, mirror=None, fullscreen=None)


def stage(state: Path, title: str, number: int) -> None:
    one = release(number, title)
    shelf = Shelf(state, ROOT_TEXT)
    shelf.in_use = next(iter(shelf.choose()), None)
    shelf.prove()
    shutil.copytree(bundle(title), shelf.path_of(one))
    shelf.switch(one)


def title_of(loaded: Loaded) -> str:
    return loaded.bundle.texts.text("nl", "flow-afspraak").shown


def shelf_of(loaded: Loaded) -> Shelf:
    assert loaded.shelf
    return loaded.shelf


def test_what_was_published_goes_before_the_bundle_of_the_device(
    asked: argparse.Namespace, tmp_path: Path
) -> None:
    loaded = load(asked)
    assert (title_of(loaded), shelf_of(loaded).in_use) == ("Anders", None)
    stage(tmp_path, "Oud", 5)
    loaded = load(asked)
    assert (title_of(loaded), shelf_of(loaded).in_use) == ("Oud", OLD)


def test_without_updates_in_the_enrolment_the_shelf_is_not_looked_at(
    asked: argparse.Namespace, tmp_path: Path
) -> None:
    stage(tmp_path, "Oud", 5)
    (tmp_path / "enrolment.yaml").write_text(yaml.safe_dump(ENROLMENT))
    loaded = load(asked)
    assert loaded.shelf is None
    assert title_of(loaded) == "Anders"


def test_a_fallback_is_told_as_the_reason_of_the_start(
    asked: argparse.Namespace, tmp_path: Path
) -> None:
    stage(tmp_path, "Oud", 5)
    stage(tmp_path, "Nieuw", 6)
    titles = [title_of(load(asked)) for _ in range(TRIES)]
    fallen = load(asked)
    assert [*titles, title_of(fallen)] == ["Nieuw", "Nieuw", "Oud"]
    assert fallen.started.reason == "fallback"


def test_a_release_that_a_new_program_cannot_read_is_not_used_and_told(
    asked: argparse.Namespace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stage(tmp_path, "Oud", 5)
    folder = tmp_path / "bundles" / OLD.name
    (folder / "theme.yaml").write_text("normal: {}\n")
    from config.bundle import version_of  # noqa: PLC0415 - of the changed folder

    strange = OLD.model_copy(update={"number": 6, "version": version_of(folder)})
    folder.rename(folder.with_name(strange.name))
    shelf = Shelf(tmp_path, ROOT_TEXT)
    shelf.switch(strange)
    loaded = load(asked)
    assert shelf_of(loaded).in_use is None
    assert "theme.yaml" in capsys.readouterr().err
    assert "does not fit any more" in shelf_of(loaded).problem


def test_any_damage_in_the_state_folder_leaves_a_kiosk_that_starts(
    asked: argparse.Namespace, tmp_path: Path
) -> None:
    luck = random.Random(11)
    stage(tmp_path, "Oud", 5)
    stage(tmp_path, "Nieuw", 6)
    load(asked)
    kept = tmp_path.with_name("kept")
    shutil.copytree(tmp_path, kept)
    for _ in range(4):
        files = [path for path in tmp_path.rglob("*") if path.is_file()]
        own = ("device.yaml", "enrolment.yaml")
        for path in luck.sample([path for path in files if path.name not in own], k=3):
            content = path.read_bytes()
            path.write_bytes(luck.choice((b"", content[: len(content) // 2], luck.randbytes(99))))
        assert load(asked).bundle.flows
        shutil.rmtree(tmp_path)
        shutil.copytree(kept, tmp_path)


def test_the_first_picture_of_another_bundle_is_not_shown(
    asked: argparse.Namespace, tmp_path: Path
) -> None:
    kept = tmp_path / "first-picture.json"

    def remembered() -> bool:
        return recall(kept, ()) is not None

    remember(kept, picture(), (), depends_of(asked, load(asked)))
    assert remembered()
    stage(tmp_path, "Oud", 5)  # the first that was ever published
    assert not remembered()
    load(asked)
    remember(kept, picture(), (), depends_of(asked, load(asked)))
    shelf_of(load(asked)).prove()
    remember(kept, picture(), (), depends_of(asked, load(asked)))
    assert remembered()
    stage(tmp_path, "Nieuw", 6)
    assert not remembered()


def test_another_enrolment_needs_another_picture(asked: argparse.Namespace, tmp_path: Path) -> None:
    kept = tmp_path / "first-picture.json"
    remember(kept, picture(), (), depends_of(asked, load(asked)))
    (tmp_path / "enrolment.yaml").write_text(yaml.safe_dump(ENROLMENT | {"kiosk_name": "zuil-22"}))
    assert recall(kept, ()) is None


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"updates_url": "http://127.0.0.1/kiosk"}, "belong together"),
        ({"updates_root": "{}"}, "belong together"),
        (UPDATES | {"updates_url": "ftp://127.0.0.1/kiosk"}, "updates_url"),
        (UPDATES | {"updates_url": "http://127.0.0.1/kiosk?a=b"}, "updates_url"),
        ({"orders_key": "short"}, "orders_key"),
    ],
)
def test_an_enrolment_that_is_not_whole_is_named(
    asked: argparse.Namespace, tmp_path: Path, wrong: dict[str, str], told: str
) -> None:
    (tmp_path / "enrolment.yaml").write_text(yaml.safe_dump(ENROLMENT | wrong))
    with pytest.raises(Mistakes, match=told):
        load(asked)


def test_an_old_enrolment_has_no_updates_and_obeys_no_orders() -> None:
    enrolment = Enrolment.model_validate(ENROLMENT)
    assert (enrolment.updates_url, enrolment.orders_key) == (None, None)


def test_why_a_kiosk_started_is_known(tmp_path: Path) -> None:
    now = datetime(2026, 12, 1, tzinfo=UTC)

    def start(boot: str = "one") -> tuple[str, int, int]:
        started = note_start(tmp_path, boot=boot, now=now)
        assert started.at == now
        return started.reason, started.restarts, started.crashes

    assert start() == ("first", 1, 0)
    assert start() == ("crash", 2, 1)
    note_end(tmp_path, "closed")
    assert start() == ("closed", 3, 1)
    note_end(tmp_path, "update")
    assert start() == ("update", 4, 1)
    note_end(tmp_path, "order")
    assert start("two") == ("order", 5, 1)
    assert start("three") == ("power", 6, 1)
    assert note_start(tmp_path, fell_back=True, boot="three").reason == "fallback"


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"starts": "many", "boot": 7}', b"\xff"])
def test_a_count_that_a_power_cut_took_begins_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    started = note_start(tmp_path, boot="one")
    assert (started.reason, started.restarts, started.crashes) == ("power", 1, 0)


def test_a_full_disk_does_not_stop_a_start(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert note_start(tmp_path / "file" / "state").reason in ("first", "power")


class Turns:
    """A loop that asks each second."""

    def __init__(self) -> None:
        self.woken = 0
        self.now = 100.0
        self.between = Between(self._wake)

    def _wake(self) -> None:
        self.woken += 1

    def after(self, seconds: float, *, active: bool = False) -> str | None:
        reason: str | None = None
        for _ in range(int(seconds)):
            reason = self.between.due(self.now, active=active)
            self.now += 1
        return reason


def test_nothing_happens_until_somebody_asks() -> None:
    turns = Turns()
    assert turns.after(100) is None
    turns.between.ask("update")
    assert (turns.between.wanted, turns.woken) == ("update", 1)
    assert turns.after(1) == "update"


def test_a_visit_is_never_interrupted_nor_its_receipt() -> None:
    turns = Turns()
    turns.between.ask("order")
    turns.between.ask("update")
    assert turns.after(500, active=True) is None
    assert turns.after(QUIET_S - 1) is None
    assert turns.after(1) == "order"  # who asked first


def test_what_cannot_be_done_is_asked_again() -> None:
    turns = Turns()
    turns.between.ask("update")
    turns.between.withdraw()
    assert turns.after(100) is None
