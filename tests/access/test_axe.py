"""Everyone can work with the staff pages: axe-core in a real browser, and the keyboard alone.

axe-core finds what a program can find of WCAG 2.2 AA. The pages are found by following links
(`tests.access.crawl`), so a new page is looked at without anybody writing it down here.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from config.bundle import FACTORY
from tests.access.crawl import Answer, pages
from tests.browsing import browser, needs_chromium
from tests.desk.running import ROOT, RunningDesk

__all__ = ["browser"]
pytestmark = needs_chromium
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
MAIN = ("/inbox/", "/beheer/", "/beheer/nieuw/")
"""Looked at in every run; the others in `make soak`."""
LANGUAGES = ("nl", "en")
LARGE_SCREEN: ViewportSize = {"width": 1280, "height": 900}
NARROWEST_PX = 320
Judge = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    """A desk with an administrator."""
    desk = RunningDesk(tmp_path_factory.mktemp("axe") / "state", BUNDLE=str(FACTORY))
    assert desk.run("first-staff", "--out", str(desk.state / "password")).returncode == 0
    desk.start()
    yield desk
    desk.stop()


@pytest.fixture(scope="module")
def full_desk(desk: RunningDesk) -> RunningDesk:
    """The same, with something of everything in it."""
    filled = subprocess.run(
        [sys.executable, "-m", "tests.access.filling"],
        cwd=ROOT,
        env=desk.environment | {"DJANGO_SETTINGS_MODULE": "desk.settings"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert filled.returncode == 0, filled.stderr
    return desk


@pytest.fixture(scope="module")
def clerk(browser: Browser, desk: RunningDesk) -> Iterator[BrowserContext]:
    """Somebody who may everything, logged in."""
    context = browser.new_context(viewport=LARGE_SCREEN, locale="nl-NL", base_url=desk.url)
    page = context.new_page()
    page.goto("/")
    page.get_by_label("Naam").fill("beheer")
    page.get_by_label("Wachtwoord").fill((desk.state / "password").read_text().strip())
    page.get_by_role("button", name="Inloggen").click()
    page.wait_for_url("**/inbox/")
    yield context
    context.close()


@pytest.fixture
def page(clerk: BrowserContext) -> Page:
    """The one that the clerk has open: another costs as much as four addresses in it."""
    (page,) = clerk.pages
    page.set_viewport_size(LARGE_SCREEN)
    return page


def _speaks(context: BrowserContext, desk: RunningDesk, language: str) -> None:
    context.add_cookies([{"name": "django_language", "value": language, "url": desk.url}])


def _judged(page: Page, address: str) -> list[str]:
    """What is wrong with the page, and where; an empty list for nothing."""
    page.goto(address, wait_until="load")
    found = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{address}: {each['id']} ({each['help']}): {node['html'][:200]}"
        for each in found
        for node in each["nodes"][:3]
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_the_main_pages(
    desk: RunningDesk, clerk: BrowserContext, page: Page, language: str
) -> None:
    _speaks(clerk, desk, language)
    assert [fault for address in MAIN for fault in _judged(page, address)] == []
    assert page.locator("html").get_attribute("lang") == language


def test_axe_would_find_something(page: Page) -> None:
    page.goto("/beheer/")
    page.evaluate("document.querySelector('html').removeAttribute('lang')")
    found = Axe().run(page, options=RULES).response["violations"]
    assert [each["id"] for each in found] == ["html-has-lang"]


def _every_address(clerk: BrowserContext) -> list[str]:
    """Of each staff page that there is, and of one that there is not."""

    def fetch(address: str) -> Answer:
        answer = clerk.request.get(address, max_redirects=0)
        media_type = answer.headers.get("content-type", "")
        return Answer(answer.status, media_type, answer.text() if "html" in media_type else "")

    return [*pages(fetch), "/beheer/nergens/"]


@pytest.mark.soak
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_any_staff_page(
    full_desk: RunningDesk, clerk: BrowserContext, page: Page, language: str
) -> None:
    _speaks(clerk, full_desk, language)
    addresses = _every_address(clerk)
    assert len(addresses) > 50
    assert [fault for address in addresses for fault in _judged(page, address)] == []


@pytest.mark.soak
@pytest.mark.usefixtures("full_desk")
def test_no_staff_page_is_wider_than_a_small_telephone(clerk: BrowserContext, page: Page) -> None:
    """WCAG 2.2, 1.4.10: at 320 CSS pixels, or 400 % on a large screen, one scrolls one way only."""
    page.set_viewport_size({"width": NARROWEST_PX, "height": 640})

    def width_of(address: str) -> int:
        page.goto(address, wait_until="load")
        return int(page.evaluate("document.documentElement.scrollWidth"))

    widths = {address: width_of(address) for address in _every_address(clerk)}
    assert {address: width for address, width in widths.items() if width > NARROWEST_PX} == {}


@pytest.mark.soak
def test_axe_finds_nothing_where_nobody_is_logged_in(browser: Browser, desk: RunningDesk) -> None:
    context = browser.new_context(base_url=desk.url)
    page = context.new_page()
    assert _judged(page, "/inbox/inloggen/") == []
    page.get_by_label("Naam").fill("beheer")
    page.get_by_label("Wachtwoord").fill("mis")
    page.get_by_role("button", name="Inloggen").click()
    assert Axe().run(page, options=RULES).response["violations"] == []
    context.close()


def _focused(page: Page) -> dict[str, Any]:
    """Where the keyboard is, and whether one can see that."""
    found: dict[str, Any] = json.loads(
        page.evaluate(
            """() => {
              const at = document.activeElement, style = getComputedStyle(at);
              const box = at.getBoundingClientRect();
              const label = at.labels && at.labels.length ? at.labels[0].innerText : at.innerText;
              return JSON.stringify({
                tag: at.tagName, name: (at.getAttribute('aria-label') || label || '').trim(),
                ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
                shown: box.width > 0 && box.height > 0 && box.left >= 0,
                y: box.top + scrollY, href: at.getAttribute('href')});
            }"""
        )
    )
    return found


def _walk(page: Page) -> list[dict[str, Any]]:
    """Tab through the whole page, until it begins anew."""
    stops: list[dict[str, Any]] = []
    for _ in range(400):
        page.keyboard.press("Tab")
        stop = _focused(page)
        if stop["tag"] == "BODY":
            return stops
        stops.append(stop)
    raise AssertionError("the keyboard never gets to the end of this page")


def test_the_skip_link_comes_first_and_leads_to_the_content(
    desk: RunningDesk, clerk: BrowserContext, page: Page
) -> None:
    _speaks(clerk, desk, "nl")
    page.goto("/inbox/")
    page.keyboard.press("Tab")
    first = _focused(page)
    assert (first["name"], first["href"], first["shown"]) == ("Naar de inhoud", "#main", True)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = page.evaluate("document.getElementById('main').contains(document.activeElement)")
    assert inside


@pytest.mark.soak
@pytest.mark.parametrize("address", [*MAIN, "/beheer/mijn-login/", "/zuilen/", "/bundel/"])
@pytest.mark.usefixtures("full_desk")
def test_the_keyboard_reaches_everything_and_one_sees_where_it_is(page: Page, address: str) -> None:
    page.goto(address)
    stops = _walk(page)
    assert [stop for stop in stops if not (stop["ring"] and stop["shown"])] == []
    assert [stop for stop in stops if not stop["name"]] == []
    reached = {stop["href"] for stop in stops if stop["href"]}
    links = page.locator("a[href]:visible").all()
    assert {link.get_attribute("href") for link in links} <= reached


@pytest.mark.soak
def test_a_login_is_made_without_a_mouse(
    desk: RunningDesk, clerk: BrowserContext, page: Page
) -> None:
    _speaks(clerk, desk, "nl")
    page.goto("/beheer/nieuw/")

    def tab_to(name: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            if _focused(page)["name"].startswith(name):
                return
        raise AssertionError(f"{name} is not reached")

    tab_to("Naam om mee in te loggen")
    page.keyboard.type("toetsenbord")
    tab_to("Redacteur")
    page.keyboard.press("Space")
    tab_to("Login maken")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Eenmalig wachtwoord").wait_for()
    assert page.locator(".secret").inner_text().count("-") == 3
