"""Staff pages run nothing but this desk's own files, whatever somebody manages to put in them."""

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import resolve

from config.bundle import FACTORY
from tests.access.conftest import Browser, Named
from tests.access.crawl import Answer, addresses, pages
from tests.access.sample import fill
from tests.desk.handed import write_backoffices

ROOT = Path(__file__).resolve().parents[2]
NEED_MORE = {
    "access:oidc": "goes to the provider, where there is one",
    "access:oidc-callback": "comes from there",
    "access:second": "shown between the password and being logged in",
    "access:second-picture": "a picture",
    "access:history-csv": "a file",
    "answers:letters-pdf": "a file",
    "editing:announcement": "there are none in the sample",
    "editing:export": "a file",
    "editing:group": "there are none in the sample",
    "editing:picture": "a picture",
    "fleet:picture": "a picture",
    "rehearsal:standing": "asked for by its page, not by people",
    "inbox:login": "for whoever is not logged in",
    "inbox:picture": "a picture",
    "inbox:spoken": "a sound",
    "inbox:spoken-aside": "a sound",
}
"""Pages that a crawl does not open, and why."""


@pytest.fixture
def town(settings: Any, named: Named, logged_in: Browser, own_state: Path) -> Client:
    """A browser of somebody who may everything, at a desk with something of everything."""
    settings.BUNDLE = FACTORY
    settings.BACKOFFICES = write_backoffices(own_state)
    client = logged_in(named("chef", is_superuser=True))
    fill()
    return client


def _fetch(client: Client) -> Any:
    def fetch(address: str) -> Answer:
        response = client.get(address)
        text = response.content.decode() if not response.streaming else ""
        return Answer(response.status_code, response.get("Content-Type", ""), text)

    return fetch


class Faults(HTMLParser):
    """What a policy without inline scripts and styles, and without other hosts, would refuse."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "style" or (tag == "script" and not given.get("src")):
            self.found.append(f"<{tag}>")
        for name, value in given.items():
            if name == "style" or name.startswith("on"):
                self.found.append(f"{tag} {name}=")
            loads = name in {"src", "srcset", "action", "formaction", "data", "poster"}
            loads = loads or (tag in {"link", "use"} and name == "href")
            if loads and re.match(r"(?i)\s*(https?:|//|data:|javascript:)", value or ""):
                self.found.append(f"{tag} {name}={value}")
            if name == "href" and (value or "").strip().lower().startswith("javascript:"):
                self.found.append(f"{tag} {name}={value}")


def _faults(text: str) -> list[str]:
    parser = Faults()
    parser.feed(text)
    return parser.found


@pytest.mark.parametrize(
    "text",
    ["<p style=x>", "<p onclick=x>", "<style>", "<script>x</script>", "<img src=//evil.example>",
     "<script src='https://evil.example/x.js'>", "<a href='javascript:x'>"],
)  # fmt: skip
def test_the_search_finds_what_it_searches_for(text: str) -> None:
    assert _faults(text)


def test_no_page_of_inbox_and_logins_has_inline_code_or_another_host_in_it(town: Client) -> None:
    found = pages(_fetch(town), ("inbox/", "beheer/"))
    assert {page: faults for page, text in found.items() if (faults := _faults(text))} == {}
    assert len(found) > 30


@pytest.mark.soak
def test_no_page_has_inline_code_or_another_host_in_it(town: Client) -> None:
    found = pages(_fetch(town))
    assert {page: faults for page, text in found.items() if (faults := _faults(text))} == {}
    opened = {resolve(page.partition("?")[0]).view_name for page in found}
    for_reading = {name for name, route in addresses() if _is_read(town, name, route)}
    assert for_reading - opened - NEED_MORE.keys() == set()
    assert len(found) > 50


def _is_read(client: Client, name: str, route: str) -> bool:
    """Whether looking is one of the things that can be done there; a view says so by itself."""
    path = re.sub(r"<uuid:\w+>", "00000000-0000-0000-0000-000000000001", f"/{route}")
    path = re.sub(r"<\w+:(number|pk|place)>", "1", path)
    path = re.sub(r"<(\w+:)?(\w+)>", "x", path)
    return client.get(path).status_code not in {302, 404, 405}


def test_the_policy_allows_nothing_inline_and_no_other_host(town: Client) -> None:
    for address in ("/inbox/", "/beheer/", "/inbox/inloggen/", "/volg/", "/aannemer/inloggen/"):
        policy = town.get(address)["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'"), address
        assert "unsafe" not in policy
        assert set(re.findall(r"https?:|\*|data:|blob:", policy)) == set()


def test_pages_ask_for_no_camera_and_share_no_window(town: Client) -> None:
    response = town.get("/inbox/")
    assert "camera=()" in response["Permissions-Policy"]
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] in {"DENY", "SAMEORIGIN"}


def test_the_deployment_check_is_content_with_the_documented_settings(tmp_path: Path) -> None:
    environment = {
        "PATH": "/usr/bin:/bin",
        "ZUIL_DESK_STATE": str(tmp_path / "state"),
        "ZUIL_DESK_HTTPS": "yes",
        "ZUIL_DESK_PROXIES": "1",
        "ZUIL_DESK_ALLOWED_HOSTS": "balie.voorbeeldstad.nl",
        "ZUIL_DESK_URL": "https://balie.voorbeeldstad.nl",
        "ZUIL_DESK_SECOND_FACTOR": "required",
    }
    asked = [sys.executable, "-m", "desk", "django", "check", "--deploy", "--fail-level", "INFO"]
    done = subprocess.run(
        asked, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, "no issues" in done.stdout) == (0, True), done.stderr
