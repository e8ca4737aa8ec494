"""`python -m desk`: what it writes, who may read it, and what it says when it cannot."""

import base64
import socket
import stat
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
import yaml
from django.contrib.auth.models import User

from desk import commands
from tests.desk.running import RunningDesk
from tests.desk.samples import street_light

NewDesk = Callable[..., RunningDesk]
Run = Callable[..., CompletedProcess[str]]


@pytest.fixture
def run(
    own_state: Path,
    db: None,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Run:
    """A command inside the test: a process of its own takes a third of a second to start."""
    monkeypatch.chdir(tmp_path)  # the file of the database is touched; here it is in memory

    def run_here(command: str, **asked: Any) -> CompletedProcess[str]:
        code = commands.run(Namespace(command=command, **asked))
        return CompletedProcess([command], code, *capsys.readouterr())

    return run_here


def test_an_enrolment_has_all_a_kiosk_needs_and_is_private(
    new_desk: NewDesk, tmp_path: Path
) -> None:
    desk = new_desk()
    file = tmp_path / "new folder" / "kiosk.yaml"
    done = desk.run("enrol", "ZUIL 7", "--out", str(file), "--desk-url", "https://desk.example/")
    assert done.returncode == 0
    device = yaml.safe_load(file.read_text())
    needed = ["desk_url", "desk_public_key", "kiosk_name", "kiosk_token", "orders_key"]
    assert list(device) == needed
    assert device["desk_url"] == "https://desk.example"
    assert device["kiosk_name"] == "ZUIL 7"
    assert len(base64.b64decode(device["desk_public_key"])) == 32
    assert _mode(file) == 0o600
    assert device["kiosk_token"] not in done.stdout + done.stderr
    raw = (desk.state / "desk.sqlite3").read_bytes()
    assert device["kiosk_token"].encode() not in raw


def test_nothing_in_the_state_folder_is_for_others(new_desk: NewDesk) -> None:
    desk = new_desk()
    desk.enrol()
    assert _mode(desk.state) == 0o700
    for name in ("secret-key", "sealing-key", "desk.sqlite3"):
        assert _mode(desk.state / name) == 0o600, name
    public = (desk.state / "sealing-key.pub").read_text().strip()
    assert public == desk.device["desk_public_key"]


def test_an_enrolment_that_cannot_be_written_leaves_the_old_token_valid(
    running_desk: RunningDesk, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    failed = running_desk.run("enrol", "ZUIL-1", "--out", str(tmp_path / "folder"))
    assert failed.returncode == 1
    assert failed.stderr.count("\n") == 1
    assert running_desk.put(street_light()).status_code == 201


def test_the_first_login_is_made_once(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "password"
    first = run("first-staff", name="beheer", out=file)
    password = file.read_text().strip()
    assert first.returncode == 0
    assert len(password) >= 24
    assert password not in first.stdout + first.stderr
    assert _mode(file) == 0o600
    again = run("first-staff", name="tweede", out=file)
    assert again.returncode == 0
    assert file.read_text().strip() == password
    logins = User.objects.values_list("username", "is_staff", "is_superuser")
    assert list(logins) == [("beheer", True, True)]


def test_a_login_for_staff_may_only_what_is_said(new_desk: NewDesk, tmp_path: Path) -> None:
    desk = new_desk()
    file = tmp_path / "password"
    made = desk.run(
        "staff", "anna", "--out", str(file), "--may", "read-contact", "--may", "edit-texts"
    )
    assert made.returncode == 0, made.stderr
    roles = "select name from auth_group g join auth_user_groups u on u.group_id = g.id"
    assert desk.rows(roles) == [("inbox",)]
    assert len(file.read_text().strip()) >= 24
    assert file.read_text().strip() not in made.stdout + made.stderr
    assert _mode(file) == 0o600
    assert desk.rows("select is_staff, is_superuser from auth_user") == [(1, 0)]
    allowed = (
        "select codename from auth_user_user_permissions u "
        "join auth_permission p on p.id = u.permission_id order by codename"
    )
    assert desk.rows(allowed) == [("change_template",), ("read_contact",)]
    assert desk.run("staff", "cees", "--out", "x", "--may", "everything").returncode == 2
    assert desk.rows("select username from auth_user") == [("anna",)]


def test_a_login_for_staff_that_cannot_be_made_is_not_half_made(run: Run, tmp_path: Path) -> None:
    file, other = tmp_path / "password", tmp_path / "other"
    assert run("staff", name="anna", out=file, role=[], may=[]).returncode == 0
    again = run("staff", name="anna", out=other, role=[], may=[])
    assert (again.returncode, other.exists()) == (1, False)
    assert again.stderr == "There is a login anna already; nothing was changed.\n"
    assert run("staff", name="bea", out=tmp_path, role=[], may=[]).returncode == 1
    assert run("staff", name="b b", out=other, role=[], may=[]).returncode == 1
    assert [user.username for user in User.objects.all()] == ["anna"]
    assert run("staff", name="dirk", out=file, role=["viewer", "editor"], may=[]).returncode == 0
    roles = User.objects.get(username="dirk").groups.values_list("name", flat=True)
    assert sorted(roles) == ["editor", "viewer"]


def test_a_lost_sealing_key_is_never_silently_replaced(new_desk: NewDesk) -> None:
    desk = new_desk()
    desk.enrol()
    (desk.state / "sealing-key").rename(desk.state / "elsewhere")
    failed = desk.run("serve", "--port", "0")
    assert failed.returncode == 1
    assert "backup" in failed.stderr
    assert not (desk.state / "sealing-key").exists()


def test_a_taken_port_is_said_in_one_sentence(new_desk: NewDesk) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        failed = new_desk().run("serve", "--port", str(port))
    assert failed.returncode == 1
    assert failed.stderr == (
        f"Port {port} is taken by another program. Choose another with --port.\n"
    )


def test_a_second_start_keeps_everything_and_ends_cleanly(new_desk: NewDesk) -> None:
    desk = new_desk()
    desk.enrol()
    desk.start()
    content = street_light()
    desk.put(content)
    assert desk.stop() == 0
    desk.start()
    assert desk.put(content).json() == {"result": "known"}
    assert desk.stop() == 0
    assert "Traceback" not in desk.log.read_text()


def test_health_answers_whatever_host_is_asked_for(running_desk: RunningDesk) -> None:
    answer = running_desk.session.get(
        f"{running_desk.url}/health", headers={"Host": "10.1.2.3"}, timeout=15
    )
    assert (answer.status_code, answer.json()) == (200, {"status": "ok", "database": "ok"})
    page = running_desk.session.get(
        f"{running_desk.url}/volg/", headers={"Host": "evil.example"}, timeout=15
    )
    assert page.status_code == 400


def test_a_failing_database_is_said_and_the_kiosk_is_told_to_come_back(
    running_desk: RunningDesk,
) -> None:
    content = street_light()
    with _without(running_desk, "intake_submission"):
        answer = running_desk.put(content)
        assert answer.status_code == 503
        assert int(answer.headers["Retry-After"]) > 0
        assert list(answer.json()) == ["error"]
    assert running_desk.put(content).status_code == 201
    with _without(running_desk, "fleet_kiosk"):
        health = running_desk.session.get(f"{running_desk.url}/health", timeout=15)
        assert health.status_code == 503
        assert health.json()["database"] == "failing"


@contextmanager
def _without(desk: RunningDesk, table: str) -> Iterator[None]:
    desk.rows(f"alter table {table} rename to gone")
    try:
        yield
    finally:
        desk.rows(f"alter table gone rename to {table}")


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)
