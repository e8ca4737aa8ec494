"""Receipts against pictures that a person has looked at and approved.

When one differs, the new picture is written beside the approved one as `*.new.png`. Look at
both. If the new one is better, it is approved by renaming it:

    mv tests/printers/approved/nl-80.new.png tests/printers/approved/nl-80.png
"""

from pathlib import Path

import pytest
from PIL import Image

from kiosk.core.receipt import Receipt
from printers.escpos_bytes import picture
from printers.layout import render
from printers.profiles import DOTS, PaperWidth
from screens.text import TextEngine
from tests.printers import samples

APPROVED = Path(__file__).parent / "approved"


@pytest.mark.parametrize("width", [58, 80])
@pytest.mark.parametrize("receipt", samples.ALL, ids=lambda one: one.language)
def test_a_receipt_looks_as_it_was_approved(
    engine: TextEngine, receipt: Receipt, width: PaperWidth
) -> None:
    drawn = picture(render(receipt, DOTS[width], engine))
    approved = APPROVED / f"{receipt.language}-{width}.png"
    new = approved.with_suffix(".new.png")
    if approved.exists():
        with Image.open(approved) as seen:
            if (seen.size, seen.convert("1").tobytes()) == (drawn.size, drawn.tobytes()):
                new.unlink(missing_ok=True)
                return
    drawn.save(new)
    pytest.fail(f"{approved.name} differs. Look at {new.name} beside it; if it is right, rename it")
