"""Handing in over real HTTP: kept once, kept durably, refused in the right way."""

import json
import socket
import struct
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import requests

from tests.desk.running import RunningDesk
from tests.desk.samples import NAME, PHONE, WORDS, appointment, code, street_light


def test_a_submission_is_stored_and_can_be_followed(running_desk: RunningDesk) -> None:
    content = street_light()
    answer = running_desk.put(content)
    assert (answer.status_code, answer.json()) == (201, {"result": "stored"})
    status = running_desk.status(content["code"])
    assert status.status_code == 200
    found = status.json()
    assert found["code"] == content["code"]
    (report,) = found["reports"]
    assert report["status"] == "received"
    assert report["flow"] == "melding"
    assert report["title"] == "Kapotte straatlamp"
    assert report["changed"] == report["day"]
    assert set(report) == {
        "day",
        "status",
        "flow",
        "title",
        "sentence",
        "language",
        "changed",
        "planned_for",
        "organisation",
        "may_reopen",
    }


def test_the_whole_of_a_submission_is_kept_as_it_was_sent(running_desk: RunningDesk) -> None:
    content = street_light(words='Ook "aanhalingstekens", emoji \U0001f4a1 en العربية')
    running_desk.put(content)
    assert _kept(running_desk, content["id"]) == content


def test_handing_in_again_changes_nothing(running_desk: RunningDesk) -> None:
    content = street_light()
    running_desk.put(content)
    again = running_desk.put(content)  # sealed anew: other bytes, same content
    assert (again.status_code, again.json()) == (200, {"result": "known"})
    assert len(running_desk.status(content["code"]).json()["reports"]) == 1


def test_the_same_content_spelt_differently_is_known(running_desk: RunningDesk) -> None:
    content = street_light()
    running_desk.put(content)
    spelt = json.dumps(content, indent=3, sort_keys=True, ensure_ascii=False).encode()
    assert running_desk.put_box(content["id"], running_desk.sealed(spelt)).status_code == 200


def test_other_content_under_a_known_id_is_kept_aside_once(running_desk: RunningDesk) -> None:
    content = street_light()
    running_desk.put(content)
    for _ in range(2):
        answer = running_desk.put(content | {"words": "Iets heel anders"})
        assert answer.status_code == 409
        assert list(answer.json()) == ["error"]
    assert _asides(running_desk, content["id"]) == [("conflict",)]
    assert _kept(running_desk, content["id"])["words"] == WORDS


def test_eight_at_once_store_one(running_desk: RunningDesk) -> None:
    content = street_light()
    box = running_desk.sealed(content)
    headers = {"Authorization": f"Bearer {running_desk.device['kiosk_token']}"}

    def put(_: int) -> int:
        url = f"{running_desk.url}/api/submissions/{content['id']}"
        return requests.put(url, data=box, headers=headers, timeout=15).status_code

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(put, range(8))) == [200] * 7 + [201]


def test_two_submissions_with_one_code_are_both_kept(running_desk: RunningDesk) -> None:
    shared = code()
    assert running_desk.put(street_light(code=shared)).status_code == 201
    assert running_desk.put(appointment(code=shared)).status_code == 201
    found = running_desk.status(shared).json()["reports"]
    assert [report["flow"] for report in found] == ["melding", "afspraak"]


def test_what_was_stored_survives_a_kill(new_desk: Callable[..., RunningDesk]) -> None:
    desk = new_desk()
    desk.enrol()
    desk.start()
    contents = [street_light() for _ in range(20)]
    for content in contents:
        assert desk.put(content).status_code == 201
    desk.kill()
    desk.start()
    for content in contents:
        assert desk.put(content).json() == {"result": "known"}


@pytest.mark.parametrize("box", [b"", b"short", b"x" * 500])
def test_what_was_not_sealed_for_this_desk_is_refused(
    running_desk: RunningDesk, box: bytes
) -> None:
    answer = running_desk.put_box(str(uuid.uuid4()), box)
    assert answer.status_code == 400
    assert list(answer.json()) == ["error"]


