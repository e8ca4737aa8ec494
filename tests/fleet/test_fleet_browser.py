"""The pages of the kiosks in a real browser: for everyone, at 400 % zoom, and by keyboard only."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import requests
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browsing import chromium, needs_chromium
from tests.desk.running import RunningDesk
from tests.fleet.conftest import beat_content

pytestmark = [
    pytest.mark.soak,
    needs_chromium,
]
ADDRESSES = (
    "/zuilen/",
    "/zuilen/plan/",
    "/zuilen/zuil-1/",
    "/zuilen/waarschuwingen/",
    "/zuilen/zuil-1/buitensluiten/",
)


class Kiosk:
    def __init__(self, desk: RunningDesk, name: str) -> None:
        self._url = f"{desk.url}/api/kiosk/heartbeat"
        self._token = desk.enrol(name)["kiosk_token"]

    def says(self, **otherwise: object) -> None:
        content = json.dumps(beat_content(datetime.now(UTC), **otherwise))
        headers = {"Authorization": f"Bearer {self._token}"}
        assert requests.post(self._url, content, headers=headers, timeout=15).status_code == 200


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    desk = RunningDesk(tmp_path_factory.mktemp("fleet") / "state")
    desk.start()
    yield desk
    desk.stop()


@pytest.fixture(scope="module")
def first(desk: RunningDesk) -> Kiosk:
    kiosk = Kiosk(desk, "zuil-1")
    kiosk.says(paper="out", latitude=52.22, longitude=6.89)
    Kiosk(desk, "zuil-2").says(latitude=52.23, longitude=6.91)
    return kiosk


@pytest.fixture(scope="module")
def page(desk: RunningDesk, first: Kiosk) -> Iterator[Page]:
    file = desk.state.parent / "password"
    desk.run("first-staff", "--out", str(file))
    with chromium() as browser:
        page = browser.new_page(locale="nl-NL", base_url=desk.url)
        page.clock.install()
        page.goto("/zuilen/")
        page.get_by_label("Naam").fill("beheer")
        page.get_by_label("Wachtwoord").fill(file.read_text().strip())
        page.get_by_role("button", name="Inloggen").click()
        page.wait_for_url("**/zuilen/")
        yield page


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_is_in_anybodys_way(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_list_looks_again_by_itself_until_it_is_told_to_stop(page: Page, first: Kiosk) -> None:
    page.goto("/zuilen/")
    link = page.get_by_role("link", name="zuil-1")
    link.focus()
    first.says(paper="low", latitude=52.22, longitude=6.89)
    page.clock.run_for(31_000)
    page.locator("td .state", has_text="Papier bijna op").wait_for()
    assert link.evaluate("link => link === document.activeElement")
    page.get_by_role("button", name="Niet meer zelf vernieuwen").click()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.clock.run_for(120_000)
    page.reload()
    page.clock.run_for(120_000)
    assert [each for each in asked if each.endswith("/zuilen/")] == [page.url]
    page.get_by_role("button", name="Weer zelf vernieuwen").click()


def test_a_kiosk_on_the_plan_is_reached_by_keyboard(page: Page, first: Kiosk) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/zuilen/plan/")
    page.locator(".plan-room").focus()
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert focused.startswith("zuil-")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zuilen/zuil-*/")
    assert page.get_by_role("heading", level=1).inner_text() == focused.split(":")[0]
