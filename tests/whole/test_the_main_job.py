"""The whole main job on real parts: from a tap to paper, to the inbox, and back to the visitor."""

import io
from pathlib import Path

import pytest
import requests
import yaml
import zxingcpp
from PIL import Image

from config.bundle import FACTORY, load_bundle
from tests.desk.running import RunningDesk
from tests.desk.samples import street_light
from tests.printers.decoder import replay
from tests.whole.clerk import Clerk, words_of
from tests.whole.hearing import View, code_heard
from tests.whole.machine import Kiosk
from tests.whole.surroundings import until

TEXTS = load_bundle(FACTORY).texts
WORDS = {"nl": "De lamp hangt scheef boven het fietspad", "en": "The lamp hangs over the path"}
PHONE = "0687654321"
PAPER_DOTS = 576
"""80 mm paper at 203 dpi."""
SENTENCES = {
    "nl": "Woensdag komt er een nieuwe lamp.",
    "en": "There will be a new lamp on Wednesday.",
}


def spoken(language: str, *keys: str) -> list[str]:
    return [TEXTS.text(language, key).spoken for key in keys]


def choose_language(kiosk: Kiosk, language: str) -> None:
    if language != "nl":
        kiosk.press(*spoken("nl", "ui-language"))
        kiosk.press(*spoken(language, "ui-language-name"))


def walk_to_the_check_page(kiosk: Kiosk, language: str) -> View:
    """A street light that is out, close to here; please call me."""

    def press(*keys: str) -> View:
        return kiosk.press(*spoken(language, *keys))

    choose_language(kiosk, language)
    press("flow-melding", "category-verlichting", "category-verlichting-lamp-uit")
    press("melding-waar-hier")
    kiosk.type_in(WORDS[language])
    press("ui-next", "melding-antwoord-bellen")
    kiosk.type_in(PHONE)
    return press("ui-next")


def read_qr(picture: Image.Image) -> str:
    (code,) = zxingcpp.read_barcodes(picture.convert("L"))
    return str(code.text)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_report_goes_from_tap_to_paper_to_inbox_and_its_answer_comes_back(
    kiosk: Kiosk, desk: RunningDesk, clerk: Clerk, language: str
) -> None:
    check = walk_to_the_check_page(kiosk, language)
    assert check["screen"] == "melding.check"
    assert check["language"] == language
    lamp, send = spoken(language, "category-verlichting-lamp-uit", "flow-melding.send")
    assert lamp in check["spoken"]
    assert WORDS[language] in check["spoken"]

    thanks = kiosk.press(send)
    assert thanks["screen"] == "melding.thanks"
    promise, thanked = spoken(language, "promise-gemaakt-5", "flow-melding.thanks")
    assert thanked in thanks["spoken"]
    assert promise in thanks["spoken"]
    code = code_heard(thanks)

    follow_url = f"{desk.url}/volg/{code}"
    _the_receipt_leads_to(follow_url, kiosk.state / "receipts", code)
    seen = Image.open(io.BytesIO(kiosk.get("/screen.png").content))
    assert read_qr(seen) == follow_url

    until(lambda: clerk.find(code), what="the report in the inbox")
    (page,) = clerk.find(code)
    read = clerk.read(page)
    dutch = spoken("nl", "category-verlichting-lamp-uit", "promise-gemaakt-5")
    for said in (*dutch, WORDS[language], "Bibliotheek Centrum"):
        assert words_of(said) in read
    assert PHONE not in read
    assert PHONE in clerk.read_contact(page)

    sentences = {"sentence": SENTENCES["nl"]}
    if language != "nl":
        sentences["sentence_translated"] = SENTENCES[language]
    clerk.answer(page, "in_progress", **sentences)
    public = requests.get(follow_url, headers={"Accept-Language": language}, timeout=15)
    assert SENTENCES[language] in words_of(public.text)
    for personal in (WORDS[language], PHONE):
        assert personal not in public.text

    until(lambda: kiosk.view["screen"] == "start" or not kiosk.tap("done"), what="the end")
    choose_language(kiosk, language)
    _the_kiosk_says_it_too(kiosk, language, code, follow_url)


def _the_receipt_leads_to(follow_url: str, receipts: Path, code: str) -> None:
    """The picture and the printer's bytes are there, and both have this QR code."""
    picture = receipts / f"{code}.png"
    until(picture.exists, what="the receipt")
    seen = Image.open(picture)
    assert read_qr(seen) == follow_url
    paper = replay((receipts / f"{code}.bin").read_bytes())
    size = (PAPER_DOTS, len(paper.rows))
    dots = Image.frombytes("1", size, paper.dots(PAPER_DOTS), "raw", "1;I")
    assert read_qr(dots) == follow_url


def _the_kiosk_says_it_too(kiosk: Kiosk, language: str, code: str, follow_url: str) -> None:
    """Typed or scanned, the number leads to what the page behind the QR code says."""
    kiosk.press(*spoken(language, "flow-status"))
    kiosk.type_in(f"{code[:4]} {code[4:8]}-{code[8:]}")
    kiosk.press(*spoken(language, "ui-next"))
    typed = kiosk.await_screen("status.report")
    kiosk.press(*spoken(language, "ui-stop"))
    kiosk.press(*spoken(language, "ui-stop-yes"))
    choose_language(kiosk, language)
    kiosk.scan(follow_url)
    scanned = kiosk.await_screen("status.report")
    kiosk.tap("done")
    assert typed["spoken"] == scanned["spoken"]
    assert spoken(language, "ui-status-in-progress")[0] in typed["spoken"]
    assert SENTENCES[language] in typed["spoken"]
    assert kiosk.view["language"] == "nl"


def test_a_code_that_two_reports_share_asks_for_the_day(
    kiosk: Kiosk, desk: RunningDesk, enrolment: Path
) -> None:
    desk.device = yaml.safe_load(enrolment.read_text())
    one = street_light()
    desk.put(one)
    desk.put(street_light(code=one["code"]))
    kiosk.scan(one["code"])
    view = kiosk.await_screen("status.which-day")
    assert {target["target"] for target in view["targets"]} >= {"day:0", "day:1"}
    assert kiosk.tap("day:1")["screen"] == "status.report"
