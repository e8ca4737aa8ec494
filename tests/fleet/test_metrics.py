"""Figures for Prometheus: right, protected, without names; and logs that programs can read."""

import json
import logging
import re
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families

from desk.fleet import alerts
from desk.logs import Discreet, JsonFormatter
from tests.desk.conftest import TakeIn, take_in  # noqa: F401 - a fixture
from tests.desk.samples import street_light
from tests.fleet.conftest import NewKiosk, Teller

Figures = dict[tuple[str, tuple[tuple[str, str], ...]], float]


def figures(client: Client, **options: Any) -> Figures:
    answer = client.get("/metrics", **options)
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/plain; version=0.0.4")
    return {
        (sample.name, tuple(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(answer.content.decode())
        for sample in family.samples
    }


def test_the_figures_count_what_is_there(
    new_kiosk: NewKiosk,
    take_in: TakeIn,  # noqa: F811 - the fixture
    client: Client,
) -> None:
    new_kiosk("geheime-naam").says(paper="out", waiting=3, oldest_s=90)
    new_kiosk("ander").says(waiting=1, oldest_s=4000)
    take_in(street_light())
    alerts.round_due(timezone.now())
    with CaptureQueriesContext(connection) as asked:
        found = figures(client)
    assert found["zuil_kiosks", (("state", "paper_out"),)] == 1
    assert found["zuil_kiosks", (("state", "silent"),)] == 0
    assert found["zuil_kiosks_paper", (("paper", "out"),)] == 1
    assert found["zuil_kiosks_release", (("release", "3"),)] == 2
    assert found["zuil_submissions_at_kiosks", ()] == 4
    assert found["zuil_submissions_at_kiosks_oldest_seconds", ()] == 4000
    assert found["zuil_submissions", (("status", "received"),)] == 1
    assert found["zuil_alerts_open", (("cause", "waiting"),)] == 1
    assert found["zuil_kiosks_heard_within", (("seconds", "60"),)] == 2
    assert len(asked) <= 12
    assert "naam" not in client.get("/metrics").content.decode()


def test_a_desk_with_nothing_in_it_has_figures_too(
    client: Client, own_state: Path, db: None
) -> None:
    assert figures(client)["zuil_kiosks", (("state", "well"),)] == 0


@pytest.mark.parametrize(
    "options",
    [
        {"REMOTE_ADDR": "192.0.2.7"},
        {"headers": {"X-Forwarded-For": "127.0.0.1"}},
        {"headers": {"Forwarded": "for=127.0.0.1"}},
    ],
)
def test_without_a_token_only_this_machine_may_ask(
    kiosk: Teller, client: Client, options: dict[str, Any]
) -> None:
    assert client.get("/metrics", **options).status_code == 401


def test_behind_a_proxy_nobody_passes_for_this_machine(
    kiosk: Teller, client: Client, settings: Any
) -> None:
    settings.PROXIES = 1
    assert client.get("/metrics").status_code == 401


def test_with_a_token_anybody_needs_it(
    kiosk: Teller, client: Client, settings: Any, tmp_path: Path
) -> None:
    settings.METRICS_TOKEN_FILE = str(tmp_path / "token")
    right: dict[str, Any] = {
        "headers": {"Authorization": "Bearer geheim-1"},
        "REMOTE_ADDR": "192.0.2.7",
    }
    assert client.get("/metrics", **right).status_code == 401  # there is no file
    (tmp_path / "token").write_text("\n")
    assert client.get("/metrics", headers={"Authorization": "Bearer "}).status_code == 401
    (tmp_path / "token").write_text("geheim-1\n")
    assert figures(client, **right)
    assert client.get("/metrics").status_code == 401
    wrong = {"Authorization": "Bearer geheim-é"}
    assert client.get("/metrics", headers=wrong).status_code == 401


def logged(record: logging.LogRecord) -> dict[str, Any]:
    Discreet().filter(record)
    line = JsonFormatter().format(record)
    assert "\n" not in line
    found: dict[str, Any] = json.loads(line)
    return found


def test_a_page_in_the_log_has_its_parts_by_name(
    kiosk: Teller, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "desk.access"):
        kiosk.posts(client)
    said = logged(caplog.records[-1])
    assert (said["method"], said["route"], said["status"]) == (
        "POST", "/api/kiosk/heartbeat", 200,
    )  # fmt: skip
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", said["at"])


def test_a_failure_in_json_holds_no_words_of_the_exception() -> None:
    try:
        raise ValueError("mevrouw Jansen")
    except ValueError as error:
        kind = (type(error), error, error.__traceback__)
    record = logging.LogRecord("desk", logging.ERROR, "x.py", 1, "4821 7390 5560 ?q=1", (), kind)
    record.visitor = "mevrouw Jansen"
    said = logged(record)
    assert said["error"] == "ValueError"
    assert "test_a_failure_in_json" in said["trace"][0]
    assert "Jansen" not in json.dumps(said)
    assert said["message"] == "(code) "