@pytest.mark.parametrize(
    "content",
    [
        b"no json",
        b"\xff\xfe",
        b'"words"',
        street_light(code="12"),
        street_light(format=2),
        street_light(secret_extra="Jansen"),
        {key: value for key, value in street_light().items() if key != "flow"},
    ],
)
def test_what_cannot_be_understood_is_refused_and_kept_sealed(
    running_desk: RunningDesk, content: dict[str, Any] | bytes
) -> None:
    submission_id = str(uuid.uuid4())
    if isinstance(content, dict):
        content = content | {"id": submission_id}
    answer = running_desk.put_box(submission_id, running_desk.sealed(content))
    assert answer.status_code == 422
    for private in (PHONE, NAME, "Jansen", WORDS):
        assert private not in answer.text
    assert _asides(running_desk, submission_id) == [("invalid",)]


def test_the_id_in_the_address_must_be_the_id_inside(running_desk: RunningDesk) -> None:
    other = str(uuid.uuid4())
    answer = running_desk.put_box(other, running_desk.sealed(street_light()))
    assert answer.status_code == 422
    assert _asides(running_desk, other) == [("invalid",)]


def test_only_an_enrolled_kiosk_may_hand_in(running_desk: RunningDesk) -> None:
    content = street_light()
    assert running_desk.put(content, token="guessed").status_code == 401
    url = f"{running_desk.url}/api/submissions/{content['id']}"
    without = requests.put(url, data=running_desk.sealed(content), timeout=15)
    assert without.status_code == 401
    assert list(without.json()) == ["error"]
    assert running_desk.status(content["code"]).status_code == 404


def test_too_large_is_refused_and_the_connection_goes_on(running_desk: RunningDesk) -> None:
    content = street_light()
    answer = running_desk.put_box(content["id"], b"x" * (8 * 1024 * 1024 + 1))
    assert (answer.status_code, answer.json()) == (413, {"error": "A submission is at most 8 MiB."})
    assert running_desk.put(content).status_code == 201


def test_just_under_eight_mebibytes_is_taken(running_desk: RunningDesk) -> None:
    content = street_light(words="x" * (8 * 1024 * 1024 - 3000))
    assert running_desk.put(content).status_code == 201


def test_a_null_character_and_endless_labels_are_kept(running_desk: RunningDesk) -> None:
    content = street_light(title="Mel\0ding" + "x" * 5000, flow="f" * 300)
    assert running_desk.put(content).status_code == 201
    assert running_desk.put(content).status_code == 200


def test_an_unknown_code_has_no_reports(running_desk: RunningDesk) -> None:
    unknown = code()
    answer = running_desk.status(unknown)
    assert answer.status_code == 404
    assert answer.json() == {"code": unknown, "reports": []}


@pytest.mark.parametrize("text", ["123", "abc", "482173905561", "٤٨٢١٧٣٩٠٥٥٦٠"])
def test_what_is_no_code_is_refused(running_desk: RunningDesk, text: str) -> None:
    answer = running_desk.status(text)
    assert answer.status_code == 400
    assert list(answer.json()) == ["error"]


def test_a_code_may_be_grouped(running_desk: RunningDesk) -> None:
    content = street_light()
    running_desk.put(content)
    grouped = "-".join(content["code"][at : at + 4] for at in (0, 4, 8))
    assert running_desk.status(grouped).json()["code"] == content["code"]
    assert running_desk.status(grouped.replace("-", " ")).status_code == 200


def test_the_status_says_nothing_about_the_person(running_desk: RunningDesk) -> None:
    content = street_light()
    running_desk.put(content)
    for language in ("nl", "en"):
        text = running_desk.status(content["code"], taal=language).text
        for private in (PHONE, NAME, "Verhoeven", "drie weken", "Marktstraat", "7511"):
            assert private not in text


def test_the_status_can_be_asked_in_english(running_desk: RunningDesk) -> None:
    content = appointment()
    running_desk.put(content)
    (report,) = running_desk.status(content["code"], taal="en").json()["reports"]
    assert report["sentence"].startswith("Your message has arrived")


