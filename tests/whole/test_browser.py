"""A real browser as the kiosk's screen: a report by clicking on the picture, one by keyboard."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import browser, needs_chromium
from tests.whole.clerk import Clerk
from tests.whole.hearing import code_heard, heard
from tests.whole.machine import Kiosk
from tests.whole.surroundings import until
from tests.whole.visitors import Visitor

__all__ = ["browser"]
pytestmark = needs_chromium


@pytest.fixture
def page(browser: Browser, kiosk: Kiosk) -> Iterator[Page]:
    """The mirror's page; nothing went wrong in it, and nothing was asked of anyone else."""
    page = browser.new_page(viewport={"width": 900, "height": 1000})
    complaints: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(kiosk.url)
    shows(page, "Wat wilt u doen?")
    yield page
    page.close()
    assert complaints == []
    assert all(url.startswith(kiosk.url) for url in asked)


def shows(page: Page, title: str) -> None:
    """The screen with this title stands: what is heard is written, and its picture is there."""
    expect(page).to_have_title(title)
    expect(page.locator("#spoken")).to_contain_text(title)
    # Not with `wait_for_function`, which the page's own policy forbids.
    until(lambda: page.evaluate("document.images[0].complete && document.images[0].naturalWidth"))


def click(page: Page, kiosk: Kiosk, spoken: str) -> None:
    """Click on the picture, in the middle of what is heard with these first words."""
    view = kiosk.view
    x, y, width, height = heard(view, spoken)["rect"]
    box = page.locator("#screen").bounding_box()
    assert box
    scale = min(box["width"] / view["size"][0], box["height"] / view["size"][1])
    left = box["x"] + (box["width"] - view["size"][0] * scale) / 2
    top = box["y"] + (box["height"] - view["size"][1] * scale) / 2
    page.mouse.click(left + (x + width / 2) * scale, top + (y + height / 2) * scale)


@pytest.mark.soak  # the one by keyboard is like it
def test_a_report_by_clicking_on_the_picture(page: Page, kiosk: Kiosk, clerk: Clerk) -> None:
    visitor = Visitor(801)
    for spoken, title in (
        ("Iets melden op straat", "Waar gaat het over?"),
        ("Lamp of verkeerslicht", "Wat is er aan de hand?"),
        ("Lamp brandt niet", "Waar is het?"),
        ("Hier dichtbij", "Wilt u er iets bij vertellen?"),
    ):
        click(page, kiosk, spoken)
        shows(page, title)
    page.keyboard.type(visitor.words)
    until(lambda: kiosk.view["input"]["value"] == visitor.words, what="the typing")
    click(page, kiosk, "Verder")
    shows(page, "Wilt u antwoord van ons?")
    click(page, kiosk, "Nee, dank u")
    shows(page, "Klopt dit?")
    expect(page.locator("#spoken")).to_contain_text(visitor.words)
    click(page, kiosk, "Melding versturen")
    _was_thanked(page, kiosk, clerk, visitor)


def test_a_report_by_keyboard_only(page: Page, kiosk: Kiosk, clerk: Clerk) -> None:
    visitor = Visitor(802)
    for target, title in (
        ("flow:melding", "Waar gaat het over?"),
        ("choice:afval", "Wat is er aan de hand?"),
        ("choice:container", "Waar is het?"),
        ("choice:hier", "Wilt u er iets bij vertellen?"),
    ):
        _go_to_and_press(page, kiosk, target)
        shows(page, title)
    page.keyboard.type(visitor.words)
    until(lambda: kiosk.view["input"]["value"] == visitor.words, what="the typing")
    for target, title in (
        ("next", "Wilt u antwoord van ons?"),
        ("choice:geen", "Klopt dit?"),
    ):
        _go_to_and_press(page, kiosk, target)
        shows(page, title)
    _go_to_and_press(page, kiosk, "send")
    _was_thanked(page, kiosk, clerk, visitor)


def _go_to_and_press(page: Page, kiosk: Kiosk, target: str) -> None:
    """With the arrows, as far as it takes, and Enter."""
    # Right leads past everything; where letters are, down is the shorter way to a button.
    arrow = "ArrowDown" if kiosk.view["input"] else "ArrowRight"
    for _ in kiosk.view["targets"]:
        before = _focus(kiosk)
        if before == [target]:
            break
        page.keyboard.press(arrow)
        until(lambda before=before: _focus(kiosk) != before, what="a moved focus")  # type: ignore[misc] # bound early
    assert _focus(kiosk) == [target]
    page.keyboard.press("Enter")


def _focus(kiosk: Kiosk) -> list[str]:
    return [found["target"] for found in kiosk.view["targets"] if found["focused"]]


def _was_thanked(page: Page, kiosk: Kiosk, clerk: Clerk, visitor: Visitor) -> None:
    view = kiosk.await_screen("melding.thanks")
    shows(page, view["title"])
    code = code_heard(view)
    until(lambda: clerk.find(code), what="the report in the inbox")
    (submission,) = clerk.find(code)
    assert visitor.words in clerk.read(submission)


def test_the_page_has_a_real_button_for_everything_that_can_be_pressed(
    page: Page, kiosk: Kiosk
) -> None:
    labels = [target["spoken"] for target in kiosk.view["targets"]]
    assert page.get_by_role("button").all_inner_texts() == labels
    page.get_by_role("button", name="Iets melden op straat").press("Enter")
    shows(page, "Waar gaat het over?")
    assert kiosk.view["screen"] == "melding.wat"


def test_the_page_comes_back_by_itself_after_the_kiosk_was_started_again(
    browser: Browser, kiosk: Kiosk
) -> None:
    page = browser.new_page()
    page.goto(kiosk.url)
    kiosk.tap("flow:melding")
    shows(page, "Waar gaat het over?")
    kiosk.kill()
    kiosk.start()
    shows(page, "Wat wilt u doen?")
    page.close()
