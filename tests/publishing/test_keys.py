"""`python -m desk publishing-keys`, and who may read what it makes."""

import argparse
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from desk.publishing import keys
from desk.publishing.commands import manage_keys
from desk.publishing.publisher import Publisher
from desk.publishing.repository import trusted_root
from tests.publishing.terminal import Terminal

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., int]


@pytest.fixture
def run(town: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command, with passphrases in files."""
    for name, words in (("", "een heel lang wachtwoord\n"), ("ROOT_", "nog een lang wachtwoord\n")):
        file = town / f"{name}passphrase"
        file.write_text(words)
        monkeypatch.setenv(f"ZUIL_DESK_{name}PASSPHRASE_FILE", str(file))

    def do(what: str, **files: Any) -> int:
        return manage_keys(argparse.Namespace(**{"what": what, "no_passphrase": False} | files))

    return do


def pems(settings: Any) -> list[Path]:
    return sorted(settings.PUBLISHING_KEYS.glob("*.pem"))


def test_keys_are_private_and_locked_and_the_root_key_is_elsewhere(
    run: Run, town: Path, settings: Any
) -> None:
    assert run("new", root_out=town / "root.pem") == 0
    assert len(pems(settings)) == 3
    assert stat.S_IMODE(settings.PUBLISHING_KEYS.stat().st_mode) == 0o700
    for file in (*pems(settings), town / "root.pem"):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert file.read_text().startswith("-----BEGIN ENCRYPTED PRIVATE KEY-----")
    with pytest.raises(keys.KeyLockedError):
        keys.read(town / "root.pem", b"een heel lang wachtwoord")


def test_the_publisher_needs_the_passphrase(run: Run, town: Path) -> None:
    run("new", root_out=town / "root.pem")
    assert Publisher(None).turn(timezone.now()) == "locked"
    assert Publisher(b"een verkeerd wachtwoord").turn(timezone.now()) == "locked"
    assert Publisher(b"een heel lang wachtwoord").turn(timezone.now()) == ""


def test_keys_that_exist_are_not_made_again(
    run: Run, town: Path, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    run("new", root_out=town / "root.pem")
    before = pems(settings)
    assert run("new", root_out=town / "other.pem") == 1
    assert "rotate" in capsys.readouterr().err
    assert pems(settings) == before


def test_a_running_publisher_goes_on_with_the_new_keys(
    run: Run, town: Path, settings: Any, host: str
) -> None:
    run("new", root_out=town / "root.pem")
    publisher = Publisher(b"een heel lang wachtwoord")
    publisher.turn(timezone.now())
    terminal = Terminal(town / "terminal", host, trusted_root() or "")
    terminal.releases()
    before = pems(settings)
    assert run("rotate", root=town / "root.pem") == 0
    assert len(pems(settings)) == 3
    assert not set(pems(settings)) & set(before)
    assert publisher.turn(timezone.now()) == ""
    assert terminal.numbers() == (None, None)


def test_the_root_key_is_replaced_and_the_old_one_is_of_no_use(
    run: Run, town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("new", root_out=town / "root.pem")
    assert run("new-root", root=town / "root.pem", root_out=town / "new.pem") == 0
    assert run("rotate", root=town / "root.pem") == 1
    assert "not the root key" in capsys.readouterr().err
    assert run("rotate", root=town / "new.pem") == 0


def test_lost_keys_are_replaced(run: Run, town: Path, settings: Any, host: str) -> None:
    run("new", root_out=town / "root.pem")
    Publisher(b"een heel lang wachtwoord").turn(timezone.now())
    terminal = Terminal(town / "terminal", host, trusted_root() or "")
    for file in pems(settings):
        file.unlink()
    assert Publisher(None).turn(timezone.now()) == "no_keys"
    assert run("rotate", root=town / "root.pem") == 0
    assert Publisher(b"een heel lang wachtwoord").turn(timezone.now()) == ""
    assert terminal.numbers() == (None, None)


def test_keys_of_somewhere_else_are_told_apart(run: Run, town: Path, settings: Any) -> None:
    run("new", root_out=town / "root.pem")
    for file in pems(settings):
        file.unlink()
    keys.write_all([keys.make()], settings.PUBLISHING_KEYS, None)
    assert Publisher(None).turn(timezone.now()) == "wrong_keys"


def test_without_a_passphrase_nothing_is_made(
    run: Run, town: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("ZUIL_DESK_PASSPHRASE_FILE")
    monkeypatch.setattr("sys.stdin", (town / "passphrase").open())
    assert run("new", root_out=town / "root.pem") == 1
    assert "ZUIL_DESK_PASSPHRASE_FILE" in capsys.readouterr().err
    assert not (town / "root.pem").exists()
    (town / "passphrase").write_text("kort")
    monkeypatch.setenv("ZUIL_DESK_PASSPHRASE_FILE", str(town / "passphrase"))
    assert run("new", root_out=town / "root.pem") == 1
    assert "12" in capsys.readouterr().err


def test_status_says_until_when_kiosks_believe(
    run: Run, town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("status") == 1
    run("new", root_out=town / "root.pem")
    Publisher(b"een heel lang wachtwoord").turn(timezone.now())
    capsys.readouterr()
    assert run("status") == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == [
        "root",
        "targets",
        "snapshot",
        "timestamp",
    ]


def test_a_web_process_has_nothing_that_signs_or_reads_keys(tmp_path: Path) -> None:
    """All that the desk serves is loaded, and the way to the keys is not."""
    program = (
        "import sys, desk.wsgi; from django.urls import get_resolver; "
        "get_resolver().url_patterns; get_resolver().reverse_dict; "
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "ZUIL_DESK_STATE": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    loaded = set(done.stdout.split())
    assert {"desk.publishing.pages", "desk.publishing.served"} <= loaded
    ours = {f"desk.publishing.{name}" for name in ("keys", "signing", "publisher", "commands")}
    assert not loaded & {*ours, "tuf", "securesystemslib"}
