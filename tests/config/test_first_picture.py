"""The first picture is the right one, or there is none."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from config.first_picture import FirstPicture, Frame, recall, remember
from kiosk.core.session import fresh
from kiosk.core.show import show
from tests.core.visit import factory, terminal_of

ROOT = Path(__file__).parents[2]
WORDS = ("--state", "here")


def picture() -> FirstPicture:
    terminal = terminal_of(factory())
    view = show(terminal, fresh(terminal, 1))
    frame = Frame("headless", (1080, 1920), 268, 700, 0.15, "Zuil", factory().themes)
    return FirstPicture(frame, view)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    (tmp_path / "bundle.yaml").write_text("one", encoding="utf-8")
    remember(tmp_path / "first.json", picture(), WORDS, [tmp_path / "bundle.yaml"])
    return tmp_path / "first.json"


def test_what_was_remembered_is_recalled_whole(kept: Path) -> None:
    assert recall(kept, WORDS) == picture()


def test_another_option_or_environment_needs_another_picture(kept: Path) -> None:
    assert recall(kept, (*WORDS, "--fullscreen")) is None


@pytest.mark.parametrize("change", ["edited", "touched", "gone"])
def test_a_changed_file_needs_another_picture(kept: Path, change: str) -> None:
    file = kept.with_name("bundle.yaml")
    match change:
        case "edited":
            file.write_text("something longer", encoding="utf-8")
        case "touched":
            os.utime(file, (1, 1))
        case _:
            file.unlink()
    assert recall(kept, WORDS) is None


@pytest.mark.parametrize("odd", ["", "{", "[]", "null", '{"format": 3}', '{"format": 1}'])
def test_an_odd_file_is_no_picture(kept: Path, odd: str) -> None:
    kept.write_text(odd, encoding="utf-8")
    assert recall(kept, WORDS) is None


def test_an_unknown_kind_of_thing_in_the_file_is_no_picture(kept: Path) -> None:
    content = json.loads(kept.read_text(encoding="utf-8"))
    content["view"]["is"] = "Popen"
    kept.write_text(json.dumps(content), encoding="utf-8")
    assert recall(kept, WORDS) is None


def test_nothing_slow_is_imported_for_it() -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import run_kiosk; "
        "print(*({'pydantic', 'yaml', 'fluent', 'requests', 'nacl', 'escpos', 'sqlite3', "
        "'babel', 'PIL', 'http.server', 'logging', 'hashlib', 'uuid', 'kiosk.core.events', "
        "'kiosk.core.session', 'config.loading', 'config.standing'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(ROOT)], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == ""
