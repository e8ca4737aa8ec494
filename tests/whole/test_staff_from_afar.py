"""Staff change a kiosk from afar, in a real browser, on a real desk, publisher and kiosks.

A kiosk is let in with a code that is typed at its own screen. A text is changed, checked and
tried; three kiosks' worth of caution: first the trial kiosk, then all, and back again. A
visitor who stands there meanwhile notices nothing.
"""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from config.bundle import FACTORY
from tests.browsing import browser, needs_chromium
from tests.desk.running import RunningDesk
from tests.whole.machine import Kiosk
from tests.whole.surroundings import ROOT, until

__all__ = ["browser"]
pytestmark = [
    pytest.mark.soak,
    needs_chromium,
]
STAFF_CODE = "482913"
BEFORE = "Wat wilt u doen?"
FIRST, SECOND = "Waar kan ik u mee helpen?", "Waarmee kunnen wij u helpen?"
SWITCHED_WITHIN_S = 90


@contextmanager
def desk_program(desk: RunningDesk, command: str) -> Iterator[None]:
    """`python -m desk publisher` or another that goes on until it is told to end."""
    with desk.log.open("a") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "desk", command],
            cwd=ROOT,
            env=desk.environment,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[RunningDesk]:
    desk = RunningDesk(tmp_path / "desk", BUNDLE=str(FACTORY), TRIAL_PAUSE_S="0")
    made = desk.run(
        "publishing-keys", "new", "--root-out", str(tmp_path / "root"), "--no-passphrase"
    )
    assert made.returncode == 0, made.stderr
    made = desk.run("first-staff", "--out", str(tmp_path / "password"))
    assert made.returncode == 0, made.stderr
    desk.start()
    desk.environment["ZUIL_DESK_URL"] = desk.url  # where kiosks are told to come
    port = desk.url.rpartition(":")[2]
    desk.kill()
    desk.start(port=port)
    with desk_program(desk, "publisher"):
        yield desk
    if desk.process:
        desk.kill()


@pytest.fixture
def page(browser: Browser, desk: RunningDesk, tmp_path: Path) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 1000})
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{desk.url}/inbox/inloggen/")
    page.get_by_label("Naam").fill("beheer")
    page.get_by_label("Wachtwoord").fill((tmp_path / "password").read_text().strip())
    page.get_by_role("button", name="Inloggen").click()
    yield page
    assert complaints == []
    page.close()


@pytest.fixture
def kiosks(desk: RunningDesk, page: Page, tmp_path: Path) -> Iterator[tuple[Kiosk, Kiosk]]:
    """Two kiosks, each let in with a code from the desk's page, typed at its own screen."""
    made = []
    for name in ("zuil-1", "zuil-2"):
        kiosk = Kiosk(
            folder=tmp_path / name,
            device={"staff_code": STAFF_CODE, "desk_url": desk.url, "updates_every_s": 5},
        )
        made.append(kiosk.start())
        let_in(page, desk, kiosk, name)
    yield made[0], made[1]
    for kiosk in made:
        kiosk.close()


def let_in(page: Page, desk: RunningDesk, kiosk: Kiosk, name: str) -> None:
    page.goto(f"{desk.url}/zuilen/aanmelden/")
    page.get_by_label("Naam van de zuil").fill(name)
    page.get_by_role("button", name="Maak een code").click()
    code = page.locator(".enrol-code").inner_text().replace(" ", "")
    kiosk.tap("help", "staff", *(f"key:{digit}" for digit in STAFF_CODE), "next", "enrol")
    kiosk.tap(*(f"key:{digit}" for digit in code), "next")
    until(lambda: name in kiosk.view["title"], what="the desk's answer")
    pid = kiosk.pid
    kiosk.tap("close")
    until(lambda: is_known(page, desk, name), 60, f"the first heartbeat of {name}")
    assert kiosk.pid == pid  # it started itself anew, and nobody else did


def is_known(page: Page, desk: RunningDesk, name: str) -> bool:
    answer = page.goto(f"{desk.url}/zuilen/{name}/")
    return answer is not None and answer.ok and page.get_by_text("Programma").count() > 0


def title(kiosk: Kiosk) -> str:
    try:
        return str(kiosk.view["title"])
    except (OSError, AssertionError, KeyError, ValueError):  # it is being started anew
        return ""


