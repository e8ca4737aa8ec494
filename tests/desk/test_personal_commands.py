"""`python -m desk export` and `erase` on a desk that runs: its files and its log afterwards."""

import json
import stat
import zipfile
from argparse import Namespace
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import requests

from desk.intake.models import Submission
from desk.personal.commands import erase, export_to
from tests.desk.conftest import TakeIn
from tests.desk.running import RunningDesk
from tests.desk.samples import NAME, PHONE, WORDS, code, spoken, street_light, wav

NewDesk = Callable[..., RunningDesk]
LONG = " ".join(f"woord{number}" for number in range(3000))
"""More than a page of the database: such a text lies on pages of its own."""
ERASE_IN_31_DAYS = (
    "from datetime import timedelta; from django.utils import timezone; "
    "from desk.personal.erasing import erase_due; "
    "print(erase_due(timezone.now() + timedelta(days=31)))"
)


def _told(**changes: Any) -> dict[str, Any]:
    return spoken(wav(1), language="nl", words=f"{WORDS} {LONG}", **changes)


def _in_files(desk: RunningDesk) -> list[str]:
    """What of the visitor can be read in the files of the state folder, whatever they are."""
    found = b"".join(file.read_bytes() for file in desk.state.rglob("*") if file.is_file())
    said = (PHONE, NAME, "drie weken kapot", "woord1500", "Verhoeven")
    return [each for each in said if each.encode() in found]


def _running(new_desk: NewDesk) -> RunningDesk:
    desk = new_desk(PUBLIC_PER_MINUTE="1000")
    desk.enrol()
    desk.start()
    return desk


def test_what_is_erased_is_gone_from_the_files_while_the_desk_runs(new_desk: NewDesk) -> None:
    desk = _running(new_desk)
    content = _told()
    assert desk.put(content).status_code == 201
    assert len(_in_files(desk)) == 5
    done = desk.run("erase", content["code"], "--anyway")
    assert (done.returncode, done.stderr) == (0, "")
    assert _in_files(desk) == []
    assert desk.status(content["code"]).json()["reports"][0]["title"] == "Kapotte straatlamp"
    assert desk.put(content).json() == {"result": "known"}
    assert _in_files(desk) == []


