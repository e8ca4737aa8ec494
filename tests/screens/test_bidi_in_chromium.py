"""Lines in which scripts of both directions meet look as a browser draws them.

Both draw the same string from the same font files at the same size; what is compared is
where there is ink. A number turned round, a bracket on the wrong side or a street name in
the wrong place moves far more of it than the rounding of two rasterizers does.
"""

import base64
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page

from screens.bidi import is_rtl
from screens.text import CAP_PER_EM, FONTS, TextEngine
from tests.browsing import chromium, needs_chromium

pytestmark = needs_chromium
CAP_PX = 40
EM_PX = round(CAP_PX / CAP_PER_EM)
LEAST_ALIKE = 0.80
"""Share of the ink columns that both have. The wrong order of two words gives 0.3 to 0.6."""
LINES = (
    "شارع 12",
    "شارع Kerkstraat 12",
    "Kerkstraat 12، بجانب المدرسة",
    "بيت (Kerkstraat) كبير؟",
    "من 9:00 إلى 17:00",
    "الساعة 10:30",
    "الثمن € 12,50 أو 50%",
    "رقمك: \u20684821 7390 5566\u2069",
    "اتصل على \u206814 0999\u2069.",
    "شارع Van Heutszstraat 12-B، Enschede",
    "الرمز البريدي \u20687511 AB\u2069 ورقم البيت \u206812 B\u2069",
    "نجيب خلال 5 أيام عمل.",
    "DigiD و BSN معك؟",
    "يوم الاثنين، 23 نوفمبر 2026",
    "اسمي محمد",
    "7511 AB",
    "naam@voorbeeld.nl",
    "Ik ben محمد en woon hier.",
)
PAGE = """<!doctype html><meta charset="utf-8"><style>
@font-face {{ font-family: Latin; src: url(data:font/ttf;base64,{latin}) }}
@font-face {{ font-family: Arabic; src: url(data:font/ttf;base64,{arabic}); size-adjust: {scale}% }}
body {{ margin: 20px; background: #fff }}
p {{ margin: 0; font: {size}px Latin, Arabic; white-space: pre; width: max-content;
     padding: 20px; font-kerning: normal }}
</style>"""


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    def data(name: str) -> str:
        return base64.b64encode((Path(FONTS) / name).read_bytes()).decode()

    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1400, "height": 300})
        page.set_content(
            PAGE.format(
                latin=data("NotoSans-Regular.ttf"),
                arabic=data("NotoSansArabic-Regular.ttf"),
                size=EM_PX,
                scale=97,
            )
        )
        yield page


def ours(line: str, screen_rtl: bool) -> Image.Image:
    drawn = TextEngine().coverage(line, CAP_PX, rtl=is_rtl(line, screen_rtl))
    return Image.frombytes("L", (drawn.width, drawn.height), drawn.data)


def in_chromium(page: Page, line: str, rtl: bool) -> Image.Image:
    page.evaluate(
        """([line, dir]) => { document.querySelector("p")?.remove();
        const p = document.createElement("p"); p.textContent = line; p.dir = dir;
        document.body.append(p); return document.fonts.ready; }""",
        [line, "rtl" if rtl else "ltr"],
    )
    shot = Image.open(io.BytesIO(page.locator("p").screenshot())).convert("L")
    return shot.point(lambda value: 255 - value)


def alike(one: Image.Image, other: Image.Image) -> float:
    """The share of dots with ink that both have, one row of blocks beside another."""
    boxes = [picture.crop(picture.getbbox()) for picture in (one, other)]
    width = max(box.width for box in boxes)
    height = max(box.height for box in boxes)
    first, second = (box.resize((width, height)).tobytes() for box in boxes)
    near = 3
    hits = total = 0
    for y in range(0, height, 2):
        row, facing = first[y * width : (y + 1) * width], second[y * width : (y + 1) * width]
        for here, there in ((row, facing), (facing, row)):
            for x in range(0, width, 2):
                if here[x] > 128:
                    total += 1
                    hits += max(there[max(0, x - near) : x + near + 1]) > 100
    return hits / total


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_ordered_as_in_a_browser(page: Page, line: str) -> None:
    screen_rtl = not line.startswith("Ik")
    theirs = in_chromium(page, line, is_rtl(line, screen_rtl))
    assert alike(ours(line, screen_rtl), theirs) >= LEAST_ALIKE, line


def test_the_wrong_order_is_told_from_the_right_one(page: Page) -> None:
    """What the comparison is worth: the same line, drawn as if read from left to right."""
    for line in LINES[1:4]:
        theirs = in_chromium(page, line, rtl=False)
        assert alike(ours(line, True), theirs) < LEAST_ALIKE, line
