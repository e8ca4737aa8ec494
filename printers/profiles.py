"""What each model of printer can do, as far as its maker's documents say.

A flag is set only where a source says so; none was tried on hardware yet. A printer that
can do more than its profile says prints just as well, it only tells less when something
goes wrong.

    answers   replies to `DLE EOT 1..4` at once (status before and after printing)
    reports   pushes a change of its state by itself (`GS a`, automatic status back), so an
              empty roll is known even while it takes no more bytes
    confirms  replies to `GS r 1` in its turn: once it has worked through all that came before
    clears    drops what it has not printed yet (`DLE DC4 8`), so that half a receipt does
              not come out when staff put in a new roll
    cuts      has a cutter (`GS V 66`: feed to the cutter and cut all but a corner)
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

PaperWidth = Literal[58, 80]
ProfileName = Literal["generic-58", "generic-80", "epson-tm-t20", "epson-tm-m30", "star-mc-print3"]
DOTS: Mapping[PaperWidth, int] = MappingProxyType({58: 384, 80: 576})
"""Printable dots at 203 dpi: 48 of 58 mm, 72 of 80 mm. The common width of all models here."""


@dataclass(frozen=True, slots=True)
class Profile:
    widths_mm: tuple[PaperWidth, ...]
    answers: bool = True
    reports: bool = False
    confirms: bool = False
    clears: bool = False
    cuts: bool = True
    raster_rows: int = 512
    """Rows in one `GS v 0`: well below the 960 that python-escpos sends to any printer."""
    mm_per_s: int = 60
    """At least this fast; how long to watch a printer that does not confirm."""


PROFILES: Mapping[ProfileName, Profile] = MappingProxyType(
    {
        # Small portable and counter printers (Zjiang, Netum, ...): a tear bar, no cutter.
        # Many cannot answer; then `answers: false` in the device's settings.
        "generic-58": Profile(widths_mm=(58,), cuts=False, raster_rows=256, mm_per_s=50),
        # What the makers of 80 mm ESC/POS printers have in common: a cutter, `DLE EOT`.
        "generic-80": Profile(widths_mm=(58, 80)),
        # TM-T20, T20II, T20III. GS a and GS r belong to ESC/POS as all TM receipt printers
        # speak it. DLE DC4 (fn=8): TM-T20 quick reference, page 4, and the list of models at
        # download4.epson.biz/sec_pubs/pos/reference_en/escpos/dle_dc4_fn8.html.
        "epson-tm-t20": Profile(
            widths_mm=(58, 80), reports=True, confirms=True, clears=True, mm_per_s=100
        ),
        # TM-m30, m30II, m30III: the same reference, the same list.
        "epson-tm-m30": Profile(
            widths_mm=(58, 80), reports=True, confirms=True, clears=True, mm_per_s=100
        ),
        # mC-Print3 with its emulation set to ESC/POS (as delivered it speaks StarPRNT).
        # Only `DLE EOT`, raster and cutter are relied on.
        "star-mc-print3": Profile(widths_mm=(58, 80), mm_per_s=100),
    }
)


def generic(width_mm: PaperWidth) -> ProfileName:
    return "generic-58" if width_mm == 58 else "generic-80"
