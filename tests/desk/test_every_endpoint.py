"""Every address of the desk, asked by somebody without a login: nothing breaks, nothing leaks.

The addresses come from Django's own list, so that a new page is in here by itself.
"""

import json
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern
from django.utils import timezone

from desk.fleet.models import Heartbeat, Kiosk
from desk.intake.models import Submission
from kiosk.core import health
from tests.desk.conftest import TakeIn
from tests.desk.samples import street_light

SAMPLES: dict[str, list[str]] = {
    "int": ["1", "0", "99999999999999999999999"],
    "uuid": [str(uuid.UUID(int=7, version=4))],
    "slug": ["melding", "a-b_c"],
    "str": ["zuil-geheim", "%00", "..", "é", "a" * 300],
    "path": ["zuil-geheim", "../../etc/passwd", "%2e%2e/%2e%2e/secret-key", "a//b"],
}
OPEN_TO_ALL = ("volg/", "open311/", "kiosk/", "static/", "api/")
"""What visitors, apps and kiosks may ask without a login; `api/` has tests of its own as well."""
ELSEWHERE = "203.0.113.7"
BODIES: list[tuple[str, Any]] = [
    ("application/x-www-form-urlencoded", "name=x&code=%00&next=//evil.example"),
    ("application/json", json.dumps({"code": ["x"], "day": {}})),
    ("application/octet-stream", b"\x00\xff" * 50),
    ("multipart/form-data; boundary=x", b"--x\r\nbroken"),
]


def routes(found: list[Any], before: str = "") -> Iterator[str]:
    """Each address, its parameters filled in with samples of their kind."""
    for each in found:
        if isinstance(each, URLResolver):
            yield from routes(each.url_patterns, before + _text(each.pattern))
        elif isinstance(each, URLPattern):
            yield from _filled(before + _text(each.pattern), each)


def _text(pattern: Any) -> str:
    return str(pattern) if isinstance(pattern, RoutePattern) else str(pattern).strip("^$\\Z")


def _filled(route: str, _: URLPattern) -> list[str]:
    found = [route]
    while any("<" in each for each in found):
        grown = []
        for each in found:
            if "<" not in each:
                grown.append(each)
                continue
            first, _less, rest = each.partition("<")
            named, _more, last = rest.partition(">")
            kind = named.partition(":")[0] if ":" in named else "str"
            grown += [first + value + last for value in SAMPLES.get(kind, ["x"])]
        found = grown
    return found


ALL = sorted(set(routes(get_resolver().url_patterns)))


@pytest.fixture
def secret(take_in: TakeIn) -> list[str]:
    """A desk with things in it that nobody may see without a login."""
    take_in(street_light())
    kiosk = Kiosk.objects.create(name="zuil-geheim", token_digest="digest-geheim")
    beat = health.Heartbeat(
        at=timezone.now(),
        program="0.1.0",
        bundle=health.BundleState(version="abc"),
        started_at=timezone.now(),
    )
    Heartbeat.objects.create(
        kiosk=kiosk, heard_at=timezone.now(), content=beat.model_dump(mode="json")
    )
    User.objects.create_user("collega-geheim", password="goed-geheim-1", is_staff=True)
    submission = Submission.objects.get()
    return ["collega-geheim", "digest-geheim", submission.subject, submission.place]


def test_nothing_breaks_and_nothing_leaks_without_a_login(
    client: Client, secret: list[str]
) -> None:
    client.raise_request_exception = False
    wrong: list[str] = []
    asked = 0
    for number, route in enumerate(ALL):
        path = "/" + route
        kind, body = BODIES[number % len(BODIES)]  # each address gets one, neighbours another
        calls = [("GET", "", b""), ("POST", kind, body)]
        calls += [("DELETE", "", b""), ("PUT", *BODIES[2])] if number % 3 == 0 else []
        for method, kind, body in calls:
            answer = client.generic(
                method, path, body, content_type=kind or "text/plain", REMOTE_ADDR=ELSEWHERE
            )
            asked += 1
            text = answer.content.decode("utf-8", "replace") if not answer.streaming else ""
            if answer.status_code >= 500:
                wrong.append(f"{method} {path} breaks: {answer.status_code}")
            leaked = [each for each in secret if each and each in text]
            if leaked:
                wrong.append(f"{method} {path} tells {leaked}")
            is_open = answer.status_code == 200 and not _is_login(text)
            if is_open and not route.startswith(OPEN_TO_ALL):
                wrong.append(f"{method} {path} is open")
    assert wrong == []
    assert asked > 500


def _is_login(text: str) -> bool:
    return 'type="password"' in text
