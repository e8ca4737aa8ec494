"""What visitors will see differently: pictures of every screen that changed, before and after.

    python -m config.examining.drawing --before DIR --after DIR --out DIR

Writes `index.json`, a list of changed screens with what is said on each, and the pictures
that it names. In the first language all that looks or sounds different is drawn, on the
usual panel; in the others what has other words. Ends with 0, or with 2 and one line for each
mistake where a bundle cannot be used.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # before anything imports pygame

from config.bundle import Bundle, load_bundle
from config.examining.crawling import EndlessError
from config.examining.every_screen import (
    dressed,
    engine,
    layout_of,
    pages_of,
    screens_of,
    terminal_on,
)
from config.examining.panels import PANELS, USUAL
from config.examining.walking import terminal_with_all
from config.sorry import Sorry
from kiosk.core.theme import Palette
from kiosk.core.view import View
from screens.boxes import Layout, Words
from screens.gallery import Gallery

MOST = 400
"""Pictures of one draft: more is looked at by nobody."""
BOTH = ("before", "after")
_SIDES: dict[str, "Side"] = {}
"""Read and walked once, before there are more processes."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One page of one screen, in one language."""

    view: View
    layout: Layout
    palette: Palette


@dataclass(frozen=True, slots=True)
class Changed:
    """A screen that differs. Empty names: it was not there, or is no more."""

    screen: str
    page: int
    language: str
    before: str
    after: str
    said_before: str
    said_after: str


class Side:
    """One of the two bundles."""

    def __init__(self, folder: Path) -> None:
        self.bundle: Bundle = load_bundle(folder)
        self._screens = screens_of(self.bundle)
        self._terminal = terminal_on(terminal_with_all(self.bundle), PANELS[USUAL])

    def pages(self, language: str) -> Iterator[tuple[tuple[str, int], Shown]]:
        if language not in self.bundle.texts.languages:
            return
        palette = next(iter(self.bundle.themes.values()))
        for name, session in self._screens.items():
            for view in pages_of(self._terminal, dressed(session, 0, language=language)):
                shown = Shown(view, layout_of(self._terminal, view), palette)
                yield (name, view.page[0]), shown


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m config.examining.drawing", description=__doc__)
    for name in (*BOTH, "out"):
        parser.add_argument(f"--{name}", type=Path, required=True, metavar="DIR")
    asked = parser.parse_args(arguments)
    try:
        for name in BOTH:
            _SIDES[name] = Side(getattr(asked, name))
    except (Sorry, EndlessError) as sorry:
        sys.stderr.write(f"{sorry}\n")
        return 2
    asked.out.mkdir(parents=True, exist_ok=True)
    languages = list(
        dict.fromkeys(
            code for name in reversed(BOTH) for code in _SIDES[name].bundle.texts.languages
        )
    )
    tasks = [(language, number == 0, asked.out) for number, language in enumerate(languages)]
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("fork")) as pool:
        found = [changed for each in pool.map(_drawn, tasks) for changed in each]
    index = {"format": 1, "changed": [asdict(each) for each in found[:MOST]], "all": len(found)}
    (asked.out / "index.json").write_text(json.dumps(index, ensure_ascii=False), encoding="utf-8")
    sys.stdout.write(f"{len(found)} screens differ.\n")
    return 0


def _drawn(task: tuple[str, bool, Path]) -> list[Changed]:
    """All that differs in one language; `whole` also where only the look does."""
    language, whole, out = task
    before, after = (dict(_SIDES[name].pages(language)) for name in BOTH)
    gallery = Gallery(engine())
    found: list[Changed] = []
    for screen, page in dict.fromkeys((*after, *before)):
        sides = {"before": before.get((screen, page)), "after": after.get((screen, page))}
        if _same(sides["before"], sides["after"], whole=whole):
            continue
        names = {"before": "", "after": ""}
        for side, shown in sides.items():
            if shown is not None and len(found) < MOST:
                names[side] = f"{language}-{screen}-{page}-{side}.png"
                picture = gallery.png(shown.layout, shown.palette, shown.view.focused)
                (out / names[side]).write_bytes(picture)
        said = {side: shown.view.spoken if shown else "" for side, shown in sides.items()}
        found.append(
            Changed(
                screen,
                page,
                language,
                **names,
                said_before=said["before"],
                said_after=said["after"],
            )
        )
    return found


def _same(one: Shown | None, other: Shown | None, *, whole: bool) -> bool:
    if one is None or other is None:
        return one is other
    if one.view.spoken != other.view.spoken:
        return False
    if whole:
        return one.layout == other.layout and one.palette == other.palette
    return _words(one.layout) == _words(other.layout)


def _words(layout: Layout) -> list[tuple[str, ...]]:
    return [box.lines for box in layout.boxes if isinstance(box, Words)]


if __name__ == "__main__":
    sys.exit(main())
