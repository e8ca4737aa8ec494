"""A real browser: a clerk answers, a citizen reads it on a small telephone without scripts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from desk.follow.texts import LANGUAGES
from tests.browsing import browser, needs_chromium
from tests.desk.running import RunningDesk
from tests.desk.samples import PHONE, WORDS, code, spoken, street_light, wav

__all__ = ["browser"]
pytestmark = needs_chromium
PHONE_SCREEN: ViewportSize = {"width": 390, "height": 844}
ZOOMED_400: ViewportSize = {"width": 320, "height": 256}
"""1280 x 1024 at 400 %: how WCAG 1.4.10 states the width to reflow to."""
LARGE_SCREEN: ViewportSize = {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def staff_page(browser: Browser, running_desk: RunningDesk) -> Iterator[Page]:
    """A browser in which a clerk has logged in, with the password as it was written down."""
    file = running_desk.state.parent / "password"
    running_desk.run("first-staff", "--out", str(file))
    page = browser.new_page(viewport=LARGE_SCREEN, locale="nl-NL", base_url=running_desk.url)
    page.goto("/")
    page.get_by_label("Naam").fill("beheer")
    page.get_by_label("Wachtwoord").fill(file.read_text().strip())
    page.get_by_role("button", name="Inloggen").click()
    yield page
    page.close()


@pytest.fixture(scope="module")
def window(browser: Browser, running_desk: RunningDesk) -> Iterator[Page]:
    """Opening one costs as much as four pages in it, so tests share it."""
    page = browser.new_page(base_url=running_desk.url)
    yield page
    page.close()


@pytest.fixture
def visitor(window: Page) -> Page:
    """The browser of somebody who was never here before."""
    window.context.clear_cookies()
    return window


@pytest.fixture(scope="module")
def window_without_scripts(browser: Browser, running_desk: RunningDesk) -> Iterator[Page]:
    page = browser.new_page(java_script_enabled=False, base_url=running_desk.url)
    yield page
    page.close()


@pytest.fixture
def phone(window_without_scripts: Page) -> Page:
    """A telephone that runs no scripts, of somebody who was never here before."""
    window_without_scripts.context.clear_cookies()
    window_without_scripts.set_viewport_size(PHONE_SCREEN)
    return window_without_scripts


def test_a_clerk_answers_and_the_citizen_reads_it(
    running_desk: RunningDesk, staff_page: Page, phone: Page
) -> None:
    content = street_light()
    running_desk.put(content)
    staff_page.goto("/")
    staff_page.get_by_label("Nummer van de bon").fill(content["code"])
    staff_page.get_by_role("button", name="Zoeken").click()
    staff_page.get_by_role("link", name="Kapotte straatlamp").click()
    assert staff_page.get_by_text(WORDS).is_visible()
    staff_page.get_by_label("Klaar").check()
    staff_page.get_by_label("Zin voor de burger").fill("De lamp brandt weer. Dank u wel.")
    staff_page.get_by_role("button", name="Opslaan").click()
    assert staff_page.get_by_role("status").inner_text().startswith("Opgeslagen.")

    phone.goto(f"/volg/{content['code']}")
    assert phone.get_by_role("heading", level=1).inner_text() == "Het is klaar"
    assert phone.get_by_text("De lamp brandt weer. Dank u wel.").is_visible()
    phone.get_by_role("link", name="English").click()
    assert phone.get_by_role("heading", level=1).inner_text() == "It is done"


def test_a_citizen_says_without_scripts_that_it_is_not_solved(
    running_desk: RunningDesk, staff_page: Page, phone: Page
) -> None:
    content = street_light()
    running_desk.put(content)
    staff_page.goto(f"/inbox/{content['id']}/")
    staff_page.get_by_label("Klaar").check()
    staff_page.get_by_label("Zin voor de burger").fill("De lamp brandt weer.")
    staff_page.get_by_role("button", name="Opslaan").click()
    phone.set_viewport_size(ZOOMED_400)
    phone.goto(f"/volg/{content['code']}")
    assert _overflow_px(phone) == 0
    phone.get_by_role("button", name="Nee, het is niet opgelost").click()
    assert "Wij kijken er opnieuw naar." in phone.get_by_role("status").inner_text()
    assert phone.get_by_role("heading", level=1).inner_text() == "Wij zijn ermee bezig"
    assert _overflow_px(phone) == 0
    phone.reload()
    assert phone.get_by_role("button").count() == 0
    staff_page.reload()
    assert staff_page.get_by_text("door burger").is_visible()


def test_a_clerk_says_why_and_sees_how_to_reach_the_visitor(
    running_desk: RunningDesk, staff_page: Page
) -> None:
    content = street_light()
    running_desk.put(content)
    staff_page.goto(f"/inbox/{content['id']}/")
    assert PHONE not in staff_page.content()
    staff_page.get_by_label("Waarvoor heeft u de gegevens nodig?").select_option("Bellen")
    staff_page.get_by_role("button", name="Toon contactgegevens").click()
    assert staff_page.get_by_text(PHONE).first.is_visible()
    staff_page.goto(f"/inbox/{content['id']}/")
    assert PHONE not in staff_page.content()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_or_an_organisation_on_a_small_screen_never_scrolls_sideways(
    visitor: Page, running_desk: RunningDesk, language: str
) -> None:
    content = street_light(language=language)
    running_desk.put(content)
    visitor.set_viewport_size(ZOOMED_400)
    for status in ("planned", "forwarded"):
        running_desk.rows(
            "update intake_submission set status = ?, planned_for = '2026-12-01', "
            "organisation = 'Hoogheemraadschap Hollands Noorderkwartier' where code = ?",
            status,
            content["code"],
        )
        visitor.goto(f"/volg/{content['code']}")
        assert visitor.locator(".detail").is_visible()
        assert _overflow_px(visitor) == 0, status
        _letters_are_large(visitor)


def test_a_clerk_hears_what_a_visitor_said(running_desk: RunningDesk, staff_page: Page) -> None:
    content = spoken(wav(3))
    running_desk.put(content)
    complaints: list[str] = []
    staff_page.on("console", lambda message: complaints.append(message.text))
    staff_page.goto(f"/inbox/{content['id']}/")
    played = staff_page.evaluate(
        """() => new Promise((resolve, reject) => {
            const audio = document.querySelector('audio');
            audio.onerror = () => reject(audio.error.message);
            audio.onended = () => resolve([audio.duration, audio.currentTime]);
            audio.ontimeupdate = () => {
                if (audio.currentTime > 0.2 && audio.currentTime < 2) audio.currentTime = 2.5;
            };
            audio.play().catch(reject);
        })"""
    )
    assert played == [3, 3]
    assert complaints == []


def test_sound_leads_a_stranger_to_the_login_page(visitor: Page, running_desk: RunningDesk) -> None:
    content = spoken(wav(1))
    running_desk.put(content)
    visitor.goto(f"/inbox/{content['id']}/gesproken/0/")
    assert visitor.get_by_role("heading", level=1).inner_text() == "Inloggen"
    assert "audio" not in visitor.content()


def test_a_number_reads_the_same_way_round_in_arabic(
    visitor: Page, running_desk: RunningDesk
) -> None:
    """Where its groups stand on the screen, not only what the text says."""
    content = street_light(language="ar")
    running_desk.put(content)
    visitor.set_viewport_size(PHONE_SCREEN)
    for path, selector, groups in (
        (
            f"/volg/{content['code']}",
            ".digits bdi",
            [content["code"][at : at + 4] for at in (0, 8)],
        ),
        (f"/volg/{content['code']}", ".phone span", ["14", "0999"]),
    ):
        visitor.goto(path)
        first, last = (
            visitor.evaluate(
                """([selector, part]) => {
                    const text = document.querySelector(selector).firstChild;
                    const range = document.createRange();
                    const at = text.data.indexOf(part);
                    range.setStart(text, at);
                    range.setEnd(text, at + part.length);
                    return range.getBoundingClientRect().left;
                }""",
                [selector, part],
            )
            for part in groups
        )
        assert first < last, selector


def test_a_citizen_can_type_the_number_without_scripts(
    phone: Page, running_desk: RunningDesk
) -> None:
    content = street_light()
    running_desk.put(content)
    phone.goto("/volg/")
    phone.get_by_label("Type the number").or_(phone.get_by_label("Typ het nummer")).fill(
        content["code"]
    )
    phone.keyboard.press("Enter")
    phone.wait_for_url(f"**/volg/{content['code']}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_public_pages_never_scroll_sideways(
    visitor: Page, running_desk: RunningDesk, language: str
) -> None:
    long_word = "Meervoudigebewonersparkeervergunningsaanvraag"
    one = street_light(
        category={"main": "a", "sub": "b", "label": long_word, "promise": "Wij kijken ernaar."}
    )
    shared = code()
    running_desk.put(one)
    running_desk.put(street_light(code=shared))
    running_desk.put(street_light(code=shared))
    for path in (
        f"/volg/{one['code']}",
        f"/volg/{shared}",
        "/volg/",
        "/volg/123",
        f"/volg/{code()}",
    ):
        visitor.goto(f"{path}?taal={language}")
        for screen in (ZOOMED_400, PHONE_SCREEN, LARGE_SCREEN):
            visitor.set_viewport_size(screen)
            assert _overflow_px(visitor) == 0, (path, screen)
            _letters_are_large(visitor)


def test_the_staff_pages_never_scroll_sideways(running_desk: RunningDesk, staff_page: Page) -> None:
    content = spoken(wav(1))
    running_desk.put(content)
    running_desk.put_box(content["id"], running_desk.sealed(content | {"words": "anders"}))
    aside = running_desk.rows("select max(id) from intake_aside")[0][0]
    paths = ["/inbox/", f"/inbox/{content['id']}/", "/inbox/apart/", f"/inbox/apart/{aside}/"]
    for path in [*paths, "/inbox/routes/", "/inbox/zaaksystemen/", "/inbox/wachtwoord/"]:
        staff_page.goto(path)
        for width in (320, 768, 1280):
            staff_page.set_viewport_size({"width": width, "height": 900})
            assert _overflow_px(staff_page) == 0, (path, width)


def test_pages_ask_nothing_of_other_hosts_and_break_no_policy(
    running_desk: RunningDesk, staff_page: Page
) -> None:
    content = street_light()
    running_desk.put(content)
    asked: list[str] = []
    complaints: list[str] = []
    staff_page.on("request", lambda request: asked.append(request.url))
    staff_page.on("console", lambda message: complaints.append(message.text))
    for path in ("/inbox/", f"/inbox/{content['id']}/", f"/volg/{content['code']}", "/volg/"):
        staff_page.goto(path)
    assert len(asked) > 4
    assert all(url.startswith(running_desk.url) for url in asked)
    assert complaints == []


def test_targets_on_the_public_page_are_large_enough_for_a_thumb(
    visitor: Page, running_desk: RunningDesk
) -> None:
    content = street_light()
    running_desk.put(content)
    visitor.set_viewport_size(PHONE_SCREEN)
    for path in (f"/volg/{content['code']}", "/volg/"):
        visitor.goto(path)
        targets = visitor.locator("a, button, input:not([type=hidden])")
        for target in targets.all():
            box = target.bounding_box()
            assert box
            assert box["height"] >= 44, target.inner_text()


def _overflow_px(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


def _letters_are_large(page: Page) -> None:
    smallest = page.evaluate(
        """() => Math.min(...[...document.querySelectorAll('main *')]
            .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
            .map(e => parseFloat(getComputedStyle(e).fontSize)))"""
    )
    assert smallest >= 20