def test_what_nobody_has_got_yet_is_not_erased_by_mistake(
    take_in: TakeIn, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = take_in(_told())
    assert erase(Namespace(code=kept.code, day=None, anyway=False)) == 1
    assert "--anyway" in capsys.readouterr().err
    kept.refresh_from_db()
    assert (kept.erased_at, kept.content.contact.phone) == (None, PHONE)


@pytest.mark.soak  # a desk of its own
def test_what_is_due_is_gone_from_the_files_while_the_desk_runs(new_desk: NewDesk) -> None:
    desk = _running(new_desk)
    made = [_told() for _ in range(5)]
    for content in made:
        desk.put(content)
    desk.rows("update intake_submission set routed = 1, status = 'done', answered_at = received_at")
    erased = desk.run("django", "shell", "--no-imports", "-c", ERASE_IN_31_DAYS)
    assert erased.stdout.strip() == "5", erased.stderr
    assert _in_files(desk) == []


@pytest.mark.soak  # a desk of its own
def test_an_export_is_a_private_file_with_everything(new_desk: NewDesk, tmp_path: Path) -> None:
    desk = _running(new_desk)
    content = _told()
    desk.put(content)
    desk.put_box(content["id"], desk.sealed(content | {"words": "anders verteld"}))
    out = tmp_path / "all.zip"
    done = desk.run("export", content["code"], "--out", str(out))
    assert done.returncode == 0, done.stderr
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    with zipfile.ZipFile(out) as folder:
        told = json.loads(folder.read("zuil.json"))
        sounds = [folder.read(each["file"]) for each in told["submission"]["spoken"]]
    assert told["submission"]["handed_in"]["contact"]["phone"] == PHONE
    assert told["set_aside"][0]["handed_in"]["words"] == "anders verteld"
    assert sounds[0].startswith(b"RIFF")
    assert desk.run("erase", content["code"], "--anyway").returncode == 0
    assert desk.rows("select count(*) from intake_aside") == [(0,)]
    assert desk.run("export", content["code"], "--out", str(tmp_path)).returncode == 1


def test_a_question_that_cannot_be_answered_says_why(
    take_in: TakeIn, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shared = code()
    for day in (20, 22, 22):
        kept = take_in(street_light(code=shared))
        received_at = datetime(2026, 11, day, 10, tzinfo=UTC)
        Submission.objects.filter(pk=kept.pk).update(received_at=received_at)
    asked = {
        ("123", None): "A tracking code has twelve digits; this is not one.\n",
        (code(), None): "Nothing is held under this number.\n",
        (shared, 21): "Nothing is held under this number.\n",
        (shared, None): "There are several under this number; say which with --day: "
        "2026-11-20, 2026-11-22.\n",
        (shared, 22): "There are several under this number on one day; "
        "do it on their pages in the inbox.\n",
    }

    def wanted(number: str, day: int | None) -> Namespace:
        day_asked = None if day is None else date(2026, 11, day)
        return Namespace(code=number, day=day_asked, out=tmp_path / "all.zip", anyway=True)

    for question, why in asked.items():
        for command in (export_to, erase):
            assert command(wanted(*question)) == 1
            assert capsys.readouterr().err == why
    assert erase(wanted(shared, 20)) == 0
    assert Submission.objects.filter(erased_at__isnull=False).count() == 1


def test_nothing_of_the_visitor_is_in_the_log(new_desk: NewDesk, tmp_path: Path) -> None:
    """Everything that touches it, and some of it wrongly: the desk's log and every command's."""
    desk = _running(new_desk)
    content = _told()
    desk.put(content)
    desk.put_box(content["id"], desk.sealed(content | {"words": "anders verteld"}))
    staff = _logged_in(desk, tmp_path)
    (aside,) = desk.rows("select id from intake_aside")[0]
    detail, apart = f"/inbox/{content['id']}", f"/inbox/apart/{aside}"
    for page in (f"{detail}/contact/", f"{apart}/contact/"):
        shown = _post(staff, desk, page, why="bellen")
        assert (shown.status_code, PHONE in shown.text) == (200, True)
    assert _post(staff, desk, f"{detail}/", status="done", sentence=NAME).status_code == 422
    public = f"{desk.url}/volg/{content['code']}"
    assert requests.get(public, timeout=15).status_code == 200
    assert requests.post(f"{public}/opgelost", {"bericht": "0"}, timeout=15).status_code == 403
    kiosk = {"Authorization": f"Bearer {desk.device['kiosk_token']}"}
    address = f"{desk.url}/api/status/{content['code']}/not-solved"
    for said, status in (({"day": NAME}, 422), ({"day": "2020-01-01"}, 404)):
        assert requests.post(address, json=said, headers=kiosk, timeout=15).status_code == status
    assert _post(staff, desk, f"{detail}/uitvoer/").content.startswith(b"PK")
    commands = [
        desk.run("export", content["code"], "--out", str(tmp_path / "all.zip")),
        desk.run("erase", content["code"]),
    ]
    assert _post(staff, desk, f"{detail}/wissen/", sure="1", anyway="1").status_code == 200
    assert _in_files(desk) == []
    commands.append(desk.run("erase", content["code"], "--anyway"))
    log = desk.log.read_text() + "".join(each.stdout + each.stderr for each in commands)
    assert "POST /inbox/<uuid:submission_id>/contact/ 200" in log
    token = desk.device["kiosk_token"]
    for private in (PHONE, NAME, "Verhoeven", "drie weken", "anders verteld", token):
        assert private not in log
    assert content["code"] not in log


def _logged_in(desk: RunningDesk, tmp_path: Path) -> requests.Session:
    file = tmp_path / "password"
    desk.run("first-staff", "--out", str(file))
    staff = requests.Session()
    staff.get(f"{desk.url}/inbox/inloggen/", timeout=15)
    said = {"username": "beheer", "password": file.read_text().strip()}
    assert _post(staff, desk, "/inbox/inloggen/", **said).url == f"{desk.url}/inbox/"
    return staff


def _post(staff: requests.Session, desk: RunningDesk, path: str, **said: str) -> requests.Response:
    token = staff.cookies.get("csrftoken") or ""
    return staff.post(f"{desk.url}{path}", said | {"csrfmiddlewaretoken": token}, timeout=15)
