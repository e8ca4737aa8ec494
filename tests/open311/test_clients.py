"""Programs of others, as they are on the package index, talk to a desk that really runs.

`civicbot` files and reads in JSON; `georeport` reads in XML. Neither knows of us.
"""

import stat
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from config.bundle import FACTORY
from desk.open311.commands import let_in
from desk.open311.models import App
from tests.desk.running import RunningDesk

OF_ITS_OWN = "verlichting-lamp-kapot"
"""Asked for by one test only: they share a desk."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    desk = RunningDesk(tmp_path_factory.mktemp("open311") / "state", BUNDLE=str(FACTORY))
    desk.start()
    yield desk
    desk.stop()


@pytest.fixture
def key(desk: RunningDesk, tmp_path: Path) -> str:
    done = desk.run("app", "MijnStad", "--out", str(tmp_path / "key"))
    assert done.returncode == 0, done.stderr
    key = (tmp_path / "key").read_text().strip()
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600
    assert key not in done.stdout + done.stderr
    return key


def test_a_client_that_we_did_not_write_files_a_request_and_reads_it(
    desk: RunningDesk, key: str
) -> None:
    civicbot = pytest.importorskip("civicbot", reason="civicbot is not installed")
    endpoint = civicbot.Endpoint("zuil", "Zuil", f"{desk.url}/open311/v2", write=True)
    client = civicbot.Open311Client(endpoint)
    client.http.rate_limiter.min_interval = 0  # half a second between calls, for desks of others
    sent = client.create_request(
        "klacht",
        dry_run=False,
        confirm="SEND",
        api_key=key,
        validate_remote=True,  # asks for the services and the definition first
        attributes={"soort": "idee", "onderwerp": "buurt"},
        address_string="Markt 1",
        description="Zet een bankje bij de bushalte",
    )
    token = sent.response[0]["service_request_id"]
    assert client.get_token(token) == [{"service_request_id": token, "token": token}]
    sent = client.create_request(
        OF_ITS_OWN,
        dry_run=False,
        confirm="SEND",
        api_key=key,
        validate_remote=True,
        lat=52.2215,
        lng=6.8937,
        description="De lamp brandt niet",
        email="jo@voorbeeld.nl",
    )
    number = sent.response[0]["service_request_id"]
    read = client.get_request(number)
    assert read is not None
    assert (read["service_code"], read["status"]) == (OF_ITS_OWN, "open")
    assert client.list_requests(service_request_ids=[number]) == [read]
    assert client.list_requests(status="open", service_code=OF_ITS_OWN) == [read]


def test_another_reads_it_in_xml(desk: RunningDesk, key: str) -> None:
    georeport = pytest.importorskip("georeport", reason="georeport is not installed")
    said = _report(desk, key)
    client = georeport.GeoReport(f"{desk.url}/open311/v2", output_format="xml")
    assert "klacht" in {each["service_code"] for each in client.get_service_list()}
    assert client.get_service_definition("klacht")["service_code"] == "klacht"
    read: Any = client.get_service_request(said["service_request_id"])
    assert (read["address"], read["description"]) == ("Markt 1", "Lamp brandt niet")


def test_a_key_stops_working_at_once_and_is_never_written_down(desk: RunningDesk, key: str) -> None:
    _report(desk, key)
    assert desk.run("revoke-app", "MijnStad").returncode == 0
    assert desk.run("revoke-app", "Onbekend").returncode == 1
    response = requests.post(f"{desk.url}/open311/v2/requests.json", {"api_key": key}, timeout=15)
    assert response.status_code == 403
    assert key not in desk.log.read_text()
    assert key.encode() not in (desk.state / "desk.sqlite3").read_bytes()


def test_an_app_without_a_name_or_a_place_for_its_key_is_not_let_in(
    db: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for asked in (Namespace(name="", out=tmp_path / "key"), Namespace(name="Mijn", out=tmp_path)):
        assert let_in(asked) == 1
        assert capsys.readouterr().err.count("\n") == 1
    assert not App.objects.exists()


def _report(desk: RunningDesk, key: str) -> Any:
    said = {
        "api_key": key,
        "service_code": "verlichting-lamp-uit",
        "address_string": "Markt 1",
        "description": "De lamp brandt niet",
    }
    response = requests.post(f"{desk.url}/open311/v2/requests.json", said, timeout=15)
    assert response.status_code == 200, response.text
    return response.json()[0]
