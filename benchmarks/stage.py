"""What every benchmark finds ready: a display, a desk with an enrolled kiosk, and the peer."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.chromium import Chromium, Screen, available
from benchmarks.display import Display, Rect
from benchmarks.installation import Installation
from benchmarks.mirror import Mirror, Target
from config.bundle import FACTORY, Bundle, load_bundle

FLOW = "flow:melding"
"""The button on the start screen that leads to a screen of choices."""


@dataclass(frozen=True, slots=True)
class Stage:
    """`first` and `second` are the places of the buttons on the two screens, in both programs."""

    folder: Path
    display: Display
    installation: Installation
    first: Sequence[Rect]
    second: Sequence[Rect]
    chromium: Chromium | None


@contextmanager
def stage(folder: Path) -> Iterator[Stage]:
    """Set up; the kiosk is started once, which also fills the disk cache and byte code."""
    with Display(folder / "display") as display, Installation(folder / "zuil") as installation:
        with installation.kiosk(display) as (_, mirror):
            bundle = load_bundle(FACTORY)
            first = _screen(bundle, mirror)
            mirror.tap(FLOW)
            second = _screen(bundle, mirror)
            mirror.tap("stop", "stop:yes")
        yield Stage(
            folder,
            display,
            installation,
            [target.rect for target, _ in first.buttons],
            [target.rect for target, _ in second.buttons],
            Chromium(folder / "chromium", first, second) if available() else None,
        )


def _screen(bundle: Bundle, mirror: Mirror) -> Screen:
    """What the kiosk shows now, for the peer to show as well."""
    choices = [one for one in mirror.targets if one.name.startswith(("flow:", "choice:"))]
    return Screen(mirror.view["title"], [(one, _picture(bundle, one)) for one in choices])


def _picture(bundle: Bundle, target: Target) -> str:
    kind, _, value = target.name.partition(":")
    if kind == "flow":
        return bundle.flows[value].picture
    pictures = {category.value: category.picture for category in bundle.catalogue.categories}
    return pictures.get(value, "2753")
