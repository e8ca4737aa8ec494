"""Calls that nobody would think of, made from the API's own description, to a running desk.

With a kiosk's token: never a 5xx, and every answer is as described. Without one: nothing that
needs a token gives anything away.
"""

from collections.abc import Callable
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.desk.running import RunningDesk

FEW, MANY = 12, 200
"""Calls for each endpoint."""
OPEN = {"/api/status/{code}", "/api/kiosk/enrol"}
"""What anyone may call; throttled, and without personal data."""
AS_DESCRIBED = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


Case = schemathesis.Case[Any]
how_many = pytest.mark.parametrize("most", [FEW, pytest.param(MANY, marks=pytest.mark.soak)])


def all_calls(desk: RunningDesk, most: int, judge: Callable[[Case], None]) -> None:
    """Make up calls for every endpoint, and let each be judged."""
    schema = schemathesis.openapi.from_url(f"{desk.url}/api/openapi.json")
    operations = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]
    assert operations
    for operation in operations:

        @settings(
            max_examples=most,
            deadline=None,
            derandomize=most == FEW,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(operation.as_strategy())
        def probe(case: Case) -> None:
            judge(case)

        probe()


@how_many
def test_no_call_of_a_kiosk_breaks_the_desk(running_desk: RunningDesk, most: int) -> None:
    token = running_desk.device["kiosk_token"]

    def judge(case: Case) -> None:
        case.call_and_validate(headers={"Authorization": f"Bearer {token}"}, checks=AS_DESCRIBED)

    all_calls(running_desk, most, judge)


@how_many
def test_nothing_is_given_away_without_a_token(running_desk: RunningDesk, most: int) -> None:
    def judge(case: Case) -> None:
        case.headers.pop("Authorization", None)
        answer = case.call()
        assert answer.status_code < 500, case.as_curl_command()
        assert running_desk.device["kiosk_token"] not in answer.text
        if case.path not in OPEN:
            assert answer.status_code >= 400, case.as_curl_command()
            assert set(answer.json()) == {"error"}

    all_calls(running_desk, most, judge)


def test_the_description_names_every_endpoint_and_which_need_a_token(
    running_desk: RunningDesk,
) -> None:
    told = requests.get(f"{running_desk.url}/api/openapi.json", timeout=10).json()
    assert set(told["paths"]) >= OPEN | {
        "/api/submissions/{submission_id}",
        "/api/kiosk/heartbeat",
        "/api/kiosk/picture",
        "/api/kiosk/counts",
    }
    without = {
        path
        for path, methods in told["paths"].items()
        for method in methods.values()
        if not method.get("security")
    }
    assert without == OPEN
