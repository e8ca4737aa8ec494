"""What staff taught a kiosk is there after a restart, and a mistake in it is explained."""

from pathlib import Path

import pytest

from config.keys import keep_keys, load_keys
from config.problems import Mistakes
from kiosk.core.events import KeyName

TAUGHT: tuple[tuple[KeyName, int], ...] = (
    ("up", 1073741906),
    ("down", 1073741905),
    ("select", 13),
    ("help", 104),
)


def mistakes(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / "keys.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Mistakes) as found:
        load_keys(file)
    return [str(problem).removeprefix(f"{tmp_path}/") for problem in found.value.problems]


def test_where_nothing_was_taught_there_is_no_table(tmp_path: Path) -> None:
    assert load_keys(tmp_path / "keys.yaml") is None


def test_what_was_taught_is_read_again_in_the_same_order(tmp_path: Path) -> None:
    file = tmp_path / "state" / "keys.yaml"
    keep_keys(file, TAUGHT)
    found = load_keys(file)
    assert found is not None
    assert list(found.items()) == [(code, name) for name, code in TAUGHT]
    assert [path.name for path in file.parent.iterdir()] == ["keys.yaml"]


def test_keys_that_cannot_be_kept_leave_the_old_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "keys.yaml"
    keep_keys(file, TAUGHT)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        keep_keys(file, (("switch", 32),))
    assert len(load_keys(file) or ()) == len(TAUGHT)


def test_one_switch_is_enough_and_so_are_two(tmp_path: Path) -> None:
    file = tmp_path / "keys.yaml"
    one: list[tuple[KeyName, int]] = [("switch", 32)]
    two: list[tuple[KeyName, int]] = [("move", 32), ("select", 13)]
    for pairs in (one, two):
        keep_keys(file, pairs)
        assert len(load_keys(file) or ()) == len(pairs)


def test_each_mistake_has_its_line_and_how_to_mend_it(tmp_path: Path) -> None:
    (found,) = mistakes(tmp_path, "# ours\nup: 5\nchoose: 6\n")
    assert found.startswith("keys.yaml:3: 'choose' is not something a key can do. Choose one of: ")
    (found,) = mistakes(tmp_path, "up: 5\nselect: Enter\n")
    assert found.startswith("keys.yaml:2: 'select': ")
    (found,) = mistakes(tmp_path, "up: 5\nselect: -1\n")
    assert found.startswith("keys.yaml:2: 'select': ")
    (found,) = mistakes(tmp_path, "up: 5\nselect: 5\n")
    assert "'select' has the same code as 'up': 5. Give each its own" in found
    (found,) = mistakes(tmp_path, "up: 5\nback: 6\n")
    assert "nobody can choose. There must be 'select' and a key to move with" in found
    (found,) = mistakes(tmp_path, "select: 5\n")
    assert "nobody can choose" in found


@pytest.mark.parametrize("text", ["", "up\n", "- up\n", "up: [5\n", "\x00"])
def test_a_file_that_is_something_else_is_refused_with_a_sentence(
    tmp_path: Path, text: str
) -> None:
    (found,) = mistakes(tmp_path, text)
    assert found.startswith("keys.yaml")
    assert found.endswith(".")
