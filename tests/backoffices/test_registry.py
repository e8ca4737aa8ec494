"""backoffices.yaml: what stands in it is used whole or named with its line, and never quoted."""

import re
import textwrap
from pathlib import Path
from typing import Any

import pytest

from config.problems import Mistakes
from desk.backoffices import registry
from tests.backoffices.samples import write_backoffices
from tests.backoffices.test_contract import GUIDE, WORLDS

SECRET = "geheim-woord-1"
MAIL = {"kind": "mail", "host": "127.0.0.1", "security": "none", "sender": "zuil@example.org"}


def problems_of(path: Path) -> str:
    with pytest.raises(Mistakes) as mistakes:
        registry.load(path)
    return str(mistakes.value)


def test_the_example_in_the_guide_can_be_used(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    file = tmp_path / "backoffices.yaml"
    file.touch(mode=0o600)
    file.write_text(textwrap.dedent(example))
    found = registry.load(file)
    assert {name: each.settings.kind for name, each in found.items()} == {
        "straat": "mor",
        "balie": "mail",
    }


@pytest.mark.parametrize("name", [name for name in WORLDS if name != "klik"])
def test_every_kind_can_stand_in_the_file(name: str, tmp_path: Path) -> None:
    with WORLDS[name]() as world:
        lines = world.settings_lines()
        found = registry.load(write_backoffices(tmp_path / "b.yaml", straat=lines))
    assert found["straat"].connector.kind == lines["kind"]


def test_without_a_file_there_is_no_back_office(tmp_path: Path) -> None:
    assert registry.load(tmp_path / "b.yaml") == {}


def test_a_file_that_others_can_read_is_refused(tmp_path: Path) -> None:
    file = write_backoffices(tmp_path / "b.yaml", balie=MAIL)
    file.chmod(0o640)
    assert "chmod 600" in problems_of(file)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("- mail\n", "b.yaml:1: name each back-office"),
        ("balie:\n  host: x\n", "b.yaml:1: 'balie' needs a line 'kind:'"),
        ("balie:\n  kind: post\n", "b.yaml:1: 'balie' needs a line 'kind:' with one of: signalen,"),
        ("a: {kind: mail, host: h, sender: s@x.nl}\nBalie 1:\n  kind: mail\n", "b.yaml:2: 'Balie"),
        (f"m:\n  kind: mor\n  url: {SECRET}\n", "b.yaml:3: 'm.url'"),
        (f"m:\n  kind: mor\n  pasword: {SECRET}\n", "b.yaml:3: 'pasword' is not known here."),
        (f"m:\n  kind: mail\n  host: [{SECRET}\n", "this is not YAML"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_never_quoted(
    tmp_path: Path, content: str, problem: str
) -> None:
    file = tmp_path / "b.yaml"
    file.touch(mode=0o600)
    file.write_text(content)
    told = problems_of(file)
    assert problem in told
    assert SECRET not in told


def test_a_changed_file_is_read_again_and_an_unchanged_one_is_not(
    tmp_path: Path, settings: Any
) -> None:
    settings.BACKOFFICES = write_backoffices(tmp_path / "b.yaml", balie=MAIL)
    first = registry.cached()
    assert registry.cached() is first
    write_backoffices(tmp_path / "b.yaml", balie=MAIL, post=MAIL)
    assert set(registry.cached()) == {"balie", "post"}