def change_title(page: Page, desk: RunningDesk, words: str) -> None:
    page.goto(f"{desk.url}/bundel/teksten/ui-start-title/")
    page.locator("textarea[lang=nl]").first.fill(words)
    page.get_by_label("Waarom?").fill("Vriendelijker")
    page.get_by_role("button", name="Opslaan in het ontwerp").click()


def check(page: Page, desk: RunningDesk) -> None:
    page.goto(f"{desk.url}/bundel/proef/")
    page.get_by_role("button", name=re.compile("^Controleer")).click()
    expect(page.get_by_text("Er zijn geen fouten gevonden")).to_be_visible(timeout=240_000)


def make_release(page: Page, desk: RunningDesk, why: str) -> None:
    page.goto(f"{desk.url}/bundel/uitgeven/")
    section = page.get_by_role("region", name="Het ontwerp")
    section.get_by_label("Waarom?").fill(why)
    section.get_by_role("button", name="Maak een uitgave en zet haar op proef").click()


def to_all(page: Page, desk: RunningDesk, why: str) -> None:
    page.goto(f"{desk.url}/bundel/uitgeven/")
    section = page.get_by_role("region", name="Op proef")
    section.get_by_label("Waarom?").first.fill(why)
    section.get_by_label(re.compile("Nu al")).check()
    section.get_by_role("button", name="Geef uit aan alle zuilen").click()


def test_a_text_goes_from_a_clerk_to_a_trial_kiosk_to_all_and_back(
    page: Page, desk: RunningDesk, kiosks: tuple[Kiosk, Kiosk]
) -> None:
    trial, other = kiosks
    assert title(trial) == title(other) == BEFORE
    page.goto(f"{desk.url}/bundel/uitgeven/")
    page.get_by_role("region", name="Proefzuilen").get_by_label("zuil-1").check()
    page.get_by_role("button", name="Bewaar de proefzuilen").click()

    change_title(page, desk, FIRST)
    check(page, desk)
    expect(page.get_by_role("heading", name="Wat er anders wordt")).to_be_visible()
    page.get_by_role("button", name="Probeer", exact=True).click()
    frame = page.frame_locator("iframe")
    expect(frame.locator("#spoken")).to_contain_text(FIRST, timeout=60_000)
    assert title(trial) == title(other) == BEFORE

    trial.tap("flow:klacht")  # a visitor stands there
    make_release(page, desk, "Proef met een vriendelijke vraag")
    until(lambda: staged(trial), SWITCHED_WITHIN_S, "the bundle on the disk of the trial kiosk")
    assert "klacht" in trial.view["screen"]
    trial.tap("stop", "stop:yes")
    until(lambda: title(trial) == FIRST, SWITCHED_WITHIN_S, "the new text at the trial kiosk")
    assert title(other) == BEFORE

    to_all(page, desk, "Het ging goed")
    until(lambda: title(other) == FIRST, SWITCHED_WITHIN_S, "the new text everywhere")

    change_title(page, desk, SECOND)
    check(page, desk)
    make_release(page, desk, "Nog een keer")
    until(lambda: title(trial) == SECOND, SWITCHED_WITHIN_S, "the second text at the trial kiosk")
    to_all(page, desk, "Ook goed")
    until(lambda: title(other) == SECOND, SWITCHED_WITHIN_S, "the second text everywhere")

    page.goto(f"{desk.url}/bundel/uitgeven/")
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name="Uitgave 1"))
    row.get_by_text("Terug naar uitgave 1").click()
    row.get_by_label("Waarom?").fill("Toch niet beter")
    row.get_by_role("button", name="Ga terug").click()
    until(lambda: title(trial) == FIRST, SWITCHED_WITHIN_S, "the text of before at one kiosk")
    until(lambda: title(other) == FIRST, SWITCHED_WITHIN_S, "the text of before at the other")

    page.goto(f"{desk.url}/beheer/geschiedenis/")
    for words in ("Het ging goed", "Toch niet beter", "Vriendelijker"):
        expect(page.get_by_text(words).first).to_be_visible()
    page.goto(f"{desk.url}/zuilen/")
    expect(page.get_by_role("link", name="zuil-1").first).to_be_visible()


def staged(kiosk: Kiosk) -> bool:
    folder = kiosk.state / "bundles"
    return any(path.is_dir() and path.name[0].isdigit() for path in folder.glob("*"))
