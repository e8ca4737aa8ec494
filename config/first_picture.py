"""The start screen as it was last time, so that a kiosk stands before it has read its files.

Reading and checking a bundle takes longer than drawing a screen. What the first picture
needs is therefore kept from start to start, with everything that it depends on: the
options, the environment, and the size and time of every file. If any of it changed, or
anything is odd, there is no first picture, and the kiosk reads its files first.

The screens that its buttons lead to are kept too: what is pressed before the files are read
is answered at once, and what it asked for follows when all is there.

Nothing of a visitor is ever in it, and it holds data only: strings, numbers and lists.
"""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Any, Literal

from kiosk.core.texts import Text
from kiosk.core.theme import Palette
from kiosk.core.view import (
    Choices,
    Code,
    Drawing,
    Field,
    Keys,
    Level,
    Paragraph,
    Qr,
    Row,
    Rows,
    Target,
    Utterance,
    View,
)

FILE = "first-picture.json"
FORMAT = 3
Mode = Literal["windowed", "fullscreen", "headless"]
BLOCKS = (Choices, Field, Keys, Row, Rows, Code, Qr, Paragraph, Level, Drawing)
KINDS = {kind.__name__: kind for kind in (View, Target, Text, Utterance, *BLOCKS)}
ODD = (OSError, ValueError, KeyError, TypeError, AttributeError)
"""An odd file is no reason to stand still: the real files are read."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the window needs before anything else is known."""

    mode: Mode
    size_px: tuple[int, int] | None
    panel_width_mm: float | None
    panel_bottom_mm: float | None
    filter_s: float
    title: str
    palettes: Mapping[str, Palette]


@dataclass(frozen=True, slots=True)
class FirstPicture:
    """The window, the start screen in it, and the screens behind its buttons."""

    frame: Frame
    view: View
    answers: Mapping[str, str] = field(default_factory=dict)
    """What a tap on each target shows, packed: at most one of them is needed."""

    def answer(self, target: str) -> View | None:
        """What a tap on this target shows; None where only the real files tell."""
        try:
            found = _unpacked(json.loads(self.answers[target]))
        except ODD:
            return None
        return found if isinstance(found, View) else None


def packed(views: Mapping[str, View]) -> dict[str, str]:
    """Screens by target, as `FirstPicture.answers` holds them."""
    return {target: json.dumps(_packed(view)) for target, view in views.items()}


def remember(
    file: Path, picture: FirstPicture, words: Sequence[str], depends: Iterable[Path]
) -> None:
    """Keep it for the next start. `words` and `depends` must be the same then."""
    content = {
        "format": FORMAT,
        "words": list(words),
        "depends": {str(path): _stamp(path) for path in depends},
        "frame": asdict(picture.frame),
        "view": _packed(picture.view),
        "answers": picture.answers,
    }
    fresh = file.with_suffix(".new")
    fresh.write_text(json.dumps(content), encoding="utf-8")
    fresh.replace(file)


def recall(file: Path, words: Sequence[str]) -> FirstPicture | None:
    """The picture from last time; None where it may not be the right one any more."""
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        if content["format"] != FORMAT or content["words"] != list(words):
            return None
        if any(_stamp(Path(path)) != stamp for path, stamp in content["depends"].items()):
            return None
        frame = content["frame"]
        frame["size_px"] = frame["size_px"] and tuple(frame["size_px"])
        frame["palettes"] = {n: Palette(**colours) for n, colours in frame["palettes"].items()}
        return FirstPicture(Frame(**frame), _unpacked(content["view"]), content["answers"])
    except ODD:
        return None


def words_now(arguments: Sequence[str]) -> tuple[str, ...]:
    """What a start was told: its options, and what of the environment counts."""
    names = ("ZUIL_", "DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    told = (f"{name}={value}" for name, value in os.environ.items() if name.startswith(names))
    return (str(Path.cwd()), *arguments, *sorted(told))


def _stamp(path: Path) -> list[int]:
    """Empty for what is not there: it may come."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return []
    return [found.st_mtime_ns, found.st_size]


def _packed(value: Any) -> Any:
    if is_dataclass(value):
        inside = {one.name: _packed(getattr(value, one.name)) for one in fields(value)}
        return {"is": type(value).__name__, **inside}
    if isinstance(value, tuple):
        return [_packed(one) for one in value]
    if isinstance(value, Mapping):
        return {"is": "", **value}
    return value


def _unpacked(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_unpacked(one) for one in value)
    if isinstance(value, dict):
        kind = value.pop("is")
        inside = {name: _unpacked(one) for name, one in value.items()}
        return KINDS[kind](**inside) if kind else inside
    return value
