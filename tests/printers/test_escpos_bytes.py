"""The bytes for the printer, replayed by a decoder that knows nothing of how they were made."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.core.receipt import Receipt
from printers import escpos_bytes
from printers.layout import render
from printers.page import Page
from printers.profiles import DOTS, PROFILES, PaperWidth, ProfileName, generic
from screens.text import TextEngine
from tests.printers import samples
from tests.printers.decoder import replay

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("width", [58, 80])
@pytest.mark.parametrize("receipt", [samples.DUTCH, samples.ARABIC], ids=lambda one: one.language)
def test_the_paper_shows_every_dot_of_the_page(
    engine: TextEngine, cache: Path, receipt: Receipt, width: PaperWidth
) -> None:
    page = render(receipt, DOTS[width], engine)
    paper = replay(escpos_bytes.encode(page, PROFILES[generic(width)]))
    assert len(paper.rows) == page.height
    assert paper.dots(page.width) == page.rows
    assert paper.inits == 1


@pytest.mark.parametrize("profile", PROFILES)
def test_every_model_gets_blocks_that_it_can_hold_and_is_cut_or_fed_once(
    engine: TextEngine, cache: Path, profile: ProfileName
) -> None:
    model = PROFILES[profile]
    page = render(samples.ENGLISH, DOTS[model.widths_mm[-1]], engine)
    paper = replay(escpos_bytes.encode(page, model))
    assert max(paper.raster_heights) <= model.raster_rows
    assert paper.cuts == model.cuts
    assert (paper.line_feeds > 0) != model.cuts


def test_blocks_meet_in_white_so_no_letter_is_cut_in_two(page: Page) -> None:
    ends = [bottom for _, bottom, _ in escpos_bytes.blocks(page, 512)]
    stride = page.width // 8
    for end in ends[:-1]:
        around = page.rows[(end - 1) * stride : (end + 1) * stride]
        above, below = around[:stride], around[stride:]
        assert not any(above) or not any(below)
    assert ends[-1] == page.height


def test_a_black_page_higher_than_a_block_is_cut_into_blocks(cache: Path) -> None:
    page = Page(576, 1200, b"\xff" * (72 * 1200))
    paper = replay(escpos_bytes.encode(page, PROFILES["generic-80"]))
    assert paper.raster_heights == [512, 512, 176]
    assert paper.dots(576) == page.rows


def test_white_costs_next_to_nothing_so_a_slow_cable_is_in_time(page: Page, cache: Path) -> None:
    data = escpos_bytes.encode(page, PROFILES["generic-80"])
    assert len(data) < len(page.rows) / 2
    assert len(data) * 10 / 115200 < 6  # ten bits a byte, at the slowest serial line


IMPORT = """
import sys, tempfile, threading
from pathlib import Path
from printers import escpos_bytes
made, done = [], threading.Event()
def other_thread():
    while not done.is_set():
        made.append(tempfile.mkdtemp())
        Path(made[-1]).rmdir()
        done.wait(0.005)
thread = threading.Thread(target=other_thread)
thread.start()
escpos_bytes.load(Path(sys.argv[1]))
done.set()
thread.join()
assert "escpos.printer" in sys.modules
assert len(made) > 5 and len(set(made)) == len(made), "no real new directories for others"
assert not any(sys.argv[1] in one for one in made), "others got our folder"
"""


def start(folder: Path, temporary: Path) -> None:
    subprocess.run(
        [sys.executable, "-c", IMPORT, str(folder)],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(temporary)},
        check=True,
        timeout=60,
    )


def test_starting_again_and_again_leaves_one_file_and_nothing_else(tmp_path: Path) -> None:
    folder, temporary = tmp_path / "escpos", tmp_path / "temporary"
    temporary.mkdir()
    start(folder, temporary)
    (cache,) = folder.iterdir()
    whole = cache.read_bytes()
    cache.write_bytes(whole[: len(whole) // 2])  # the power went while it was written
    start(folder, temporary)
    assert list(folder.iterdir()) == [cache]
    assert cache.read_bytes() == whole
    assert list(temporary.iterdir()) == []


def test_opening_a_printer_imports_nothing_slow() -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from printers.devices import open_printer\n"
        "from printers.worker import PrinterWorker\n"
        "from printers.settings import NetworkSettings, UsbSettings\n"
        "open_printer(NetworkSettings(host='x'), Path('x'))\n"
        "open_printer(UsbSettings(vendor_id=1, product_id=1), Path('x'))\n"
        "print([one for one in ('escpos', 'qrcode', 'PIL', 'usb', 'serial', 'pygame')"
        " if one in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == "[]"