def test_the_log_holds_no_personal_data_codes_or_tokens(
    new_desk: Callable[..., RunningDesk],
) -> None:
    desk = new_desk()
    desk.enrol()
    desk.start()
    content = street_light()
    desk.put(content)
    desk.put(content | {"words": "anders"})
    desk.put_box(str(uuid.uuid4()), desk.sealed(content | {"extra": "Jansen"}))
    desk.put_box(str(uuid.uuid4()), b"rubbish")
    desk.status(content["code"], naam="Jansen")
    _hang_up_in_mid_sentence(desk)
    _hang_up_in_mid_sentence(desk, reset=True)
    for path in ("/volg/{}", "/volg/?code={}", "/api/none/{}", "/{}"):
        requests.get(desk.url + path.format(content["code"]), timeout=15)
    desk.stop()
    log = desk.log.read_text()
    assert "PUT /api/submissions/<uuidstr:submission_id> 201" in log
    for private in (PHONE, "Verhoeven", "Jansen", content["code"], desk.device["kiosk_token"]):
        assert private not in log
    assert "127.0.0.1" not in log
    assert "cannot be opened" in log  # the rubbish,
    assert log.count("cannot be opened") == 1  # and not what was only cut off
    assert "Traceback" not in log
    assert "ERROR" not in log


def test_a_kiosk_that_loses_power_in_mid_sentence_hands_in_nothing(
    running_desk: RunningDesk,
) -> None:
    before = running_desk.rows("select count(*) from intake_submission")
    _hang_up_in_mid_sentence(running_desk)
    assert running_desk.put(street_light()).status_code == 201
    after = running_desk.rows("select count(*) from intake_submission")
    assert after[0][0] == before[0][0] + 1


def test_an_answer_is_only_given_after_the_disk_has_it(
    new_desk: Callable[..., RunningDesk],
) -> None:
    asked = "from django.db import connection as c; d = c.cursor(); "
    said = (
        "print(*(d.execute('pragma ' + p).fetchone()[0] for p in ('synchronous','journal_mode')))"
    )
    desk = new_desk()
    shell = ("django", "shell", "--no-imports", "-v0", "-c")
    assert desk.run(*shell, asked + said).stdout.strip() == "2 wal"


def test_a_revoked_kiosk_is_kept_out_until_it_is_enrolled_again(
    running_desk: RunningDesk,
) -> None:
    own = running_desk.device
    first = running_desk.enrol("ZUIL-2")["kiosk_token"]
    assert running_desk.put(street_light(), token=first).status_code == 201
    running_desk.run("revoke", "ZUIL-2")
    assert running_desk.put(street_light(), token=first).status_code == 401
    second = running_desk.enrol("ZUIL-2")["kiosk_token"]
    assert running_desk.put(street_light(), token=second).status_code == 201
    assert running_desk.put(street_light(), token=first).status_code == 401
    running_desk.device = own


def test_the_api_describes_itself(running_desk: RunningDesk) -> None:
    described = requests.get(f"{running_desk.url}/api/openapi.json", timeout=15).json()
    put = described["paths"]["/api/submissions/{submission_id}"]["put"]
    assert "application/octet-stream" in put["requestBody"]["content"]
    assert {"200", "201", "400", "401", "409", "413", "422", "503"} <= set(put["responses"])
    assert requests.get(f"{running_desk.url}/api/docs", timeout=15).status_code == 404


def _hang_up_in_mid_sentence(desk: RunningDesk, reset: bool = False) -> None:
    content = street_light()
    box = desk.sealed(content)
    port = int(desk.url.rsplit(":", 1)[1])
    with socket.create_connection(("127.0.0.1", port), timeout=15) as line:
        head = (
            f"PUT /api/submissions/{content['id']} HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            f"Authorization: Bearer {desk.device['kiosk_token']}\r\n"
            f"Content-Length: {len(box)}\r\n\r\n"
        )
        line.sendall(head.encode() + box[:100])
        if reset:  # no goodbye, as when a cable is pulled or a process killed
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def _asides(desk: RunningDesk, submission_id: str) -> list[tuple[Any, ...]]:
    query = "select reason from intake_aside where submission_id=?"
    return desk.rows(query, uuid.UUID(submission_id).hex)


def _kept(desk: RunningDesk, submission_id: str) -> dict[str, Any]:
    query = "select raw from intake_submission where id=?"
    ((raw,),) = desk.rows(query, uuid.UUID(submission_id).hex)
    kept: dict[str, Any] = json.loads(raw)
    return kept
