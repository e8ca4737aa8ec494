"""In a real browser: somebody tries the draft from the page, in another language, and hears it."""

import io
import re
import wave
from array import array
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from config.bundle import FACTORY
from tests.browsing import chromium, needs_chromium
from tests.desk.running import RunningDesk

pytestmark = [
    pytest.mark.soak,
    needs_chromium,
]
NewDesk = Callable[..., RunningDesk]
PATIENCE_MS = 30_000


def test_somebody_tries_the_draft_hears_it_and_sees_the_receipt(
    new_desk: NewDesk, tmp_path: Path
) -> None:
    desk = new_desk(BUNDLE=str(FACTORY))
    desk.start()
    password = tmp_path / "password"
    assert desk.run("first-staff", "--out", str(password)).returncode == 0
    with chromium() as browser:
        page = browser.new_page(
            viewport={"width": 1280, "height": 1000}, locale="nl-NL", base_url=desk.url
        )
        page.set_default_timeout(PATIENCE_MS)
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        sounds: list[bytes] = []
        page.on(
            "response",
            lambda answer: (
                sounds.append(answer.body()) if _is_sound(answer.status, answer.url) else None
            ),
        )
        _log_in(page, password.read_text().strip())
        page.goto("/bundel/proef/")
        page.get_by_label("Letters").select_option("1")
        page.get_by_role("button", name="Probeer", exact=True).click()
        page.wait_for_url("**/bundel/proef/*-*/")
        kiosk = page.frame_locator("iframe")
        expect(kiosk.locator("html")).to_have_attribute("lang", "nl")
        kiosk.get_by_role("button", name="Geluid aan").click()
        press(kiosk, "Taal", "English")
        expect(kiosk.locator("html")).to_have_attribute("lang", "en")
        press(kiosk, "Report a street problem", "Street or traffic light")
        press(kiosk, "Street light is out", "I do not know", "Skip", "No, thank you")
        press(kiosk, "Send my report")
        expect(kiosk.locator("#screen")).to_have_attribute("alt", re.compile("^Thank you"))
        expect(page.get_by_alt_text("Bon 1")).to_be_visible()
        assert any(_loudest(sound) > 1000 for sound in sounds)
        page.get_by_role("button", name="Zet de probeerzuil uit").click()
        page.wait_for_url("**/bundel/proef/")
        assert complaints == []
    assert desk.rows("select count(*) from intake_submission") == [(0,)]
    assert list((desk.state / "rehearsal").iterdir()) == []


def press(kiosk: FrameLocator, *words: str) -> None:
    """Each target by what is said of it, one screen after the other."""
    for spoken in words:
        kiosk.locator("#targets button").filter(has_text=spoken).first.dispatch_event("click")


def _log_in(page: Page, password: str) -> None:
    page.goto("/")
    page.get_by_label("Naam").fill("beheer")
    page.get_by_label("Wachtwoord").fill(password)
    page.get_by_role("button", name="Inloggen").click()
    page.wait_for_url("**/inbox/")


def _is_sound(status: int, address: str) -> bool:
    return status == 200 and "/sound?" in address


def _loudest(wav: bytes) -> int:
    with wave.open(io.BytesIO(wav)) as file:
        loudest: int = max(map(abs, array("h", file.readframes(file.getnframes()))))
        return loudest
