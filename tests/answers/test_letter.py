"""A letter: where its parts stand, that it is the same each time, and that it can be read.

Positions are read from the file itself: lines of text are placed with `x y Td`, in points
from the lower left corner. Where pdftoppm is there, the picture is looked at as well.
"""

import re
import shutil
import subprocess
import zlib
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from desk.answers.checking import sample_values
from desk.answers.letter import Letter, letters
from desk.answers.texts import factory, fill, languages_of
from desk.follow.texts import LANGUAGES

pytestmark = pytest.mark.django_db  # which bundle is published stands there
PDFTOPPM = shutil.which("pdftoppm")
STATUSES = ("done", "cannot", "forwarded", "planned")
LINK = "https://zuil.voorbeeldstad.nl/volg/482173905560"
PAGE_MM = 297.0
POINT_MM = 25.4 / 72


def _letter(language: str = "nl", status: str = "done", **changes: object) -> Letter:
    spoken_in = languages_of("letter", language)
    texts = tuple(
        fill(factory("letter", status, each), sample_values(each, status) | {"link": LINK}, each)
        for each in spoken_in
    )
    whole: dict[str, object] = {
        "sender": ("Gemeente Voorbeeldstad", "Postbus 1", "Telefoon 14 0999"),
        "address": ("J. Verhoeven", "Marktstraat 12", "7511 AB  VOORBEELDSTAD"),
        "day": date(2026, 11, 26),
        "number": "4821 7390 5560",
        "link": LINK,
        "languages": spoken_in,
        "texts": texts,
    }
    return Letter(**(whole | changes))  # type: ignore[arg-type] # named as they are


@cache
def _letters(language: str) -> bytes:
    """Of each status one, in one file: loading the fonts takes longer than writing a letter."""
    return letters([_letter(language, status) for status in STATUSES])


def _pages(pdf: bytes) -> list[str]:
    """What is drawn on each page."""
    found = []
    for packed in re.findall(rb"stream\n(.*?)\nendstream", pdf, re.DOTALL):
        try:
            drawn = zlib.decompress(packed)
        except zlib.error:
            continue
        if b" Td " in drawn:
            found.append(drawn.decode("latin-1"))
    return found


def _places(page: str) -> list[tuple[float, float]]:
    """Where lines of text begin: mm from the left, and their base line mm from the top."""
    found = re.findall(r"BT ([\d.]+) ([\d.]+) Td", page)
    return [(float(x) * POINT_MM, PAGE_MM - float(y) * POINT_MM) for x, y in found]


def _picture(pdf: bytes, folder: Path) -> Image.Image:
    assert PDFTOPPM
    (folder / "letter.pdf").write_bytes(pdf)
    subprocess.run(
        [PDFTOPPM, "-r", "150", "-png", "-f", "1", "-l", "1", "letter.pdf", "page"],
        cwd=folder,
        check=True,
        timeout=30,
    )
    return Image.open(next(folder.glob("page*.png")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_the_window_stands_the_address_and_nothing_else(language: str) -> None:
    for page in _pages(_letters(language)):
        inside = [(x, y) for x, y in _places(page) if 20 <= x <= 120 and 42 <= y <= 97]
        assert len(inside) == 3
        assert {round(x, 1) for x, _ in inside} == {25.0}
        assert all(52 <= y <= 72 for _, y in inside)


def test_a_long_name_stays_inside_the_window() -> None:
    address = ("Johanna Wilhelmina van den Oudenhoven tot Achterberg-Verhoeven " * 2, "Weg 1")
    page = _pages(letters([_letter(address=address)]))[0]
    assert re.search(r"/F\d+ [67]\.\d\d Tf", page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_languages_fit_on_one_page(language: str) -> None:
    assert len(_pages(_letters(language))) == len(STATUSES)


def test_what_does_not_fit_goes_on_on_another_page() -> None:
    own = _letter("pl")
    long = own.texts[0] + "\nJeszcze jedno zdanie." * 30
    pages = _pages(letters([_letter("pl", texts=(long, own.texts[1]))]))
    assert len(pages) == 2
    lowest = max(y for page in pages for _, y in _places(page))
    assert lowest <= PAGE_MM - 18


def test_each_letter_begins_on_a_page_of_its_own() -> None:
    assert len(_pages(letters([_letter("nl"), _letter("ar"), _letter("tr")]))) == 3


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_the_same_letter_is_the_same_file(language: str) -> None:
    made = letters([_letter(language)])
    assert made == letters([_letter(language)])
    assert made != letters([_letter(language, number="1111 1111 1111")])


@pytest.mark.skipif(PDFTOPPM is None, reason="pdftoppm (poppler-utils) is not installed")
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_a_telephone_can_scan_the_code(language: str, tmp_path: Path) -> None:
    (found,) = zxingcpp.read_barcodes(_picture(_letters(language), tmp_path))
    assert found.text == LINK


@pytest.mark.skipif(PDFTOPPM is None, reason="pdftoppm (poppler-utils) is not installed")
def test_an_arabic_letter_is_written_from_the_right(tmp_path: Path) -> None:
    """Ink of its first lines: at the right edge, not at the left one."""
    picture = _picture(_letters("ar"), tmp_path).convert("L")
    mm = 150 / 25.4
    line = picture.crop((int(25 * mm), int(103 * mm), int(190 * mm), int(108 * mm)))
    ink = line.point(lambda grey: 255 if grey < 128 else 0).getbbox()
    assert ink
    assert ink[2] > line.width - 3
    assert ink[0] > line.width / 2
