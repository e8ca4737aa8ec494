"""What a receipt looks like, measured as an eye or a telephone would."""

import re

import pytest
import zxingcpp
from PIL import Image, ImageFilter

from kiosk.core.receipt import Number, QrCode, Receipt, Words
from printers.escpos_bytes import picture
from printers.layout import render
from printers.page import Page
from printers.qr import square
from screens.text import TextEngine
from tests.printers import samples

WIDTHS = [pytest.param(384, id="58 mm"), pytest.param(576, id="80 mm")]
SCRIPTS = [samples.DUTCH, samples.ENGLISH, samples.ARABIC]
DOTS_PER_MM = 8


def of(*parts: Words | Number | QrCode) -> Receipt:
    return Receipt("proef", "nl", parts)


def box(page: Page) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of the ink."""
    found = picture(page).convert("L").point(lambda light: 255 - light).getbbox()
    assert found
    return found


def line_widths(page: Page) -> list[int]:
    """How wide the ink of each line of words is, from the top."""
    dots = picture(page).convert("L").point(lambda light: 255 - light)
    inked = [dots.crop((0, row, page.width, row + 1)).getbbox() for row in range(page.height)]
    lines: list[list[int]] = []
    for above, here in zip([None, *inked], inked, strict=False):
        if here and not above:
            lines.append([page.width, 0])
        if here:
            lines[-1] = [min(lines[-1][0], here[0]), max(lines[-1][1], here[2])]
    return [right - left for left, right in lines]


def thermal_bleed(page: Page) -> Image.Image:
    """Heat spreads: edges blur, and what is grey comes out black or white."""
    blurred = picture(page).convert("L").filter(ImageFilter.GaussianBlur(1.2))
    return blurred.point(lambda light: 255 if light > 140 else 0)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("receipt", SCRIPTS, ids=lambda one: one.language)
def test_the_qr_code_is_read_back_also_after_thermal_bleed(
    engine: TextEngine, receipt: Receipt, width: int
) -> None:
    page = render(receipt, width, engine)
    for seen in (picture(page).convert("L"), thermal_bleed(page)):
        (code,) = zxingcpp.read_barcodes(seen)
        assert code.text == samples.ADDRESS
        assert code.format == zxingcpp.BarcodeFormat.QRCode


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("letters", [30, 45, 200, 500])
def test_a_qr_module_is_at_least_four_dots_in_a_quiet_zone_of_four_modules(
    engine: TextEngine, letters: int, width: int
) -> None:
    payload = "https://a.nl/".ljust(letters, "x")
    page = render(of(QrCode(payload)), width, engine)
    left, _, right, _ = box(page)
    modules = square(payload, 999).size - 8
    module = (right - left) / modules
    assert module == int(module) >= 4
    assert left >= 4 * module
    assert width - right >= 4 * module
    (code,) = zxingcpp.read_barcodes(thermal_bleed(page))
    assert code.text == payload
    assert re.search(r"[MQ]", code.ec_level)


def test_an_address_too_long_for_the_paper_is_refused_with_what_to_do(engine: TextEngine) -> None:
    with pytest.raises(ValueError, match="a shorter address"):
        render(of(QrCode("x" * 1200)), 384, engine)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    ("size", "at_least_mm"), [("title", 4.2), ("strong", 3.0), ("body", 2.5), ("small", 2.0)]
)
def test_capitals_are_as_high_as_people_who_see_badly_need(
    engine: TextEngine, size: str, at_least_mm: float, width: int
) -> None:
    page = render(of(Words("H", size)), width, engine)  # type: ignore[arg-type]
    _, top, _, bottom = box(page)
    assert (bottom - top) / DOTS_PER_MM >= at_least_mm


@pytest.mark.parametrize("width", WIDTHS)
def test_the_number_is_as_large_as_the_paper_allows(engine: TextEngine, width: int) -> None:
    page = render(of(Number("", samples.GROUPS)), width, engine)
    left, top, right, bottom = box(page)
    assert right - left > 0.85 * width
    assert (bottom - top) / DOTS_PER_MM >= (6.0 if width == 576 else 4.0)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("receipt", SCRIPTS, ids=lambda one: one.language)
def test_margins_stay_white(engine: TextEngine, receipt: Receipt, width: int) -> None:
    page = render(receipt, width, engine)
    left, top, right, bottom = box(page)
    assert left >= 2.5 * DOTS_PER_MM
    assert width - right >= 2.5 * DOTS_PER_MM
    assert top >= 2.5 * DOTS_PER_MM
    assert page.height - bottom >= 5 * DOTS_PER_MM


def test_words_that_are_read_from_the_right_stand_at_the_right(engine: TextEngine) -> None:
    left_to_right = box(render(of(Words("Dag")), 576, engine))
    right_to_left = box(render(of(Words("شكرا", direction="rtl")), 576, engine))
    assert left_to_right[0] <= 28
    assert left_to_right[2] < 200
    assert right_to_left[2] >= 576 - 28
    assert right_to_left[0] > 376


@pytest.mark.parametrize("width", WIDTHS)
def test_a_name_wider_than_the_paper_is_set_smaller_and_not_cut_in_two(
    engine: TextEngine, width: int
) -> None:
    long = "Ouder-Amstelveen-Westzijde"
    page = render(of(Words(long, "title", "center")), width, engine)
    _, top, _, bottom = box(page)
    assert (bottom - top) / DOTS_PER_MM < 6  # one line
    assert box(page)[2] - box(page)[0] > 0.8 * width


def test_centred_words_leave_no_single_word_on_the_last_line(engine: TextEngine) -> None:
    words = "Scan deze code met een telefoon. Dan ziet u hoe het gaat."
    page = render(of(Words(words, align="center")), 576, engine)
    *_, last = widths = line_widths(page)
    assert len(widths) == 3
    assert last > 0.8 * max(widths)


def test_every_part_takes_room_below_the_one_before(engine: TextEngine) -> None:
    heights = [
        render(Receipt("a", "nl", samples.DUTCH.parts[:count]), 576, engine).height
        for count in range(1, len(samples.DUTCH.parts) + 1)
    ]
    assert heights == sorted(set(heights))


def test_the_same_receipt_gives_the_same_dots(engine: TextEngine) -> None:
    first = render(samples.ARABIC, 576, engine)
    assert render(samples.ARABIC, 576, TextEngine()) == first
