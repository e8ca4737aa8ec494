"""A real browser without a mouse: a clerk calls, prints, and writes a text; on any width."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browsing import chromium, needs_chromium
from tests.desk.running import RunningDesk
from tests.desk.samples import PHONE, street_light

pytestmark = needs_chromium
HERE = "/inbox/antwoorden/"
LETTER = {"channel": "letter", "name": "Jo Smit", "postcode": "7511 AB", "house_number": "12"}
TELL = """
from uuid import UUID
from desk.answers.telling import Told, tell
from desk.intake.models import Status, StatusChange
for each in {ids}:
    tell(UUID(each), Told(Status.DONE, "De lamp brandt weer."), source=StatusChange.Source.STAFF)
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A clerk has logged in, and two visitors wait for a call and a letter."""
    folder: Path = tmp_path_factory.mktemp("answers")
    desk = RunningDesk(folder / "state", NOTICE_AFTER_S="0")
    desk.enrol()
    desk.start()
    waiting = [street_light(language="ar"), street_light(language="pl", contact=LETTER)]
    for content in waiting:
        desk.put(content)
    told = desk.run("django", "shell", "-c", TELL.format(ids=[each["id"] for each in waiting]))
    assert told.returncode == 0, told.stderr
    desk.run("first-staff", "--out", str(folder / "password"))
    with chromium() as browser:
        clerk = browser.new_page(base_url=desk.url, locale="nl-NL")
        clerk.goto("/")
        clerk.get_by_label("Naam").fill("beheer")
        clerk.get_by_label("Wachtwoord").fill((folder / "password").read_text().strip())
        clerk.get_by_role("button", name="Inloggen").click()
        yield clerk
    desk.stop()


def _tab_to(page: Page, name: str) -> None:
    """Press Tab until what has this name has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").strip().startswith(name):
            return
    raise AssertionError(f"no way to {name} with the keyboard")


@pytest.mark.parametrize("path", ["", "bellen/", "brieven/", "sms/", "teksten/",
                                  "teksten/sms/done/nl/", "teksten/letter/done/ar/"])  # fmt: skip
def test_every_page_fits_a_width_of_320_and_names_its_fields(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(HERE + path)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    nameless = page.evaluate(
        """() => [...document.querySelectorAll('input:not([type=hidden]), textarea')]
            .filter(field => !field.labels.length && !field.ariaLabel).length"""
    )
    assert nameless == 0
    page.set_viewport_size({"width": 1280, "height": 900})


def test_a_letter_is_shown_and_taken_off_the_list(page: Page) -> None:
    page.goto(f"{HERE}brieven/")
    with page.expect_popup() as shown:
        _tab_to(page, "Maak een PDF")
        page.keyboard.press("Enter")
    shown.value.close()
    _tab_to(page, "Geprint")
    page.keyboard.press("Enter")
    page.get_by_text("De brieven zijn van de lijst.").wait_for()
    assert page.get_by_text("Er zijn nu geen brieven te printen.").is_visible()


def test_a_call_is_made_without_a_mouse(page: Page) -> None:
    page.goto(HERE)
    _tab_to(page, "Bellen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/bellen/")
    assert PHONE not in page.content()
    _tab_to(page, "Kapotte straatlamp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/bellen/*/")
    assert page.get_by_text(PHONE).is_visible()
    _tab_to(page, "Niet bereikt")
    page.keyboard.press("Enter")
    assert page.get_by_role("status").inner_text().startswith("Opgeslagen.")
    assert page.get_by_text("Er hoeft nu niemand gebeld te worden.").is_visible()


def test_a_text_is_tried_before_it_is_saved(page: Page) -> None:
    page.goto(f"{HERE}teksten/sms/done/nl/")
    mark = uuid.uuid4().hex[:8]
    page.get_by_label("Tekst", exact=True).fill(f"{mark} {{number}} {{link}}")
    page.get_by_role("button", name="Voorbeeld bekijken").click()
    preview = page.get_by_label("Voorbeeld in het Nederlands")
    assert f"{mark} 4821 7390 5560" in preview.inner_text()
    page.get_by_role("button", name="Opslaan").click()
    assert "Nieuwe antwoorden" in page.get_by_role("status").inner_text()
    page.get_by_role("button", name="Neem de tekst van het programma terug").click()
    assert mark not in page.content()
