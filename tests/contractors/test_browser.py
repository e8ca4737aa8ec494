"""A whole round on a telephone, in a real browser without scripts; and two firms at once."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import requests
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browsing import browser
from tests.desk.running import RunningDesk
from tests.desk.samples import spoken, street_light, wav
from tests.open311.samples import jpeg

__all__ = ["browser"]
PHONE_SCREEN: ViewportSize = {"width": 390, "height": 844}
SMALL: ViewportSize = {"width": 320, "height": 568}


@pytest.fixture(scope="module")
def passwords(running_desk: RunningDesk) -> dict[str, str]:
    """Two firms, made as the administrator makes them."""
    found = {}
    around = ("--postcode", "7511", "--around", "52.2215,6.8937,2000")
    for name, firm, area in (("licht", "Jansen Licht", around), ("lamp", "De Vries", ())):
        file = running_desk.state.parent / f"password-{name}"
        done = running_desk.run(
            "contractor", name, "--firm", firm, "--category", "straat", *area, "--out", str(file)
        )
        assert done.returncode == 0, done.stderr
        assert file.stat().st_mode & 0o777 == 0o600
        found[name] = file.read_text().strip()
        assert found[name] not in done.stdout + done.stderr
    return found


@pytest.fixture
def phone(browser: Browser, running_desk: RunningDesk, passwords: dict[str, str]) -> Iterator[Page]:
    page = browser.new_page(
        viewport=PHONE_SCREEN, java_script_enabled=False, base_url=running_desk.url, locale="nl-NL"
    )
    page.goto("/aannemer/")
    page.get_by_label("Naam").fill("licht")
    page.get_by_label("Wachtwoord").fill(passwords["licht"])
    page.get_by_role("button", name="Inloggen").click()
    yield page
    page.close()


def test_a_firm_takes_it_finishes_it_with_a_picture_and_the_visitor_reads_it(
    browser: Browser, phone: Page, running_desk: RunningDesk, tmp_path: Path
) -> None:
    content = street_light()
    running_desk.put(content)
    (tmp_path / "klaar.jpg").write_bytes(jpeg())
    phone.goto("/aannemer/")
    phone.locator(f"a[href*='{content['id']}']").click()
    phone.get_by_role("button", name="Ik pak dit op").click()
    assert phone.get_by_role("status").inner_text().startswith("U heeft dit opgepakt.")
    visitor = browser.new_page(java_script_enabled=False, base_url=running_desk.url)
    visitor.goto(f"/volg/{content['code']}")
    assert visitor.get_by_role("heading", level=1).inner_text() == "Wij zijn ermee bezig"
    phone.get_by_label("Wat heeft u gedaan?").fill("De lamp is vervangen en brandt weer.")
    phone.get_by_label("Foto van het resultaat").set_input_files(tmp_path / "klaar.jpg")
    phone.get_by_role("button", name="Klaar").click()
    assert phone.get_by_role("status").inner_text() == "Klaar gemeld. De burger hoort het."
    visitor.reload()
    assert visitor.get_by_role("heading", level=1).inner_text() == "Het is klaar"
    assert visitor.get_by_text("De lamp is vervangen en brandt weer.").is_visible()
    kept = running_desk.rows("select of, media_type from intake_picture")
    assert kept == [("result", "image/jpeg")]
    visitor.close()


def test_the_pages_fit_on_a_small_telephone_and_break_no_policy(
    phone: Page, running_desk: RunningDesk
) -> None:
    long_word = "Meervoudigebewonersparkeervergunningsaanvraag"
    category = {"main": "straat", "sub": "b", "label": long_word, "promise": "Wij kijken ernaar."}
    one, two = street_light(category=category), spoken(wav(1))
    for content in (one, two):
        running_desk.put(content)
    complaints: list[str] = []
    phone.on("console", lambda message: complaints.append(message.text))
    phone.set_viewport_size(SMALL)
    phone.goto(f"/aannemer/{two['id']}/")
    phone.get_by_role("button", name="Ik pak dit op").click()
    for path in ("", f"{one['id']}/", f"{two['id']}/"):
        phone.goto(f"/aannemer/{path}")
        assert _overflow_px(phone) == 0, path
        for target in phone.locator("main a, button, textarea, input:not([type=hidden])").all():
            box = target.bounding_box()
            assert box
            assert box["height"] >= 44, target.inner_text()
    phone.get_by_label("Waarom niet?").fill("Geen ladder bij ons.")
    phone.get_by_role("button", name="Dit kan ik niet").click()
    assert phone.get_by_role("status").inner_text().startswith("Teruggegeven.")
    phone.get_by_role("button", name="Uitloggen").click()
    assert phone.get_by_role("heading", level=1).inner_text() == "Inloggen"
    assert _overflow_px(phone) == 0
    assert complaints == []


def test_of_two_firms_that_take_the_same_at_once_one_gets_it(
    running_desk: RunningDesk, passwords: dict[str, str]
) -> None:
    def logged_in(name: str) -> requests.Session:
        session = requests.Session()
        address = f"{running_desk.url}/aannemer/inloggen/"
        said = {"username": name, "password": passwords[name]}
        token = _token(session.get(address, timeout=15).text)
        said["csrfmiddlewaretoken"] = token
        assert session.post(address, said, timeout=15).url.endswith("/aannemer/")
        return session

    def take(session: requests.Session, number: str) -> str:
        address = f"{running_desk.url}/aannemer/{number}/"
        token = _token(session.get(f"{running_desk.url}/aannemer/", timeout=15).text)
        said = {"csrfmiddlewaretoken": token}
        return session.post(f"{address}oppakken/", said, timeout=15).text

    sessions = [logged_in(name) for name in passwords]
    with ThreadPoolExecutor(2) as both:
        for _ in range(5):
            content = street_light()
            running_desk.put(content)
            pages = list(both.map(take, sessions, [content["id"]] * 2))
            won = ["U heeft dit opgepakt" in page for page in pages]
            lost = ["Een ander was net iets eerder" in page for page in pages]
            assert sorted(won) == [False, True]
            assert won == [not each for each in lost]
    for session in sessions:
        session.close()
    taken = running_desk.rows("select count(*), count(distinct submission_id) from contractors_job")
    assert taken[0][0] == taken[0][1]


@pytest.mark.soak  # commands of its own
def test_a_login_that_cannot_be_made_is_not_half_made(
    running_desk: RunningDesk, passwords: dict[str, str], tmp_path: Path
) -> None:
    def asked(name: str, *more: str, out: Path = tmp_path / "password") -> str:
        done = running_desk.run("contractor", name, "--firm", "X", "--out", str(out), *more)
        assert done.returncode == 1
        assert done.stderr.count("\n") == 1
        return done.stderr

    assert "at least one category" in asked("nieuw")
    straat = ("--category", "straat")
    assert "52.2,6.9,2000" in asked("nieuw", *straat, "--around", "hier")
    assert "first digits" in asked("nieuw", *straat, "--postcode", "hier")
    assert "1 to 150" in asked("a b", *straat)
    assert "Cannot write" in asked("nieuw", *straat, out=tmp_path)
    assert not (tmp_path / "password").exists()
    assert running_desk.rows("select 1 from auth_user where username = 'nieuw'") == []
    assert "already" in asked("licht", *straat)


def _token(page: str) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert found
    return found[1]


def _overflow_px(page: Page) -> int:
    width = page.locator("html").evaluate("html => html.scrollWidth - innerWidth")
    return int(width)
