"""The panels that kiosks have: what a bundle is examined on before anybody publishes it."""

from collections.abc import Mapping

from screens.boxes import Panel

PX_PER_MM = 4
SIZES_MM = {
    "10 inch": (125, 222),
    "15.6 inch": (194, 345),
    "21.5 inch": (268, 477),
    "27 inch": (336, 598),
    "32 inch": (398, 708),
}


def panel(width_mm: int, height_mm: int, bottom_mm: float | None = None) -> Panel:
    """`bottom_mm` is the height of its lower edge above the floor, where that matters."""
    size_px = (width_mm * PX_PER_MM, height_mm * PX_PER_MM)
    return Panel.of(size_px, width_mm, bottom_mm)


STANDING: Mapping[str, Panel] = {name: panel(*size) for name, size in SIZES_MM.items()}
LYING: Mapping[str, Panel] = {
    f"{name}, lying": panel(*size[::-1]) for name, size in SIZES_MM.items()
}
LOW: Mapping[str, Panel] = {
    "21.5 inch, low": panel(*SIZES_MM["21.5 inch"], 700),
    "27 inch, low": panel(*SIZES_MM["27 inch"], 650),
    "32 inch, low": panel(*SIZES_MM["32 inch"], 500),
    "32 inch, lying, low": panel(*SIZES_MM["32 inch"][::-1], 850),
}
"""On these the visitor asked for all buttons in the reach zone."""
PANELS: Mapping[str, Panel] = {**STANDING, **LYING, "a window": Panel.of((540, 960)), **LOW}
USUAL, SMALLEST, FLATTEST = "21.5 inch", "10 inch", "15.6 inch, lying"
EXAMINED = {name: PANELS[name] for name in (SMALLEST, USUAL, FLATTEST)}
"""The narrowest, the usual and the lowest: what fits these fits those between them."""
