"""The square code for a telephone's camera, as modules: black or white, nothing else."""

from functools import lru_cache

QUIET_ZONE = 4  # modules of white around it, ISO/IEC 18004


@lru_cache(maxsize=4)
def modules(payload: str) -> tuple[tuple[bool, ...], ...]:
    """Rows of modules without quiet zone, error correction level M."""
    # Imported here: it costs 0.1 s, and the start screen has no square code.
    import qrcode  # noqa: PLC0415

    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=0)
    code.add_data(payload)
    code.make(fit=True)
    return tuple(tuple(bool(module) for module in row) for row in code.get_matrix())


def forget() -> None:
    """Drop the codes of past visits."""
    modules.cache_clear()
