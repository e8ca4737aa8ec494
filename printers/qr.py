"""The square that a telephone reads, as modules that are dark or light.

Never smaller than it must be for a cheap telephone: paper decides how large a module is
drawn (`printers.layout`), this decides how few modules there are. Error correction is
level Q (a quarter may be damaged) where that costs no larger square, else M (15 %).
ISO/IEC 18004 asks for a quiet zone of four modules, which is part of the square here.
"""

from dataclasses import dataclass

QUIET_MODULES = 4


@dataclass(frozen=True, slots=True)
class Square:
    """`rows` of modules, True is dark; `size` of them each way."""

    rows: tuple[tuple[bool, ...], ...]

    @property
    def size(self) -> int:
        return len(self.rows)


def square(payload: str, max_modules: int) -> Square:
    """The QR code of an address. ValueError when it needs more than `max_modules` a side."""
    from qrcode.constants import ERROR_CORRECT_M, ERROR_CORRECT_Q  # noqa: PLC0415 - see __init__
    from qrcode.main import QRCode  # noqa: PLC0415

    code = QRCode(error_correction=ERROR_CORRECT_M, border=QUIET_MODULES)
    code.add_data(payload)
    code.make(fit=True)
    stronger = QRCode(error_correction=ERROR_CORRECT_Q, border=QUIET_MODULES)
    stronger.add_data(payload)
    stronger.make(fit=True)
    best = stronger if stronger.version == code.version else code
    rows = tuple(tuple(bool(module) for module in row) for row in best.get_matrix())
    if len(rows) > max_modules:
        raise ValueError(
            f"a QR code of {len(payload)} characters is {len(rows)} modules wide, and this "
            f"paper has room for {max_modules}: give the page that follows it a shorter address"
        )
    return Square(rows)
