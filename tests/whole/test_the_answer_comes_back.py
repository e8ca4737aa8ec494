"""The whole way on real parts: kiosk, desk, relay, back-office, and back to the visitor.

A visitor reports a lamp; the municipality mends it in its own system and says so there; the
visitor reads it on the page and at the kiosk, says that it is not solved, and over there it
is open again. Nobody has typed anything over.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.backoffices.town import Town
from tests.backoffices.worlds import mor
from tests.whole.clerk import Clerk, first_clerk, words_of
from tests.whole.hearing import code_heard
from tests.whole.machine import Kiosk
from tests.whole.surroundings import enrol, until
from tests.whole.test_the_main_job import PHONE, WORDS, spoken, walk_to_the_check_page

MENDED = "De lamp brandt weer. Er zit een nieuwe in."


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    made = Town(tmp_path, NOTICE_AFTER_S="0")
    made.add("melding", mor.World())
    made.start(ask_every_s=0.3)
    yield made
    made.end()


@pytest.fixture
def kiosk(town: Town, tmp_path: Path) -> Iterator[Kiosk]:
    enrolment = enrol(town.desk, "bibliotheek-1", tmp_path / "enrolment")
    made = Kiosk(folder=tmp_path / "kiosk", enrolment=enrolment).start()
    yield made
    made.close()


def test_it_is_mended_over_there_and_the_visitor_says_that_it_is_not(
    town: Town, kiosk: Kiosk
) -> None:
    office: mor.World = town.offices["melding"].world
    relay = town.relay()
    clerk = first_clerk(town.desk)
    walk_to_the_check_page(kiosk, "nl")
    code = code_heard(kiosk.press(*spoken("nl", "flow-melding.send")))
    until(lambda: office.fake.signals, what="the report at the back-office")
    (signal,) = office.fake.signals
    assert WORDS["nl"] in signal.said
    assert PHONE in signal.said.replace(" ", "")
    until(lambda: "Aangekomen" in _inbox_page(clerk, code), what="its number in the inbox")

    office.fake.set_status(signal.report, "afgehandeld", MENDED, "opgelost")
    follow_url = f"{town.desk.url}/volg/{code}"

    def page() -> str:
        return words_of(requests.get(follow_url, timeout=15).text)

    until(lambda: MENDED in page(), what="the answer on the page")
    assert "Het is klaar" in page()
    to_call = clerk.read("/inbox/antwoorden/bellen/")
    assert "Lamp brandt niet" in to_call
    assert PHONE not in to_call

    kiosk.go_home()
    kiosk.scan(follow_url)
    report = kiosk.await_screen("status.report")
    assert MENDED in report["spoken"]
    kiosk.press(*spoken("nl", "ui-next", "ui-solved-no"))
    kiosk.tap("tell")
    told = kiosk.await_screen("status.told")
    assert spoken("nl", "ui-told")[0] in told["spoken"]

    until(lambda: signal.report.reopened_because, what="the report to be open again over there")
    assert "Wij zijn ermee bezig" in page()
    assert "niet opgelost" in _inbox_page(clerk, code).casefold()
    assert relay.stop() == 0


def _inbox_page(clerk: Clerk, code: str) -> str:
    (path,) = clerk.find(code)
    return clerk.read(path)
